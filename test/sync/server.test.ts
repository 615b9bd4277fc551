import { describe, expect, test } from "vitest";
import type { DeviceId, EntryId } from "#domain/model/id.ts";
import { nounNames } from "#domain/model/nouns.ts";
import type { Instant } from "#domain/model/time.ts";
import { type Cookie, type Page, protocol, type Pull, type Push, type PushedCommand } from "#sync/protocol.ts";
import { answerPull, answerPush } from "#sync/server/server.ts";
import { calm } from "./calm.ts";
import { memberId, workspaceId, type World } from "./world.ts";

const deviceId = "01970000-0000-7000-8000-0000000000d1" as DeviceId;
const from = { protocol, workspaceId, memberId, deviceId };
const at = "2026-02-04T18:00:00.000Z" as Instant; // checked by eye

function noteCommand(sequence: number, text: string): PushedCommand {
  const id = (kind: string) => `01970000-0000-7000-8000-${kind}${String(sequence).padStart(11, "0")}`;
  const drawn = { entryId: id("e") as EntryId, ids: [id("f")], idsFor: {} };
  return { ...drawn, sequence, name: "note.add", args: { text }, at };
}

function push(...commands: PushedCommand[]): Push {
  return { ...from, cookie: null, commands };
}

function pull(cookie: Cookie | null, rest: string | null = null): Pull {
  return { ...from, cookie, seen: null, rest };
}

/** All pages until there are no more. */
async function pages(world: World, cookie: Cookie | null = null): Promise<Page[]> {
  const server = world.server();
  const found: Page[] = [];
  for (let next = pull(cookie); ;) {
    const page = (await server.pull(next)) as Page; // of a workspace that is there
    found.push(page);
    if (!page.hasMore) return found;
    next = { ...pull(page.cookie, page.rest), seen: { version: page.version, stamp: page.stamp } };
  }
}

function rowsIn(page: Page) {
  return nounNames.flatMap((noun) => page.rows[noun] ?? []);
}

describe("a push", () => {
  test("SY3 that comes twice is run once and answered the same, whatever became of it", async () => {
    const world = await calm();
    const { push: say } = world.server();
    const message = push(
      noteCommand(1, "Applied"),
      { ...noteCommand(2, "Refused"), args: { text: "Refused", eventId: "01970000-0000-7000-8000-0000000000ff" } },
      { ...noteCommand(3, "Unheard of"), name: "note.sing" },
    );
    const first = await say(message);
    expect(first).toMatchObject({
      answer: "done",
      results: [
        { outcome: "applied", sequence: 1, version: 2 },
        { outcome: "refused", sequence: 2, code: "not-found", sentence: expect.stringContaining("event") },
        { outcome: "refused", sequence: 3, code: "invalid", sentence: expect.stringContaining("note.sing") },
      ],
    });
    expect(await say(message)).toEqual(first);
    expect(await Promise.all([say(message), say(message)])).toEqual([first, first]);
    expect((await world.journal()).map(({ command }) => command)).toEqual(["workspace.create", "note.add"]);
  });

  test("SY3 that comes twice at the same moment is run once", async () => {
    const world = await calm();
    const { push: say } = world.server();
    const message = push(noteCommand(1, "One"), noteCommand(2, "Two"));
    const [one, two] = await Promise.all([say(message), say(message)]);
    expect(one).toEqual(two);
    expect((await world.journal()).length).toBe(3);
  });

  test("SY3 with a gap is refused from there on, and nothing of it is run", async () => {
    const world = await calm();
    const { push: say } = world.server();
    expect(await say(push(noteCommand(1, "One"), noteCommand(3, "Three")))).toMatchObject({
      answer: "renew",
      why: "gap",
      results: [{ outcome: "applied", sequence: 1 }],
    });
    expect((await world.journal()).length).toBe(2);
    expect(await say(push(noteCommand(2, "Two"), noteCommand(3, "Three")))).toMatchObject({ answer: "done" });
  });

  test("SY5 with another command under a number that was counted is told so, and nothing of it is run", async () => {
    const world = await calm();
    const { push: say } = world.server();
    await say(push(noteCommand(1, "One")));
    const other = { ...noteCommand(9, "Other"), sequence: 1 };
    expect(await say(push(other))).toMatchObject({ answer: "renew", why: "forked", results: [] });
    expect((await world.journal()).length).toBe(2);
  });

  test("SY5 of a device that stands on another history is not run before that device has pulled", async () => {
    const world = await calm();
    const message = { ...push(noteCommand(1, "One")), cookie: { epoch: "another", version: 1 } };
    expect(await world.server().push(message)).toEqual({ answer: "pull-first", protocol });
    expect((await world.journal()).length).toBe(1);
  });

  test("is kept with the time it was done at, but for a clock that is ahead", async () => {
    const world = await calm();
    const long = { ...noteCommand(1, "Long ago"), at: "2024-02-04T18:00:00.000Z" as Instant }; // by eye
    const ahead = { ...noteCommand(2, "Ahead"), at: "2031-02-04T18:00:00.000Z" as Instant };
    await world.server().push(push(long, ahead));
    const times = (await world.journal()).slice(1).map((entry) => entry.at);
    expect(times).toEqual(["2024-02-04T18:00:00.000Z", "2026-02-04T18:00:00.000Z"]);
  });
});

