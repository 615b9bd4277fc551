import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillExampleYear } from "../support/example-year.ts";
import { chromiumPath, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";

describe.skipIf(chromiumPath === undefined)("the daily screens, with a year in them", () => {
  let browser: Browser;
  let served: Served;
  let troubles: string[] = [];
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveApp({ fill: fillExampleYear })]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  async function open(size: keyof typeof sizes): Promise<Page> {
    const isPhone = size === "phone";
    const context = await browser.newContext({
      viewport: sizes[size],
      hasTouch: isPhone,
      isMobile: isPhone,
      reducedMotion: "reduce",
      baseURL: served.url,
    });
    const opened = await openPage(context);
    troubles = opened.troubles;
    opened.page.setDefaultTimeout(15_000);
    await opened.page.goto("/");
    await rows(opened.page).first().waitFor();
    return opened.page;
  }

  async function troublesAtEnd(page: Page): Promise<string[]> {
    await page.context().close();
    return troubles;
  }

  test("ST5 ST6 by keyboard alone: a step is done with what came of it, and taken back", async () => {
    const page = await open("desk");
    await page.keyboard.press("j");
    const what = await focusedStep(page);
    await page.keyboard.press("d");
    await page.getByRole("dialog", { name: "Done" }).waitFor();
    await page.keyboard.type("They will join the pilot");
    await page.keyboard.press("Enter");
    await page.getByText("Step done").waitFor();
    await page.getByRole("row").filter({ hasText: what }).waitFor({ state: "detached" });
    await expect.poll(() => focusedStep(page)).not.toBe("");
    await page.keyboard.press("g");
    await page.keyboard.press("s");
    await page.getByRole("heading", { name: "Steps" }).waitFor();
    await page.keyboard.press("u");
    await page.getByText("Undone: Step done").waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await page.getByRole("row").filter({ hasText: what }).first().waitFor();
    expect(await troublesAtEnd(page)).toEqual([]);
  });

  test("ST3 by keyboard alone: a step is put off, and what is put off too often is asked why", async () => {
    const page = await open("desk");
    await page.goto("/steps?who=me");
    await rows(page).first().waitFor();
    await page.keyboard.press("j");
    const what = await focusedStep(page);
    await page.getByRole("row").filter({ hasText: what }).first().press("Enter");
    await page.getByRole("article").getByText(what).first().waitFor();
    for (const day of ["Tomorrow", "End of week", "Next week", "In two weeks"]) {
      await page.keyboard.press("p");
      await page.getByRole("radio", { name: day }).press("Enter");
      const why = page.getByLabel("Why this time?");
      if ((await page.getByRole("dialog").count()) > 0 && (await why.isVisible())) {
        await why.fill("Waiting for the contract");
        await why.press("Enter");
      }
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    await page
      .getByText(/\d times/)
      .filter({ hasText: "“Waiting for the contract”" })
      .waitFor();
    await page.getByText("History").click();
    await page
      .getByText(/^you, this device/)
      .first()
      .waitFor();
    expect(await troublesAtEnd(page)).toEqual([]);
  });

  test("the list is one stop for Tab, and its rows and what is in them are gone through with the arrows", async () => {
    const page = await open("desk");
    await page.keyboard.press("j");
    const first = await focusedStep(page);
    await page.keyboard.press("ArrowDown");
    const second = await focusedStep(page);
    expect(second).not.toBe(first);
    await page.keyboard.press("ArrowRight");
    expect(await focusedLabel(page)).toBe(`Done: ${second}`);
    await page.keyboard.press("ArrowUp");
    expect(await focusedStep(page)).toBe(first);
    await page.keyboard.press("End");
    const last = await focusedStep(page);
    await page.keyboard.press("ArrowDown");
    expect(await focusedStep(page)).toBe(last);
    await page.keyboard.press("Tab");
    expect(await page.locator("[role=grid] :focus").count()).toBe(0);
    await page.keyboard.press("Shift+Tab");
    expect(await focusedStep(page)).toBe(last);
    await page.keyboard.press("Home");
    expect(await focusedStep(page)).toBe(first);
    await page.keyboard.press("Enter");
    await page.getByRole("article").getByText(first).first().waitFor();
    await page.keyboard.press("k");
    await page.keyboard.press("j");
    await page.getByRole("article").getByText(second).first().waitFor();
    expect(await troublesAtEnd(page)).toEqual([]);
  });

  test("ST3 a step is dragged to a day by keyboard alone", async () => {
    const page = await open("desk");
    await page
      .getByRole("button", { name: /^Drag to a day/ })
      .first()
      .waitFor({ state: "attached" });
    await page.keyboard.press("j");
    const what = await focusedStep(page);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => focusedLabel(page)).toBe(`Drag to a day: ${what}`);
    await page.keyboard.press("Enter");
    // The drop targets are gone through with Tab; the first is today.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText(/^Step moved to/).waitFor();
    expect(await troublesAtEnd(page)).toEqual([]);
  });

  test("every screen and act is found by typing, and the keys are told", async () => {
    const page = await open("desk");
    await page.keyboard.press("Control+k");
    await page.getByRole("menuitem").first().waitFor();
    await page.keyboard.type("wait");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Waiting", level: 1 }).waitFor();
    expect(await page.title()).toBe("Waiting · Upshot");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "The keys" }).getByText("Capture a line").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("menuitem").first().waitFor();
    await page.keyboard.type("Add an organization");
    await page.keyboard.press("Enter");
    await page.getByLabel("Name").fill("Gullwing Freight");
    await page.keyboard.press("Enter");
    await page.getByText("Organization added").waitFor();
    expect(await troublesAtEnd(page)).toEqual([]);
  });

  test("by touch alone: a step is done, another put off, and the list is where it was", async () => {
    const page = await open("phone");
    await page
      .getByRole("button", { name: /^Done: / })
      .first()
      .tap();
    await page.getByRole("button", { name: "Done, skip this" }).tap();
    await page.getByText("Step done").waitFor();
    await page.getByRole("button", { name: "Undo" }).tap();
    await page.getByText("Undone: Step done").waitFor();
    const last = rows(page).last();
    await last.scrollIntoViewIfNeeded();
    const before = await scrolled(page);
    await last.tap();
    await page.getByRole("article").waitFor();
    await page.getByRole("button", { name: "Today" }).tap();
    await last.waitFor();
    expect(await scrolled(page)).toBe(before);
    await page.getByRole("link", { name: "More", exact: true }).tap();
    await page.getByRole("link", { name: "Waiting" }).tap();
    await rows(page).first().waitFor();
    await page.getByRole("link", { name: "Today" }).tap();
    await expect.poll(() => scrolled(page)).toBe(before);
    expect(await troublesAtEnd(page)).toEqual([]);
  });
});

function rows(page: Page) {
  return page
    .getByRole("main")
    .getByRole("row")
    .filter({ has: page.getByRole("button") });
}

/** What the focused row is about. */
function focusedStep(page: Page): Promise<string> {
  return page.locator("[role=row]:focus").evaluateAll((found) => {
    const [row] = found;
    return row?.querySelector("button")?.getAttribute("aria-label")?.replace("Done: ", "") ?? "";
  });
}

function focusedLabel(page: Page): Promise<string | null> {
  return page.locator(":focus").first().getAttribute("aria-label");
}

function scrolled(page: Page): Promise<number> {
  return page
    .locator("[data-pane] > div")
    .first()
    .evaluate((list) => list.scrollTop);
}
