import * as z from "zod";
import { command } from "../command.ts";
import { EventId, NoteId, SessionId } from "../model/id.ts";
import { stateOf } from "../model/ledger.ts";
import { Note, type NoteAnswer, ObservationKind } from "../model/note.ts";
import { instantOf } from "../model/time.ts";
import type { Tx } from "../ports.ts";
import { found, refersTo } from "./found.ts";
import { notesTold, settle, unmake } from "./settle.ts";

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
    const captured = { ...args, id, createdAt: instantOf(now), pageId: null, start: null, end: null, answer: null };
    await tx.insert("note", { ...captured, state: stateOf(captured, { steps: 0, proposals: [] }) });
    return { noteId: id };
  },
});

const noteIds = z.array(NoteId).min(1).max(10_000);

/** Keeps passages as notes; what was proposed of them and waits is answered with it (NT2). */
const keep = command({
  title: "Keep as a note",
  args: z.strictObject({ noteIds }),
  run: (args, { tx }) => answer(tx, args.noteIds, "kept"),
});

const letGo = command({
  title: "Let a note go",
  args: z.strictObject({ noteIds }),
  run: (args, { tx }) => answer(tx, args.noteIds, "letGo"),
});

async function answer(tx: Tx, ids: readonly NoteId[], said: NoteAnswer): Promise<void> {
  const told: NoteId[] = [];
  for (const id of ids) {
    await found(tx, "note", id);
    await tx.patch("note", id, { answer: said });
    told.push(id);
    for (const proposal of await tx.list("proposal", { noteId: id, state: "open" })) {
      await tx.patch("proposal", proposal.id, { state: said });
      told.push(...(await notesTold(tx, "proposal", proposal)));
    }
  }
  await settle(tx, told);
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
    });
    await settle(tx, [noteId, ...(args.observation === null ? await unmake(tx, noteId) : [])]);
  },
});

export const noteCommands = { "note.add": add, "note.keep": keep, "note.letGo": letGo, "note.change": change } as const;
