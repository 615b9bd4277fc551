import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { chromiumPath, quiet, sizes } from "../test/e2e/browser.ts";

/**
 * Runs in each page before anything of its own. `at.shown` is when the first heading was drawn and the main thread was free again, so that
 * a key would be answered; marks say in a trace when a key went down, when a line that was captured is on the disk (only then
 * is it no longer kept as a draft), and when another screen was drawn.
 */
const watching = `
globalThis.at = { shown: null };
const whenDrawn = (then) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = then;
  port2.postMessage(null);
});
let title = null;
new MutationObserver(() => {
  const heading = document.querySelector("main h1")?.textContent ?? null;
  if (heading === null || heading === title) return;
  title = heading;
  whenDrawn(() => {
    at.shown ??= performance.now();
    performance.mark("bench-drawn");
  });
}).observe(document, { childList: true, subtree: true, characterData: true });
addEventListener("keydown", ({ key }) => performance.mark(key === "Enter" ? "bench-enter" : "bench-key"), true);
const { removeItem } = Storage.prototype;
Storage.prototype.removeItem = function (name) {
  removeItem.call(this, name);
  if (name === "upshot.draft") performance.mark("bench-saved");
};
`;

/** A browser with a disk of its own, as a person has it; a context of a shared one keeps its databases in memory. */
export interface Profile {
  context: BrowserContext;
  close: () => Promise<void>;
}

export async function openProfile(): Promise<Profile> {
  const folder = mkdtempSync(join(tmpdir(), "upshot-profile-"));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath ?? "",
    args: quiet,
    viewport: sizes.desk,
  });
  await context.addInitScript(watching);
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How long a page takes until what it shows first can be used, in milliseconds from the moment it was asked for. */
export async function openedMs(page: Page, url: string): Promise<number> {
  await page.goto(url);
  return whenShown(page);
}

export async function whenShown(page: Page): Promise<number> {
  for (;;) {
    const shown = await page.evaluate<number | null>("at.shown");
    if (shown !== null) return shown;
    await pause(20);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** What JavaScript holds after a collection, in megabytes (CDP: Performance.getMetrics, JSHeapUsedSize). */
export async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  await session.detach();
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN) / 1e6;
}

/** Makes the main thread so many times slower. Gives the way back. */
export async function slowed(page: Page, rate: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  return session;
}

interface TraceEvent {
  name: string;
  ph: string;
  /** Microseconds. */
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
}

/** What a page's main thread did while it was traced. Times are milliseconds. */
export class Trace {
  readonly #tasks: { from: number; to: number }[];
  readonly #marks: { name: string; at: number }[];

  constructor(events: readonly TraceEvent[]) {
    const marks = events.filter(({ name, ph }) => name.startsWith("bench-") && (ph === "I" || ph === "R"));
    const [main] = marks;
    this.#marks = marks.map(({ name, ts }) => ({ name, at: ts / 1000 }));
    this.#tasks = events
      .filter(({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && pid === main?.pid && tid === main.tid)
      .map(({ ts, dur = 0 }) => ({ from: ts / 1000, to: (ts + dur) / 1000 }));
  }

  /** When each mark of a name was made. */
  marks(name: string): number[] {
    return this.#marks.filter((mark) => mark.name === name).map(({ at }) => at);
  }

  /** The first mark of a name after a moment. */
  next(name: string, after: number): number | undefined {
    return this.marks(name).find((at) => at >= after);
  }

  /** How long the main thread was busy between two moments; the task that the first falls into counts from its beginning. */
  busyMs(from: number, to: number): number {
    let busy = 0;
    for (const task of this.#tasks) {
      if (task.to <= from || task.from >= to) continue;
      busy += Math.min(task.to, to) - task.from;
    }
    return busy;
  }
}

/** Traces a page's main thread while something is done in it. */
export async function traced(page: Page, work: () => Promise<void>): Promise<Trace> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[]))); // Chromium's own format
  const ended = new Promise<void>((done) => session.once("Tracing.tracingComplete", () => done()));
  await session.send("Tracing.start", {
    traceConfig: { includedCategories: ["disabled-by-default-devtools.timeline", "blink.user_timing"] },
    transferMode: "ReportEvents",
  });
  await work();
  await session.send("Tracing.end");
  await ended;
  await session.detach();
  return new Trace(events);
}
