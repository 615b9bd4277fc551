import * as z from "zod";
import { addDays, Day, type TimeZone } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import { daysIn } from "#reading/days.ts";

/** Where a day typed by a person counts from. */
export interface DayTypedFrom {
  today: Day;
  timeZone: TimeZone;
  workingDays: readonly number[];
}

/**
 * A day as a person types it: `2026-02-06`, `+3`, or the words the reader knows ("friday", "next week", "in 5 days"; a bare length
 * of time is meant from today: "5 days", "1 week").
 */
export function dayTyped(words: string, { today, timeZone, workingDays }: DayTypedFrom): Day {
  const wanted = words.trim().replace(/^(?:to|until|till)\s+/i, "");
  const exact = Day.safeParse(wanted);
  if (exact.success) return exact.data;
  const count = z.coerce
    .number()
    .int()
    .min(0)
    .max(3650)
    .safeParse(/^\+\s?(\d{1,4})\s?(?:d|days?)?$/i.exec(wanted)?.[1]);
  if (count.success) return addDays(today, count.data);
  for (const said of [wanted, `in ${wanted}`]) {
    const context = { takenOn: today, timeZone, event: null, events: [], sessions: [], workingDays };
    const [found, second] = daysIn(said, context);
    if (found === undefined || second !== undefined) continue;
    if (found.isAmbiguous) {
      const readings = found.readings === undefined ? "" : `: ${found.readings.join(" or ")}`;
      throw new Refusal("invalid", `"${words}" can be read as several days${readings}. Write the one you mean.`);
    }
    // Words that are left over may turn the day around ("not on friday"), so nothing is guessed from a part.
    if (found.on !== null && found.words.length === said.length) return found.on;
  }
  throw new Refusal(
    "invalid",
    `"${words}" is not a day I can read. Write it like 2026-02-06, "friday", "next week", "5 days" or +3.`,
  );
}
