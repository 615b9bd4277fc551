import type { EventId } from "#domain/model/id.ts";
import { sayMoney } from "#domain/model/money.ts";
import { sayCount } from "#domain/model/say.ts";
import { ownerOf } from "#domain/model/step.ts";
import { daysBetween } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import type { Asking } from "./asking.ts";
import { homeOn, metAt } from "./event-clock.ts";
import { saySums } from "./value-words.ts";
import { type Counted, partsByEvent, valueNouns, valueOf } from "./value.ts";

/** An event beside others: what it cost, what came of it, and the facts that speak for and against going again. */
export interface Compared extends Counted {
  met: number;
  sessions: number;
  /** Facts, counted; the verdict is the reader's. */
  facts: { again: string[]; somebodyElse: string[]; not: string[] };
}

export const valuesNouns = [...valueNouns, "member", "touch"] as const;

/** Days after an event from which on it says something that nothing came of it. */
const quietDays = 90;
/** Days in which steps are mostly done, where they are. */
const stepsDays = 30;

/**
 * Events beside one another, the latest first (OC2): all that have begun, or those named.
 * @param eventIds which; all where it is left out
 */
export function values(replica: Replica, asking: Asking, eventIds?: readonly EventId[]): Compared[] {
  const parts = partsByEvent(replica);
  const wanted = eventIds && new Set(eventIds);
  return [...replica.all("event")]
    .filter(({ id }) => wanted === undefined || wanted.has(id))
    .map((event) => valueOf(replica, event, { asking, parts }))
    .filter(({ event, day }) => wanted !== undefined || event.startsOn === null || event.startsOn <= day)
    .sort((a, b) => ((a.event.startsOn ?? a.event.createdAt) < (b.event.startsOn ?? b.event.createdAt) ? 1 : -1))
    .map((one) => compared(replica, one));
}

function compared(replica: Replica, one: Counted): Compared {
  const { event } = one;
  const met = metAt(replica, event.id);
  const sessions = replica.by("session", "eventId", event.id).filter(({ isAttended }) => isAttended === true);
  return {
    ...one,
    met: met.length,
    sessions: sessions.length,
    facts: { again: forAgain(one), somebodyElse: forSomebodyElse(replica, one), not: forNot(one) },
  };
}

function forAgain(one: Counted): string[] {
  const { outcomes, cameToNothing, sums, cost, open, openSums, pulses } = one;
  const real = outcomes.length - cameToNothing.length;
  const same = cost && sums.find(({ currency }) => currency === cost.currency);
  const leads = open.reduce((count, at) => count + at.leads.length, 0);
  const last = pulses.at(-1);
  return facts([
    real > 0 && `${sayCount(real, "outcome")} came of it${sums.length > 0 ? `, ${saySums(sums)}` : ""}`,
    same &&
      cost.total > 0 &&
      same.amount > cost.total &&
      `More came back than it cost: ${sayMoney(same.amount, cost.currency)} for ${sayMoney(cost.total, cost.currency)}`,
    leads > 0 &&
      `${sayCount(leads, "lead is", "leads are")} still open${openSums.length > 0 ? `, ${saySums(openSums)}` : ""}`,
    last && last.answer >= 4 && `Still of value after ${sayCount(last.afterDays, "day")}: ${last.answer} of 5`,
  ]);
}

function forSomebodyElse(replica: Replica, one: Counted): string[] {
  const { event, followThrough } = one;
  const { made } = followThrough.ours;
  const colleagues = made.filter((step) => ownerOf(step, replica.memberId) === "colleague");
  const from = event.startsOn ?? homeOn(event);
  const met = metAt(replica, event.id);
  const known = met.filter(
    ({ person }) =>
      from !== null &&
      (replica.by("touch", "personId", person.id).some(({ touchedOn }) => touchedOn < from) ||
        replica.by("meeting", "personId", person.id).some(({ metOn }) => metOn !== null && metOn < from)),
  );
  return facts([
    colleagues.length > 0 && `${colleagues.length} of ${sayCount(made.length, "step")} were a colleague's`,
    met.length > 0 &&
      known.length * 2 > met.length &&
      `You knew ${known.length} of ${sayCount(met.length, "person", "people")} met before`,
  ]);
}

function forNot(one: Counted): string[] {
  const { outcomes, cameToNothing, sums, cost, homeOn: home, day, followThrough, pulses } = one;
  const since = home === null ? 0 : daysBetween(home, day);
  const { made, done } = followThrough.ours;
  const last = pulses.at(-1);
  const isQuiet = outcomes.length === cameToNothing.length && since >= quietDays;
  return facts([
    isQuiet && `No outcome ${sayCount(since, "day")} after it`,
    cameToNothing.length > 0 && `${sayCount(cameToNothing.length, "time")} it came to nothing`,
    cost &&
      cost.total > 0 &&
      since >= quietDays &&
      !sums.some(({ currency }) => currency === cost.currency) &&
      `${sayMoney(cost.total, cost.currency)} spent, and no amount came of it so far`,
    since >= stepsDays &&
      made.length > 0 &&
      done.length * 2 < made.length &&
      `${done.length} of ${sayCount(made.length, "step")} of ours done`,
    last && last.answer <= 2 && `Little value after ${sayCount(last.afterDays, "day")}: ${last.answer} of 5`,
  ]);
}

function facts(some: readonly (string | false | null | undefined)[]): string[] {
  return some.flatMap((fact) => (fact ? [fact] : []));
}
