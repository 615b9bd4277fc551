import { verbsOf } from "./acts.ts";
import { plainCapitals } from "./words.ts";

/** What the writer put before or after a thought on purpose (RD3). */
export interface Marks {
  /** Offset in the clean words where the thought itself begins. */
  bodyFrom: number;
  /** Offset where it ends: urgent signs and an owner at the end are cut off. */
  bodyTo: number;
  /** `mine` an arrow out, `theirs` an arrow in, `action` TODO, Action:, AI:, `box` an empty box. */
  mark: "mine" | "theirs" | "action" | "box" | null;
  /** A ticked box or a tick. */
  isTicked: boolean;
  isUrgent: boolean;
  /** Who is named beside the mark, "(Tom)" or "@Tom", as written. */
  owner: { words: string; start: number; end: number } | null;
  /** Who speaks or is addressed: "Tom: ...", "[Tom] ...". */
  speaker: { words: string; start: number; end: number } | null;
}

// All anchored at one place and linear: no repetition overlaps its follower.
const arrowOut = /^(?:-{1,2}>|=>|→|⇒|➔|➜|>>)\s*/u;
const arrowIn = /^(?:<-{1,2}|<=|←|⇐)\s*/u;
const boxOpen = /^(?:\\?\[\s?\\?\]|☐|□|◻|▢|⬜)\s*/u;
const boxTicked = /^(?:\\?\[[xX]\\?\]|☑|✅|✔️?|✓|☒)\s*/u;
const actionWord =
  /^(?:TODOS?|ToDos?|todo|Todo|To-?[Dd]o|TO-?DO|AI|AIs|AP|(?:ACTION|Action|action) (?:ITEMS?|Items?|items?|POINTS?|Points?|points?)|ACTIONS?|Actions?|action|(?:FOLLOW|Follow|follow)[- ]?(?:UP|Up|up)|NEXT STEPS?|Next [Ss]teps?|next steps?|Aufgabe|AUFGABE|À faire|A faire|à faire|À FAIRE|Pendiente|PENDIENTE|pendiente|Tarea|Acción|Reminder|REMINDER|Task|TASK)(?![\p{L}\p{N}])/u;
const ownerInBrackets = /^\s{0,2}[([]\s?(@?[\p{L}][\p{L}\p{M}\p{N} .,&/_-]{0,40})[)\]]\s{0,2}/u;
const ownerBeforeColon =
  /^\s{0,2}(@?\p{L}[\p{L}\p{M}\p{N}.'’_-]{0,24}(?:(?:,| ?&| and| \+|\/)? ?\p{Lu}[\p{L}\p{M}.'’_-]{0,24}){0,3})\s?[:–-]\s/u;
const urgentStart = /^!{1,3}\s*/u;
const urgentEnd = /\s*(?:!{2,3}|\(!\)|‼️?|\s!|\(urgent\)|\burgent!?)$/iu;
const tickEnd =
  /\s*(?:✓|✔️?|✅|☑|\((?:done|erledigt|fait|hecho)[!.]?\)|[-–—:,] ?(?:done|DONE|Done|erledigt|fait|hecho)[!.]?)$/u;
const handleStart = /^@(\p{L}[\p{L}\p{N}_.-]{0,40})[:,]?\s+/u;
const speakerBracket = /^\\?\[\s?(@?\p{L}[\p{L}\p{M} .,&/@_-]{0,40}?)\s?\\?\]:?\s+/u;
/** Chat logs: "15:01 <jude> ...", "[12/03/26, 15:01] Ana: ...", "comment, Bas: ...". */
const chatTime =
  /^(?:\[?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4},? )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp][Mm])?\]?(?: [-–])?\s+)(?=<|\p{L}[\p{L}. -]{0,30}:\s)|^comment,?\s+(?=\p{L})/u;
