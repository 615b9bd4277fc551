import type { Context } from "hono";
import { Refusal, type RefusalCode, Trouble } from "#domain/refusal.ts";
import { type ErrorStatus, statusOf } from "../answer.ts";

/** What went wrong, as every door tells it in JSON. */
interface Fault {
  code: RefusalCode | "trouble" | "mistake";
  message: string;
}

/** A refusal under `/api` is JSON for programs; elsewhere a sentence for whoever looks. */
export function refused(c: Context, status: ErrorStatus | 405 | 415 | 421, fault: Fault): Response {
  return c.req.path.startsWith("/api/") ? c.json({ error: fault }, status) : c.text(`${fault.message}\n`, status);
}

/**
 * Answers whatever was thrown. A mistake of ours is written to the log by its kind and place in the program alone: the message of
 * an error may quote what somebody wrote (invariant 8).
 */
export function answerError(error: unknown, c: Context, log: (line: string) => void): Response {
  const status = statusOf(error);
  if (error instanceof Refusal) return refused(c, status, { code: error.code, message: error.message });
  const [, door = "", address = ""] = c.req.path.split("/", 3);
  log(`${c.req.method} ${door === "api" ? `/api/${address}` : "a file"}: ${status} ${placeOf(error)}`);
  if (error instanceof Trouble) {
    c.header("Retry-After", "5");
    return refused(c, status, { code: "trouble", message: error.message });
  }
  return refused(c, status, { code: "mistake", message: "Upshot made a mistake with this, and did nothing." });
}

/** An error's name, code, and the places in the program it came by. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^ {4}at /.test(line));
  const places = frames.slice(0, 5).map((line) => line.trim());
  return [`${error.name}${code}`, ...places].join(" ");
}
