import type { BrowserContext, Page } from "playwright-core";
import { v7 } from "uuid";
import type { CommandName } from "#domain/commands.ts";
import type { EntryId } from "#domain/model/id.ts";
import type { Noun } from "#domain/model/nouns.ts";
import type { ArgsOf, Done } from "#domain/run.ts";
import { type RefusedCommand, SyncClient } from "#sync/client.ts";
import { TestDisk } from "../support/device-storage.ts";
import type { Served } from "./browser.ts";

/** How far a tab is, as its screens are told. */
interface Status {
  pending: number;
  refused: number;
  stopped: string | null;
  progress: { done: number; total: number } | null;
  isAway: boolean;
  trouble: string | null;
}

/** Long, since a machine may be busy with other tests; a test says how long it may take in all. */
const waitMs = 200_000;

/** A tab with the device half of the app in it, driven from here: `harness/harness.ts` is what it calls. */
export class TestTab {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a tab, and what this browser keeps in it. Gives what was found: "open", "joining", "new", or what a person was told. */
  static async open(context: BrowserContext, { url }: Served): Promise<{ tab: TestTab; found: string }> {
    const tab = await TestTab.at(context, { url });
    return { tab, found: await tab.found() };
  }

  /** The same without waiting until anything is open. */
  static async at(context: BrowserContext, { url }: { url: string }): Promise<TestTab> {
    const page = await context.newPage();
    await page.goto(`${url}harness/index.html`);
    const tab = new TestTab(page);
    await tab.when("globalThis.upshot !== undefined");
    return tab;
  }

  found(): Promise<string> {
    return this.page.evaluate<string>("upshot.open()");
  }

  run<C extends CommandName>(name: C, args: ArgsOf<C>): Promise<Done<unknown>> {
    return this.#ask("run", name, args);
  }

  runMany(count: number): Promise<void> {
    return this.#ask("runMany", count);
  }

  status(): Promise<Status> {
    return this.#ask("status");
  }

  refused(): Promise<RefusedCommand[]> {
    return this.#ask("refused");
  }

  again(entryId: EntryId): Promise<Done<unknown>> {
    return this.#ask("again", entryId);
  }

  count(noun: Noun): Promise<number> {
    return this.#ask("count", noun);
  }

  texts(): Promise<string[]> {
    return this.#ask("texts");
  }

  shown(): Promise<Record<string, unknown>> {
    return this.#ask("shown");
  }

  heard(): Promise<string[]> {
    return this.page.evaluate<string[]>("upshot.heard");
  }

  /** Waits until a status is like that; an expression of `status`. */
  until(like: string): Promise<void> {
    return this.when(`(({ status }) => ${like})({ status: upshot.status() })`);
  }

  /** Waits until so many lines are shown. */
  shows(lines: number): Promise<void> {
    return this.when(`upshot.count("note") === ${lines}`);
  }

  /** Waits until an expression holds. The page's Content-Security-Policy lets none be waited for in the page itself. */
  async when(expression: string): Promise<void> {
    const until = performance.now() + waitMs;
    while (!(await this.page.evaluate<boolean>(expression))) {
      if (performance.now() > until) {
        const at = await this.page.evaluate("({ status: upshot.status(), notes: upshot.count('note') })").catch(String);
        throw new Error(`It never came to be that ${expression}: ${JSON.stringify(at)}`);
      }
      await new Promise((done) => setTimeout(done, 30));
    }
  }

  /** Waits until all that was done here has reached the server, and nothing is on its way. */
  settled(): Promise<void> {
    return this.until("status.pending === 0 && status.progress === null && !status.isAway");
  }

  #ask<T>(name: string, ...args: unknown[]): Promise<T> {
    return this.page.evaluate<T>(`upshot.${name}(${args.map((arg) => JSON.stringify(arg)).join(", ")})`);
  }
}

/** What the server keeps, as a device that joins it gets to see it. */
export async function kept({ url }: Served): Promise<SyncClient> {
  const post = async (path: string, message: unknown): Promise<unknown> => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(new URL(path, url), { method: "POST", headers, body: JSON.stringify(message) });
    return answer.json();
  };
  const whose = await fetch(new URL("/api/workspace", url)).then((answer) => answer.json());
  if (whose === null) throw new Error("The server keeps no workspace.");
  const client = await SyncClient.open({
    storage: new TestDisk().open(),
    transport: { push: (message) => post("/api/push", message), pull: (message) => post("/api/pull", message) },
    now: () => Temporal.Now.instant(),
    newId: () => v7(),
    ...(whose as Pick<Parameters<typeof SyncClient.open>[0], "workspaceId" | "memberId">), // of our own server
  });
  await client.sync();
  return client;
}

/** The captured lines that the server keeps. */
export async function keptTexts(served: Served): Promise<string[]> {
  return [...(await kept(served)).replica.all("note")].map(({ text }) => text).sort();
}
