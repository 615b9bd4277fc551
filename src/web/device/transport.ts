import type { Transport } from "#sync/client.ts";

/** A server that does not answer within this time counts as away; the queue keeps what it was to be told. */
const answerMs = 30_000;

/** Messages over HTTP to the server that served the app. */
export const httpTransport: Transport = {
  push: (message) => post("/api/push", message),
  pull: (message) => post("/api/pull", message),
};

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
