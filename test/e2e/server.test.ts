import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { v7 } from "uuid";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeviceId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import { run } from "#domain/run.ts";
import { openSqlite } from "#store/sqlite.ts";
import type { SyncClient } from "#sync/client.ts";
import { Chance } from "../support/chance.ts";
import { httpDevice, httpTransport, versionsOf } from "../support/http-device.ts";
import { seed } from "../support/seed.ts";
import { chromiumPath, launch, type Served, serveApp } from "./browser.ts";
import { TestTab } from "./device.ts";

let served: Served;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "upshot-e2e-"));
  served = await serveApp({ folder });
});
afterEach(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A device that has begun a workspace, and the server has it. */
async function begun(): Promise<{ device: SyncClient; whose: { workspaceId: WorkspaceId; memberId: MemberId } }> {
  const whose = { workspaceId: v7() as WorkspaceId, memberId: v7() as MemberId }; // fresh ids
  const device = await httpDevice(whose, httpTransport(served.url));
  await device.run("workspace.create", { name: "T", timeZone: "Europe/Brussels", memberName: "Mira Okafor" });
  await device.sync();
  return { device, whose };
}

/** Runs the command line over the server's store, as a process of its own. */
async function upshot(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const program = fileURLToPath(new URL("../../src/main/upshot.ts", import.meta.url));
  const child = spawn(process.execPath, [program, ...args, "--store", join(folder, "upshot.db")], {
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...said };
}

describe("the server's process", { timeout: 240_000 }, () => {
  test("SY3 killed while it is pushed to, again and again, it has run every command once", async () => {
    const chance = new Chance(seed);
    const { device, whose } = await begun();
    for (let kill = 0; kill < 4; kill += 1) {
      for (let line = 0; line < 60; line += 1) await device.run("note.add", { text: `Line ${kill}.${line}` });
      const syncing = device.sync().catch(() => undefined);
      await pause(chance.next() * 80);
      await served.kill();
      await syncing;
      await served.again();
    }
    await device.sync();
    expect(device.status).toMatchObject({ pending: 0, refused: 0, stopped: null });
    await served.kill();
    const store = await openSqlite({ path: join(folder, "upshot.db") });
    const entries = await store.entries(whose.workspaceId, { limit: 1000 });
    const { rows } = await store.load(whose.workspaceId, ["note"]);
    expect([await store.check(), entries.length]).toEqual([[], 4 * 60 + 1]);
    const texts = rows.note.map(({ record }) => record.text).sort();
    const lines = Array.from({ length: 4 * 60 }, (_, at) => `Line ${Math.floor(at / 60)}.${at % 60}`);
    expect(texts).toEqual(lines.sort());
    await store.close();
  });

  test("told to stop, it ends what is under way, tells who listens, and leaves with success", async () => {
    const { device, whose } = await begun();
    const pokes = versionsOf(await fetch(`${served.url}api/pokes?workspace=${whose.workspaceId}`));
    await pokes.next();
    for (let line = 0; line < 100; line += 1) await device.run("note.add", { text: `Line ${line}` });
    const syncing = device.sync();
    await pause(30);
    expect(await served.stop()).toBe(0);
    await syncing.catch(() => undefined); // its next request finds nobody
    let last: IteratorResult<number>;
    do last = await pokes.next();
    while (last.done !== true);
    await served.again();
    await device.sync();
    expect(device.status.pending).toBe(0);
  });

  test("says what to do where another has the port", async () => {
    const port = new URL(served.url).port;
    const { code, err } = await upshot("serve", "--no-open", "--port", port);
    expect([code, err]).toEqual([8, expect.stringContaining(`An Upshot runs at ${served.url} already`)]);
    expect(err).toContain(`upshot serve --port ${Number(port) + 1}`);
  });

  test("SE2 is not brought down by what is no HTTP, or stops in the middle", async () => {
    const port = Number(new URL(served.url).port);
    const head = "POST /api/push HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n";
    for (const text of [
      "\u0016\u0003\u0001 nonsense\r\n\r\n",
      `${head}Content-Length: 5000\r\n\r\n{"proto`,
      `${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"pro`,
      `${head}Content-Length: 99999999999\r\n\r\n{}`,
      "GET http://evil.example/api/workspace HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    ]) {
      const socket = connect(port, "127.0.0.1");
      await once(socket, "connect");
      socket.on("error", () => undefined);
      socket.write(text);
      await pause(20);
      socket.destroy();
    }
    expect((await fetch(`${served.url}api/health`)).status).toBe(200);
  });

  test("SE2 refuses what is too large before it has all of it", async () => {
    const socket = connect(Number(new URL(served.url).port), "127.0.0.1");
    await once(socket, "connect");
    socket.write(
      "POST /api/push HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{}",
    );
    const [answer] = (await once(socket.setEncoding("utf8"), "data")) as [string];
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });
});

describe.skipIf(chromiumPath === undefined)("the server and a browser", { timeout: 240_000 }, () => {
  test("SY7 an open app shows what the command line writes to the same file", async () => {
    await begun();
    const browser = await launch();
    try {
      const { tab } = await TestTab.open(await browser.newContext(), served);
      await tab.settled();
      expect(await upshot("add", "--note", "They charge by the seat")).toMatchObject({ code: 0 });
      await tab.shows(1);
      expect(await tab.texts()).toEqual(["They charge by the seat"]);
    } finally {
      await browser.close();
    }
  });

  test("a page says what to do where the store holds several workspaces, and begins none", async () => {
    const one = await begun();
    const other = { whose: { workspaceId: v7() as WorkspaceId, memberId: v7() as MemberId } }; // fresh ids
    const store = await openSqlite({ path: join(folder, "upshot.db") });
    const context = {
      store,
      ...other.whose,
      deviceId: v7() as DeviceId,
      now: Temporal.Now.instant(),
      newId: () => v7(),
    };
    await run("workspace.create", { name: "T", timeZone: "Europe/Brussels", memberName: "Mira Okafor" }, context);
    await store.close();
    const browser = await launch();
    try {
      const page = await (await browser.newContext()).newPage();
      await page.goto(served.url);
      const words = page.getByText("name one in UPSHOT_WORKSPACE");
      await words.waitFor();
      for (const { whose } of [one, other]) expect(await words.textContent()).toContain(whose.workspaceId);
    } finally {
      await browser.close();
    }
  });

  test("SE1 a stranger's page on this machine gets nothing from it, and cannot write to it", async () => {
    const { whose } = await begun();
    const other = await serveApp();
    const browser = await launch();
    try {
      const page = await (await browser.newContext()).newPage();
      // Another port of this machine: the same site, another origin. Its own policy would stop it, so it is taken away.
      await page.route("**/*", async (route) => {
        if (!route.request().url().startsWith(other.url)) return route.continue();
        await route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Stranger</title>" });
      });
      await page.goto(other.url);
      const got = await page.evaluate(
        async ({ url, message }) => {
          const tried = async (path: string, init?: RequestInit) => {
            try {
              return (await fetch(new URL(path, url), init)).status;
            } catch {
              return "nothing";
            }
          };
          const simple = { method: "POST", mode: "no-cors", body: message } as const;
          return [
            await tried("/api/workspace"),
            await tried("/api/push", { ...simple, headers: { "Content-Type": "text/plain" } }),
            await tried("/api/push", {
              method: "POST",
              body: message,
              headers: { "Content-Type": "application/json" },
            }),
          ];
        },
        { url: served.url, message: JSON.stringify({ protocol: 1, ...whose }) },
      );
      expect(got).toEqual(["nothing", "nothing", "nothing"]);
      await page.setContent(`<iframe src="${served.url}"></iframe>`);
      expect(page.frames()[1]?.url()).toMatch(/^chrome-error:/);
    } finally {
      await browser.close();
      await other.close();
    }
  });
});
