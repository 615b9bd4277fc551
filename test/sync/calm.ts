import type { Noun, RecordOf } from "#domain/model/nouns.ts";
import { Chance } from "../support/chance.ts";
import { differenceOf, kept, shown, TestDevice, World } from "./world.ts";

/** A server with a workspace and a network that works. */
export async function calm(): Promise<World> {
  const world = new World(new Chance(1));
  world.network.isBad = false;
  await world.create();
  return world;
}

/** The same, and two devices that have all there is. */
export async function calmWithTwo(): Promise<{ world: World; phone: TestDevice; desk: TestDevice }> {
  const world = await calm();
  const [phone, desk] = [new TestDevice(world), new TestDevice(world)];
  await agree(phone, desk);
  return { world, phone, desk };
}

/** Syncs devices, one after another. It fails where the network does. */
export async function agree(...devices: TestDevice[]): Promise<void> {
  for (const device of devices) await (await device.open()).sync();
}

/** The records of a noun that a device shows. */
export async function all<N extends Noun>(device: TestDevice, noun: N): Promise<RecordOf<N>[]> {
  return [...(await device.open()).replica.all(noun)];
}

/** The first thing in which a device differs from the server, tombstones too; undefined where they are equal. */
export async function unlike(device: TestDevice, world: World): Promise<unknown> {
  return differenceOf(await shown(device), await kept(world.store));
}
