import type { PageMax } from "../protocol.ts";

/** What still fits into a page. Something always does: a page that holds nothing yet takes what comes, however large. */
export class Budget {
  readonly #max: PageMax;
  #items = 0;
  #rows = 0;
  #characters = 0;

  constructor(max: PageMax) {
    this.#max = max;
  }

  /** True where an item of that many characters, which stands for that many rows, fits; then it counts. */
  take(characters: number, rows = 1): boolean {
    const fits = this.#rows + rows <= this.#max.rows && this.#characters + characters <= this.#max.characters;
    if (!fits && this.#items > 0) return false;
    this.#items += 1;
    this.#rows += rows;
    this.#characters += characters;
    return true;
  }

  /**
   * How many items to read next, going by the size of those before: not far more than fit, so that a thousand pages of
   * notes are not read for the sake of two. A first guess of 20 keeps the worst small; it grows tenfold at most.
   */
  get ahead(): number {
    const average = this.#items === 0 ? this.#max.characters / 20 : this.#characters / this.#items;
    const fitting = Math.floor((this.#max.characters - this.#characters) / Math.max(1, average));
    return Math.max(1, Math.min(fitting, this.#max.rows - this.#rows, Math.max(20, this.#items * 10)));
  }
}
