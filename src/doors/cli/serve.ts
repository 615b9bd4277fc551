import { isIP } from "node:net";
import { Refusal } from "#domain/refusal.ts";
import type { Desk } from "./desk.ts";
import { isLoopback } from "../address.ts";
import { shownPlace } from "../place.ts";
import { said, type Said } from "./print.ts";

interface ServeOptions extends Said {
  port: string;
  host: string;
  allowHost?: string[];
  open: boolean;
}

/** Serves the app over the store that the other words work on, and says where it is. */
export async function serveCommand(desk: Desk, options: ServeOptions): Promise<void> {
  const { place } = desk;
  const shown = await shownPlace(place);
  const [host, port] = [addressOf(options.host), portOf(options.port)];
  await desk.world.serve({
    place,
    host,
    port,
    allowHost: (options.allowHost ?? []).map(nameOf),
    isOpening: options.open && options.json !== true,
    ready: (url) => {
      const open = isLoopback(host)
        ? ""
        : "\nWhoever reaches that address can read and change everything; there are no accounts yet.";
      said(
        desk,
        options,
        { url, store: shown },
        `Upshot is at ${url} until you press Ctrl-C. Your data: ${shown}${open}`,
      );
    },
  });
}

function portOf(given: string): number {
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65_535) return port;
  throw new Refusal("invalid", `--port takes a number up to 65535; "${given}" is none.`);
}

function addressOf(given: string): string {
  const address = given === "localhost" ? "127.0.0.1" : given.replace(/^\[(.*)\]$/, "$1");
  if (isIP(address) !== 0) return address;
  throw new Refusal(
    "invalid",
    `--host takes an address of this machine, 127.0.0.1 or 0.0.0.0; "${given}" is none. Names go with --allow-host.`,
  );
}

function nameOf(given: string): string {
  const name = given.toLowerCase();
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(name)) return name;
  throw new Refusal(
    "invalid",
    `--allow-host takes a name like notes.example.org, without scheme and port; "${given}" is none.`,
  );
}
