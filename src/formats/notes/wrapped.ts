import { isBlank } from "./words.ts";

/** One line of a paragraph, or of a list item: the words' range in the page, and its looks. */
export interface Line {
  from: number;
  to: number;
  /** Columns up to the last word, indentation and list mark included; a tab reaches the next multiple of 4. */
  width: number;
  /** Columns before the first word (before the list mark, for an item). */
  indent: number;
  /** The list depth at which the line stands. */
  level: number;
  /** The writer asked for a break here: two trailing spaces or a backslash. */
  isHard: boolean;
}

/** What a page's line ends tell about its writer; made once per page from all its paragraphs. */
export interface Habit {
  /** Pairs of lines where a sentence runs on and the line end stands where wrapping would put it. */
  wrapped: number;
  /** Pairs where words seem to run on but the line end stands elsewhere: a writer who uses no capitals. */
  loose: number;
}

/** Nobody wraps prose narrower than this; a dump's lines are mostly shorter (median 30 in the notes at hand). */
const widthMin = 50;
/** By how many columns wrapping by hand misses what a machine would do. */
const slack = 6;

/** Counts the line ends of one paragraph into the page's habit. */
export function addToHabit(habit: Habit, text: string, lines: readonly Line[]): void {
  for (let i = 0; i + 1 < lines.length; i += 1) {
    const [line, next] = [lines[i]!, lines[i + 1]!];
    if (!runsOn(text, line, next)) continue;
    if (line.width >= widthMin && fits(text, line, next)) habit.wrapped += 1;
    else habit.loose += 1;
  }
}

/**
 * Cuts a paragraph's lines into blocks: each number is the index of a block's first line.
 *
 * The rule: lines are one block where (1) one wrap width explains all their line ends, that is, some width is at
 * least as long as every line and yet too short for each line with the next line's first word added (give or take
 * `slack` columns), (2) the lines are at least `widthMin` columns wide, and (3) the words run on across the line
 * ends: no full stop or colon before, and a small letter after, or a word before that cannot end a thought ("with",
 * "the", a comma). Three lines and more need that of a third of their ends. Two lines alone prove little, since the
 * second of two thoughts is often the shorter one: they also need a page on which most such ends are wrapped ones.
 * Lines of a dump (short, no full stops, of all lengths) fail (1) or (2) and stay apart. A line that is one word only
 * (an address) may be longer than the wrap width. What begins with a time, a speaker or an arrow begins anew. Words of a link that stand on two lines are always one block.
 */
export function blockStarts(text: string, lines: readonly Line[], habit: Habit): number[] {
  const starts: number[] = [];
  for (let at = 0; at < lines.length;) {
    const end = segmentEnd(text, lines, at);
    const last = isOneBlock(text, lines, { at, end }, habit) ? at + 1 : end;
    for (let i = at; i < last; i += 1) {
      if (i === 0 || !breaksLink(text, lines[i - 1]!, lines[i]!)) starts.push(i);
    }
    at = end;
  }
  return starts;
}

/** The end of the longest run of lines from `at` that one wrap width explains. */
function segmentEnd(text: string, lines: readonly Line[], at: number): number {
  let least = lines[at]!.width;
  let most = Number.POSITIVE_INFINITY;
  let end = at + 1;
  while (end < lines.length) {
    const [line, next] = [lines[end - 1]!, lines[end]!];
    if (line.isHard || beginsThought(text, next) || (end - at > 1 && Math.abs(next.indent - line.indent) > 1)) break;
    most = Math.min(most, line.width + 1 + firstWord(text, next));
    if (firstWord(text, next) < next.to - next.from) least = Math.max(least, next.width);
    if (least >= most + slack) break;
    end += 1;
  }
  return end;
}

function isOneBlock(text: string, lines: readonly Line[], span: { at: number; end: number }, habit: Habit): boolean {
  const ends = span.end - span.at - 1;
  if (ends < 1) return true;
  let runOn = 0;
  let width = 0;
  for (let i = span.at; i + 1 < span.end; i += 1) {
    width = Math.max(width, lines[i]!.width);
    if (runsOn(text, lines[i]!, lines[i + 1]!)) runOn += 1;
  }
  if (width < widthMin) return false;
  // Where the words seem to run on past this stretch too, the writer simply uses no capitals.
  const next = lines[span.end];
  const last = lines[span.end - 1]!;
  if (next !== undefined && !last.isHard && ends < 3 && runsOn(text, last, next)) return false;
  if (ends === 1) return runOn === 1 && habit.wrapped > habit.loose;
  return runOn * 3 >= ends;
}

/** True where some wrap width explains this one line end. */
function fits(text: string, line: Line, next: Line): boolean {
  return !line.isHard && next.width < line.width + 1 + firstWord(text, next) + slack;
}

function firstWord(text: string, line: Line): number {
  let at = line.from;
  while (at < line.to && !isBlank(text.charCodeAt(at))) at += 1;
  return at - line.from;
}

/** Words that cannot end a thought, in the four languages. */
const dangling = new Set(
  (
    "a an the and or but nor of to in on at by for from with without into than that which who whose as if is are was were be been not their his her its our your my this these " +
    "der die das den dem des ein eine einen einem einer und oder aber mit von zu zum zur im in auf für bei nach aus dass ist sind war nicht ihre seine unsere " +
    "le la les l un une des du de et ou à au aux avec pour par sur dans que qui est sont ne el los las una y o con por para en al del se"
  ).split(" "),
);

/** True where a sentence seems to go on from one line to the next. */
function runsOn(text: string, line: Line, next: Line): boolean {
  const last = text.charAt(line.to - 1);
  if (/[.!?:;…。！？]/u.test(last)) return false;
  if (/[,(\-–/]/u.test(last)) return true;
  let from = line.to;
  while (from > line.from && line.to - from < 12 && !isBlank(text.charCodeAt(from - 1))) from -= 1;
  if (dangling.has(text.slice(from, line.to).toLowerCase())) return true;
  // Addresses are put on lines of their own, and say nothing about capitals.
  if (isAddress(text, next) || (isAddress(text, line) && firstWord(text, line) === line.to - line.from)) return false;
  return /\p{Ll}/u.test(text.charAt(next.from));
}

/** A time, a nickname, a speaker, an arrow or "TODO:" at the front begins something new (chat logs, minutes, RD3). */
function beginsThought(text: string, line: Line): boolean {
  const head = text.slice(line.from, Math.min(line.to, line.from + 32));
  return /^(?:\[?\d{1,2}[:.h]\d{2}|[<([]\S+[>\])] |[-=]>|<[-=]|[→←⇒⇐]|\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,2}: )/u.test(
    head,
  );
}

function isAddress(text: string, line: Line): boolean {
  return text.startsWith("http", line.from) || text.startsWith("www.", line.from);
}

/** True where the words of a link begin on one line and end, with its target, on the next. */
function breaksLink(text: string, line: Line, next: Line): boolean {
  const words = text.slice(line.from, line.to);
  if (words.lastIndexOf("[") <= words.lastIndexOf("]")) return false;
  const rest = text.slice(next.from, next.to);
  const close = rest.indexOf("](");
  return close >= 0 && !rest.slice(0, close).includes("[");
}
