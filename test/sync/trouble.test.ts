import { describe, expect, test } from "vitest";
import type { DeviceId } from "#domain/model/id.ts";
import { openMemory } from "#store/memory.ts";
import { SyncClient, type Transport } from "#sync/client.ts";
import { protocol, type Pull, type Push } from "#sync/protocol.ts";
import { agree, all, calm, calmWithTwo, unlike } from "./calm.ts";
import { memberId, TestDevice, workspaceId, type World } from "./world.ts";

type Memory = ReturnType<typeof openMemory>;

/** A network that works, and what it carried. */
function listening(world: World): { transport: Transport; pulled: Record<string, unknown>[] } {
  const pulled: Record<string, unknown>[] = [];
  const server = world.server();
  const pull = async (message: Pull) => {
    const answer = (await server.pull(message)) as Record<string, unknown>; // of our own server
    pulled.push(answer);
    return answer;
  };
  return { transport: { push: server.push, pull }, pulled };
}

async function texts(device: TestDevice): Promise<string[]> {
  return (await all(device, "note")).map(({ text }) => text).sort();
}

describe("a device that was away", () => {
  test("SY5 for a year starts afresh, with what it did meanwhile on top, and brings that", async () => {
    const { world, phone, desk } = await calmWithTwo();
    const { result } = await desk.run("note.add", { text: "Removed while it was away" });
    await agree(desk, phone);
    world.pass({ hours: 1 });
    await desk.run("undo", { entryId: [...(await desk.open()).entries()][0]!.id });
    await desk.run("person.add", { name: "Ana Ruiz" });
    await agree(desk);
    await phone.run("note.add", { text: "Written on the plane" });
    world.pass({ hours: 365 * 24 });
    const { transport, pulled } = listening(world);
    const back = new TestDevice(world, transport);
    back.disk = phone.disk;
    await agree(back);
    expect(pulled[0]).toMatchObject({ isAfresh: true });
    expect(await texts(back)).toEqual(["Written on the plane"]);
    expect(await unlike(back, world)).toBeUndefined();
    expect((await world.journal()).at(-1)).toMatchObject({ command: "note.add", at: "2026-02-04T19:00:00.000Z" });
    expect((await back.open()).replica.kept("note", result.noteId)?.removed).toBe(true);
  });

  test("SY5 for a month gets what changed and no more", async () => {
    const { world, phone } = await calmWithTwo();
    world.pass({ hours: 30 * 24 });
    await world.run("person.add", { name: "Ana Ruiz" });
    const { transport, pulled } = listening(world);
    const back = new TestDevice(world, transport);
    back.disk = phone.disk;
    await agree(back);
    expect(pulled).toEqual([expect.objectContaining({ isAfresh: false, rows: { person: [expect.anything()] } })]);
  });

  test("SY5 through nothing happening for a year has all there is", async () => {
    const { world, phone } = await calmWithTwo();
    world.pass({ hours: 400 * 24 });
    await agree(phone);
    await phone.run("person.add", { name: "Ana Ruiz" });
    await agree(phone);
    expect(await unlike(phone, world)).toBeUndefined();
  });
});

