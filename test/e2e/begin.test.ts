import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { begin, chromiumPath, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";

describe.skipIf(chromiumPath === undefined)("the app in Chromium", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveApp()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("begins with a name, and a captured line is there after a reload", async () => {
    const context = await browser.newContext({ viewport: sizes.desk });
    const { page, troubles } = await openPage(context);
    await begin(page, served);
    await page.keyboard.press("c");
    await page.getByRole("dialog").getByRole("textbox").fill("call the harbour office");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("link", { name: "Today" }).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });
});
