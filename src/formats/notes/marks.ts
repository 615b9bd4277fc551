import { monthOf } from "../month.ts";
import { isBlank } from "./words.ts";

/** What the front of a line says before its words begin. Offsets are into the text that was given. */
export interface Front {
  /** Where the words begin. */
  at: number;
  isItem: boolean;
  /** Depth that the mark itself adds: `** point` is one deeper than `* point`. */
  deeper: number;
  box: "open" | "ticked" | null;
}

/**
 * Reads the list mark and the task box that lead `[from, to)`, either or both. Marks: `* - + • – — · ◦ ▪ ‣ ○ ● ■`,
 * `1.` `1)` `(1)` `a)`; boxes: `[ ]` `[x]` and their like, `☐ ☑ ✓ ✔ ✅`. Arrows (`->`, `=>`), signs (`-5`, `+1`),
 * and a German or French date (`12. Mai`) are no marks; they stay in the words.
 */
export function frontOf(text: string, from: number, to: number): Front {
  const mark = listMark(text, from, to);
  const front: Front = { at: mark?.at ?? from, isItem: mark !== null, deeper: mark?.deeper ?? 0, box: null };
  const box = boxAt(text, front.at, to);
  if (box === null) return front;
  return { at: box.at, isItem: true, deeper: front.deeper, box: box.box };
}

/** The level of a heading mark (`## `) at `from` and where its words begin, or null. `#word` is a tag, no heading. */
export function headingMark(text: string, from: number, to: number): { at: number; level: number } | null {
  let at = from;
  while (at < to && text.charCodeAt(at) === 0x23) at += 1;
  const level = at - from;
  if (level < 1 || level > 6) return null;
  if (at < to && !isBlank(text.charCodeAt(at)) && (level === 1 || !isWordStart(text, at))) return null;
  return { at: skipBlanks(text, at, to), level };
}

/** True where `[from, to)`, without blanks at its ends, is a drawn line: three or more of one sign, spaced or not. */
export function isRule(text: string, from: number, to: number): boolean {
  const sign = text.charAt(from);
  if (!ruleSigns.includes(sign)) return false;
  let count = 0;
  for (let at = from; at < to; at += 1) {
    if (text.charAt(at) === sign) count += 1;
    else if (!isBlank(text.charCodeAt(at))) return false;
  }
  return count >= 3;
}

const ruleSigns = "-_*=~–—─━═⸺⸻";
const bullets = "•◦▪‣○●■·∙⁃➢➤❖";
const dashes = "-*+–—";
/** `★` and the like are the writer's marks, `>` is a quote; neither is here. */
const openBoxes = "☐⬜◻▢□❏❑❐";
const tickedBoxes = "☑☒✓✔✅✗✘";

function listMark(text: string, from: number, to: number): { at: number; deeper: number } | null {
  if (from >= to) return null;
  const sign = text.charAt(from);
  if (bullets.includes(sign)) return { at: skipBlanks(text, from + 1, to), deeper: 0 };
  if (dashes.includes(sign)) return dashMark(text, from, to, sign);
  const end = numberMark(text, from, to);
  return end === null ? null : { at: skipBlanks(text, end, to), deeper: 0 };
}

function dashMark(text: string, from: number, to: number, sign: string): { at: number; deeper: number } | null {
  let at = from + 1;
  while (at < to && at - from < 6 && text.charAt(at) === sign) at += 1;
  if (at >= to || isBlank(text.charCodeAt(at))) return { at: skipBlanks(text, at, to), deeper: at - from - 1 };
  // "-milk": in notes a dash glued to a word still is a list mark; a flag ("--dry-run"), "-5" and "->" are not.
  if (at - from > 1) return null;
  const isGlued = (sign === "-" || sign === "–") && isLetter(text.charAt(at));
  return isGlued || bracketBox(text, at, to) !== null ? { at, deeper: 0 } : null;
}

/** The end of `1.` `1)` `(1)` `a)` `(a)` with a blank after it, or null. */
function numberMark(text: string, from: number, to: number): number | null {
  const isOpen = text.charAt(from) === "(";
  const start = isOpen ? from + 1 : from;
  let at = start;
  while (at < to && at - start < 3 && isDigit(text.charCodeAt(at))) at += 1;
  const isNumber = at > start;
  if (!isNumber && isAsciiLetter(text.charCodeAt(at))) at += 1;
  if (at === start || at >= to) return null;
  const sign = text.charAt(at);
  if (sign !== ")" && (sign !== "." || isOpen || !isNumber)) return null;
  at += 1;
  if (at < to && !isBlank(text.charCodeAt(at))) return null;
  return sign === "." && isMonthAt(text, skipBlanks(text, at, to), to) ? null : at;
}

/** Months, or cut ones, that are words of other languages too: "1. Set up the demo" counts, "1. Set 2025" is a day. */
const alsoWords = new Set(["set", "may", "mar", "mars", "out", "ago", "mag", "gen"]);

/** A month's name, so that the number before it is a day's. */
function isMonthAt(text: string, from: number, to: number): boolean {
  const word = wordAt(text, from, to);
  if (monthOf(word) === 0) return false;
  if (!alsoWords.has(word.toLowerCase())) return true;
  return /^\.?(?:$|[,:;)–-]|\s{1,3}(?:\d|$|[–-]))/u.test(
    text.slice(from + word.length, Math.min(to, from + word.length + 8)),
  );
}

function boxAt(text: string, from: number, to: number): { at: number; box: "open" | "ticked" } | null {
  if (from >= to) return null;
  const sign = text.charAt(from);
  if (sign === "[") return bracketBox(text, from, to);
  const isOpen = openBoxes.includes(sign);
  if (!isOpen && !tickedBoxes.includes(sign)) return null;
  let at = from + 1;
  // The mark that asks for a text or picture form of the sign is part of it.
  if (text.charCodeAt(at) === 0xfe0e || text.charCodeAt(at) === 0xfe0f) at += 1;
  return { at: skipBlanks(text, at, to), box: isOpen ? "open" : "ticked" };
}

/** `[ ]` `[]` `[_]` `[/]` (begun) are open; `[x]` `[✓]` `[-]` (called off) are closed and so ticked. */
function bracketBox(text: string, from: number, to: number): { at: number; box: "open" | "ticked" } | null {
  const inner = text.charAt(from + 1);
  const end = inner === "]" ? from + 2 : from + 3;
  if (end > to || text.charAt(end - 1) !== "]") return null;
  const isOpen = inner === "]" || inner === "_" || inner === "/" || isBlank(text.charCodeAt(from + 1));
  if (!isOpen && !"xX✓✔☑√-~".includes(inner)) return null;
  const next = text.charAt(end);
  if (end < to && !isBlank(text.charCodeAt(end)) && !isLetter(next) && !isDigit(text.charCodeAt(end))) return null;
  return { at: skipBlanks(text, end, to), box: isOpen ? "open" : "ticked" };
}

function isWordStart(text: string, at: number): boolean {
  return isLetter(text.charAt(at)) || isDigit(text.charCodeAt(at));
}

function wordAt(text: string, from: number, to: number): string {
  let at = from;
  while (at < to && at - from < 12 && isLetter(text.charAt(at))) at += 1;
  return text.slice(from, at);
}

/** The first place from `from` on that is not blank, at most `to`. */
export function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** The end of `[from, to)` without the blanks that trail. */
export function trimEnd(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isBlank(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

export function isLetter(sign: string): boolean {
  return /\p{L}/u.test(sign);
}
