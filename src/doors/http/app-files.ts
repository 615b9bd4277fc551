import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Context } from "hono";
import { getMimeType } from "hono/utils/mime";
import { refused } from "./refused.ts";

/**
 * Paths of files of the app: names of letters, digits and dashes, with dots inside, below one another. So no path leads out of the
 * folder, and none to a hidden file.
 */
const filePath = /^(?:\/[\w-]+(?:\.[\w-]+)*)+$/;

/**
 * Answers with the app's files. What Vite put into `assets/` has its content's hash in its name and is kept for good; everything else
 * is asked for again each time, and answered in short where it is the same. A path without a dot is a screen, and gets the app itself.
 */
export function appFiles(folder: string): (c: Context) => Promise<Response> {
  return async (c) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      c.header("Allow", "GET, HEAD");
      return refused(c, 405, { code: "not-allowed", message: "Files of the app can only be read." });
    }
    const { path } = c.req;
    const isScreen = path === "/" || (filePath.test(path) && !path.slice(path.lastIndexOf("/")).includes("."));
    if (isScreen) return send(c, join(folder, "index.html"), { isForGood: false });
    if (!filePath.test(path)) return notThere(c);
    return send(c, join(folder, path), { isForGood: path.startsWith("/assets/") });
  };
}

async function send(c: Context, file: string, { isForGood }: { isForGood: boolean }): Promise<Response> {
  const bytes = await readFile(file).catch(() => undefined); // a folder, or nothing
  if (bytes === undefined) return notThere(c);
  const headers = new Headers({
    "Content-Type": getMimeType(file) ?? "application/octet-stream",
    "Cache-Control": isForGood ? "max-age=31536000, immutable" : "no-cache",
  });
  if (!isForGood) {
    const etag = `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
    headers.set("ETag", etag);
    const known = c.req.header("if-none-match") ?? "";
    if (known.split(",").some((one) => one.trim() === etag)) return new Response(null, { status: 304, headers });
  }
  headers.set("Content-Length", String(bytes.length));
  return new Response(c.req.method === "HEAD" ? null : new Uint8Array(bytes), { headers });
}

function notThere(c: Context): Response {
  return refused(c, 404, { code: "not-found", message: "There is no such file in the app." });
}
