import { once } from "node:events";
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { Refusal, Trouble } from "#domain/refusal.ts";
import type { Serving, World } from "#doors/cli/world.ts";
import { isLoopback } from "#doors/address.ts";
import { http } from "#doors/http/http.ts";
import { openPlace } from "#doors/place.ts";
import { openBrowser } from "./browser.ts";
import { appFolder } from "./version.ts";

/**
 * A connection is kept for so long without a request. A device that acts now and then finds it open, and does not meet its
 * end on the way; of one person's pages there are not many.
 */
const keepAliveMs = 65_000;

/** Requests that are under way when the server is told to stop get this long to end. */
const graceMs = 3000;

/**
 * Serves the app until the process is told to stop (SIGINT, SIGTERM, SIGHUP): then it takes no more, ends what is under way, and closes
 * the store.
 * @throws Trouble where the store or the port cannot be used; Refusal where the address is none of this machine's.
 */
export async function serve(asked: Serving, world: World): Promise<void> {
  const { place, host, allowHost } = asked;
  const store = await openPlace(place);
  try {
    const door = http({
      store,
      app: world.env["UPSHOT_APP"] || appFolder(),
      now: world.now,
      version: world.version,
      machine: world,
      names: { isOpen: !isLoopback(host), also: allowHost },
      log: (line) => void world.err.write(`${world.now().toString()} ${line}\n`),
    });
    const server = createAdaptorServer({ fetch: (request) => door.fetch(request) }) as Server; // HTTP 1.1, its default
    server.keepAliveTimeout = keepAliveMs;
    const url = urlOf(host, await listening(server, asked));
    const stopped = untilStopped();
    asked.ready(url);
    if (asked.isOpening) openBrowser(url, world);
    await stopped;
    door.close();
    await ended(server);
  } finally {
    await store.close();
  }
}

/** Listens, and gives the port. */
async function listening(server: Server, { host, port }: Serving): Promise<number> {
  server.listen({ host, port });
  try {
    await once(server, "listening");
  } catch (error) {
    throw await troubleOf(error, host, port);
  }
  // Of one connection, where the machine has run out of something: the others go on.
  server.on("error", () => undefined);
  const at = server.address();
  return typeof at === "object" && at !== null ? at.port : port;
}

/** Why the server cannot listen, with the next step. */
async function troubleOf(error: unknown, host: string, port: number): Promise<unknown> {
  const another = `upshot serve --port ${port < 65_535 ? port + 1 : 4600}`;
  switch (error instanceof Error && "code" in error ? String(error.code) : "") {
    case "EADDRINUSE": {
      const url = urlOf(host, port);
      return new Trouble(
        (await isUpshot(url))
          ? `An Upshot runs at ${url} already: open it there, or end it first. To have another beside it: ${another}`
          : `Port ${port} is used by another program. End that, or take another port: ${another}`,
        { cause: error },
      );
    }
    case "EACCES":
      return new Trouble(`Port ${port} is not for every user. Take one above 1023: ${another}`, { cause: error });
    case "EADDRNOTAVAIL":
    case "EAFNOSUPPORT":
      return new Refusal("invalid", `This machine has no address ${host}. Take 127.0.0.1, or 0.0.0.0 for all it has.`);
    default:
      return error;
  }
}

/** True where an Upshot answers there. */
async function isUpshot(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}api/health`, { signal: AbortSignal.timeout(1000) });
    return Object.hasOwn((await answer.json()) as object, "protocol");
  } catch {
    return false;
  }
}

/** Resolves at the first signal to stop. Another one, from somebody who does not wait, ends the process at once. */
function untilStopped(): Promise<void> {
  return new Promise((stopped) => {
    let since: number | undefined;
    const stop = () => {
      since ??= performance.now();
      stopped();
      // A terminal's Ctrl-C comes to every process of the group, and may be passed on by the one that started this.
      if (performance.now() - since > 500) process.exit(1);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  });
}

async function ended(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(late);
}

/** The address to open: where it listens on all, the machine's own. */
function urlOf(host: string, port: number): string {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}/`;
}
