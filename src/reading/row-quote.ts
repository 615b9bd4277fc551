import { type Block, pageRange } from "#domain/model/block.ts";
import type { ProposalDraft } from "#domain/model/proposal.ts";
import type { PageToRead, Passage } from "./read.ts";
import type { Ready } from "./sentences.ts";

/** A task's quote with the cells beside it that say whose it is and when (S11), where the cell holds nothing else. */
export function alongRow<T extends Pick<ProposalDraft, "start" | "end" | "quote">>(
  page: PageToRead,
  { setting, span }: Ready,
  block: Block,
  draft: T,
): T {
  const { row } = setting;
  if (row === null || !row.isTask || row.first === row.last) return draft;
  if (block.text.slice(0, span.from).trim() !== "" || block.text.slice(span.to).trim() !== "") return draft;
  const start = row.first === block ? draft.start : pageRange(row.first, 0, row.first.text.length).start;
  const end = row.last === block ? draft.end : pageRange(row.last, 0, row.last.text.length).end;
  const quote = page.text.slice(start, end);
  return end <= start || quote.length > 20_000 ? draft : { ...draft, start, end, quote };
}

/** Passages, those that a proposal spans made one: the cells of a row in which a step is quoted with owner and day. */
export function joinedPassages(passages: readonly Passage[], proposals: readonly ProposalDraft[]): Passage[] {
  const wide = proposals.filter(({ step }) => step !== null).toSorted((one, other) => one.start - other.start);
  const joined: Passage[] = [];
  let next = 0;
  for (const passage of passages) {
    const before = joined.at(-1);
    while (next < wide.length && (wide[next]?.end ?? 0) <= passage.start) next += 1;
    const over = wide[next];
    const isJoined = over !== undefined && before !== undefined && over.start < before.end && over.end > passage.start;
    if (isJoined) joined[joined.length - 1] = { ...before, end: passage.end, text: `${before.text} | ${passage.text}` };
    else joined.push(passage);
  }
  return joined;
}