const chatNick = /^<\s?([^<>\s]{1,30})\s?>\s*/u;
const speakerColon =
  /^(@?\p{L}[\p{L}\p{M}.'’_-]{0,24}(?: \p{Lu}[\p{L}\p{M}.'’_-]{0,24}){0,2}(?:(?:\/| ?& ?| and )\p{Lu}[\p{L}\p{M}.'’_-]{0,24})?(?: \([^()]{1,30}\))?):\s+(?=\S)/u;

/**
 * The marks of a thought in clean words from `from` on. `answers` is true on a page of questions and answers,
 * where "A:" is an answer and no action.
 */
export function marksOf(text: string, from: number, to: number, answers: boolean): Marks {
  const marks: Marks = {
    bodyFrom: from,
    bodyTo: to,
    mark: null,
    isTicked: false,
    isUrgent: false,
    owner: null,
    speaker: null,
  };
  let at = from;
  const take = (expression: RegExp): RegExpExecArray | null => {
    const match = expression.exec(text.slice(at, Math.min(to, at + 120)));
    if (match !== null) at += match[0].length;
    return match;
  };
  // Most thoughts begin with a letter, and these marks with none.
  if (!letterHere(text, at)) {
    take(/^[([{]\s+(?=[^\])}\s])/u);
    if (take(urgentStart) !== null && at < to) marks.isUrgent = true;
    if (take(boxTicked) !== null) marks.isTicked = true;
    else if (take(boxOpen) !== null) marks.mark = "box";
    if (take(arrowIn) !== null) marks.mark = "theirs";
    else if (take(arrowOut) !== null) marks.mark = "mine";
  }
  const isAction = takeAction(text, to, at, answers);
  if (isAction !== null) {
    marks.mark = marks.mark === "theirs" ? "theirs" : "action";
    at = isAction.at;
    marks.owner = isAction.owner;
  }
  const isLetter = letterHere(text, at);
  if (!isLetter && take(urgentStart) !== null) marks.isUrgent = true;
  const handle = isLetter ? null : handleStart.exec(text.slice(at, Math.min(to, at + 60)));
  if (handle !== null) {
    marks.owner = { words: handle[1] ?? "", start: at, end: at + 1 + (handle[1]?.length ?? 0) };
    marks.mark ??= "action";
    at += handle[0].length;
  } else {
    if (!isLetter || text.startsWith("comment", at)) take(chatTime);
    const nick = letterHere(text, at) ? undefined : take(chatNick)?.[1];
    if (nick !== undefined) {
      const start = text.indexOf(nick, from);
      marks.speaker = { words: nick, start, end: start + nick.length };
    }
    const speaker = nick === undefined ? speakerAt(text, at, to) : null;
    const words = speaker?.[1]?.replace(/^@/u, "").replace(/ \([^()]*\)$/u, "") ?? "";
    if (speaker !== null && isNameShaped(words)) {
      const start = text.indexOf(words, at);
      marks.speaker = { words, start, end: start + words.length };
      at += speaker[0].length;
    }
  }
  if (!letterHere(text, at) && take(arrowOut) !== null) marks.mark ??= "mine";
  marks.bodyFrom = Math.min(at, to);
  endOf(text, marks);
  return marks;
}

/** A letter of English stands at a place. */
function letterHere(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 0x20;
  return code >= 97 && code <= 122;
}

/** Who speaks: in square brackets, or before a colon. */
function speakerAt(text: string, at: number, to: number): RegExpExecArray | null {
  const found = letterHere(text, at) ? null : speakerBracket.exec(text.slice(at, Math.min(to, at + 80)));
  if (found !== null) return found;
  const start = text.slice(at, Math.min(to, at + 100));
  return start.includes(":") ? speakerColon.exec(start) : null;
}

/** "ACTION SW to write the runbook". */
const assigned = /^\s\p{Lu}[\p{L}.'’-]{0,20}(?: (?:and|&|,) ?\p{Lu}[\p{L}.'’-]{0,20}){0,2} to \p{Ll}/u;

function takeAction(
  text: string,
  to: number,
  at: number,
  answers: boolean,
): { at: number; owner: Marks["owner"] } | null {
  const rest = text.slice(at, Math.min(to, at + 120));
  const word = actionWord.exec(rest)?.[0] ?? (!answers && /^A(?=:\s)/u.test(rest) ? "A" : null);
  if (word === null) return null;
  let next = at + word.length;
  let owner: Marks["owner"] = null;
  const bracket = ownerInBrackets.exec(text.slice(next, next + 60));
  const own = (words: string): void => {
    const start = text.indexOf(words, next);
    owner = { words: words.replace(/^@/u, "").trim(), start, end: start + words.length };
  };
  if (bracket !== null) {
    own(bracket[1] ?? "");
    next += bracket[0].length;
  } else {
    const before = /^ (\p{Lu}[\p{L}\p{M}.'’-]{1,24}(?: \p{Lu}[\p{L}\p{M}.'’-]{0,24}){0,2})(?=\s?[:–-]\s)/u.exec(
      text.slice(next, next + 80),
    );
    if (before !== null) {
      own(before[1] ?? "");
      next += before[0].length;
    }
  }
  const colon = /^\s?(?:[:–—-]|->|=>)\s*/u.exec(text.slice(next, next + 8));
  const isShouted = word.startsWith("TODO") || word === "ToDo" || word === "Todo";
  const isAssigned = word.startsWith("ACTION") && owner === null && assigned.test(text.slice(next, next + 40));
  if (colon === null && isAssigned) return { at: next + 1, owner: null };
  if (colon === null && !(isShouted && /^\s/u.test(text.slice(next, next + 1)))) return null;
  next += colon?.[0].length ?? 1;
  if (owner === null) {
    const named = ownerBeforeColon.exec(text.slice(next, Math.min(to, next + 100)));
    if (named !== null && isNameShaped((named[1] ?? "").replace(/^@/u, ""))) {
      own(named[1] ?? "");
      next += named[0].length;
    }
  }
  return { at: Math.min(next, to), owner };
}

