import { describe, expect, test } from "vitest";
import { day, TestWorkspace } from "../../test/support/workspace.ts";
import type { EventId } from "#domain/model/id.ts";
import type { TimeZone } from "#domain/model/time.ts";
import { ledgerOf } from "#domain/model/ledger.ts";
import { debrief } from "./debrief.ts";
import { toKeep } from "./keep.ts";

const surroundings = { today: day("2026-02-04"), timeZone: "Europe/Brussels" as TimeZone }; // checked by eye

/** An event that debriefs are saved into, as the command line does it. */
class Saved {
  readonly workspace: TestWorkspace;
  readonly eventId: EventId;

  private constructor(workspace: TestWorkspace, eventId: EventId) {
    this.workspace = workspace;
    this.eventId = eventId;
  }

  static async open(): Promise<Saved> {
    const workspace = await TestWorkspace.open();
    const { result } = await workspace.run("event.add", { name: "Quay Day", timeZone: "Europe/Brussels" });
    return new Saved(workspace, result.eventId);
  }

  async save(files: Record<string, string>, today = surroundings.today) {
    const inputs = Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
    const read = debrief(inputs, { ...surroundings, today });
    const { page, note, proposal, step } = await this.workspace.records();
    const { pages, again, ...counts } = toKeep(read, { pages: page, notes: note, proposals: proposal, steps: step });
    if (pages.length > 0) await this.workspace.run("page.add", { eventId: this.eventId, pages, again });
    return { ...counts, pages: pages.length, again: again.length, plan: read.plan };
  }

  /** What waits for an answer: its plain reading, and the words at every place it rests on. */
  async asked() {
    const { page, proposal } = await this.workspace.records();
    const texts = new Map(page.map(({ id, text }) => [id, text]));
    return proposal.map(({ reading, state, pageId, start, end, repeats }) => {
      const places = [{ pageId, start, end }, ...repeats];
      return { reading, state, quotes: places.map((place) => texts.get(place.pageId)?.slice(place.start, place.end)) };
    });
  }
}

const first = "- call Ana Ruiz on Friday about the deck\n- the keynote was long\n- TODO order the banner\n";
const grown = `met Kim Lee at lunch\n${first}- [ ] write the report on tides\n`;

