import { isDeepStrictEqual } from "node:util";
import type { CommandName } from "#domain/commands.ts";
import type { DeviceId, EntryId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import { type Noun, nounNames, type RecordOf } from "#domain/model/nouns.ts";
import type { Entry } from "#domain/ports.ts";
import { Refusal } from "#domain/refusal.ts";
import { type ArgsOf, run } from "#domain/run.ts";
import { openMemory } from "#store/memory.ts";
import type { Store } from "#store/store.ts";
import type { Replica } from "#replica/replica.ts";
import { SyncClient, type Transport } from "#sync/client.ts";
import { Draws } from "#sync/draws.ts";
import type { Drawn, PageMax } from "#sync/protocol.ts";
import { answerPull, answerPush } from "#sync/server/server.ts";
import type { Chance } from "../support/chance.ts";
import { Killed, TestDisk } from "../support/device-storage.ts";
import { anyAct } from "./acts.ts";
import { Network } from "./network.ts";

export const workspaceId = "01970000-0000-7000-8000-000000000001" as WorkspaceId;
export const memberId = "01970000-0000-7000-8000-000000000002" as MemberId;
const serverDevice = "01970000-0000-7000-8000-00000000000c" as DeviceId;

/** A server, its clock, and what was said to it. */
export class World {
  readonly chance: Chance;
  readonly network: Network;
  store: Store;
  /** Small pages, so that a few rows take several. */
  pageMax: PageMax | undefined;
  now = Temporal.Instant.from("2026-02-04T18:00:00Z");
  #ids = 0;
  /** What commands were given and which ids they drew, by entry: to run them once more. */
  readonly #given = new Map<string, { args: unknown; drawn: Drawn }>();

  constructor(chance: Chance, store: Store = openMemory()) {
    this.chance = chance;
    this.store = store;
    this.network = new Network(chance, this.server());
  }

  /** The server as a device reaches it on a good day. */
  server(): Transport {
    const serving = () => ({
      store: this.store,
      now: this.now,
      isAllowed: () => true,
      ...(this.pageMax && { pageMax: this.pageMax }),
    });
    return {
      push: (message) => answerPush(message, serving()),
      pull: (message) => answerPull(message, serving()),
    };
  }

  newId = (): string => {
    this.#ids += 1;
    const time = this.now.epochMilliseconds.toString(16).padStart(12, "0");
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${this.#ids.toString(16).padStart(12, "0")}`;
  };

  pass(duration: { minutes?: number; hours?: number }): void {
    this.now = this.now.add(duration);
  }

  /** A command at the server itself, as its command line would run it. */
  async run<C extends CommandName>(name: C, args: ArgsOf<C>) {
    const draws = new Draws({ entryId: this.newId() as EntryId, ids: [], idsFor: {} }, this.newId);
    const { newId } = draws;
    const done = await run(name, args, {
      store: this.store,
      workspaceId,
      memberId,
      deviceId: serverDevice,
      now: this.now,
      newId,
    });
    this.#given.set(done.entryId, { args, drawn: draws.drawn });
    return done;
  }

  create() {
    return this.run("workspace.create", { name: "Test", timeZone: "Europe/Brussels", memberName: "Mira Okafor" });
  }

  /** The server's journal, the oldest first. */
  async journal(): Promise<Entry[]> {
    const entries = await this.store.entries(workspaceId, { limit: 1_000_000 });
    return entries.reverse();
  }

  /** What the server's journal makes of an empty store, run by the plainest program: one command after another. */
  async oracle(): Promise<Store> {
    for (const { commands } of this.network.sent)
      for (const command of commands) this.#given.set(command.entryId, { args: command.args, drawn: command });
    const store = openMemory();
    for (const { id, command, at, deviceId, memberId } of await this.journal()) {
      const given = this.#given.get(id);
      if (!given) throw new Error(`Nobody sent the ${command} ${id} that is in the journal.`);
      const { args } = given;
      const { newId } = new Draws(structuredClone(given.drawn), null);
      const context = { store, workspaceId, memberId, deviceId, now: Temporal.Instant.from(at), newId };
      await run(command as CommandName, args as ArgsOf<CommandName>, context); // as the server's journal says
    }
    return store;
  }
}

/** One device: its disk, the process that runs on it, and the person who uses it. */
export class TestDevice {
  readonly world: World;
  readonly #transport: Transport;
  disk = new TestDisk();
  client: SyncClient | undefined;
  #opening: Promise<SyncClient> | undefined;
  #session = 0;
  /** How far its clock is from the world's. */
  clockHours = 0;
  /** Commands that were answered on this device, and have not been let go of by a person since. */
  readonly done = new Set<EntryId>();

  constructor(world: World, transport: Transport = world.network.transport()) {
    this.world = world;
    this.#transport = transport;
  }

  /** The process that runs; one is begun where there is none, and once more where the disk fails it. */
  open(): Promise<SyncClient> {
    this.#opening ??= this.#begun();
    return this.#opening;
  }

  async #begun(): Promise<SyncClient> {
    const mine = (this.#session += 1);
    try {
      const client = await this.#opened().catch(() => this.#opened());
      if (this.#session === mine) this.client = client;
      return client;
    } catch (error) {
      if (this.#session === mine) this.kill();
      throw error;
    }
  }

  /** Another process on the same disk, that comes to show what is there on `replica`. The one before it is dead. */
  takeOver(replica: Replica): Promise<SyncClient> {
    return this.#opened({ replica });
  }

  #opened(shown: { replica?: Replica } = {}): Promise<SyncClient> {
    return SyncClient.open({
      ...shown,
      storage: this.disk.open(),
      transport: this.#transport,
      now: () => this.world.now.add({ hours: this.clockHours }),
      newId: this.world.newId,
      workspaceId,
      memberId,
    });
  }

  kill(): void {
    this.disk.kill();
    this.#session += 1;
    this.client = undefined;
    this.#opening = undefined;
  }

  async run<C extends CommandName>(name: C, args: ArgsOf<C>) {
    return this.#run(await this.open(), name, args);
  }

  async #run<C extends CommandName>(client: SyncClient, name: C, args: ArgsOf<C>) {
    const done = await client.run(name, args);
    this.done.add(done.entryId);
    for (const { noun, id, op } of done.changes) if (op === "insert") this.#note(client, noun, id);
    return done;
  }

  /** What each record was to be that a command of this device made: of those fields that no act here changes. */
  readonly meant = new Map<string, unknown>();

  #note(client: SyncClient, noun: Noun, id: string): void {
    const record = client.replica.kept(noun, id)?.record;
    if (record) this.meant.set(id, meaningOf(noun, record));
  }

  /** Does something; a refusal is an answer, and the end of the process is the end of it. */
  async doSomething(): Promise<void> {
    await this.#living(async (client) => {
      const { name, args } = anyAct(this.world.chance, client.replica, [...this.done].slice(-5));
      await this.#run(client, name, args as ArgsOf<CommandName>); // `anyAct` pairs them
    });
  }

  /** A person looks at what was refused. */
  async seeToRefused(): Promise<void> {
    await this.#living(async (client) => {
      for (const { entryId, sentence } of client.refused()) {
        if (sentence === "") throw new Error("A refused command says why.");
        this.done.delete(entryId);
        if (this.world.chance.is(50)) await client.dismiss(entryId);
        else this.done.add((await client.again(entryId)).entryId);
      }
    });
  }

  /** Syncs as far as the network lets it. */
  async sync(): Promise<void> {
    await this.#living((client) => client.sync());
  }

  async #living(work: (client: SyncClient) => Promise<unknown>): Promise<void> {
    let client: SyncClient | undefined;
    try {
      client = await this.open();
      await work(client);
    } catch (error) {
      if (error instanceof Killed) {
        if (this.client === client) this.kill();
      } else if (!(error instanceof Refusal) && !/network|disk/.test(String(error))) throw error;
    }
  }
}

