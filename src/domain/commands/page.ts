import * as z from "zod";
import { command, type Work } from "../command.ts";
import { EventId, NoteId, PageId, ProposalId, type SessionId, type StepId } from "../model/id.ts";
import { stateOf } from "../model/ledger.ts";
import type { NoteAnswer } from "../model/note.ts";
import { Page } from "../model/page.ts";
import {
  OrganizationReading,
  PersonReading,
  type Proposal,
  ProposalDraft,
  type ProposalState,
  StepReading,
} from "../model/proposal.ts";
import type { Session } from "../model/session.ts";
import { sayAll, sayCount } from "../model/say.ts";
import { Step } from "../model/step.ts";
import { Line, Quote } from "../model/text.ts";
import { Day, instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { found, refersTo } from "./found.ts";
import { acceptProposal } from "./accept.ts";
import { notesTold, settle } from "./settle.ts";
import { unnameAll } from "./unname.ts";

/** One passage of a page as the reader cut it. */
const Passage = z.object({
  start: z.int().min(0),
  end: z.int().min(1),
  text: z.string().min(1).max(20_000),
  session: z.object({ guid: z.string().nullable(), title: z.string() }).nullable().default(null),
  /** The kept passage that this one is word for word, on a page that is a newer version of an older one: it shares its answer. */
  sameAs: NoteId.nullable().default(null),
});
type Passage = z.infer<typeof Passage>;

const NewPage = Page.omit({ id: true, createdAt: true, eventId: true }).extend({
  passages: z.array(Passage),
  proposals: z.array(ProposalDraft).default([]),
});

/** Places on these pages that say again what was proposed from pages kept before (S10), with what they add to it. */
const Again = z.object({
  proposalId: ProposalId,
  places: z
    .array(Quote.extend({ page: z.int().min(0) }))
    .min(1)
    .max(500),
  /** Written only while the proposal is open: an answered one stays as it was answered. */
  adds: z
    .object({
      step: StepReading.nullable(),
      person: PersonReading.nullable(),
      organization: OrganizationReading.nullable(),
      reading: Line,
      isMarked: z.boolean(),
    })
    .nullable()
    .default(null),
});
type Again = z.infer<typeof Again>;

/**
 * Keeps pages as they were received (NT1), each passage as a note in one state (NT2), and what the reader proposes
 * beside them. The gate is here, whoever read the page: a proposal whose quote is not the page's own words, or that lies
 * in no passage, is refused (RD1, RD4). What a page says again of a kept one is no second proposal: the one that is there gets the
 * new quote beside its own (`again`, S10), and a passage that is there word for word shares its answer (`sameAs`).
 */
const add = command({
  title: "Keep pages of notes",
  args: z.strictObject({
    eventId: EventId.nullable().default(null),
    pages: z.array(NewPage).min(1).max(20_000),
    again: z.array(Again).max(100_000).default([]),
  }),
  async run({ eventId, pages, again }, work) {
    const { tx, newId, now } = work;
    const sessions = eventId === null ? [] : await sessionsOf(eventId, work);
    const createdAt = instantOf(now);
    const pageIds = pages.map(() => newId() as PageId);
    const made = { pageIds, notes: 0, proposals: 0, repeats: 0 };
    const repeatedBy = repeatedOn(pages);
    for (const one of again) {
      for (const place of await attach(one, pageIds, work)) {
        repeatedBy[place.page]?.push(place);
        made.repeats += 1;
      }
    }
    for (const [place, { passages, proposals, ...page }] of pages.entries()) {
      const pageId = pageIds[place] ?? fail();
      refuseBadPassages(page.name, page.text, passages);
      await tx.insert("page", { ...page, id: pageId, createdAt, eventId });
      const ordered = [...proposals].sort((a, b) => a.start - b.start);
      const repeated = (repeatedBy[place] ?? []).sort((a, b) => a.start - b.start);
      let nextRepeat = 0;
      let next = 0;
      for (const passage of passages) {
        const noteId = newId() as NoteId;
        const inside: Proposal[] = [];
        for (let draft = ordered[next]; draft !== undefined && draft.start < passage.end; draft = ordered[next]) {
          refuseBadQuote(page.name, page.text, passage, draft);
          next += 1;
          const { session, repeats, proposedBy: _, remembered: __, ...said } = draft;
          inside.push({
            ...said,
            id: newId() as ProposalId,
            createdAt,
            eventId,
            pageId,
            noteId,
            sessionId: sessionNamed(sessions, session),
            repeats: repeats.map(({ page: other, ...quote }) => ({ ...quote, pageId: pageIds[other] ?? fail() })),
            state: "open",
            madeId: null,
          });
        }
        const proposals = inside.map((): ProposalState => "open");
        for (let range = repeated[nextRepeat]; range !== undefined && range.start < passage.end;) {
          refuseBadQuote(page.name, page.text, passage, range);
          proposals.push(range.state);
          nextRepeat += 1;
          range = repeated[nextRepeat];
        }
        const answer = passage.sameAs === null ? null : await answerOfSame(passage.sameAs, passage, proposals, work);
        await tx.insert("note", {
          id: noteId,
          createdAt,
          eventId,
          pageId,
          start: passage.start,
          end: passage.end,
          text: passage.text,
          state: stateOf({ observation: null, answer }, { steps: 0, proposals }),
          answer,
          observation: null,
          sessionId: sessionNamed(sessions, passage.session),
          personIds: [],
          organizationIds: [],
        });
        for (const proposal of inside) await tx.insert("proposal", proposal);
        made.notes += 1;
        made.proposals += inside.length;
      }
      const outside = ordered[next] ?? repeated[nextRepeat];
      if (outside !== undefined)
        throw new Refusal("invalid", `${page.name}: a proposal at ${outside.start} lies in no passage.`);
    }
    return made;
  },
});

function fail(): never {
  throw new Refusal("invalid", "A repeat names a page that is not among those given.");
}

async function sessionsOf(eventId: EventId, { tx }: Work): Promise<Session[]> {
  await found(tx, "event", eventId);
  return tx.list("session", { eventId });
}

function sessionNamed(
  sessions: readonly Session[],
  named: { guid: string | null; title: string } | null,
): SessionId | null {
  if (named === null) return null;
  const session =
    sessions.find((one) => named.guid !== null && one.guid === named.guid) ??
    sessions.find((one) => one.title === named.title);
  return session?.id ?? null;
}

/** A stretch of a page that says a proposal again, and the proposal's state. */
interface Repeated extends Quote {
  page: number;
  state: ProposalState;
}

/** By page, what says a proposal of any of these pages again (S10). */
function repeatedOn(pages: readonly { proposals: ProposalDraft[] }[]): Repeated[][] {
  const on = pages.map((): Repeated[] => []);
  for (const { proposals } of pages) {
    for (const { repeats } of proposals) {
      for (const repeat of repeats) (on[repeat.page] ?? fail()).push({ ...repeat, state: "open" });
    }
  }
  return on;
}

/** Puts the new quotes beside those that a kept proposal rests on. */
async function attach(
  { proposalId, places, adds }: Again,
  pageIds: readonly PageId[],
  { tx }: Work,
): Promise<Repeated[]> {
  const proposal = await found(tx, "proposal", proposalId);
  const quotes = places.map(({ page, ...quote }) => ({ ...quote, pageId: pageIds[page] ?? fail() }));
  const repeats = [...proposal.repeats, ...quotes].slice(0, 500);
  await tx.patch("proposal", proposalId, { repeats, ...(proposal.state === "open" && adds !== null ? adds : {}) });
  return places.map((place) => ({ ...place, state: proposal.state }));
}

/**
 * What a person said of the kept passage that this one is word for word. Where something was made of that one by hand, its
 * words are kept here: what was made, and who and what it is about, stays told once, by the older note.
 */
async function answerOfSame(
  id: NoteId,
  passage: Passage,
  proposals: readonly ProposalState[],
  { tx }: Work,
): Promise<NoteAnswer | null> {
  const note = await found(tx, "note", id);
  if (note.text !== passage.text) {
    throw new Refusal("invalid", `The passage at ${passage.start} is not word for word the one it is said to be.`);
  }
  if (note.answer !== null || proposals.length > 0) return note.answer;
  if (note.state === "made") return "kept";
  return note.state === "kept" || note.state === "letGo" ? note.state : null;
}

function refuseBadPassages(name: string, text: string, passages: readonly Passage[]): void {
  let end = 0;
  for (const passage of passages) {
    if (passage.start < end || passage.end <= passage.start || passage.end > text.length) {
      throw new Refusal(
        "invalid",
        `${name}: the passage at ${passage.start} overlaps another or lies outside the page.`,
      );
    }
    end = passage.end;
  }
}

function refuseBadQuote(name: string, text: string, passage: Passage, draft: Quote): void {
  if (draft.start < passage.start || draft.end > passage.end) {
    throw new Refusal("invalid", `${name}: a proposal at ${draft.start} does not lie within one passage.`);
  }
  if (text.slice(draft.start, draft.end) === draft.quote) return;
  throw new Refusal("invalid", `${name}: the quote of a proposal at ${draft.start} is not what the page says there.`);
}

/**
 * A line typed on purpose: it is kept as a page of its own, and the steps read in it are made at once (RD2). Where no step was
 * read, the line itself is one of mine, without a day. One entry, so one undo takes it all back.
 */
const capture = command({
  title: "Capture a line",
  args: z.strictObject({
    eventId: EventId.nullable().default(null),
    text: z.string().trim().min(1).max(1000),
    takenOn: Day,
    passages: z.array(Passage).default([]),
    proposals: z.array(ProposalDraft).default([]),
    /** RP3: the rule that the line says, for those of its steps that are mine and have a day. */
    repeats: Step.shape.repeats.optional(),
    /** PL1: the commitment that its steps serve. */
    commitmentId: Step.shape.commitmentId.optional(),
  }),
  async run({ eventId, text, takenOn, repeats = null, commitmentId = null, ...reading }, work) {
    const { tx, newId, now, memberId } = work;
    const passages =
      reading.passages.length > 0
        ? reading.passages
        : [{ start: 0, end: text.length, text, session: null, sameAs: null }];
    const page = { name: "captured", text, markup: "plain" as const, encoding: "utf-8", takenOn };
    const { pageIds } = await add.run(
      { eventId, pages: [{ ...page, passages, proposals: reading.proposals }], again: [] },
      work,
    );
    const pageId = pageIds[0] ?? fail();
    const stepIds: StepId[] = [];
    const told: NoteId[] = [];
    for (const proposal of await tx.list("proposal", { pageId, means: "step" })) {
      stepIds.push((await acceptProposal(proposal, work)).id as StepId); // a proposal that means a step makes one
      told.push(...(await notesTold(tx, "proposal", proposal)));
    }
    await settle(tx, told);
    await refersTo(tx, "commitment", commitmentId);
    for (const id of stepIds) {
      const { isTheirs, dueOn } = await found(tx, "step", id);
      const isRepeating = repeats !== null && !isTheirs && dueOn !== null;
      if (isRepeating || commitmentId !== null) {
        await tx.patch("step", id, { ...(isRepeating && { repeats }), ...(commitmentId !== null && { commitmentId }) });
      }
    }
    if (stepIds.length > 0) return { pageId, stepIds };
    const [note] = await tx.list("note", { pageId });
    const id = newId() as StepId;
    const step = Step.parse({ id, createdAt: instantOf(now), what: text });
    const source = { eventId, pageId, noteId: note?.id ?? null, start: 0, end: text.length, quote: text };
    await tx.insert("step", { ...step, ...source, ownerMemberId: memberId, commitmentId });
    if (note !== undefined) await settle(tx, [note.id]);
    return { pageId, stepIds: [id] };
  },
});

/**
 * A page that nothing came of. Its notes and what was proposed of them go with it; undo brings all of it back. What was made,
 * kept, or waits for an answer on other pages too stands in the way, and is said.
 */
const remove = command({
  title: "Remove a page",
  args: z.strictObject({ pageId: PageId }),
  async run({ pageId }, { tx }) {
    const page = await found(tx, "page", pageId);
    const notes = await tx.list("note", { pageId });
    const ofEvent = await tx.list("proposal", { eventId: page.eventId });
    const [own, others] = [
      ofEvent.filter((one) => one.pageId === pageId),
      ofEvent.filter((one) => one.pageId !== pageId),
    ];
    const isHere = (repeat: { pageId: PageId }) => repeat.pageId === pageId;
    const repeating = others.filter((one) => one.repeats.some(isHere));
    const spanning = own.filter((one) => !one.repeats.every(isHere));
    const made = notes.filter((note) => note.state === "made").length;
    const kept = notes.filter((note) => note.state === "kept").length;
    const steps = (await tx.list("step", { pageId })).length;
    const shared = [...repeating, ...spanning].filter((one) => one.state === "open").length;
    const standing = sayAll([
      [steps, `${sayCount(steps, "step comes", "steps come")} from it`],
      [made, `${sayCount(made, "passage was", "passages were")} made into something`],
      [kept, `${sayCount(kept, "passage was", "passages were")} kept`],
      [shared, `${sayCount(shared, "proposal that waits stands", "proposals that wait stand")} on other pages too`],
    ]);
    if (standing !== "") {
      throw new Refusal(
        "not-allowed",
        `"${page.name}" stays: ${standing}. Remove or let go of what came of it first, and answer what waits.`,
      );
    }
    const told: NoteId[] = [];
    for (const proposal of own) {
      told.push(...(await notesTold(tx, "proposal", proposal)));
      await tx.remove("proposal", proposal.id);
    }
    for (const { id, repeats } of repeating) {
      await tx.patch("proposal", id, { repeats: repeats.filter((repeat) => !isHere(repeat)) });
    }
    await unnameAll(
      tx,
      "note",
      notes.map(({ id }) => id),
    );
    for (const note of notes) await tx.remove("note", note.id);
    await tx.remove("page", pageId);
    await settle(tx, told);
  },
});

export const pageCommands = { "page.add": add, "page.capture": capture, "page.remove": remove } as const;
