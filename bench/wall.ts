import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { build } from "vite";
import type { BoardId, MemberId, StickyId, WorkspaceId } from "#domain/model/id.ts";
import { openSqlite } from "#store/sqlite.ts";
import type { SyncClient } from "#sync/client.ts";
import { chromiumPath, launch, serveApp } from "../test/e2e/browser.ts";
import { httpDevice, httpTransport, versionsOf } from "../test/support/http-device.ts";
import { fillLakeWall, lakeStickies } from "../test/support/lake-wall.ts";
import { serve } from "./served.ts";

const peopleCount = 12;
const stickiesCount = 400;
/** Each person writes or moves one every so often, which is faster than anybody thinks: four acts a second at the wall. */
const everyMs = 3_000;
const roundsCount = 10;

/** Milliseconds from an act until one other, and until the last of the others, shows it; and processor time of an act, all others' included. */
interface WallFigures {
  p50: number;
  p95: number;
  all95: number;
  serverMs: number;
  devicesMs: number;
}

/** A wall of 400 stickies that is shown, in a store of its own; and somebody of it. */
async function fillBigWall(path: string): Promise<{ workspaceId: WorkspaceId; memberId: MemberId; boardId: BoardId }> {
  const store = await openSqlite({ path, synchronous: "NORMAL" });
  const wall = await fillLakeWall(store, {
    now: Temporal.Now.instant(),
    mode: "cluster",
    more: stickiesCount - lakeStickies.length,
  });
  await store.close();
  return { workspaceId: wall.workspaceId, memberId: wall.people[0]!, boardId: wall.boardId }; // four people are there
}

/**
 * Twelve devices at one wall of 400 stickies, over HTTP to a server in a process of its own. All write and move at once; how long it takes
 * from the act on one device until every other one shows it. All twelve share this process, so what each does counts for all.
 */
export async function wallFigures(root: string, folder: string): Promise<WallFigures> {
  const path = join(folder, "wall.db");
  const { boardId, ...whose } = await fillBigWall(path);
  const served = await serve(root, path);
  const end = new AbortController();
  const devices: SyncClient[] = [];
  const listening: Promise<void>[] = [];
  for (let at = 0; at < peopleCount; at += 1) {
    const device = await httpDevice(whose, httpTransport(served.url));
    await device.sync();
    devices.push(device);
    const pokes = await fetch(`${served.url}api/pokes?workspace=${whose.workspaceId}`, { signal: end.signal });
    listening.push(follow(device, pokes));
  }
  const ids = [...devices[0]!.replica.all("sticky")].map(({ id }) => id); // there are twelve
  const ones: number[] = [];
  const alls: number[] = [];
  const before = process.cpuUsage();
  await Promise.all(
    devices.map(async (device, at) => {
      await new Promise((done) => setTimeout(done, (at * everyMs) / peopleCount));
      for (let round = 0; round < roundsCount; round += 1) {
        const startedAt = performance.now();
        const others = devices.filter((other) => other !== device);
        const took = await Promise.all(
          await acted(device, others, { boardId, stickyId: ids[at * 20 + round]!, round, startedAt }),
        );
        ones.push(...took);
        alls.push(Math.max(...took));
        await new Promise((done) => setTimeout(done, Math.max(0, everyMs - (performance.now() - startedAt))));
      }
    }),
  );
  end.abort();
  await Promise.all(listening);
  const { user, system } = process.cpuUsage(before);
  const { cpuSeconds } = await served.stop();
  const acts = peopleCount * roundsCount;
  const [serverMs, devicesMs] = [(cpuSeconds * 1_000) / acts, (user + system) / 1_000 / acts];
  return { serverMs, devicesMs, p50: quantile(ones, 0.5), p95: quantile(ones, 0.95), all95: quantile(alls, 0.95) };
}

