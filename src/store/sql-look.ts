import type { DeviceId, EntryId, EventId, WorkspaceId } from "#domain/model/id.ts";
import type { Noun } from "#domain/model/nouns.ts";
import type { Entry, Row } from "#domain/ports.ts";
import type { Ask } from "./engine.ts";
import { entryFrom } from "./journal.ts";
import { filled, type Statement, type Statements } from "./statements.ts";
import type { Head, Look, Refused } from "./store.ts";
import { inOrder, readerOf, tableOf } from "./tables.ts";
import { fieldOf, type Value } from "./values.ts";

/** Looks at one workspace in SQL, inside one transaction that only reads. */
export class SqlLook implements Look {
  readonly head: Head;
  readonly #workspaceId: WorkspaceId;
  readonly #ask: Ask;
  readonly #statements: Statements;

  constructor(workspaceId: WorkspaceId, options: { head: Head; ask: Ask; statements: Statements }) {
    this.#workspaceId = workspaceId;
    this.head = options.head;
    this.#ask = options.ask;
    this.#statements = options.statements;
  }

  async rows<N extends Noun>(noun: N, { after, until }: { after: number; until: number }): Promise<Row<N>[]> {
    const statement = this.#statements.rows(noun, { isSince: true, isUntil: true });
    return inOrder(await this.#answer(statement, { since: after, until }, readerOf(tableOf(noun))));
  }

  slice<N extends Noun>(
    noun: N,
    { eventId, afterId, until, limit }: { eventId?: EventId | null; afterId: string; until: number; limit: number },
  ): Promise<Row<N>[]> {
    const statement = this.#statements.slice(noun, eventId === undefined ? "any" : eventId === null ? "none" : "one");
    const values = { after_id: afterId, until, limit, event_id: eventId ?? null };
    return this.#answer(statement, values, readerOf(tableOf(noun)));
  }

  async count(noun: Noun): Promise<number> {
    const [count = 0] = await this.#answer(this.#statements.count(noun), {}, ([count]) => count as number); // counted
    return count;
  }

  async entry(id: EntryId): Promise<Entry | undefined> {
    const [entry] = await this.#answer(this.#statements.entry(), { id }, entryFrom);
    return entry;
  }

  entriesAfter(version: number, limit: number): Promise<Entry[]> {
    return this.#answer(this.#statements.entriesAfter(), { after: version, limit }, entryFrom);
  }

  entriesBefore(version: number, limit: number): Promise<Entry[]> {
    return this.#answer(this.#statements.entries({ isBefore: true }), { before: version, limit }, entryFrom);
  }

  async stampAt(version: number): Promise<string | null> {
    const [stamp] = await this.#answer(this.#statements.stamp(), { version }, ([stamp]) => stamp as string | null);
    return stamp ?? null;
  }

  async lastSequence(deviceId: DeviceId): Promise<number> {
    const statement = this.#statements.lastSequence();
    const [last = 0] = await this.#answer(statement, { id: deviceId }, ([last]) => last as number); // an integer column
    return last;
  }

  async refusal(deviceId: DeviceId, sequence: number): Promise<Refused | undefined> {
    const values = { device_id: deviceId, sequence };
    const [refused] = await this.#answer(this.#statements.refusal(), values, ([entryId, code, message]) => ({
      entryId: entryId as EntryId, // as `insertRefusal` wrote them
      code: String(code),
      message: String(fieldOf("text", message)),
    }));
    return refused;
  }

  #answer<T>(
    statement: Statement,
    values: Record<string, Value>,
    read: (cells: readonly unknown[]) => T,
  ): Promise<T[]> {
    return this.#ask(statement.text, filled(statement, { ...values, workspace_id: this.#workspaceId }), read);
  }
}
