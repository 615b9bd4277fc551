/** Numbers that look random and follow from a seed (mulberry32): the same seed, the same history. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** True so often in a hundred times. */
  is(percent: number): boolean {
    return this.next() * 100 < percent;
  }

  of<T>(some: readonly [T, ...T[]]): T;
  of<T>(some: readonly T[]): T | undefined;
  of<T>(some: readonly T[]): T | undefined {
    return some[this.below(some.length)];
  }
}
