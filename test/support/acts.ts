import * as fc from "fast-check";
import type { RecordOf } from "#domain/model/nouns.ts";
import { Refusal } from "#domain/refusal.ts";
import { openMemory } from "#store/memory.ts";
import { exported, takeIn } from "./copy.ts";
import { day, draftOf, passagesOf, type TestWorkspace } from "./workspace.ts";

/** One thing a person does: which, and numbers that choose among what there is when it comes. */
export interface Act {
  act: keyof typeof acts;
  pick: number;
  other: number;
}

type Records = Awaited<ReturnType<TestWorkspace["records"]>>;
type Doing = (workspace: TestWorkspace, records: Records, numbers: { pick: number; other: number }) => unknown;

/** Words people may write, line ends, odd characters and all. */
const words = ["Ana", "Bo", "é \u{1F642}", 'say "no\\"', "a\u2028b", "nul \u0000", "half \ud83d", " x "] as const;

/** What a person can do, but for the very beginning. An act that finds nothing to act on does nothing. */
const acts = {
  "person.add": (w, _, { pick, other }) =>
    w.run("person.add", { name: word(pick), organization: other % 3 === 0 ? null : `O${other % 3}` }),
  "person.change": (w, { person }, { pick, other }) =>
    on(person, pick, ({ id }) => w.run("person.change", { personId: id, role: word(other) })),
  "person.import": (w, _, { pick, other }) =>
    w.run("person.import", { cards: [card(pick), card(other)], source: "cards.vcf" }),
  "person.merge": (w, { person }, { pick, other }) =>
    on(person, pick, ({ id }) => on(person, other, (two) => w.run("person.merge", { keepId: id, otherId: two.id }))),
  "person.remove": (w, { person }, { pick }) => on(person, pick, ({ id }) => w.run("person.remove", { personId: id })),
  "organization.add": (w, _, { pick }) => w.run("organization.add", { name: `O${pick % 3}` }),
  "organization.merge": (w, { organization }, { pick, other }) =>
    on(organization, pick, ({ id }) =>
      on(organization, other, (two) => w.run("organization.merge", { keepId: id, otherId: two.id })),
    ),
  "organization.remove": (w, { organization }, { pick }) =>
    on(organization, pick, ({ id }) => w.run("organization.remove", { organizationId: id })),
  "event.add": (w, _, { pick }) => w.run("event.add", { name: word(pick), timeZone: "Europe/Brussels" }),
  "event.focus": (w, { event }, { pick, other }) =>
    on(event, pick, ({ id }) => w.run("event.focus", { eventId: id, questions: [word(other)] })),
  "event.remove": (w, { event }, { pick }) => on(event, pick, ({ id }) => w.run("event.remove", { eventId: id })),
  "session.import": (w, { event }, { pick, other }) =>
    on(event, pick, ({ id }) =>
      w.run("session.import", {
        eventId: id,
        sessions: [
          { title: word(pick), guid: `g${pick % 2}` },
          { title: word(other), isStarred: true },
        ],
        isPart: other % 2 === 0,
      }),
    ),
  "session.attend": (w, { session }, { pick }) =>
    on(session, pick, ({ id }) => w.run("session.attend", { sessionId: id })),
  "page.add": (w, { event }, { pick, other }) => {
    const text = `call ${word(pick)}\n\nAna Ruiz met\n${word(other)}\n`;
    const means = ["step", "person", "observation", "organization"][other % 4] as "step" | "person" | "observation"; // one of them
    const reading = {
      step: {},
      person: {
        person: { name: word(pick), organization: "O1", role: null, email: null, phone: null, met: true, known: null },
      },
      observation: { observation: "learned" as const },
      organization: { organization: { name: "O2", relation: null } },
    }[means];
    const proposals = [
      draftOf(text, { quote: `call ${word(pick)}`, isMarked: pick % 2 === 0 }),
      draftOf(text, { means, quote: "Ana Ruiz met", ...reading }),
    ];
    const page = { name: "p.md", text, passages: passagesOf(text), proposals, takenOn: day("2026-02-04") };
    return w.run("page.add", { eventId: some(event, other)?.id ?? null, pages: [page] });
  },
  "page.capture": (w, _, { pick }) => w.run("page.capture", { text: word(pick), takenOn: day("2026-02-04") }),
  "page.remove": (w, { page }, { pick }) => on(page, pick, ({ id }) => w.run("page.remove", { pageId: id })),
  "proposal.accept": (w, { proposal }, { pick }) =>
    on(proposal, pick, ({ id }) => w.run("proposal.accept", { proposalId: id })),
  "proposal.acceptMarked": (w) => w.run("proposal.acceptMarked", {}),
  "proposal.keep": (w, { proposal }, { pick }) =>
    on(proposal, pick, ({ id }) => w.run("proposal.keep", { proposalId: id })),
  "proposal.letGo": (w, { proposal }, { pick }) =>
    on(proposal, pick, ({ id }) => w.run("proposal.letGo", { proposalId: id })),
  "note.add": (w, { person, organization }, { pick, other }) =>
    w.run("note.add", {
      text: word(pick),
      personIds: ids(some(person, other)),
      organizationIds: ids(some(organization, pick)),
    }),
  "note.keep": (w, { note }, { pick }) => on(note, pick, ({ id }) => w.run("note.keep", { noteIds: [id] })),
  "note.letGo": (w, { note }, { pick }) => on(note, pick, ({ id }) => w.run("note.letGo", { noteIds: [id] })),
  "meeting.add": (w, { person, event }, { pick, other }) =>
    on(person, pick, ({ id }) =>
      w.run("meeting.add", {
        personId: id,
        throughPersonId: some(person, other)?.id ?? null,
        eventId: some(event, other)?.id ?? null,
      }),
    ),
  "meeting.remove": (w, { meeting }, { pick }) =>
    on(meeting, pick, ({ id }) => w.run("meeting.remove", { meetingId: id })),
  "touch.add": (w, { person, step }, { pick, other }) =>
    on(person, pick, ({ id }) =>
      w.run("touch.add", {
        personId: id,
        way: "call",
        touchedOn: day("2026-02-04"),
        stepId: some(step, other)?.id ?? null,
      }),
    ),
  "touch.remove": (w, { touch }, { pick }) => on(touch, pick, ({ id }) => w.run("touch.remove", { touchId: id })),
  "step.add": (w, { person, organization }, { pick, other }) =>
    w.run("step.add", {
      what: word(pick),
      withPersonId: some(person, other)?.id ?? null,
      organizationId: some(organization, pick)?.id ?? null,
      isTheirs: pick % 2 === 0,
    }),
  "step.change": (w, { step, person }, { pick, other }) =>
    on(step, pick, ({ id }) =>
      w.run("step.change", { stepId: id, what: word(other), withPersonId: some(person, other)?.id ?? null }),
    ),
  "step.defer": (w, { step }, { pick }) =>
    on(step, pick, ({ id }) => w.run("step.defer", { stepId: id, to: day("2026-03-01"), why: "later" })),
  "step.done": (w, { step }, { pick, other }) =>
    on(step, pick, ({ id }) => w.run("step.done", { stepId: id, cameOfIt: other % 2 === 0 ? null : "nothing" })),
  "step.reopen": (w, { step }, { pick }) =>
    on(
      step.filter(({ state }) => state !== "open"),
      pick,
      ({ id }) => w.run("step.reopen", { stepId: id }),
    ),
  "step.remove": (w, { step }, { pick }) => on(step, pick, ({ id }) => w.run("step.remove", { stepId: id })),
  "lead.add": (w, { person, organization, note, step }, { pick, other }) =>
    w.run("lead.add", {
      name: pick % 2 === 0 ? word(other) : null,
      ...[
        { personId: some(person, pick)?.id },
        { organizationId: some(organization, pick)?.id },
        { noteId: some(note, pick)?.id },
        { stepId: some(step, pick)?.id },
      ][other % 4],
      ...(pick % 3 === 0 ? { next: { what: word(pick), dueOn: day("2026-02-10") } } : {}),
    }),
  "lead.change": (w, { lead, person }, { pick, other }) =>
    on(lead, pick, ({ id }) => w.run("lead.change", { leadId: id, personId: some(person, other)?.id ?? null })),
  "lead.move": (w, { lead }, { pick, other }) =>
    on(lead, pick, ({ id }) => {
      const to = [
        { stage: "talking" },
        { stage: "won" },
        { stage: "lost", why: word(other) },
        { stage: "resting", restsUntil: day("2026-03-01") },
      ] as const;
      return w.run("lead.move", { leadId: id, ...(to[other % 4] ?? to[0]) });
    }),
  "lead.remove": (w, { lead }, { pick }) => on(lead, pick, ({ id }) => w.run("lead.remove", { leadId: id })),
  "lead.askIntroduction": (w, { lead, person }, { pick, other }) =>
    on(person, pick, ({ id }) =>
      w.run("lead.askIntroduction", {
        throughPersonId: id,
        leadId: some(lead, other)?.id ?? null,
        toPersonId: some(person, other)?.id ?? null,
      }),
    ),
  /** Of any command that was ever run, an undo too. */
  undo: async (w, _, { pick }) => {
    const entries = await w.store.entries(w.workspaceId, { limit: 10_000 });
    return on(entries, pick, ({ id }) => w.run("undo", { entryId: id }));
  },
  /** Goes on in a copy that an export made. */
  copy: async (w) => {
    const text = await exported(w.store, w.workspaceId);
    const store = openMemory();
    await takeIn(text, { ...w.context, store });
    w.store = store;
  },
} as const satisfies Record<string, Doing>;