/** A word or few that may be a name: no verb, no common word; "Agenda" and "Note" are none. */
function isNameShaped(words: string): boolean {
  const parts = words.split(/[\s/&]+/u).filter((part) => part !== "" && part !== "and");
  if (parts.length === 0 || parts.length > 4) return false;
  return parts.every((part) => {
    const lower = part.toLowerCase();
    if (lower === "me") return true;
    return !plainCapitals.has(lower) && (verbsOf(lower).length === 0 || part.length <= 3);
  });
}

/** Signs at the end: urgency, a tick, an owner in brackets or after a dash. */
function endOf(text: string, marks: Marks): void {
  let body = text.slice(marks.bodyFrom, marks.bodyTo);
  const urgent = urgentEnd.exec(body.slice(-16));
  if (urgent !== null && body.length > urgent[0].length) {
    marks.isUrgent = true;
    body = body.slice(0, body.length - urgent[0].length);
  }
  const tick = tickEnd.exec(body.slice(-16));
  if (tick !== null) {
    marks.isTicked = true;
    body = body.slice(0, body.length - tick[0].length);
  }
  marks.bodyTo = marks.bodyFrom + body.trimEnd().length;
}

const ownerEnd =
  /(?:\s[-–—]{1,2}\s?|\s?[([]|\s(?=@))(@?\p{L}[\p{L}\p{M}.'’_-]{0,24}(?: \p{Lu}[\p{L}\p{M}.'’_-]{0,24}){0,2}(?:(?:,|\/| ?& ?| and | ?\+ ?) ?@?\p{L}[\p{L}\p{M}.'’_-]{0,24}){0,2})[)\]]?[.]?$/u;

/** An owner named at the very end: "... - Elsie", "... (Tom)", "... [nikhita/lauri]", "... @tom"; as written. */
export function ownerAtEnd(text: string): { words: string; start: number; end: number } | null {
  const offset = Math.max(0, text.length - 60);
  const tail = text.slice(offset);
  if (!/[-–—@[(]/u.test(tail)) return null;
  const match = ownerEnd.exec(tail);
  const words = match?.[1];
  if (match === null || words === undefined) return null;
  const plain = words.replace(/^@/u, "");
  const isBracketed = /[[(@]/u.test(match[0]);
  if (!isNameShaped(plain) || plain.length < 2) return null;
  if (!/^\p{Lu}/u.test(plain) && !match[0].includes("[") && !match[0].includes("@")) return null;
  const start = offset + match.index + match[0].indexOf(words);
  return isBracketed || /[-–—]/u.test(match[0]) ? { words: plain, start, end: start + words.length } : null;
}
