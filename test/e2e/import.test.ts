import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { begin, chromiumPath, exampleFiles, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";

describe.skipIf(chromiumPath === undefined)("taking in an event", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveApp()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("files are read on the device, shown, and kept as an event with proposals to answer (RD2)", async () => {
    const context = await browser.newContext({ viewport: sizes.desk });
    const { page, troubles } = await openPage(context);
    await begin(page, served);
    await page.getByRole("link", { name: "Take in an event" }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose files" }).click();
    await (await chooser).setFiles(exampleFiles);
    await page.getByRole("heading", { name: "This is what is in them" }).waitFor();
    await expect(page.getByLabel("Event").inputValue()).resolves.toBe("Harbour Partner Day 2026");
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.waitForURL(/\/debrief\//);
    expect(troubles).toEqual([]);
    await context.close();
  });
});
