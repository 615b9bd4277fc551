import { expect, test } from "vitest";
import { draftOf, TestWorkspace } from "../../test/support/workspace.ts";
import { inbox, openCount, sitting } from "./inbox.ts";

const text = "send Bo the slides\nask how they bill for usage\nring the printer\n";

async function debriefed(questions: string[]) {
  const workspace = await TestWorkspace.open();
  const drafts = text
    .split("\n")
    .slice(0, 3)
    .map((quote) => draftOf(text, { quote, isMarked: false }));
  const { eventId } = await workspace.page(text, drafts);
  await workspace.run("event.focus", { eventId, questions });
  return { workspace, eventId };
}

test("FO2 what bears on a question of the focus is asked about first, and says which; the rest comes in the order of the pages", async () => {
  const { workspace, eventId } = await debriefed(["How do others bill for usage?"]);
  const replica = await workspace.replica();
  expect(inbox(replica).proposals.map(({ proposal, bearsOn }) => [proposal.quote, bearsOn])).toEqual([
    ["ask how they bill for usage", "How do others bill for usage?"],
    ["send Bo the slides", null],
    ["ring the printer", null],
  ]);
  expect(sitting(replica, { eventId, at: null }).current).toMatchObject({
    proposal: { quote: "ask how they bill for usage" },
    bearsOn: "How do others bill for usage?",
  });
  expect(openCount(replica, { eventId })).toBe(3);
});

test("FO2 an answer does not change the order of what is left, whatever becomes of its note", async () => {
  const { workspace, eventId } = await debriefed(["How do others bill for usage?"]);
  const first = sitting(await workspace.replica(), { eventId, at: null }).current?.proposal;
  if (first === undefined) throw new Error("nothing is asked about");
  await workspace.run("proposal.letGo", { proposalId: first.id });
  const next = sitting(await workspace.replica(), { eventId, at: first.id });
  expect([next.current?.proposal.quote, next.place, next.open]).toEqual(["send Bo the slides", 1, 2]);
});

test("RD2 with no focus they come in the order of the pages", async () => {
  const { workspace } = await debriefed([]);
  const { proposals } = inbox(await workspace.replica());
  expect(proposals.map(({ proposal }) => proposal.start)).toEqual([0, 19, 47]);
});
