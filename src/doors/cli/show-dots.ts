import type { Note } from "#domain/model/note.ts";
import { sayDayFrom, shortened } from "#domain/model/say.ts";
import type { Step } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import { noteRecall } from "#questions/dots.ts";
import { dotsOfStep } from "#questions/step-dots.ts";
import type { Replica } from "#replica/replica.ts";
import { ref } from "./ref.ts";
import { printable } from "./wrap.ts";

/** What a note is joined to, a line each, and when it comes back (RV3); null where nothing says. */
export function noteDots(replica: Replica, note: Note, today: Day): { lines: string[]; back: string | null } {
  const { dots, dueOn } = noteRecall(replica, note.id, today);
  const lines = dots.map(({ noun, id, title }) => printable(`${noun} ${ref(id)}  ${shortened(title)}`));
  return { lines, back: dueOn === null ? null : `comes back in a comb-back from ${sayDayFrom(dueOn, today)}` };
}

/** The old notes that were joined to a step, a line each. */
export function stepDots(replica: Replica, step: Step): string[] {
  return dotsOfStep(replica, step.id).map(({ note }) => printable(`note ${ref(note.id)}  ${shortened(note.text)}`));
}
