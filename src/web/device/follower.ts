import type { DeviceId, EntryId } from "#domain/model/id.ts";
import type { Entry } from "#domain/ports.ts";
import { Turns } from "#domain/turns.ts";
import type { Replica } from "#replica/replica.ts";
import { DeviceCopy } from "#sync/copy.ts";
import type { Channel } from "./channel.ts";
import { type Ask, errorOf, type Message, type Shown } from "./messages.ts";
import { type BrowserStorage, Superseded } from "./storage.ts";

/** A host that says nothing for so long may be gone, and is asked whether it hears; and so long after that it is. */
const silenceMs = 2000;

export interface FollowerSurroundings {
  storage: BrowserStorage;
  channel: Channel;
  replica: Replica;
  /** This tab, for the host to answer to. */
  tab: string;
  newId: () => string;
  onShown: () => void;
  /** The host hears nothing any more: a tab that is frozen, or that hangs. */
  onSilence: () => void;
  /** Another tab became the host, or something was missed: to be begun anew. */
  onLost: () => void;
}

interface Asked {
  ask: Ask;
  done: (value: unknown) => void;
  fail: (error: unknown) => void;
}

/**
 * A tab beside the one that has the queue. It opens what is kept, follows what the host tells of, and has its commands run there.
 * So questions are answered here, at once, on rows of its own.
 */
export class Follower {
  readonly #surroundings: FollowerSurroundings;
  readonly #turns = new Turns();
  readonly #asked = new Map<number, Asked>();
  readonly #stop: () => void;
  #shown: Shown | null = null;
  #deviceId: DeviceId | null = null;
  #entries = new Map<EntryId, Entry>();
  /** News that came before what is kept was read. */
  #early: (Message & { kind: "news" })[] | null = [];
  #host: string | null = null;
  #number: number | null = null;
  #next = 1;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #isEnded = false;
  #following: { done: () => void; fail: (error: unknown) => void } | undefined;

  constructor(surroundings: FollowerSurroundings) {
    this.#surroundings = surroundings;
    this.#stop = surroundings.channel.hear((message) => this.#hear(message));
  }

  /** Comes to show what the host shows. */
  async follow(): Promise<void> {
    const { channel, tab } = this.#surroundings;
    const following = new Promise<void>((done, fail) => (this.#following = { done, fail }));
    channel.say({ kind: "hello", tab });
    this.#watch();
    await following;
  }

  get shown(): Shown | null {
    return this.#shown;
  }

  get deviceId(): DeviceId | null {
    return this.#deviceId;
  }

  /** The newest first: what is pending before what is confirmed. */
  entries(): Entry[] {
    const isPending = ({ version }: Entry) => version === 0;
    return [...this.#entries.values()].sort((a, b) => {
      if (isPending(a) !== isPending(b)) return isPending(a) ? -1 : 1;
      return b.version - a.version || (a.id < b.id ? 1 : -1);
    });
  }

  /** Has something done by the host. Rejects with Superseded where that is gone: it is to be asked of the next. */
  do(ask: Ask): Promise<unknown> {
    if (this.#isEnded) return Promise.reject(new Superseded("This tab follows no longer."));
    const number = this.#next++;
    return new Promise((done, fail) => {
      this.#asked.set(number, { ask, done, fail });
      const { channel, tab } = this.#surroundings;
      channel.say({ kind: "ask", tab, number, ask });
      this.#watch();
    });
  }

  end(): void {
    this.#isEnded = true;
    this.#stop();
    clearTimeout(this.#silence);
    const gone = new Superseded("The tab that had the queue has it no longer.");
    for (const { fail } of this.#asked.values()) fail(gone);
    this.#asked.clear();
    this.#following?.fail(gone);
  }

  #hear(message: Message): void {
    if (this.#isEnded || !("host" in message)) return;
    const { kind, host } = message;
    if (kind === "here") {
      const { onLost, channel, tab } = this.#surroundings;
      if (host !== this.#host) onLost();
      // It was opening, and knows of nobody yet.
      else if (this.#shown === null) channel.say({ kind: "hello", tab });
      return;
    }
    if ("to" in message && message.to !== this.#surroundings.tab) return;
    this.#host ??= host;
    if (host !== this.#host) return;
    this.#heard();
    switch (kind) {
      case "alive":
        return;
      case "all":
        return void this.#turns.take(() => this.#begin(message)).catch(this.#failed);
      case "news":
        if (!this.#follows(message.number)) return;
        if (this.#early) this.#early.push(message);
        else void this.#turns.take(() => this.#take([message]));
        return;
      case "shown":
        if (this.#follows(message.number)) void this.#turns.take(async () => this.#show(message));
        return;
      case "answer":
        void this.#turns.take(async () => this.#answered(message));
    }
  }

  /** False where something that was told before was not heard, which a tab that was asleep may come upon. */
  #follows(number: number): boolean {
    const last = this.#number;
    this.#number = number;
    if (last === null || number === last + 1) return true;
    this.#surroundings.onLost();
    return false;
  }

  async #begin({ shown, entries, deviceId }: Message & { kind: "all" }): Promise<void> {
    const { storage, replica, newId } = this.#surroundings;
    const { stored, writes } = await storage.loadAt();
    if (this.#isEnded) return;
    if (stored !== undefined) {
      const { workspaceId, memberId } = stored.device;
      const reading = {
        load: async () => stored,
        write: () => Promise.reject(new Error("A follower writes nothing.")),
      };
      await DeviceCopy.open({
        storage: reading,
        now: () => Temporal.Now.instant(),
        newId,
        workspaceId,
        memberId,
        replica,
      });
    }
    const early = this.#early ?? [];
    this.#early = null;
    await this.#take(early.filter((news) => news.writes >= writes));
    this.#deviceId = deviceId as DeviceId; // the host's own
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]));
    this.#shown = shown;
    this.#following?.done();
    this.#surroundings.onShown();
  }

  async #take(news: readonly (Message & { kind: "news" })[]): Promise<void> {
    const { replica } = this.#surroundings;
    await replica.changing(async () => {
      for (const { rows } of news) for (const { noun, id, kept } of rows) replica.set(noun, id, kept);
    });
  }

  #show({ shown, entries, gone }: Message & { kind: "shown" }): void {
    this.#shown = shown;
    for (const id of gone) this.#entries.delete(id);
    for (const entry of entries) this.#entries.set(entry.id, entry);
    this.#surroundings.onShown();
  }

  #answered({ number, answer }: Message & { kind: "answer" }): void {
    const asked = this.#asked.get(number);
    this.#asked.delete(number);
    if ("done" in answer) asked?.done(answer.done);
    else asked?.fail(errorOf(answer.failed));
  }

  #failed = (error: unknown): void => {
    if (!this.#isEnded) this.#following?.fail(error);
  };

  /** Waits for a word of the host, where one is owed. */
  #watch(): void {
    clearTimeout(this.#silence);
    if (this.#isEnded || (this.#asked.size === 0 && this.#shown !== null)) return;
    const { channel, tab, onSilence } = this.#surroundings;
    this.#silence = setTimeout(() => {
      channel.say({ kind: "ping", tab });
      this.#silence = setTimeout(onSilence, silenceMs);
    }, silenceMs);
  }

  #heard(): void {
    this.#watch();
  }
}
