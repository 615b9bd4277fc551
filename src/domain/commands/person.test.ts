import { describe, expect, test } from "vitest";
import { day, TestWorkspace } from "../../../test/support/workspace.ts";
import type { ContactCard } from "../model/person.ts";

function card(name: string, fields: Partial<ContactCard> = {}): ContactCard {
  const none = {
    givenName: null,
    familyName: null,
    nicknames: [],
    role: null,
    emails: [],
    phones: [],
    urls: [],
    place: null,
    about: null,
  };
  return { name, ...none, organization: null, connectedOn: null, ...fields };
}

describe("people", () => {
  test("a card that is certainly somebody adds what is new; a mere likeness is a person of its own", async () => {
    const workspace = await TestWorkspace.open();
    const first = [
      card("Ana Ruiz", { organization: "Contoso", emails: [{ value: "ana@contoso.example", label: null }] }),
      card("Anna Ruiz"),
    ];
    expect((await workspace.run("person.import", { cards: first, source: "a.vcf" })).result).toMatchObject({
      added: 2,
      changed: 0,
      unchanged: 0,
      merged: [],
    });
    const again = [
      card("Ana Ruiz", { emails: [{ value: "ANA@contoso.example", label: "work" }], role: "CTO" }),
      card("Anna Ruiz"),
    ];
    expect((await workspace.run("person.import", { cards: again, source: "b.vcf" })).result).toMatchObject({
      added: 0,
      changed: 1,
      unchanged: 1,
      merged: [
        { name: "Ana Ruiz", card: "Ana Ruiz", because: "same name and e-mail ana@contoso.example", gave: ["role"] },
      ],
      alike: [],
    });
    const { person } = await workspace.records();
    expect(person.map(({ name, role, source }) => ({ name, role, source }))).toEqual([
      { name: "Ana Ruiz", role: "CTO", source: "a.vcf" },
      { name: "Anna Ruiz", role: null, source: "a.vcf" },
    ]);
  });

  test("two of one name at different firms stay two", async () => {
    const workspace = await TestWorkspace.open();
    const cards = [card("Li Wei", { organization: "Adatum" }), card("Li Wei", { organization: "Fabrikam" })];
    expect((await workspace.run("person.import", { cards, source: "a.csv" })).result).toMatchObject({ added: 2 });
  });

  test("a merged person stays one when the same cards are taken in again, by an address, the other name or the other firm", async () => {
    const workspace = await TestWorkspace.open();
    const cards = [
      card("Robert Ruiz", { organization: "Contoso", emails: [{ value: "r.ruiz@contoso.example", label: null }] }),
      card("Bob Ruiz", { organization: "Fabrikam", role: "CTO" }),
      card("Robert Ruiz", { organization: "Adatum", phones: [{ value: "+34 600 100", label: null }] }),
    ];
    await workspace.run("person.import", { cards, source: "a.csv" });
    const [keep, ...others] = (await workspace.records()).person;
    for (const other of others) await workspace.run("person.merge", { keepId: keep!.id, otherId: other.id });
    const before = await workspace.records();
    expect((await workspace.run("person.import", { cards, source: "a.csv" })).result).toMatchObject({
      added: 0,
      unchanged: 3,
    });
    expect((await workspace.records()).person).toEqual(before.person);
  });

  test("what a second card says otherwise is kept in words, once, and ST6 undo takes it off again", async () => {
    const workspace = await TestWorkspace.open();
    const emails = [{ value: "ana@contoso.example", label: null }];
    const first = [card("Ana Ruiz", { organization: "Contoso", role: "CTO", about: "met in Ghent", emails })];
    await workspace.run("person.import", { cards: first, source: "a.vcf" });
    const before = await workspace.records();
    const other = [
      card("Ana Ruiz", { organization: "Fabrikam", role: "Advisor", place: "Lisbon", about: "likes boats", emails }),
    ];
    const { entryId, result } = await workspace.run("person.import", { cards: other, source: "b.csv" });
    expect(result.merged).toMatchObject([{ gave: ["place", "about"] }]);
    const { person } = await workspace.records();
    expect(person).toMatchObject([
      { role: "CTO", place: "Lisbon", about: "met in Ghent\nAlso (b.csv): Advisor, Fabrikam\nlikes boats" },
    ]);
    expect((await workspace.run("person.import", { cards: other, source: "c.csv" })).result).toMatchObject({
      unchanged: 1,
      merged: [],
    });
    await workspace.run("undo", {
      entryId: (await workspace.store.entries(workspace.workspaceId, { limit: 1 }))[0]!.id,
    });
    await workspace.run("undo", { entryId });
    expect((await workspace.records()).person).toEqual(before.person);
  });

  test("a card that may be somebody is a person of its own, and the likeness is told with its reason", async () => {
    const workspace = await TestWorkspace.open();
    const emails = [{ value: "a.ruiz@contoso.example", label: null }];
    const first = [
      card("Ana Ruiz", { organization: "Contoso", emails }),
      card("Li Wei", { organization: "Adatum" }),
      card("Li Wei", { organization: "Fabrikam" }),
    ];
    await workspace.run("person.import", { cards: first, source: "a.csv" });
    const second = [card("A. M. Ruiz", { emails }), card("Li Wei", { organization: "Litware" }), card("Li Wei")];
    const { result } = await workspace.run("person.import", { cards: second, source: "b.csv" });
    expect(result).toMatchObject({ added: 3, merged: [] });
    expect(result.alike.map(({ name, other, because }) => [name, other, because])).toEqual([
      ["A. M. Ruiz", "Ana Ruiz", "same e-mail a.ruiz@contoso.example"],
      ["Li Wei", "Li Wei", "same name"],
      ["Li Wei", "Li Wei", "same name"],
    ]);
    expect((await workspace.run("person.import", { cards: second, source: "b.csv" })).result).toMatchObject({
      added: 0,
      unchanged: 3,
    });
  });

  test("ST6 a merge moves all that names the other person, keeps both names, and undo parts them again", async () => {
    const workspace = await TestWorkspace.open();
    const keep = (await workspace.run("person.add", { name: "Ana Ruiz" })).result.personId;
    const other = (await workspace.run("person.add", { name: "A. Ruiz", role: "CTO" })).result.personId;
    await workspace.run("step.add", { what: "Call Ana", withPersonId: other });
    await workspace.run("touch.add", { personId: other, way: "email", touchedOn: "2026-02-04" });
    await workspace.run("meeting.add", { personId: other, metOn: "2026-02-03" });
    const before = await workspace.records();
    const { entryId } = await workspace.run("person.merge", { keepId: keep, otherId: other });
    expect(await workspace.records()).toMatchObject({
      person: [{ id: keep, role: "CTO", nicknames: ["A. Ruiz"] }],
      step: [{ withPersonId: keep }],
      touch: [{ personId: keep }],
      meeting: [{ personId: keep }],
    });
    await workspace.run("undo", { entryId });
    expect(await workspace.records()).toEqual(before);
  });

  test("NT3 ST6 a merge carries the way back to the words, what both say of one event, and makes nobody met through themselves", async () => {
    const workspace = await TestWorkspace.open();
    const text = "met Ana Ruiz from Contoso, likes boats";
    const reading = {
      name: "Ana Ruiz",
      organization: "Contoso",
      role: "CTO",
      email: null,
      phone: null,
      met: true,
      known: null,
    };
    const { eventId } = await workspace.page(text, [
      { quote: "Ana Ruiz", means: "person", step: null, person: reading },
    ]);
    const proposalId = (await workspace.records()).proposal[0]!.id;
    const other = (await workspace.run("proposal.accept", { proposalId })).result.id;
    const add = { name: "A. Ruiz", organization: "Fabrikam", role: "Advisor", about: "sails" };
    const { personId: keepId } = (await workspace.run("person.add", add)).result;
    const bo = (await workspace.run("person.add", { name: "Bo Lindqvist" })).result.personId;
    await workspace.run("meeting.add", { personId: keepId, eventId, place: "at the stand" });
    await workspace.run("meeting.add", { personId: keepId, metOn: "2026-01-07", throughPersonId: other });
    await workspace.run("meeting.add", { personId: bo, throughPersonId: other });
    const before = await workspace.records();
    const { entryId } = await workspace.run("person.merge", { keepId, otherId: other });
    const { person, meeting, proposal } = await workspace.records();
    expect(person).toMatchObject([
      { id: keepId, role: "Advisor", nicknames: ["Ana Ruiz"], about: "sails\nAlso: CTO, Contoso" },
      { name: "Bo Lindqvist" },
    ]);
    expect(proposal).toMatchObject([{ state: "accepted", madeId: keepId }]);
    expect(meeting).toMatchObject([
      { personId: keepId, eventId, place: "at the stand", metOn: "2026-02-04" },
      { personId: keepId, metOn: "2026-01-07", throughPersonId: null },
      { personId: bo, throughPersonId: keepId },
    ]);
    await workspace.run("undo", { entryId });
    expect(await workspace.records()).toEqual(before);
  });

  test("a merge that one record cannot hold is refused, with what there is too much of", async () => {
    const workspace = await TestWorkspace.open();
    const emails = (from: number) =>
      Array.from({ length: 12 }, (_, at) => ({ value: `ana${from + at}@contoso.example`, label: null }));
    const keepId = (await workspace.run("person.add", { name: "Ana Ruiz", emails: emails(0) })).result.personId;
    const otherId = (await workspace.run("person.add", { name: "A. Ruiz", emails: emails(10) })).result.personId;
    await expect(workspace.run("person.merge", { keepId, otherId })).rejects.toThrow("have 22 emails together");
    await expect(workspace.run("person.merge", { keepId, otherId: keepId })).rejects.toThrow("merged with themselves");
  });

  test("the day on which a file says that we connected is how we met, once", async () => {
    const workspace = await TestWorkspace.open();
    const cards = [card("Ana Ruiz", { organization: "Contoso", connectedOn: day("2026-02-03") })];
    for (const source of ["Connections.csv", "Connections.csv"])
      await workspace.run("person.import", { cards, source });
    const { person, meeting } = await workspace.records();
    expect(meeting).toMatchObject([
      { personId: person[0]!.id, eventId: null, metOn: "2026-02-03", line: "Connected (Connections.csv)" },
    ]);
  });

  test("EC1 who was scanned on a day of the event whose files they came with was met there; a connection of another day was not", async () => {
    const workspace = await TestWorkspace.open();
    const event = { name: "Partner Day", timeZone: "UTC", startsOn: "2026-02-03", endsOn: "2026-02-04" };
    const { eventId } = (await workspace.run("event.add", event)).result;
    const cards = ["2026-02-02", "2026-02-04", "2026-02-05"].map((on) => card(`Ana ${on}`, { connectedOn: day(on) }));
    await workspace.run("event.debrief", { eventId, contacts: [{ source: "badges.csv", cards }] });
    const { meeting } = await workspace.records();
    expect(meeting.map(({ metOn, eventId: at }) => [metOn, at])).toEqual([
      ["2026-02-02", null],
      ["2026-02-04", eventId],
      ["2026-02-05", null],
    ]);
  });

  test("a person whom steps name stays, and one who is removed is no longer what a passage was made into (NT2)", async () => {
    const workspace = await TestWorkspace.open();
    const reading = {
      name: "Ana Ruiz",
      organization: null,
      role: null,
      email: null,
      phone: null,
      met: true,
      known: null,
    };
    await workspace.page("met Ana Ruiz", [{ quote: "Ana Ruiz", means: "person", step: null, person: reading }]);
    const proposalId = (await workspace.records()).proposal[0]!.id;
    await workspace.run("proposal.accept", { proposalId });
    const personId = (await workspace.records()).person[0]!.id;
    const of = { withPersonId: personId, ownerPersonId: personId, isTheirs: true };
    const { stepId } = (await workspace.run("step.add", { what: "Call", ...of })).result;
    await expect(workspace.run("person.remove", { personId })).rejects.toThrow(
      "Ana Ruiz is still named by 1 step; merge them into another person, or change those first.",
    );
    await workspace.run("step.remove", { stepId });
    await workspace.run("person.remove", { personId });
    expect(await workspace.records()).toMatchObject({
      person: [],
      meeting: [],
      note: [{ state: "letGo", personIds: [] }],
      proposal: [{ state: "letGo", madeId: null }],
    });
  });

  test("EC2 a touch closes no promise; it offers those it may have been", async () => {
    const workspace = await TestWorkspace.open();
    const personId = (await workspace.run("person.add", { name: "Ana Ruiz" })).result.personId;
    const { stepId } = (
      await workspace.run("step.add", { what: "Mail the deck", kind: "email", withPersonId: personId })
    ).result;
    await workspace.run("step.add", { what: "Visit", kind: "meet", withPersonId: personId });
    const { result } = await workspace.run("touch.add", { personId, way: "email", touchedOn: "2026-02-04" });
    expect(result.offers).toEqual([stepId]);
    expect((await workspace.records()).step.map(({ state }) => state)).toEqual(["open", "open"]);
  });
});