describe("a server that came back from a backup", () => {
  for (const isSaid of [true, false]) {
    const how = isSaid ? "and began a new epoch" : "and nobody said so";
    test(`SY5 ${how} gets from devices what they had brought since, and what nobody can bring again is shown`, async () => {
      const { world, phone, desk } = await calmWithTwo();
      await phone.run("note.add", { text: "Before" });
      await agree(phone, desk);
      const backup = await (world.store as Memory).copy(); // a calm world's store is in memory
      await phone.run("note.add", { text: "After, from the phone" });
      await desk.run("note.add", { text: "After, from the desk" });
      await agree(phone, desk);
      await world.run("note.add", { text: "At the server itself" });
      await agree(phone, desk);
      world.store = backup;
      if (isSaid) await backup.newEpoch(workspaceId);
      await phone.run("note.add", { text: "Not pushed yet" });
      await agree(phone, desk, phone);
      const all = ["After, from the desk", "After, from the phone", "Before", "Not pushed yet"];
      expect(await texts(phone)).toEqual(all);
      for (const device of [phone, desk]) {
        expect(await unlike(device, world)).toBeUndefined();
        const client = await device.open();
        expect(client.lost().map(({ record }) => record)).toEqual([
          expect.objectContaining({ text: "At the server itself" }),
        ]);
        await client.dropLost();
        device.kill();
        expect((await device.open()).lost()).toEqual([]);
      }
      expect(new Set((await world.journal()).map(({ id }) => id)).size).toBe((await world.journal()).length);
    });
  }

  test("SY5 and nobody said so is noticed by a device that was between two pages", async () => {
    const { world, phone } = await calmWithTwo();
    const { result } = await world.run("note.add", { text: "Written again after the backup" });
    await world.run("person.add", { name: "Ana Ruiz" });
    const backup = await (world.store as Memory).copy(); // as above
    await world.run("note.change", { noteId: result.noteId, observation: "idea" });
    world.pageMax = { rows: 1, characters: 2_000_000 };
    const stop = (await phone.open()).onStatus(({ progress }) => (world.network.isDown = progress !== null));
    await expect(agree(phone)).rejects.toThrow("There is no network.");
    stop();
    world.network.isDown = false;
    world.store = backup;
    await world.run("person.add", { name: "Bo Lind" });
    await agree(phone);
    expect(await texts(phone)).toEqual(["Written again after the backup"]);
    expect(await unlike(phone, world)).toBeUndefined();
  });

  test("SY5 gets commands in whatever order devices come: what needs another device's is tried again", async () => {
    const { world, phone, desk } = await calmWithTwo();
    const backup = await (world.store as Memory).copy(); // as above
    const { result } = await phone.run("event.add", { name: "Lyon Summit", timeZone: "Europe/Paris" });
    await agree(phone, desk);
    await desk.run("note.add", { text: "They charge by the seat", eventId: result.eventId });
    await agree(desk, phone);
    world.store = backup;
    await backup.newEpoch(workspaceId);
    await agree(desk);
    expect((await desk.open()).refused().map(({ args }) => args)).toEqual([
      expect.objectContaining({ text: "They charge by the seat" }),
    ]);
    await agree(phone, desk, phone);
    expect((await desk.open()).refused()).toEqual([]);
    expect(await texts(phone)).toEqual(["They charge by the seat"]);
  });

  test("SY5 with nothing at all gets everything from the device on which the workspace began", async () => {
    const world = await calm();
    world.store = openMemory();
    const [phone, desk] = [new TestDevice(world), new TestDevice(world)];
    await phone.run("workspace.create", { name: "T", timeZone: "Europe/Brussels", memberName: "Mira Okafor" });
    await phone.run("note.add", { text: "The first" });
    await agree(phone, desk);
    world.store = openMemory();
    await agree(desk);
    expect((await desk.open()).status.stopped).toBe("no-workspace");
    expect(await texts(desk)).toEqual(["The first"]);
    await agree(phone, desk);
    expect((await desk.open()).status.stopped).toBeNull();
    expect(await texts(desk)).toEqual(["The first"]);
    expect(await unlike(phone, world)).toBeUndefined();
  });
});

describe("a device's storage", () => {
  test("SY5 that was evicted is filled anew by the server, under another device's id", async () => {
    const { world, phone } = await calmWithTwo();
    await phone.run("note.add", { text: "Pushed" });
    await agree(phone);
    const before = (await phone.open()).deviceId;
    phone.disk.evict();
    phone.kill();
    await agree(phone);
    await phone.run("note.add", { text: "Later" });
    await agree(phone);
    expect(await texts(phone)).toEqual(["Later", "Pushed"]);
    expect((await phone.open()).deviceId).not.toBe(before);
    expect(await unlike(phone, world)).toBeUndefined();
  });

  test("SY5 that was put back to an earlier day counts anew, and what is done on it is not taken for what was done then", async () => {
    const { world, phone, desk } = await calmWithTwo();
    const copy = phone.disk.clone();
    await phone.run("note.add", { text: "Done first" });
    await agree(phone);
    phone.kill();
    phone.disk = copy;
    await phone.run("note.add", { text: "Done under the same number" });
    await agree(phone, desk);
    expect(await texts(desk)).toEqual(["Done first", "Done under the same number"]);
    expect(await unlike(phone, world)).toBeUndefined();
  });

  test("SY6 that a newer Upshot has written is left alone", async () => {
    const { phone } = await calmWithTwo();
    phone.kill();
    phone.disk.forge((device) => ({ ...device, shape: device.shape + 1 }));
    const { writes } = phone.disk;
    await expect(phone.open()).rejects.toMatchObject({
      code: "not-allowed",
      message: expect.stringContaining("newer Upshot"),
    });
    expect(phone.disk.writes).toBe(writes);
  });

  test("SY6 that holds another workspace is left alone", async () => {
    const { world, phone } = await calmWithTwo();
    phone.kill();
    const opened = SyncClient.open({
      storage: phone.disk.open(),
      transport: world.server(),
      now: () => world.now,
      newId: world.newId,
      workspaceId: world.newId() as typeof workspaceId, // a fresh id
      memberId,
    });
    await expect(opened).rejects.toMatchObject({ code: "not-allowed" });
  });
});

