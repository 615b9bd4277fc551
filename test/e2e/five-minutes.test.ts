import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { chromiumPath, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";

/** A busy machine takes its time. */
const patient = { timeout: 15_000 };

describe.skipIf(chromiumPath === undefined)("the first five minutes", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launch();
  });
  beforeEach(async () => {
    served = await serveApp();
  });
  afterEach(() => served?.close());
  afterAll(() => browser?.close());

  test("with the example: an attended session with a note, a step of mine with a day, one of theirs to look at again", async () => {
    const context = await browser.newContext({ viewport: sizes.phone, hasTouch: true });
    const { page, troubles } = await openPage(context);
    const startedAt = Date.now();
    await page.goto(served.url);
    await page.getByLabel("Your name").fill("Mira Okafor");
    await page.getByRole("button", { name: "Try it with an example" }).tap();
    await page.getByRole("button", { name: "Keep it" }).tap();

    await page.getByText("2 of 5").waitFor();
    await page.getByRole("button", { name: /^I was there: Co-selling/ }).tap();
    await page.getByRole("button", { name: "Go on" }).tap();

    await page.getByText("3 of 5").waitFor();
    // Nothing, once the last is answered: it may go while it is asked for.
    const waiting = async () => (await page.getByText(/\d+ of \d+ to answer/).allTextContents()).join();
    await page.getByRole("button", { name: "Accept", exact: true }).waitFor();
    for (let n = 0, before = await waiting(); n < 60 && before !== ""; n += 1, before = await waiting()) {
      await page.getByRole("button", { name: "Accept", exact: true }).tap();
      await expect.poll(waiting, patient).not.toBe(before);
    }
    await page.getByRole("button", { name: "Go on", exact: true }).tap();

    await page.getByText("4 of 5").waitFor();
    await page.getByText("What is theirs, and when you look again").waitFor();
    await page.getByRole("checkbox").first().tap();
    await page.getByRole("button", { name: /^Tomorrow/ }).tap();
    await page.getByRole("button", { name: "Go on with 1 step" }).tap();

    await page.getByText("5 of 5").waitFor();
    await page.getByRole("radio", { name: "Thursday" }).tap();
    await page.getByRole("button", { name: "See what matters most today" }).tap();
    await page.getByRole("link", { name: "Today" }).first().waitFor();
    expect(Date.now() - startedAt).toBeLessThan(5 * 60_000);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("with nothing but a browser: an event by its name, notes pasted, and the programme left out", async () => {
    const context = await browser.newContext({ viewport: sizes.desk });
    const { page, troubles } = await openPage(context);
    await page.goto(served.url);
    await page.getByLabel("Your name").fill("Mira Okafor");
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByLabel("Its name").fill("Quay Days");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByText("2 of 5").waitFor();
    await page.getByRole("button", { name: "There is none" }).click();
    await page.getByLabel("Or paste your notes").fill("-> send Ana Ruiz the tide table\nAna will call me next week\n");
    await page.getByRole("button", { name: "Read them" }).click();
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByText("send Ana Ruiz the tide table").first().waitFor();
    await page.getByRole("button", { name: "Accept", exact: true }).click();
    await page.getByRole("button", { name: /^Go on/ }).click();
    await page.getByText("4 of 5").waitFor();
    await page.getByRole("checkbox", { name: /tide table/ }).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });
});
