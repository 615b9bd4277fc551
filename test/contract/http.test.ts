import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { v7 } from "uuid";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeviceId, EntryId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import { Trouble } from "#domain/refusal.ts";
import { run } from "#domain/run.ts";
import { styleElements } from "#doors/http/headers.ts";
import { http, type HttpDoor, type Surroundings } from "#doors/http/http.ts";
import { openMemory } from "#store/memory.ts";
import type { Store } from "#store/store.ts";
import { protocol, type Push, PushAnswer } from "#sync/protocol.ts";
import { root } from "../house/source.ts";
import { httpDevice, httpTransport, versionsOf } from "../support/http-device.ts";
import { TestWorkspace } from "../support/workspace.ts";

const url = "http://127.0.0.1:4600/";
let folder: string;
let app: string;
let store: Store;
let logged: string[];
let door: HttpDoor;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "upshot-http-"));
  app = join(folder, "app");
  mkdirSync(join(app, "assets"), { recursive: true });
  writeFileSync(join(app, "index.html"), "<!doctype html><title>Upshot</title>");
  writeFileSync(join(app, "sw.js"), "// the service worker");
  writeFileSync(join(app, "assets", "web-B1x_2.js"), "let a = 1;\n".repeat(500));
  writeFileSync(join(app, ".hidden"), "hidden");
  writeFileSync(join(folder, "secret.txt"), "secret");
  store = openMemory();
  logged = [];
  door = open();
});
afterEach(() => {
  door.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(other: Partial<Surroundings> = {}): HttpDoor {
  return http({
    store,
    app,
    now: () => Temporal.Instant.from("2026-02-04T20:00:00Z"),
    version: "0.0.0-test",
    machine: { env: { HOME: folder, XDG_DATA_HOME: folder, ...other.machine?.env }, cwd: folder },
    names: { isOpen: false, also: ["notes.example.org"] },
    log: (line) => logged.push(line),
    ...other,
  });
}

function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Response> {
  return Promise.resolve(door.fetch(new Request(new URL(path, url), { method, headers })));
}

function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const all = { "Content-Type": "application/json", ...headers };
  return Promise.resolve(door.fetch(new Request(new URL(path, url), { method: "POST", headers: all, body })));
}

/** What a device would push: a note. */
function pushOf(workspace: Pick<TestWorkspace, "workspaceId" | "memberId">, text: string): Push {
  const command = { sequence: 1, name: "note.add", args: { text }, at: "2026-02-04T19:00:00.000Z" } as const;
  const drawn = { entryId: "01970000-0000-7000-8000-0000000000e1" as EntryId, ids: [noteId], idsFor: {} };
  return {
    protocol,
    workspaceId: workspace.workspaceId,
    memberId: workspace.memberId,
    deviceId: "01970000-0000-7000-8000-0000000000d1" as DeviceId,
    cookie: null,
    commands: [{ ...command, ...drawn } as Push["commands"][number]], // its instant, checked by eye
  };
}
const noteId = "01970000-0000-7000-8000-0000000000a1";

describe("the server's API", () => {
  test("says that all is well, who it is and which wire it speaks", async () => {
    const answer = await get("/api/health");
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true, version: "0.0.0-test", protocol }]);
  });

  test("SY2 says whose workspace is kept here, and null where none is yet", async () => {
    expect(await (await get("/api/workspace")).json()).toBeNull();
    const { workspaceId, memberId } = await TestWorkspace.open(store);
    expect(await (await get("/api/workspace")).json()).toEqual({ workspaceId, memberId });
  });

  test('knows who "me" is as the command line does, and takes nobody for me who may be another', async () => {
    const workspace = await TestWorkspace.open(store);
    const { memberId } = (await workspace.run("member.add", { name: "Ana Ruiz" })).result;
    const unknown = await get("/api/workspace");
    expect(unknown.status).toBe(400);
    expect(await unknown.json()).toEqual({
      error: { code: "invalid", message: expect.stringContaining("Say once who you are: upshot me NAME") },
    });
    door = open({ machine: { env: { UPSHOT_MEMBER: "ana" }, cwd: folder } });
    expect(await (await get("/api/workspace")).json()).toMatchObject({ memberId });
    mkdirSync(join(folder, "upshot"));
    writeFileSync(join(folder, "upshot", "me.json"), JSON.stringify({ [workspace.workspaceId]: memberId }));
    door = open();
    expect(await (await get("/api/workspace")).json()).toMatchObject({ memberId });
  });

  test("goes on serving whom it served when others join", async () => {
    const workspace = await TestWorkspace.open(store);
    await get("/api/workspace");
    await workspace.run("member.add", { name: "Ana Ruiz" });
    door = open();
    expect(await (await get("/api/workspace")).json()).toMatchObject({ memberId: workspace.memberId });
  });

  test("serves none of several workspaces that nobody chose", async () => {
    const first = await TestWorkspace.open(store);
    const second = { ...first.context, workspaceId: noteId as WorkspaceId, memberId: noteId as MemberId };
    await run("workspace.create", { name: "Second", timeZone: "Europe/Brussels", memberName: "Bo Lind" }, second);
    const answer = await get("/api/workspace");
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: { code: "invalid", message: expect.stringContaining("name one in UPSHOT_WORKSPACE") } },
    ]);
    door = open({ machine: { env: { UPSHOT_WORKSPACE: first.workspaceId }, cwd: folder } });
    expect(await (await get("/api/workspace")).json()).toMatchObject({ workspaceId: first.workspaceId });
  });

  test("SY5 of two that begin at once one does; the other is told, keeps what it has, and nothing of it is lost", async () => {
    const transport = { ...httpTransport(url, door.fetch), keeps: async () => null }; // each looked before the other was there
    const whose = () => ({ workspaceId: v7() as WorkspaceId, memberId: v7() as MemberId }); // fresh ids
    const both = [await httpDevice(whose(), transport), await httpDevice(whose(), transport)];
    for (const [at, device] of both.entries()) {
      await device.run("workspace.create", { name: `W${at}`, timeZone: "Europe/Brussels", memberName: "Mira Okafor" });
      await device.run("note.add", { text: `Written on ${at}` });
    }
    await Promise.all(both.map((device) => device.sync()));
    const kept = await store.workspaces();
    expect(kept).toHaveLength(1);
    const [one, other] = both.sort((a) => (kept.includes(a.replica.workspaceId) ? -1 : 1));
    expect(one?.status).toMatchObject({ pending: 0, refused: 0, stopped: null });
    expect(other?.status).toMatchObject({ pending: 2, refused: 0, stopped: "no-workspace" });
    expect([...(other?.replica.all("note") ?? [])]).toHaveLength(1);
  });

  test("SY1 lets two devices agree", async () => {
    const workspace = await TestWorkspace.open(store);
    const transport = httpTransport(url, door.fetch);
    const [phone, desk] = [await httpDevice(workspace, transport), await httpDevice(workspace, transport)];
    await phone.sync();
    await phone.run("note.add", { text: "They charge by the seat" });
    await phone.sync();
    await desk.sync();
    expect([...desk.replica.all("note")].map(({ text }) => text)).toEqual(["They charge by the seat"]);
  });

  test("SY3 runs a push that comes twice once", async () => {
    const workspace = await TestWorkspace.open(store);
    const push = JSON.stringify(pushOf(workspace, "They charge by the seat"));
    const answers = [await (await post("/api/push", push)).json(), await (await post("/api/push", push)).json()];
    expect(answers[1]).toEqual(answers[0]);
    expect(PushAnswer.parse(answers[0])).toMatchObject({ answer: "done", results: [{ outcome: "applied" }] });
    expect((await workspace.records()).note).toHaveLength(1);
  });

  test("answers a message that is none of the wire's in the wire's own words", async () => {
    const answer = await post("/api/push", JSON.stringify({ protocol, commands: [] }));
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { answer: "malformed", protocol, problem: expect.stringContaining("workspaceId") },
    ]);
    const newer = await post("/api/pull", JSON.stringify({ protocol: protocol + 1 }));
    expect(await newer.json()).toEqual({ answer: "server-older", protocol });
  });

  test("SE2 refuses a body that is broken or none of JSON, and repeats nothing of it", async () => {
    const broken: (string | Uint8Array<ArrayBuffer>)[] = [
      '{"text": "They charge',
      new Uint8Array([0x22, 0xff, 0x22]),
      "",
    ];
    for (const body of broken) {
      const answer = await post("/api/push", body);
      expect([answer.status, await answer.json()]).toEqual([
        400,
        { error: { code: "invalid", message: "The message is no JSON in UTF-8." } },
      ]);
    }
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]) {
      expect((await post("/api/push", "{}", { "Content-Type": type })).status).toBe(415);
    }
    expect(logged).toEqual([]);
  });

  test("SE2 refuses a body that is too large, whether it says so or not, and reads no more of it than it takes", async () => {
    door = open({ bodyBytesMax: 1000 });
    const said = await post("/api/push", "{}", { "Content-Length": "1001" });
    expect([said.status, await said.json()]).toMatchObject([413, { error: { code: "too-large" } }]);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 100;
        controller.enqueue(new Uint8Array(100).fill(0x20));
      },
    });
    const request = { method: "POST", headers: { "Content-Type": "application/json" }, body: endless, duplex: "half" };
    expect((await door.fetch(new Request(`${url}api/pull`, request as RequestInit))).status).toBe(413);
    expect(sent).toBeLessThan(2000);
    expect((await post("/api/push", JSON.stringify({ protocol: 1, text: "x".repeat(900) }))).status).toBe(200);
  });

  test("SY4 a command that is too large for it is refused on its device, and the others arrive", async () => {
    const workspace = await TestWorkspace.open(store);
    door = open({ bodyBytesMax: 5000 });
    const device = await httpDevice(
      workspace,
      httpTransport(url, (request) => door.fetch(request)),
    );
    await device.sync();
    for (const text of ["Before", "Long ".repeat(1500), "After"]) await device.run("note.add", { text });
    await device.sync();
    expect(device.refused()).toMatchObject([{ code: "too-large", args: { text: "Long ".repeat(1500) } }]);
    expect((await workspace.records()).note.map(({ text }) => text).sort()).toEqual(["After", "Before"]);
  });

  test("SE2 survives a message nested as deeply as it may be long", async () => {
    const deep = JSON.stringify(pushOf(await TestWorkspace.open(store), "x")).replace(
      '"args":{',
      `"args":{"deep":${"[".repeat(500_000)}${"]".repeat(500_000)},`,
    );
    const answer = await post("/api/push", deep);
    expect(answer.status).toBe(200);
    expect((await get("/api/health")).status).toBe(200);
  });

  test("answers addresses and methods it does not have as JSON", async () => {
    const nowhere = await get("/api/nowhere");
    expect([nowhere.status, await nowhere.json()]).toEqual([
      404,
      { error: { code: "not-found", message: "The server has no such address." } },
    ]);
    const wrong = await get("/api/push");
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "POST"]);
    expect((await post("/api/health", "{}")).headers.get("allow")).toBe("GET, HEAD");
    const head = await get("/api/health", {}, "HEAD");
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("says that the store is in trouble, and that one may come again", async () => {
    store = { ...store, workspaces: () => Promise.reject(new Trouble("The disk that holds it is full.")) };
    door = open();
    const answer = await get("/api/health");
    expect([answer.status, answer.headers.get("retry-after"), await answer.json()]).toEqual([
      503,
      "5",
      { error: { code: "trouble", message: "The disk that holds it is full." } },
    ]);
  });

  test("SE2 what goes wrong is logged by its place, and nobody's words with it", async () => {
    const quoting = new Error('Unexpected token: "They charge by the seat"');
    store = { ...store, workspaces: () => Promise.reject(quoting) };
    door = open();
    const answer = await get("/api/workspace?text=They%20charge");
    expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining("charge")]);
    expect(logged).toEqual([expect.stringMatching(/^GET \/api\/workspace: 500 Error at .*http\.test\.ts/)]);
    expect(logged.join()).not.toContain("charge");
  });
});

