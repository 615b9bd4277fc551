import "../src/main/temporal.ts";
import { debrief } from "#debrief/debrief.ts";
import type { Plan } from "#debrief/plan.ts";
import { Day, TimeZone } from "#domain/model/time.ts";
import type { InputFile } from "#formats/file.ts";

/** The reader as a person meets it: a folder's files in, the plan out. The one place where the evaluation calls it. */
export function planOf(files: readonly InputFile[], takenOn: string): Plan {
  return debrief(files, { today: Day.parse(takenOn), timeZone: TimeZone.parse("UTC") }).plan;
}
