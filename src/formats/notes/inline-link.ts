import { isBlank } from "./words.ts";

/** A range of the page. */
export interface Span {
  from: number;
  to: number;
}

/** What follows the words of a link: where it ends, and its target, where that stands there. */
export interface LinkEnd {
  to: number;
  words: Span | null;
}

/** A link's target may hold brackets in pairs, this deep; it also bounds the work on unpaired ones. */
const bracketsMax = 8;
/** A link's title longer than this is none. */
const titleMax = 300;
/** CommonMark's limit on link labels is 999 characters; people's are far shorter. */
export const labelMax = 200;

/** `(target "title")` at `at`. A target holds no blanks; brackets in it come in pairs. */
export function targetAt(text: string, at: number, line: Span): LinkEnd | null {
  if (at >= line.to || text.charAt(at) !== "(") return null;
  let from = at + 1;
  while (from < line.to && isBlank(text.charCodeAt(from)) && from - at < 8) from += 1;
  let to = from;
  for (let depth = 0; to < line.to; to += 1) {
    const sign = text.charAt(to);
    if (isBlank(text.charCodeAt(to))) break;
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (depth < 0) break;
    if (depth > bracketsMax) return null;
  }
  let end = to;
  while (end < line.to && isBlank(text.charCodeAt(end)) && end - to < 8) end += 1;
  const quote = text.charAt(end);
  if (end < line.to && end > to && (quote === '"' || quote === "'")) {
    const limit = Math.min(line.to, end + titleMax);
    end += 1;
    while (end < limit && text.charAt(end) !== quote) end += 1;
    end += 1;
  }
  if (end >= line.to || text.charAt(end) !== ")") return null;
  return { to: end + 1, words: to > from ? { from, to } : null };
}

/** `[label]` or `[]` after the words, or the words themselves, where the page defines that label. */
export function labelAfter(
  text: string,
  words: Span,
  { line, definitions }: { line: Span; definitions: ReadonlySet<string> },
): LinkEnd | null {
  const at = words.to + 1;
  const own = text.slice(words.from, Math.min(words.to, words.from + labelMax)).toLowerCase();
  if (at < line.to && text.charAt(at) === "[") {
    let to = at + 1;
    while (to < line.to && to - at < labelMax && text.charAt(to) !== "]" && text.charAt(to) !== "[") to += 1;
    const label = text.slice(at + 1, to).toLowerCase();
    const isDefined = definitions.has(label === "" ? own : label);
    if (isDefined && to < line.to && text.charAt(to) === "]") return { to: to + 1, words: null };
  }
  return definitions.has(own) ? { to: at, words: null } : null;
}
