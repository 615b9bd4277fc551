import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { begin, chromiumPath, launch, openPage, type Served, serveApp, sizes, takeInExample } from "./browser.ts";

describe.skipIf(chromiumPath === undefined)("needs", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveApp()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("ND1 ND2 by touch: written down, who could help with the reason, asked with words to send, and what they answered", async () => {
    const context = await browser.newContext({ viewport: sizes.desk, hasTouch: true });
    const { page, troubles } = await openPage(context);
    await begin(page, served);
    await takeInExample(page);
    await page.setViewportSize(sizes.phone);
    await page.getByRole("link", { name: "More", exact: true }).tap();
    await page.getByRole("link", { name: "Needs", exact: true }).tap();
    await page.getByRole("button", { name: "Write one down" }).tap();
    await page.getByRole("textbox", { name: /^What/ }).fill("a partner lead who knows co-selling");
    await page.getByRole("button", { name: /^Keep it/ }).tap();
    await page.getByRole("heading", { name: "a partner lead who knows co-selling", level: 1 }).waitFor();
    await page.getByRole("checkbox", { name: "Sade Bello" }).check();
    await page.getByText("Partner, Lead").first().waitFor();
    await page.getByRole("button", { name: "Ask 1 person" }).tap();
    await page.getByRole("button", { name: "Words to send" }).tap();
    expect(await page.getByRole("textbox", { name: "Draft" }).inputValue()).toContain(
      "I am looking for this: a partner lead who knows co-selling.",
    );
    await page.getByRole("button", { name: "They answered" }).tap();
    await page.getByRole("textbox", { name: "What Sade Bello answered" }).fill("she does, since 2019");
    await page.getByRole("button", { name: "They can", exact: true }).tap();
    await page.getByText("she does, since 2019").waitFor();
    await page.getByRole("button", { name: "It is met" }).tap();
    await page.getByRole("dialog").getByRole("button", { name: "It is met" }).tap();
    await page.getByRole("button", { name: "Open it again" }).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });
});
