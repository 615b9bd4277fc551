import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { begin, chromiumPath, launch, openPage, type Served, serveApp, sizes, takeInExample } from "./browser.ts";

/** A busy machine takes its time. */
const patient = { timeout: 15_000 };

describe.skipIf(chromiumPath === undefined)("debrief by keyboard", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveApp()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("RD2 one key accepts, keeps, lets go and takes back; it resumes where it stopped; NT2 the ledger fills up", async () => {
    const context = await browser.newContext({ viewport: sizes.desk });
    const { page, troubles } = await openPage(context);
    await begin(page, served);
    await takeInExample(page);
    const all = await left(page);
    expect(all).toBeGreaterThan(10);
    const first = await reading(page);

    await page.keyboard.press("Enter");
    await expect.poll(() => left(page), patient).toBe(all - 1);
    await page.keyboard.press("n");
    await expect.poll(() => left(page), patient).toBe(all - 2);
    await page.keyboard.press("x");
    await expect.poll(() => left(page), patient).toBe(all - 3);
    for (let n = 2; n >= 0; n -= 1) {
      await page.keyboard.press("u");
      await expect.poll(() => left(page), patient).toBe(all - n);
    }
    expect(await reading(page)).toBe(first);

    await page.keyboard.press("e");
    await page.getByLabel("What", { exact: true }).fill("draft the outline with me");
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => left(page), patient).toBe(all - 1);
    const second = await reading(page);
    await page.reload();
    await expect.poll(() => left(page), patient).toBe(all - 1);
    expect(await reading(page)).toBe(second);

    for (let n = all - 1; n > 0; n -= 1) {
      await page.keyboard.press("Enter");
      await expect.poll(() => (n === 1 ? 0 : left(page)), patient).toBe(n - 1);
    }
    await page.getByText("Everything that was proposed is answered.").waitFor();
    await page.getByRole("link", { name: "Go to the event" }).click();
    await page.getByRole("heading", { name: "Next steps" }).waitFor();
    await page.getByText("draft the outline with me").waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });
});

/** How many proposals wait. */
async function left(page: Page): Promise<number> {
  const said = await page.getByText(/\d+ of \d+ to answer/).textContent();
  return Number(/of (\d+)/.exec(said ?? "")?.[1]);
}

async function reading(page: Page): Promise<string | null> {
  return page.getByRole("article").textContent();
}
