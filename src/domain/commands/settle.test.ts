import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RecordOf } from "#domain/model/nouns.ts";
import { draftOf, passagesOf, TestWorkspace } from "../../../test/support/workspace.ts";
import { holds, ledgerOf, stateOf } from "../model/ledger.ts";
import type { NoteState } from "../model/note.ts";
import type { ProposalDraft } from "../model/proposal.ts";

const first = "told Ana I'd send the deck\nmet Ana Ruiz\ncoffee was good\nsend Bo the list";
const second = "recap: send the deck, send Bo the list\nnothing new";

const anaMet: Partial<ProposalDraft> = {
  means: "person",
  quote: "Ana Ruiz",
  person: { name: "Ana Ruiz", organization: "Contoso", role: null, email: null, phone: null, met: true, known: null },
};
const anaMentioned: Partial<ProposalDraft> = {
  means: "person",
  quote: "Ana",
  person: { name: "Ana Ruiz", organization: null, role: null, email: null, phone: null, met: false, known: null },
};

/** Two pages kept together; the second's first passage says two steps of the first page again. */
async function withPages() {
  const workspace = await TestWorkspace.open();
  const { eventId } = (await workspace.run("event.add", { name: "Partner Day", timeZone: "Europe/Brussels" })).result;
  const again = (quote: string) => ({
    page: 1,
    start: second.indexOf(quote),
    end: second.indexOf(quote) + quote.length,
  });
  const drafts: Partial<ProposalDraft>[] = [
    { quote: "send the deck", repeats: [{ ...again("send the deck"), quote: "send the deck" }], isMarked: true },
    anaMentioned,
    anaMet,
    { quote: "coffee was good", means: "observation", observation: "learned" },
    { quote: "send Bo the list", repeats: [{ ...again("send Bo the list"), quote: "send Bo the list" }] },
  ];
  const proposals = drafts.map((draft) => draftOf(first, draft));
  const pages = [
    { name: "day-1.md", text: first, passages: passagesOf(first), proposals },
    { name: "day-2.md", text: second, passages: passagesOf(second) },
  ];
  await workspace.run("page.add", { eventId, pages });
  return { workspace, eventId };
}

async function states(workspace: TestWorkspace): Promise<NoteState[]> {
  return (await workspace.records()).note.map((note) => note.state);
}

const proposalOf = async (workspace: TestWorkspace, quote: string) => {
  const found = (await workspace.records()).proposal.find((one) => one.quote === quote);
  if (found === undefined) throw new Error(`no proposal "${quote}"`);
  return { proposalId: found.id };
};

