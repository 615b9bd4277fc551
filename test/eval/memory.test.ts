import { expect, test } from "vitest";
import type { Proposal, StepReading } from "#domain/model/proposal.ts";
import { readCorpus } from "../../eval/corpus.ts";
import { answersTo } from "../../eval/memory/answers.ts";
import { inParts } from "../../eval/memory/parts.ts";
import type { ProposalAt } from "../../eval/memory/place.ts";

const folders = readCorpus("train");

test("pages are cut so that nothing of them is lost and no label is cut", () => {
  for (const { pages } of folders) {
    for (const page of pages) {
      const parts = inParts([page], 4);
      expect(parts.map(({ text }) => text).join("")).toBe(page.text);
      const labels = parts.flatMap((part) => part.labels);
      expect(labels.map(({ quote }) => quote)).toEqual(page.labels.map(({ quote }) => quote));
      for (const part of parts) {
        for (const { start, end, quote } of part.labels) expect(part.text.slice(start, end)).toBe(quote);
      }
    }
  }
});

test("what a label says otherwise is corrected, what it says alike is not touched, and what has none is let go", () => {
  const [folder] = folders.filter(({ pages }) => pages.some(({ labels }) => labels.some(isMine)));
  const page = folder?.pages.find(({ labels }) => labels.some(isMine));
  const label = page?.labels.find(isMine);
  if (folder === undefined || page === undefined || label?.means !== "step")
    throw new Error("train holds steps of mine");
  const kind = label.kind === "call" ? "email" : "call";
  const read = { owner: label.owner, basis: label.basis, kind, who: null, with: label.with?.names[0] ?? null };
  const at = (id: string, start: number, end: number) =>
    // What an answer looks at of a stored proposal.
    ({
      id,
      means: "step",
      step: read,
      repeats: [],
      file: page.file,
      fileOf: () => page.file,
      start,
      end,
    }) as unknown as ProposalAt;
  const before = page.text.length + 1;
  const answers = answersTo({ ...folder, pages: [page] }, [
    at("right", label.start, label.end),
    at("none", before, before + 5),
  ]);
  expect(answers).toEqual([
    { proposalId: "right" as Proposal["id"], edits: { step: { kind: label.kind } satisfies Partial<StepReading> } },
    { proposalId: "none", edits: null },
  ]);
});

function isMine(label: (typeof folders)[number]["pages"][number]["labels"][number]): boolean {
  return label.means === "step" && label.owner === "me" && label.with?.isOpen !== true;
}
