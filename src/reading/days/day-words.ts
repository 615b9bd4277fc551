import { after, day, isDashAt, type Scan, type Span, wordAt } from "./scan.ts";
import { dayWords, weekdays } from "./words.ts";

/** today, tomorrow, tonight, "this morning", "last night", "the day after tomorrow", übermorgen, après-demain, pasado mañana. */
export function dayWordAt(scan: Scan, at: number): Span | null {
  const { today } = scan;
  const word = wordAt(scan, at);
  const second = wordAt(scan, at + 1);
  if (word === "apres" && second === "" && isDashAt(scan, at + 1) && wordAt(scan, at + 2) === "demain")
    return day(today.add({ days: 2 }), at + 3);
  if (word === "avant" && second === "" && isDashAt(scan, at + 1) && wordAt(scan, at + 2) === "hier")
    return day(today.subtract({ days: 2 }), at + 3);
  if (word === "pasado" && second === "manana") return day(today.add({ days: 2 }), at + 2);
  if (
    ["this", "ce", "cet", "cette", "esta", "diesen"].includes(word) &&
    [
      "morning",
      "afternoon",
      "evening",
      "arvo",
      "matin",
      "soir",
      "noche",
      "tarde",
      "manana",
      "abend",
      "nachmittag",
    ].includes(second)
  )
    return day(today, at + 2);
  if (word === "last" && second === "night") return day(today.subtract({ days: 1 }), at + 2);
  if (word === "tomorrow" && second === "week") return day(today.add({ days: 8 }), at + 2);
  if (word === "today" && second === "week") return day(today.add({ days: 7 }), at + 2);
  if ((word === "same" || word === "this") && ["day", "time"].includes(second)) {
    const next = after(scan, at + 2, "next", "week");
    if (next !== -1) return day(today.add({ days: 7 }), next);
  }
  const offset = dayWords.get(word);
  if (offset === undefined || !isDayWord(scan, at, word)) return null;
  return day(today.add({ days: offset }), at + 1);
}

/** morgen and mañana are also the morning; "today's keynote" tells of one. */
function isDayWord(scan: Scan, at: number, word: string): boolean {
  const token = scan.tokens[at]!; // a word is there
  if (token.isPossessive && scan.lead !== null && ["from", "after"].includes(scan.lead.words)) return false;
  if (token.isPossessive && scan.lead === null) return false;
  const before = wordAt(scan, at - 1);
  if (word === "morgen") {
    if (["am", "guten", "jeden", "diesen", "den", "der", "vom", "heute"].includes(before) || weekdays.has(before))
      return false;
    // In an English passage Morgen is somebody's name.
    return !token.isCapital || scan.language === "de";
  }
  if (word === "manana") return !["la", "esta", "cada", "de"].includes(before) || before === "de";
  if (word === "hier") return scan.language === "fr" || ["des", "d'"].includes(before);
  if (word === "demain" || word === "hoy" || word === "ayer") return !token.isUpper;
  if (word === "heute" && weekdays.has(before)) return false;
  return true;
}
