import { anchorAt } from "./anchors.ts";
import { day, type Scan, skipArticle, type Span, time, wordAt } from "./scan.ts";
import { ordinals, units, weekdays } from "./words.ts";
import type { PlainDay } from "./plain-day.ts";

/** "the day after tomorrow", "the day before the 9th", "the Monday after the conference", "day before yesterday". */
export function dayBeside(scan: Scan, at: number): Span | null {
  const word = wordAt(scan, at);
  const weekday = weekdays.get(word);
  const isDay = ["day", "morning", "evening", "tag", "dia"].includes(word);
  if (!isDay && (weekday === undefined || weekday.trust === "number")) return null;
  if (ordinals.has(wordAt(scan, at - 1))) return null; // "the third Tuesday after Easter"
  const link = wordAt(scan, at + 1);
  const isAfter = ["after", "following", "nach", "despues"].includes(link);
  if (!isAfter && !["before", "vor", "antes"].includes(link)) return null;
  const from = skipArticle(scan, ["de", "del"].includes(wordAt(scan, at + 2)) ? at + 3 : at + 2);
  if (isDay) {
    const tomorrow = { tomorrow: 1, yesterday: -1 }[wordAt(scan, from)];
    if (tomorrow !== undefined) return day(scan.today.add({ days: tomorrow + (isAfter ? 1 : -1) }), from + 1);
  }
  const anchor = anchorAt(scan, from);
  if (anchor === null) {
    // "9 Feb, report the day after", "closes July 14, so the day before at the latest"
    const isAlone =
      scan.tokens[at + 2] === undefined || scan.tokens[at + 2]?.kind === "mark" || wordAt(scan, at + 2) === "at";
    if (!isAlone || scan.lead?.hasArticle !== true || scan.previous === null) return null;
    if (weekday !== undefined) return day(shift(scan.previous, weekday.n, isAfter), at + 2);
    return day(scan.previous.add({ days: isAfter ? 1 : -1 }), at + 2);
  }
  if (anchor.first === null) return time(anchor.next);
  const base = isAfter ? (anchor.last ?? anchor.first) : anchor.first;
  if (weekday !== undefined) return day(shift(base, weekday.n, isAfter), anchor.next);
  return day(base.add({ days: isAfter ? 1 : -1 }), anchor.next);
}

function shift(base: PlainDay, weekday: number, isAfter: boolean): PlainDay {
  return isAfter
    ? base.add({ days: ((weekday - base.dayOfWeek + 6) % 7) + 1 })
    : base.subtract({ days: ((base.dayOfWeek - weekday + 6) % 7) + 1 });
}

/** "the week after Ignite", "the week before Christmas", "the week after" (the last day said). */
export function weekBeside(scan: Scan, at: number): Span | null {
  if (units.get(wordAt(scan, at)) !== "week" || wordAt(scan, at) === "w") return null;
  const link = wordAt(scan, at + 1);
  const isAfter = ["after", "following", "nach"].includes(link);
  if ((!isAfter && !["before", "vor"].includes(link)) || wordAt(scan, at + 2) === "next") return null;
  const anchor = anchorAt(scan, skipArticle(scan, at + 2));
  const isAlone =
    isAfter &&
    scan.lead?.hasArticle === true &&
    (scan.tokens[at + 2] === undefined || scan.tokens[at + 2]?.kind === "mark");
  const base =
    anchor === null ? (isAlone ? scan.previous : null) : isAfter ? (anchor.last ?? anchor.first) : anchor.first;
  if (anchor !== null && anchor.first === null) return time(anchor.next);
  if (base === null) return null;
  const start = base.subtract({ days: (base.dayOfWeek - scan.week.first + 7) % 7 }).add({ days: isAfter ? 7 : -7 });
  return {
    first: start,
    last: scan.week.length > 1 ? start.add({ days: scan.week.length - 1 }) : null,
    unit: "week",
    next: anchor?.next ?? at + 2,
  };
}
