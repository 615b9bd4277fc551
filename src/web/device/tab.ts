import type { CommandName } from "#domain/commands.ts";
import type { DeviceId, EntryId } from "#domain/model/id.ts";
import { nounNames } from "#domain/model/nouns.ts";
import type { Entry } from "#domain/ports.ts";
import type { ArgsOf, Done, ResultOf } from "#domain/run.ts";
import { Replica } from "#replica/replica.ts";
import { type RefusedCommand, SyncClient } from "#sync/client.ts";
import type { StoredRow } from "#sync/storage.ts";
import { Channel } from "./channel.ts";
import { Follower } from "./follower.ts";
import { Host } from "./host.ts";
import type { Ask } from "./messages.ts";
import type { OpenWorkspace, WorkspaceStatus } from "./open-workspace.ts";
import { type BrowserStorage, Superseded } from "./storage.ts";
import { httpTransport, type Served } from "./transport.ts";
import { DeviceTrouble } from "./trouble.ts";

const lock = "upshot";

/** So often, 20 ms apart, a command is tried while the browser has taken the storage and it is being written again. */
const lossesMax = 100;

export interface TabSurroundings {
  storage: BrowserStorage;
  /** Whose workspace it is. */
  whose: Served;
  newId: () => string;
  /** What a person is to be told of how this device came to be as it is. */
  told: string | null;
  /** Nothing is kept here any more. */
  onForgotten: () => void;
}

/**
 * One tab of the app. Of all tabs one is the host: it has the queue and the connection; the others follow it (`Follower`). A Web Lock
 * says which: whoever holds it is the host, and when that tab is closed, crashes or is discarded, the browser gives the lock
 * to the next. A command takes its journal entry's id along from where it was asked for, so that one that was under way
 * when a host went is asked of the next, and done once.
 *
 * Frozen tabs: the specification leaves open what becomes of their locks (w3c/web-locks, issues 4 and 81). Chromium keeps a page
 * that holds one out of its back/forward cache, and does not freeze it while another page waits for it; WebKit let pages in
 * that cache keep their locks until July 2025 (WebKit pull request 47797), and a phone stops a whole process without
 * telling it. So a host lets go by itself when it is told that it is to be frozen; a follower that is owed an answer and
 * hears nothing for four seconds takes the lock; and a host that wakes up and knows nothing of that can write
 * nothing, since the storage knows who claimed it last. A browser without Web Locks (a page over plain HTTP) has the tab
 * that was opened last as its host.
 */
