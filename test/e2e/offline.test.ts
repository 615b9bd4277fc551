import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { afterEach } from "vitest";
import { chromiumPath, launch, type Served, serveApp } from "./browser.ts";
import { keptTexts, TestTab } from "./device.ts";

describe.skipIf(chromiumPath === undefined)("a device in Chromium", { timeout: 240_000 }, () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launch();
  });
  beforeEach(async () => {
    served = await serveApp();
  });
  afterEach(() => served.close());
  afterAll(() => browser?.close());

  test("SY1 what was captured while the server was away is on it after the browser was closed and opened again", async () => {
    const context = await browser.newContext();
    const { tab, found } = await TestTab.open(context, served);
    expect(found).toBe("new");
    await tab.settled();
    await served.kill();
    await tab.run("note.add", { text: "said in a tunnel" });
    await tab.until("status.pending === 1 && status.isAway");
    await tab.page.close();
    await served.again();
    const { tab: later, found: again } = await TestTab.open(context, served);
    expect(again).toBe("open");
    expect(await later.texts()).toEqual(["said in a tunnel"]);
    await later.settled();
    expect(await keptTexts(served)).toEqual(["said in a tunnel"]);
    await context.close();
  });

  test("SY3 a line that was kept is there, though the tab was closed at once: 20 times", async () => {
    const context = await browser.newContext();
    const { tab } = await TestTab.open(context, served);
    await tab.page.close();
    for (let n = 0; n < 20; n += 1) {
      const { tab: brief } = await TestTab.open(context, served);
      await brief.run("note.add", { text: `line ${n}` });
      await brief.page.close({ runBeforeUnload: false });
    }
    const { tab: last } = await TestTab.open(context, served);
    const all = Array.from({ length: 20 }, (_, n) => `line ${n}`).sort();
    expect(await last.texts()).toEqual(all);
    await last.settled();
    expect(await keptTexts(served)).toEqual(all);
    await context.close();
  });

  test("SY1 two browsers and the server agree, and one sees at once what the other did", async () => {
    const [one, other] = [await browser.newContext(), await browser.newContext()];
    const { tab: desk } = await TestTab.open(one, served);
    await desk.settled();
    const { tab: phone, found } = await TestTab.open(other, served);
    expect(found).toBe("joining");
    await desk.run("note.add", { text: "from the desk" });
    await phone.run("note.add", { text: "from the phone" });
    for (const tab of [desk, phone]) await tab.shows(2);
    await desk.settled();
    await phone.settled();
    expect(await phone.shown()).toEqual(await desk.shown());
    expect(await keptTexts(served)).toEqual(["from the desk", "from the phone"]);
    await one.close();
    await other.close();
  });
});
