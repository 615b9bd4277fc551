import type { MemberId, PersonId } from "#domain/model/id.ts";
import { sayCount } from "#domain/model/say.ts";
import { ownerOf, type Step } from "#domain/model/step.ts";
import { type Day, dayAt, type TimeZone } from "#domain/model/time.ts";
import type { Warmth } from "#domain/model/warmth.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, todayIn, zoneOf } from "./asking.ts";
import { firstNameOf, isPromise, promisesBetween, warmth } from "./warmth.ts";

/** How I stand with a person: how warm it is, and what became of what was promised on either side. */
export interface Standing {
  warmth: Warmth;
  mine: PromiseRecord;
  theirs: PromiseRecord;
  /** The record in a sentence for each side that has one, mine first. */
  sentences: string[];
}

/** What became of one side's promises. */
export interface PromiseRecord {
  /** Done by the day first said, or at all where none was. */
  kept: number;
  /** Done after the day first said. */
  keptLate: number;
  /** Dropped. */
  letGo: number;
  /** Open, and the day first said has passed. */
  overdue: number;
  /** Open, and in time. */
  open: number;
}

/**
 * How I stand with a person (EC3), and the record of promises kept and missed on both sides (ST2). Only what I myself promised counts as
 * mine, so that it is shown to nobody but me. A promise that was put off is measured by the day first said (ST3).
 */
export function standing(replica: Replica, personId: PersonId, asking: Asking): Standing | undefined {
  const person = replica.get("person", personId);
  if (person === undefined) return undefined;
  const today = todayIn(replica, asking);
  const promises = promisesBetween(replica, person).filter(isPromise);
  const of = (isTheirs: boolean) =>
    recordOf(
      promises.filter((step) => step.isTheirs === isTheirs && (isTheirs || isOf(step, replica.memberId))),
      { today, zone: zoneOf(replica) },
    );
  const [mine, theirs] = [of(false), of(true)];
  const sentences = [sayRecord(mine, "You"), sayRecord(theirs, firstNameOf(person))].flatMap((one) => one ?? []);
  return { warmth: warmth(replica, person, today), mine, theirs, sentences };
}

function isOf(step: Step, memberId: MemberId): boolean {
  return ownerOf(step, memberId) === "me";
}

function recordOf(steps: readonly Step[], { today, zone }: { today: Day; zone: TimeZone }): PromiseRecord {
  const record: PromiseRecord = { kept: 0, keptLate: 0, letGo: 0, overdue: 0, open: 0 };
  for (const step of steps) {
    const due = firstDay(step);
    if (step.state === "dropped") record.letGo += 1;
    else if (step.state === "open") record[due !== null && due < today ? "overdue" : "open"] += 1;
    else record[due !== null && step.closedAt !== null && dayAt(step.closedAt, zone) > due ? "keptLate" : "kept"] += 1;
  }
  return record;
}

/** The day first said: for mine, before it was put off. Putting off what is theirs moves only the day on which I look again. */
function firstDay({ isTheirs, deferrals, dueOn, dueEnd }: Step): Day | null {
  const putOff = isTheirs ? undefined : deferrals[0];
  return putOff === undefined ? (dueEnd ?? dueOn) : putOff.from;
}

/** "You kept 3 of 4 promises, 1 of them late; 1 is past its day": what is still in time is nobody's failing, and not counted. */
function sayRecord({ kept, keptLate, letGo, overdue }: PromiseRecord, who: string): string | null {
  const all = kept + keptLate + letGo + overdue;
  if (all === 0) return null;
  const done = kept + keptLate;
  if (done + letGo === 0) {
    const whose = who === "You" ? "yours" : `${who}’s`;
    return `${sayCount(overdue, "promise")} of ${whose} ${overdue === 1 ? "is past its day" : "are past their days"}`;
  }
  const of = done === all && all > 1 ? `all ${all} promises` : `${done} of ${sayCount(all, "promise")}`;
  const late = keptLate === 0 ? "" : `, ${keptLate} of them late`;
  const left = overdue === 0 ? "" : `; ${overdue} ${overdue === 1 ? "is past its day" : "are past their days"}`;
  return `${who} kept ${of}${late}${left}`;
}
