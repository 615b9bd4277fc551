import type { EntryId } from "#domain/model/id.ts";
import { nounNames } from "#domain/model/nouns.ts";
import type { Entry } from "#domain/ports.ts";
import type { ArgsOf } from "#domain/run.ts";
import type { CommandName } from "#domain/commands.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { SyncClient } from "#sync/client.ts";
import type { Channel } from "./channel.ts";
import { type Answer, type Ask, failureOf, type Message, type Shown } from "./messages.ts";
import type { WorkspaceStatus } from "./open-workspace.ts";
import { type BrowserStorage, Superseded } from "./storage.ts";
import { Syncing } from "./syncing.ts";
import type { DeviceTrouble } from "./trouble.ts";

export interface HostSurroundings {
  client: SyncClient;
  storage: BrowserStorage;
  channel: Channel;
  /** Names this time of holding the queue. */
  token: string;
  /** What a person is to be told of how this device came to be as it is. */
  told: string | null;
  onShown: () => void;
  /** Another tab holds the queue now. */
  onSuperseded: () => void;
}

/** The tab that has the queue and the connection: it runs what is asked for here or in another tab, and tells the others of it. */
export class Host {
  readonly client: SyncClient;
  readonly #surroundings: HostSurroundings;
  readonly #syncing: Syncing;
  readonly #stops: (() => void)[];
  #isAway = false;
  #trouble: DeviceTrouble | Refusal | null = null;
  /** A sentence that stays until this tab is closed. */
  #told: string | null;
  /** Other tabs have asked to be told. */
  #isHeard = false;
  #number = 0;
  /** The journal entries as the other tabs have them. */
  #entries = new Map<EntryId, Entry>();
  #isEnded = false;

  constructor(surroundings: HostSurroundings) {
    const { client, channel, token } = (this.#surroundings = surroundings);
    this.client = client;
    this.#told = surroundings.told;
    this.#syncing = new Syncing(client, {
      onAway: (isAway) => this.#set(() => (this.#isAway = isAway)),
      onTrouble: (trouble) => this.#set(() => (this.#trouble = trouble)),
      onSuperseded: surroundings.onSuperseded,
    });
    this.#stops = [
      client.onStatus(() => this.#show()),
      client.replica.watch(
        nounNames.map((noun) => ({ noun })),
        (changes) => this.#tell(changes.map(({ noun, id }) => ({ noun, id, kept: client.replica.kept(noun, id) }))),
      ),
      channel.hear((message) => void this.#hear(message)),
    ];
    channel.say({ kind: "here", host: token });
  }

  get status(): WorkspaceStatus {
    return { ...this.client.status, isAway: this.#isAway, trouble: this.#trouble?.message ?? this.#told };
  }

  async do(ask: Ask): Promise<unknown> {
    if (this.#isEnded) throw new Superseded("This tab has handed the queue on.");
    try {
      return await this.#done(ask);
    } catch (error) {
      if (error instanceof Superseded) this.#surroundings.onSuperseded();
      throw error;
    } finally {
      this.#syncing.soon();
    }
  }

  /** The browser took the storage while this tab held everything in memory: it is written again, and pulled. */
  async keepAnew(): Promise<void> {
    await this.client.keepAnew();
    this.#told = "The browser cleared what Upshot kept here. All of it was open in this tab, and is kept again.";
    this.#show();
    this.#syncing.now();
  }

  end(): void {
    this.#isEnded = true;
    this.#syncing.end();
    for (const stop of this.#stops) stop();
  }

  #done(ask: Ask): Promise<unknown> {
    const { client } = this;
    switch (ask.what) {
      case "run":
        return client.run(ask.name, ask.args as ArgsOf<CommandName>, ask.entryId); // `run` checks them
      case "again":
        return client.again(ask.entryId, ask.asEntry);
      case "dismiss":
        return client.dismiss(ask.entryId);
      case "dropLost":
        return client.dropLost();
    }
  }

  async #hear(message: Message): Promise<void> {
    const { channel, token } = this.#surroundings;
    if (message.kind === "ping") channel.say({ kind: "alive", host: token, to: message.tab });
    else if (message.kind === "hello") await this.#welcome(message.tab);
    else if (message.kind === "ask") await this.#answer(message);
  }

  /** Tells a tab all that it cannot read in the storage; from then on it is told what becomes another. */
  async #welcome(tab: string): Promise<void> {
    const { channel, token } = this.#surroundings;
    channel.say({ kind: "alive", host: token, to: tab });
    await this.client.level();
    if (this.#isEnded) return;
    this.#isHeard = true;
    this.#entries = this.#entriesNow();
    const { deviceId } = this.client;
    const entries = [...this.#entries.values()];
    channel.say({ kind: "all", host: token, to: tab, deviceId, shown: this.#shown(), entries });
  }

  async #answer({ tab, number, ask }: Message & { kind: "ask" }): Promise<void> {
    const { channel, token } = this.#surroundings;
    const answer = await this.do(ask).then(
      (done): Answer => ({ done }),
      (error: unknown) => (error instanceof Superseded ? undefined : { failed: failureOf(error) }),
    );
    // Who is not answered asks the next host.
    if (answer !== undefined) channel.say({ kind: "answer", host: token, to: tab, number, answer });
  }

  #set(change: () => void): void {
    change();
    this.#show();
  }

  #show(): void {
    if (this.#isEnded) return;
    this.#surroundings.onShown();
    if (!this.#isHeard) return;
    const now = this.#entriesNow();
    const entries = [...now.values()].filter((entry) => this.#entries.get(entry.id) !== entry);
    const gone = [...this.#entries.keys()].filter((id) => !now.has(id));
    this.#entries = now;
    this.#number += 1;
    const { channel, token } = this.#surroundings;
    channel.say({ kind: "shown", host: token, number: this.#number, shown: this.#shown(), entries, gone });
  }

  #tell(rows: (Message & { kind: "news" })["rows"]): void {
    if (!this.#isHeard || this.#isEnded) return;
    this.#number += 1;
    const { channel, token, storage } = this.#surroundings;
    channel.say({ kind: "news", host: token, number: this.#number, writes: storage.writes, rows });
  }

  #entriesNow(): Map<EntryId, Entry> {
    return new Map([...this.client.entries()].map((entry) => [entry.id, entry]));
  }

  #shown(): Shown {
    return { status: this.status, refused: this.client.refused(), lost: this.client.lost() };
  }
}