export const actNames = Object.keys(acts) as Act["act"][]; // keys of a literal object are its names

/** Things done in any order: adding often, so that there is something to do, and undo, since it is what they try. */
export const histories: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    act: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...actNames) },
      { weight: 4, arbitrary: fc.constantFrom(...actNames.filter((name) => name.endsWith(".add"))) },
      { weight: 3, arbitrary: fc.constant("undo" as const) },
    ),
    pick: fc.nat(1_000),
    other: fc.nat(1_000),
  }),
  { maxLength: 50, size: "max" },
);

/** Does one act, where the rules allow it; whether they did. What is no refusal is a mistake of ours, and is thrown. */
export async function perform(workspace: TestWorkspace, { act, ...numbers }: Act): Promise<boolean> {
  const doing: Doing = acts[act];
  try {
    await doing(workspace, await workspace.records(), numbers);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function word(pick: number): string {
  return words[pick % words.length] ?? "x";
}

function card(pick: number) {
  return { name: word(pick), emails: [{ value: `${pick % 3}@example.org` }], organization: `O${pick % 3}` };
}

function some<T>(list: readonly T[], pick: number): T | undefined {
  return list[pick % Math.max(1, list.length)];
}

function on<T>(list: readonly T[], pick: number, act: (one: T) => unknown): unknown {
  const one = some(list, pick);
  return one === undefined ? undefined : act(one);
}

function ids<N extends "person" | "organization">(record: RecordOf<N> | undefined): RecordOf<N>["id"][] {
  return record === undefined ? [] : [record.id];
}