describe("a pull", () => {
  test("SY1 brings what changed, in pages that end with a command and hold no more than they may", async () => {
    const world = await calm();
    const [start] = await pages(world);
    for (let n = 0; n < 9; n += 1) {
      const { result } = await world.run("person.add", { name: `Person ${n}`, organization: `Org ${n}` });
      await world.run("person.change", { personId: result.personId, role: "guest" });
    }
    world.pageMax = { rows: 5, characters: 2_000_000 };
    const found = await pages(world, start!.cookie);
    expect(found.length).toBeGreaterThan(3);
    const journal = await world.journal();
    for (const page of found) {
      expect(rowsIn(page).length).toBeLessThanOrEqual(5);
      expect(page.isAfresh).toBe(false);
      expect(journal.map(({ version }) => version)).toContain(page.cookie.version);
      for (const { version } of rowsIn(page)) expect(version).toBeLessThanOrEqual(page.cookie.version);
    }
    const ids = found.flatMap((page) => rowsIn(page).map(({ record }) => record.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(18);
    expect(found.flatMap(({ entries }) => entries.map(({ id }) => id))).toEqual(journal.slice(1).map(({ id }) => id));
    expect(found.at(-1)?.cookie.version).toBe((await world.store.head(workspaceId)).version);
  });

  test("SY1 keeps one command's rows together, even where they are more than a page", async () => {
    const world = await calm();
    const [start] = await pages(world);
    const cards = Array.from({ length: 20 }, (_, n) => ({ name: `Person ${n}` }));
    await world.run("person.import", { source: "cards.vcf", cards });
    await world.run("person.add", { name: "Ana Ruiz" });
    world.pageMax = { rows: 5, characters: 2_000_000 };
    const found = await pages(world, start!.cookie);
    expect(found.map((page) => rowsIn(page).length)).toEqual([20, 1]);
  });

  test("SY1 holds no more characters than it may, where single notes are long", async () => {
    const world = await calm();
    const [start] = await pages(world);
    for (let n = 0; n < 30; n += 1) await world.run("note.add", { text: `${n} `.padEnd(2000, "x") });
    world.pageMax = { rows: 10_000, characters: 20_000 };
    for (const found of [await pages(world, start!.cookie), await pages(world)]) {
      expect(found.length).toBeGreaterThan(3);
      for (const page of found) {
        const characters = rowsIn(page).reduce((sum, { record }) => sum + JSON.stringify(record).length, 0);
        expect(characters).toBeLessThanOrEqual(20_000);
      }
      expect(found.flatMap((page) => page.rows["note"] ?? []).length).toBe(30);
    }
  });

  test("SY1 of everything counts its rows, and leaves what is done meanwhile to the pages after", async () => {
    const world = await calm();
    for (let n = 0; n < 12; n += 1) await world.run("person.add", { name: `Person ${n}` });
    world.pageMax = { rows: 5, characters: 2_000_000 };
    const { pull: ask } = world.server();
    const first = (await ask(pull(null))) as Page; // of a workspace that is there
    expect(first).toMatchObject({ isAfresh: true, hasMore: true, total: 14 });
    await world.run("person.add", { name: "Meanwhile" });
    const later: Page[] = [];
    for (let last = first; last.hasMore;) {
      last = (await ask({
        ...pull(last.cookie, last.rest),
        seen: { version: last.version, stamp: last.stamp },
      })) as Page; // as above
      later.push(last);
    }
    const names = [first, ...later].flatMap((page) => (page.rows["person"] ?? []).map(({ record }) => record["name"]));
    expect(names.length).toBe(13);
    expect(names.at(-1)).toBe("Meanwhile");
  });
});

describe("a server", () => {
  test("answers who may not speak as if the workspace were not there, and looks nothing up", async () => {
    const world = await calm();
    const serving = { store: world.store, now: world.now, isAllowed: () => false };
    for (const id of [workspaceId, "01970000-0000-7000-8000-0000000000aa" as typeof workspaceId]) {
      const none = { answer: "no-workspace", protocol };
      expect(await answerPull({ ...pull(null), workspaceId: id }, serving)).toEqual(none);
      expect(await answerPush({ ...push(noteCommand(1, "One")), workspaceId: id }, serving)).toEqual(none);
    }
    expect((await world.journal()).length).toBe(1);
  });

  test("answers whatever is no message", async () => {
    const { push: say, pull: ask } = (await calm()).server();
    for (const strange of [null, 7, "{}", [], {}, { ...from, commands: "all" }]) {
      expect(await say(strange as Push)).toMatchObject({ answer: "malformed" });
      expect(await ask(strange as unknown as Pull)).toMatchObject({ answer: "malformed" });
    }
    const strangeRest = await ask(pull({ epoch: "e", version: 0 }, "not of our making"));
    expect(strangeRest).toMatchObject({ answer: "page", isAfresh: true });
  });

  test("SY6 does nothing for a later wire's message, of whatever shape, and says so", async () => {
    const { push: say, pull: ask } = (await calm()).server();
    const later = { protocol: protocol + 1, whatever: true };
    expect(await say(later as unknown as Push)).toEqual({ answer: "server-older", protocol });
    expect(await ask(later as unknown as Pull)).toEqual({ answer: "server-older", protocol });
  });
});
