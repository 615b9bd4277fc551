import type { Dot } from "#domain/model/dot.ts";
import type { NoteId } from "#domain/model/id.ts";
import { spacingOf } from "#recall/spacing.ts";
import type { Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { notesShowings, showingsOf } from "./comb-back/showings.ts";

/** A dot from its note's side: what the note is joined to. */
export interface DotOfNote {
  dot: Dot;
  noun: "step" | "lead" | "commitment";
  id: string;
  title: string;
}

/** What a note is joined to, and when it comes back (RV3). */
export interface NoteRecall {
  dots: DotOfNote[];
  /** The day from which it may come back; null where it is to come for the first time, or was let go. */
  dueOn: Day | null;
  /** How often it was shown, and the last day. */
  times: number;
  shownOn: Day | null;
}

export function noteRecall(replica: Replica, noteId: NoteId, today: Day): NoteRecall {
  const dots = replica.by("dot", "noteId", noteId).flatMap((dot): DotOfNote[] => {
    const step = replica.get("step", dot.stepId);
    if (step !== undefined) return [{ dot, noun: "step", id: step.id, title: step.what }];
    const lead = replica.get("lead", dot.leadId);
    if (lead !== undefined) return [{ dot, noun: "lead", id: lead.id, title: lead.name }];
    const commitment = replica.get("commitment", dot.commitmentId);
    return commitment === undefined ? [] : [{ dot, noun: "commitment", id: commitment.id, title: commitment.what }];
  });
  const shown = showingsOf(replica, today).get(`note ${noteId}`) ?? [];
  const spacing = spacingOf(notesShowings(shown));
  return { dots, dueOn: spacing?.dueOn ?? null, times: spacing?.times ?? 0, shownOn: spacing?.shownOn ?? null };
}
