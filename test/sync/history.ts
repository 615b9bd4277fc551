import { deepStrictEqual } from "node:assert";
import type { CommandName } from "#domain/commands.ts";
import { type Noun, nounNames, type RecordOf } from "#domain/model/nouns.ts";
import type { ArgsOf } from "#domain/run.ts";
import { Chance } from "../support/chance.ts";
import type { TestDisk } from "../support/device-storage.ts";
import { anyAct } from "./acts.ts";
import { keep, type Keeping, type KeptStore } from "./keeping.ts";
import { differenceOf, kept, meaningOf, shown, TestDevice, workspaceId, World } from "./world.ts";

/**
 * Three devices and a server live through a random history, come to rest, and are looked over. Throws what is wrong. Gives the
 * devices' disks.
 */
export async function history(seed: number, keeping: Keeping): Promise<TestDisk[]> {
  const kept = await keep(keeping);
  try {
    const devices = await live(new Chance(seed), kept);
    return devices.map(({ disk }) => disk);
  } finally {
    await kept.end();
  }
}

async function live(chance: Chance, kept: KeptStore): Promise<readonly TestDevice[]> {
  const world = new World(chance, kept.store);
  const devices = [new TestDevice(world), new TestDevice(world), new TestDevice(world)] as const;
  for (const device of devices) device.clockHours = chance.of([0, 0, 0, 3, -30, 400 * 24]);
  if (chance.is(50)) world.pageMax = { rows: 1 + chance.below(6), characters: 300 + chance.below(9000) };
  // Some workspaces are there before the devices, some begin on one of them.
  if (chance.is(70)) await world.create();
  else await devices[0].run("workspace.create", { name: "T", timeZone: "Europe/Brussels", memberName: "Mira" });
  const mishaps = new Mishaps(world, devices, kept);
  for (let left = 25 + chance.below(25); left > 0; left -= 1) {
    world.pass({ minutes: chance.below(90) });
    await mishaps.step();
  }
  await quiet(world, devices);
  if ((await world.store.workspaces()).length > 0) await check(world, devices);
  else await checkAlone(devices);
  return devices;
}

/** What happens to a device, the network and the server while people work. */
class Mishaps {
  readonly #world: World;
  readonly #devices: readonly TestDevice[];
  readonly #mishap: "none" | "restore" | "silent-restore" | "year" | "evict" | "fork";
  /** The store that the server has open, and what it was like once. */
  #kept: KeptStore;
  #backup: KeptStore | undefined;
  #copy: { device: TestDevice; disk: TestDevice["disk"] } | undefined;

  constructor(world: World, devices: readonly TestDevice[], kept: KeptStore) {
    this.#kept = kept;
    this.#world = world;
    this.#devices = devices;
    this.#mishap = world.chance.of(["none", "restore", "restore", "silent-restore", "year", "evict", "fork"]);
  }

  async step(): Promise<void> {
    const { chance, network } = this.#world;
    const device = chance.of(this.#devices)!; // there are three
    if (chance.is(this.#mishap === "none" ? 0 : 6)) return this.#befall(device);
    const luck = chance.below(100);
    if (luck < 45) return device.doSomething();
    if (luck < 65) return device.sync();
    if (luck < 75) return this.#atOnce();
    if (luck < 79) return device.kill();
    if (luck < 83) return void (device.disk.next = chance.of(["kill-before", "kill-after", "full"]));
    if (luck < 87) return network.deliverLate(2);
    if (luck < 92) return this.#atServer();
    if (luck < 96) return device.seeToRefused();
    if (luck < 98) return this.#world.pass({ hours: chance.below(100) });
    network.isBad = !network.isBad;
  }

  async #befall(device: TestDevice): Promise<void> {
    switch (this.#mishap) {
      case "restore":
      case "silent-restore":
        return this.#backup === undefined || this.#world.chance.is(40) ? this.#backUp() : this.#restore();
      case "year":
        return this.#yearAway(device);
      case "evict":
        return this.#evict(device);
      case "fork":
        return this.#copyDisk(device);
      case "none":
    }
  }

  /** Several things go on at the same time. */
  async #atOnce(): Promise<void> {
    const { chance } = this.#world;
    const doing = this.#devices.map(async (device) => {
      if (chance.is(70)) await Promise.all([device.sync(), device.doSomething(), device.doSomething()]);
      if (chance.is(30)) await device.sync();
    });
    if (chance.is(30)) this.#devices[0]?.kill();
    await Promise.all(doing);
  }

  async #atServer(): Promise<void> {
    const { chance, store } = this.#world;
    if (!(await store.workspaces()).includes(workspaceId)) return;
    const some = chance.of(this.#devices)!; // there are three
    const { name, args } = anyAct(chance, (await some.open()).replica, []);
    await this.#world.run(name, args as ArgsOf<CommandName>).catch(() => undefined); // refused, on the server's rows
  }

  /** The others go on; this one is back after more than a year. Nobody keeps a backup or a copy for so long. */
  async #yearAway(device: TestDevice): Promise<void> {
    const others = this.#devices.filter((other) => other !== device);
    for (const other of others) await other.sync();
    this.#world.pass({ hours: 400 * 24 });
    for (const other of others) {
      await other.doSomething();
      await other.sync();
    }
    this.#backup = undefined;
    this.#copy = undefined;
  }

  /** The browser takes the device's storage: what was not pushed is gone with it. */
  #evict(device: TestDevice): void {
    device.disk.evict();
    device.kill();
    device.done.clear();
  }

  /** A device is put back to what a copy of its disk holds: it counts again what it has counted before. */
  #copyDisk(device: TestDevice): void {
    if (this.#copy === undefined) {
      this.#copy = { device, disk: device.disk.clone() };
      return;
    }
    const { device: old, disk } = this.#copy;
    old.kill();
    old.disk = disk;
    old.done.clear();
    this.#copy = undefined;
  }

  async #backUp(): Promise<void> {
    this.#backup = await this.#kept.copy();
  }

  /** Sometimes whoever restores says so, sometimes a file was simply put back. */
  async #restore(): Promise<void> {
    if (this.#backup === undefined) return;
    this.#kept = await this.#backup.copy();
    const { store } = this.#kept;
    this.#world.store = store;
    const isThere = (await store.workspaces()).includes(workspaceId);
    if (isThere && this.#mishap === "restore") await store.newEpoch(workspaceId);
  }
}

