import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { begin, chromiumPath, launch, openPage, type Served, serveApp, sizes, takeInExample } from "./browser.ts";

describe.skipIf(chromiumPath === undefined)("people, organizations and search", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveApp()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("a person with what was promised, a touch, their organization, and all of it found as it is typed", async () => {
    const context = await browser.newContext({ viewport: sizes.desk });
    const { page, troubles } = await openPage(context);
    await begin(page, served);
    await takeInExample(page);

    await page.getByRole("link", { name: "People", exact: true }).first().click();
    await page.getByLabel("Find by name, organization or role").fill("contoso");
    await page.getByRole("link", { name: /^Ana Ruiz/ }).click();
    await page.getByRole("heading", { name: "Ana Ruiz", level: 1 }).waitFor();
    await page.getByRole("link", { name: "ana.ruiz@contoso.example" }).waitFor();
    await page.getByRole("button", { name: "Add a touch" }).click();
    await page.getByLabel("A line about it").fill("talked about the pilot");
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByText("Call: talked about the pilot").waitFor();

    await page.getByRole("link", { name: "Contoso", exact: true }).click();
    await page.getByLabel("What it is to us").selectOption("partner");
    await page.goto(`${served.url}organizations`);
    await page.getByRole("link", { name: /Contoso.*Partner/ }).waitFor();

    await page.goto(`${served.url}search`);
    await page.getByLabel("Words").fill("renew");
    await page
      .getByRole("link", { name: /renewal/ })
      .first()
      .waitFor();
    expect(await page.locator("mark").first().textContent()).toBe("renewal");
    await page.getByLabel("Words").fill("zyzzy");
    await page.getByText("Nothing has these words").waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });
});
