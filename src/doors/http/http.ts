import { Hono } from "hono";
import { compress } from "hono/compress";
import type { MemberId, WorkspaceId } from "#domain/model/id.ts";
import type { Store } from "#store/store.ts";
import { protocol, type PushAnswer } from "#sync/protocol.ts";
import { answerPull, answerPush } from "#sync/server/server.ts";
import { memberOf, presentMembers, rememberMember, workspaceOf } from "../identity.ts";
import type { Machine } from "../place.ts";
import { appFiles } from "./app-files.ts";
import { bodyBytesMax, jsonOf } from "./body.ts";
import { guard, isLocal, type Names } from "./guard.ts";
import { securityHeaders } from "./headers.ts";
import { Pokes } from "./pokes.ts";
import { answerError, refused } from "./refused.ts";
import { Versions } from "./versions.ts";

/** What the server is given by the process it runs in. */
export interface Surroundings {
  store: Store;
  /** The folder of the built app. */
  app: string;
  now: () => Temporal.Instant;
  version: string;
  /** Says which workspace is served and to whom, as for the command line. */
  machine: Machine;
  names: Names;
  /** Takes a line about what went wrong. It holds no text of anybody's (invariant 8). */
  log: (line: string) => void;
  /** Where messages are to be smaller than they may be. */
  bodyBytesMax?: number;
}

/** The server as a function from Request to Response, and the end of what it holds open. */
export interface HttpDoor {
  fetch: (request: Request) => Response | Promise<Response>;
  close: () => void;
}

/** The server: the app's files, sync, pokes, and whether all is well. */
export function http(surroundings: Surroundings): HttpDoor {
  const { store, app, names, log } = surroundings;
  const versions = new Versions(store);
  const pokes = new Pokes(versions);
  const server = new Hono();
  server.onError((error, c) => answerError(error, c, log));
  server.use(securityHeaders);
  server.use(guard(names));
  // To pack costs this machine more time than its own browser would save.
  const packed = compress({ encoding: "gzip" });
  server.use((c, next) => (isLocal(c) ? next() : packed(c, next)));
  addApi(server, { surroundings, versions, pokes });
  server.all("/*", appFiles(app));
  return {
    fetch: (request) => server.fetch(request),
    close: () => {
      pokes.close();
      versions.close();
    },
  };
}

interface Parts {
  surroundings: Surroundings;
  versions: Versions;
  pokes: Pokes;
}

function addApi(server: Hono, { surroundings, versions, pokes }: Parts): void {
  const { store, now, version, machine } = surroundings;
  const bytesMax = surroundings.bodyBytesMax ?? bodyBytesMax;
  const serving = () => ({ store, now: now(), isAllowed: () => true, isOne: true });
  server.get("/api/health", async (c) => {
    await store.workspaces();
    return c.json({ ok: true, version, protocol });
  });
  server.get("/api/workspace", async (c) => c.json(await servedWorkspace(store, machine)));
  server.get("/api/pokes", (c) => pokes.answer(c));
  // A content type that no form can send: what another site's page posts without asking is never read.
  server.use("/api/*", async (c, next) => {
    if (c.req.method !== "POST" || /^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? ""))
      return next();
    return refused(c, 415, { code: "invalid", message: "Messages are JSON (Content-Type: application/json)." });
  });
  server.post("/api/push", async (c) => {
    const message = await jsonOf(c, bytesMax);
    const answer = await answerPush(message, serving());
    tellOf(message, answer, versions);
    return c.json(answer);
  });
  server.post("/api/pull", async (c) => c.json(await answerPull(await jsonOf(c, bytesMax), serving())));
  for (const [path, allow] of Object.entries(methods)) {
    server.all(path, (c) => {
      c.header("Allow", allow);
      return refused(c, 405, { code: "invalid", message: `${path} takes ${allow}.` });
    });
  }
  server.all("/api/*", (c) => refused(c, 404, { code: "not-found", message: "The server has no such address." }));
}

const methods = {
  "/api/health": "GET, HEAD",
  "/api/workspace": "GET, HEAD",
  "/api/pokes": "GET, HEAD",
  "/api/push": "POST",
  "/api/pull": "POST",
};

/** Pokes whoever watches the workspace that a push has changed. */
function tellOf(message: unknown, answer: PushAnswer, versions: Versions): void {
  if (answer.answer !== "done" && answer.answer !== "renew") return;
  const made = answer.results.findLast((result) => result.outcome === "applied");
  if (made === undefined || answer.epoch === null) return;
  // A message that has results is a push.
  const { workspaceId } = message as { workspaceId: WorkspaceId };
  versions.tell(workspaceId, { version: made.version, epoch: answer.epoch });
}

/**
 * Which workspace is kept here, and who uses it, by the rules of the command line; null where there is none yet.
 * Refuses where the store holds several and none was chosen, or several members of whom none is known to be "me".
 */
async function servedWorkspace(
  store: Store,
  machine: Machine,
): Promise<{ workspaceId: WorkspaceId; memberId: MemberId } | null> {
  const workspaceId = workspaceOf(machine, await store.workspaces());
  if (workspaceId === undefined) return null;
  const { rows } = await store.load(workspaceId, ["member"]);
  const memberId = memberOf(machine, workspaceId, presentMembers(rows.member));
  rememberMember(machine, workspaceId, memberId); // the only one today may be one of several tomorrow
  return { workspaceId, memberId };
}