describe("the ledger", () => {
  test("NT2 made outweighs what was said, that outweighs proposed, then kept, then let go", () => {
    const plain = { observation: null, answer: null };
    const none = { steps: 0, proposals: [] };
    expect(stateOf(plain, none)).toBe("unread");
    expect(stateOf(plain, { steps: 0, proposals: ["letGo"] })).toBe("letGo");
    expect(stateOf(plain, { steps: 0, proposals: ["letGo", "kept"] })).toBe("kept");
    expect(stateOf(plain, { steps: 0, proposals: ["letGo", "kept", "open"] })).toBe("proposed");
    expect(stateOf({ ...plain, answer: "letGo" }, { steps: 0, proposals: ["kept", "open"] })).toBe("letGo");
    expect(stateOf({ ...plain, answer: "letGo" }, { steps: 0, proposals: ["open", "accepted"] })).toBe("made");
    expect(stateOf({ ...plain, answer: "letGo" }, { steps: 1, proposals: [] })).toBe("made");
    expect(stateOf({ observation: "idea", answer: "letGo" }, none)).toBe("made");
  });

  test("NT2 a passage with a made step stays made while something else of it is still proposed", async () => {
    const { workspace } = await withPages();
    expect(await states(workspace)).toEqual(["proposed", "proposed", "proposed", "proposed", "proposed", "unread"]);
    await workspace.run("proposal.accept", await proposalOf(workspace, "send the deck"));
    expect(await states(workspace)).toEqual(["made", "proposed", "proposed", "proposed", "made", "unread"]);
  });

  test("S10 NT2 a passage that repeats several proposals is made when one is, whatever becomes of the others", async () => {
    const { workspace } = await withPages();
    await workspace.run("proposal.letGo", await proposalOf(workspace, "send the deck"));
    expect((await states(workspace))[4]).toBe("proposed");
    await workspace.run("proposal.accept", await proposalOf(workspace, "send Bo the list"));
    expect((await states(workspace))[4]).toBe("made");
  });

  test("NT2 letting a passage go that something was made of leaves it made; what was still proposed of it is let go", async () => {
    const { workspace } = await withPages();
    await workspace.run("proposal.accept", await proposalOf(workspace, "send the deck"));
    const { note } = await workspace.records();
    await workspace.run("note.letGo", { noteIds: [note[0]!.id] });
    expect((await states(workspace))[0]).toBe("made");
    expect((await workspace.records()).proposal[0]).toMatchObject({ quote: "Ana", state: "letGo" });
  });

  test("NT2 a captured line whose step was set by hand is made, also after it is let go", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.run("page.capture", { text: "ring the printer", takenOn: "2026-02-04" });
    const { note, step } = await workspace.records();
    await workspace.run("note.letGo", { noteIds: [note[0]!.id] });
    expect(await states(workspace)).toEqual(["made"]);
    await workspace.run("step.remove", { stepId: step[0]!.id });
    expect(await states(workspace)).toEqual(["letGo"]);
  });

  test("NT2 a passage whose step was removed is no longer made into something, and its repeats neither", async () => {
    const { workspace } = await withPages();
    const deck = await proposalOf(workspace, "send the deck");
    const { result } = await workspace.run("proposal.accept", deck);
    const { entryId } = await workspace.run("step.remove", { stepId: result.id });
    expect(await states(workspace)).toEqual(["proposed", "proposed", "proposed", "proposed", "proposed", "unread"]);
    expect((await workspace.records()).proposal[1]).toMatchObject({ state: "letGo", madeId: null });
    await workspace.run("undo", { entryId });
    expect((await states(workspace))[0]).toBe("made");
  });

  test("NT2 ST6 undoing an answer that is not the last gives the passage the state that is left", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.page("send the deck, met Ana Ruiz", [{ quote: "send the deck" }, anaMet]);
    const kept = await workspace.run("proposal.keep", await proposalOf(workspace, "send the deck"));
    await workspace.run("proposal.letGo", await proposalOf(workspace, "Ana Ruiz"));
    expect(await states(workspace)).toEqual(["kept"]);
    await workspace.run("undo", { entryId: kept.entryId });
    expect(await states(workspace)).toEqual(["proposed"]);
    await workspace.run("note.change", { noteId: (await workspace.records()).note[0]!.id, observation: "idea" });
    expect(await states(workspace)).toEqual(["made"]);
  });

  test("NT2 whatever is done and undone, in any order, every passage is in the state that its steps and answers tell, and none is lost", async () => {
    const acts = fc.array(
      fc.record({
        act: fc.constantFrom(
          "accept",
          "accept",
          "keep",
          "letGo",
          "marked",
          "note.keep",
          "note.letGo",
          "observe",
          "unobserve",
          "step.add",
          "step.remove",
          "person.remove",
          "capture",
          "undo",
          "undo",
        ),
        pick: fc.nat(),
      }),
      { maxLength: 30 },
    );
    let done = 0;
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const { workspace } = await withPages();
        for (const { act, pick } of list) {
          done += (await attempt(workspace, act, pick)) ? 1 : 0;
          const records = await workspace.records();
          expect(records.note.map(({ id, state }) => ({ id, state }))).toEqual(
            records.note.map((note) => ({ id: note.id, state: told(note, records) })),
          );
          const { passages, ...counts } = ledgerOf(records.note);
          expect(passages).toBe(records.page.reduce((sum, page) => sum + passagesOf(page.text).length, 0));
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(passages);
        }
      }),
      { numRuns: 60 },
    );
    expect(done).toBeGreaterThan(100); // or the rules forbade nearly everything, and nothing was shown
  });
});

type Records = Awaited<ReturnType<TestWorkspace["records"]>>;

/** What the records tell of a note, looked up without any index. */
function told(note: RecordOf<"note">, { step, proposal }: Records): NoteState {
  const upon = proposal.filter((one) => one.noteId === note.id || one.repeats.some((place) => holds(note, place)));
  const steps = step.filter((one) => one.noteId === note.id).length;
  return stateOf(note, { steps, proposals: upon.map(({ state }) => state) });
}

/** Does one act where the rules allow it. */
async function attempt(workspace: TestWorkspace, act: string, pick: number): Promise<boolean> {
  const { proposal, note, step, person } = await workspace.records();
  const one = <T>(all: readonly T[]): T => all[pick % Math.max(1, all.length)] as T; // undefined is refused
  const noteId = one(note)?.id;
  const doing = {
    accept: () => workspace.run("proposal.accept", { proposalId: one(proposal).id }),
    keep: () => workspace.run("proposal.keep", { proposalId: one(proposal).id }),
    letGo: () => workspace.run("proposal.letGo", { proposalId: one(proposal).id }),
    marked: () => workspace.run("proposal.acceptMarked", {}),
    "note.keep": () => workspace.run("note.keep", { noteIds: [noteId] }),
    "note.letGo": () => workspace.run("note.letGo", { noteIds: [noteId] }),
    observe: () => workspace.run("note.change", { noteId, observation: "idea" }),
    unobserve: () => workspace.run("note.change", { noteId, observation: null }),
    "step.add": () => workspace.run("step.add", { what: "Call Ana", noteId }),
    "step.remove": () => workspace.run("step.remove", { stepId: one(step).id }),
    "person.remove": () => workspace.run("person.remove", { personId: one(person).id }),
    capture: () => workspace.run("page.capture", { text: "ring the printer", takenOn: "2026-02-04" }),
    undo: async () => {
      const entries = await workspace.store.entries(workspace.workspaceId, { limit: 100 });
      const own = entries.filter(({ command }) => !/^(?:workspace|event|page\.add)/.test(command));
      return workspace.run("undo", { entryId: one(own).id });
    },
  }[act];
  try {
    await doing?.();
    return true;
  } catch {
    return false; // refused: nothing happened
  }
}
