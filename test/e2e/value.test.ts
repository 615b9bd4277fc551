import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { begin, chromiumPath, launch, openPage, type Served, serveApp, sizes, takeInExample } from "./browser.ts";

describe.skipIf(chromiumPath === undefined)("what an event was worth", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveApp()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("OC1 OC2 a conference from its notes to an outcome, the way back to its words, its value and its report", async () => {
    const context = await browser.newContext({ viewport: sizes.desk, acceptDownloads: true });
    const { page, troubles } = await openPage(context);
    await begin(page, served);
    await takeInExample(page);
    for (let answered = 0; answered < 4; answered += 1) {
      const card = page.getByRole("main").locator("mark, blockquote").first();
      const before = await card.textContent();
      await page.getByRole("button", { name: "Accept", exact: true }).click();
      await expect.poll(() => card.textContent(), { timeout: 10_000 }).not.toBe(before);
    }
    await page.getByRole("link", { name: "Steps", exact: true }).first().click();
    await page
      .getByRole("button", { name: /^Done: / })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("What came of it?").fill("they signed for two years");
    await dialog.getByText("Record it as an outcome, too").click();
    await dialog.getByRole("button", { name: "Done", exact: false }).last().click();
    await dialog.getByLabel("What it is worth").waitFor();
    expect(await dialog.getByLabel("In words").inputValue()).toBe("they signed for two years");
    await dialog.getByLabel("Kind").selectOption("deal");
    await dialog.getByLabel("What it is worth").fill("12.500,50");
    await dialog.getByRole("button", { name: "Record it" }).click();
    await page.getByText("Outcome recorded").waitFor();

    await page.getByRole("link", { name: "Value", exact: true }).first().click();
    await page.getByText("1 outcome came of it, EUR 12,500.50").waitFor();
    await page.getByRole("link", { name: /Harbour Partner Day/ }).click();
    await page.getByRole("heading", { name: /^What came of Harbour/, level: 1 }).waitFor();
    await page.getByRole("button", { name: "Say what it cost" }).click();
    await dialog.getByLabel("Fee").fill("900");
    await dialog.getByLabel("Days", { exact: true }).fill("1.5");
    await dialog.getByLabel("A day is reckoned at").fill("600");
    await dialog.getByRole("button", { name: "Keep it" }).click();
    await page.getByRole("row", { name: "Together EUR 1,800" }).waitFor();

    await page.getByRole("link", { name: "they signed for two years" }).click();
    await page.getByRole("img", { name: /way back|ways back/ }).waitFor();
    const way = page.getByRole("region", { name: "Where it came from" });
    await way.getByRole("link").nth(1).click(); // the note
    await page.getByRole("link", { name: "Where it came from" }).waitFor();
    await page
      .getByRole("region", { name: "Outcomes" })
      .getByRole("link", { name: "they signed for two years" })
      .waitFor();
    await page.goBack();
    await page.goBack();

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Make a report" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^upshot-harbour-partner-day.*\.html$/);
    const html = readFileSync(await file.path(), "utf8");
    expect(html).toContain("<b>EUR 12,500.50</b> came of it, in 1 outcome");
    expect(html).toContain("they signed for two years");
    expect(troubles).toEqual([]);
    await context.close();
  });
});
