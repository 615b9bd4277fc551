import type { Noun } from "#domain/model/nouns.ts";
import { assert } from "#domain/refusal.ts";
import type { Place } from "./engine.ts";
import { tableOf } from "./tables.ts";
import type { Value } from "./values.ts";

/** A statement, and which value goes to each of its parameters. */
export interface Statement {
  readonly text: string;
  readonly slots: readonly string[];
}

/** A statement's values in the order of its parameters. Every statement has a slot `workspace_id`. */
export function filled({ slots }: Statement, values: Record<string, Value>): Value[] {
  return slots.map((slot) => {
    const value = values[slot];
    assert(value !== undefined, `the statement is given its ${slot}`);
    return value;
  });
}

/**
 * The one way to a table: every statement that a command or a look can run is made here, from `select`, `update`
 * or `insert` below, each of which begins with the workspace. There is no delete. Each is written once for an engine and
 * kept. They are plain SQL that both engines read the same, but for how they write a parameter: so a command loads no
 * builder of queries (150 to 270 ms of a process that runs one command, measured with Kysely's 300 files).
 *
 * While a statement is being written, `:name` stands for the parameter that takes the value of that name.
 */
export class Statements {
  readonly #place: Place;
  readonly #made = new Map<string, Statement>();

  constructor(place: Place) {
    this.#place = place;
  }

  // The workspace's own row

  head(): Statement {
    return this.#keep("head", () => select("head", ["version", "epoch"]));
  }

  /** Raises the version `by` so much and gives it. The first statement of a command: it locks the workspace. */
  raise(): Statement {
    return this.#keep("raise", () => `${update("head", `"version" = "version" + :by`)} returning "version"`);
  }

  /** Makes the workspace's row with its `version` and `epoch`, or raises it by so much where another was first. */
  found(): Statement {
    const taken = `on conflict ("workspace_id") do update set "version" = "head"."version" + :version`;
    return this.#keep("found", () => `${insert("head", ["version", "epoch"])} ${taken} returning "version"`);
  }

  setEpoch(): Statement {
    return this.#keep("setEpoch", () => `${update("head", `"epoch" = :epoch`)} returning "epoch"`);
  }

  // A noun's rows

  /** A record by its id, tombstones too. */
  get(noun: Noun): Statement {
    return this.#keep(`get ${noun}`, () => `${select(noun, tableOf(noun).cells)} and "id" = :id`);
  }

