import { addDays, addWorkingDays, type Day, plainDate } from "#domain/model/time.ts";
import { assert } from "#domain/refusal.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, todayIn } from "./asking.ts";

/** A day by the words people use for it. */
export interface DayWord {
  words: string;
  day: Day;
}

/**
 * The days that people mean most when they say when: today, the next days worked, the end of this week, the next, and later. Each
 * day stands once, under the nearest words.
 */
export function dayWords(replica: Replica, asking: Asking): DayWord[] {
  const today = todayIn(replica, asking);
  const workspace = replica.get("workspace", replica.workspaceId);
  assert(workspace, "every replica holds its workspace");
  const { workingDays, firstDayOfWeek } = workspace;
  const toNextWeek = (firstDayOfWeek - plainDate(today).dayOfWeek + 7) % 7 || 7;
  const nextWeek = addWorkingDays(addDays(today, toNextWeek - 1), 1, workingDays);
  const lastOfWeek = lastWorkedBefore(addDays(today, toNextWeek), workingDays);
  const said: DayWord[] = [
    { words: "Today", day: today },
    { words: "Tomorrow", day: addDays(today, 1) },
    { words: "End of week", day: lastOfWeek },
    { words: "Next week", day: nextWeek },
    { words: "In two weeks", day: addDays(today, 14) },
    { words: "In a month", day: addWorkingDays(addDays(today, 27), 1, workingDays) },
  ];
  return said.filter(({ day }, place) => day >= today && said.findIndex((one) => one.day === day) === place);
}

function lastWorkedBefore(day: Day, workingDays: readonly number[]): Day {
  for (let back = 1; back <= 7; back += 1) {
    const earlier = addDays(day, -back);
    if (workingDays.includes(plainDate(earlier).dayOfWeek)) return earlier;
  }
  return addDays(day, -1);
}