/** Writes or moves one sticky, and gives how long each of the others waits for it. */
async function acted(
  device: SyncClient,
  others: readonly SyncClient[],
  act: { boardId: BoardId; stickyId: StickyId; round: number; startedAt: number },
): Promise<Promise<number>[]> {
  const { boardId, round, startedAt } = act;
  let id = act.stickyId;
  if (round % 2 === 0) {
    const text = `Written by one of twelve, ${round}`;
    id = (await device.run("sticky.write", { boardId, columnId: "ideas", text })).result.stickyId;
  } else await device.run("sticky.move", { stickyId: id, x: 10 + round, y: 4_000 + round });
  const seen = others.map(
    (other) =>
      new Promise<number>((done) => {
        const stop = other.replica.watch([{ noun: "sticky", id }], () => {
          stop();
          done(performance.now() - startedAt);
        });
      }),
  );
  void device.sync();
  return seen;
}

/** Syncs whenever the server says that there is something new, once more where it said so meanwhile; as the app does. */
async function follow(device: SyncClient, pokes: Response): Promise<void> {
  try {
    for await (const version of versionsOf(pokes)) if (version > device.version) await device.sync();
  } catch {
    // It ends with the stream.
  }
}

/** Frames while one of 400 stickies is dragged over the wall in one tab, and another tab of another browser has it open; undefined without a Chromium. */
export async function frameFigures(root: string): Promise<{ p50: number; p95: number; shownMs: number } | undefined> {
  if (chromiumPath === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "upshot-wall-"));
  const app = join(folder, "app");
  await build({
    configFile: join(root, "vite.web.config.ts"),
    logLevel: "error",
    build: { outDir: app, emptyOutDir: true },
  });
  const wall = await fillBigWall(join(folder, "upshot.db"));
  const served = await serveApp({ folder, app });
  const browser = await launch();
  const pages: Page[] = [];
  for (let at = 0; at < 2; at += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const { workspaceId, memberId } = wall;
    await context.route("**/api/workspace", (route) => route.fulfill({ json: { workspaceId, memberId } }));
    const page = await context.newPage();
    await page.goto(`${served.url}board/${wall.boardId}`);
    await page
      .locator("[data-is=sticky]")
      .nth(stickiesCount - 1)
      .waitFor({ state: "attached" });
    pages.push(page);
  }
  const [here, there] = pages as [Page, Page]; // the two just opened
  await here.waitForTimeout(1_000);
  const figures = await dragged(here, there);
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

async function dragged(here: Page, there: Page) {
  const sticky = here.locator("[data-is=sticky][data-x]").first();
  const id = await sticky.getAttribute("data-id");
  const box = await sticky.boundingBox();
  if (box === null || id === null) throw new Error("A sticky is in sight.");
  const from = { x: box.x + 40, y: box.y + 20 };
  await here.mouse.move(from.x, from.y);
  await here.mouse.down();
  // What the main thread does in a frame: from its beginning until the drawing that follows it was handed on.
  await here.evaluate(`(() => {
    globalThis.spent = [];
    const channel = new MessageChannel();
    let began = 0;
    channel.port1.onmessage = () => globalThis.spent.push(performance.now() - began);
    const frame = () => { began = performance.now(); channel.port2.postMessage(0); requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
  })()`);
  for (let step = 0; step < 180; step += 1) {
    await here.mouse.move(from.x + 3 * (step % 60), from.y + 2 * (step % 90));
    await here.waitForTimeout(8);
  }
  const frames = await here.evaluate<number[]>("globalThis.spent");
  const at = `document.querySelector('[data-id="${id}"]')?.dataset`;
  const before = await there.evaluate<string>(`JSON.stringify(${at})`);
  await there.evaluate(`(() => {
    globalThis.moved = new Promise((done) => {
      const look = () => JSON.stringify(${at}) === ${JSON.stringify(before)} ? setTimeout(look, 4) : done(Date.now());
      look();
    });
    void 0;
  })()`);
  await here.evaluate(
    `addEventListener("pointerup", () => (globalThis.letGo = Date.now()), { once: true, capture: true })`,
  );
  await here.mouse.up();
  const shownMs =
    (await there.evaluate<number>("globalThis.moved")) - (await here.evaluate<number>("globalThis.letGo"));
  return { p50: quantile(frames, 0.5), p95: quantile(frames, 0.95), shownMs };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
