import { describe, expect, test } from "vitest";
import type { EntryId } from "#domain/model/id.ts";
import { nounNames } from "#domain/model/nouns.ts";
import type { Changed } from "#replica/watch.ts";
import { agree, calm, calmWithTwo, unlike } from "./calm.ts";
import { kept, memberId, TestDevice, workspaceId, World } from "./world.ts";
import { SyncClient } from "#sync/client.ts";
import { Chance } from "../support/chance.ts";

describe("a copy that one tab hands on to another", () => {
  test("SY8 does a command once that is asked for again, and answers it as before, over restarts too", async () => {
    const { world, phone } = await calmWithTwo();
    const entryId = world.newId() as EntryId; // a fresh id
    const first = await (await phone.open()).run("person.add", { name: "Ana Ruiz" }, entryId);
    phone.kill();
    const again = await (await phone.open()).run("person.add", { name: "Ana Ruiz" }, entryId);
    expect([again.result, again.changes]).toEqual([first.result, first.changes]);
    await agree(phone);
    const last = await (await phone.open()).run("person.add", { name: "Ana Ruiz" }, entryId);
    expect([last.result, last.changes]).toEqual([first.result, first.changes]);
    const names = Object.values(await kept(world.store)).filter((one) => JSON.stringify(one).includes("Ana Ruiz"));
    expect(names).toHaveLength(1);
  });

  test("SY8 does a refused command anew once, though it is asked for twice", async () => {
    const { world, phone, desk } = await calmWithTwo();
    const { result } = await desk.run("person.add", { name: "Ana Ruiz" });
    await agree(desk, phone);
    await desk.run("person.remove", { personId: result.personId });
    await agree(desk);
    await phone.run("person.change", { personId: result.personId, role: "buyer" });
    await agree(phone);
    await desk.run("undo", { entryId: [...(await desk.open()).entries()][0]!.id });
    await agree(desk, phone);
    const client = await phone.open();
    const [refused] = client.refused();
    const asEntry = world.newId() as EntryId; // a fresh id
    await client.again(refused!.entryId, asEntry);
    await client.again(refused!.entryId, asEntry);
    expect(client.status).toMatchObject({ pending: 1, refused: 0 });
  });

  test("SY8 comes to be shown where an older state of it is shown, and says only what is another", async () => {
    const { phone, desk, world } = await calmWithTwo();
    await desk.run("person.add", { name: "Ana Ruiz" });
    await agree(desk, phone);
    const { replica } = await phone.open();
    const ana = [...replica.all("person")][0]!;
    // Meanwhile another tab of that device had the queue.
    const other = new TestDevice(world);
    other.disk = phone.disk;
    await other.run("person.add", { name: "Tomasz Zielinski" });
    await agree(other);
    await other.run("person.change", { personId: ana.id, role: "buyer" });
    const heard: Changed[] = [];
    replica.watch(
      nounNames.map((noun) => ({ noun })),
      (changes) => heard.push(...changes),
    );
    const client = await phone.takeOver(replica);
    expect([...replica.all("person")].map(({ name, role }) => `${name}: ${role}`).sort()).toEqual([
      "Ana Ruiz: buyer",
      "Tomasz Zielinski: null",
    ]);
    expect(heard.map(({ noun }) => noun)).toEqual(["person", "person"]);
    await client.sync();
    expect(client.status).toMatchObject({ pending: 0, refused: 0 });
  });
});

describe("a device", () => {
  test("SY5 whose storage is taken while it is open is kept again as it was, with what is not sent", async () => {
    const { world, phone, desk } = await calmWithTwo();
    await desk.run("note.add", { text: "From the desk" });
    await agree(desk, phone);
    await phone.run("note.add", { text: "Not sent yet" });
    const client = await phone.open();
    phone.disk.clear();
    await client.keepAnew();
    phone.kill();
    const texts = [...(await phone.open()).replica.all("note")].map(({ text }) => text);
    expect(texts.sort()).toEqual(["From the desk", "Not sent yet"]);
    expect((await phone.open()).status.pending).toBe(1);
    await agree(phone);
    expect(await unlike(phone, world)).toBeUndefined();
  });

  test("SY5 that began alone does not push to a server that keeps another workspace, says so, and loses nothing", async () => {
    const world = await calm();
    const elsewhere = "01970000-0000-7000-8000-0000000000ff" as typeof workspaceId;
    const alone = new World(new Chance(2));
    const phone = new TestDevice(alone);
    const client = await SyncClient.open({
      storage: phone.disk.open(),
      transport: { ...world.server(), keeps: async () => workspaceId },
      now: () => world.now,
      newId: world.newId,
      workspaceId: elsewhere,
      memberId,
    });
    await client.run("workspace.create", { name: "Mine", timeZone: "Europe/Brussels", memberName: "Mira Okafor" });
    await client.run("note.add", { text: "Written alone" });
    await client.sync();
    expect(client.status).toMatchObject({ stopped: "other-workspace", pending: 2, refused: 0 });
    expect(await world.store.workspaces()).toEqual([workspaceId]);
    expect([...client.replica.all("note")].map(({ text }) => text)).toEqual(["Written alone"]);
  });
});
