import { v7 } from "uuid";
import type { MemberId, WorkspaceId } from "#domain/model/id.ts";
import { SyncClient, type Transport } from "#sync/client.ts";
import type { DeviceStorage } from "#sync/storage.ts";
import { protocol } from "#sync/protocol.ts";
import { TestDisk } from "./device-storage.ts";

/** How messages get to a server and answers back: over a socket, or straight to the function that answers. */
export type Fetch = (request: Request) => Response | Promise<Response>;

/** A device's way to the server at `url`. */
export function httpTransport(url: string, send: Fetch = fetch): Transport {
  const post = async (path: string, message: unknown): Promise<unknown> => {
    const body = JSON.stringify(message);
    const headers = { "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(body)) };
    const answer = await send(new Request(new URL(path, url), { method: "POST", headers, body }));
    if (answer.status === 413) return { answer: "too-large", protocol };
    if (!answer.ok) throw new Error(`The server answered ${answer.status} to ${path}.`);
    return answer.json();
  };
  return { push: (message) => post("/api/push", message), pull: (message) => post("/api/pull", message) };
}

/** A device on a disk of its own that syncs over HTTP. */
export function httpDevice(
  whose: { workspaceId: WorkspaceId; memberId: MemberId },
  transport: Transport,
  storage: DeviceStorage = new TestDisk().open(),
): Promise<SyncClient> {
  return SyncClient.open({
    ...whose,
    storage,
    transport,
    now: () => Temporal.Now.instant(),
    newId: () => v7(),
  });
}

/** The versions that a stream of pokes tells, as they come. It ends when `signal` says so, or the server does. */
export async function* versionsOf(response: Response): AsyncGenerator<number> {
  const text = new TextDecoder();
  let rest = "";
  for await (const part of response.body ?? []) {
    const events = (rest + text.decode(part, { stream: true })).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      const data = /^event: version\ndata: (.*)$/m.exec(event)?.[1];
      if (data !== undefined) yield (JSON.parse(data) as { version: number }).version; // what `Pokes` writes
    }
  }
}
