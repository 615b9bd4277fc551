import { beforeEach, describe, expect, test } from "vitest";
import type { EventId, OrganizationId, PersonId } from "#domain/model/id.ts";
import { day, TestWorkspace } from "../../test/support/workspace.ts";
import { type Path, type PathTarget, pathsTo } from "./paths.ts";
import { knownStrength } from "./ties.ts";

let workspace: TestWorkspace;
let eventId: EventId;
let li: PersonId;
let ana: PersonId;
let contoso: OrganizationId;

/** Mira met Ana of Contoso at Partner Day; Li works there, and was never met. */
beforeEach(async () => {
  workspace = await TestWorkspace.open();
  const event = { name: "Partner Day", timeZone: "Europe/Brussels", startsOn: "2026-02-03", endsOn: "2026-02-04" };
  eventId = (await workspace.run("event.add", event)).result.eventId;
  contoso = (await workspace.run("organization.add", { name: "Contoso" })).result.organizationId;
  li = await added("Li Wei", "Contoso");
  ana = await added("Ana Ruiz", "Contoso");
  await met(ana);
});

const added = async (name: string, organization?: string, more: object = {}) =>
  (await workspace.run("person.add", { name, ...(organization && { organization }), ...more })).result.personId;

const met = (personId: PersonId, more: object = {}) =>
  workspace.run("meeting.add", { personId, eventId, metOn: "2026-02-03", ...more });

const found = async (target: PathTarget, closed: PersonId[] = []) =>
  pathsTo(await workspace.replica(), target, { day: day("2026-02-04"), closed });

const told = (paths: readonly Path[] | undefined) => paths?.map(({ sentence }) => sentence);

describe("paths", () => {
  test("LD6 a path is told from how we met over where they work, with what ties each two", async () => {
    const paths = await found({ personId: li });
    expect(paths?.paths).toMatchObject([
      {
        nodes: [{ name: "You" }, { name: "Ana Ruiz" }, { name: "Contoso", is: "organization" }, { name: "Li Wei" }],
        hops: [
          { words: "met once, last touch yesterday", strengthWords: "fair" },
          { words: "works there" },
          { words: "works there" },
        ],
        sentence: "You met Ana Ruiz at Partner Day on Tue 3 Feb; Ana Ruiz works at Contoso with Li Wei",
        door: { personId: ana, name: "Ana Ruiz" },
        isStrongest: true,
        isShortest: true,
      },
    ]);
    expect(told((await found({ organizationId: contoso }))?.paths)).toEqual([
      "You met Ana Ruiz at Partner Day on Tue 3 Feb; Ana Ruiz works at Contoso",
    ]);
  });

  test("LD6 the strongest comes first, and further ones begin with somebody else", async () => {
    const bo = await added("Bo Lund", "Contoso", { isColleague: true });
    await met(bo);
    const paths = (await found({ personId: li }))?.paths;
    expect(paths?.map(({ door, isStrongest }) => [door?.personId, isStrongest])).toEqual([
      [bo, true],
      [ana, false],
    ]);
    for (let n = 0; n < 6; n += 1) {
      await workspace.run("touch.add", { personId: ana, way: "call", touchedOn: "2026-02-04" });
    }
    await workspace.run("person.change", { personId: bo, isColleague: false });
    expect((await found({ personId: li }))?.paths[0]?.door?.personId).toBe(ana);
  });

  test("LD6 the shortest path is shown where the strongest is a longer one", async () => {
    const kim = await added("Kim Sato", undefined, { isColleague: true });
    const noor = await added("Noor Haddad");
    const lou = await added("Lou Weber", undefined, { emails: [{ value: "lou@example.org" }] });
    // Kim introduced Noor, and Noor introduces to Pat; Lou stands in my contacts only, and in one note with Pat.
    await met(noor, { throughPersonId: kim, eventId: null, metOn: null });
    const pat = await added("Pat Ode");
    await workspace.run("step.add", {
      what: "Introduce Pat",
      kind: "introduce",
      isTheirs: true,
      ownerPersonId: noor,
      withPersonId: pat,
    });
    await workspace.run("note.add", { text: "Lou and Pat", personIds: [lou, pat] });
    const paths = (await found({ personId: pat }))?.paths ?? [];
    expect(paths[0]).toMatchObject({ isStrongest: true, door: { personId: kim } });
    expect(paths[0]?.sentence).toBe(
      "Kim Sato works with you; Kim Sato introduced you to Noor Haddad; Noor Haddad was asked to introduce you to Pat Ode",
    );
    expect(paths.find(({ isShortest }) => isShortest)?.nodes.length).toBe(3);
  });

  test("LD6 who was asked in vain is no door, and who is known nowhere has no path", async () => {
    expect((await found({ personId: li }, [ana]))?.paths).toEqual([]);
    const alone = await added("Sam Alone");
    expect(await found({ personId: alone })).toEqual({ name: "Sam Alone", paths: [] });
    await workspace.run("person.remove", { personId: alone });
    expect(await found({ personId: alone })).toBeUndefined();
  });

  test("LD6 whom I know myself needs no door; others who could say a word stand behind", async () => {
    await met(li);
    const paths = (await found({ personId: li }))?.paths;
    expect(told(paths)).toEqual([
      "You met Li Wei at Partner Day on Tue 3 Feb",
      "You met Ana Ruiz at Partner Day on Tue 3 Feb; Ana Ruiz works at Contoso with Li Wei",
    ]);
    expect(paths?.[0]?.door).toBeNull();
  });

  test("LD6 who speaks at one session, or at the event where somebody was met, is tied; by names as the programme has them", async () => {
    const jo = await added("Jo Speaker");
    const max = await added("Max Speaker");
    const session = { eventId, title: "Edge AI", speakers: [{ name: "jo speaker" }, { name: "Max Speaker" }] };
    await workspace.run("session.add", session);
    expect(told((await found({ personId: jo }))?.paths)).toEqual([
      "You met Ana Ruiz at Partner Day on Tue 3 Feb; Ana Ruiz and Jo Speaker were both at Partner Day",
    ]);
    await met(max);
    expect(told((await found({ personId: jo }))?.paths)?.[0]).toBe(
      "You met Max Speaker at Partner Day on Tue 3 Feb; Max Speaker and Jo Speaker both speak at “Edge AI”",
    );
  });

  test("LD6 a replica that changes answers anew, and one that does not keeps its graph", async () => {
    const replica = await workspace.replica();
    const doors = () =>
      pathsTo(replica, { personId: li }, { day: day("2026-02-04") })?.paths.map(({ door }) => door?.name);
    expect(doors()).toEqual(["Ana Ruiz"]);
    const { answer, watched } = replica.reading(doors);
    expect(answer).toEqual(["Ana Ruiz"]);
    expect(watched).toContainEqual({ noun: "meeting" });
    const { meeting } = await workspace.records();
    for (const record of meeting) replica.put({ noun: "meeting", record, removed: true });
    expect(doors()).toEqual([]);
  });

  test("LD6 a tie of mine grows with each contact, and fades with time", () => {
    const today = day("2026-02-04");
    const tie = (spoken: number, lastOn: string) =>
      knownStrength({ spoken, written: 0, lastOn: day(lastOn), day: today });
    expect(tie(2, "2026-02-04")).toBeGreaterThan(tie(1, "2026-02-04"));
    expect(tie(1, "2025-08-08")).toBeCloseTo(0.5 * (0.4 + 0.6 * 0.5), 2);
    expect(tie(50, "2026-02-04")).toBeLessThanOrEqual(0.95);
    expect(tie(1, "2010-01-01")).toBeGreaterThan(0.19);
  });
});
