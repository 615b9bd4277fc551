import { type Amount, amountAt, moved, oneCount, step, unitAfter } from "./amounts.ts";
import { anchorAt } from "./anchors.ts";
import { dayBeside, weekBeside } from "./beside.ts";
import { isBefore, weekdayAfter, workingDayAfter } from "./calendar.ts";
import { after, day, type Scan, skipArticle, type Span, time, wordAt } from "./scan.ts";
import { units, weekdays, whichWords } from "./words.ts";

/**
 * So long from the note or from another day: "in two weeks", "within 3 working days", "10 days from now", "a week
 * from Friday", "two days before the 9th", "three days ago", "the next two weeks". A length alone ("for two weeks",
 * "24 hours") is no day, and "in a few days" names a time that is no day.
 */
export function durationAt(scan: Scan, at: number): Span | null {
  return (
    dayBeside(scan, at) ??
    weekBeside(scan, at) ??
    nextAmount(scan, at) ??
    rolling(scan, at) ??
    romancePast(scan, at) ??
    nextWorkingDay(scan, at) ??
    counted(scan, at)
  );
}

/** An amount and what it counts from. */
function counted(scan: Scan, at: number): Span | null {
  const amount = amountAt(scan, at);
  if (amount === null) return null;
  const { next } = amount;
  // "5 years ago" tells of a time, not of a day.
  const isYears = amount.unit === "year" && amount.more.length === 0;
  if (wordAt(scan, next) === "ago" && scan.lead?.kind === "in") return null; // "it went in 6 days ago": no lead of ours
  const ago = agoAfter(scan, next);
  if (ago !== -1) {
    if (isYears) return null;
    return amount.from === null ? time(ago) : { ...moved(scan, scan.today, -1, amount, ago), isSettled: true };
  }
  const now = nowAfter(scan, next);
  if (now !== -1) return amount.from === null ? time(now) : moved(scan, scan.today, 1, amount, now);
  const linked = fromAnchor(scan, at, amount);
  if (linked !== null) return linked;
  const kind = scan.lead?.kind ?? null;
  const isIn =
    (kind === "in" && isInUnit(scan, amount)) || kind === "within" || (scan.lead?.words ?? "").startsWith("d'ici");
  if (!isIn) return null;
  return amount.from === null ? time(next) : moved(scan, scan.today, 1, amount, next);
}

/** "ago" behind the amount, or German "vor" before it; -1 where neither stands. */
function agoAfter(scan: Scan, at: number): number {
  if (wordAt(scan, at) === "ago" || (wordAt(scan, at) === "back" && scan.lead === null)) return at + 1;
  return scan.lead?.words === "vor" && !scan.lead.hasArticle ? at : -1;
}

/** "a week on Friday", "two weeks from Tuesday", "3 days after the 9th", "a week before Ignite", "a week tomorrow". */
function fromAnchor(scan: Scan, at: number, amount: Amount): Span | null {
  if (amount.from === null || wordAt(scan, at - 1) === "for") return null; // "for 10 days from Monday" is a length
  const link = wordAt(scan, amount.next);
  const isWeeks = amount.unit === "week" || amount.unit === "fortnight";
  if (isWeeks && scan.lead?.kind !== "in" && (link === "today" || link === "tomorrow")) {
    return moved(scan, link === "today" ? scan.today : scan.today.add({ days: 1 }), 1, amount, amount.next + 1);
  }
  // "a week Monday": the Monday after the next.
  if (isWeeks && scan.lead?.kind !== "in" && weekdays.get(link)?.trust === "sure") {
    const from = weekdayAfter(scan.today, weekdays.get(link)!.n); // found above
    return moved(scan, from, 1, amount, amount.next + 1);
  }
  // "in two weeks on site" is no date, and "3 days on Monday" a length.
  if (link === "on" && (!isWeeks || scan.lead?.kind === "in")) return null;
  if (!["from", "after", "before", "on", "nach", "vor", "apres", "avant", "following"].includes(link)) return null;
  const anchor = anchorAt(scan, skipArticle(scan, amount.next + 1));
  if (anchor === null || anchor.first === null) return null;
  const isBack = ["before", "vor", "avant"].includes(link);
  return moved(scan, isBack ? anchor.first : (anchor.last ?? anchor.first), isBack ? -1 : 1, amount, anchor.next);
}

/** Spanish "en dos semanas" is when; French "en deux semaines" is how long. */
function isInUnit(scan: Scan, amount: Amount): boolean {
  if (scan.lead?.words !== "en") return true;
  const unit = wordAt(scan, amount.next - 1);
  return ["dias", "dia", "semanas", "semana", "meses", "mes", "anos", "ano", "quincena"].includes(unit);
}

function nowAfter(scan: Scan, at: number): number {
  const now = [
    ["from", "now"],
    ["from", "today"],
    ["hence"],
    ["out", "from", "now"],
    ["ab", "jetzt"],
    ["ab", "heute"],
    ["after", "today"],
  ];
  for (const list of now) {
    const next = after(scan, at, ...list);
    if (next !== -1) return next;
  }
  return -1;
}

