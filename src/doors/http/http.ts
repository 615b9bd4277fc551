import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { Store } from "#store/store.ts";
import type { MemberId, WorkspaceId } from "#domain/model/id.ts";
import { answerPull, answerPush } from "#sync/server/server.ts";

/** What the server is given by the process it runs in. */
export interface Surroundings {
  store: Store;
  /** The folder of the built app. */
  app: string;
  now: () => Temporal.Instant;
  version: string;
}

/** The server as a function from Request to Response: the app's files, sync, and whether all is well. */
export function http({ store, app, now, version }: Surroundings): Hono {
  const server = new Hono();
  const serving = () => ({ store, now: now(), isAllowed: () => true });
  server.get("/api/health", (c) => c.json({ version }));
  server.get("/api/workspace", async (c) => c.json(await servedWorkspace(store)));
  server.post("/api/push", async (c) => c.json(await answerPush(await c.req.json(), serving())));
  server.post("/api/pull", async (c) => c.json(await answerPull(await c.req.json(), serving())));
  server.use("/*", serveStatic({ root: app }));
  server.get("/*", serveStatic({ root: app, path: "index.html" }));
  return server;
}

/** The one workspace that is kept here, and whose it is; null where there is none yet. */
async function servedWorkspace(store: Store): Promise<{ workspaceId: WorkspaceId; memberId: MemberId } | null> {
  const [workspaceId] = await store.workspaces();
  if (workspaceId === undefined) return null;
  const { rows } = await store.load(workspaceId, ["member"]);
  const member = rows.member.find(({ removed }) => !removed)?.record;
  return member === undefined ? null : { workspaceId, memberId: member.id };
}
