import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { chromiumPath, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";
import { kept } from "./device.ts";

describe.skipIf(chromiumPath === undefined)("two that begin at once", { timeout: 120_000 }, () => {
  let browser: Browser;
  let served: Served;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "upshot-aside-"));
    [browser, served] = await Promise.all([launch(), serveApp()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A page of a browser of its own; `server` says how its API answers there. */
  async function opened(server: "as it is" | "away"): Promise<{ page: Page; troubles: string[] }> {
    const context = await browser.newContext({ viewport: sizes.phone, baseURL: served.url });
    onTestFinished(() => context.close());
    const { page, troubles } = await openPage(context);
    if (server === "away") await page.route("**/api/**", (route) => route.abort());
    await page.goto("/");
    return { page, troubles };
  }

  async function begin(page: Page, name: string, line: string): Promise<void> {
    await page.getByLabel("Your name").fill(name);
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByRole("link", { name: "Today" }).waitFor();
    await page.keyboard.press("c");
    await page.getByRole("dialog").getByRole("textbox").fill(line);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }

  test("SY5 the second sets its copy aside as a file, goes on with the first's workspace, and imports its own there", async () => {
    const alone = await opened("away");
    await begin(alone.page, "Ana Ruiz", "They charge by the seat");
    const first = await opened("as it is");
    await begin(first.page, "Ana Ruiz", "The port opens in May");
    await expect.poll(async () => (await kept(served)).replica.count("note"), { timeout: 20_000 }).toBe(1);
    await alone.page.unroute("**/api/**");
    await alone.page.evaluate("dispatchEvent(new Event('online'))");
    await alone.page.getByText("The server keeps another workspace").waitFor();
    await alone.page.getByRole("button", { name: "Set it aside", exact: true }).click();
    const coming = alone.page.waitForEvent("download");
    await alone.page.getByRole("button", { name: "Save the file" }).click();
    const file = join(folder, "aside.jsonl");
    copyFileSync(await (await coming).path(), file);
    await alone.page.getByRole("button", { name: "I have the file: open the server’s workspace" }).click();
    await alone.page.waitForURL(served.url);
    await alone.page.goto("/settings");
    const chooser = alone.page.waitForEvent("filechooser");
    await alone.page.getByRole("button", { name: "Import an export" }).click();
    await (await chooser).setFiles(file);
    const dry = alone.page.getByRole("region", { name: /^Another workspace's export/ });
    await dry.getByRole("button", { name: /^Take in/ }).click();
    await dry.waitFor({ state: "detached" });
    const texts = async () => [...(await kept(served)).replica.all("note")].map(({ text }) => text).sort();
    await expect.poll(texts, { timeout: 20_000 }).toEqual(["The port opens in May", "They charge by the seat"]);
    expect(first.troubles).toEqual([]);
  });

  test("what the server refuses is said, and not taken for being away", async () => {
    const { page } = await opened("away");
    await begin(page, "Bo Lind", "ring the printer");
    const message = "This store holds several workspaces: name one in UPSHOT_WORKSPACE.";
    await page.unroute("**/api/**");
    await page.route("**/api/workspace", (route) =>
      route.fulfill({ status: 400, json: { error: { code: "invalid", message } } }),
    );
    await page.evaluate("dispatchEvent(new Event('online'))");
    const notice = page.getByRole("status").filter({ hasText: message });
    await expect.poll(() => notice.count(), { timeout: 20_000 }).toBeGreaterThan(0);
  });
});
