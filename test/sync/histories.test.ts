import { describe, expect, test } from "vitest";
import { seed as firstSeed } from "../support/seed.ts";
import { history } from "./history.ts";
import type { Keeping } from "./keeping.ts";

/** How many histories, the first one from `UPSHOT_SEED`. `UPSHOT_SYNC_HISTORIES=1` with a seed replays one. */
const count = Number(process.env["UPSHOT_SYNC_HISTORIES"] ?? 1000);

/** In one test each, so that a machine that is busy stops none of them for taking long. */
const together = 50;

/** One in so many is kept in SQLite. */
const sqliteEach = 50;

describe(`${count} random histories of three devices and a server, from seed ${firstSeed}`, () => {
  for (let from = 0; from < count; from += together) {
    const seeds = Array.from({ length: Math.min(together, count - from) }, (_, n) => firstSeed + from + n);
    test(`SY1 seeds ${seeds[0]} to ${seeds.at(-1)}: copies come to agree with the server and with an oracle, and nothing is lost`, async () => {
      const wrong: unknown[] = [];
      for (const seed of seeds) {
        const keeping: Keeping = seed % sqliteEach === 0 ? "sqlite" : "memory";
        await history(seed, keeping).catch((error: unknown) =>
          wrong.push({ replay: `UPSHOT_SYNC_HISTORIES=1 UPSHOT_SEED=${seed}`, keeping, error }),
        );
      }
      expect(wrong).toEqual([]);
    });
  }
});
