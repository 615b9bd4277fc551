import type { Work } from "../command.ts";
import { checkBackAfter, type Step } from "../model/step.ts";
import { type Day, dayAt } from "../model/time.ts";
import { found } from "./found.ts";

/** The check-back day of a step of theirs where none was said (ST2). */
export async function checkBackDay(step: Pick<Step, "dueOn" | "dueEnd">, work: Work): Promise<Day> {
  const { workingDays, timeZone } = await found(work.tx, "workspace", work.workspaceId);
  return checkBackAfter(step.dueEnd ?? step.dueOn, dayAt(work.now, timeZone), workingDays);
}
