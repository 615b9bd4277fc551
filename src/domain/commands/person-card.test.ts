import { describe, expect, test } from "vitest";
import { source } from "#questions/source.ts";
import { day, TestWorkspace } from "../../../test/support/workspace.ts";
import type { ArgsOf } from "../run.ts";

const text = "QUAYSIDE\nSofie Lund\nHead of Partnerships\nM +45 20 12 34 56\nsofie@quayside.example";

const address = (value: string, label: string | null = null) => ({ value, label });

function cardOf(more: Partial<ArgsOf<"person.capture">["card"]> = {}): ArgsOf<"person.capture"> {
  const card = {
    name: "Sofie Lund",
    role: "Head of Partnerships",
    organization: "Quayside",
    emails: [address("sofie@quayside.example")],
    phones: [address("+45 20 12 34 56", "mobile"), address("+45 33 00 00 00", "work")],
    ...more,
  };
  return { text, takenOn: "2026-02-04", card };
}

async function begin() {
  const workspace = await TestWorkspace.open();
  const { result } = await workspace.run("event.add", { name: "Partner Day", timeZone: "Europe/Brussels" });
  return { workspace, eventId: result.eventId };
}

describe("a captured card", () => {
  test("RD7 makes the person, the organization and that they were met, in one act that one undo takes back (ST6)", async () => {
    const { workspace, eventId } = await begin();
    const before = await workspace.records();
    const done = await workspace.run("person.capture", { ...cardOf(), eventId });
    const { person, organization, meeting, page, note } = await workspace.records();
    expect(person).toMatchObject([
      {
        id: done.result.personId,
        name: "Sofie Lund",
        role: "Head of Partnerships",
        organizationId: organization[0]?.id,
        emails: [address("sofie@quayside.example")],
        phones: [address("+45 20 12 34 56"), address("+45 33 00 00 00", "work")],
        source: null,
      },
    ]);
    expect(organization.map(({ name }) => name)).toEqual(["Quayside"]);
    expect(meeting).toMatchObject([
      { personId: done.result.personId, eventId, metOn: "2026-02-04", line: "Gave me their card" },
    ]);
    expect(page).toMatchObject([{ text, eventId, takenOn: "2026-02-04" }]);
    expect(note).toMatchObject([{ state: "made", personIds: [done.result.personId], text }]);
    await workspace.run("undo", { entryId: done.entryId });
    expect(await workspace.records()).toEqual(before);
  });

  test("NT3 NT1 the person leads back to the words on the card, which are kept to the character", async () => {
    const { workspace, eventId } = await begin();
    const odd = `\n  ${text} \n`;
    const { result } = await workspace.run("person.capture", { ...cardOf(), text: odd, eventId });
    const replica = await workspace.replica();
    expect(replica.get("page", result.pageId)?.text).toBe(odd);
    const [made] = [...replica.all("proposal")].filter(({ madeId }) => madeId === result.personId);
    expect(source(replica, made!.pageId, made!.start, made!.end)).toMatchObject({ quote: "Sofie Lund", line: 3 });
  });

  test("NT3 a name that was corrected leads back to the whole card", async () => {
    const { workspace } = await begin();
    const { result } = await workspace.run("person.capture", cardOf({ name: "Sofia Lund" }));
    const { proposal } = await workspace.records();
    expect(proposal).toMatchObject([{ madeId: result.personId, quote: text, state: "accepted" }]);
  });

  test("adds to the person who certainly is there, and takes nothing of theirs away", async () => {
    const { workspace, eventId } = await begin();
    const known = await workspace.run("person.add", {
      name: "Sofie Lund",
      role: "Harbour master",
      organization: "Quayside",
      emails: [address("sofie@home.example")],
    });
    const { result } = await workspace.run("person.capture", {
      ...cardOf({ urls: [address("quayside.example")] }),
      eventId,
    });
    expect(result.personId).toBe(known.result.personId);
    expect((await workspace.records()).person).toMatchObject([
      {
        role: "Harbour master",
        about: "Also (card): Head of Partnerships",
        emails: [address("sofie@home.example"), address("sofie@quayside.example")],
        urls: [address("quayside.example")],
      },
    ]);
  });

  test("the same card again, and it is one person, met once at the event", async () => {
    const { workspace, eventId } = await begin();
    await workspace.run("person.capture", { ...cardOf(), eventId });
    await workspace.run("person.capture", { ...cardOf(), eventId });
    const { person, meeting, page, organization } = await workspace.records();
    expect([person.length, meeting.length, organization.length, page.length]).toEqual([1, 1, 1, 2]);
  });

  test("refuses where several have the name and nothing tells who is meant; nothing is kept", async () => {
    const { workspace } = await begin();
    const one = await workspace.run("person.add", { name: "Sofie Lund", organization: "Quayside" });
    await workspace.run("person.add", { name: "Sofie Lund", organization: "Bluewater" });
    const bare = cardOf({ organization: null, emails: [], phones: [], role: null });
    const before = await workspace.records();
    await expect(workspace.run("person.capture", bare)).rejects.toThrow("2 people are called Sofie Lund");
    expect(await workspace.records()).toEqual(before);
    const { result } = await workspace.run("person.capture", { ...bare, personId: one.result.personId });
    expect(result.personId).toBe(one.result.personId);
  });

  test("refuses a card with no words, a day that is none, and an event that is not there", async () => {
    const { workspace } = await begin();
    await expect(workspace.run("person.capture", { ...cardOf(), text: " \n" })).rejects.toThrow("holds no words");
    await expect(workspace.run("person.capture", { ...cardOf(), takenOn: day("soon") })).rejects.toThrow("takenOn");
    const eventId = workspace.newId() as never;
    await expect(workspace.run("person.capture", { ...cardOf(), eventId })).rejects.toThrow("event");
  });
});
