import type { DeviceId, EntryId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import type { Noun, RecordOf } from "#domain/model/nouns.ts";
import type { Entry, Row } from "#domain/ports.ts";
import { assert } from "#domain/refusal.ts";
import type { Access } from "#domain/transaction.ts";
import type { Ask } from "./engine.ts";
import { entryCells, entryFrom } from "./journal.ts";
import { filled, type Statement, type Statements, workspacesText } from "./statements.ts";
import type { Refused, Settled } from "./store.ts";
import { cellsOf, readerOf, tableOf } from "./tables.ts";
import { cellOf, type Value } from "./values.ts";

/** What a command has inside its transaction, whichever workspace it is of. */
interface Inside {
  ask: Ask;
  statements: Statements;
  /** See `Engine.alone`. */
  alone: () => Promise<void>;
}

/** One command's access to one workspace in SQL. Every statement is filled with the workspace here. */
export class SqlAccess implements Access {
  readonly #ask: Ask;
  readonly #statements: Statements;
  readonly #alone: () => Promise<void>;
  readonly #workspaceId: WorkspaceId;

  constructor({ ask, statements, alone }: Inside, workspaceId: WorkspaceId) {
    this.#ask = ask;
    this.#statements = statements;
    this.#alone = alone;
    this.#workspaceId = workspaceId;
  }

  async raise(by: number): Promise<number | undefined> {
    const [version] = await this.#do(this.#statements.raise(), { by }, integer);
    return version;
  }

  async found(epoch: string): Promise<number> {
    const [version] = await this.#do(this.#statements.found(), { version: 1, epoch }, integer);
    assert(version !== undefined, "making a workspace gives its version");
    return version;
  }

  async isAlone(): Promise<boolean> {
    await this.#alone(); // before it is looked: nobody makes one after that
    return (await this.#ask(workspacesText, [], integer)).length === 0;
  }

  async get<N extends Noun>(noun: N, id: string): Promise<Row<N> | undefined> {
    const [row] = await this.#do(this.#statements.get(noun), { id }, readerOf(tableOf(noun)));
    return row;
  }

  async list<N extends Noun>(noun: N, where: Partial<RecordOf<N>>): Promise<RecordOf<N>[]> {
    const cells = Object.entries(cellsOf(tableOf(noun), where)).sort(([a], [b]) => (a < b ? -1 : 1));
    const equal = cells.filter(([, value]) => value !== null);
    const nulls = cells.filter(([, value]) => value === null);
    const statement = this.#statements.list(noun, equal.map(nameOf), nulls.map(nameOf));
    const rows = await this.#do(statement, { removed: 0, ...Object.fromEntries(equal) }, readerOf(tableOf(noun)));
    return rows.map((row) => row.record);
  }

  async insert<N extends Noun>(noun: N, { record, version, removed }: Row<N>): Promise<void> {
    const cells = { ...cellsOf(tableOf(noun), record), version, removed: removed ? 1 : 0 };
    await this.#do(this.#statements.insert(noun), cells, nothing);
  }

  async patch(noun: Noun, id: string, write: { fields: Record<string, unknown>; version: number }): Promise<void> {
    const cells = cellsOf(tableOf(noun), write.fields);
    const statement = this.#statements.patch(noun, Object.keys(cells).sort());
    await this.#do(statement, { ...cells, id, version: write.version }, nothing);
  }

  async mark(noun: Noun, id: string, write: { removed: boolean; version: number }): Promise<void> {
    const values = { id, version: write.version, removed: write.removed ? 1 : 0 };
    await this.#do(this.#statements.mark(noun), values, nothing);
  }

  async entry(id: EntryId): Promise<Entry | undefined> {
    const [entry] = await this.#do(this.#statements.entry(), { id }, entryFrom);
    return entry;
  }

  entries({ limit, memberId }: { limit: number; memberId?: MemberId }): Promise<Entry[]> {
    const statement = this.#statements.entries({ ofMember: memberId !== undefined });
    return this.#do(statement, { limit, member_id: memberId ?? null }, entryFrom);
  }

  async insertEntry(entry: Entry): Promise<void> {
    const cells = { ...entryCells(entry), stamp: crypto.randomUUID() };
    await this.#do(this.#statements.insertEntry(), cells, nothing);
  }

  async lastSequence(deviceId: DeviceId): Promise<number> {
    const [last = 0] = await this.#do(this.#statements.lastSequence(), { id: deviceId }, integer);
    return last;
  }

  async setLastSequence(deviceId: DeviceId, sequence: number): Promise<void> {
    await this.#do(this.#statements.setLastSequence(), { id: deviceId, last_sequence: sequence }, nothing);
  }

  async insertRefusal({ deviceId, sequence, refusal }: Settled & { refusal: Refused }): Promise<void> {
    const { entryId, code, message } = refusal;
    const cells = { entry_id: entryId, code, message: cellOf("text", message) };
    await this.#do(this.#statements.insertRefusal(), { device_id: deviceId, sequence, ...cells }, nothing);
  }

  #do<T>(statement: Statement, values: Record<string, Value>, read: (cells: readonly unknown[]) => T): Promise<T[]> {
    return this.#ask(statement.text, filled(statement, { ...values, workspace_id: this.#workspaceId }), read);
  }
}

/** The first cell, of an integer column. */
function integer([cell]: readonly unknown[]): number {
  return cell as number;
}

function nothing(): undefined {
  return undefined;
}

function nameOf([name]: [string, Value]): string {
  return name;
}
