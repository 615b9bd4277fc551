import { beforeEach, describe, expect, test } from "vitest";
import type { NeedId } from "#domain/model/id.ts";
import { TestWorkspace } from "../../test/support/workspace.ts";
import { needMatches } from "./need-matches.ts";

let workspace: TestWorkspace;
let needId: NeedId;

beforeEach(async () => {
  workspace = await TestWorkspace.open();
  needId = (await workspace.run("need.add", { what: "somebody who ran security audits in Bergen" })).result.needId;
});

const found = async () =>
  needMatches(await workspace.replica(), needId).map(({ name, reasons }) => [
    name,
    ...reasons.map(({ quote }) => quote),
  ]);

describe("who could help with a need", () => {
  test("ND2 is told by what is known of people and by the notes that name them, each with the words that say so", async () => {
    const { personId: ana } = (await workspace.run("person.add", { name: "Ana Ruiz", role: "Security auditor" }))
      .result;
    const { personId: li } = (await workspace.run("person.add", { name: "Li Wei" })).result;
    await workspace.run("person.add", { name: "Ben Moss", role: "Sales" });
    const text = "Li has led two audits for a bank in Bergen.";
    const { noteId } = (await workspace.run("note.add", { text, personIds: [li] })).result;
    const matches = needMatches(await workspace.replica(), needId);
    expect(matches.map(({ personId }) => personId)).toEqual([li, ana]);
    expect(matches[0]?.reasons).toEqual([{ words: expect.arrayContaining(["Bergen", "audits"]), quote: text, noteId }]);
    expect(matches[1]?.reasons).toEqual([
      { words: expect.arrayContaining(["Security"]), quote: "Security auditor", noteId: null },
    ]);
  });

  test("ND2 what was noted of an organization speaks for whoever works there, or for itself where nobody is known", async () => {
    const { organizationId } = (
      await workspace.run("organization.add", { name: "Norsk Revisjon", about: "Audits in Bergen" })
    ).result;
    expect(await found()).toEqual([["Norsk Revisjon", "Norsk Revisjon. Audits in Bergen"]]);
    await workspace.run("person.add", { name: "Kari Lie", organizationId });
    expect(await found()).toEqual([["Kari Lie", "Norsk Revisjon. Audits in Bergen"]]);
  });

  test("ND2 nothing without a shared word, nothing that was let go, and who was asked is marked", async () => {
    const { personId } = (await workspace.run("person.add", { name: "Ana Ruiz" })).result;
    const { noteId } = (await workspace.run("note.add", { text: "Ana knows audits", personIds: [personId] })).result;
    await workspace.run("need.makeKnown", { needId, personIds: [personId] });
    expect(needMatches(await workspace.replica(), needId)).toMatchObject([{ name: "Ana Ruiz", asked: "open" }]);
    await workspace.run("note.letGo", { noteIds: [noteId] });
    expect(await found()).toEqual([]);
  });
});
