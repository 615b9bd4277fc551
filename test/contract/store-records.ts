import type { EntryId, WorkspaceId } from "#domain/model/id.ts";
import { type IdOf, type Noun, nouns, type RecordOf } from "#domain/model/nouns.ts";
import type { EntryHead, Tx } from "#domain/ports.ts";
import type { Store } from "#store/store.ts";

/** Ids that count up, a history of their own for each test. */
export class Ids {
  readonly #prefix: string;
  #count = 0;

  constructor(history: number) {
    this.#prefix = `0197${history.toString(16).padStart(4, "0")}-0000-7000-8000-`;
  }

  next(): string {
    this.#count += 1;
    return this.#prefix + this.#count.toString(16).padStart(12, "0");
  }
}

let histories = 0;

/** A workspace of its own in a store that tests share, and short words to act on it through `transact`. */
export class Desk {
  readonly store: Store;
  readonly ids: Ids;
  readonly workspaceId: WorkspaceId;
  readonly #who: { memberId: string; deviceId: string };

  constructor(store: Store) {
    this.store = store;
    this.ids = new Ids((histories += 1));
    this.workspaceId = this.ids.next() as WorkspaceId;
    this.#who = { memberId: this.ids.next(), deviceId: this.ids.next() };
  }

  /** A desk in a workspace that is there: created, with its own row, at version 1. */
  static async open(store: Store): Promise<Desk> {
    const desk = new Desk(store);
    await desk.create();
    return desk;
  }

  create() {
    return this.act(async (tx) => tx.insert("workspace", this.workspace()), { command: "workspace.create" });
  }

  workspace(): RecordOf<"workspace"> {
    return record("workspace", { id: this.workspaceId, name: "Upshot", timeZone: "Europe/Brussels" });
  }

  head(fields: Partial<EntryHead> = {}): EntryHead {
    const made = { id: this.ids.next(), command: "test.act", args: {}, at: "2026-02-01T10:00:00.000Z", undoes: null };
    return { ...made, ...this.#who, ...fields } as EntryHead; // the ids are made above
  }

  act<T>(work: (tx: Tx) => Promise<T>, fields: Partial<EntryHead> = {}) {
    return this.store.transact(this.workspaceId, this.head(fields), work);
  }

  /** Inserts records in one command and gives the first. */
  async insert<N extends Noun>(noun: N, ...records: RecordOf<N>[]): Promise<RecordOf<N>> {
    await this.act(async (tx) => {
      for (const each of records) await tx.insert(noun, each);
    });
    return records[0]!; // called with at least one
  }

  event(fields: Fields = {}): RecordOf<"event"> {
    return record("event", { id: this.ids.next(), name: "Partner Summit", timeZone: "Europe/Brussels", ...fields });
  }

  note(fields: Fields = {}): RecordOf<"note"> {
    return record("note", { id: this.ids.next(), text: "Send Ana the deck", ...fields });
  }

  step(fields: Fields = {}): RecordOf<"step"> {
    return record("step", { id: this.ids.next(), what: "Send Ana Ruiz the deck", ...fields });
  }

  person(fields: Fields = {}): RecordOf<"person"> {
    return record("person", { id: this.ids.next(), name: "Ana Ruiz", ...fields });
  }

  get<N extends Noun>(noun: N, id: IdOf<N>) {
    return this.act(async (tx) => tx.get(noun, id)).then(({ result }) => result);
  }

  list<N extends Noun>(noun: N, where?: Partial<RecordOf<N>>) {
    return this.act(async (tx) => tx.list(noun, where)).then(({ result }) => result);
  }

  /** Everything kept of the workspace. */
  async everything() {
    const loaded = await this.store.load(this.workspaceId);
    return { ...loaded, entries: await this.store.entries(this.workspaceId, { limit: 1000 }) };
  }
}

export type Fields = Record<string, unknown>;

/** A record as its schema makes it of some fields. */
export function record<N extends Noun>(noun: N, fields: Fields): RecordOf<N> {
  return nouns[noun].parse({ createdAt: "2026-02-01T09:00:00.000Z", ...fields }) as RecordOf<N>; // its own schema
}

export function entryId(id: string): EntryId {
  return id as EntryId; // made by `Ids`
}

/** Begins the first workspace of one place through each of the stores that have it open, twice each and all at once. */
export async function beginAtOnce(stores: readonly Store[]) {
  const begin = async (store: Store) => {
    const desk = new Desk(store);
    const work = (tx: Tx) => tx.insert("workspace", desk.workspace());
    await store.transact(desk.workspaceId, desk.head({ command: "workspace.create", isFirst: true }), work);
  };
  const outcomes = await Promise.allSettled([...stores, ...stores].map(begin));
  const refused = outcomes.flatMap((outcome) =>
    outcome.status === "rejected" ? [outcome.reason as { code?: string }] : [],
  );
  return {
    begun: outcomes.length - refused.length,
    duplicate: refused.filter(({ code }) => code === "duplicate").length,
    workspaces: (await stores[0]?.workspaces())?.length,
  };
}