  /** Records by equality of `columns`; those in `nulls` are to be null. In order of id. */
  list(noun: Noun, columns: readonly string[], nulls: readonly string[]): Statement {
    return this.#keep(`list ${noun} ${columns.join()} ${nulls.join()}`, () => {
      const equal = ["removed", ...columns].map((column) => ` and ${set(column)}`).join("");
      const empty = nulls.map((column) => ` and "${column}" is null`).join("");
      return `${select(noun, tableOf(noun).cells)}${equal}${empty} order by "id"`;
    });
  }

  /** Rows, tombstones too, later than `since` where `isSince`, and no later than `until` where `isUntil`. In no order: see `inOrder`. */
  rows(noun: Noun, { isSince, isUntil = false }: { isSince: boolean; isUntil?: boolean }): Statement {
    return this.#keep(`rows ${noun} ${isSince} ${isUntil}`, () => {
      const later = isSince ? ' and "version" > :since' : "";
      const until = isUntil ? ' and "version" <= :until' : "";
      return select(noun, tableOf(noun).cells) + later + until;
    });
  }

  /** Rows after `after_id` and no later than `until`, of any event, of none, or of `event_id`; at most `limit`. */
  slice(noun: Noun, event: "any" | "none" | "one"): Statement {
    return this.#keep(`slice ${noun} ${event}`, () => {
      const events = { any: "", none: ' and "event_id" is null', one: ' and "event_id" = :event_id' };
      const part = ` and "id" > :after_id and "version" <= :until${events[event]} order by "id" limit :limit`;
      return select(noun, tableOf(noun).cells) + part;
    });
  }

  count(noun: Noun): Statement {
    return this.#keep(`count ${noun}`, () => `select count(*) as "count" from "${noun}" ${ofOneWorkspace}`);
  }

  /** The newest version in a table, for looking the store over. */
  newest(table: Noun | "journal"): Statement {
    return this.#keep(`newest ${table}`, () => `select max("version") as "version" from "${table}" ${ofOneWorkspace}`);
  }

  insert(noun: Noun): Statement {
    return this.#keep(`insert ${noun}`, () => insert(noun, tableOf(noun).cells));
  }

  /** Writes some columns, and the version, of the record `id`. */
  patch(noun: Noun, columns: readonly string[]): Statement {
    return this.#keep(`patch ${noun} ${columns.join()}`, () => {
      return `${update(noun, ["version", ...columns].map(set).join(", "))} and "id" = :id`;
    });
  }

  /** Sets or lifts the tombstone of the record `id`. */
  mark(noun: Noun): Statement {
    return this.#keep(
      `mark ${noun}`,
      () => `${update(noun, ["version", "removed"].map(set).join(", "))} and "id" = :id`,
    );
  }

  // The journal

  entry(): Statement {
    return this.#keep("entry", () => `${select("journal", entryColumns)} and "id" = :id`);
  }

  /** Newest first, at most `limit`; a member's own where `ofMember`, older than `before` where `isBefore`. */
  entries({ ofMember = false, isBefore = false }: { ofMember?: boolean; isBefore?: boolean }): Statement {
    return this.#keep(`entries ${ofMember} ${isBefore}`, () => {
      const own = ofMember ? ' and "member_id" = :member_id' : "";
      const earlier = isBefore ? ' and "version" < :before' : "";
      return `${select("journal", entryColumns)}${own}${earlier} order by "version" desc limit :limit`;
    });
  }

  /** Oldest first, later than `after`, at most `limit`. */
  entriesAfter(): Statement {
    return this.#keep("entriesAfter", () => {
      return `${select("journal", entryColumns)} and "version" > :after order by "version" limit :limit`;
    });
  }

  /** The stamp of the last entry at a version. */
  stamp(): Statement {
    return this.#keep("stamp", () => {
      return `${select("journal", ["stamp"])} and "version" <= :version order by "version" desc limit 1`;
    });
  }

  insertEntry(): Statement {
    return this.#keep("insertEntry", () => insert("journal", [...entryColumns, "stamp"]));
  }

  // Devices

  lastSequence(): Statement {
    return this.#keep("lastSequence", () => `${select("device", ["last_sequence"])} and "id" = :id`);
  }

  /** Sets a device's last sequence, whether it is known yet or not. */
  setLastSequence(): Statement {
    const taken = `on conflict ("workspace_id", "id") do update set "last_sequence" = :last_sequence`;
    return this.#keep("setLastSequence", () => `${insert("device", ["id", "last_sequence"])} ${taken}`);
  }

  refusal(): Statement {
    return this.#keep("refusal", () => {
      return `${select("refusal", refusalColumns)} and "device_id" = :device_id and "sequence" = :sequence`;
    });
  }

  insertRefusal(): Statement {
    return this.#keep("insertRefusal", () => insert("refusal", ["device_id", "sequence", ...refusalColumns]));
  }

  #keep(key: string, write: () => string): Statement {
    const known = this.#made.get(key);
    if (known) return known;
    const slots: string[] = [];
    const text = write().replace(/:(\w+)/g, (_, slot: string) => this.#place(slots.push(slot)));
    assert(slots.includes("workspace_id"), `${key} is of one workspace`);
    const made = { text, slots };
    this.#made.set(key, made);
    return made;
  }
}

/** The one statement that looks across workspaces; it gives their ids and nothing in them. */
export const workspacesText = `select "workspace_id" from "head" order by "workspace_id"`;

const entryColumns = ["id", "version", "command", "args", "member_id", "device_id", "at", "changes", "undoes"] as const;

const refusalColumns = ["entry_id", "code", "message"] as const;

const ofOneWorkspace = `where "workspace_id" = :workspace_id`;

function select(table: string, columns: readonly string[]): string {
  return `select ${quoted(columns)} from "${table}" ${ofOneWorkspace}`;
}

function update(table: string, assignments: string): string {
  return `update "${table}" set ${assignments} ${ofOneWorkspace}`;
}

function insert(table: string, columns: readonly string[]): string {
  const all = ["workspace_id", ...columns];
  return `insert into "${table}" (${quoted(all)}) values (${all.map((column) => `:${column}`).join(", ")})`;
}

/** A column and the value of its name. */
function set(column: string): string {
  return `"${column}" = :${column}`;
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(", ");
}
