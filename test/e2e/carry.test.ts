import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { fillExampleYear } from "../support/example-year.ts";
import { chromiumPath, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";
import { kept } from "./device.ts";

/** Saves everything from Settings, and gives the file's path. */
async function exportEverything(page: Page): Promise<string> {
  await page.goto("/settings");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export everything" }).click();
  return (await coming).path();
}

async function choose(page: Page, button: string, file: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  await (await chooser).setFiles(file);
}

/** True where the reader's worker is kept on this device, which comes after the first screens; and the page's side of it. */
const readerIsKept = `(async () => {
  const kept = [];
  for (const name of await caches.keys()) kept.push(...(await (await caches.open(name)).keys()));
  return kept.filter(({ url }) => url.includes("/assets/reader-")).length === 2;
})()`;

describe.skipIf(chromiumPath === undefined)("an export and the app", { timeout: 120_000 }, () => {
  let browser: Browser;
  let served: Served;
  let folder: string;
  /** Everything of the example year. */
  let file: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "upshot-carry-"));
    [browser, served] = await Promise.all([launch(), serveApp({ fill: fillExampleYear })]);
    const context = await browser.newContext({ viewport: sizes.desk, baseURL: served.url });
    const { page } = await openPage(context);
    file = join(folder, "export.jsonl");
    copyFileSync(await exportEverything(page), file);
    await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("DA1 begins an empty device with no network, and the server gets all of it afterwards", async () => {
    const empty = await serveApp();
    onTestFinished(() => empty.close());
    const context = await browser.newContext({ viewport: sizes.phone, baseURL: empty.url });
    const { page, troubles } = await openPage(context);
    await page.goto("/");
    await page.getByRole("button", { name: "I have an export" }).waitFor();
    await expect.poll(() => page.evaluate(readerIsKept), { timeout: 30_000 }).toBe(true);
    await page.reload();
    await context.setOffline(true);
    await choose(page, "I have an export", file);
    await page.getByText("61 people").waitFor();
    await page.getByRole("button", { name: "Take it in as Mira Okafor" }).click();
    await page.getByRole("link", { name: "Today" }).waitFor();
    await page.getByRole("link", { name: "Events" }).click();
    await page.getByRole("heading", { name: "Events" }).waitFor();
    troubles.length = 0; // the network was away on purpose
    await context.setOffline(false);
    await page.evaluate("dispatchEvent(new Event('online'))");
    const here = await kept(served);
    await expect
      .poll(async () => (await kept(empty).catch(() => undefined))?.replica.count("note"), { timeout: 60_000 })
      .toBe(here.replica.count("note"));
    const there = await kept(empty);
    expect([...there.replica.all("step")].length).toBe([...here.replica.all("step")].length);
    expect(there.replica.workspaceId).toBe(here.replica.workspaceId);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("DA1 says before it takes in anything what differs here, brings back what was removed, and can be undone", async () => {
    const context = await browser.newContext({ viewport: sizes.desk, baseURL: served.url });
    const { page, troubles } = await openPage(context);
    await page.goto("/settings");
    await page.getByLabel("Where you work").fill("Harbour Works");
    await page.getByLabel("Where you work").press("Enter");
    await page.getByText("Changed", { exact: true }).waitFor();
    await choose(page, "Import an export", file);
    const dry = page.getByRole("region", { name: /An export of this workspace/ });
    await dry.getByText("Here already, just so").waitFor();
    expect(await dry.getByRole("button", { name: "Nothing to take in" }).isDisabled()).toBe(true);
    await dry.getByText("What differs").click();
    await dry.getByText(/organization: Harbour Works here/).waitFor();
    await dry.getByRole("checkbox", { name: /something else here/ }).check();
    await dry.getByRole("button", { name: "Take in 1 record" }).click();
    await dry.waitFor({ state: "detached" });
    await expect.poll(() => page.getByLabel("Where you work").inputValue()).not.toBe("Harbour Works");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => page.getByLabel("Where you work").inputValue()).toBe("Harbour Works");
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("DA1 refuses what is no export, and keeps everything", async () => {
    const wrong = join(folder, "notes.jsonl");
    writeFileSync(wrong, "call the harbour office\n");
    const context = await browser.newContext({ viewport: sizes.desk, baseURL: served.url });
    const { page, troubles } = await openPage(context);
    await page.goto("/settings");
    await choose(page, "Import an export", wrong);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/first line is not the header.*Nothing was taken in/);
    await page.getByRole("button", { name: "Import an export" }).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });
});
