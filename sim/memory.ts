import { type Day, daysBetween } from "#domain/model/time.ts";
import type { Chance } from "../test/support/chance.ts";
import { assumptions } from "./assumptions.ts";

/** What a person has in mind without any list: the older, the less likely it comes to mind; each time it does it lasts longer. */
export class Mind {
  readonly #kept = new Map<string, { since: Day; stability: number }>();
  readonly #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  takeIn(what: string, day: Day): void {
    this.#kept.set(what, { since: day, stability: assumptions.stabilityDays });
  }

  letGo(what: string): void {
    this.#kept.delete(what);
  }

  /** What comes to mind on a day, in no order of importance. */
  comesUp(day: Day): string[] {
    const up: string[] = [];
    for (const [what, kept] of this.#kept) {
      const retrievable = 1 / (1 + daysBetween(kept.since, day) / (9 * kept.stability));
      if (this.#chance.next() >= retrievable * assumptions.comesToMind) continue;
      up.push(what);
      this.#kept.set(what, { since: day, stability: kept.stability * 1.5 });
    }
    return up;
  }
}
