import { isSame } from "#domain/changes.ts";
import type { Noun, RecordOf } from "#domain/model/nouns.ts";
import type { Kept } from "./replica.ts";

/** A record that is another than it was. */
export interface Difference {
  noun: Noun;
  id: string;
  old: Kept | undefined;
  now: Kept | undefined;
}

/** The differences of two states of a workspace, found by id and by the value of a field, before or after. */
export class Differences {
  readonly #byNoun = new Map<Noun, Map<string, Difference>>();
  /** By noun and field, made when first asked for. */
  readonly #indexes = new Map<Noun, Map<string, Map<unknown, Set<string>>>>();
  #count = 0;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  *[Symbol.iterator](): Generator<Difference> {
    for (const differences of this.#byNoun.values()) yield* differences.values();
  }

  get(noun: Noun, id: string): Difference | undefined {
    return this.#byNoun.get(noun)?.get(id);
  }

  /** Takes a difference in, in place of an earlier one of that record; where old and new are the same, there is none. */
  put(difference: Difference): void {
    const { noun, id, old, now } = difference;
    let own = this.#byNoun.get(noun);
    if (own === undefined) this.#byNoun.set(noun, (own = new Map()));
    const known = own.get(id);
    if (known !== undefined) {
      own.delete(id);
      this.#count -= 1;
      this.#index(known, "delete");
    }
    if (isSameKept(old, now)) return;
    own.set(id, difference);
    this.#count += 1;
    this.#index(difference, "add");
  }

  /** True where a record that differs is, or was, among those that `where` asks for. */
  touches(noun: Noun, where: object): boolean {
    const own = this.#byNoun.get(noun);
    if (own === undefined || own.size === 0) return false;
    const wanted = Object.entries(where);
    const [first] = wanted;
    if (first === undefined) return true;
    for (const id of this.#indexOf(noun, first[0]).get(first[1]) ?? []) {
      const difference = own.get(id);
      if (difference && [difference.old, difference.now].some((kept) => fits(kept, wanted))) return true;
    }
    return false;
  }

  #indexOf(noun: Noun, field: string): Map<unknown, Set<string>> {
    let ofNoun = this.#indexes.get(noun);
    if (ofNoun === undefined) this.#indexes.set(noun, (ofNoun = new Map()));
    let index = ofNoun.get(field);
    if (index === undefined) {
      ofNoun.set(field, (index = new Map()));
      for (const difference of this.#byNoun.get(noun)?.values() ?? []) enter(index, field, { difference, act: "add" });
    }
    return index;
  }

  #index(difference: Difference, act: "add" | "delete"): void {
    for (const [field, index] of this.#indexes.get(difference.noun) ?? []) enter(index, field, { difference, act });
  }
}

function isSameKept(a: Kept | undefined, b: Kept | undefined): boolean {
  return a?.removed === b?.removed && isSame(a?.record, b?.record);
}

function enter(
  index: Map<unknown, Set<string>>,
  field: string,
  { difference, act }: { difference: Difference; act: "add" | "delete" },
): void {
  for (const kept of [difference.old, difference.now]) {
    if (kept === undefined) continue;
    const value = fieldOf(kept.record, field);
    let ids = index.get(value);
    if (ids === undefined) index.set(value, (ids = new Set()));
    ids[act](difference.id);
  }
}

function fits(kept: Kept | undefined, wanted: readonly [string, unknown][]): boolean {
  if (kept === undefined || kept.removed) return false;
  return wanted.every(([field, value]) => fieldOf(kept.record, field) === value);
}

function fieldOf(record: RecordOf<Noun>, field: string): unknown {
  return (record as Record<string, unknown>)[field]; // the field is one of the noun's own
}
