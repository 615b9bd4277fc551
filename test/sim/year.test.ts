import { describe, expect, test } from "vitest";
import { assumptions } from "../../sim/assumptions.ts";
import { holdCombBack } from "../../sim/comb-back.ts";
import { Device } from "../../sim/device.ts";
import { liveYear } from "../../sim/year.ts";
import { addDays } from "#domain/model/time.ts";
import { Chance } from "../support/chance.ts";
import { seed } from "../support/seed.ts";

/** Seven notes at 40 seconds and at most 19 other cards at 20, in whole minutes: the cap of a sitting, whatever the backlog. */
const cardsCap = 26;
const minutesCap = 11;

describe("a simulated year", () => {
  test(
    "RV1 RV5 no flood: no sitting is longer than its cap; and the same seed is the same year",
    { timeout: 60_000 },
    async () => {
      const year = await liveYear(seed, true);
      expect(year.held.length).toBeGreaterThan(15);
      expect(Math.max(...year.held.map(({ cards }) => cards))).toBeLessThanOrEqual(cardsCap);
      expect(Math.max(...year.held.map(({ minutes }) => minutes))).toBeLessThanOrEqual(minutesCap);
      expect(await liveYear(seed, true)).toEqual(year);
    },
  );

  test("RV1 no starvation, nothing unreachable: a note is shown after a quarter as many sittings as notes waited, and all are in the end", async () => {
    const device = await Device.begun();
    const chance = new Chance(seed);
    const nobody = { askedAgain: () => undefined, touched: () => true };
    const shown = new Set<string>();
    /** By note: the number of the sitting by which it is to be shown. */
    const bound = new Map<string, number>();
    const late: string[] = [];
    const weeks = 40;
    for (let week = 0, sitting = 0; week < weeks || shown.size < bound.size; week += 1) {
      if (week < weeks && week % 5 === 0) {
        const waiting = bound.size; // those that were shown may be due again before a new one is
        for (let n = 0; n < assumptions.notes; n += 1) {
          const { noteId } = await device.run("note.add", { text: `a thought of week ${week}, number ${n}` });
          bound.set(noteId, sitting + 1 + Math.ceil((waiting + n + 1) / 4));
        }
      }
      device.turnTo(addDays("2026-01-09" as Parameters<typeof addDays>[0], 7 * week)); // a Friday
      const held = await holdCombBack(device, chance, nobody);
      sitting += 1;
      for (const id of held.notes) shown.add(id);
      for (const [id, by] of bound) if (!shown.has(id) && sitting >= by) late.push(id);
      expect(held.cards).toBeLessThanOrEqual(cardsCap);
      if (week > 4 * weeks) break;
    }
    expect(late).toEqual([]);
    expect(shown.size).toBe(bound.size);
  }, 60_000);
});
