import type * as z from "zod";
import type { CommandName } from "#domain/commands.ts";
import type { DeviceId, EntryId, WorkspaceId } from "#domain/model/id.ts";
import type { Instant } from "#domain/model/time.ts";
import type { Entry } from "#domain/ports.ts";
import { Refusal } from "#domain/refusal.ts";
import type { ArgsOf, Done, ResultOf } from "#domain/run.ts";
import { isFounding } from "#domain/transaction.ts";
import { Turns } from "#domain/turns.ts";
import type { Replica } from "#replica/replica.ts";
import { DeviceCopy, rowsOf, type Surroundings } from "./copy.ts";
import {
  Envelope,
  type Page,
  protocol,
  type Pull,
  PullAnswer,
  type Push,
  PushAnswer,
  pushCommandsMax,
} from "./protocol.ts";
import type { QueuedCommand, StoredRow } from "./storage.ts";

/** How messages go to a server and answers come back. It rejects where the network fails; what it brings is not trusted. */
export interface Transport {
  push: (message: Push) => Promise<unknown>;
  pull: (message: Pull) => Promise<unknown>;
  /** Which workspace the server keeps, where it keeps one only; null where it keeps none yet, or it does not say. */
  keeps?: () => Promise<WorkspaceId | null>;
}

/** Why a device does not sync though the network is there. Commands run and are queued all the same. */
export type Stopped =
  /** The server is older than this device: the queue waits until it is brought up to date. */
  | "server-older"
  /** This device is older than the server: its queue is taken, but it gets nothing until it is brought up to date. */
  | "client-older"
  /** The server has no such workspace, and this device does not hold its beginning. */
  | "no-workspace"
  /** The server keeps another workspace, that was begun somewhere else. */
  | "other-workspace";

/** A command that the server did not apply, with all that was given with it. */
export interface RefusedCommand {
  entryId: EntryId;
  name: string;
  /** A note's text is here. */
  args: unknown;
  at: Instant;
  code: string;
  /** Why, for people; it follows "Could not be applied: ". */
  sentence: string;
}

/** How far the copies agree. */
export interface SyncStatus {
  /** Commands that no server has answered yet. */
  pending: number;
  refused: number;
  stopped: Stopped | null;
  /** While pulling: rows of a first pull, later versions, that are here, and all there are. */
  progress: { done: number; total: number } | null;
}

/** What a command is told that the server cannot be given. */
const tooLarge = {
  code: "too-large",
  sentence: "It is larger than the server takes at once. Bring it in smaller parts.",
};

/** A device that has to count its commands anew this often in one sync meets a server that does not hold to the protocol. */
const renewalsMax = 4;

/**
 * A device's side of sync (SY1). A command runs at once on the replica and is kept in the queue before it is answered
 * (invariant 4); `sync` pushes the queue in order and pulls what is new. What the server confirms replaces what was
 * guessed, and what is pending stays on top. A command that the server refuses is kept with its words until a person has
 * seen to it. Nothing here waits for a clock or a network by itself: whoever holds it says when to sync.
 */
export class SyncClient {
  readonly #copy: DeviceCopy;
  readonly #newId: () => string;
  readonly #transport: Transport;
  /** One thing at a time changes the copy; the network is not waited for meanwhile. */
  readonly #turns = new Turns();
  readonly #syncs = new Turns();
  readonly #listeners = new Set<(status: SyncStatus) => void>();
  #stopped: Stopped | null = null;
  #progress: SyncStatus["progress"] = null;

  private constructor(copy: DeviceCopy, transport: Transport, newId: () => string) {
    this.#copy = copy;
    this.#newId = newId;
    this.#transport = transport;
  }

  /** Opens the copy that is kept, or begins one. Refuses `not-allowed` what a newer Upshot or another workspace has kept. */
  static async open({ transport, ...surroundings }: Surroundings & { transport: Transport }): Promise<SyncClient> {
    return new SyncClient(await DeviceCopy.open(surroundings), transport, surroundings.newId);
  }

  /** What questions read, and screens watch. */
  get replica(): Replica {
    return this.#copy.replica;
  }

  get deviceId(): DeviceId {
    return this.#copy.device.deviceId;
  }

  /** The workspace's version that all rows are here of; 0 before the first pull. */
  get version(): number {
    return this.#copy.device.cookie?.version ?? 0;
  }

  /** True where a server has answered this device, or given it rows. */
  get hasMetServer(): boolean {
    const { epoch, cookie } = this.#copy.device;
    return epoch !== null || cookie !== null;
  }

  get status(): SyncStatus {
    return {
      pending: this.#copy.queue.of("pending").length,
      refused: this.#copy.queue.of("refused").length,
      stopped: this.#stopped,
      progress: this.#progress,
    };
  }

