import { fieldsOf } from "../model/fields.ts";
import type { CommitmentId } from "../model/id.ts";
import { type IdOf, listed, type Noun, nounNames, references } from "../model/nouns.ts";
import { sayNouns } from "../model/say.ts";
import type { Tx } from "../ports.ts";

/** Looks whether what names a record and the record are both there, or neither. It reads rows once, so it is for one moment. */
export class Ends {
  readonly #tx: Tx;
  readonly #isThere = new Map<string, boolean>();
  /** How many records of a noun list an id, once that was asked. */
  readonly #listing = new Map<Noun, Map<string, number>>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /** What a record that is there names and is gone, or what names one that is gone; undefined where all is well. */
  async missing(noun: Noun, id: string): Promise<string | undefined> {
    const record = await this.#tx.get(noun, id as IdOf<Noun>); // the journal's ids are of the noun beside them
    if (record === undefined) return this.#namedBy(noun, id);
    const named = Object.entries({ ...references[noun], ...listed[noun] });
    for (const [field, target] of named) {
      const ids: unknown = (record as Record<string, unknown>)[field]; // the field is one of the noun's
      for (const each of Array.isArray(ids) ? (ids as unknown[]) : [ids]) {
        if (typeof each !== "string" || (await this.#has(target, each))) continue;
        return `the ${noun} names a ${target} that was removed since`;
      }
    }
    return noun === "commitment" && (await this.#servesItself(id)) ? "the commitment would serve itself" : undefined;
  }

  /** True where the way up from a commitment leads back to it: two were moved, one of them since. */
  async #servesItself(id: string): Promise<boolean> {
    const seen = new Set<string>();
    for (let at: string | null = id; at !== null && !seen.has(at);) {
      seen.add(at);
      at = (await this.#tx.get("commitment", at as CommitmentId))?.parentId ?? null; // a commitment's own parent
      if (at === id) return true;
    }
    return false;
  }

  async #has(noun: Noun, id: string): Promise<boolean> {
    const key = `${noun} ${id}`;
    let isThere = this.#isThere.get(key);
    if (isThere === undefined) {
      isThere = (await this.#tx.get(noun, id as IdOf<Noun>)) !== undefined; // an id of that noun, as the schema says
      this.#isThere.set(key, isThere);
    }
    return isThere;
  }

  async #namedBy(noun: Noun, id: string): Promise<string | undefined> {
    for (const other of nounNames) {
      for (const [field, target] of Object.entries(references[other])) {
        if (target !== noun) continue;
        const naming = await this.#tx.list(other, { [field]: id });
        if (naming.length > 0) return nowName(naming.length, other, noun);
      }
    }
    for (const other of nounNames) {
      for (const [field, target] of Object.entries(listed[other] ?? {})) {
        if (target !== noun || fieldsOf(other).get(field)?.kind !== "id") continue;
        const naming = await this.#tx.list(other, { [field]: id });
        if (naming.length > 0) return nowName(naming.length, other, noun);
      }
    }
    for (const other of nounNames) {
      if (!listsOf(other).some(([, target]) => target === noun)) continue;
      const count = (await this.#listedBy(other)).get(id) ?? 0;
      if (count > 0) return nowName(count, other, noun);
    }
    return undefined;
  }

  async #listedBy(other: Noun): Promise<Map<string, number>> {
    const known = this.#listing.get(other);
    if (known !== undefined) return known;
    const counts = new Map<string, number>();
    for (const record of await this.#tx.list(other)) {
      for (const [field] of listsOf(other)) {
        const ids = (record as unknown as Record<string, string[]>)[field] ?? []; // a list of ids, as `listed` says
        for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    this.#listing.set(other, counts);
    return counts;
  }
}

/** The fields of a noun that hold lists of ids, each with the noun it lists. */
function listsOf(noun: Noun): [string, Noun][] {
  const fields = Object.entries(listed[noun] ?? {});
  return fields.filter(([field]) => fieldsOf(noun).get(field)?.kind === "json");
}

function nowName(count: number, other: Noun, noun: Noun): string {
  return `${sayNouns(count, other)} now ${count === 1 ? "names" : "name"} the ${noun}`;
}