export class Tab implements OpenWorkspace {
  readonly replica: Replica;
  readonly #surroundings: TabSurroundings;
  readonly #channel: Channel;
  readonly #tab: string;
  readonly #listeners = new Set<(status: WorkspaceStatus) => void>();
  #role: Host | Follower | null = null;
  /** As the last role had it. */
  #deviceId: DeviceId | null = null;
  /** Settles when a role is taken. */
  #taken = Promise.withResolvers<void>();
  #isTaken = false;
  /** Counts the roles this tab went for. */
  #turn = 0;
  /** Asks for the lock while this tab follows. */
  #queued: AbortController | null = null;
  /** Lets the lock go. */
  #release: (() => void) | null = null;
  /** Why this tab can do nothing more. */
  #over: DeviceTrouble | null = null;
  #status: WorkspaceStatus = {
    pending: 0,
    refused: 0,
    stopped: null,
    progress: null,
    isAway: false,
    trouble: null,
  };

  private constructor(surroundings: TabSurroundings) {
    const { workspaceId, memberId } = surroundings.whose;
    this.#surroundings = surroundings;
    this.#tab = surroundings.newId();
    this.replica = new Replica(workspaceId, memberId, nounNames);
    this.#channel = new Channel(() => this.overtaken());
    this.#channel.hear(({ kind }) => kind === "over" && this.#end(new DeviceTrouble("set-aside")));
    document.addEventListener("freeze", () => this.#leave());
    document.addEventListener("resume", () => this.#contend());
  }

  /** @throws Refusal where what is kept is of another workspace, or of a newer Upshot */
  static async open(surroundings: TabSurroundings): Promise<Tab> {
    const tab = new Tab(surroundings);
    tab.#contend();
    await tab.#taken.promise;
    return tab;
  }

  get deviceId(): DeviceId {
    if (this.#role instanceof Host) return this.#role.client.deviceId;
    if (this.#deviceId === null) throw new Error("A tab is open once it had a role.");
    return this.#deviceId;
  }

  get status(): WorkspaceStatus {
    return this.#status;
  }

  onStatus(listener: (status: WorkspaceStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  entries(): Iterable<Entry> {
    return this.#role instanceof Host ? this.#role.client.entries() : (this.#role?.entries() ?? []);
  }

  refused(): RefusedCommand[] {
    return this.#role instanceof Host ? this.#role.client.refused() : (this.#role?.shown?.refused ?? []);
  }

  lost(): StoredRow[] {
    return this.#role instanceof Host ? this.#role.client.lost() : (this.#role?.shown?.lost ?? []);
  }

  run<C extends CommandName>(name: C, args: ArgsOf<C>): Promise<Done<ResultOf<C>>> {
    return this.#do({ what: "run", entryId: this.#newEntry(), name, args }) as Promise<Done<ResultOf<C>>>; // what `run` gives
  }

  again(entryId: EntryId): Promise<Done<unknown>> {
    return this.#do({ what: "again", entryId, asEntry: this.#newEntry() }) as Promise<Done<unknown>>; // what `again` gives
  }

  async dismiss(entryId: EntryId): Promise<void> {
    await this.#do({ what: "dismiss", entryId });
  }

  async dropLost(): Promise<void> {
    await this.#do({ what: "dropLost" });
  }

  async forget(): Promise<void> {
    const { storage, newId, onForgotten } = this.#surroundings;
    this.#channel.say({ kind: "over" });
    this.#end(new DeviceTrouble("set-aside"));
    // Whatever another tab is about to write, it writes no more.
    await storage.claim(newId());
    await storage.forget();
    onForgotten();
  }

  /** A newer Upshot runs in another tab. This one shows what it has and does nothing more. */
  overtaken(): void {
    this.#end(new DeviceTrouble("newer-tab"));
  }

  /** The browser took what was kept, while this tab has it open; the storage is open again. */
  async storageTaken(): Promise<void> {
    if (this.#role instanceof Host) await this.#role.keepAnew();
  }

  async #do(ask: Ask): Promise<unknown> {
    for (let losses = 0; ;) {
      if (this.#over) throw this.#over;
      await this.#taken.promise;
      const role = this.#role;
      try {
        if (role !== null) return await role.do(ask);
      } catch (error) {
        if (isTaken(error) && losses < lossesMax) losses += 1;
        else if (!(error instanceof Superseded)) throw error;
      }
      // The role, or the storage, is another in a moment.
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  /** Asks for the lock; follows whoever has it until it is here. */
  #contend({ isSuperseded = false } = {}): void {
    if (this.#over) return;
    const turn = this.#leave();
    const locks = navigator.locks as LockManager | undefined; // not there over plain HTTP
    if (locks === undefined) return void (isSuperseded ? this.#follow(turn) : this.#hold(turn));
    this.#request({ ifAvailable: true }, turn, (got) => {
      if (got) return this.#hold(turn);
      void this.#follow(turn);
      const queued = new AbortController();
      this.#queued = queued;
      this.#request({ signal: queued.signal }, turn, () => this.#hold(this.#leave()));
      return undefined;
    });
  }

  /** Takes the lock from a tab that hears nothing. */
  #steal(): void {
    const turn = this.#leave();
    const locks = navigator.locks as LockManager | undefined;
    if (locks === undefined) void this.#hold(turn);
    else this.#request({ steal: true }, turn, () => this.#hold(turn));
  }

  #request(options: LockOptions, turn: number, granted: (lock: Lock | null) => Promise<void> | undefined): void {
    let mine = turn;
    navigator.locks
      .request(lock, options, async (got) => {
        if (this.#turn !== mine) return;
        const holding = granted(got);
        mine = this.#turn;
        await holding;
      })
      // Another tab stole it, or the browser took it from a page that slept.
      .catch(() => this.#turn === mine && this.#contend());
  }

  /** Holds the queue until it is let go of. */
  async #hold(turn: number): Promise<void> {
    const released = new Promise<void>((done) => (this.#release = done));
    const { storage, whose, newId, told } = this.#surroundings;
    const token = newId();
    // Tabs beside this one hear that it is on its way.
    const stopAnswering = this.#channel.hear((message) => {
      if (message.kind !== "ping" && message.kind !== "hello") return;
      this.#channel.say({ kind: "alive", host: token, to: message.tab });
    });
    try {
      await storage.claim(token);
      const { replica } = this;
      const now = () => Temporal.Now.instant();
      const client = await SyncClient.open({ storage, transport: httpTransport, ...whose, replica, now, newId });
      if (this.#turn !== turn) return;
      const superseded = () => this.#turn === turn && this.#contend({ isSuperseded: true });
      const onShown = () => this.#showRole();
      this.#take(new Host({ client, storage, channel: this.#channel, token, told, onShown, onSuperseded: superseded }));
    } catch (error) {
      if (this.#turn !== turn) return;
      if (error instanceof Superseded) return void setTimeout(() => this.#contend({ isSuperseded: true }));
      return this.#fail(error);
    } finally {
      stopAnswering();
    }
    await released;
  }

  async #follow(turn: number): Promise<void> {
    const { storage, newId } = this.#surroundings;
    const follower = new Follower({
      storage,
      channel: this.#channel,
      replica: this.replica,
      tab: this.#tab,
      newId,
      onShown: () => this.#showRole(),
      onSilence: () => this.#turn === turn && this.#steal(),
      onLost: () => this.#turn === turn && this.#contend({ isSuperseded: true }),
    });
    this.#role = follower;
    try {
      await follower.follow();
      if (this.#turn === turn) this.#take(follower);
    } catch (error) {
      if (this.#turn === turn && !(error instanceof Superseded)) this.#fail(error);
    }
  }

  #take(role: Host | Follower): void {
    this.#role = role;
    this.#deviceId = role instanceof Host ? role.client.deviceId : role.deviceId;
    this.#isTaken = true;
    this.#taken.resolve();
    this.#showRole();
  }

  #end(why: DeviceTrouble): void {
    this.#over = why;
    this.#leave();
    this.#fail(why);
  }

  #fail(why: unknown): void {
    void Promise.allSettled([this.#taken.promise]); // whoever waits for it hears of it
    this.#taken.reject(why);
    this.#isTaken = true;
    if (why instanceof Error) this.#show({ ...this.#status, trouble: why.message });
  }

  /** Has no role any more, and lets the lock go. Gives the turn that begins; whatever an earlier one still does counts no more. */
  #leave(): number {
    this.#turn += 1;
    this.#queued?.abort();
    this.#queued = null;
    this.#role?.end();
    this.#role = null;
    this.#release?.();
    this.#release = null;
    if (this.#isTaken) this.#taken = Promise.withResolvers<void>();
    this.#isTaken = false;
    return this.#turn;
  }

  #showRole(): void {
    const role = this.#role;
    const status = role instanceof Host ? role.status : role?.shown?.status;
    if (status) this.#show(status);
  }

  #show(status: WorkspaceStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener(status);
  }

  #newEntry(): EntryId {
    return this.#surroundings.newId() as EntryId; // a fresh id
  }
}

/** True where the database was closed before, or under, a write: the browser took it. */
function isTaken(error: unknown): boolean {
  return error instanceof DOMException && (error.name === "InvalidStateError" || error.name === "AbortError");
}
