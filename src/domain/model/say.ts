import type { ObservationKind } from "./note.ts";
import type { LookName } from "./clock.ts";
import type { Ledger } from "./ledger.ts";
import type { Noun } from "./nouns.ts";
import type { StepKind } from "./step.ts";
import { type Day, daysBetween, plainDate } from "./time.ts";
import type { Direction, TouchWay } from "./touch.ts";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** A day as people say it: "Fri 28 Nov", with the year where it is not the year of `near`. */
export function sayDay(day: Day, near?: Day): string {
  const date = plainDate(day);
  const year = near === undefined || plainDate(near).year === date.year ? "" : ` ${date.year}`;
  return `${weekdays[date.dayOfWeek - 1]} ${date.day} ${months[date.month - 1]}${year}`;
}

/** A day with its distance from today: "Fri 28 Nov, in 4 days". */
export function sayDayFrom(day: Day, today: Day): string {
  return `${sayDay(day, today)}, ${sayDistance(daysBetween(today, day))}`;
}

/** A number of days from today as people say it. */
export function sayDistance(days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** How long ago something was written down: "written down 12 days ago". */
export function sayAge(days: number): string {
  return `written down ${sayDistance(-days)}`;
}

/** "you called Ana Ruiz", "Ana Ruiz e-mailed you". */
export function sayTouch(way: TouchWay, direction: Direction, name: string): string {
  if (way === "meeting") return `you met ${name}`;
  const verb = { call: "called", email: "e-mailed", message: "messaged" }[way];
  return direction === "out" ? `you ${verb} ${name}` : `${name} ${verb} you`;
}

/** Words on one line, cut where they are long. */
export function shortened(text: string, max = 160): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= max ? line : `${line.slice(0, max - 1)}…`;
}

/** The ledger in words (NT2): "3 passages: 1 made into something, 2 proposed, 0 kept, 0 let go, 0 unread". */
export function sayLedger({ passages, made, proposed, kept, letGo, unread }: Ledger): string {
  return `${sayCount(passages, "passage")}: ${made} made into something, ${proposed} proposed, ${kept} kept, ${letGo} let go, ${unread} unread`;
}

/** "1 step", "3 steps". */
export function sayCount(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const plurals: Partial<Record<Noun, string>> = { person: "people", touch: "touches", sticky: "stickies" };

/** A number of records of a noun: "1 touch", "2 people". */
export function sayNouns(count: number, noun: Noun): string {
  return sayCount(count, noun === "checkin" ? "check-in" : noun, plurals[noun]);
}

/** What there is of the given things, those that are none left out: "2 steps and 1 note"; empty where there is nothing. */
export function sayAll(counted: readonly (readonly [count: number, words: string])[]): string {
  const said = counted.flatMap(([count, words]) => (count > 0 ? [words] : []));
  return said.length > 1 ? `${said.slice(0, -1).join(", ")} and ${said.at(-1)}` : (said[0] ?? "");
}

/** The heading of a list of steps of one kind. */
export const kindHeadings: Record<StepKind, string> = {
  call: "Call",
  email: "E-mail",
  message: "Message",
  meet: "Meet",
  investigate: "Look into",
  write: "Write",
  share: "Share",
  introduce: "Introduce",
  do: "Do",
};

/** What a look of the event clock is called where its day comes. */
export const lookWords: Record<LookName, string> = {
  first: "first follow-up",
  second: "second look",
  third: "third look",
  rhythm: "in touch again",
};

/** What an observation is about, as a heading. */
export const observationHeadings: Record<ObservationKind, string> = {
  competitor: "Competitors",
  partner: "Partners",
  technology: "Technology",
  market: "Market",
  learned: "Learned",
  idea: "Ideas",
  broken: "Broken",
  working: "Working",
};
