import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { begin, chromiumPath, launch, openPage, type Served, serveApp } from "./browser.ts";

/** Waits until the app's own files, and what comes after them, are in the browser. */
async function keptWhole(page: Page): Promise<void> {
  const cached = () =>
    page.evaluate<number>(`caches.keys().then(async (names) => {
      const counts = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
      return Math.max(0, ...counts);
    })`);
  const files = await page.evaluate<number>(
    `fetch("/sw.js").then((answer) => answer.text()).then((text) => new Set(text.match(/"\\/[^"]+"/g)).size)`,
  );
  await expect.poll(cached, { timeout: 60_000, interval: 200 }).toBe(files);
}

describe.skipIf(chromiumPath === undefined)("the app kept by the browser", { timeout: 240_000 }, () => {
  let browser: Browser;
  let served: Served;
  /** The app as it is built, which a test may change as a new build would. */
  const app = mkdtempSync(join(tmpdir(), "upshot-kept-"));
  beforeAll(async () => {
    cpSync(process.env["UPSHOT_E2E_APP"] ?? "", app, { recursive: true });
    [browser, served] = await Promise.all([launch(), serveApp({ app })]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(app, { recursive: true, force: true });
  });

  test("SY1 opens from the browser alone, on any screen, and takes a note, while no server is in reach", async () => {
    const context = await browser.newContext();
    const { page, troubles } = await openPage(context);
    await begin(page, served);
    await keptWhole(page);
    expect(troubles).toEqual([]);
    await page.close();
    await served.kill();
    const later = await context.newPage();
    await later.goto(`${served.url}events`);
    await later.getByRole("heading", { name: "Events", exact: true }).waitFor();
    await later.keyboard.press("c");
    await later.getByRole("textbox").fill("said in a tunnel");
    await later.keyboard.press("Enter");
    await later.getByRole("dialog").waitFor({ state: "detached" });
    await context.close();
    await served.again();
  });

  test("SY6 offers a newer build, changes nothing until it is taken, and leaves other tabs their files", async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context);
    await page.goto(served.url);
    await page.getByRole("link", { name: "Today" }).waitFor();
    await keptWhole(page);
    const { page: other } = await openPage(context);
    await other.goto(served.url);
    await other.getByRole("link", { name: "Today" }).waitFor();

    const worker = readFileSync(join(app, "sw.js"), "utf8");
    const id = /id"?:[`"]([0-9a-f]{12})[`"]/.exec(worker)?.[1] ?? "";
    expect(id).not.toBe("");
    writeFileSync(join(app, "sw.js"), worker.replaceAll(id, "0123456789ab"));
    const index = readFileSync(join(app, "index.html"), "utf8");
    writeFileSync(join(app, "index.html"), index.replace("<title>Upshot</title>", "<title>Upshot, newer</title>"));
    await page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())");
    await page.getByText("A newer Upshot is ready.").waitFor();
    await other.reload();
    await other.getByRole("link", { name: "Today" }).waitFor();
    expect(await other.title()).not.toContain("newer");

    await page.getByRole("button", { name: "Reload" }).click();
    await expect.poll(() => page.title(), { timeout: 30_000 }).toBe("Upshot, newer");
    // The other tab goes on as it was, with files that it had not loaded yet.
    await other.getByRole("link", { name: "People" }).click();
    await other.getByRole("heading", { name: "People" }).waitFor();
    await expect.poll(() => other.title()).toBe("People · Upshot");
    await context.close();
  });

  test("SY1 says of a screen whose file is not here yet that it is not, and all others go on", async () => {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const { page } = await openPage(context);
    await page.route(/\/assets\/people-.*\.js$/, (route) => route.abort());
    await page.goto(served.url);
    await page.getByRole("link", { name: "People" }).click();
    await page.getByRole("alert").getByText("People is not on this device yet").waitFor();
    await page.getByRole("link", { name: "Events" }).click();
    await page.getByRole("heading", { name: "Events", exact: true }).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    await context.close();
  });
});
