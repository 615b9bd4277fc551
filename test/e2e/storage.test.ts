import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Stored } from "#sync/storage.ts";
import { seed } from "../support/seed.ts";
import { history } from "../sync/history.ts";
import { chromiumPath, launch, type Served, serveApp } from "./browser.ts";

/** So many random histories; each is of three devices. */
const count = 14;

/** What is kept, in one order, as text. */
function inOrder(stored: Stored | undefined): unknown {
  if (stored === undefined) return undefined;
  const { device, ...tables } = stored;
  const texts = (some: readonly unknown[]) => some.map((one) => JSON.stringify(byKey(one))).sort();
  return { device, ...Object.fromEntries(Object.entries(tables).map(([name, some]) => [name, texts(some)])) };
}

/** The same value with the keys of its objects in one order. */
function byKey(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(byKey);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]): [string, unknown] => [key, byKey(one)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe.skipIf(chromiumPath === undefined)("the storage in IndexedDB", { timeout: 240_000 }, () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveApp()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("SY3 keeps what a device of random histories keeps, whether rows lie in blocks or above them", async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}harness/storage.html`);
    let writings = 0;
    for (let n = 0; n < count; n += 1) {
      for (const disk of await history(seed + n, "memory")) {
        writings += disk.kept.length;
        const stored = await page.evaluate<Stored | undefined>(`storage.replay(${JSON.stringify(disk.kept)})`);
        expect(inOrder(stored), `seed ${seed + n}`).toEqual(inOrder(await disk.open().load()));
      }
    }
    expect(writings).toBeGreaterThan(500);
    await page.close();
  });
});