describe("pokes", () => {
  test("SY7 tell the version there is, and each that a push makes", async () => {
    const workspace = await TestWorkspace.open(store);
    const answer = await get(`/api/pokes?workspace=${workspace.workspaceId}`);
    expect(answer.headers.get("content-type")).toBe("text/event-stream");
    const versions = versionsOf(answer);
    expect((await versions.next()).value).toBe(1);
    await post("/api/push", JSON.stringify(pushOf(workspace, "They charge by the seat")));
    expect((await versions.next()).value).toBe(2);
    door.close();
    expect((await versions.next()).done).toBe(true);
  });

  test("SY7 tell what another process wrote to the same store", async () => {
    const workspace = await TestWorkspace.open(store);
    const versions = versionsOf(await get(`/api/pokes?workspace=${workspace.workspaceId}`));
    await versions.next();
    await workspace.run("note.add", { text: "As the command line writes it" });
    expect((await versions.next()).value).toBe(2);
    await versions.return(undefined);
  });

  test("SY7 wait for a workspace that is not there yet", async () => {
    const { workspaceId } = await TestWorkspace.open(openMemory());
    const versions = versionsOf(await get(`/api/pokes?workspace=${workspaceId}`));
    const first = versions.next();
    await TestWorkspace.open(store);
    expect((await first).value).toBe(1);
    await versions.return(undefined);
  });

  test("SY5 tell that the workspace is in another history", async () => {
    const workspace = await TestWorkspace.open(store);
    const versions = versionsOf(await get(`/api/pokes?workspace=${workspace.workspaceId}`));
    await versions.next();
    await store.newEpoch(workspace.workspaceId);
    expect((await versions.next()).value).toBe(1);
    await versions.return(undefined);
  });

  test("begin with when to come again, and refuse what names no workspace", async () => {
    const answer = await get(`/api/pokes?workspace=${noteId}`);
    const reader = answer.body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toMatch(/^retry: 2000\n\n/);
    await reader.cancel();
    expect((await get("/api/pokes?workspace=1")).status).toBe(400);
    expect((await get("/api/pokes")).status).toBe(400);
    const head = await get(`/api/pokes?workspace=${noteId}`, {}, "HEAD");
    expect([head.status, head.body]).toEqual([200, null]);
  });

  test("are no more than one person's pages have use for", async () => {
    const open = await Promise.all(
      Array.from({ length: 200 }, () => get(`/api/pokes?workspace=${noteId}`).then(({ body }) => body!)),
    );
    expect((await get(`/api/pokes?workspace=${noteId}`)).status).toBe(503);
    await open[0]!.cancel();
    const next = await get(`/api/pokes?workspace=${noteId}`);
    expect(next.status).toBe(200);
  });
});

