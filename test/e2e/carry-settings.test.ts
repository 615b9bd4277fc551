import type { Browser, Page } from "playwright-core";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "#domain/run.ts";
import { fillExampleYear } from "../support/example-year.ts";
import { chromiumPath, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";
import { kept } from "./device.ts";

describe.skipIf(chromiumPath === undefined)(
  "what is kept about devices, answers and the clock",
  { timeout: 120_000 },
  () => {
    let browser: Browser;
    let served: Served;
    beforeAll(async () => {
      [browser, served] = await Promise.all([launch(), serveApp({ fill: fillExampleYear })]);
    });
    afterAll(async () => {
      await browser?.close();
      await served?.close();
    });

    /** A device of its own, at a place of the app. */
    async function device(path: string): Promise<{ page: Page; troubles: string[]; close: () => Promise<void> }> {
      const context = await browser.newContext({ viewport: sizes.desk, baseURL: served.url });
      const { page, troubles } = await openPage(context);
      await page.goto(path);
      return { page, troubles, close: () => context.close() };
    }

    test("ST6 a device is called by its name in the history of a thing, on another device too", async () => {
      const phone = await device("/settings");
      await phone.page.getByRole("button", { name: "Rename: This device" }).click();
      await phone.page.getByLabel("Its name").fill("phone");
      await phone.page.keyboard.press("Enter");
      await phone.page.getByRole("button", { name: "Rename: phone" }).waitFor();
      const { replica } = await kept(served);
      const step = [...replica.all("step")].find(({ state, isTheirs }) => state === "open" && !isTheirs);
      if (step === undefined) throw new Error("The example year has an open step of mine.");
      await phone.page.goto(`/steps?step=${step.id}`);
      await phone.page.getByRole("button", { name: /^Drop/ }).click();
      await phone.page.getByText("Step dropped", { exact: true }).waitFor();
      const desk = await device("/settings");
      await desk.page.getByRole("button", { name: "Rename: phone" }).waitFor();
      await desk.page.getByRole("button", { name: "Rename: This device" }).waitFor();
      await desk.page.goto(`/steps?step=${step.id}`);
      await desk.page.getByText("History", { exact: true }).click();
      await desk.page.getByText(/^you, phone, /).waitFor();
      expect([...phone.troubles, ...desk.troubles]).toEqual([]);
      await phone.close();
      await desk.close();
    });

    test("RD6 what the reader learned is shown with the answers it rests on, forgotten, and remembered again", async () => {
      const { page, troubles, close } = await device("/settings");
      await page.getByText(/^\d+ things$/).click();
      const learned = page.getByRole("region", { name: "What you let go, and what you accept" });
      const calls = learned.getByRole("listitem").filter({ hasText: "steps that begin with call" }).first();
      await calls.getByText(/^Why: \d+ answers$/).click();
      await calls
        .getByRole("link", { name: /^You: Call/ })
        .first()
        .waitFor();
      await calls.getByRole("button", { name: /^Forget/ }).click();
      const forgotten = page.getByRole("region", { name: "Forgotten" });
      await forgotten.getByText(/begin with call/).waitFor();
      await forgotten.getByRole("button", { name: /^Remember again/ }).click();
      await learned.getByText(/begin with call/).waitFor();
      expect(await forgotten.count()).toBe(0);
      expect(troubles).toEqual([]);
      await close();
    });

    test("EC1 the clock's numbers can be changed, and an emptied one is the usual one again", async () => {
      const { page, troubles, close } = await device("/settings");
      const first = page.getByLabel("First follow-up");
      expect(await first.inputValue()).toBe("2");
      await first.fill("0");
      await page.getByText("A whole number of days, 1 or more.").waitFor();
      await first.fill("3");
      await first.press("Enter");
      await page.getByText("Settings changed", { exact: true }).waitFor();
      await page.reload();
      await first.waitFor();
      expect(await first.inputValue()).toBe("3");
      await first.fill("");
      await first.press("Enter");
      await expect.poll(() => first.inputValue()).toBe("2");
      expect(troubles).toEqual([]);
      await close();
    });
  },
);

describe.skipIf(chromiumPath === undefined)("what comes first, and what is one", { timeout: 120_000 }, () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launch();
    served = await serveApp({
      fill: async (store, now) => {
        await fillExampleYear(store, now);
        const [workspaceId] = await store.workspaces();
        if (workspaceId === undefined) throw new Error("The example year has a workspace.");
        const { rows } = await store.load(workspaceId, ["member", "proposal", "note"]);
        const member = rows.member[0]?.record;
        const open = rows.proposal.findLast(({ record }) => record.state === "open")?.record;
        if (member === undefined || open === undefined || open.eventId === null) throw new Error("It has these, too.");
        const context = {
          store,
          workspaceId,
          memberId: member.id,
          deviceId: v7() as Parameters<typeof run>[2]["deviceId"], // a fresh id
          now,
          newId: () => v7(),
        };
        await run(
          "event.focus",
          { eventId: open.eventId, questions: [`What of “${open.quote.slice(0, 200)}”?`] },
          context,
        );
        await run("organization.add", { name: "Lowland Water Ltd" }, context);
      },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("FO2 a debrief begins with what bears on the event's focus, and says on which question", async () => {
    const context = await browser.newContext({ viewport: sizes.phone, baseURL: served.url, hasTouch: true });
    const { page, troubles } = await openPage(context);
    await page.goto("/debrief");
    await page.getByText(/Bears on: What of “/).waitFor();
    await page.getByText(/^1 of \d+ to answer/).waitFor();
    // The answers stay in sight, wherever on its page the quote is.
    expect(await page.evaluate("scrollY")).toBe(0);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("RD2 two organizations are made one when a person says so, and are two again by undo", async () => {
    const context = await browser.newContext({ viewport: sizes.phone, baseURL: served.url, hasTouch: true });
    const { page, troubles } = await openPage(context);
    await page.goto("/organizations");
    await page.getByText("1 pair may be one organization").click();
    await page.getByText("the same name, written in two ways").waitFor();
    await page.getByRole("button", { name: "They are one: Lowland Water and Lowland Water Ltd" }).click();
    await page.getByText("1 pair may be one organization").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("1 pair may be one organization").waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });
});
