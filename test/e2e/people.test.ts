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

  test("EC1 EC2 after the event: whom it is time to follow up, a touch in one tap, and the promise it may have kept is offered, not closed", async () => {
    const context = await browser.newContext({ viewport: sizes.phone, hasTouch: true });
    const { page, troubles } = await openPage(context);
    await page.goto(`${served.url}events`);
    await page.getByRole("link", { name: /Harbour Partner Day/ }).click();
    await page.getByRole("link", { name: /^Follow up with \d+ people/ }).click();
    await page.getByRole("heading", { name: /^After /, level: 1 }).waitFor();
    await page.getByRole("button", { name: /^Capture/ }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("-> call Tomasz Zielinski tomorrow");
    await page.getByText(/^You .*Tomasz/).waitFor();
    await page.getByRole("dialog").getByRole("textbox").press("Control+Enter");
    const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Tomasz Zielinski" }) });
    await row.getByText("I promised: ").waitFor();
    const inOrder = () => page.getByRole("heading", { level: 2 }).allTextContents();
    const before = await inOrder();
    await page.keyboard.press("Escape");
    await row.getByRole("button", { name: "I called Tomasz today" }).click();
    await row.getByText(/last touch today/).waitFor();
    expect(await inOrder()).toEqual(before); // nothing jumps
    await row.getByText("Was it this?").waitFor();
    await row.getByText("I promised: ").waitFor(); // closed by nobody
    await row.getByRole("button", { name: /^Done: / }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("they join the pilot");
    await page.keyboard.press("Enter");
    await row.getByText("I promised: ").waitFor({ state: "detached" });
    await row.getByRole("link", { name: "Tomasz Zielinski" }).click();
    const touches = page.getByRole("region", { name: "Touches" }).getByRole("listitem");
    await touches.first().waitFor();
    expect(await touches.count()).toBe(1); // the dialog did not log it again
    await page.goBack();
    await row.getByText(/a promise was kept lately/).waitFor();
    await page.getByRole("radio", { name: "Something promised" }).click();
    await row.waitFor({ state: "detached" });
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("ST8 a draft about a step: in another language, changed, saved as a message, and a touch once it was sent", async () => {
    const context = await browser.newContext({ viewport: sizes.desk, acceptDownloads: true });
    const { page, troubles } = await openPage(context);
    await page.goto(served.url);
    await page.getByRole("button", { name: /^Capture/ }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("-> e-mail Li Wei the reference tomorrow");
    await page.getByText(/^You .*Li Wei/).waitFor();
    await page.getByRole("dialog").getByRole("textbox").press("Control+Enter");
    await page.keyboard.press("Escape");
    await page.goto(`${served.url}steps`);
    await page.getByRole("row").filter({ hasText: "the reference" }).first().click();
    await page.getByText("Draft what to send").click();
    const text = page.getByRole("textbox", { name: "Draft" });
    expect(await text.inputValue()).toMatch(/^Hello Li,\n/);
    await page.getByLabel("Language").selectOption("de");
    expect(await text.inputValue()).toMatch(/^Guten Tag Li,\n/);
    await text.fill("Guten Tag Li, anbei.");
    const mail = await page.getByRole("link", { name: "Open in mail" }).getAttribute("href");
    expect(decodeURIComponent(mail ?? "")).toMatch(/^mailto:.*body=Guten Tag Li, anbei\.$/);
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as .eml" }).click();
    expect((await saved).suggestedFilename()).toBe("draft.eml");
    await page.getByRole("button", { name: "I sent it" }).click();
    await page.getByText("Logged: you e-mailed Li Wei today").waitFor();
    await page.getByRole("button", { name: /^Done/ }).first().waitFor(); // it is still open
    expect(troubles).toEqual([]);
    await context.close();
  });
});
