import { join } from "node:path";
import { v7 } from "uuid";
import type { CommandName } from "#domain/commands.ts";
import type { DeviceId, EntryId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import { instantOf } from "#domain/model/time.ts";
import { type ArgsOf, run } from "#domain/run.ts";
import { openSqlite } from "#store/sqlite.ts";
import type { Store } from "#store/store.ts";
import { protocol, type Push, PushAnswer } from "#sync/protocol.ts";
import { serve } from "./served.ts";

/** Devices, each in a workspace of its own. */
const deviceCount = 50;
/** Commands of each device in one round; a round of pushes and one of the bare store take turns. */
const roundCommands = 10;
const rounds = 8;

const beginning = { name: "T", timeZone: "Europe/Brussels", memberName: "Mira Okafor" } as const;
const step = { what: "Call Ana about the deck", kind: "call", dueOn: "2026-02-06" } as const;

/**
 * Commands a second that 50 devices push at once, one command a message, to a server of its own process; beside what the bare
 * store does in this process, one command after another, into as many workspaces. And the server's memory at the most.
 */
export async function pushFigures(root: string, folder: string) {
  const devices = Array.from({ length: deviceCount }, () => new Device());
  // A server lets no second workspace begin, so that these are there before it.
  const begun = await openSqlite({ path: join(folder, "pushed.db") });
  for (const device of devices) await device.run(begun, "workspace.create", beginning);
  await begun.close();
  const served = await serve(root, join(folder, "pushed.db"));
  const store = await openSqlite({ path: join(folder, "bare.db") });
  for (const device of devices) await device.run(store, "workspace.create", beginning);
  const seconds = { pushed: 0, bare: 0 };
  for (let round = 0; round < rounds; round += 1) {
    seconds.pushed += await timed(async () => {
      await Promise.all(
        devices.map(async (device) => {
          for (let at = 0; at < roundCommands; at += 1) await device.push(served.url, "step.add", step);
        }),
      );
    });
    seconds.bare += await timed(async () => {
      for (let at = 0; at < roundCommands; at += 1) {
        for (const device of devices) await device.run(store, "step.add", step);
      }
    });
  }
  await store.close();
  const { megabytes, cpuSeconds } = await served.stop();
  const count = deviceCount * roundCommands * rounds;
  return {
    pushesPerSecond: count / seconds.pushed,
    barePerSecond: count / seconds.bare,
    megabytes,
    pushMs: (cpuSeconds * 1000) / count,
  };
}

class Device {
  readonly #whose = { workspaceId: v7() as WorkspaceId, memberId: v7() as MemberId, deviceId: v7() as DeviceId }; // fresh ids
  #sequence = 0;

  async push<C extends CommandName>(url: string, name: C, args: ArgsOf<C>): Promise<void> {
    this.#sequence += 1;
    const drawn = { entryId: v7() as EntryId, ids: [v7()], idsFor: {} }; // a fresh id
    const at = instantOf(Temporal.Now.instant());
    const commands = [{ ...drawn, sequence: this.#sequence, name, args, at }];
    const message: Push = { protocol, ...this.#whose, cookie: null, commands };
    const answer = await fetch(`${url}api/push`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(message),
    });
    const said = PushAnswer.parse(await answer.json());
    if (said.answer !== "done" || said.results[0]?.outcome !== "applied") throw new Error(`${name}: ${said.answer}`);
  }

  async run<C extends CommandName>(store: Store, name: C, args: ArgsOf<C>): Promise<void> {
    await run(name, args, { store, ...this.#whose, now: Temporal.Now.instant(), newId: () => v7() });
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
