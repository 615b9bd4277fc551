import type { Context } from "hono";
import { WorkspaceId } from "#domain/model/id.ts";
import { Refusal, Trouble } from "#domain/refusal.ts";
import type { Versions } from "./versions.ts";

/** A comment now and then shows both ends, and whatever is between them, that the connection lives. */
const heartbeatMs = 20_000;

/** After a connection breaks, a browser comes again after so long. */
const retryMs = 2000;

/** One person's devices, each with one stream; far more is a program that does not close what it opens. */
const streamsMax = 200;

/**
 * Server-sent events (HTML Living Standard, section 9.2) that say when to pull: `version` with `{ "version": n }`, at once and after
 * each commit of the workspace, whoever made it. A listener that is slow gets the latest only.
 */
export class Pokes {
  readonly #versions: Versions;
  readonly #ends = new Set<() => void>();

  constructor(versions: Versions) {
    this.#versions = versions;
  }

  answer(c: Context): Response {
    const workspaceId = WorkspaceId.safeParse(c.req.query("workspace"));
    if (!workspaceId.success) throw new Refusal("invalid", "Say which workspace: /api/pokes?workspace=ID.");
    if (this.#ends.size >= streamsMax) throw new Trouble("Too many pages listen here. Close some.");
    const body = c.req.method === "HEAD" ? null : this.#stream(workspaceId.data);
    return new Response(body, {
      headers: { "Content-Type": "text/event-stream", "X-Accel-Buffering": "no" },
    });
  }

  /** Ends every stream. */
  close(): void {
    for (const end of this.#ends) end();
  }

  #stream(workspaceId: WorkspaceId): ReadableStream<Uint8Array> {
    const bytes = new TextEncoder();
    // What is to be said next. A version that was not sent yet gives way to a later one.
    let isFirst = true;
    let version: number | null = null;
    let isBeat = false;
    let isOver = false;
    let wake = (): void => undefined;
    const stop = this.#versions.watch(workspaceId, (now) => {
      version = now;
      wake();
    });
    const beat = setInterval(() => {
      isBeat = true;
      wake();
    }, heartbeatMs);
    const end = () => {
      isOver = true;
      stop();
      clearInterval(beat);
      this.#ends.delete(end);
      wake();
    };
    this.#ends.add(end);
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const isQuiet = !isFirst && version === null && !isBeat && !isOver;
          if (isQuiet) await new Promise<void>((woken) => (wake = woken));
          if (isOver) return controller.close();
          const retry = isFirst ? `retry: ${retryMs}\n\n` : "";
          const event = version === null ? ": here\n\n" : `event: version\ndata: ${JSON.stringify({ version })}\n\n`;
          [isFirst, version, isBeat] = [false, null, false];
          controller.enqueue(bytes.encode(retry + event));
        },
        cancel: end,
      },
      { highWaterMark: 0 },
    );
  }
}
