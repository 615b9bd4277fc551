import { describe, expect, test } from "vitest";
import type { EventId } from "#domain/model/id.ts";
import { Chance } from "../support/chance.ts";
import { agree, all, calm, calmWithTwo, unlike } from "./calm.ts";
import { exported, readText } from "../support/copy.ts";
import { TestDevice, World, workspaceId } from "./world.ts";

/** Names and roles. */
async function people(device: TestDevice): Promise<string[]> {
  return (await all(device, "person")).map(({ name, role }) => (role === null ? name : `${name}, ${role}`)).sort();
}

describe("a device", () => {
  test("SY1 shows what is done without a network at once, has it after its end, and brings it when the network is back", async () => {
    const { world, phone, desk } = await calmWithTwo();
    world.network.isDown = true;
    await phone.run("person.add", { name: "Ana Ruiz" });
    expect(await people(phone)).toEqual(["Ana Ruiz"]);
    await expect(agree(phone)).rejects.toThrow("There is no network.");
    phone.kill();
    expect(await people(phone)).toEqual(["Ana Ruiz"]);
    expect((await phone.open()).status).toEqual({ pending: 1, refused: 0, stopped: null, progress: null });
    world.network.isDown = false;
    await agree(phone);
    await agree(desk);
    expect(await people(desk)).toEqual(["Ana Ruiz"]);
    expect((await phone.open()).status.pending).toBe(0);
  });

  test("SY1 lets a workspace begin on it, and a server take it from there", async () => {
    const world = new World(new Chance(1));
    world.network.isBad = false;
    const phone = new TestDevice(world);
    await phone.run("workspace.create", { name: "T", timeZone: "Europe/Brussels", memberName: "Mira Okafor" });
    await phone.run("person.add", { name: "Ana Ruiz" });
    await agree(phone);
    expect(await unlike(phone, world)).toBeUndefined();
    const desk = new TestDevice(world);
    await agree(desk);
    expect(await people(desk)).toEqual(["Ana Ruiz"]);
  });

  test("DA1 lets an exported workspace begin on it, with what can be undone, and a server take it from there", async () => {
    const old = await calm();
    const { result, entryId } = await old.run("person.add", { name: "Ana Ruiz" });
    await old.run("person.change", { personId: result.personId, role: "buyer" });
    const { records, entries } = await readText(await exported(old.store, workspaceId));
    const world = new World(new Chance(1));
    world.pass({ hours: 1 }); // ids are of their time
    world.network.isBad = false;
    const phone = new TestDevice(world);
    await phone.run("workspace.import", { records, entries });
    expect(await people(phone)).toEqual(["Ana Ruiz, buyer"]);
    await phone.run("undo", { entryId }); // of what was done before it was exported
    expect(await people(phone)).toEqual([]);
    await agree(phone);
    expect(await unlike(phone, world)).toBeUndefined();
    const desk = new TestDevice(world);
    await agree(desk);
    expect(await people(desk)).toEqual([]);
    expect((await phone.open()).status).toMatchObject({ pending: 0, refused: 0, stopped: null });
  });

  test("SY1 and another that change two fields of one record both win", async () => {
    const { phone, desk } = await calmWithTwo();
    const { result } = await phone.run("person.add", { name: "Ana Ruiz" });
    await agree(phone, desk);
    await phone.run("person.change", { personId: result.personId, role: "buyer" });
    await desk.run("person.change", { personId: result.personId, name: "Ana Ruiz-Soto" });
    await agree(phone, desk, phone);
    expect([await people(phone), await people(desk)]).toEqual([["Ana Ruiz-Soto, buyer"], ["Ana Ruiz-Soto, buyer"]]);
  });

  test("SY1 puts what it guessed aside for what the server made of it, and keeps what is pending on top", async () => {
    const { world, phone, desk } = await calmWithTwo();
    const { result } = await desk.run("person.add", { name: "Ana Ruiz" });
    await agree(desk, phone);
    await desk.run("person.change", { personId: result.personId, name: "Ana R.", role: "chair" });
    await agree(desk);
    const client = await phone.open();
    const syncing = client.sync();
    await phone.run("person.change", { personId: result.personId, role: "buyer" });
    await syncing;
    expect(await people(phone)).toEqual(["Ana R., buyer"]);
    await client.sync();
    expect(await unlike(phone, world)).toBeUndefined();
  });

  test("SY3 that cannot keep a command has not done it", async () => {
    const { world, phone } = await calmWithTwo();
    phone.disk.next = "full";
    await expect(phone.run("person.add", { name: "Ana Ruiz" })).rejects.toThrow("The disk is full.");
    expect(await people(phone)).toEqual([]);
    await phone.run("person.add", { name: "Bo Lind" });
    await agree(phone);
    expect(await people(phone)).toEqual(["Bo Lind"]);
    expect((await world.journal()).map(({ command }) => command)).toEqual(["workspace.create", "person.add"]);
  });

  test("SY3 that dies as it keeps a command has done it or not, and never half of it", async () => {
    const { world, phone } = await calmWithTwo();
    for (const [name, next] of [
      ["Ana Ruiz", "kill-before"],
      ["Bo Lind", "kill-after"],
    ] as const) {
      phone.disk.next = next;
      await expect(phone.run("person.add", { name })).rejects.toThrow("This process is dead.");
      phone.kill();
    }
    expect(await people(phone)).toEqual(["Bo Lind"]);
    await agree(phone);
    expect((await world.journal()).length).toBe(2);
  });

  test("SY3 whose answer is lost sends its commands again, and they are run once", async () => {
    const world = await calm();
    const server = world.server();
    let lost = 0;
    const phone = new TestDevice(world, {
      pull: (message) => server.pull(message),
      push: async (message) => {
        const answer = await server.push(message);
        if ((lost += 1) <= 2) throw new Error("The network lost an answer.");
        return answer;
      },
    });
    await agree(phone);
    await phone.run("person.add", { name: "Ana Ruiz" });
    await expect(agree(phone)).rejects.toThrow("lost an answer");
    phone.kill();
    await expect(agree(phone)).rejects.toThrow("lost an answer");
    await agree(phone);
    expect((await phone.open()).status.pending).toBe(0);
    expect((await world.journal()).map(({ command }) => command)).toEqual(["workspace.create", "person.add"]);
  });

  test("SY4 keeps a command that was refused with its words, over its end, until it is done again or let go of", async () => {
    const { phone, desk } = await calmWithTwo();
    const { result } = await phone.run("event.add", { name: "Lyon Summit", timeZone: "Europe/Paris" });
    await agree(phone, desk);
    await desk.run("event.remove", { eventId: result.eventId });
    await agree(desk);
    await phone.run("note.add", { text: "They charge by the seat", eventId: result.eventId });
    await phone.run("note.add", { text: "Ask about Lyon", eventId: result.eventId });
    await agree(phone);
    phone.kill();
    const client = await phone.open();
    expect(client.refused()).toEqual([
      expect.objectContaining({
        name: "note.add",
        args: expect.objectContaining({ text: "They charge by the seat" }),
        code: "not-found",
        sentence: expect.stringContaining("event"),
      }),
      expect.objectContaining({ args: expect.objectContaining({ text: "Ask about Lyon" }) }),
    ]);
    expect([...client.replica.all("note")]).toEqual([]);
    expect(client.status).toEqual({ pending: 0, refused: 2, stopped: null, progress: null });
    const [first, second] = client.refused().map(({ entryId }) => entryId);
    await expect(client.again(first!)).rejects.toThrow("event");
    await desk.run("undo", { entryId: [...(await desk.open()).entries()][0]!.id });
    await agree(desk);
    await client.sync();
    await client.again(first!);
    await client.dismiss(second!);
    await client.sync();
    expect(client.refused()).toEqual([]);
    await agree(desk);
    expect((await all(desk, "note")).map(({ text }) => text)).toEqual(["They charge by the seat"]);
  });

  test("SY1 gets the newest event first, says how far it is, and goes on where it was stopped", async () => {
    const world = await calm();
    const events: EventId[] = [];
    for (const name of ["Oslo Days", "Lyon Summit"]) {
      const { result } = await world.run("event.add", { name, timeZone: "Europe/Paris" });
      events.push(result.eventId);
      for (let n = 0; n < 30; n += 1) await world.run("note.add", { text: `Note ${n}`, eventId: result.eventId });
    }
    world.pageMax = { rows: 10, characters: 2_000_000 };
    const phone = new TestDevice(world);
    let client = await phone.open();
    const seen: { notes: number; ofNewest: number; done: number; total: number }[] = [];
    let stopAfter = 3;
    const watch = () =>
      client.onStatus(({ progress }) => {
        const notes = [...client.replica.all("note")];
        const ofNewest = notes.filter(({ eventId }) => eventId === events[1]).length;
        if (progress) seen.push({ notes: notes.length, ofNewest, ...progress });
        if (seen.length === stopAfter) world.network.isDown = true;
      });
    watch();
    await expect(client.sync()).rejects.toThrow("There is no network.");
    const stopped = seen.at(-1)!;
    expect(stopped.notes).toBe(stopped.ofNewest);
    expect(stopped.notes).toBeGreaterThan(10);
    phone.kill();
    world.network.isDown = false;
    client = await phone.open();
    expect(client.replica.count("note")).toBe(stopped.notes);
    // What is done meanwhile comes after.
    await world.run("note.add", { text: "Meanwhile", eventId: events[1] ?? null });
    stopAfter = Infinity;
    watch();
    await client.sync();
    expect(await unlike(phone, world)).toBeUndefined();
    const counts = seen.map(({ done, total }) => done / total);
    expect(counts.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(seen.filter(({ notes, ofNewest }) => notes > ofNewest && ofNewest < 30)).toEqual([]);
  });

  test("SY1 says of a command that needs what has not arrived yet that it has not arrived yet", async () => {
    const world = await calm();
    await world.run("person.add", { name: "Ana Ruiz" });
    world.network.isDown = true;
    const phone = new TestDevice(world);
    await expect(phone.run("note.add", { text: "First" })).rejects.toMatchObject({ name: "Refusal" });
  });

  test("SY1 brings a queue of 5,000 commands, some hundreds a message, and agrees", async () => {
    const { world, phone, desk } = await calmWithTwo();
    world.network.isDown = true;
    const client = await phone.open();
    for (let n = 0; n < 2500; n += 1) {
      const { result } = await client.run("person.add", { name: `Person ${n}` });
      await client.run("person.change", { personId: result.personId, role: "guest" });
    }
    expect(client.status.pending).toBe(5000);
    // Meanwhile somebody else met one of them, too.
    await world.run("person.add", { name: "Person 7" });
    world.network.isDown = false;
    phone.kill();
    await agree(phone);
    await agree(desk);
    expect((await phone.open()).status).toEqual({ pending: 0, refused: 0, stopped: null, progress: null });
    expect(world.network.sent.map(({ commands }) => commands.length)).toEqual(Array.from({ length: 10 }, () => 500));
    expect(await unlike(phone, world)).toBeUndefined();
    expect(await unlike(desk, world)).toBeUndefined();
  });
});
