/** A term as an item has it: its key, and how much it counts there (how often, weighted by where). */
export type Weighed = readonly [key: string, weight: number];

/** Where a term stands. Dead slots are left in it until the next sweep, and not counted. */
interface Posting {
  /** In how many items it is. */
  items: number;
  slots: number[];
  weights: number[];
}

/**
 * An inverted index: which items have a term, and how much it counts in each. An item that was removed leaves no trace in any
 * figure; its entries are swept out once half of all are dead. Weights are halves and wholes, so that sums undo exactly.
 */
export class Postings {
  readonly #terms = new Map<string, Posting>();
  /** By slot; null where the item was removed. */
  #items: ({ id: string; terms: readonly Weighed[]; length: number } | null)[] = [];
  readonly #slots = new Map<string, number>();
  #length = 0;

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
      if (posting === undefined) this.#terms.set(key, { items: 1, slots: [slot], weights: [weight] });
      else {
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
      if (posting.items === 0) this.#terms.delete(key);
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

  #sweep(): void {
    const alive = this.#items.filter((item) => item !== null);
    this.#terms.clear();
    this.#slots.clear();
    this.#items = [];
    this.#length = 0;
    for (const { id, terms } of alive) this.put(id, terms);
  }
}
