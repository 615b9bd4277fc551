import { join } from "node:path";
import type { Page } from "playwright-core";
import { firstScreenScripts, gzipBytes } from "../test/support/first-screen.ts";
import { makeBig, makeEmpty, makeNotes } from "./big.ts";
import {
  heapMegabytes,
  openedMs,
  openProfile,
  pause,
  type Profile,
  slowed,
  type Trace,
  traced,
  whenShown,
} from "./browser-page.ts";
import { serve } from "./served.ts";
import { median } from "./whole.ts";

/** What is measured of the app over one workspace. */
export interface OpenFigures {
  /** Milliseconds until Today can be used, offline. */
  openMs: number;
  /** The same with a main thread four times slower. */
  slowedMs: number;
  megabytes: number;
}

export interface UseFigures {
  /** Main-thread time from Enter until the captured line is on the disk. */
  savedMs: Spread;
  /** From Enter until then by the clock. */
  savedWallMs: Spread;
  /** From the key until the other screen is drawn, the dearest of the main screens. */
  screen: { name: string; ms: Spread };
}

export interface Spread {
  p50: number;
  p95: number;
  p99: number;
}

const openings = 5;
const captures = 120;
const rounds = 8;

/** The screens that have a key of their own in the daily round, by the key after g; and what each is called. */
const screens = { s: "Steps", w: "Waiting", e: "Events", p: "People", t: "Today" };

/** How many bytes of JavaScript the first screen takes, as sent. */
export function firstScreenBytes(root: string): number {
  const folder = join(root, "dist/web");
  return gzipBytes(folder, firstScreenScripts(folder));
}

/** The app in Chromium with 50,000 rows, and the same acts in an empty workspace. */
export async function appFigures(root: string, folder: string) {
  const big = await figuresOver(root, join(folder, "app-big.db"), makeBig);
  const empty = await figuresOver(root, join(folder, "app-empty.db"), makeEmpty);
  return { big, empty, blankMs: await blankMs() };
}

async function figuresOver(root: string, path: string, make: (path: string) => Promise<unknown>) {
  await make(path);
  const served = await serve(root, path);
  const profile = await openProfile();
  try {
    await joined(profile, served.url);
    await profile.context.setOffline(true);
    const opened = await openFigures(profile, served.url);
    const used = await useFigures(profile, served.url);
    return { ...opened, ...used };
  } finally {
    await profile.close();
    await served.stop();
  }
}

/** Comes to keep the workspace and the app in this browser. */
async function joined({ context }: Profile, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await whenShown(page);
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  // The rest of a first pull, and of the app's files, comes after the first screen.
  await pause(6000);
  await page.close();
  // As it is opened from then on: by what is kept.
  const again = await context.newPage();
  await openedMs(again, url);
  await pause(1000);
  await again.close();
}

async function openFigures({ context }: Profile, url: string): Promise<OpenFigures> {
  const times = async (rate: number) => {
    const found: number[] = [];
    for (let at = 0; at < openings; at += 1) {
      const page = await context.newPage();
      await slowed(page, rate);
      found.push(await openedMs(page, url));
      await page.close();
    }
    return median(found);
  };
  const [openMs, slowedMs] = [await times(1), await times(4)];
  const page = await context.newPage();
  await openedMs(page, url);
  await pause(2000);
  const megabytes = await heapMegabytes(page);
  await page.close();
  return { openMs, slowedMs, megabytes };
}

async function useFigures({ context }: Profile, url: string): Promise<UseFigures> {
  const page = await context.newPage();
  await openedMs(page, url);
  await pause(3000);
  const capturing = await traced(page, () => captureLines(page));
  const saved = enteredAndSaved(capturing);
  await goRound(page); // each screen's code is here once it was seen
  const byScreen = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [key, name] of Object.entries(screens)) {
      const trace = await traced(page, () => goTo(page, key));
      const [from] = trace.marks("bench-key").slice(-1);
      const to = from === undefined ? undefined : trace.next("bench-drawn", from);
      if (from === undefined || to === undefined) throw new Error(`${name} was not seen to be drawn.`);
      byScreen.set(name, [...(byScreen.get(name) ?? []), to - from]);
    }
  }
  await page.close();
  const [dearest] = [...byScreen].map(([name, ms]) => ({ name, ms: spreadOf(ms) })).sort((a, b) => b.ms.p50 - a.ms.p50);
  if (dearest === undefined) throw new Error("There are screens.");
  return {
    savedMs: spreadOf(saved.map(({ from, to }) => capturing.busyMs(from, to))),
    savedWallMs: spreadOf(saved.map(({ from, to }) => to - from)),
    screen: dearest,
  };
}

async function captureLines(page: Page): Promise<void> {
  for (let line = 0; line < captures; line += 1) {
    await page.keyboard.press("c");
    await page.locator("textarea").waitFor();
    await page.keyboard.insertText(`They charge by the seat, line ${line}`);
    await page.keyboard.press("Enter");
    await page.locator("textarea").waitFor({ state: "detached" });
    await pause(120);
  }
}

/** Each Enter that captured a line, and when that was on the disk. */
function enteredAndSaved(trace: Trace): { from: number; to: number }[] {
  return trace.marks("bench-enter").flatMap((from) => {
    const to = trace.next("bench-saved", from);
    return to === undefined ? [] : [{ from, to }];
  });
}

async function goRound(page: Page): Promise<void> {
  for (const key of Object.keys(screens)) await goTo(page, key);
}

async function goTo(page: Page, key: string): Promise<void> {
  await page.keyboard.press("g");
  await page.keyboard.press(key);
  await page.getByRole("heading", { level: 1, name: screens[key as keyof typeof screens] }).waitFor(); // one of its keys
  await pause(150);
}

const searched = ["deploy the pilot", "pricing by seat", "harbour office", "call about budget", "next week friday"];

/** Main-thread time of each key in the search, until the page is at rest again; with 20,000 notes, and in an empty workspace. */
export async function searchFigures(root: string, folder: string): Promise<{ notes: Spread; empty: Spread }> {
  const over = async (path: string, make: (path: string) => Promise<unknown>) => {
    await make(path);
    const served = await serve(root, path);
    const profile = await openProfile();
    try {
      await joined(profile, served.url);
      const page = await profile.context.newPage();
      await openedMs(page, `${served.url}search`);
      await pause(4000);
      const trace = await traced(page, () => typeWords(page));
      const keys = trace.marks("bench-key");
      return spreadOf(
        keys.map((at, place) => trace.busyMs(at, Math.min(keys[place + 1] ?? Infinity, at + keyEveryMs))),
      );
    } finally {
      await profile.close();
      await served.stop();
    }
  };
  return {
    notes: await over(join(folder, "app-notes.db"), (path) => makeNotes(path, root)),
    empty: await over(join(folder, "app-none.db"), makeEmpty),
  };
}

/** As fast as somebody types who types fast. */
const keyEveryMs = 150;

async function typeWords(page: Page): Promise<void> {
  const field = page.getByRole("searchbox");
  for (const words of searched) {
    await field.fill("");
    await pause(300);
    for (const letter of words) {
      await page.keyboard.press(letter === " " ? "Space" : letter);
      await pause(keyEveryMs);
    }
  }
}

/** The browser's own share: a page with a heading and nothing else, from the disk of its profile. */
async function blankMs(): Promise<number> {
  const profile = await openProfile();
  const found: number[] = [];
  for (let at = 0; at < openings; at += 1) {
    const page = await profile.context.newPage();
    found.push(await openedMs(page, "data:text/html,<main><h1>Today</h1></main>"));
    await page.close();
  }
  await profile.close();
  return median(found);
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
