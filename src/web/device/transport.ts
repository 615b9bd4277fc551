import * as z from "zod";
import { MemberId, WorkspaceId } from "#domain/model/id.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Transport } from "#sync/client.ts";
import { protocol } from "#sync/protocol.ts";

/** A server that does not answer within this time counts as away; the queue keeps what it was to be told. */
const answerMs = 30_000;
/** The same for whose workspace it keeps: a person waits for that one. */
const servedMs = 2000;

/** Whose workspace the server keeps. */
const Served = z.object({ workspaceId: WorkspaceId, memberId: MemberId });
export type Served = z.infer<typeof Served>;

/** What the server refuses, in words for people. */
const Refused = z.object({ error: z.object({ message: z.string() }) });

/** Messages over HTTP to the server that served the app. */
export const httpTransport: Transport = {
  push: (message) => post("/api/push", message),
  pull: (message) => post("/api/pull", message),
  keeps: async () => (await get())?.workspaceId ?? null,
};

/**
 * Whose workspace the server keeps: null where it keeps none yet, "away" where it does not answer.
 * @throws Refusal where it keeps several and was not told which to serve, or not to whom; the sentence says what to do there
 */
export async function served(): Promise<Served | null | "away"> {
  try {
    return await get();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return "away";
  }
}

async function get(): Promise<Served | null> {
  const answer = await fetch("/api/workspace", { signal: AbortSignal.timeout(servedMs) });
  if (answer.status >= 400 && answer.status < 500)
    throw new Refusal("invalid", Refused.parse(await answer.json()).error.message);
  if (!answer.ok) throw new Error(`The server answered ${answer.status} to /api/workspace.`);
  return Served.nullable().parse(await answer.json());
}

async function post(path: string, message: unknown): Promise<unknown> {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(answerMs),
  });
  // A proxy may take less than the server does, and says so in words of its own.
  if (answer.status === 413) return { answer: "too-large", protocol };
  if (!answer.ok) throw new Error(`The server answered ${answer.status} to ${path}.`);
  return answer.json();
}
