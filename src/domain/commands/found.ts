import type { IdOf, Noun, RecordOf } from "../model/nouns.ts";
import type { Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";

/** The record, or a refusal that names the thing by its noun. */
export async function found<N extends Noun>(tx: Tx, noun: N, id: IdOf<N>): Promise<RecordOf<N>> {
  const record = await tx.get(noun, id);
  if (record === undefined) {
    throw new Refusal("not-found", `There is no ${noun} ${id} here. It may have been removed; undo brings it back.`);
  }
  return record;
}

/** Refuses where a reference that is given names nothing. */
export async function refersTo<N extends Noun>(tx: Tx, noun: N, id: IdOf<N> | null | undefined): Promise<void> {
  if (id !== null && id !== undefined) await found(tx, noun, id);
}
