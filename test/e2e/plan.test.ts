import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { periodKey, periodOn } from "#domain/model/period.ts";
import { dayAt, type TimeZone } from "#domain/model/time.ts";
import type { Store } from "#store/store.ts";
import { commitInYear } from "../support/example-plan.ts";
import { fillExampleYear } from "../support/example-year.ts";
import { chromiumPath, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";

const today = dayAt(Temporal.Now.instant(), "Europe/Brussels" as TimeZone);

describe.skipIf(chromiumPath === undefined)("the plan, in the app", () => {
  let browser: Browser;
  let served: Served;
  let troubles: string[] = [];
  beforeAll(async () => {
    const fill = async (store: Store, now: Temporal.Instant) => {
      await fillExampleYear(store, now);
      await commitInYear(store, now);
    };
    [browser, served] = await Promise.all([launch(), serveApp({ fill })]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  async function open(path: string, size: keyof typeof sizes = "desk"): Promise<Page> {
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
    opened.page.setDefaultTimeout(20_000);
    await opened.page.goto(path);
    return opened.page;
  }

  async function troublesAtEnd(page: Page): Promise<string[]> {
    await page.context().close();
    return troubles;
  }

  test("PL1 PL2 one commits to something under another, and is told why where its time does not fit", async () => {
    const page = await open("/plan", "phone");
    await page.getByRole("row", { name: "Three partners signed" }).click();
    await page.getByRole("button", { name: "Add one under it" }).click();
    const dialog = page.getByRole("dialog", { name: "Commit to" });
    await dialog.getByRole("textbox", { name: "What" }).fill("A second contract");
    await dialog.getByRole("radio", { name: "A year" }).click();
    await dialog.getByRole("button", { name: "Commit", exact: true }).click();
    await page.getByText(/does not lie in Q\d/).waitFor();
    await dialog.getByRole("radio", { name: "A month" }).click();
    await dialog.getByRole("button", { name: "Commit", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("textbox", { name: "Next step" }).fill("call Ana Ruiz tomorrow");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("link", { name: /Call Ana Ruiz/i }).waitFor();
    expect(await troublesAtEnd(page)).toEqual([]);
  });

  test.each(["today", periodKey(periodOn("month", today)), periodKey(periodOn("year", today))])(
    "PL5 the list of %s prints on one page, A4 and Letter, without what stands around it",
    async (period) => {
      const page = await open(`/print/${period}`);
      await page.getByRole("button", { name: "Print" }).waitFor();
      for (const format of ["A4", "Letter"] as const) {
        const pdf = (await page.pdf({ format })).toString("latin1");
        expect([format, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([format, 1]);
      }
      await page.emulateMedia({ media: "print" });
      expect(await page.getByRole("navigation", { name: "Screens" }).first().isVisible()).toBe(false);
      expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
      expect(await troublesAtEnd(page)).toEqual([]);
    },
  );
});