  /** Listens for another status. Gives the way to stop. */
  onStatus(listener: (status: SyncStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** What the server refused and nobody has seen to yet, the oldest first. */
  refused(): RefusedCommand[] {
    return this.#copy.queue.of("refused").map(({ entryId, name, args, at, refusal }) => {
      const { code, sentence } = refusal ?? { code: "mistake", sentence: "The server did not say why." };
      return { entryId, name, args, at, code, sentence };
    });
  }

  /**
   * Records that this device held and that a server, come back from a backup, no longer has: what was not made on a device
   * that could bring it again. They are kept to be looked at, until `dropLost`.
   */
  lost(): StoredRow[] {
    return this.#copy.lost();
  }

  /** The journal entries that are here, the newest first: of commands that are pending, then those of the server. */
  entries(): Iterable<Entry> {
    return this.#copy.layers.newest();
  }

  /**
   * Runs a command here. When it resolves, the replica shows it and the queue keeps it durably.
   * @param entryId its journal entry, by which it is done once however often it is asked for; a new one where there is none
   * @throws Refusal where the rules forbid it on what is here; then, as where the storage fails, nothing happened.
   */
  run<C extends CommandName>(name: C, args: ArgsOf<C>, entryId = this.#fresh()): Promise<Done<ResultOf<C>>> {
    return this.#act(() => this.#copy.run(name, args, { entryId }));
  }

