import type { CommandName } from "#domain/commands.ts";
import type { DeviceId, EntryId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import { nounNames } from "#domain/model/nouns.ts";
import { instantOf } from "#domain/model/time.ts";
import type { Entry, Transactor } from "#domain/ports.ts";
import { Mistake, Refusal } from "#domain/refusal.ts";
import type { ArgsOf, Done, ResultOf, run as runCommand } from "#domain/run.ts";
import { type Guess, Layers } from "#replica/layers.ts";
import { Replica } from "#replica/replica.ts";
import { Draws } from "./draws.ts";
import type { CommandResult, Page, PulledEntry, PushedCommand } from "./protocol.ts";
import { appliedDaysMax, Queue } from "./queue.ts";
import type { Device, DeviceStorage, QueuedCommand, Stored, StoredRow, Writing } from "./storage.ts";

/** What a device's copy is given by the world around it. */
export interface Surroundings {
  storage: DeviceStorage;
  now: () => Temporal.Instant;
  /** A fresh UUIDv7. */
  newId: () => string;
  /** Whose copy this is. A device that holds another's data is refused. */
  workspaceId: WorkspaceId;
  memberId: MemberId;
  /** Comes to show this copy: what it shows already and is the same is left as it is. A new one where there is none. */
  replica?: Replica;
}

/** The shape of what `DeviceStorage` keeps. */
const shape = 1;

/** So many journal entries stay on a device: a year of ten commands a working day. */
const entriesMax = 2500;

/**
 * What a device holds of a workspace: the rows it pulled, its commands on top, and the storage beneath both. Whatever
 * changes it is written to the storage first, whole or not at all, and then shown. The caller does one thing at a time.
 */
export class DeviceCopy {
  readonly replica: Replica;
  readonly layers: Layers;
  readonly queue: Queue;
  readonly #surroundings: Surroundings;
  #device: Device;
  #aside: StoredRow[];
  /** Commands whose ids have grown since they were written. */
  readonly #grown = new Set<EntryId>();
  /** At which version a command that a server once had was last tried again. */
  readonly #triedAt = new Map<EntryId, number>();

  private constructor(surroundings: Surroundings, stored: Stored) {
    const { workspaceId, memberId } = stored.device;
    this.#surroundings = surroundings;
    this.#device = stored.device;
    this.#aside = stored.aside;
    this.queue = new Queue(stored.commands);
    this.replica = surroundings.replica ?? new Replica(workspaceId, memberId, nounNames);
    this.layers = new Layers(this.replica);
  }

  /** Opens what is kept, or begins anew. Refuses `not-allowed` what a newer Upshot or another workspace has kept. */
  static async open(surroundings: Surroundings): Promise<DeviceCopy> {
    const stored = (await surroundings.storage.load()) ?? (await begun(surroundings));
    if (stored.device.shape > shape) {
      throw new Refusal(
        "not-allowed",
        "This device's data was written by a newer Upshot. Nothing was changed; update Upshot to open it.",
      );
    }
    if (stored.device.workspaceId !== surroundings.workspaceId) {
      throw new Refusal("not-allowed", "This device holds another workspace. Nothing was changed.");
    }
    const copy = new DeviceCopy(surroundings, stored);
    if (surroundings.replica === undefined) await copy.#show(stored);
    else await copy.replica.changing(() => copy.#show(stored));
    return copy;
  }

  async #show({ rows, entries }: Stored): Promise<void> {
    const shown = [...this.replica.ids()];
    const there = new Set(shown.length > 0 ? rows.map(({ record }) => record.id as string) : []); // ids of all nouns
    for (const [noun, id] of shown) if (!there.has(id)) this.replica.set(noun, id, undefined);
    // On nothing, no row is another than it was: 50,000 of them take a third of the time.
    if (shown.length === 0) for (const row of rows) this.replica.put(row);
    const confirmed = shown.length === 0 ? [] : rows;
    const inOrder = entries.map(entryOf).sort((a, b) => a.version - b.version);
    await this.layers.confirm({ rows: confirmed, entries: inOrder, settled: new Set() });
    await this.#stackAnew();
  }

  get device(): Device {
    return this.#device;
  }

  /** True where all commands are answered and all rows are here. */
  get isLevel(): boolean {
    const { cookie, rest } = this.#device;
    return cookie !== null && rest === null && this.queue.of("pending").length === 0;
  }

  /** Records of an earlier epoch that the server no longer has; none are said to be lost before the copies agree. */
  lost(): StoredRow[] {
    if (!this.isLevel) return [];
    return this.#aside.filter((row) => !row.removed && this.replica.kept(row.noun, row.record.id) === undefined);
  }

  /**
   * Runs a command and puts it into the queue, in place of the refused ones of `instead`. A command whose entry is in the queue is
   * answered as it was, and nothing is done.
   * @throws Refusal where the rules forbid it on what is here; then, as where the storage fails, nothing happened.
   */
  async run<C extends CommandName>(
    name: C,
    args: ArgsOf<C>,
    { entryId, instead = [] }: { entryId: EntryId; instead?: EntryId[] },
  ): Promise<Done<ResultOf<C>>> {
    const known = this.queue.get(entryId);
    if (known !== undefined) {
      const { changes = [], version = 0 } = this.layers.entry(entryId) ?? {};
      return { result: known.result as ResultOf<C>, entryId, version, changes }; // what it answered
    }
    const { nextSequence, nextPlace, deviceId } = this.#device;
    const command: QueuedCommand = {
      entryId,
      ids: [],
      idsFor: {},
      deviceId,
      sequence: nextSequence,
      place: nextPlace,
      name,
      args,
      at: instantOf(this.#surroundings.now()),
      state: "pending",
      version: null,
      refusal: null,
      answeredAt: null,
      wasApplied: false,
    };
    return this.replica.changing(async () => {
      const done = await this.layers.add<Done<ResultOf<C>>>(this.#guess<ResultOf<C>>(command)).catch(this.#explain);
      this.#grown.delete(command.entryId);
      const device = { ...this.#device, nextSequence: nextSequence + 1, nextPlace: nextPlace + 1 };
      command.result = done.result;
      try {
        await this.write({ device, commands: [command], forgetCommands: instead });
      } catch (error) {
        await this.layers.confirm({ rows: [], entries: [], settled: new Set([command.entryId]) });
        throw error;
      }
      return done;
    });
  }

  /** While a first pull is under way a command may come upon half of what it needs. That is no mistake of ours. */
  #explain = (error: unknown): never => {
    if (!(error instanceof Mistake) || (this.#device.cookie !== null && this.#device.rest === null)) throw error;
    const sentence = "Not everything that this needs has arrived on this device yet. Try again in a moment.";
    throw new Refusal("not-found", sentence);
  };

  /** The next commands to push. Ids that they drew since they were written are written first. */
  async batch(): Promise<PushedCommand[]> {
    await this.keepDrawn();
    return this.queue.batch();
  }

  /** Writes the ids that commands drew since they were written: whoever opens what is kept then sees what this copy shows. */
  async keepDrawn(): Promise<void> {
    if (this.#grown.size === 0) return;
    await this.write({ commands: [...this.#grown].flatMap((id) => this.queue.get(id) ?? []) });
    this.#grown.clear();
  }

  /** Takes in what became of commands that were pushed, in the epoch of the server that answered. */
  async answered({ results, epoch }: { results: readonly CommandResult[]; epoch: string | null }): Promise<void> {
    const bySequence = new Map(this.queue.of("pending").map((command) => [command.sequence, command]));
    const answeredAt = instantOf(this.#surroundings.now());
    const changed = results.flatMap((result): QueuedCommand[] => {
      const command = bySequence.get(result.sequence);
      if (command === undefined) return [];
      if (result.outcome === "applied") return [{ ...command, state: "applied", version: result.version, answeredAt }];
      const { code, sentence } = result;
      return [{ ...command, state: "refused", refusal: { code, sentence }, answeredAt }];
    });
    const last = this.#device.epoch;
    await this.write({ device: { ...this.#device, epoch: epoch ?? last }, commands: changed });
    const settled = changed.filter((command) => this.#isSettled(command, this.#device));
    for (const { entryId, state } of changed) if (state === "refused") this.#triedAt.set(entryId, this.#version);
    await this.#settle(settled.map(({ entryId }) => entryId));
    // Before the first pull a device has no cookie by which a server could tell that it is another epoch's.
    if (last !== null && epoch !== null && epoch !== last) await this.renew({ applied: true });
  }

  /**
   * Takes in that the server cannot be given a command: it is refused by whoever carries it. The server did not count it, so
   * those after it are counted anew.
   */
  async refuse(sequence: number, refusal: { code: string; sentence: string }): Promise<void> {
    await this.answered({ results: [{ outcome: "refused", sequence, ...refusal }], epoch: null });
    await this.renew({ applied: false });
  }

  /** Takes a new device id and counts the commands that are pending anew, and with `applied` those a server had applied. */
  async renew(which: { applied: boolean }): Promise<void> {
    const { device, commands } = this.#renewed(which);
    await this.write({ device, commands });
    if (which.applied) await this.replica.changing(() => this.#stackAnew());
  }

  /**
   * Takes in a page. Where it begins another epoch, or shows that the server lost commands of this device, all that this device
   * did is to be pushed again.
   */
  async land(page: Page, rows: StoredRow[]): Promise<void> {
    const { epoch } = page.cookie;
    const isOther = page.isAfresh && this.#device.epoch !== null && this.#device.epoch !== epoch;
    const arrived = new Set(page.entries.map(({ id }) => id));
    const isToRenew = isOther || this.#hasLost(page, arrived);
    const renewed = isToRenew ? this.#renewed({ applied: true }) : { device: this.#device, commands: [] };
    const device: Device = {
      ...renewed.device,
      epoch,
      cookie: page.cookie,
      rest: page.rest,
      seen: { version: page.version, stamp: page.stamp },
      total: page.isAfresh ? page.total : this.#device.total,
    };
    const writing: Writing = { device, rows, entries: page.entries, commands: renewed.commands };
    await this.write(page.isAfresh ? { ...writing, clear: isOther ? "aside" : "drop" } : writing);
    if (isOther) this.#aside = (await this.#surroundings.storage.load())?.aside ?? [];
    await this.replica.changing(async () => {
      if (page.isAfresh) await this.layers.drop();
      const settled = this.layers.pending.filter((id) => {
        const command = this.queue.get(id);
        return command === undefined || arrived.has(id) || this.#isSettled(command, device);
      });
      const entries = page.entries.map(entryOf);
      await this.layers.confirm({ rows, entries, settled: new Set(settled) });
      if (isToRenew) await this.#stackAnew();
    });
  }

  /**
   * True where the server once applied a command that is not in its journal now: pages of changes bring every entry of their
   * versions, and a server is at no lower version than one it answered with.
   */
  #hasLost(page: Page, arrived: ReadonlySet<EntryId>): boolean {
    const { cookie, rest } = this.#device;
    if (page.isAfresh || rest !== null || cookie === null) return false;
    return this.queue.of("applied").some(({ entryId, version }) => {
      if (version === null || version <= cookie.version) return false;
      return version <= page.cookie.version ? !arrived.has(entryId) : version > page.version;
    });
  }

  /**
   * Tries again what a server had applied, then lost, and then refused: it may have needed what another device has brought
   * back meanwhile. Gives whether any of it is pending again.
   */
  async retry(): Promise<boolean> {
    const again: QueuedCommand[] = [];
    for (const command of this.queue.of("refused")) {
      const { entryId } = command;
      if (!command.wasApplied || (this.#triedAt.get(entryId) ?? -1) >= this.#version) continue;
      this.#triedAt.set(entryId, this.#version);
      try {
        await this.replica.changing(() => this.layers.add(this.#guess(command)));
      } catch {
        continue; // refused here, too
      }
      const { nextSequence: sequence, nextPlace: place, deviceId } = this.#device;
      const pending: QueuedCommand = { ...command, deviceId, sequence, place, state: "pending", refusal: null };
      again.push(pending);
      await this.write({
        device: { ...this.#device, nextSequence: sequence + 1, nextPlace: place + 1 },
        commands: [pending],
      });
    }
    return again.length > 0;
  }

  /** Writes all that is here to a storage that lost what it held. */
  async keepAnew(): Promise<void> {
    const { rows, entries } = this.layers.confirmed();
    await this.write({
      device: this.#device,
      // Which version wrote a row is the server's to know; a device only ever puts a later row in its place.
      rows: rows.map((row) => ({ ...row, version: this.#version })),
      entries: entries.map(({ args: _, ...entry }) => entry),
      commands: [...this.queue.all()],
      aside: this.#aside,
    });
  }

  /** Lets go of what has been kept long enough. */
  async tidy(): Promise<void> {
    const oldest = instantOf(this.#surroundings.now().subtract({ hours: appliedDaysMax * 24 }));
    const forgetCommands = this.queue.outlived(oldest);
    // Some at a time: a hundred more or less are no matter.
    const forgetEntries = this.layers.forget(entriesMax, { slack: 100 });
    const aside = this.isLevel ? this.lost() : this.#aside;
    if (forgetCommands.length + forgetEntries.length === 0 && aside.length === this.#aside.length) return;
    await this.write({ forgetCommands, forgetEntries, aside });
  }

  /** Writes to the storage, and then here. */
  async write(writing: Writing): Promise<void> {
    await this.#surroundings.storage.write(writing);
    if (writing.device) this.#device = writing.device;
    if (writing.aside) this.#aside = writing.aside;
    this.queue.forget(writing.forgetCommands ?? []);
    this.queue.put(writing.commands ?? []);
  }

  #renewed(which: { applied: boolean }): { device: Device; commands: QueuedCommand[] } {
    const deviceId = this.#surroundings.newId() as DeviceId; // a fresh id
    const commands = this.queue.renewed(deviceId, which);
    return { device: { ...this.#device, deviceId, nextSequence: commands.length + 1 }, commands };
  }

  /** Puts on top all that is to be pushed again, in its order: until the server has run it once more, it is a guess again. */
  async #stackAnew(): Promise<void> {
    const isWanted = (command: QueuedCommand) => !this.#isSettled(command, this.#device);
    // Before anything is taken away: without the commands the copy would show less than was done.
    if ([...this.queue.all()].some(isWanted)) await verbs();
    await this.layers.confirm({ rows: [], entries: [], settled: new Set(this.layers.pending) });
    for (const command of this.queue.all()) if (isWanted(command)) await this.layers.addAgain(this.#guess(command));
  }

  /** A command of the queue, to be run on top of whatever is there, with the ids and the time it has. */
  #guess<T = unknown>(command: QueuedCommand): Guess<Done<T>> {
    const draws = new Draws(command, this.#surroundings.newId);
    const { workspaceId, memberId, deviceId } = this.#device;
    const now = Temporal.Instant.from(command.at);
    return {
      entryId: command.entryId,
      run: async (store: Transactor) => {
        const { run } = await verbs();
        draws.rewind();
        const context = { store, workspaceId, memberId, deviceId, now, newId: draws.newId };
        try {
          // The name and arguments are as they were run. A name that is not known any more fails, and the server answers it.
          return (await run(command.name as CommandName, command.args as ArgsOf<CommandName>, context)) as Done<T>;
        } finally {
          if (draws.hasGrown) this.#grown.add(command.entryId);
        }
      },
    };
  }

  /** True where a command is part of the rows that are here, or never will be. */
  #isSettled({ entryId, state, version }: QueuedCommand, { cookie, rest }: Device): boolean {
    if (state === "refused" || this.layers.isConfirmed(entryId)) return true;
    return state === "applied" && version !== null && cookie !== null && rest === null && version <= cookie.version;
  }

  async #settle(entryIds: readonly EntryId[]): Promise<void> {
    if (entryIds.length === 0) return;
    const settled = new Set(entryIds);
    await this.replica.changing(() => this.layers.confirm({ rows: [], entries: [], settled }));
  }

  get #version(): number {
    return this.#device.cookie?.version ?? 0;
  }
}

/** The rows of a page; undefined where there are nouns among them that this program does not know. */
export function rowsOf(page: Page): StoredRow[] | undefined {
  const rows: StoredRow[] = [];
  for (const [name, pulled] of Object.entries(page.rows)) {
    const noun = nounNames.find((known) => known === name);
    if (noun === undefined) return undefined;
    for (const row of pulled) rows.push({ noun, ...row } as StoredRow); // the server's own records, of our version
  }
  return rows;
}

/** The commands. They are loaded when one is run first: to show what is kept a device does not wait for them. */
function verbs(): Promise<{ run: typeof runCommand }> {
  return import("#domain/run.ts");
}

async function begun({ storage, workspaceId, memberId, newId }: Surroundings): Promise<Stored> {
  const nothing = { epoch: null, cookie: null, seen: null, rest: null, total: null };
  const deviceId = newId() as DeviceId; // a fresh id
  const device: Device = { shape, workspaceId, memberId, deviceId, nextSequence: 1, nextPlace: 1, ...nothing };
  await storage.write({ device });
  return { device, rows: [], entries: [], commands: [], aside: [] };
}

function entryOf(entry: PulledEntry): Entry {
  return { ...entry, args: null };
}
