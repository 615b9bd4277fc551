import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillExampleYear } from "../support/example-year.ts";
import { begin, chromiumPath, launch, openPage, type Served, serveApp, sizes, takeInExample } from "./browser.ts";

describe.skipIf(chromiumPath === undefined)("leads", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveApp()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("LD1 LD2 LD5 a lead from a person to won by keyboard: on the board by drag, in the list by key", async () => {
    const context = await browser.newContext({ viewport: sizes.desk });
    const { page, troubles } = await openPage(context);
    await begin(page, served);
    await takeInExample(page);
    await page.getByRole("link", { name: "People", exact: true }).first().click();
    await page.getByRole("link", { name: /^Ana Ruiz/ }).click();
    await page.getByRole("button", { name: "Make a lead" }).press("Enter");
    await page.getByLabel("What may come of it").fill("Pilot at two gates");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Pilot at two gates", level: 1 }).waitFor();
    await page.getByText(/^Stuck: no next step yet, at Met since/).waitFor();
    await page.getByLabel("What comes next?").fill("Send Ana the numbers");
    await page.keyboard.press("Enter");
    await page.getByText(/^Stuck:/).waitFor({ state: "detached" });

    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Leads", exact: true }).first().click();
    const met = page.getByRole("grid", { name: "Met" });
    await met.getByRole("row", { name: /^Pilot at two gates/ }).waitFor();
    // By drag, with the keys that a screen reader says.
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const isOver = () =>
      page.evaluate(
        `document.activeElement?.closest("section")?.querySelector("h2")?.textContent?.startsWith("Contacted")`,
      );
    for (let tries = 0; tries < 10 && !(await isOver()); tries += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page
      .getByRole("grid", { name: "Contacted" })
      .getByRole("row", { name: /^Pilot at two gates/ })
      .waitFor();
    // By one key.
    await page.getByRole("button", { name: "As a list" }).press("Enter");
    await page.keyboard.press("j");
    await page.keyboard.press("m");
    await page.getByRole("radio", { name: "Won" }).press("Space");
    await page.getByRole("button", { name: "Move to Won" }).press("Enter");
    await page.getByText("1 step of Pilot at two gates is still open").waitFor();
    await page.getByText("Nothing is going on.").waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("LD4 LD6 on a phone: who could open the door to somebody never met, and an introduction asked for by touch", async () => {
    const year = await serveApp({ fill: fillExampleYear });
    const context = await browser.newContext({ viewport: sizes.phone, hasTouch: true, isMobile: true });
    const { page, troubles } = await openPage(context);
    await page.goto(`${year.url}leads`);
    await page.getByRole("row", { name: /^Pilot at two gates/ }).tap();
    await page
      .getByText(/^You met .* works at .* with Ingrid Dahl\.$/)
      .first()
      .waitFor();
    await page
      .getByRole("button", { name: /^Ask .* for an introduction$/ })
      .first()
      .tap();
    await page.getByText("Introduce me to Ingrid Dahl").waitFor();
    await page.getByText(/^Ask .* for an introduction to Ingrid Dahl$/).waitFor();
    await page.goto(`${year.url}waiting`);
    await page.getByText("Introduce me to Ingrid Dahl").waitFor();
    await year.close();
    expect(troubles).toEqual([]);
    await context.close();
  });
});