  /**
   * Does a refused command anew, now. Where that is refused here, the refused one stays as it is.
   * @param asEntry the journal entry of the new one, as for `run`
   */
  again(entryId: EntryId, asEntry = this.#fresh()): Promise<Done<unknown>> {
    return this.#act(async () => {
      const { name, args } = this.#copy.queue.get(asEntry) ?? this.#refusedCommand(entryId);
      const { isCommand } = await import("#domain/commands.ts");
      if (!isCommand(name)) throw new Refusal("invalid", `This Upshot has no command "${name}".`);
      return this.#copy.run(name, args as ArgsOf<typeof name>, { entryId: asEntry, instead: [entryId] }); // `run` checks them
    });
  }

  /** Makes what is kept tell all that the replica shows, for another process that opens it beside this one. */
  level(): Promise<void> {
    return this.#act(() => this.#copy.keepDrawn());
  }

  /** Keeps all that is here in a storage that lost what it held. */
  keepAnew(): Promise<void> {
    return this.#act(() => this.#copy.keepAnew());
  }

  /** Lets go of a refused command that a person has seen to. */
  dismiss(entryId: EntryId): Promise<void> {
    return this.#act(() => this.#copy.write({ forgetCommands: [this.#refusedCommand(entryId).entryId] }));
  }

  /** Lets go of what `lost` shows. */
  dropLost(): Promise<void> {
    return this.#act(() => this.#copy.write({ aside: [] }));
  }

  /**
   * Makes this copy and the server's agree: pushes the queue, then pulls until nothing is left. Asked for meanwhile, it is done
   * once more after. Where it rejects, the network (or the storage) failed, and nothing is lost: ask again.
   */
  sync(): Promise<void> {
    return this.#syncs.take(async () => {
      this.#stopped = null;
      try {
        await this.#agree();
      } finally {
        this.#progress = null;
        this.#tell();
      }
    });
  }

  async #agree(): Promise<void> {
    for (let misfits = 0; misfits <= renewalsMax;) {
      const before = this.deviceId;
      const pushed = await this.#push();
      if (pushed === "stopped" || !(await this.#pull())) return;
      if (pushed === "pull-first" || this.deviceId !== before) misfits += 1;
      await this.#act(() => this.#copy.tidy());
      if (this.#copy.isLevel && !(await this.#act(() => this.#copy.retry()))) return;
    }
    throw new Error("The server's count of this device's commands never comes to fit.");
  }

  /** Pushes what is pending. */
  async #push(): Promise<"done" | "pull-first" | "stopped"> {
    let most = pushCommandsMax;
    for (let renewals = 0; renewals <= renewalsMax;) {
      const commands = (await this.#act(() => this.#copy.batch())).slice(0, most);
      const [first] = commands;
      if (first === undefined) return "done";
      if (isFounding(first.name) && (await this.#isElsewhere())) return this.#stop("other-workspace");
      const { cookie } = this.#copy.device;
      const answer = this.#read(PushAnswer, await this.#transport.push({ ...this.#speaker(), cookie, commands }));
      if (answer === undefined) return this.#stop("client-older");
      switch (answer.answer) {
        case "done":
          if (answer.results.length === 0) throw new Error("The server answered none of the commands it was given.");
          await this.#act(() => this.#copy.answered(answer));
          break;
        case "renew":
          await this.#act(async () => {
            await this.#copy.answered(answer);
            await this.#copy.renew({ applied: answer.why === "gap" });
          });
          renewals += 1;
          break;
        case "pull-first":
          return "pull-first";
        case "no-workspace":
          // A server that lost the whole workspace gets it from its beginning, where this device still has that.
          if (isFounding(first.name) || !(await this.#beginAgain())) return this.#stopWithout();
          renewals += 1;
          break;
        case "too-large":
          if (commands.length === 1) await this.#act(() => this.#copy.refuse(first.sequence, tooLarge));
          most = commands.length === 1 ? pushCommandsMax : Math.ceil(commands.length / 2);
          break;
        case "server-older":
          return this.#stop("server-older");
        case "malformed":
          throw new Error(`The server did not understand a push: ${answer.problem}`);
      }
    }
    throw new Error("The server's count of this device's commands never comes to fit.");
  }

  /** Pulls until nothing is left. False where nothing more is to be done now. */
  async #pull(): Promise<boolean> {
    let began = this.#copy.device.cookie?.version ?? 0;
    for (;;) {
      const { cookie, seen, rest } = this.#copy.device;
      const answer = this.#read(PullAnswer, await this.#transport.pull({ ...this.#speaker(), cookie, seen, rest }));
      if (answer === undefined) {
        this.#stop("client-older");
        return false;
      }
      switch (answer.answer) {
        case "page": {
          const rows = rowsOf(answer);
          if (rows === undefined) {
            this.#stop("client-older");
            return false;
          }
          await this.#act(() => this.#copy.land(answer, rows));
          const isFirst = answer.isAfresh || rest !== null;
          if (isFirst) began = answer.cookie.version;
          this.#advance(answer, { rows: rows.length, isFirst, began });
          if (!answer.hasMore) return true;
          break;
        }
        case "no-workspace":
          if (await this.#beginAgain()) return true;
          await this.#stopWithout();
          return false;
        case "client-older":
        case "server-older":
          this.#stop(answer.answer);
          return false;
        case "malformed":
          throw new Error(`The server did not understand a pull: ${answer.problem}`);
      }
    }
  }

  /** How far the pull is after a page: of a first pull in rows, later in versions after the one it `began` at. */
  #advance({ cookie, version }: Page, pulled: { rows: number; isFirst: boolean; began: number }): void {
    const { total } = this.#copy.device;
    if (pulled.isFirst && total !== null) {
      // Where a first pull goes on in another process, some are here already.
      const done = this.#progress ? this.#progress.done + pulled.rows : [...this.replica.ids()].length;
      this.#progress = { done: Math.min(done, total), total };
    } else {
      this.#progress = { done: cookie.version - pulled.began, total: version - pulled.began };
    }
    this.#tell();
  }

  /** An answer of a server; undefined where it is of a later wire and not understood. */
  #read<T>(schema: z.ZodType<T>, answer: unknown): T | undefined {
    const parsed = schema.safeParse(answer);
    if (parsed.success) return parsed.data;
    const envelope = Envelope.safeParse(answer);
    if (envelope.success && envelope.data.protocol > protocol) return undefined;
    const [issue] = parsed.error.issues;
    throw new Error(`This is no answer of an Upshot server (${issue?.path.join(".")}: ${issue?.message}).`);
  }

  #speaker(): { protocol: number } & Pick<Push, "workspaceId" | "memberId" | "deviceId"> {
    const { workspaceId, memberId, deviceId } = this.#copy.device;
    return { protocol, workspaceId, memberId, deviceId };
  }

  /** Makes everything that this device did pending, where the workspace's beginning is among it. */
  async #beginAgain(): Promise<boolean> {
    if (!this.#copy.queue.holds(isFounding)) return false;
    await this.#act(() => this.#copy.renew({ applied: true }));
    return true;
  }

  /** True where the server keeps another workspace than this one. */
  async #isElsewhere(): Promise<boolean> {
    const keeps = (await this.#transport.keeps?.()) ?? null;
    return keeps !== null && keeps !== this.#copy.device.workspaceId;
  }

  async #stopWithout(): Promise<"stopped"> {
    return this.#stop((await this.#isElsewhere()) ? "other-workspace" : "no-workspace");
  }

  #fresh(): EntryId {
    return this.#newId() as EntryId; // a fresh id
  }

  #stop(why: Stopped): "stopped" {
    this.#stopped = why;
    return "stopped";
  }

  #refusedCommand(entryId: EntryId): QueuedCommand {
    const command = this.#copy.queue.get(entryId);
    if (command?.state === "refused") return command;
    throw new Refusal("not-found", "There is no refused command of that id here. It may have been seen to already.");
  }

  #act<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.take(async () => {
      try {
        return await work();
      } finally {
        this.#tell();
      }
    });
  }

  #tell(): void {
    if (this.#listeners.size === 0) return;
    const { status } = this;
    for (const listener of this.#listeners) listener(status);
  }
}
