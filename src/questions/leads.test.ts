import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { LeadId, PersonId } from "#domain/model/id.ts";
import { Refusal } from "#domain/refusal.ts";
import { day, TestWorkspace } from "../../test/support/workspace.ts";
import { coldLeads } from "./cold-leads.ts";
import { lead as leadAsked } from "./lead.ts";
import { leadFilters, leads } from "./leads.ts";
import { today } from "./today.ts";

let workspace: TestWorkspace;
let li: PersonId;

beforeEach(async () => {
  workspace = await TestWorkspace.open();
  await workspace.run("organization.add", { name: "Contoso" });
  li = await added("Li Wei", "Contoso");
});

const added = async (name: string, organization?: string) =>
  (await workspace.run("person.add", { name, ...(organization && { organization }) })).result.personId;

async function made(name: string, more: object = {}): Promise<LeadId> {
  return (await workspace.run("lead.add", { name, ...more })).result.leadId;
}

function at(on: string): void {
  workspace.now = Temporal.Instant.from(`${on}T09:00:00Z`);
}

const asked = async () => leads(await workspace.replica(), workspace);
const stuck = async () =>
  (await asked()).leads.flatMap(({ lead, stuck: why }) => (why === null ? [] : [`${lead.name}: ${why}`]));

describe("leads", () => {
  test("LD5 a lead without an open step or a rest is stuck, with the reason, until it has one", async () => {
    const leadId = await made("Pilot", { personId: li });
    expect(await stuck()).toEqual(["Pilot: no next step yet, at Met since Wed 4 Feb"]);
    const { stepId } = (await workspace.run("step.add", { what: "Send the deck", leadId, dueOn: "2026-02-06" })).result;
    expect(await stuck()).toEqual([]);
    expect((await asked()).leads).toMatchObject([{ next: { step: { what: "Send the deck" } }, openSteps: 1 }]);
    at("2026-02-06");
    await workspace.run("step.done", { stepId });
    expect(await stuck()).toEqual(["Pilot: no next step since “Send the deck” was done on Fri 6 Feb"]);
    await workspace.run("lead.move", { leadId, stage: "resting", restsUntil: "2026-03-02", why: "budget in March" });
    expect(await stuck()).toEqual([]);
    await workspace.run("lead.move", { leadId, stage: "won" });
    expect(await stuck()).toEqual([]);
  });

  test("LD5 what rests comes back on its day, on Today and in the list", async () => {
    await made("Pilot", { personId: li, stage: "resting", restsUntil: "2026-03-02" });
    const back = async () =>
      today(await workspace.replica(), workspace).back.map(({ lead, isBack }) => [lead.name, isBack]);
    at("2026-03-01");
    expect(await back()).toEqual([]);
    expect((await asked()).leads).toMatchObject([{ isBack: false, stuck: null }]);
    at("2026-03-02");
    expect(await back()).toEqual([["Pilot", true]]);
    expect(await stuck()).toEqual(["Pilot: rested until Mon 2 Mar, and has no next step"]);
  });

  test("LD5 after any run of commands a lead that goes on has an open step, rests, or is in the stuck list", async () => {
    const act = fc.record({ does: fc.nat(8), which: fc.nat(50), on: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        workspace = await TestWorkspace.open();
        li = await added("Li Wei", "Contoso");
        for (const { does, which, on } of acts) {
          await doing(does, which, on).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
          });
        }
        const { leads: all, day: now } = await asked();
        const { step } = await workspace.records();
        for (const { lead, stage, stuck: why } of all) {
          const hasStep = step.some(({ leadId, state }) => leadId === lead.id && state === "open");
          const rests = stage.means === "resting" && lead.restsUntil !== null && lead.restsUntil > now;
          const isOver = stage.means === "won" || stage.means === "lost";
          expect([lead.name, hasStep || rests || isOver]).toEqual([lead.name, why === null]);
        }
      }),
      { numRuns: 40 },
    );

    async function doing(does: number, which: number, on: number): Promise<unknown> {
      const { lead: all, step: steps } = await workspace.records();
      const leadId = all[which % Math.max(1, all.length)]?.id;
      const stepId = steps[which % Math.max(1, steps.length)]?.id;
      if (does === 0 || leadId === undefined) return made(`Lead ${which}`, { personId: on === 0 ? null : li });
      if (does === 1) return workspace.run("step.add", { what: "Call", leadId });
      if (does === 2) {
        const stage = ["talking", "won", "lost", "resting"][on] ?? "talking";
        return workspace.run("lead.move", { leadId, stage, restsUntil: stage === "resting" ? "2026-02-20" : null });
      }
      if (does === 3) return workspace.run("lead.remove", { leadId });
      if (does === 4)
        return workspace.run("undo", {
          entryId: (await workspace.store.entries(workspace.workspaceId, { limit: 50 }))[which % 5]?.id as never,
        }); // where there is none, it is refused
      if (does === 8) return at(["2026-02-05", "2026-02-19", "2026-02-20", "2026-03-05"][on] ?? "2026-02-05");
      if (stepId === undefined) return undefined;
      if (does === 5) return workspace.run("step.done", { stepId });
      if (does === 6) return workspace.run("step.reopen", { stepId });
      return workspace.run("step.change", { stepId, leadId: on === 0 ? null : leadId });
    }
  });

  test("EC3 a lead is as warm as its person, or whoever is warmest at its organization, and says so", async () => {
    const bo = await added("Bo Lund", "Contoso");
    await workspace.run("touch.add", { personId: bo, way: "call", touchedOn: "2026-02-04" });
    await made("Pilot", { personId: li });
    const { organization } = await workspace.records();
    await made("Framework", { organizationId: organization[0]?.id });
    await made("An idea");
    const warm = Object.fromEntries((await asked()).leads.map(({ lead, warmth }) => [lead.name, warmth.sentence]));
    expect(warm).toEqual({
      Pilot: "cold: no touch yet",
      Framework: "hot: with Bo Lund, last touch today (you called Bo)",
      "An idea": "cold: no person or organization is named yet",
    });
  });

  test("EC4 cold leads come the less familiar first, those that are over or rest not at all, each with the path that is open", async () => {
    const ana = await added("Ana Ruiz", "Contoso");
    const kim = await added("Kim Sato");
    await workspace.run("touch.add", { personId: kim, way: "call", touchedOn: "2025-06-02" });
    await workspace.run("touch.add", { personId: ana, way: "call", touchedOn: "2026-02-04" });
    const known = await made("Known", { personId: kim });
    const leadId = await made("Pilot", { personId: li });
    await made("Warm", { personId: ana });
    await made("Rests", { personId: li, stage: "resting", restsUntil: "2026-03-02" });
    await made("Lost", { personId: li, stage: "lost" });
    const cold = async (limit?: number) =>
      coldLeads(await workspace.replica(), { day: day("2026-02-04"), ...(limit !== undefined && { limit }) });
    expect((await cold()).map(({ lead, contacts }) => [lead.name, contacts])).toEqual([
      ["Pilot", 0],
      ["Known", 1],
    ]);
    const [first] = await cold(1);
    expect(first?.path).toMatchObject({
      sentence: "You and Ana Ruiz have been in touch; Ana Ruiz works at Contoso with Li Wei",
      door: { name: "Ana Ruiz" },
    });
    const { theirStepId } = (await workspace.run("lead.askIntroduction", { leadId, throughPersonId: ana })).result;
    await workspace.run("step.drop", { stepId: theirStepId });
    expect((await cold(1))[0]?.path).toBeNull();
    await workspace.run("lead.remove", { leadId: known });
  });

  test("NT3 a lead shows the words it came from", async () => {
    const { pageId } = await workspace.page("Contoso wants a pilot\n");
    const { note } = await workspace.records();
    const leadId = await made("Pilot", { noteId: note[0]?.id });
    const seen = leadAsked(await workspace.replica(), leadId, workspace);
    expect(seen?.source).toMatchObject({ quote: "Contoso wants a pilot", page: { id: pageId } });
  });

  test("LD2 the views of the list: open, stuck, cold, resting", async () => {
    await made("Stuck", { personId: li });
    await made("Resting", { personId: li, stage: "resting", restsUntil: "2026-03-02" });
    await made("Won", { personId: li, stage: "won" });
    const { leads: all } = await asked();
    const views = Object.entries(leadFilters).map(([name, fits]) => [
      name,
      all.filter((shown) => fits(shown)).map(({ lead }) => lead.name),
    ]);
    expect(Object.fromEntries(views)).toEqual({
      open: ["Stuck", "Resting"],
      stuck: ["Stuck"],
      cold: ["Stuck", "Resting"],
      resting: ["Resting"],
      all: ["Stuck", "Resting", "Won"],
    });
  });
});
