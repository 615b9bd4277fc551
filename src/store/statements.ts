import type { CompiledQuery, InsertQueryBuilder, Kysely, Sql } from "kysely";
import type { Noun } from "#domain/model/nouns.ts";
import { assert } from "#domain/refusal.ts";
import { tableOf } from "./tables.ts";
import type { Value } from "./values.ts";

/** Every table: its columns' cells by name. Columns are checked against the nouns' schemas, not by the compiler. */
export type Tables = Record<string, Record<string, Value>>;

/** A statement compiled once, and which value goes to each of its parameters. */
export interface Statement {
  readonly compiled: CompiledQuery;
  readonly slots: readonly string[];
}

/** The statement with its values, to be run. Every statement has a slot `workspace_id`. */
export function filled({ compiled, slots }: Statement, values: Record<string, Value>): CompiledQuery {
  const parameters = slots.map((slot) => {
    const value = values[slot];
    assert(value !== undefined, `the statement is given its ${slot}`);
    return value;
  });
  return { ...compiled, parameters };
}

/**
 * The one way to a table for commands: every statement that `transact` can run is made here, from `select`, `update`
 * or `insert` below, each of which begins with the workspace. There is no delete. Statements are built by Kysely once
 * and kept: building one takes about as long as running it.
 *
 * While a statement is being built, each value is the name of its slot.
 */
export class Statements {
  readonly #db: Kysely<Tables>;
  readonly #sql: Sql;
  readonly #made = new Map<string, Statement>();

  constructor(db: Kysely<Tables>, sql: Sql) {
    this.#db = db;
    this.#sql = sql;
  }

  // The workspace's own row

  /** Raises the version `by` so much and gives it. The first statement of a command: it locks the workspace. */
  raise(): Statement {
    return this.#keep("raise", () =>
      this.#update("head")
        .set((row) => ({ version: row("version", "+", "by") }))
        .returning("version"),
    );
  }

  /** Makes the workspace's row with version `by` and its `epoch`, or raises it where another was first. */
  found(): Statement {
    return this.#keep("found", () =>
      this.#insert("head", ["version", "epoch"])
        .onConflict((taken) =>
          taken.column("workspace_id").doUpdateSet((row) => ({ version: row("head.version", "+", "version") })),
        )
        .returning("version"),
    );
  }

  setEpoch(): Statement {
    return this.#keep("setEpoch", () => this.#update("head").set({ epoch: "epoch" }).returning("epoch"));
  }

  // A noun's rows

  /** A record by its id, tombstones too. */
  get(noun: Noun): Statement {
    return this.#keep(`get ${noun}`, () => this.#select(noun, tableOf(noun).cells).where("id", "=", "id"));
  }

  /** Records by equality of `fields`; a column named in `nulls` is to be null. In order of id. */
  list(noun: Noun, columns: readonly string[], nulls: readonly string[]): Statement {
    return this.#keep(`list ${noun} ${columns.join()} ${nulls.join()}`, () => {
      let query = this.#select(noun, tableOf(noun).cells).where("removed", "=", "removed");
      for (const column of columns) query = query.where(column, "=", column);
      for (const column of nulls) query = query.where(column, "is", null);
      return query.orderBy("id");
    });
  }

  insert(noun: Noun): Statement {
    return this.#keep(`insert ${noun}`, () => this.#insert(noun, tableOf(noun).cells));
  }

  /** Writes some columns, and the version, of the record `id`. */
  patch(noun: Noun, columns: readonly string[]): Statement {
    return this.#keep(`patch ${noun} ${columns.join()}`, () =>
      this.#update(noun)
        .set(named(["version", ...columns]))
        .where("id", "=", "id"),
    );
  }

  /** Sets or lifts the tombstone of the record `id`. */
  mark(noun: Noun): Statement {
    return this.#keep(`mark ${noun}`, () =>
      this.#update(noun)
        .set(named(["version", "removed"]))
        .where("id", "=", "id"),
    );
  }

  // The journal

  entry(): Statement {
    return this.#keep("entry", () => this.#select("journal", entryColumns).where("id", "=", "id"));
  }

  /** Newest first, at most `limit`; a member's own where `ofMember`, and before version `before` where `isBefore`. */
  entries(options: { ofMember: boolean; isBefore: boolean }): Statement {
    return this.#keep(`entries ${options.ofMember} ${options.isBefore}`, () => {
      let query = this.#select("journal", entryColumns);
      if (options.ofMember) query = query.where("member_id", "=", "member_id");
      if (options.isBefore) query = query.where("version", "<", "before");
      const limit = this.#sql.val("limit").$castTo<number>();
      return query.orderBy("version", "desc").limit(limit);
    });
  }

  insertEntry(): Statement {
    return this.#keep("insertEntry", () => this.#insert("journal", entryColumns));
  }

  // Devices

  lastSequence(): Statement {
    return this.#keep("lastSequence", () => this.#select("device", ["last_sequence"]).where("id", "=", "id"));
  }

  /** Sets a device's last sequence, whether it is known yet or not. */
  setLastSequence(): Statement {
    return this.#keep("setLastSequence", () =>
      this.#insert("device", ["id", "last_sequence"]).onConflict((taken) =>
        taken.columns(["workspace_id", "id"]).doUpdateSet({ last_sequence: "last_sequence" }),
      ),
    );
  }

  insertRefusal(): Statement {
    return this.#keep("insertRefusal", () => this.#insert("refusal", ["device_id", "sequence", ...refusalColumns]));
  }

  #select(table: string, columns: readonly string[]) {
    return this.#db.selectFrom(table).select(columns).where("workspace_id", "=", "workspace_id");
  }

  #update(table: string) {
    return this.#db.updateTable(table).where("workspace_id", "=", "workspace_id");
  }

  #insert(table: string, columns: readonly string[]): InsertQueryBuilder<Tables, string, object> {
    return this.#db.insertInto(table).values(named(["workspace_id", ...columns]));
  }

  #keep(key: string, build: () => { compile(): CompiledQuery }): Statement {
    const known = this.#made.get(key);
    if (known) return known;
    const compiled = build().compile();
    const made = { compiled, slots: compiled.parameters.map(String) };
    assert(made.slots.includes("workspace_id"), `${key} is of one workspace`);
    this.#made.set(key, made);
    return made;
  }
}

export const entryColumns = [
  "id",
  "version",
  "command",
  "args",
  "member_id",
  "device_id",
  "at",
  "changes",
  "undoes",
] as const;

export const refusalColumns = ["entry_id", "code", "message"] as const;

function named(columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, column]));
}