/** The network is good, nobody does anything: the copies come to agree. */
async function quiet(world: World, devices: readonly TestDevice[]): Promise<void> {
  world.network.isBad = false;
  for (const device of devices) device.disk.next = null;
  await world.network.deliverLate();
  for (let round = 0; round < 10; round += 1) {
    const before = await world.store.head(workspaceId).catch(() => null);
    for (const device of devices) await device.sync();
    const after = await world.store.head(workspaceId).catch(() => null);
    if (before?.version === after?.version && before?.epoch === after?.epoch) return;
  }
  throw new Error("The copies are still busy after ten rounds.");
}

/** The server lost the workspace, and with it the one device that began it: the others stop, say so, and keep what they have. */
async function checkAlone(devices: readonly TestDevice[]): Promise<void> {
  for (const device of devices) {
    const { status } = await device.open();
    deepStrictEqual(status.stopped, "no-workspace");
    const kept = new Set<string>((await device.disk.open().load())?.commands.map(({ entryId }) => entryId));
    deepStrictEqual(
      [...device.done].filter((id) => !kept.has(id)),
      [],
    );
  }
}

/** A record that a device made is what it was meant to be, wherever its id came to be used. */
function checkMeaning(server: Record<string, unknown>, id: string, meaning: unknown): void {
  for (const noun of nounNames) {
    const row = server[`${noun} ${id}`] as { record: RecordOf<Noun> } | undefined; // as `kept` gives it
    if (!row) continue;
    deepStrictEqual(meaningOf(noun, row.record), meaning);
  }
}

async function check(world: World, devices: readonly TestDevice[]): Promise<void> {
  const server = await kept(world.store);
  const journal = await world.journal();
  const oracle = await world.oracle();
  deepStrictEqual(differenceOf(await kept(oracle), server), undefined);
  const changes = (await oracle.entries(workspaceId, { limit: 1_000_000 })).reverse().map((entry) => entry.changes);
  deepStrictEqual(
    journal.map((entry) => entry.changes),
    changes,
  );
  for (const { meant } of devices) for (const [id, meaning] of meant) checkMeaning(server, id, meaning);
  const applied = new Set<string>(journal.map(({ id }) => id));
  for (const [at, device] of devices.entries()) {
    const client = await device.open();
    deepStrictEqual(
      { at, ...client.status, refused: 0 },
      { at, pending: 0, refused: 0, stopped: null, progress: null },
    );
    deepStrictEqual(differenceOf(await shown(device), server), undefined);
    const refused = new Set<string>(client.refused().map(({ entryId }) => entryId));
    deepStrictEqual(
      { at, lost: [...device.done].filter((id) => !applied.has(id) && !refused.has(id)) },
      { at, lost: [] },
    );
    // A process that is opened anew shows the same.
    device.kill();
    deepStrictEqual(differenceOf(await shown(device), server), undefined);
  }
}