/** "the next two weeks", "over the coming 10 days", "les deux prochaines semaines", "den nächsten zwei Wochen", "the coming weeks". */
function nextAmount(scan: Scan, at: number): Span | null {
  const way = direction(wordAt(scan, at));
  if (way !== 0) {
    if (units.has(wordAt(scan, at + 1)) && isPlural(scan, at + 1)) return way === 1 ? time(at + 2) : null;
    const amount = amountAt(scan, at + 1);
    if (amount === null || ["a", "an", "one"].includes(wordAt(scan, at + 1))) return null;
    if (way === -1 && amount.unit === "year") return null;
    return amount.from === null ? time(amount.next) : stretch(scan, way, amount);
  }
  const count = oneCount(scan, at);
  const side = count === null ? 0 : direction(wordAt(scan, count.next));
  if (count === null || count.value === null || side === 0 || !isPlural(scan, count.next + 1)) return null;
  const unit = unitAfter(scan, count.next + 1, "");
  if (unit === null || (side === -1 && unit.unit === "year")) return null;
  return stretch(scan, side, { from: count.value, to: count.value, more: [], ...unit });
}

function isPlural(scan: Scan, at: number): boolean {
  return /(?:s|wochen|tage|tagen|monate|monaten)$/.test(wordAt(scan, at)) && wordAt(scan, at) !== "mes";
}

/** "20 upcoming days", "10 previous weeks", "deux prochaines semaines": which way, -1 or 1; 0 for any other word. */
function direction(word: string): -1 | 0 | 1 {
  if (
    ["prochains", "prochaines", "proximos", "proximas", "nachsten", "kommenden", "next", "upcoming", "coming"].includes(
      word,
    )
  )
    return 1;
  return ["dernieres", "derniers", "ultimas", "ultimos", "past", "previous", "last", "letzten"].includes(word) ? -1 : 0;
}

/** From the note's day so far ahead, or from so far back to the day before. */
function stretch(scan: Scan, way: 1 | -1, amount: Amount): Span {
  const end = step(scan.today, way * amount.to, amount, scan.context.workingDays);
  // "in the next two weeks" is by their end; "over the next two weeks" all of them.
  const isIn = scan.lead?.kind === "in" || scan.lead?.kind === "within";
  if (way === 1 && isIn) return { ...day(end, amount.next), isDeadline: true };
  if (way === 1) return { first: scan.today, last: end, unit: "day", next: amount.next };
  const eve = scan.today.subtract({ days: 1 });
  return { first: end, last: isBefore(end, eve) ? eve : null, unit: "day", next: amount.next };
}

/** English "in the next week", "over the next month": so long from the note, not the calendar's next week. */
function rolling(scan: Scan, at: number): Span | null {
  const { lead } = scan;
  if (lead === null || !lead.hasArticle || lead.language !== "en") return null;
  if (!(lead.kind === "in" || lead.kind === "within" || ["over", "during", "throughout"].includes(lead.words)))
    return null;
  if (wordAt(scan, at) !== "next") return null;
  const unit = units.get(wordAt(scan, at + 1));
  if (
    unit === undefined ||
    unit === "day" ||
    unit === "weekend" ||
    unit === "quarter" ||
    wordAt(scan, at + 1).endsWith("s")
  )
    return null;
  const isTwo = wordAt(scan, at + 2) === "or" && ["two", "2"].includes(scan.tokens[at + 3]?.norm ?? "");
  const isSo = wordAt(scan, at + 2) === "or" && wordAt(scan, at + 3) === "so";
  const count = isTwo ? 2 : 1;
  const next = isTwo || isSo ? at + 4 : at + 2;
  return stretch(scan, 1, { from: count, to: count, unit, isWorking: false, more: [], next });
}

/** "il y a deux semaines", "hace tres días". */
function romancePast(scan: Scan, at: number): Span | null {
  const ago = after(scan, at, "il", "y", "a");
  const from = ago === -1 ? after(scan, at, "hace") : ago;
  if (from === -1) return null;
  const amount = amountAt(scan, from);
  if (amount === null || (amount.unit === "year" && amount.more.length === 0)) return null;
  return amount.from === null ? time(amount.next) : moved(scan, scan.today, -1, amount, amount.next);
}

/** "next working day", "the following business day". */
function nextWorkingDay(scan: Scan, at: number): Span | null {
  if (whichWords.get(wordAt(scan, at)) !== 1) return null;
  const unit = unitAfter(scan, at + 1, "");
  if (unit === null || !unit.isWorking) return null;
  const from = scan.previous !== null && wordAt(scan, at) === "following" ? scan.previous : scan.today;
  return day(workingDayAfter(from, 1, scan.context.workingDays), unit.next);
}
