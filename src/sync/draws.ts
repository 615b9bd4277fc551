import { Refusal } from "#domain/refusal.ts";
import type { Drawn } from "./protocol.ts";

/**
 * Gives a command the ids that it drew when it first ran: those with a purpose by their purpose, the others in order. So it
 * names the same things wherever it runs, whatever else it finds there.
 */
export class Draws {
  readonly drawn: Drawn;
  readonly #fresh: (() => string) | null;
  #next = 0;
  #hasGrown = false;

  /**
   * @param drawn what was drawn so far; grows where `fresh` ids are drawn
   * @param fresh where the command may draw more; null where it may not, as on a server: other devices' ids must not come to
   * mean something else, so it is refused.
   */
  constructor(drawn: Drawn, fresh: (() => string) | null) {
    this.drawn = drawn;
    this.#fresh = fresh;
  }

  /** True where ids were drawn that were not there before. */
  get hasGrown(): boolean {
    return this.#hasGrown;
  }

  /** Begins again: the same command is run once more. */
  rewind(): void {
    this.#next = 0;
  }

  newId = (purpose?: string): string => {
    const { entryId, ids, idsFor } = this.drawn;
    if (purpose === "entry") return entryId;
    if (purpose === undefined) {
      const id = (ids[this.#next] ??= this.#draw());
      this.#next += 1;
      return id;
    }
    if (!Object.hasOwn(idsFor, purpose)) idsFor[purpose] = this.#draw();
    return idsFor[purpose]!; // there, or just put there
  };

  #draw(): string {
    if (this.#fresh === null) {
      throw new Refusal(
        "changed-since",
        "What this stands on was changed meanwhile, so that it would make more than was seen when it was done. Look again, and do it anew.",
      );
    }
    this.#hasGrown = true;
    return this.#fresh();
  }
}