/** What a record is, whatever is done to it later by `anyAct`. */
export function meaningOf(noun: Noun, record: RecordOf<Noun>): unknown {
  const fields: Record<string, unknown> = record;
  const lasting: Partial<Record<Noun, string>> = {
    step: "quote",
    person: "name",
    meeting: "line",
    note: "text",
    session: "title",
  };
  const field = lasting[noun];
  return [noun, field === undefined ? null : fields[field]];
}

/** What a device shows, tombstones too, as the store would give it: by noun and id, without versions. */
export async function shown(device: TestDevice): Promise<Record<string, unknown>> {
  const { replica } = await device.open();
  return Object.fromEntries(
    [...replica.ids()].map(([noun, id]) => [`${noun} ${id}`, replica.kept(noun, id)]).sort(byKey),
  );
}

export async function kept(store: Store): Promise<Record<string, unknown>> {
  const { rows } = await store.load(workspaceId);
  const all = nounNames.flatMap((noun) =>
    rows[noun].map(({ record, removed }) => [`${noun} ${record.id}`, { record, removed }]),
  );
  return Object.fromEntries(all.sort(byKey));
}

/** The first thing in which two states differ, for a message; undefined where they are equal. */
export function differenceOf(a: Record<string, unknown>, b: Record<string, unknown>): unknown {
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (!isDeepStrictEqual(a[key], b[key])) return { key, one: a[key], other: b[key] };
  }
  return undefined;
}

function byKey([a]: unknown[], [b]: unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}
