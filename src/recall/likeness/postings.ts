/** A term as an item has it: its key, and how much it counts there (how often, weighted by where). */
export type Weighed = readonly [key: string, weight: number];

/** Where a term stands. Dead slots are left in it until the next sweep, and not counted. */
interface Posting {
  /** In how many items it is. */
  items: number;
  slots: number[];
  weights: number[];
}

/** Two words of which one begins the other are of a family if the shorter has so many letters: "market", "marketplace". */
const familyLetters = 5;
/** What is longer is no word of a language. */
const familyLettersMax = 40;

/**
 * An inverted index: which items have a term, and how much it counts in each. An item that was removed leaves no trace in any
 * figure; its entries are swept out once half of all are dead. Weights are halves and wholes, so that sums undo exactly.
 */
export class Postings {
  readonly #terms = new Map<string, Posting>();
  /** The terms by their first letters, where an index tells families. */
  readonly #beginnings: Map<string, Set<string>> | null;
  /** By slot; null where the item was removed. */
  #items: ({ id: string; terms: readonly Weighed[]; length: number } | null)[] = [];
  readonly #slots = new Map<string, number>();
  #length = 0;

  /** @param hasFamilies true where terms are words */
  constructor(hasFamilies: boolean) {
    this.#beginnings = hasFamilies ? new Map() : null;
  }

  /** How many items there are. */
  get size(): number {
    return this.#slots.size;
  }

  /** One more than the highest slot in use. */
  get slotsEnd(): number {
    return this.#items.length;
  }

  /** The mean of the items' lengths. */
  get meanLength(): number {
    return this.size === 0 ? 0 : this.#length / this.size;
  }

  put(id: string, terms: readonly Weighed[]): void {
    this.remove(id);
    const slot = this.#items.length;
    const length = terms.reduce((sum, [, weight]) => sum + weight, 0);
    this.#items.push({ id, terms, length });
    this.#slots.set(id, slot);
    this.#length += length;
    for (const [key, weight] of terms) {
      const posting = this.#terms.get(key);
      if (posting === undefined) {
        this.#terms.set(key, { items: 1, slots: [slot], weights: [weight] });
        this.#begin(key);
      } else {
        posting.items += 1;
        posting.slots.push(slot);
        posting.weights.push(weight);
      }
    }
  }

  remove(id: string): void {
    const slot = this.#slots.get(id);
    const item = slot === undefined ? undefined : this.#items[slot];
    if (slot === undefined || !item) return;
    this.#items[slot] = null;
    this.#slots.delete(id);
    this.#length -= item.length;
    for (const [key] of item.terms) {
      const posting = this.#terms.get(key);
      if (posting === undefined) continue;
      posting.items -= 1;
      if (posting.items > 0) continue;
      this.#terms.delete(key);
      this.#beginnings?.get(key.slice(0, familyLetters))?.delete(key);
    }
    if (this.#items.length > 2 * this.size + 64) this.#sweep();
  }

  idAt(slot: number): string {
    return this.#items[slot]?.id ?? "";
  }

  termsAt(slot: number): readonly Weighed[] {
    return this.#items[slot]?.terms ?? [];
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id);
  }

  /** What a term tells: the more, the fewer items have it; 0 where none has (BM25's idf, never below 0). */
  rarityOf(key: string): number {
    const items = this.#terms.get(key)?.items ?? 0;
    return items === 0 ? 0 : Math.log(1 + (this.size - items + 0.5) / (items + 0.5));
  }

  /** Tells of each item that has the term: its slot, the term's weight there, the item's length. */
  each(key: string, tell: (slot: number, weight: number, length: number) => void): void {
    const posting = this.#terms.get(key);
    if (posting === undefined) return;
    const { slots, weights } = posting;
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] ?? 0;
      const item = this.#items[slot];
      if (item) tell(slot, weights[at] ?? 0, item.length);
    }
  }

  /** The other terms that begin with one, or that it begins with. */
  familyOf(key: string): string[] {
    if (key.length < familyLetters || key.length > familyLettersMax) return [];
    const family = this.#beginnings?.get(key.slice(0, familyLetters)) ?? [];
    return [...family].filter((other) => other !== key && (other.startsWith(key) || key.startsWith(other))).toSorted();
  }

  #begin(key: string): void {
    if (this.#beginnings === null || key.length < familyLetters || key.length > familyLettersMax) return;
    const beginning = key.slice(0, familyLetters);
    const family = this.#beginnings.get(beginning);
    if (family === undefined) this.#beginnings.set(beginning, new Set([key]));
    else family.add(key);
  }

  #sweep(): void {
    const alive = this.#items.filter((item) => item !== null);
    this.#terms.clear();
    this.#beginnings?.clear();
    this.#slots.clear();
    this.#items = [];
    this.#length = 0;
    for (const { id, terms } of alive) this.put(id, terms);
  }
}
