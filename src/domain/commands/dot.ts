import * as z from "zod";
import { command, type Work } from "../command.ts";
import { Dot } from "../model/dot.ts";
import { type CardId, CommitmentId, DotId, LeadId, NoteId, StepId } from "../model/id.ts";
import { instantOf } from "../model/time.ts";
import { Line } from "../model/text.ts";
import { Refusal } from "../refusal.ts";
import { found, refersTo } from "./found.ts";
import { settle } from "./settle.ts";

/** What is joined: a note, and one thing under way. */
export const Join = z.strictObject({
  noteId: NoteId,
  stepId: StepId.nullable().default(null),
  leadId: LeadId.nullable().default(null),
  commitmentId: CommitmentId.nullable().default(null),
  line: Line.nullable().default(null),
});
type Join = z.infer<typeof Join>;

/** Records that an old note belongs to something under way. The note is one worth keeping then, where nobody had said anything of it (NT2). */
const join = command({
  title: "Join a note to something under way",
  args: Join,
  run: (args, work) => joinDot(args, null, work),
});

/** @param cardId the card at which it was joined */
export async function joinDot(args: Join, cardId: CardId | null, work: Work): Promise<{ dotId: DotId }> {
  const { tx, newId, now, memberId } = work;
  const { noteId, stepId, leadId, commitmentId } = args;
  const note = await found(tx, "note", noteId);
  const id = newId("dot") as DotId; // a new one
  if ([stepId, leadId, commitmentId].filter((other) => other !== null).length !== 1) {
    throw new Refusal("invalid", "A dot joins a note to one thing; give the step, the lead or the commitment.");
  }
  await refersTo(tx, "step", stepId);
  await refersTo(tx, "lead", leadId);
  await refersTo(tx, "commitment", commitmentId);
  const [known] = await tx.list("dot", { noteId, stepId, leadId, commitmentId });
  if (known !== undefined) throw new Refusal("duplicate", "The two are joined already.");
  await tx.insert("dot", Dot.parse({ ...args, id, createdAt: instantOf(now), memberId, cardId }));
  if (note.state === "unread") {
    await tx.patch("note", noteId, { answer: "kept" });
    await settle(tx, [noteId]);
  }
  return { dotId: id };
}

const part = command({
  title: "Part a note from what it was joined to",
  args: z.strictObject({ dotId: DotId }),
  async run({ dotId }, { tx }) {
    await found(tx, "dot", dotId);
    await tx.remove("dot", dotId);
  },
});

export const dotCommands = { "dot.join": join, "dot.part": part } as const;
