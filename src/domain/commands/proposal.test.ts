import { describe, expect, test } from "vitest";
import { day, draftOf, TestWorkspace } from "../../../test/support/workspace.ts";
import type { ProposalDraft } from "../model/proposal.ts";

const text = "told Ana I'd send the deck by Friday\nmet Ana Ruiz from Contoso\nAna will send the numbers";

const ana: Partial<ProposalDraft> = {
  means: "person",
  quote: "Ana Ruiz",
  person: { name: "Ana Ruiz", organization: "Contoso", role: null, email: null, phone: null, met: true, known: null },
  reading: "You met Ana Ruiz (Contoso)",
};
const theirs: Partial<ProposalDraft> = {
  quote: "Ana will send the numbers",
  step: {
    ...draftOf(text, {}).step!,
    owner: "them",
    who: "Ana Ruiz",
    with: null,
    what: "Send the numbers",
    dueOn: null,
    dueText: null,
  },
  reading: "Ana Ruiz -> you: send the numbers (e-mail)",
};

describe("proposals", () => {
  test("RD2 nothing is a step, person or organization before it is accepted", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.page(text, [{ quote: "send the deck by Friday" }, ana, theirs]);
    expect(await workspace.records()).toMatchObject({ step: [], person: [], organization: [], meeting: [] });
  });

  test("RD2 NT3 an accepted step keeps its reading, its quote and its place on the page", async () => {
    const workspace = await TestWorkspace.open();
    const { pageId } = await workspace.page(text, [{ quote: "send the deck by Friday" }]);
    const { proposal } = await workspace.records();
    await workspace.run("proposal.accept", { proposalId: proposal[0]!.id });
    const { step } = await workspace.records();
    expect(step).toMatchObject([
      {
        what: "Send Ana the deck",
        kind: "email",
        dueOn: "2026-02-06",
        withName: "Ana Ruiz",
        pageId,
        start: 13,
        end: 36,
        quote: "send the deck by Friday",
        isTheirs: false,
      },
    ]);
    expect(text.slice(13, 36)).toBe("send the deck by Friday");
  });

  test("RD2 accepting a person makes how we met, the organization, and ties the steps that waited for the name", async () => {
    const workspace = await TestWorkspace.open();
    const { eventId } = await workspace.page(text, [{ quote: "send the deck by Friday" }, ana]);
    const { proposal } = await workspace.records();
    for (const { id } of proposal) await workspace.run("proposal.accept", { proposalId: id });
    const { person, organization, meeting, step } = await workspace.records();
    expect(person).toMatchObject([{ name: "Ana Ruiz", organizationId: organization[0]!.id }]);
    expect(meeting).toMatchObject([{ personId: person[0]!.id, eventId, metOn: "2026-02-04" }]);
    expect(step).toMatchObject([{ withPersonId: person[0]!.id, withName: null }]);
  });

  test("RD2 accepting a person who is certainly there adds what was read, by the rule that contact files go by", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.run("person.add", { name: "Ana Ruiz", organization: "Contoso", role: "CTO" });
    const read = { ...ana.person!, role: "Advisor", email: "ana@contoso.example", phone: "+34 600 100" };
    await workspace.page(text, [{ ...ana, person: read }]);
    const proposalId = (await workspace.records()).proposal[0]!.id;
    const before = await workspace.records();
    const { entryId } = await workspace.run("proposal.accept", { proposalId });
    expect((await workspace.records()).person).toMatchObject([
      {
        name: "Ana Ruiz",
        role: "CTO",
        emails: [{ value: "ana@contoso.example" }],
        phones: [{ value: "+34 600 100" }],
        about: "Also (day-1.md): Advisor",
      },
    ]);
    await workspace.run("undo", { entryId });
    expect(await workspace.records()).toEqual(before);
  });

  test("RD2 a name that several have makes no further person: it asks who is meant, and accept-all leaves it open", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.run("person.add", { name: "Ana Ruiz", organization: "Contoso" });
    const { personId } = (await workspace.run("person.add", { name: "Ana Ruiz", organization: "Fabrikam" })).result;
    const bare = { ...ana, isMarked: true, person: { ...ana.person!, organization: null } };
    const { eventId } = await workspace.page(text, [{ quote: "send the deck by Friday", isMarked: true }, bare, ana]);
    const [deck, who, contoso] = (await workspace.records()).proposal;
    expect((await workspace.run("proposal.acceptMarked", { eventId })).result.made).toMatchObject([{ noun: "step" }]);
    await expect(workspace.run("proposal.accept", { proposalId: who!.id })).rejects.toThrow(
      /^2 people are called Ana Ruiz \(Contoso: .*; Fabrikam: .*\)\. Say who is meant/,
    );
    await expect(workspace.run("proposal.accept", { proposalId: deck!.id, personId })).rejects.toThrow(
      "answered already",
    );
    await workspace.run("proposal.accept", { proposalId: who!.id, personId });
    await workspace.run("proposal.accept", { proposalId: contoso!.id });
    const { person, meeting, step } = await workspace.records();
    expect(person).toHaveLength(2);
    expect(meeting.map((one) => one.personId).sort()).toEqual(person.map(({ id }) => id).sort());
    expect(step).toMatchObject([{ withPersonId: null, withName: "Ana Ruiz" }]);
  });

  test("RD2 a person who is accepted takes on the waiting steps of that event, and of no other", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.page(text, [{ quote: "send the deck by Friday" }, ana]);
    await workspace.page(text, [{ quote: "send the deck by Friday" }, theirs]);
    for (const one of (await workspace.records()).proposal) {
      if (one.means === "step") await workspace.run("proposal.accept", { proposalId: one.id });
    }
    const met = (await workspace.records()).proposal.find(({ means }) => means === "person")!;
    await workspace.run("proposal.accept", { proposalId: met.id });
    const { person, step } = await workspace.records();
    expect(step.map(({ withPersonId, withName, ownerName }) => [withPersonId, withName ?? ownerName])).toEqual([
      [person[0]!.id, null],
      [null, "Ana Ruiz"],
      [null, "Ana Ruiz"],
    ]);
  });

  test("RD2 an organization that is accepted takes on the steps that were read to be about it", async () => {
    const workspace = await TestWorkspace.open();
    const about = { ...draftOf(text, {}).step!, organization: "Contoso" };
    const contoso = { name: "Contoso", relation: "partner" as const };
    await workspace.page(text, [
      { quote: "send the deck by Friday", step: about },
      { quote: "Contoso", means: "organization", organization: contoso },
    ]);
    for (const { id } of (await workspace.records()).proposal)
      await workspace.run("proposal.accept", { proposalId: id });
    const { organization, step } = await workspace.records();
    expect(organization).toMatchObject([contoso]);
    expect(step).toMatchObject([{ organizationId: organization[0]!.id }]);
  });

  test("RD2 an edit of what the proposal does not mean is refused, and nothing is made", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.page(text, [ana]);
    const proposalId = (await workspace.records()).proposal[0]!.id;
    await expect(workspace.run("proposal.accept", { proposalId, step: { kind: "call" } })).rejects.toThrow(
      '"You met Ana Ruiz (Contoso)" means a person; edit its person, not its step.',
    );
    expect((await workspace.records()).person).toEqual([]);
  });

  test("RD2 an edit changes what was read and nothing else", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.page(text, [
      { quote: "send the deck by Friday", step: { ...draftOf(text, {}).step!, isUrgent: true } },
    ]);
    const { proposal } = await workspace.records();
    await workspace.run("proposal.accept", {
      proposalId: proposal[0]!.id,
      step: { dueOn: "2026-02-09", kind: "call" },
    });
    expect((await workspace.records()).step).toMatchObject([
      { what: "Send Ana the deck", kind: "call", dueOn: "2026-02-09", isUrgent: true },
    ]);
  });

  test("RD2 ST2 an edited day leaves nothing of the day that was read", async () => {
    const workspace = await TestWorkspace.open();
    const { step } = theirs;
    const range = { dueOn: day("2026-02-09"), dueEnd: day("2026-02-13"), dueText: "next week" };
    await workspace.page(text, [{ ...theirs, step: { ...step!, ...range, checkBackOn: day("2026-02-16") } }]);
    const proposalId = (await workspace.records()).proposal[0]!.id;
    const backwards = { proposalId, step: { dueEnd: "2026-02-02" } };
    await expect(workspace.run("proposal.accept", backwards)).rejects.toThrow("cannot end");
    await workspace.run("proposal.accept", { proposalId, step: { dueOn: "2026-02-18" } });
    expect((await workspace.records()).step).toMatchObject([
      { dueOn: "2026-02-18", dueEnd: null, dueText: null, checkBackOn: "2026-02-19" },
    ]);
  });

  test("RD2 accept-all takes what the writer marked, and only that", async () => {
    const workspace = await TestWorkspace.open();
    const { eventId } = await workspace.page(text, [{ quote: "send the deck by Friday", isMarked: true }, theirs]);
    const { result } = await workspace.run("proposal.acceptMarked", { eventId });
    expect(result.made).toHaveLength(1);
    expect((await workspace.records()).proposal.map(({ state }) => state)).toEqual(["accepted", "open"]);
  });

  test("RD2 a proposal is answered once; undo opens it again", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.page(text, [theirs]);
    const { proposal } = await workspace.records();
    const { entryId } = await workspace.run("proposal.keep", { proposalId: proposal[0]!.id });
    await expect(workspace.run("proposal.accept", { proposalId: proposal[0]!.id })).rejects.toThrow(
      "was answered already (kept)",
    );
    await workspace.run("undo", { entryId });
    await workspace.run("proposal.accept", { proposalId: proposal[0]!.id });
    expect((await workspace.records()).step).toHaveLength(1);
  });

  test("ST2 a step of theirs without a day gets a check-back day a week on, and is never mine", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.page(text, [theirs]);
    const { proposal } = await workspace.records();
    await workspace.run("proposal.accept", { proposalId: proposal[0]!.id });
    expect((await workspace.records()).step).toMatchObject([
      { isTheirs: true, ownerName: "Ana Ruiz", ownerMemberId: null, checkBackOn: "2026-02-11" },
    ]);
  });

  test("S10 NT2 a passage that only repeats a proposal shares its answer", async () => {
    const workspace = await TestWorkspace.open();
    const twice = "send Ana the deck\nlunch\nrecap: send Ana the deck";
    const quote = { start: 31, end: 48, quote: "send Ana the deck" };
    expect(twice.slice(quote.start, quote.end)).toBe(quote.quote);
    await workspace.page(twice, [{ quote: "send Ana the deck", start: 0, repeats: [{ ...quote, page: 0 }] }]);
    expect((await workspace.records()).note.map(({ state }) => state)).toEqual(["proposed", "unread", "proposed"]);
    const { proposal } = await workspace.records();
    await workspace.run("proposal.accept", { proposalId: proposal[0]!.id });
    expect((await workspace.records()).note.map(({ state }) => state)).toEqual(["made", "unread", "made"]);
  });
});
