import { describe, expect, test } from "vitest";
import { TestWorkspace } from "../../../test/support/workspace.ts";

describe("organizations", () => {
  test("ST6 NT3 a merge keeps the other's name and what it says otherwise, moves what names it, and undo parts them", async () => {
    const workspace = await TestWorkspace.open();
    const contoso = {
      name: "Contoso",
      relation: "partner" as const,
      url: "https://contoso.example",
      domains: ["contoso.example"],
    };
    const keepId = (await workspace.run("organization.add", contoso)).result.organizationId;
    await workspace.page("Contoso Iberia wants us", [
      {
        quote: "Contoso Iberia",
        means: "organization",
        step: null,
        organization: { name: "Contoso Iberia", relation: "customer" },
      },
    ]);
    const proposalId = (await workspace.records()).proposal[0]!.id;
    const otherId = (await workspace.run("proposal.accept", { proposalId })).result.id;
    await workspace.run("organization.change", {
      organizationId: otherId,
      about: "in Lisbon",
      domains: ["contoso.example", "iberia.example"],
    });
    await workspace.run("person.add", { name: "Ana Ruiz", organization: "Contoso Iberia" });
    await workspace.run("step.add", { what: "Look into it", organizationId: otherId });
    const before = await workspace.records();
    const { entryId } = await workspace.run("organization.merge", { keepId, otherId });
    expect(await workspace.records()).toMatchObject({
      organization: [
        {
          name: "Contoso",
          relation: "partner",
          about: "Also: Contoso Iberia, customer\nin Lisbon",
          domains: ["contoso.example", "iberia.example"],
        },
      ],
      person: [{ organizationId: keepId }],
      step: [{ organizationId: keepId }],
      note: [{ organizationIds: [keepId] }],
      proposal: [{ madeId: keepId }],
    });
    await workspace.run("undo", { entryId });
    expect(await workspace.records()).toEqual(before);
  });

  test("an organization that people, steps or notes name stays, and the refusal counts them", async () => {
    const workspace = await TestWorkspace.open();
    const { organizationId } = (await workspace.run("organization.add", { name: "Contoso" })).result;
    const { noteId } = (
      await workspace.run("note.add", { text: "Contoso was there", organizationIds: [organizationId] })
    ).result;
    await expect(workspace.run("organization.remove", { organizationId })).rejects.toThrow(
      '"Contoso" is still named by 1 note; merge it into another organization, or change those first.',
    );
    for (const name of ["Ana Ruiz", "Bo Lindqvist"]) await workspace.run("person.add", { name, organizationId });
    await expect(workspace.run("organization.remove", { organizationId })).rejects.toThrow(
      "named by 2 people and 1 note;",
    );
    for (const { id } of (await workspace.records()).person)
      await workspace.run("person.change", { personId: id, organizationId: null });
    await workspace.run("note.change", { noteId, organizationIds: [] });
    await workspace.run("organization.remove", { organizationId });
    expect((await workspace.records()).organization).toEqual([]);
  });
});
