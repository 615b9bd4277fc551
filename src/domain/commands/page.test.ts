import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { histories, perform } from "../../../test/support/acts.ts";
import { draftOf, passagesOf, TestWorkspace } from "../../../test/support/workspace.ts";
import { ledgerOf } from "../model/ledger.ts";
import type { ProposalDraft } from "../model/proposal.ts";
import { commandNames } from "../commands.ts";

const text = "told Ana I'd send the deck by Friday\nthe keynote was long\r\n\tcoffee was good";

describe("pages", () => {
  test("NT1 a page is kept to the character, and no command changes one", async () => {
    const workspace = await TestWorkspace.open();
    const odd = "tabs\tand \r\n line ends, \u{1F642}, NUL \u0000 and \uD800 half a pair ";
    await workspace.run("page.add", {
      pages: [{ name: "odd.txt", text: odd, encoding: "windows-1252", passages: [] }],
    });
    const { page } = await workspace.records();
    expect(page.map(({ text: kept, encoding }) => ({ kept, encoding }))).toEqual([
      { kept: odd, encoding: "windows-1252" },
    ]);
    expect(commandNames.filter((name) => name.startsWith("page."))).toEqual([
      "page.add",
      "page.capture",
      "page.remove",
    ]);
  });

  test("NT1 whatever is done, a page is as it was received for as long as it is there", async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const workspace = await TestWorkspace.open();
        const received = new Map<string, unknown>();
        for (const act of history) {
          await perform(workspace, act);
          for (const page of (await workspace.records()).page) {
            if (!received.has(page.id)) received.set(page.id, structuredClone(page));
            expect(page).toEqual(received.get(page.id));
          }
        }
        kept += received.size;
      }),
      { numRuns: 40 },
    );
    expect(kept).toBeGreaterThan(20);
  });

  test("NT2 every passage is in one state and the counts add up, whatever is answered", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.page(text, [
      { quote: "send the deck by Friday" },
      { quote: "coffee was good", means: "observation", observation: "learned" },
    ]);
    const states = async () => ledgerOf((await workspace.records()).note);
    expect(await states()).toEqual({ passages: 3, made: 0, proposed: 2, kept: 0, letGo: 0, unread: 1 });
    const { proposal, note } = await workspace.records();
    await workspace.run("proposal.accept", { proposalId: proposal[0]!.id });
    await workspace.run("proposal.letGo", { proposalId: proposal[1]!.id });
    await workspace.run("note.keep", { noteIds: [note[1]!.id] });
    expect(await states()).toEqual({ passages: 3, made: 1, proposed: 0, kept: 1, letGo: 1, unread: 0 });
  });

  test("RD1 RD4 a proposal whose quote is not the page's own words is refused, whoever made it", async () => {
    const workspace = await TestWorkspace.open();
    const page = (draft: ReturnType<typeof draftOf>) => ({
      pages: [
        {
          name: "a",
          text: "send the deck",
          passages: [{ start: 0, end: 13, text: "send the deck" }],
          proposals: [draft],
        },
      ],
    });
    const good = draftOf("send the deck", { quote: "send the deck" });
    await expect(workspace.run("page.add", page({ ...good, quote: "send the desk" }))).rejects.toThrow(
      "is not what the page says there",
    );
    await expect(workspace.run("page.add", page({ ...good, start: 5, end: 20, quote: "x" }))).rejects.toThrow(
      "does not lie within one passage",
    );
    expect((await workspace.records()).page).toEqual([]);
    await workspace.run("page.add", page(good));
    expect((await workspace.records()).proposal).toHaveLength(1);
  });

  test("RD1 S10 what says a proposal again is the page's own words in one passage too, or is refused", async () => {
    const workspace = await TestWorkspace.open();
    const kept = (repeat: { page?: number; start: number; end: number; quote: string }) =>
      workspace.run("page.add", {
        pages: [
          {
            name: "a",
            text: "send the deck\nsend the deck",
            passages: passagesOf("send the deck\nsend the deck"),
            proposals: [draftOf("send the deck", { repeats: [{ page: 0, ...repeat }] })],
          },
        ],
      });
    await expect(kept({ start: 14, end: 27, quote: "send the desk" })).rejects.toThrow(
      "is not what the page says there",
    );
    await expect(kept({ start: 9, end: 18, quote: "deck\nsend" })).rejects.toThrow("does not lie within one passage");
    await expect(kept({ start: 30, end: 31, quote: "x" })).rejects.toThrow("lies in no passage");
    await expect(kept({ page: 1, start: 14, end: 27, quote: "send the deck" })).rejects.toThrow("names a page");
    expect((await workspace.records()).page).toEqual([]);
    await kept({ start: 14, end: 27, quote: "send the deck" });
    expect((await workspace.records()).note.map(({ state }) => state)).toEqual(["proposed", "proposed"]);
  });

  test("NT2 passages that overlap, or lie outside the page, are refused and nothing is kept", async () => {
    const workspace = await TestWorkspace.open();
    const passage = (start: number, end: number) => ({ start, end, text: "x" });
    for (const passages of [[passage(0, 5), passage(4, 8)], [passage(0, 99)], [passage(6, 8), passage(0, 5)]]) {
      await expect(workspace.run("page.add", { pages: [{ name: "a", text: "0123456789", passages }] })).rejects.toThrow(
        "overlaps another",
      );
    }
    expect((await workspace.records()).page).toEqual([]);
  });

  test("a page that steps come from stays; one that nothing came from goes, with its proposals, and undo brings it back", async () => {
    const workspace = await TestWorkspace.open();
    const { pageId } = await workspace.page(text, [{ quote: "send the deck by Friday" }]);
    const before = await workspace.records();
    const { entryId } = await workspace.run("page.remove", { pageId });
    expect((await workspace.records()).note).toEqual([]);
    await workspace.run("undo", { entryId });
    expect(await workspace.records()).toEqual(before);
    await workspace.run("proposal.accept", { proposalId: before.proposal[0]!.id });
    await expect(workspace.run("page.remove", { pageId })).rejects.toThrow(
      '"day-1.md" stays: 1 step comes from it and 1 passage was made into something.',
    );
  });

  test("NT3 a page stays while anything of it was made, kept or met, or waits on another page too, and goes when that is over", async () => {
    const workspace = await TestWorkspace.open();
    const seen: Partial<ProposalDraft> = { quote: "coffee was good", means: "observation", observation: "learned" };
    const { pageId, eventId } = await workspace.page(text, [seen]);
    const [coffee] = (await workspace.records()).proposal;
    const refused = (words: string) => expect(workspace.run("page.remove", { pageId })).rejects.toThrow(words);
    await workspace.run("proposal.accept", { proposalId: coffee!.id });
    await refused("stays: 1 passage was made into something.");
    await workspace.run("note.change", { noteId: coffee!.noteId, observation: null });
    await workspace.run("note.keep", { noteIds: [coffee!.noteId] });
    await refused("stays: 1 passage was kept.");
    await workspace.run("note.letGo", { noteIds: [coffee!.noteId] });
    const later = "send the deck by Friday\nfor Bo: send the deck";
    const repeats = [{ page: 0, start: 32, end: 45, quote: "send the deck" }];
    const pages = [
      {
        name: "day-2.md",
        text: later,
        passages: passagesOf(later),
        proposals: [draftOf(later, { quote: "send the deck by Friday", repeats })],
      },
    ];
    await workspace.run("page.add", { eventId, pages });
    const deck = (await workspace.records()).proposal.find(({ means }) => means === "step")!;
    const again = [{ proposalId: deck.id, places: [{ page: 0, start: 0, end: 13, quote: "send the deck" }] }];
    const third = { name: "day-3.md", text: "send the deck", passages: passagesOf("send the deck") };
    const { result } = await workspace.run("page.add", { eventId, pages: [third], again });
    for (const id of [deck.pageId, result.pageIds[0]!]) {
      await expect(workspace.run("page.remove", { pageId: id })).rejects.toThrow(
        "stays: 1 proposal that waits stands on other pages too.",
      );
    }
    await workspace.run("proposal.letGo", { proposalId: deck.id });
    const before = await workspace.records();
    const { entryId } = await workspace.run("page.remove", { pageId: deck.pageId });
    expect((await workspace.records()).note.map(({ state }) => state)).toEqual(["unread", "unread", "letGo", "unread"]);
    await workspace.run("undo", { entryId });
    expect(await workspace.records()).toEqual(before);
    await workspace.run("page.remove", { pageId: result.pageIds[0]! });
    expect((await workspace.records()).proposal.find(({ id }) => id === deck.id)?.repeats).toHaveLength(1);
    await workspace.run("page.remove", { pageId });
    expect((await workspace.records()).page.map(({ name }) => name)).toEqual(["day-2.md"]);
  });

  test("S10 what a later page says again gets its quote beside the kept one, and shares its answer, NT2 passage by passage", async () => {
    const workspace = await TestWorkspace.open();
    const { eventId } = await workspace.page(text, [{ quote: "send the deck by Friday" }]);
    const [proposal] = (await workspace.records()).proposal;
    const later = "the deck for Ana, still\nthe keynote was long";
    const note = (await workspace.records()).note.find((one) => one.text === "the keynote was long");
    const pages = [
      {
        name: "day-2.md",
        text: later,
        passages: passagesOf(later).map((one, place) => ({ ...one, sameAs: place === 1 ? note!.id : null })),
      },
    ];
    const again = [{ proposalId: proposal!.id, places: [{ page: 0, start: 0, end: 16, quote: "the deck for Ana" }] }];
    await workspace.run("note.letGo", { noteIds: [note!.id] });
    const { result } = await workspace.run("page.add", { eventId, pages, again });
    expect(result).toMatchObject({ notes: 2, proposals: 0, repeats: 1 });
    const states = async () => (await workspace.records()).note.map((one) => one.state);
    expect(await states()).toEqual(["proposed", "letGo", "unread", "proposed", "letGo"]);
    await workspace.run("proposal.accept", { proposalId: proposal!.id });
    expect(await states()).toEqual(["made", "letGo", "unread", "made", "letGo"]);
    expect((await workspace.records()).proposal).toMatchObject([
      { quote: "send the deck by Friday", repeats: [{ pageId: result.pageIds[0], quote: "the deck for Ana" }] },
    ]);
    const wrong = [{ proposalId: proposal!.id, places: [{ page: 0, start: 0, end: 16, quote: "the desk for Ana" }] }];
    await expect(workspace.run("page.add", { eventId, pages, again: wrong })).rejects.toThrow("is not what the page");
    await expect(workspace.run("page.remove", { pageId: result.pageIds[0]! })).rejects.toThrow(
      '"day-2.md" stays: 1 passage was made into something.',
    );
  });

  test("NT3 a captured line is where its step comes from, and one undo takes both back", async () => {
    const workspace = await TestWorkspace.open();
    const { entryId } = await workspace.run("page.capture", { text: "ring the printer", takenOn: "2026-02-04" });
    const { step, page, note } = await workspace.records();
    expect(step).toMatchObject([
      { what: "ring the printer", quote: "ring the printer", pageId: page[0]!.id, ownerMemberId: workspace.memberId },
    ]);
    expect(note).toMatchObject([{ state: "made" }]);
    await workspace.run("undo", { entryId });
    expect(await workspace.records()).toMatchObject({ step: [], page: [], note: [] });
  });
});
