import { beforeEach, describe, expect, test } from "vitest";
import type { LeadId, OrganizationId, PersonId } from "#domain/model/id.ts";
import { usualStages } from "#domain/model/lead.ts";
import { ledgerOf } from "#domain/model/ledger.ts";
import { TestWorkspace } from "../../../test/support/workspace.ts";

let workspace: TestWorkspace;
let contoso: OrganizationId;
let li: PersonId;
let ana: PersonId;

beforeEach(async () => {
  workspace = await TestWorkspace.open();
  contoso = (await workspace.run("organization.add", { name: "Contoso" })).result.organizationId;
  li = await added("Li Wei", { organization: "Contoso" });
  ana = await added("Ana Ruiz");
});

const added = async (name: string, more: { organization?: string; isColleague?: boolean } = {}) =>
  (await workspace.run("person.add", { name, ...more })).result.personId;

async function made(more: object = {}): Promise<LeadId> {
  return (await workspace.run("lead.add", { personId: li, name: "Pilot", ...more })).result.leadId;
}

const lead = async () => (await workspace.records()).lead[0];
const steps = async () => (await workspace.records()).step;

describe("leads", () => {
  test("LD1 a lead made from a person begins at the first stage, with where they were met, and its next step: one undo takes it all", async () => {
    const { eventId } = (await workspace.run("event.add", { name: "Partner Day", timeZone: "Europe/Brussels" })).result;
    await workspace.run("meeting.add", { personId: li, eventId, metOn: "2026-02-03" });
    const next = { what: "Send Li the reference", kind: "email", dueOn: "2026-02-06" } as const;
    const { entryId, result } = await workspace.run("lead.add", { personId: li, ours: "Sign for a pilot", next });
    expect(await lead()).toMatchObject({
      name: "Contoso",
      personId: li,
      organizationId: contoso,
      eventId,
      stage: "met",
      stageOn: "2026-02-04",
      ours: "Sign for a pilot",
    });
    expect(await steps()).toMatchObject([
      { id: result.stepId, leadId: result.leadId, withPersonId: li, organizationId: contoso, eventId },
    ]);
    await workspace.run("undo", { entryId });
    expect(await lead()).toBeUndefined();
    expect(await steps()).toEqual([]);
  });

  test("LD1 one made from a step takes the step for its next, with its people and words", async () => {
    const { stepId } = (await workspace.run("step.add", { what: "Call Li", withPersonId: li, kind: "call" })).result;
    const { leadId } = (await workspace.run("lead.add", { stepId, name: "Pilot" })).result;
    expect(await lead()).toMatchObject({ personId: li, organizationId: contoso });
    expect(await steps()).toMatchObject([{ id: stepId, leadId }]);
    await expect(workspace.run("lead.add", { stepId })).rejects.toThrow('"Call Li" works on a lead already: "Pilot"');
  });

  test("NT2 NT3 one made from a note keeps its words' place, and the note is made into something as long as it is there", async () => {
    const text = "Contoso wants a pilot";
    const { noteId } = (await workspace.run("note.add", { text, personIds: [li, ana], organizationIds: [contoso] }))
      .result;
    const { leadId } = (await workspace.run("lead.add", { noteId, name: "Pilot" })).result;
    // Two people stand in the note: whom the lead is with is not guessed.
    expect(await lead()).toMatchObject({ noteId, personId: null, organizationId: contoso });
    expect(ledgerOf((await workspace.records()).note)).toMatchObject({ made: 1 });
    await workspace.run("lead.remove", { leadId });
    expect(ledgerOf((await workspace.records()).note)).toMatchObject({ made: 0 });
    // Where the person is said, their organization goes with them.
    await workspace.run("lead.add", { noteId, personId: ana, organizationId: null });
    expect(await lead()).toMatchObject({ noteId, personId: ana, organizationId: null, name: "Ana Ruiz" });
  });

  test("LD1 one with nobody, or an amount in no currency, or a thing that is gone, is refused", async () => {
    await expect(workspace.run("lead.add", {})).rejects.toThrow("A lead needs a name");
    await expect(made({ amount: 100 })).rejects.toThrow('"Pilot" has an amount in no currency');
    await workspace.run("person.remove", { personId: ana });
    await expect(made({ personId: ana })).rejects.toThrow("There is no person");
    await expect(made({ stage: "signed" })).rejects.toThrow('There is no stage "signed"; there are met, contacted');
  });

  test("LD2 moving says the day; resting needs a day to come, and only lost and resting take why", async () => {
    const leadId = await made();
    await workspace.run("lead.move", { leadId, stage: "talking", on: "2026-02-03" });
    expect(await lead()).toMatchObject({ stage: "talking", stageOn: "2026-02-03" });
    const move = (args: object) => workspace.run("lead.move", { leadId, stage: "resting", ...args });
    await expect(move({})).rejects.toThrow("At Resting a lead needs the day on which it comes back");
    await expect(move({ restsUntil: "2026-02-04" })).rejects.toThrow("that day has come");
    await expect(move({ stage: "won", why: "they signed" })).rejects.toThrow("Won takes none");
    await expect(move({ stage: "won", restsUntil: "2026-03-02" })).rejects.toThrow("A lead at Won does not rest");
    await expect(move({ stage: "won", on: "2026-02-06" })).rejects.toThrow("has not happened yet");
    await expect(move({ stage: "talking" })).rejects.toThrow('"Pilot" is at Talking already, since 2026-02-03');
    await move({ restsUntil: "2026-03-02", why: "budget in March" });
    expect(await lead()).toMatchObject({ restsUntil: "2026-03-02", why: "budget in March", stageOn: "2026-02-04" });
    await move({ restsUntil: "2026-04-01" });
    expect(await lead()).toMatchObject({ restsUntil: "2026-04-01", why: "budget in March", stageOn: "2026-02-04" });
    await move({ stage: "talking" });
    expect(await lead()).toMatchObject({ restsUntil: null, why: null });
  });

  test("LD2 winning or losing leaves open steps alone, and says how many there are", async () => {
    const leadId = await made({ next: { what: "Send the contract" } });
    await workspace.run("step.add", { what: "Sign", leadId, isTheirs: true, ownerPersonId: li });
    const { result } = await workspace.run("lead.move", { leadId, stage: "won" });
    expect(result).toEqual({ openSteps: 2, means: "won" });
    expect((await steps()).map(({ state }) => state)).toEqual(["open", "open"]);
  });

  test("LD2 stages are one's own; one that leads are at stays, and a lead keeps its stage through a new name", async () => {
    await made();
    const stages = usualStages.map((stage) => (stage.key === "met" ? { ...stage, name: "First contact" } : stage));
    await workspace.run("workspace.stages", { stages });
    expect(await lead()).toMatchObject({ stage: "met" });
    const fewer = stages.filter(({ key }) => key !== "met");
    await expect(workspace.run("workspace.stages", { stages: fewer })).rejects.toThrow("1 lead would be at no stage");
  });

  test("LD3 a removed lead leaves its steps, and whom it is with cannot be removed meanwhile", async () => {
    const leadId = await made({ next: { what: "Send the contract" } });
    const { entryId } = await workspace.run("lead.remove", { leadId });
    expect(await steps()).toMatchObject([{ what: "Send the contract", leadId: null }]);
    await workspace.run("undo", { entryId });
    expect(await steps()).toMatchObject([{ leadId }]);
    await expect(workspace.run("person.remove", { personId: li })).rejects.toThrow("still named by 1 step and 1 lead");
    await workspace.run("person.merge", { keepId: ana, otherId: li });
    expect(await lead()).toMatchObject({ name: "Pilot", personId: ana, organizationId: contoso });
  });

  test("LD4 asking for an introduction makes a step on both sides, each naming the lead, theirs with a check-back day", async () => {
    const leadId = await made();
    const { entryId, result } = await workspace.run("lead.askIntroduction", { throughPersonId: ana, leadId });
    expect(await steps()).toMatchObject([
      {
        id: result.stepId,
        what: "Ask Ana Ruiz for an introduction to Li Wei",
        kind: "message",
        withPersonId: ana,
        dueOn: "2026-02-05",
        leadId,
        ownerMemberId: workspace.memberId,
      },
      {
        id: result.theirStepId,
        what: "Introduce me to Li Wei",
        kind: "introduce",
        basis: "asked",
        isTheirs: true,
        ownerPersonId: ana,
        withPersonId: li,
        checkBackOn: "2026-02-12",
        leadId,
      },
    ]);
    await expect(workspace.run("lead.askIntroduction", { throughPersonId: ana, toPersonId: li })).rejects.toThrow(
      "Ana Ruiz was asked for an introduction to Li Wei already",
    );
    await workspace.run("undo", { entryId });
    expect(await steps()).toEqual([]);
  });

  test("LD4 nobody introduces me to themselves, or to nobody; a colleague's step has a day, not a check-back", async () => {
    const ask = (args: object) => workspace.run("lead.askIntroduction", { throughPersonId: ana, ...args });
    await expect(ask({})).rejects.toThrow("Say to whom Ana Ruiz is to introduce you");
    await expect(ask({ toPersonId: ana })).rejects.toThrow("Ana Ruiz cannot introduce you to themselves");
    await expect(ask({ toPersonId: li, dueOn: "2026-02-10", checkBackOn: "2026-02-09" })).rejects.toThrow("not before");
    const bo = await added("Bo Lund", { isColleague: true });
    await ask({ throughPersonId: bo, toOrganizationId: contoso });
    expect((await steps()).at(-1)).toMatchObject({
      what: "Introduce me to Contoso",
      isTheirs: false,
      ownerMemberId: null,
      ownerPersonId: bo,
      dueOn: "2026-02-12",
      checkBackOn: null,
    });
  });
});