describe("who may ask", () => {
  test.each([
    "127.0.0.1:4600",
    "localhost:4600",
    "localhost.:4600",
    "[::1]:4600",
    "127.0.0.2",
    "notes.example.org",
    "NOTES.example.org:443",
  ])("SE1 the server answers to its own name %s", async (host) => {
    expect((await get("/api/health", { host })).status).toBe(200);
  });

  test.each([
    "evil.example",
    "evil.example:4600",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "192.168.1.7:4600",
    "evil.example@127.0.0.1",
    "127.0.0.1#evil.example",
    "127.0.0.1/evil",
    "[::1",
    "",
  ])("SE1 the server answers to no other name, as a stranger's page may lead here: %s", async (host) => {
    for (const path of ["/", "/api/workspace"]) {
      const answer = await get(path, { host });
      expect([answer.status, await answer.text()]).toEqual([
        421,
        expect.stringContaining("does not answer to this name"),
      ]);
    }
  });

  test("SE1 a server that listens beyond this machine answers to addresses, and still to no name that was not given", async () => {
    door = open({ names: { isOpen: true, also: [] } });
    expect((await get("/", { host: "192.168.1.7:4600" })).status).toBe(200);
    expect((await get("/", { host: "[fe80::1]:4600" })).status).toBe(200);
    expect((await get("/", { host: "evil.example:4600" })).status).toBe(421);
  });

  test.each([
    { origin: "https://evil.example" },
    { origin: "https://notes.example.org.evil.example" },
    { origin: "http://127.0.0.1:3000" },
    { origin: "http://localhost:4600" },
    { origin: "null" },
    { origin: "file://" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("SE1 another page's request is answered nothing: %j", async (headers) => {
    const workspace = await TestWorkspace.open(store);
    const answer = await post("/api/push", JSON.stringify(pushOf(workspace, "x")), headers);
    expect(answer.status).toBe(403);
    expect((await get("/api/workspace", headers)).status).toBe(403);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect((await workspace.records()).note).toEqual([]);
  });

  test.each([
    {},
    { origin: "http://127.0.0.1:4600", "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
    { host: "notes.example.org", origin: "https://notes.example.org" },
    { host: "127.0.0.1:4600", origin: "https://notes.example.org" },
  ])("its own page's, a person's and a program's is: %j", async (headers) => {
    expect((await get("/api/health", headers)).status).toBe(200);
  });

  test("a link from elsewhere opens the app", async () => {
    expect((await get("/today", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" })).status).toBe(200);
  });
});

describe("the app's files", () => {
  test("are the app at every screen's address", async () => {
    for (const path of ["/", "/today", "/event/01970000-0000-7000-8000-000000000001"]) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([
        200,
        expect.stringMatching(/^text\/html; charset=utf-8$/i),
        "<!doctype html><title>Upshot</title>",
      ]);
    }
  });

  test("with their content in their name are kept for good, others are asked for again", async () => {
    const asset = await get("/assets/web-B1x_2.js");
    expect([asset.headers.get("cache-control"), asset.headers.get("content-type")]).toEqual([
      "max-age=31536000, immutable",
      "text/javascript; charset=utf-8",
    ]);
    for (const path of ["/", "/sw.js"]) {
      const first = await get(path);
      expect(first.headers.get("cache-control")).toBe("no-cache");
      const etag = first.headers.get("etag") ?? "";
      const again = await get(path, { "if-none-match": `"other", ${etag}` });
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    }
    writeFileSync(join(app, "index.html"), "<!doctype html><title>Newer</title>");
    expect((await get("/", { "if-none-match": (await get("/sw.js")).headers.get("etag") ?? "" })).status).toBe(200);
  });

  test("that are not there are not the app instead", async () => {
    for (const path of ["/assets/gone-1.js", "/favicon.ico", "/assets/"]) expect((await get(path)).status).toBe(404);
  });

  test.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/assets/%2e%2e/%2e%2e/secret.txt",
    "/..\\secret.txt",
    "/%5c..%5csecret.txt",
    "//secret.txt",
    "/.hidden",
    "/secret.txt%00.js",
    "/C:/secret.txt",
  ])("SE1 nothing beside them is read: %s", async (path) => {
    // As it stands, past what `URL` makes of it.
    const request = new Request(url);
    Object.defineProperty(request, "url", { value: `http://127.0.0.1:4600${path}` });
    const answer = await door.fetch(request);
    expect(await answer.text()).not.toMatch(/secret|hidden/);
  });

  test("a request for HEAD gets what GET has, without the body", async () => {
    const [head, whole] = [await get("/sw.js", {}, "HEAD"), await get("/sw.js")];
    expect(await head.text()).toBe("");
    expect([...head.headers]).toEqual([...whole.headers]);
    expect((await post("/sw.js", "{}")).status).toBe(405);
  });
});

describe("answers", () => {
  test("SE1 carry what keeps the app to itself, whatever they are", async () => {
    for (const answer of [
      await get("/"),
      await get("/gone.js"),
      await get("/api/health"),
      await get("/", { host: "x.y" }),
    ]) {
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self';");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|\*|https?:/);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
        "permissions-policy": expect.stringContaining("camera=(self), microphone=(self)"),
      });
    }
    expect((await get("/api/health")).headers.get("cache-control")).toBe("no-store");
  });

  test("allow the style elements of the react-aria that is installed, and it makes no others", () => {
    const folder = join(root, "node_modules", "react-aria", "dist", "private");
    const made = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".mjs"))
      .flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(/style\.textContent = `([^`]*)`/g)])
      .map(([, text = ""]) => text.replace(/\$\{\S+PRESSABLE_ATTRIBUTE\}/, "data-react-aria-pressable").trim());
    expect(made.sort()).toEqual([...styleElements].sort());
  });

  test("are packed for those that come over a network, and not for this machine's own browser", async () => {
    const far = { host: "notes.example.org", "accept-encoding": "gzip, br" };
    const packed = await get("/assets/web-B1x_2.js", far);
    expect([packed.headers.get("content-encoding"), packed.headers.get("vary")]).toEqual(["gzip", "Accept-Encoding"]);
    const bytes = new Uint8Array(await packed.arrayBuffer());
    expect(bytes.length).toBeLessThan(500);
    expect(gunzipSync(bytes).toString()).toBe("let a = 1;\n".repeat(500));
    expect(
      (await get("/assets/web-B1x_2.js", { "accept-encoding": "gzip" })).headers.get("content-encoding"),
    ).toBeNull();
    expect((await get("/assets/web-B1x_2.js", { host: far.host })).headers.get("content-encoding")).toBeNull();
    const { workspaceId } = await TestWorkspace.open(store);
    const pokes = await get(`/api/pokes?workspace=${workspaceId}`, far);
    expect(pokes.headers.get("content-encoding")).toBeNull();
    await pokes.body?.cancel();
  });
});
