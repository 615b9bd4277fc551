import type { Transaction } from "kysely";
import type { DeviceId, EntryId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import type { Noun, RecordOf } from "#domain/model/nouns.ts";
import type { Entry, Row } from "#domain/ports.ts";
import { assert } from "#domain/refusal.ts";
import type { Access } from "#domain/transaction.ts";
import { entryCells, entryFrom } from "./journal.ts";
import { entryColumns, filled, type Statement, type Statements, type Tables } from "./statements.ts";
import type { Refused, Settled } from "./store.ts";
import { cellsOf, readerOf, tableOf } from "./tables.ts";
import { cellOf, type Value } from "./values.ts";

/** One command's access to one workspace in SQL. Every statement is filled with the workspace here. */
export class SqlAccess implements Access {
  readonly #transaction: Transaction<Tables>;
  readonly #statements: Statements;
  readonly #workspaceId: WorkspaceId;

  constructor(transaction: Transaction<Tables>, statements: Statements, workspaceId: WorkspaceId) {
    this.#transaction = transaction;
    this.#statements = statements;
    this.#workspaceId = workspaceId;
  }

  async raise(by: number): Promise<number | undefined> {
    const [row] = await this.#rows(this.#statements.raise(), { by });
    return row?.["version"] as number | undefined; // an integer column
  }

  async found(epoch: string): Promise<number> {
    const [row] = await this.#rows(this.#statements.found(), { version: 1, epoch });
    assert(row, "making a workspace gives its version");
    return row["version"] as number; // an integer column
  }

  async get<N extends Noun>(noun: N, id: string): Promise<Row<N> | undefined> {
    const [row] = await this.#records(noun, this.#statements.get(noun), { id });
    return row;
  }

  async list<N extends Noun>(noun: N, where: Partial<RecordOf<N>>): Promise<RecordOf<N>[]> {
    const cells = Object.entries(cellsOf(tableOf(noun), where)).sort(([a], [b]) => (a < b ? -1 : 1));
    const equal = cells.filter(([, value]) => value !== null);
    const nulls = cells.filter(([, value]) => value === null);
    const statement = this.#statements.list(noun, equal.map(nameOf), nulls.map(nameOf));
    const rows = await this.#records(noun, statement, { removed: 0, ...Object.fromEntries(equal) });
    return rows.map((row) => row.record);
  }

  async insert<N extends Noun>(noun: N, { record, version, removed }: Row<N>): Promise<void> {
    const cells = { ...cellsOf(tableOf(noun), record), version, removed: removed ? 1 : 0 };
    await this.#rows(this.#statements.insert(noun), cells);
  }

  async patch(noun: Noun, id: string, write: { fields: Record<string, unknown>; version: number }): Promise<void> {
    const cells = cellsOf(tableOf(noun), write.fields);
    const statement = this.#statements.patch(noun, Object.keys(cells).sort());
    await this.#rows(statement, { ...cells, id, version: write.version });
  }

  async mark(noun: Noun, id: string, write: { removed: boolean; version: number }): Promise<void> {
    await this.#rows(this.#statements.mark(noun), { id, version: write.version, removed: write.removed ? 1 : 0 });
  }

  async entry(id: EntryId): Promise<Entry | undefined> {
    const [entry] = await this.#entries(this.#statements.entry(), { id });
    return entry;
  }

  entries({ limit, memberId }: { limit: number; memberId?: MemberId }): Promise<Entry[]> {
    const statement = this.#statements.entries({ ofMember: memberId !== undefined, isBefore: false });
    return this.#entries(statement, { limit, member_id: memberId ?? null });
  }

  async insertEntry(entry: Entry): Promise<void> {
    await this.#rows(this.#statements.insertEntry(), entryCells(entry));
  }

  async lastSequence(deviceId: DeviceId): Promise<number> {
    const [row] = await this.#rows(this.#statements.lastSequence(), { id: deviceId });
    return row ? (row["last_sequence"] as number) : 0; // an integer column
  }

  async setLastSequence(deviceId: DeviceId, sequence: number): Promise<void> {
    await this.#rows(this.#statements.setLastSequence(), { id: deviceId, last_sequence: sequence });
  }

  async insertRefusal({ deviceId, sequence, refusal }: Settled & { refusal: Refused }): Promise<void> {
    const { entryId, code, message } = refusal;
    const cells = { entry_id: entryId, code, message: cellOf("text", message) };
    await this.#rows(this.#statements.insertRefusal(), { device_id: deviceId, sequence, ...cells });
  }

  async #records<N extends Noun>(noun: N, statement: Statement, values: Record<string, Value>): Promise<Row<N>[]> {
    const table = tableOf(noun);
    const rows = await this.#rows(statement, values);
    const read = readerOf(table);
    return rows.map((row) => read(table.cells.map((name) => row[name])));
  }

  async #entries(statement: Statement, values: Record<string, Value>): Promise<Entry[]> {
    const rows = await this.#rows(statement, values);
    return rows.map((row) => entryFrom(entryColumns.map((name) => row[name])));
  }

  async #rows(statement: Statement, values: Record<string, Value>): Promise<Record<string, unknown>[]> {
    const query = filled(statement, { ...values, workspace_id: this.#workspaceId });
    const { rows } = await this.#transaction.executeQuery<Record<string, unknown>>(query);
    return rows;
  }
}

function nameOf([name]: [string, Value]): string {
  return name;
}