describe("keeping what a debrief read", () => {
  test("NT1 a notes file that grew is a new page; its old steps are not proposed twice, what is new is", async () => {
    const saved = await Saved.open();
    await saved.save({ "notes.md": first });
    const before = await saved.asked();
    const again = await saved.save({ "notes.md": grown });
    expect(again).toMatchObject({ pages: 1, keptAlready: 0, passagesAsBefore: 3, again: before.length });
    const after = await saved.asked();
    expect(after.slice(0, before.length).map(({ reading }) => reading)).toEqual(before.map(({ reading }) => reading));
    for (const one of after.slice(0, before.length)) expect(one.quotes).toEqual([one.quotes[0], one.quotes[0]]);
    expect(after.slice(before.length).map(({ quotes }) => quotes.length)).toEqual([1, 1]);
    expect(after.at(-1)?.reading).toContain("report on tides");
    const { page } = await saved.workspace.records();
    expect(page.map(({ text }) => text)).toEqual([first, grown]);
  });

  test("NT2 old passages of a grown file share the answers they were given, and the counts add up", async () => {
    const saved = await Saved.open();
    await saved.save({ "notes.md": first });
    const { proposal, note } = await saved.workspace.records();
    const banner = proposal.find(({ quote }) => quote.includes("banner"))!;
    for (const one of proposal.filter(({ noteId }) => noteId === note[0]!.id))
      await saved.workspace.run("proposal.accept", { proposalId: one.id });
    await saved.workspace.run("note.letGo", { noteIds: [note[1]!.id] });
    await saved.save({ "notes.md": grown });
    const records = await saved.workspace.records();
    const page = records.page.at(-1)!;
    const states = records.note.filter((one) => one.pageId === page.id).map((one) => one.state);
    expect(states).toEqual(["proposed", "made", "letGo", "proposed", "proposed"]);
    expect(ledgerOf(records.note).passages).toBe(8);
    await saved.workspace.run("proposal.letGo", { proposalId: banner.id });
    const after = (await saved.workspace.records()).note.filter((one) => one.pageId === page.id);
    expect(after.map((one) => one.state)).toEqual(["proposed", "made", "letGo", "letGo", "proposed"]);
  });

  test("a grown file without a day, read on another day, still asks nothing twice", async () => {
    const saved = await Saved.open();
    await saved.save({ "notes.md": first });
    const count = (await saved.asked()).length;
    await saved.save({ "notes.md": `${first}- thanks to all\n` }, day("2026-02-12"));
    expect(await saved.asked()).toHaveLength(count);
  });

  test("S10 what a new page repeats of a kept page is a second quote of the proposal that is there", async () => {
    const saved = await Saved.open();
    await saved.save({ "day-1.md": "- call Ana Ruiz about the deck\n" });
    const files = {
      "day-1.md": "- call Ana Ruiz about the deck\n",
      "day-2.md": "- TODO call Ana Ruiz about the deck\n",
    };
    await saved.save(files);
    const steps = (await saved.asked()).filter(({ reading }) => reading.startsWith("You"));
    expect(steps.map(({ quotes }) => quotes)).toEqual([
      ["call Ana Ruiz about the deck", "call Ana Ruiz about the deck"],
    ]);
    await saved.save({ "day-3.md": "call Ana Ruiz about the deck by 2026-02-09\n" });
    const [step, ...more] = (await saved.asked()).filter(({ reading }) => reading.startsWith("You"));
    expect(more).toEqual([]);
    expect(step?.quotes).toHaveLength(3);
    expect(step?.reading).toContain("Mon 9 Feb");
  });

  test("S10 somebody who was asked about twice and is named again gets one more quote, the new one", async () => {
    const saved = await Saved.open();
    await saved.save({ "day-1.md": "Kim Lee was on stage with a long talk\n" });
    const [mentioned] = (await saved.workspace.records()).proposal;
    await saved.workspace.run("proposal.letGo", { proposalId: mentioned!.id });
    await saved.save({ "day-2.md": "I met Kim Lee at lunch\n" });
    await saved.save({ "day-3.md": "I met Kim Lee once more at the bar\n" });
    const quotes = (await saved.asked()).map((one) => one.quotes);
    expect(quotes).toEqual([["Kim Lee", "Kim Lee"], ["Kim Lee"]]);
  });

  test("a step that was let go or is done, and is said anew in other notes, is asked about anew", async () => {
    const saved = await Saved.open();
    await saved.save({ "day-1.md": "- call Ana Ruiz about the deck\n- TODO order the banner\n" });
    const proposals = (await saved.workspace.records()).proposal.filter(({ means }) => means === "step");
    await saved.workspace.run("proposal.letGo", { proposalId: proposals[0]!.id });
    await saved.workspace.run("proposal.accept", { proposalId: proposals[1]!.id });
    await saved.workspace.run("step.done", { stepId: (await saved.workspace.records()).step[0]!.id });
    await saved.save({ "day-9.md": "- [ ] call Ana Ruiz about the deck\n- [ ] order the banner\n" });
    const open = (await saved.asked()).filter(({ reading, state }) => state === "open" && reading.startsWith("You"));
    expect(open).toHaveLength(2);
  });

  test("NT2 the plan counts as proposed what the kept event asks about", async () => {
    const saved = await Saved.open();
    const { plan } = await saved.save({
      "contacts.csv": "First name,Last name,E-mail\nAna,Ruiz,ana@contoso.example\n",
      "notes.md": `${grown}- Ana Ruiz was on stage\n- Contoso has a stand\n`,
    });
    expect(ledgerOf((await saved.workspace.records()).note)).toEqual(plan.ledger);
  });
});
