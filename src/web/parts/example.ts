import { sayDay } from "#domain/model/say.ts";
import { addDays, type Day, plainDate } from "#domain/model/time.ts";
import type { FileGiven } from "./files.ts";

/** The files of the invented event that the repository's examples hold; the app carries them with it. */
const files: readonly (readonly [name: string, place: URL])[] = [
  ["event.json", new URL("../../../examples/harbour-partner-day/event.json", import.meta.url)],
  ["schedule.json", new URL("../../../examples/harbour-partner-day/schedule.json", import.meta.url)],
  ["contacts.csv", new URL("../../../examples/harbour-partner-day/contacts.csv", import.meta.url)],
  ["notes/day-1.md", new URL("../../../examples/harbour-partner-day/notes/day-1.md", import.meta.url)],
  ["notes/phone-dump.txt", new URL("../../../examples/harbour-partner-day/notes/phone-dump.txt", import.meta.url)],
  [
    "notes/Evening of day 2.html",
    new URL("../../../examples/harbour-partner-day/notes/Evening of day 2.html", import.meta.url),
  ],
];

/** The days on which the example was written, a Tuesday and a Wednesday. */
const written = { first: "2026-02-03" as Day, second: "2026-02-04" as Day } as const; // days

/**
 * The example event, as if it had ended on the last Wednesday before `today`: what it asks for is due in these days, as it would be for
 * somebody who came home from it.
 */
export function exampleFiles(today: Day): FileGiven[] {
  const sinceWednesday = (plainDate(today).dayOfWeek + 4) % 7 || 7;
  const second = addDays(today, -sinceWednesday);
  const days = { first: addDays(second, -1), second };
  return files.map(([name, place]) => ({
    name,
    bytes: async () => {
      const answer = await fetch(place);
      if (!answer.ok) throw new Error("The example could not be loaded; the app may not be wholly on this device yet.");
      return new TextEncoder().encode(moved(await answer.text(), days));
    },
  }));
}

/** The words with their days moved. A day is written in three ways there. */
function moved(words: string, days: Record<keyof typeof written, Day>): string {
  let text = words;
  for (const which of ["first", "second"] as const) {
    const [before, after] = [written[which], days[which]];
    text = text
      .replaceAll(before, after)
      .replaceAll(`${sayDay(before)} 2026`, `${sayDay(after)} ${after.slice(0, 4)}`)
      .replaceAll(sayDay(before).toLowerCase(), sayDay(after).toLowerCase());
  }
  // "before the 12th" is a little more than a week after the event.
  return text.replaceAll("the 12th", `the ${ordinal(addDays(days.second, 8))}`);
}

function ordinal(day: Day): string {
  const { day: number } = plainDate(day);
  const ending = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" };
  return `${number}${ending[ordinals.select(number)]}`;
}

const ordinals = new Intl.PluralRules("en", { type: "ordinal" });
