import type { DeviceId, EntryId, EventId, WorkspaceId } from "#domain/model/id.ts";
import type { Noun } from "#domain/model/nouns.ts";
import type { Entry, Row } from "#domain/ports.ts";
import type { Ask } from "./engine.ts";
import { entryFrom } from "./journal.ts";
import {
  countText,
  entriesAfterText,
  entriesText,
  entryText,
  lastSequenceText,
  type Place,
  refusalText,
  rowsText,
  sliceText,
  stampText,
} from "./reads.ts";
import type { Head, Look, Refused } from "./store.ts";
import { inOrder, readerOf, tableOf } from "./tables.ts";
import { fieldOf, type Value } from "./values.ts";

/** Looks at one workspace in SQL, inside one transaction that only reads. */
export class SqlLook implements Look {
  readonly head: Head;
  readonly #workspaceId: WorkspaceId;
  readonly #ask: Ask;
  readonly #place: Place;

  constructor(workspaceId: WorkspaceId, options: { head: Head; ask: Ask; place: Place }) {
    this.#workspaceId = workspaceId;
    this.head = options.head;
    this.#ask = options.ask;
    this.#place = options.place;
  }

  async rows<N extends Noun>(noun: N, { after, until }: { after: number; until: number }): Promise<Row<N>[]> {
    const text = rowsText(noun, this.#place, { isSince: true, isUntil: true });
    return inOrder(await this.#answer(text, [after, until], readerOf(tableOf(noun))));
  }

  slice<N extends Noun>(
    noun: N,
    { eventId, afterId, until, limit }: { eventId?: EventId | null; afterId: string; until: number; limit: number },
  ): Promise<Row<N>[]> {
    const event = eventId === undefined ? "any" : eventId === null ? "none" : "one";
    const text = sliceText(noun, this.#place, event);
    return this.#answer(text, [afterId, until, ...(eventId ? [eventId] : []), limit], readerOf(tableOf(noun)));
  }

  async count(noun: Noun): Promise<number> {
    const [count = 0] = await this.#answer(countText(noun, this.#place), [], ([count]) => count as number); // counted
    return count;
  }

  async entry(id: EntryId): Promise<Entry | undefined> {
    const [entry] = await this.#answer(entryText(this.#place), [id], entryFrom);
    return entry;
  }

  entriesAfter(version: number, limit: number): Promise<Entry[]> {
    return this.#answer(entriesAfterText(this.#place), [version, limit], entryFrom);
  }

  entriesBefore(version: number, limit: number): Promise<Entry[]> {
    return this.#answer(entriesText(this.#place, { isBefore: true }), [version, limit], entryFrom);
  }

  async stampAt(version: number): Promise<string | null> {
    const [stamp] = await this.#answer(stampText(this.#place), [version], ([stamp]) => stamp as string | null);
    return stamp ?? null;
  }

  async lastSequence(deviceId: DeviceId): Promise<number> {
    const text = lastSequenceText(this.#place);
    const [last = 0] = await this.#answer(text, [deviceId], ([last]) => last as number); // an integer column
    return last;
  }

  async refusal(deviceId: DeviceId, sequence: number): Promise<Refused | undefined> {
    const text = refusalText(this.#place);
    const [refused] = await this.#answer(text, [deviceId, sequence], ([entryId, code, message]) => ({
      entryId: entryId as EntryId, // as `insertRefusal` wrote them
      code: String(code),
      message: String(fieldOf("text", message)),
    }));
    return refused;
  }

  #answer<T>(text: string, values: Value[], read: (cells: readonly unknown[]) => T): Promise<T[]> {
    return this.#ask(text, [this.#workspaceId, ...values], read);
  }
}
