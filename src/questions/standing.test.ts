import { describe, expect, test } from "vitest";
import { TestWorkspace } from "../../test/support/workspace.ts";
import { standing } from "./standing.ts";

describe("how I stand with a person", () => {
  test("ST2 what was kept and missed on both sides is told, by the day first said, and what is in time is not held against anybody", async () => {
    const workspace = await TestWorkspace.open();
    const at = (day: string) => (workspace.now = Temporal.Instant.from(`${day}T09:00:00Z`));
    const { personId } = (await workspace.run("person.add", { name: "Ana Ruiz" })).result;
    const mine = { withPersonId: personId, kind: "email" } as const;
    const theirs = { ownerPersonId: personId, isTheirs: true } as const;
    const add = async (step: Parameters<typeof workspace.run<"step.add">>[1]) =>
      (await workspace.run("step.add", step)).result.stepId;
    const asked = async () => standing(await workspace.replica(), personId, workspace);
    expect((await asked())?.sentences).toEqual([]);

    const kept = await add({ ...mine, what: "Send the deck", dueOn: "2026-02-05" });
    const late = await add({ ...mine, what: "Send the numbers", dueOn: "2026-02-05" });
    await add({ ...mine, what: "Send the plan", dueOn: "2026-02-06" });
    await add({ ...mine, what: "Send the invoice", dueOn: "2026-03-20" });
    await add({ ...mine, what: "Maybe lunch", dueOn: "2026-02-05", certainty: "tentative" });
    await add({ ...mine, what: "Send the recipe", dueOn: "2026-02-05", basis: "asked" });
    const { result } = await workspace.run("member.add", { name: "Bo Lindqvist" });
    await add({ ...mine, what: "Bo's own", dueOn: "2026-02-05", ownerMemberId: result.memberId });
    const first = await add({ ...theirs, what: "Introduce Kim", dueOn: "2026-02-06" });
    const second = await add({ ...theirs, what: "Send the map" });

    at("2026-02-07");
    expect((await asked())?.sentences).toEqual([
      "3 promises of yours are past their days",
      "1 promise of Ana’s is past its day",
    ]);

    at("2026-02-05");
    await workspace.run("step.done", { stepId: kept });
    await workspace.run("step.defer", { stepId: late, to: "2026-02-09" });
    at("2026-02-09");
    for (const stepId of [late, first, second]) await workspace.run("step.done", { stepId });

    expect(await asked()).toMatchObject({
      mine: { kept: 1, keptLate: 1, letGo: 0, overdue: 1, open: 1 },
      theirs: { kept: 1, keptLate: 1, letGo: 0, overdue: 0, open: 0 },
      sentences: [
        "You kept 2 of 3 promises, 1 of them late; 1 is past its day",
        "Ana kept all 2 promises, 1 of them late",
      ],
    });
  });
});
