import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillExampleYear } from "../support/example-year.ts";
import { chromiumPath, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";

describe.skipIf(chromiumPath === undefined)("capture", () => {
  let browser: Browser;
  let served: Served;
  let troubles: string[] = [];
  let context: BrowserContext;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveApp({ fill: fillExampleYear })]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  async function open(size: keyof typeof sizes = "desk"): Promise<Page> {
    const isPhone = size === "phone";
    context = await browser.newContext({
      viewport: sizes[size],
      hasTouch: isPhone,
      isMobile: isPhone,
      reducedMotion: "reduce",
      baseURL: served.url,
    });
    // At twenty past eleven, whatever the time is: then a session is on.
    await context.addInitScript(() => {
      const now = Temporal.Now.zonedDateTimeISO("Europe/Brussels").with({ hour: 11, minute: 20 }).toInstant();
      Temporal.Now.instant = () => now;
    });
    const opened = await openPage(context);
    troubles = opened.troubles;
    opened.page.setDefaultTimeout(15_000);
    await opened.page.goto("/");
    await opened.page.getByRole("grid").waitFor();
    return opened.page;
  }

  async function troublesAtEnd(): Promise<string[]> {
    await context.close();
    return troubles;
  }

  test("RD1 knows the event and the session, shows what the line will become, and makes its step by Enter", async () => {
    const page = await open();
    await page.keyboard.press("c");
    const dialog = page.getByRole("dialog", { name: "Capture" });
    await dialog.waitFor();
    expect(await dialog.getByLabel("Event").locator("option:checked").textContent()).toContain("Open Logistics Expo");
    expect(await dialog.getByLabel("Session").locator("option:checked").textContent()).toBe(
      "Routing with half the data",
    );
    await page.keyboard.type("-> call the harbour office about berths tomorrow");
    await dialog.getByText(/^You .*call the harbour office/).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("1 step made").waitFor();
    await page.goto("/steps");
    await page.getByRole("row").filter({ hasText: "harbour office" }).first().click();
    await page.getByRole("article").getByText("Open Logistics Expo").waitFor();
    expect(await troublesAtEnd()).toEqual([]);
  });

  test("completes who is named after an @, and a line without an act is a note", async () => {
    const page = await open();
    await page.keyboard.press("c");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("good talk with @sofie");
    await page.getByRole("menuitem", { name: /Sofie Lund/ }).waitFor();
    await page.keyboard.press("Enter");
    expect(await page.getByRole("dialog").getByRole("textbox").inputValue()).toBe("good talk with Sofie Lund ");
    await page.keyboard.press("Enter");
    await page.getByText("Note kept").waitFor();
    expect(await troublesAtEnd()).toEqual([]);
  });

  test("NT1 loses no keystroke: a line half typed is there after a reload, and is gone once it is kept", async () => {
    const page = await open("phone");
    await page.getByRole("button", { name: "Capture" }).tap();
    await page.getByRole("dialog").getByRole("textbox").pressSequentially("ask Wei about the ha");
    await page.reload();
    const line = page.getByRole("dialog").getByRole("textbox");
    await line.waitFor();
    expect(await line.inputValue()).toBe("ask Wei about the ha");
    await line.pressSequentially("rbour map");
    await page.getByRole("radio", { name: "To do: next week" }).tap();
    await page.getByRole("button", { name: "Keep" }).tap();
    await page.getByText("1 step made").waitFor();
    await page.reload();
    await page.getByRole("grid").waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await troublesAtEnd()).toEqual([]);
  });

  test("SY1 captures with no network, and says that the server is away", async () => {
    const page = await open();
    await page.keyboard.press("c"); // what is needed to capture is here before
    await page.getByRole("dialog").waitFor();
    await served.kill();
    await page.keyboard.type("their gate has no queue on Mondays");
    await page.keyboard.press("Enter");
    await page.getByText("Note kept").waitFor();
    await page
      .getByText(/^Offline/)
      .first()
      .waitFor();
    await served.again();
    await page
      .getByText(/^Offline/)
      .first()
      .waitFor({ state: "detached" });
    const others = (await troublesAtEnd()).filter((trouble) => !trouble.includes("ERR_"));
    expect(others).toEqual([]);
  });
});
