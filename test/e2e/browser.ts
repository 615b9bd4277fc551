import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { rememberMember } from "#doors/identity.ts";
import { openSqlite } from "#store/sqlite.ts";
import type { Store } from "#store/store.ts";

/** Where Debian, and others, put their Chromium; `UPSHOT_CHROMIUM` names another. */
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Without them Chromium looks for servers of its maker at each start. */
export const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The Chromium of this machine; undefined where there is none. */
export const chromiumPath = [process.env["UPSHOT_CHROMIUM"], ...places].find(
  (path) => path !== undefined && existsSync(path),
);

export const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } } as const;

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath ?? "", args: quiet });
}

/** A server as `npm start` runs it, over a store of its own. */
export interface Served {
  url: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Tells it to stop, and gives its exit code. */
  stop(): Promise<number | null>;
  /** Starts it again over the same store, at the same address. */
  again(): Promise<void>;
  close(): Promise<void>;
}

/** What the server keeps when it begins. */
interface Keeping {
  /** The folder of `upshot.db`; one of its own, which goes with it, where none is given. */
  folder?: string;
  /** The folder of the built app. */
  app?: string | undefined;
  /** Fills the store before, as `fillExampleYear` does. */
  fill?: (store: Store, now: Temporal.Instant) => Promise<void>;
}

/** Serves the app over a store. */
export async function serveApp(keeping: Keeping = {}): Promise<Served> {
  const { folder: given, app = process.env["UPSHOT_E2E_APP"], fill } = keeping;
  const folder = given ?? mkdtempSync(join(tmpdir(), "upshot-e2e-"));
  if (fill !== undefined) {
    const store = await openSqlite({ path: join(folder, "upshot.db"), synchronous: "NORMAL" });
    await fill(store, Temporal.Now.instant());
    await rememberWho(store, folder);
    await store.close();
  }
  let { process: child, url } = await start(folder, 0, app);
  const port = Number(new URL(url).port);
  const end = (signal: NodeJS.Signals) =>
    new Promise<number | null>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done(child.exitCode);
      child.once("exit", (code) => done(code));
      child.kill(signal);
    });
  const kill = async () => void (await end("SIGKILL"));
  return {
    url,
    kill,
    stop: () => end("SIGTERM"),
    again: async () => {
      ({ process: child, url } = await start(folder, port, app));
    },
    close: async () => {
      await kill();
      if (given === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The machine is the first member's: of several it would not know whose, and say so. */
async function rememberWho(store: Store, folder: string): Promise<void> {
  const [workspaceId] = await store.workspaces();
  if (workspaceId === undefined) return;
  const { member } = (await store.load(workspaceId, ["member"])).rows;
  const [first] = member.toSorted((a, b) => a.record.createdAt.localeCompare(b.record.createdAt));
  const machine = { env: { XDG_DATA_HOME: folder }, cwd: folder };
  if (first !== undefined) rememberMember(machine, workspaceId, first.record.id);
}

function start(folder: string, port: number, app: string | undefined): Promise<{ process: ChildProcess; url: string }> {
  const upshot = fileURLToPath(new URL("../../src/main/upshot.ts", import.meta.url));
  const args = ["serve", "--no-open", "--port", String(port), "--store", join(folder, "upshot.db")];
  const child = spawn(process.execPath, [upshot, ...args], {
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, UPSHOT_APP: app },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((done, fail) => {
    child.once("exit", (code) => fail(new Error(`The server ended with ${code} before it said where it is.`)));
    createInterface(child.stdout).on("line", (line) => {
      const url = /http:\/\/\S+/.exec(line)?.[0];
      if (url !== undefined) done({ process: child, url });
    });
  });
}

/** A tab that keeps what went wrong in it: errors in the console and requests that failed. */
export async function openPage(context: BrowserContext): Promise<{ page: Page; troubles: string[] }> {
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
  return { page, troubles };
}

/** Begins a workspace as a new person does. */
export async function begin(page: Page, { url }: Pick<Served, "url">): Promise<void> {
  await page.goto(url);
  await page.getByLabel("Your name").fill("Ana Ruiz");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("link", { name: "Today" }).waitFor();
}

const example = fileURLToPath(new URL("../../examples/harbour-partner-day", import.meta.url));

/** The files of the example event. */
export const exampleFiles = readdirSync(example, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

/** Takes in the example event, from wherever the page is, up to its first proposal. */
export async function takeInExample(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Take in an event" }).first().click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  await (await chooser).setFiles(exampleFiles);
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.waitForURL(/\/debrief\//);
  await page.getByRole("button", { name: "Accept", exact: true }).waitFor();
}
