import * as z from "zod";
import { addDays, Day, type TimeZone } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import { daysIn } from "#reading/days.ts";

/** A day as a person types it: `2026-02-06`, or in words ("friday", "next week"), which count from today. */
export function dayTyped(words: string, today: Day, timeZone: TimeZone): Day {
  const exact = Day.safeParse(words);
  if (exact.success) return exact.data;
  const count = z.coerce
    .number()
    .int()
    .min(0)
    .max(3650)
    .safeParse(/^\+(\d{1,4})d?$/.exec(words)?.[1]);
  if (count.success) return addDays(today, count.data);
  const [found] = daysIn(words, {
    takenOn: today,
    timeZone,
    event: null,
    events: [],
    sessions: [],
    workingDays: [1, 2, 3, 4, 5],
  });
  const day = found?.on ?? null;
  if (day === null || found?.isAmbiguous === true) {
    throw new Refusal(
      "invalid",
      `"${words}" is not a day I can read. Write it like 2026-02-06, "friday" or "in two weeks".`,
    );
  }
  return day;
}
