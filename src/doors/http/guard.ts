import { isIP } from "node:net";
import type { Context, MiddlewareHandler } from "hono";
import { isLoopback } from "../address.ts";
import { refused } from "./refused.ts";

/** Under which names the server may be asked for. */
export interface Names {
  /** True where it listens beyond this machine: then any address of its own does, which no stranger's page can have for a name. */
  isOpen: boolean;
  /** Further names, as a proxy in front of it has them. */
  also: readonly string[];
}

/**
 * Lets through what people and their browsers ask of this server, and nothing that somebody else's page makes a browser ask. A name that
 * is not ours is turned away, since a stranger's name can be made to lead here (DNS rebinding); and the API answers
 * no page but our own, by `Origin` and `Sec-Fetch-Site` (pages on other ports of this machine are the same site and not ours).
 */
export function guard(names: Names): MiddlewareHandler {
  return async (c, next) => {
    const host = hostOf(c);
    if (host === undefined || !isOurs(host, names)) {
      const sentence =
        "Upshot does not answer to this name. Open it at the address it printed, or start it with --allow-host NAME.";
      return refused(c, 421, { code: "not-allowed", message: sentence });
    }
    const site = c.req.header("sec-fetch-site");
    const isStranger = site !== undefined && site !== "same-origin" && site !== "none";
    const origin = c.req.header("origin");
    if ((c.req.path.startsWith("/api/") && isStranger) || (origin !== undefined && !isOurPage(origin, host, names))) {
      return refused(c, 403, { code: "not-allowed", message: "Upshot answers no other page than its own." });
    }
    return next();
  };
}

/** True where a request came to a name that only this machine itself can ask for. */
export function isLocal(c: Context): boolean {
  const host = hostOf(c);
  return host !== undefined && isLoopback(host.hostname);
}

/** The name and port that a request came to; undefined where `Host` says anything else. */
function hostOf(c: Context): URL | undefined {
  const text = c.req.header("host") ?? new URL(c.req.url).host;
  if (!/^[a-z0-9.\-_:[\]]+$/i.test(text)) return undefined;
  return URL.parse(`http://${text}/`) ?? undefined;
}

function isOurs({ hostname }: URL, { isOpen, also }: Names): boolean {
  const name = hostname.replace(/\.$/, "");
  if (isLoopback(name) || also.includes(name)) return true;
  return isOpen && isIP(name.replace(/^\[|\]$/g, "")) !== 0;
}

/**
 * True for the origin that the request came to, by whichever scheme a proxy speaks, and for names that were given: a proxy may
 * ask for us by another name than it is asked for.
 */
function isOurPage(origin: string, host: URL, { also }: Names): boolean {
  const from = URL.parse(origin);
  if (from === null || !/^https?:$/.test(from.protocol)) return false;
  return also.includes(from.hostname) || from.host === URL.parse(`${from.protocol}//${host.host}/`)?.host;
}
