import type { Dot } from "#domain/model/dot.ts";
import type { StepId } from "#domain/model/id.ts";
import type { Note } from "#domain/model/note.ts";
import type { Replica } from "#replica/replica.ts";

/** The old notes that were joined to a step (RV2), the newest dot first. */
export function dotsOfStep(replica: Replica, stepId: StepId): { dot: Dot; note: Note }[] {
  return replica
    .by("dot", "stepId", stepId)
    .flatMap((dot) => {
      const note = replica.get("note", dot.noteId);
      return note === undefined ? [] : [{ dot, note }];
    })
    .reverse();
}
