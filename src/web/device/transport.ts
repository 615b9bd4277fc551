import * as z from "zod";
import { MemberId, WorkspaceId } from "#domain/model/id.ts";
import type { Transport } from "#sync/client.ts";

/** A server that does not answer within this time counts as away; the queue keeps what it was to be told. */
const answerMs = 30_000;
/** The same for whose workspace it keeps: a person waits for that one. */
const servedMs = 2000;

/** Whose workspace the server keeps. */
const Served = z.object({ workspaceId: WorkspaceId, memberId: MemberId });
export type Served = z.infer<typeof Served>;

/** Messages over HTTP to the server that served the app. */
export const httpTransport: Transport = {
  push: (message) => post("/api/push", message),
  pull: (message) => post("/api/pull", message),
  keeps: async () => (await get())?.workspaceId ?? null,
};

/** Whose workspace the server keeps: null where it keeps none yet, "away" where it does not answer. */
export async function served(): Promise<Served | null | "away"> {
  try {
    return await get();
  } catch {
    return "away";
  }
}

async function get(): Promise<Served | null> {
  const answer = await fetch("/api/workspace", { signal: AbortSignal.timeout(servedMs) });
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
  if (!answer.ok) throw new Error(`The server answered ${answer.status} to ${path}.`);
  return answer.json();
}
