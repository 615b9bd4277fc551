import { describe, expect, test } from "vitest";
import { TestWorkspace } from "../../../test/support/workspace.ts";

const talk = (guid: string | null, title: string, startsAt: string | null = null, more: object = {}) =>
  ({ guid, title, startsAt, ...more }) as { title: string };

async function withProgramme() {
  const workspace = await TestWorkspace.open();
  const { eventId } = (await workspace.run("event.add", { name: "Partner Day", timeZone: "Europe/Brussels" })).result;
  const sessions = [
    talk("g1", "Keynote"),
    talk(null, "Billing", "2026-02-03T13:00:00Z"),
    talk("g3", "Co-selling", null, { room: "1" }),
  ];
  await workspace.run("session.import", { eventId, sessions });
  const { session } = await workspace.records();
  await workspace.run("session.star", { sessionId: session[0]!.id });
  await workspace.run("session.attend", { sessionId: session[1]!.id });
  return { workspace, eventId };
}

describe("programme", () => {
  test("a changed programme keeps marks, matches by guid, then title and time, and says what changed", async () => {
    const { workspace, eventId } = await withProgramme();
    const sessions = [
      talk("g1", "Opening keynote"),
      talk("new", "BILLING", "2026-02-03T13:00:00Z"),
      talk("g4", "Closing"),
    ];
    const { result } = await workspace.run("session.import", { eventId, sessions });
    expect(result).toMatchObject({ added: 1, changed: 2, unchanged: 0, withdrawn: 1, starred: 0 });
    expect(result.news.map(({ what, title, before }) => [what, title, before?.title ?? null])).toEqual([
      [["renamed"], "Opening keynote", "Keynote"],
      [["renamed"], "BILLING", "Billing"],
      [["new"], "Closing", null],
      [["cancelled"], "Co-selling", "Co-selling"],
    ]);
    const { session } = await workspace.records();
    expect(
      session.map(({ title, isStarred, isAttended, isWithdrawn }) => ({ title, isStarred, isAttended, isWithdrawn })),
    ).toEqual([
      { title: "Opening keynote", isStarred: true, isAttended: null, isWithdrawn: false },
      { title: "BILLING", isStarred: false, isAttended: true, isWithdrawn: false },
      { title: "Co-selling", isStarred: false, isAttended: null, isWithdrawn: true },
      { title: "Closing", isStarred: false, isAttended: null, isWithdrawn: false },
    ]);
  });

  test("a talk that moved, was called off or came back is told with where it was, my own marked; its marks stay", async () => {
    const { workspace, eventId } = await withProgramme();
    const moved = [
      talk("g1", "Keynote", "2026-02-03T08:00:00Z", { room: "2" }),
      talk("g3", "Co-selling", null, { room: "1", abstract: "How two firms share one pipeline" }),
    ];
    const { news } = (await workspace.run("session.import", { eventId, sessions: moved })).result;
    expect(news.map(({ sessionId: _, ...one }) => one)).toEqual([
      {
        title: "Keynote",
        what: ["moved"],
        isMine: true,
        before: { title: "Keynote", room: null, startsAt: null },
        after: { title: "Keynote", room: "2", startsAt: "2026-02-03T08:00:00Z" },
      },
      {
        title: "Co-selling",
        what: ["changed"],
        isMine: false,
        before: { title: "Co-selling", room: "1", startsAt: null },
        after: { title: "Co-selling", room: "1", startsAt: null },
      },
      {
        title: "Billing",
        what: ["cancelled"],
        isMine: true,
        before: { title: "Billing", room: null, startsAt: "2026-02-03T13:00:00Z" },
        after: null,
      },
    ]);
    const back = [...moved, talk(null, "Billing", "2026-02-03T13:00:00Z")];
    const again = (await workspace.run("session.import", { eventId, sessions: back })).result;
    expect(again.news).toMatchObject([{ title: "Billing", what: ["back"], isMine: true }]);
    expect((await workspace.records()).session).toMatchObject([{ isStarred: true }, { isAttended: true }, {}]);
  });

  test("the same programme again changes nothing", async () => {
    const { workspace, eventId } = await withProgramme();
    const sessions = [
      talk("g1", "Keynote"),
      talk(null, "Billing", "2026-02-03T13:00:00Z"),
      talk("g3", "Co-selling", null, { room: "1" }),
    ];
    const { result, changes } = await workspace.run("session.import", { eventId, sessions });
    expect(result).toEqual({ added: 0, changed: 0, unchanged: 3, withdrawn: 0, starred: 0, news: [] });
    expect(changes).toEqual([]);
  });

  test("favourites star what they name and withdraw nothing", async () => {
    const { workspace, eventId } = await withProgramme();
    const sessions = [talk("g3", "Co-selling", null, { isStarred: true })];
    const { result } = await workspace.run("session.import", { eventId, sessions, isPart: true });
    expect(result).toEqual({ added: 0, changed: 1, unchanged: 0, withdrawn: 0, starred: 1, news: [] });
    expect((await workspace.records()).session).toMatchObject([
      { isStarred: true },
      {},
      { isStarred: true, room: "1", isWithdrawn: false },
    ]);
  });
});
