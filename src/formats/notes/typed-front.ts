import type { Block } from "#domain/model/block.ts";
import { frontOf, headingMark, isRule } from "./marks.ts";
import { type CleanWords, withoutFront } from "./words.ts";

/** What the front of a line's own words says: people type list marks, boxes and hashes into any editor. Null for a drawn line. */
export function typedFront(
  words: CleanWords,
  around: Pick<Block, "kind" | "level">,
  lead: number,
): (Pick<Block, "kind" | "level" | "box"> & { words: CleanWords }) | null {
  const { text } = words;
  if (isRule(text, 0, text.length)) return null;
  const { kind, level } = around;
  const isLine = kind === "line";
  const hashes = isLine ? headingMark(text, 0, text.length) : null;
  if (hashes !== null) {
    const rest = withoutFront(words, hashes.at);
    return rest === null ? null : { kind: "heading", level: hashes.level, box: null, words: rest };
  }
  const mark = frontOf(text, 0, text.length);
  if (!mark.isItem || (!isLine && mark.box === null)) {
    return { kind, level: level + (isLine ? lead : 0), box: null, words };
  }
  const rest = withoutFront(words, mark.at);
  if (rest === null) return null;
  return { kind: isLine ? "item" : kind, level: level + (isLine ? mark.deeper + lead : 0), box: mark.box, words: rest };
}
