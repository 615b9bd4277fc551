import type { MemberId, WorkspaceId } from "#domain/model/id.ts";
import { nounNames } from "#domain/model/nouns.ts";
import { Event } from "#domain/model/event.ts";
import { Note } from "#domain/model/note.ts";
import { Meeting, Person } from "#domain/model/person.ts";
import { Card, Sitting } from "#domain/model/sitting.ts";
import { Step } from "#domain/model/step.ts";
import { addDays, type Day } from "#domain/model/time.ts";
import { Touch } from "#domain/model/touch.ts";
import { Member, Workspace } from "#domain/model/workspace.ts";
import { combBack } from "#questions/comb-back.ts";
import { Ties } from "#questions/comb-back/ties.ts";
import { Replica } from "#replica/replica.ts";
import { Chance } from "../test/support/chance.ts";
import { median } from "./whole.ts";

/** What preparing a comb-back costs, in milliseconds of the thread's processor time; `rows` of which `notes` are notes. */
export interface CombBackFigures {
  rows: number;
  notes: number;
  /** The question for the first time in a process, indexes and the focus of each event included. */
  firstMs: number;
  /** Again, as on a device that has the app open: the median. */
  warmMs: number;
  /** What the first note resembles, once the likeness of the work under way is taken in. */
  tiesMs: number;
  /** Taking it in, a part at a time: milliseconds that passed. */
  takeInMs: number;
}

export async function combBackFigures(): Promise<CombBackFigures> {
  const replica = bigReplica(new Chance(20_261_124));
  const asking = { now: Temporal.Instant.from("2026-12-04T08:00:00Z") };
  const focus = Ties.forFocus(replica);
  const first = timed(() => combBack(replica, asking, focus.bearsOn));
  const again = Array.from({ length: 9 }, () => timed(() => combBack(replica, asking, focus.bearsOn)).ms);
  const at = performance.now();
  const { ties, stop } = await Ties.following(replica);
  const takeInMs = performance.now() - at;
  const notes = first.made.cards.flatMap(({ face }) => (face.about === "note" ? [face.note] : []));
  const resembled = notes.map((note) => timed(() => ties.of(note, 3)).ms);
  stop();
  let rows = 0;
  for (const _ of replica.ids()) rows += 1;
  return {
    rows,
    notes: replica.count("note"),
    firstMs: first.ms,
    warmMs: median(again),
    tiesMs: median(resembled),
    takeInMs,
  };
}

function timed<T>(work: () => T): { made: T; ms: number } {
  const before = process.threadCpuUsage();
  const made = work();
  const { user, system } = process.threadCpuUsage(before);
  return { made, ms: (user + system) / 1000 };
}

/** A workspace of ten years: 80 events, 20,000 notes, 9,000 steps of which 5,000 are open, 4,000 people, and 500 comb-backs held. */
function bigReplica(chance: Chance): Replica {
  let ids = 0;
  const id = () => `01940000-0000-7000-8000-${(ids += 1).toString(16).padStart(12, "0")}`;
  const [workspaceId, memberId] = [id() as WorkspaceId, id() as MemberId]; // new ids
  const replica = new Replica(workspaceId, memberId, nounNames);
  const dayOf = (n: number) => addDays("2017-01-02" as Day, n); // is one
  const instantOn = (day: string) => `${day}T18:00:00.000Z`;
  const put: Replica["put"] = (row) => replica.put(row);
  const createdAt = instantOn("2017-01-02");
  put({
    noun: "workspace",
    removed: false,
    record: Workspace.parse({ id: workspaceId, createdAt, name: "Big", timeZone: "UTC" }),
  });
  put({ noun: "member", removed: false, record: Member.parse({ id: memberId, createdAt, name: "Mira" }) });
  const events = Array.from({ length: 80 }, (_, n) => {
    const startsOn = dayOf(n * 44);
    const focus = [
      { question: `Who runs ${chance.of(words)} at scale?` },
      { question: `What does ${chance.of(words)} cost?` },
    ];
    const record = Event.parse({
      id: id(),
      createdAt: instantOn(startsOn),
      name: `Event ${n}`,
      startsOn,
      endsOn: startsOn,
      timeZone: "UTC",
      focus,
    });
    put({ noun: "event", removed: false, record });
    return { id: record.id, day: startsOn };
  });
  const sentence = () => Array.from({ length: 12 }, () => chance.of(words)).join(" ");
  const notes = Array.from({ length: 20_000 }, (_, n) => {
    const event = events[n % events.length];
    const record = Note.parse({
      id: id(),
      createdAt: instantOn(event?.day ?? ""),
      eventId: event?.id,
      text: sentence(),
    });
    put({ noun: "note", removed: false, record });
    return record.id;
  });
  const people = Array.from({ length: 4_000 }, (_, n) => {
    const event = events[n % events.length];
    const record = Person.parse({ id: id(), createdAt: instantOn(event?.day ?? ""), name: `Person ${n}` });
    put({ noun: "person", removed: false, record });
    put({
      noun: "meeting",
      removed: false,
      record: Meeting.parse({ id: id(), createdAt, personId: record.id, eventId: event?.id }),
    });
    return record.id;
  });
  for (let n = 0; n < 6_000; n += 1) {
    const touch = {
      id: id(),
      createdAt,
      personId: chance.of(people),
      way: "email",
      touchedOn: dayOf(chance.below(3_500)),
    };
    put({ noun: "touch", removed: false, record: Touch.parse(touch) });
  }
  for (let n = 0; n < 9_000; n += 1) {
    const state = n < 5_000 ? "open" : "done";
    const closedAt = n < 5_000 ? null : instantOn(dayOf(chance.below(3_600)));
    const isTheirs = n % 4 === 0;
    const day = chance.is(90) ? dayOf(chance.below(3_700)) : null;
    const step = {
      id: id(),
      createdAt,
      what: sentence(),
      state,
      closedAt,
      isTheirs,
      ownerMemberId: isTheirs ? null : memberId,
    };
    const days = isTheirs ? { checkBackOn: day } : { dueOn: day };
    put({ noun: "step", removed: false, record: Step.parse({ ...step, ...days, withPersonId: chance.of(people) }) });
  }
  for (let n = 0; n < 500; n += 1) {
    const startedOn = dayOf(100 + n * 7);
    const sitting = Sitting.parse({
      id: id(),
      createdAt: instantOn(startedOn),
      memberId,
      startedOn,
      endedAt: instantOn(startedOn),
    });
    put({ noun: "sitting", removed: false, record: sitting });
    for (let place = 0; place < 14; place += 1) {
      const answer = chance.of(["rest", "rest", "step", "letGo"] as const);
      const card = {
        id: id(),
        createdAt,
        sittingId: sitting.id,
        place,
        about: "note",
        noteId: chance.of(notes),
        answer,
      };
      put({ noun: "card", removed: false, record: Card.parse({ ...card, answeredAt: instantOn(startedOn) }) });
    }
  }
  return replica;
}

/** Enough different words that a note is like some of the work and not like all of it. */
const words: readonly [string, ...string[]] = [
  "gates",
  ...Array.from({ length: 3_000 }, (_, n) => `word${(n * 7_919) % 3_000}`),
];
