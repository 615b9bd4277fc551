import { sayCount } from "#domain/model/say.ts";
import { Refusal } from "#domain/refusal.ts";
import { clockNumbers } from "#questions/event-clock.ts";
import type { Desk } from "./desk.ts";
import { print, said, type Said } from "./print.ts";
import { namedOrAt } from "./ref.ts";

export interface ClockOptions extends Said {
  first?: string;
  second?: string;
  third?: string;
  person?: string;
  every?: string;
}

/** EC1: says the clock's numbers, changes them, or chooses the rhythm of one person. */
export async function clockCommand(desk: Desk, options: ClockOptions): Promise<void> {
  const { first, second, third, person, every } = options;
  if ((person === undefined) !== (every === undefined)) {
    throw new Refusal("invalid", "A rhythm is one person's: upshot clock --person NAME --every 90");
  }
  if (person !== undefined && every !== undefined) return setRhythm(desk, { person, every }, options);
  const numbers = {
    ...(first === undefined ? {} : { firstLookWorkingDays: daysOf("--first", first) }),
    ...(second === undefined ? {} : { secondLookDays: daysOf("--second", second) }),
    ...(third === undefined ? {} : { thirdLookDays: daysOf("--third", third) }),
  };
  if (Object.keys(numbers).length > 0) await desk.run("workspace.change", numbers);
  const { workingDays: _, ...kept } = clockNumbers(await desk.replica([]));
  print(desk, options, kept, () => [
    `First follow-up: within ${sayCount(kept.firstLookWorkingDays, "working day")} of coming home`,
    `Second look: ${sayCount(kept.secondLookDays, "day")} after coming home`,
    `Third look: ${sayCount(kept.thirdLookDays, "day")} after coming home`,
    "Then each person's own rhythm: upshot clock --person NAME --every 90",
  ]);
}

async function setRhythm(desk: Desk, given: { person: string; every: string }, options: Said): Promise<void> {
  const person = namedOrAt(await desk.replica(["person"]), "person", given.person);
  const rhythmDays = given.every === "never" ? null : daysOf("--every", given.every);
  await desk.run("person.change", { personId: person.id, rhythmDays });
  const sentence =
    rhythmDays === null
      ? `${person.name} has no rhythm any more; the event clock ends with the third look.`
      : `In touch with ${person.name} every ${sayCount(rhythmDays, "day")}, after the third look.`;
  said(desk, options, { personId: person.id, rhythmDays }, sentence);
}

function daysOf(option: string, given: string): number {
  const days = Number(given);
  if (Number.isSafeInteger(days) && days >= 1 && days <= 3650) return days;
  throw new Refusal("invalid", `${option} takes a number of days, such as 7; "${given}" is none.`);
}
