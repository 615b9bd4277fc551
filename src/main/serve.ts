import "./temporal.ts";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { http } from "#doors/http/http.ts";
import { openSqlite } from "#store/sqlite.ts";
import { version } from "./version.ts";

const store = await openSqlite({ path: process.env["UPSHOT_STORE"] ?? "upshot.db" });
const app = http({
  store,
  app: process.env["UPSHOT_APP"] ?? fileURLToPath(new URL("./web", import.meta.url)),
  now: () => Temporal.Now.instant(),
  version: version(),
});
const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(process.env["PORT"] ?? 4600) }, (at) => {
  process.stdout.write(`http://127.0.0.1:${at.port}/\n`);
});
process.once("SIGTERM", () => server.close(() => void store.close()));
