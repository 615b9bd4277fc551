import * as z from "zod";
import { command } from "../command.ts";
import { EventId, NoteId, SessionId } from "../model/id.ts";
import { Note, type NoteState, ObservationKind } from "../model/note.ts";
import type { ProposalState } from "../model/proposal.ts";
import { instantOf } from "../model/time.ts";
import type { Tx } from "../ports.ts";
import { found, refersTo } from "./found.ts";

/** A line captured on the spot. */
const add = command({
  title: "Capture a note",
  args: z.strictObject({
    text: Note.shape.text,
    eventId: EventId.nullable().default(null),
    sessionId: SessionId.nullable().default(null),
    observation: ObservationKind.nullable().default(null),
    personIds: Note.shape.personIds,
    organizationIds: Note.shape.organizationIds,
  }),
  async run(args, { tx, newId, now }) {
    await refersTo(tx, "event", args.eventId);
    await refersTo(tx, "session", args.sessionId);
    for (const id of args.personIds) await found(tx, "person", id);
    for (const id of args.organizationIds) await found(tx, "organization", id);
    const id = newId() as NoteId;
    const state: NoteState = args.observation === null ? "unread" : "made";
    await tx.insert("note", { ...args, id, createdAt: instantOf(now), pageId: null, start: null, end: null, state });
    return { noteId: id };
  },
});

const noteIds = z.array(NoteId).min(1).max(10_000);

/** Keeps passages as notes; what was proposed from them is answered with it (NT2). */
const keep = command({
  title: "Keep as a note",
  args: z.strictObject({ noteIds }),
  run: (args, { tx }) => settle(tx, args.noteIds, "kept"),
});

const letGo = command({
  title: "Let a note go",
  args: z.strictObject({ noteIds }),
  run: (args, { tx }) => settle(tx, args.noteIds, "letGo"),
});

async function settle(tx: Tx, ids: readonly NoteId[], state: "kept" | "letGo"): Promise<void> {
  for (const id of ids) {
    await found(tx, "note", id);
    const proposals = await tx.list("proposal", { noteId: id });
    for (const proposal of proposals) if (proposal.state === "open") await tx.patch("proposal", proposal.id, { state });
    const isMade = proposals.some((proposal) => proposal.state === "accepted");
    await tx.patch("note", id, { state: isMade ? "made" : state });
  }
}

/** What a passage is after its proposals were answered: made if any was accepted, else kept if any, else let go (NT2). */
export async function settleNote(tx: Tx, id: NoteId): Promise<void> {
  const states = new Set<ProposalState>((await tx.list("proposal", { noteId: id })).map((proposal) => proposal.state));
  const state: NoteState = states.has("open")
    ? "proposed"
    : states.has("accepted")
      ? "made"
      : states.has("kept")
        ? "kept"
        : "letGo";
  await tx.patch("note", id, { state });
}

/** Says what a note is about: its session, people, organizations, or that it is an observation. */
const change = command({
  title: "Say what a note is about",
  args: z.strictObject({
    noteId: NoteId,
    sessionId: SessionId.nullish(),
    observation: ObservationKind.nullish(),
    personIds: Note.shape.personIds.unwrap().optional(),
    organizationIds: Note.shape.organizationIds.unwrap().optional(),
  }),
  async run({ noteId, ...args }, { tx }) {
    const note = await found(tx, "note", noteId);
    await refersTo(tx, "session", args.sessionId);
    await tx.patch("note", noteId, {
      sessionId: args.sessionId === undefined ? note.sessionId : args.sessionId,
      observation: args.observation === undefined ? note.observation : args.observation,
      personIds: args.personIds ?? note.personIds,
      organizationIds: args.organizationIds ?? note.organizationIds,
      ...(args.observation ? { state: "made" as const } : {}),
    });
  },
});

export const noteCommands = { "note.add": add, "note.keep": keep, "note.letGo": letGo, "note.change": change } as const;
