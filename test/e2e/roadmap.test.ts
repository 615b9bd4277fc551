import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "#store/store.ts";
import { fillExampleTeam } from "../support/example-year.ts";
import { chromiumPath, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";

describe.skipIf(chromiumPath === undefined)("an offsite's roadmap", () => {
  let browser: Browser;
  let served: Served;
  let eventId: string;
  beforeAll(async () => {
    const fill = async (store: Store, now: Temporal.Instant) => {
      await fillExampleTeam(store, now);
      const [workspaceId] = await store.workspaces();
      const { rows } = await store.load(workspaceId!, ["initiative"]);
      eventId = rows.initiative.at(-1)?.record.eventId ?? "";
    };
    [browser, served] = await Promise.all([launch(), serveApp({ fill })]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("BD2 BD3 BD4 BD6 opens with the last one, shows who is silent, puts one on, begins it, checks in, and tells those at home", async () => {
    const context = await browser.newContext({ viewport: sizes.phone, hasTouch: true, baseURL: served.url });
    const { page, troubles } = await openPage(context);
    await page.goto(`/event/${eventId}`);
    await page.getByRole("link", { name: "Roadmap", exact: true }).tap();
    await page.getByRole("heading", { name: /^What became of / }).waitFor();
    await page.getByText("1 of 2 done").waitFor();
    await page.getByText("1 of 2 have started; 1 silent since the Monday after.").waitFor();

    await page.getByRole("button", { name: "Put something on it" }).tap();
    await page.getByLabel("What should become better").fill("Invoices leave on the day of the work");
    await page.getByLabel("The one who answers for it").selectOption("Mira Okafor");
    await page.getByLabel("What is measured").fill("days until an invoice");
    await page.getByRole("button", { name: "Put it on the roadmap" }).tap();
    await page.getByRole("button", { name: "Begin it" }).tap();
    await page.getByLabel("The first step").fill("Ask the desk what it waits for");
    await page.getByRole("dialog").getByRole("radio").first().tap();
    await page.getByRole("dialog").getByRole("button", { name: "Begin it" }).tap();
    await page.getByRole("button", { name: "Check in" }).tap();
    await page.getByRole("radio", { name: "Amber: it could fail" }).tap();
    await page.getByLabel("In one line").fill("Half of them do");
    await page.getByRole("dialog").getByRole("button", { name: "Check in" }).tap();
    await page.getByText("Half of them do").waitFor();

    await page.getByRole("link", { name: /^Roadmap of / }).tap();
    await page.getByText("2 of 3 have started; 1 silent since the Monday after.").waitFor();
    await page.getByRole("link", { name: "Digest for those at home" }).tap();
    await page.getByText("Invoices leave on the day of the work: Mira Okafor").waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("BD5 the charter says what nobody answers for, is agreed, and the next version begins as its copy", async () => {
    const context = await browser.newContext({ viewport: sizes.desk, baseURL: served.url });
    const { page, troubles } = await openPage(context);
    await page.goto("/charter");
    await page.getByText("Nobody holds: Events").waitFor();
    await page.getByText("Port desk and Events both answer for: Keeps the price list").waitFor();
    await page.getByRole("button", { name: "Write in it" }).click();
    await page.getByRole("group", { name: "Events" }).getByRole("checkbox", { name: "Ben Adeyemi" }).check();
    await page.getByRole("group", { name: "Events" }).getByLabel("Answers for, a line each").fill("Plans the events");
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByText("Nobody holds: Events").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "I agree", exact: true }).click();
    await page.getByRole("button", { name: "It counts from now on" }).click();
    await page.getByText("Agreed: this one counts").waitFor();
    await page.getByRole("button", { name: "Begin the next version" }).click();
    await page.getByRole("heading", { name: "Charter, version 2" }).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });
});
