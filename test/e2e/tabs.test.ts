import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { chromiumPath, launch, type Served, serveApp } from "./browser.ts";
import { keptTexts, TestTab } from "./device.ts";

describe.skipIf(chromiumPath === undefined)("several tabs of one browser", { timeout: 240_000 }, () => {
  let browser: Browser;
  let served: Served;
  let context: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  beforeEach(async () => {
    [served, context] = await Promise.all([serveApp(), browser.newContext()]);
  });
  afterEach(async () => {
    await context.close();
    await served.close();
  });
  afterAll(() => browser?.close());

  /** Two tabs, the first of which has the queue. */
  async function two(): Promise<[TestTab, TestTab]> {
    const { tab: host } = await TestTab.open(context, served);
    const { tab: beside, found } = await TestTab.open(context, served);
    expect(found).toBe("open");
    return [host, beside];
  }

  test("SY8 show the same, whoever of them did it, and send it once", async () => {
    const [host, beside] = await two();
    await Promise.all([host.run("note.add", { text: "here" }), beside.run("note.add", { text: "there" })]);
    for (const tab of [host, beside]) expect(await tab.texts()).toEqual(["here", "there"]);
    await beside.settled();
    expect(await beside.shown()).toEqual(await host.shown());
    expect(await beside.status()).toEqual(await host.status());
    expect(await keptTexts(served)).toEqual(["here", "there"]);
  });

  test("SY8 say the same of a command that is refused", async () => {
    const [, beside] = await two();
    await expect(beside.run("note.add", { text: "" })).rejects.toThrow(/Refusal|text/);
    expect(await beside.texts()).toEqual([]);
  });

  test("SY8 go on when the tab with the queue is closed", async () => {
    const [host, beside] = await two();
    await host.run("note.add", { text: "before" });
    await host.page.close();
    await beside.run("note.add", { text: "after" });
    expect(await beside.texts()).toEqual(["after", "before"]);
    await beside.settled();
    expect(await keptTexts(served)).toEqual(["after", "before"]);
  });

  test("SY8 do what was under way exactly once when the tab with the queue crashes", async () => {
    const [host, beside] = await two();
    const { tab: third } = await TestTab.open(context, served);
    const many = 40;
    const running = beside.runMany(many);
    await host.when('upshot.count("note") > 5');
    const crash = await context.newCDPSession(host.page);
    void crash.send("Page.crash").catch(() => undefined);
    await running;
    const all = Array.from({ length: many }, (_, n) => `Line ${n}`).sort();
    expect(await beside.texts()).toEqual(all);
    await beside.settled();
    expect(await keptTexts(served)).toEqual(all);
    await third.shows(many);
    await third.run("note.add", { text: "and one" });
    await beside.shows(many + 1);
  });

  test("SY8 go on when the tab with the queue is frozen, and it follows when it wakes up", async () => {
    const [host, beside] = await two();
    const life = await context.newCDPSession(host.page);
    await life.send("Page.setWebLifecycleState", { state: "frozen" });
    await beside.run("note.add", { text: "while it slept" });
    await life.send("Page.setWebLifecycleState", { state: "active" });
    await host.shows(1);
    await host.run("note.add", { text: "awake" });
    expect(await beside.texts()).toEqual(["awake", "while it slept"]);
  });

  test("SY8 go on when the tab with the queue hangs, and what it does after is done once", async () => {
    const [host, beside] = await two();
    // It hears nothing for a while, and knows nothing of having been taken for gone.
    const hanging = host.page.evaluate(
      "(() => { const end = performance.now() + 9000; while (performance.now() < end); })()",
    );
    await beside.run("note.add", { text: "meanwhile" });
    await hanging;
    await host.run("note.add", { text: "afterwards" });
    for (const tab of [host, beside]) {
      await tab.shows(2);
      expect(await tab.texts()).toEqual(["afterwards", "meanwhile"]);
    }
    await beside.settled();
    expect(await keptTexts(served)).toEqual(["afterwards", "meanwhile"]);
  });
});
