import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillExampleYear } from "../support/example-year.ts";
import { chromiumPath, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";

describe.skipIf(chromiumPath === undefined)("the weekly comb-back, with a year in it", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveApp({ fill: fillExampleYear })]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  async function open(size: keyof typeof sizes): Promise<{ page: Page; troubles: string[] }> {
    const isPhone = size === "phone";
    const context = await browser.newContext({
      viewport: sizes[size],
      hasTouch: isPhone,
      isMobile: isPhone,
      reducedMotion: "reduce",
      baseURL: served.url,
    });
    const opened = await openPage(context);
    opened.page.setDefaultTimeout(30_000);
    await opened.page.goto("/comb-back");
    await opened.page.getByRole("heading", { name: "Comb-back" }).waitFor();
    return opened;
  }

  test(
    "RV2 RV4 by thumb on a phone; stopped there, it goes on at a desk by keys, and ends with next week's day",
    { timeout: 240_000 },
    async () => {
      const phone = await open("phone");
      await phone.page.getByRole("button", { name: /^Begin/ }).tap();
      const four = phone.page.getByRole("group", { name: "Your answer" });
      await four.getByRole("button", { name: "Join it" }).waitFor();
      const heights = await four
        .getByRole("button")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
      const bar = phone.page.getByRole("progressbar");
      const total = Number(await bar.getAttribute("max"));
      await four.getByRole("button", { name: "Let it go" }).tap();
      await phone.page.getByText(`2 of ${total}`).waitFor();
      await four.getByRole("button", { name: "Rest it" }).tap();
      await phone.page.getByRole("button", { name: "A month" }).tap();
      await phone.page.getByText(`3 of ${total}`).waitFor();

      const desk = await open("desk");
      await desk.page.getByText(`3 of ${total}`).waitFor();
      await desk.page.keyboard.press("s");
      await desk.page.getByRole("dialog").getByRole("button", { name: "Make it without a day" }).click();
      await desk.page.getByText(`4 of ${total}`).waitFor();
      await phone.page.getByText(`4 of ${total}`).waitFor();
      await desk.page.keyboard.press("u");
      await desk.page.getByText(`3 of ${total}`).waitFor();

      await phone.page.getByRole("button", { name: "End it for this week" }).tap();
      await phone.page.getByText("What changed: 1 rested and 1 let go.").waitFor();
      await phone.page.getByRole("button", { name: /^See you / }).tap();
      await phone.page.getByRole("heading", { name: "Done for this week" }).waitFor();
      await phone.page.getByText("The next one:").waitFor();
      expect([...phone.troubles, ...desk.troubles]).toEqual([]);
    },
  );
});
