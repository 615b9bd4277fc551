/**
 * What was worked out of words, found again by their letters where they stand in a text: a word that comes again is neither
 * cut out of its text nor worked out anew. It holds copies of its words alone, and so no text they were met in.
 */
export class WordTable<T> {
  readonly #make: (word: string) => T;
  readonly #wordsMax: number;
  readonly #words: string[] = [];
  readonly #hashes: number[] = [];
  readonly #values: T[] = [];
  /** For each slot the number of its word from 1, or 0; a power of two of them, at most half in use. */
  #slots = new Int32Array(1 << 12);

  /** `make` works out what a word gives; of more than `wordsMax` distinct words the later ones are worked out each time. */
  constructor(make: (word: string) => T, wordsMax: number) {
    this.#make = make;
    this.#wordsMax = wordsMax;
  }

  /** What the word at `text.slice(from, to)` gives. */
  at(text: string, from: number, to: number): T {
    let hash = 0;
    for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const mask = this.#slots.length - 1;
    let slot = slotOf(hash, mask);
    for (let step = 0; step < stepsMax; step += 1) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number < 0) return this.#add(text.slice(from, to), hash, slot);
      if (this.#hashes[number] === hash) {
        const word = this.#words[number] ?? "";
        // In bounds: words, hashes and values are one long.
        if (word.length === to - from && text.startsWith(word, from)) return this.#values[number] as T;
      }
      slot = (slot + 1) & mask;
    }
    return this.#make(text.slice(from, to));
  }

  #add(word: string, hash: number, slot: number): T {
    const value = this.#make(word);
    if (this.#words.length >= this.#wordsMax || word.length > keptLengthMax) return value;
    this.#values.push(value);
    this.#hashes.push(hash);
    this.#slots[slot] = this.#words.push(word);
    if (this.#words.length * 2 > this.#slots.length) this.#grow();
    return value;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (const [number, hash] of this.#hashes.entries()) {
      let slot = slotOf(hash, mask);
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** V8 cuts words of 13 characters and more out of the text they stand in, which would be kept with them. */
const keptLengthMax = 12;

/** Words that a hostile text makes to meet in one slot are worked out each time rather than looked for at length. */
const stepsMax = 32;

/** The lower bits of the hash alone are those of the last letters, which too many words share. */
function slotOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}
