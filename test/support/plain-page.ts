import type { Block } from "#domain/model/block.ts";
import type { PageToRead } from "#reading/read.ts";

/** A page of plain lines: "# " heads, "- " lists, "- [ ]" and "- [x]" are boxes, "~~" strikes; the rest are lines. */
export function pageOf(text: string, file = "notes.md"): PageToRead {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const mark = /^(?:(#+) |(- )(?:\[([ x])\] )?)?/u.exec(line);
    const from = mark?.[0].length ?? 0;
    const words = line.slice(from);
    const box = mark?.[3] === "x" ? "ticked" : mark?.[3] === " " ? "open" : null;
    const kind = mark?.[1] !== undefined ? "heading" : mark?.[2] !== undefined ? "item" : "line";
    const struck = [...words.matchAll(/~~[^~]*~~/gu)].map((one) => ({
      start: one.index,
      end: one.index + one[0].length,
    }));
    const runs = [{ at: 0, length: words.length, start: start + from, end: start + line.length }];
    const level = mark?.[1]?.length ?? 0;
    if (words.trim() !== "")
      blocks.push({ kind, level, text: words, runs, box, struck, column: null, row: null, takenOn: null });
    start += line.length + 1;
  }
  return { file, text, blocks, takenOn: null };
}
