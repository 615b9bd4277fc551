import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeBig } from "../../bench/big.ts";
import { chromiumPath, launch, type Served, serveApp } from "./browser.ts";
import { kept, keptTexts, TestTab } from "./device.ts";

/** A page of the same site that is no Upshot: what another program of it, older or newer, would do is done there. */
async function stranger(context: BrowserContext, { url }: Served): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}manifest.json`);
  return page;
}

/** Opens the database there as another version of Upshot would, and keeps it open. */
function openAs(page: Page, version: number): Promise<unknown> {
  return page.evaluate(`new Promise((done, fail) => {
    const asked = indexedDB.open("upshot", ${version});
    asked.onupgradeneeded = () => {
      if (${version} > 1) return;
      asked.result.createObjectStore("device");
      for (const name of ["rows", "aside"]) asked.result.createObjectStore(name, { keyPath: "record.id" });
      asked.result.createObjectStore("entries", { keyPath: "id" });
      asked.result.createObjectStore("commands", { keyPath: "entryId" });
    };
    asked.onsuccess = () => { globalThis.held = asked.result; done(null); };
    asked.onerror = () => fail(asked.error);
  })`);
}

/** What is kept for the site is taken, except its cookies: as a browser does that is short of room. */
async function take(page: Page, { url }: Served): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: new URL(url).origin, storageTypes: "indexeddb" });
}

/** The network is said to be back. */
function online({ page }: TestTab): Promise<unknown> {
  return page.evaluate("dispatchEvent(new Event('online'))");
}

describe.skipIf(chromiumPath === undefined)("a browser in trouble", { timeout: 240_000 }, () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveApp()]);
    const context = await browser.newContext();
    const { tab } = await TestTab.open(context, served);
    await tab.settled();
    await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("SY5 keeps what the browser takes while a tab has it open, and says so", async () => {
    const context = await browser.newContext();
    const { tab } = await TestTab.open(context, served);
    await tab.settled();
    const page = await stranger(context, served);
    await context.setOffline(true);
    await tab.run("note.add", { text: "not sent yet" });
    await take(page, served);
    await tab.until("status.trouble !== null");
    expect((await tab.status()).trouble).toMatch(/cleared what Upshot kept.*kept again/);
    await tab.run("note.add", { text: "after it was taken" });
    await context.setOffline(false);
    await tab.page.close();
    const { tab: later, found } = await TestTab.open(context, served);
    expect(found).toBe("open");
    expect(await later.texts()).toEqual(expect.arrayContaining(["after it was taken", "not sent yet"]));
    await later.settled();
    expect(await keptTexts(served)).toEqual(expect.arrayContaining(["after it was taken", "not sent yet"]));
    await context.close();
  });

  test("SY5 says how many changes went when its storage was taken while no tab was open, and fetches the rest", async () => {
    const context = await browser.newContext();
    const { tab } = await TestTab.open(context, served);
    await tab.settled();
    const page = await stranger(context, served);
    await context.setOffline(true);
    await tab.run("note.add", { text: "lost with the storage" });
    await tab.until("document.cookie.includes('upshot-kept=1')");
    await tab.page.close();
    await take(page, served);
    await context.setOffline(false);
    const { tab: later, found } = await TestTab.open(context, served);
    expect(found).toBe("joining");
    expect((await later.status()).trouble).toMatch(/one change that had not reached the server went with it/);
    await context.close();
  });

  test("SY3 does not do what there is no room to keep, says so, and goes on when there is", async () => {
    const context = await browser.newContext();
    // Chromium holds a site to its quota only half a minute after it was changed; so the disk says no here by itself.
    await context.addInitScript(`
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...given) {
        if (globalThis.isFull) throw new DOMException("No room", "QuotaExceededError");
        return put.apply(this, given);
      };
    `);
    const { tab } = await TestTab.open(context, served);
    await tab.settled();
    const notes = await tab.count("note");
    await tab.page.evaluate("globalThis.isFull = true");
    await expect(tab.run("note.add", { text: "no room" })).rejects.toThrow(
      /no more room for Upshot, so the last change was not kept/,
    );
    expect(await tab.count("note")).toBe(notes);
    await tab.page.evaluate("globalThis.isFull = false");
    await tab.run("note.add", { text: "room again" });
    expect(await tab.count("note")).toBe(notes + 1);
    await tab.settled();
    await context.close();
  });

  test("SY6 waits for a tab of an older Upshot to be closed, says so, and goes on by itself", async () => {
    const context = await browser.newContext();
    const older = await stranger(context, served);
    await openAs(older, 1);
    const tab = await TestTab.at(context, served);
    await tab.when("upshot.heard.length > 0");
    expect(await tab.heard()).toEqual([expect.stringMatching(/older Upshot.*Close it or reload it/)]);
    await older.evaluate("held.close()");
    expect(await tab.found()).toBe("joining");
    await context.close();
  });

  test("SY6 leaves alone what a newer Upshot has written, and says so", async () => {
    const context = await browser.newContext();
    const newer = await stranger(context, served);
    await openAs(newer, 99);
    const { found } = await TestTab.open(context, served);
    expect(found).toMatch(/written by a newer Upshot. Nothing was changed/);
    expect(await newer.evaluate("indexedDB.databases()")).toEqual([{ name: "upshot", version: 99 }]);
    await context.close();
  });

  test("SY6 stops when a newer Upshot is opened in another tab, and says so", async () => {
    const context = await browser.newContext();
    const { tab } = await TestTab.open(context, served);
    await openAs(await stranger(context, served), 99);
    await tab.until("status.trouble !== null");
    expect((await tab.status()).trouble).toMatch(/newer Upshot was opened.*Reload this one/);
    await expect(tab.run("note.add", { text: "too late" })).rejects.toThrow(/Reload this one/);
    await context.close();
  });

  test("SY6 says what to do where a browser keeps nothing", async () => {
    const context = await browser.newContext();
    await context.addInitScript("Object.defineProperty(globalThis, 'indexedDB', { value: undefined });");
    const { found } = await TestTab.open(context, served);
    expect(found).toMatch(/Open Upshot in an ordinary window/);
    await context.close();
  });

  test("SY6 stops and says so where the server is newer, keeps what is done, and goes on when it is not", async () => {
    const context = await browser.newContext();
    const { tab } = await TestTab.open(context, served);
    await tab.settled();
    const newer = { json: { protocol: 99, answer: "something that comes later" } };
    await context.route(/\/api\/(push|pull)$/, (route) => route.fulfill(newer));
    await tab.run("note.add", { text: "said to a newer server" });
    await tab.until("status.stopped === 'client-older' && status.pending === 1");
    await context.unroute(/\/api\/(push|pull)$/);
    await online(tab);
    await tab.settled();
    expect(await keptTexts(served)).toContain("said to a newer server");
    await context.close();
  });

  test("SY5 that began alone says so where the server keeps another workspace by then, and loses nothing", async () => {
    const alone = await serveApp();
    const [here, elsewhere] = [await browser.newContext(), await browser.newContext()];
    const tab = await TestTab.at(here, alone);
    await here.setOffline(true);
    expect(await tab.found()).toBe("new");
    await tab.run("note.add", { text: "written alone" });
    const { tab: other } = await TestTab.open(elsewhere, alone);
    await other.settled();
    await here.setOffline(false);
    await online(tab);
    await tab.until("status.stopped === 'other-workspace'");
    expect(await tab.status()).toMatchObject({ pending: 2, refused: 0 });
    await tab.page.close();
    const { tab: later, found } = await TestTab.open(here, alone);
    expect(found).toBe("open");
    expect(await later.texts()).toEqual(["written alone"]);
    expect(await keptTexts(alone)).toEqual([]);
    await here.close();
    await elsewhere.close();
    await alone.close();
  });

  test("SY5 gives a server that is back from yesterday's backup all that was done since", async () => {
    const folder = mkdtempSync(join(tmpdir(), "upshot-backup-"));
    const restored = await serveApp({ folder });
    const context = await browser.newContext();
    const { tab } = await TestTab.open(context, restored);
    await tab.run("note.add", { text: "before the backup" });
    await tab.settled();
    await restored.stop();
    const files = ["upshot.db", "upshot.db-wal", "upshot.db-shm"].map((name) => join(folder, name));
    for (const file of files) if (existsSync(file)) copyFileSync(file, `${file}.backup`);
    await restored.again();
    await online(tab);
    await tab.run("note.add", { text: "after the backup" });
    await tab.settled();
    await restored.kill();
    for (const file of files) {
      rmSync(file, { force: true });
      if (existsSync(`${file}.backup`)) copyFileSync(`${file}.backup`, file);
    }
    await restored.again();
    await online(tab);
    await tab.run("note.add", { text: "and now" });
    await tab.settled();
    expect(await keptTexts(restored)).toEqual(["after the backup", "and now", "before the backup"]);
    await context.close();
    await restored.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe.skipIf(chromiumPath === undefined)("a browser with much", { timeout: 400_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test("SY1 brings a queue of 5,000 commands that were kept while the server was away", async () => {
    const served = await serveApp();
    const context = await browser.newContext();
    const { tab } = await TestTab.open(context, served);
    await tab.settled();
    const spare = await TestTab.at(context, served);
    await context.setOffline(true);
    await tab.runMany(5000);
    await tab.until("status.pending === 5000");
    await tab.page.close();
    expect(await spare.found()).toBe("open");
    expect(await spare.status()).toMatchObject({ pending: 5000, refused: 0 });
    await context.setOffline(false);
    await online(spare);
    await spare.settled();
    expect((await kept(served)).replica.count("note")).toBe(5000);
    await context.close();
    await served.close();
  });

  test("SY1 joins a workspace of 50,000 rows with its progress, and opens it again as it was", async () => {
    const folder = mkdtempSync(join(tmpdir(), "upshot-big-"));
    await makeBig(join(folder, "upshot.db"));
    const served = await serveApp({ folder });
    const context = await browser.newContext();
    const { tab, found } = await TestTab.open(context, served);
    expect(found).toBe("joining");
    await tab.settled();
    const notes = await tab.count("note");
    expect(notes).toBeGreaterThan(40_000);
    await tab.run("note.add", { text: "on top of them" });
    await tab.settled();
    await tab.page.close();
    const { tab: later, found: again } = await TestTab.open(context, served);
    expect(again).toBe("open");
    expect(await later.count("note")).toBe(notes + 1);
    expect(await later.count("step")).toBe(5000);
    await context.close();
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