describe("of two versions", () => {
  /** The wire between a device and a server of which one has a later version. */
  function between(world: World, change: { ask?: number; answer?: number }): Transport {
    const server = world.server();
    const raised = <M>(message: M, by = 0): M => ({ ...message, protocol: protocol + by });
    return {
      push: async (message: Push) => raised(await server.push(raised(message, change.ask)), change.answer),
      pull: async (message: Pull) => raised(await server.pull(raised(message, change.ask)), change.answer),
    };
  }

  test("SY6 a newer device meets an older server: it says so, keeps its queue, and brings it when the server is up to date", async () => {
    const { world, phone } = await calmWithTwo();
    phone.kill();
    const newer = new TestDevice(world, between(world, { ask: 1 }));
    newer.disk = phone.disk;
    await newer.run("note.add", { text: "Kept" });
    await agree(newer);
    expect((await newer.open()).status).toMatchObject({ stopped: "server-older", pending: 1 });
    expect(await texts(newer)).toEqual(["Kept"]);
    expect((await world.journal()).length).toBe(1);
    newer.kill();
    phone.disk = newer.disk;
    await agree(phone);
    expect((await phone.open()).status).toMatchObject({ stopped: null, pending: 0 });
    expect((await world.journal()).length).toBe(2);
  });

  test("SY6 an older device meets a newer server: its queue is taken, it gets no rows, and says so", async () => {
    const { world, phone } = await calmWithTwo();
    await world.run("person.add", { name: "Ana Ruiz" });
    const server = world.server();
    const older = new TestDevice(world, {
      push: server.push,
      // As a server of the next version would answer.
      pull: async () => ({ answer: "client-older", protocol: protocol + 1 }),
    });
    phone.kill();
    older.disk = phone.disk;
    await older.run("note.add", { text: "Taken" });
    await agree(older);
    expect((await older.open()).status).toMatchObject({ stopped: "client-older", pending: 0 });
    expect(await texts(older)).toEqual(["Taken"]);
    expect(await all(older, "person")).toEqual([]);
    expect((await world.journal()).map(({ command }) => command)).toContain("note.add");
    older.kill();
    phone.disk = older.disk;
    await agree(phone);
    expect(await unlike(phone, world)).toBeUndefined();
    expect((await phone.open()).status.stopped).toBeNull();
  });

  test.each([
    ["an answer it does not understand", { answer: "page", protocol: protocol + 1, novelty: true }],
    [
      "rows of a noun it does not know",
      {
        answer: "page",
        protocol,
        isAfresh: false,
        cookie: { epoch: "other", version: 9 },
        stamp: null,
        rest: null,
        hasMore: false,
        rows: { hologram: [{ record: { id: workspaceId }, version: 9 }] },
        entries: [],
        total: null,
        version: 9,
      },
    ],
  ])("SY6 a device that gets %s stops, says so, and does not move on", async (_, answer) => {
    const { world, phone } = await calmWithTwo();
    const server = world.server();
    let isStrange = true;
    const device = new TestDevice(world, {
      push: server.push,
      pull: async (message) => (isStrange ? answer : server.pull(message)),
    });
    phone.kill();
    device.disk = phone.disk;
    await world.run("person.add", { name: "Ana Ruiz" });
    await agree(device);
    expect((await device.open()).status.stopped).toBe("client-older");
    isStrange = false;
    await agree(device);
    expect((await device.open()).status.stopped).toBeNull();
    expect(await unlike(device, world)).toBeUndefined();
  });

  test("SY6 what no Upshot says is no answer: the sync fails, and nothing is changed", async () => {
    const { world, phone } = await calmWithTwo();
    const login = async () => "<html>Log in to the hotel's network</html>";
    const device = new TestDevice(world, { push: login, pull: login });
    phone.kill();
    device.disk = phone.disk;
    await device.run("note.add", { text: "Kept" });
    await expect(agree(device)).rejects.toThrow("no answer of an Upshot server");
    expect((await device.open()).status).toMatchObject({ pending: 1, stopped: null });
    expect((await device.open()).deviceId satisfies DeviceId).toBe((await phone.open()).deviceId);
  });
});

describe("a way to the server that takes only so much", () => {
  test("SY4 gets fewer commands at once, and one that is too large by itself is kept with its words", async () => {
    const world = await calm();
    const server = world.server();
    const pushed: number[] = [];
    const phone = new TestDevice(world, {
      pull: server.pull,
      push: async (message) => {
        if (JSON.stringify(message).length > 3000) return { answer: "too-large", protocol };
        pushed.push(message.commands.length);
        return server.push(message);
      },
    });
    await agree(phone);
    for (let at = 0; at < 20; at += 1) await phone.run("note.add", { text: `Note ${at}` });
    await phone.run("note.add", { text: "Long ".repeat(1000) });
    await phone.run("note.add", { text: "The last" });
    await agree(phone);
    const client = await phone.open();
    expect(client.status).toMatchObject({ pending: 0, refused: 1, stopped: null });
    expect(client.refused()).toMatchObject([{ code: "too-large", args: { text: "Long ".repeat(1000) } }]);
    expect((await texts(phone)).length).toBe(21);
    expect(Math.max(...pushed)).toBeGreaterThan(1);
    expect((await world.journal()).length).toBe(22);
    expect(await unlike(phone, world)).toBeUndefined();
    await phone.run("note.add", { text: "And on" });
    await agree(phone);
    expect((await world.journal()).length).toBe(23);
  });
});
