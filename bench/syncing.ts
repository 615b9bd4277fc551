import type { MemberId, WorkspaceId } from "#domain/model/id.ts";
import type { SyncClient } from "#sync/client.ts";
import type { DeviceStorage, Stored } from "#sync/storage.ts";
import { httpDevice, httpTransport, versionsOf } from "../test/support/http-device.ts";
import { serve } from "./served.ts";
import { median } from "./whole.ts";

const queuedCount = 500;
const passedCount = 200;

/**
 * What a device waits for, at a server in a process of its own that keeps a workspace of 50,000 rows: the first pull, a
 * queue of 500 commands, and a command on one device until another that is poked shows it. The devices are the app's own sync, over HTTP; what
 * the browser's disk costs is measured in a browser.
 */
export async function syncFigures(root: string, path: string, whose: { workspaceId: WorkspaceId; memberId: MemberId }) {
  const served = await serve(root, path);
  const open = () => httpDevice(whose, httpTransport(served.url), noDisk());
  const [here, there] = [await open(), await open()];
  const pull = await timed(() => here.sync());
  const rows = [...here.replica.ids()].length;
  await there.sync();
  for (let at = 0; at < queuedCount; at += 1) await here.run("step.add", { what: `Queued ${at}`, kind: "call" });
  const push = await timed(() => here.sync());
  await there.sync();
  const passedMs = await passing(here, there, `${served.url}api/pokes?workspace=${whose.workspaceId}`);
  const { megabytes } = await served.stop();
  return { rows, pull, push, passedMs, megabytes };
}

/** How long a command of `here` takes to be visible `there`, which syncs when it is poked. */
async function passing(here: SyncClient, there: SyncClient, pokes: string): Promise<{ p50: number; p95: number }> {
  const end = new AbortController();
  const response = await fetch(pokes, { signal: end.signal });
  const listening = (async () => {
    for await (const version of versionsOf(response)) if (version > 0) await there.sync();
  })().catch(() => undefined); // it ends with the stream
  const times: number[] = [];
  for (let at = 0; at < passedCount; at += 1) {
    const startedAt = performance.now();
    const { result } = await here.run("step.add", { what: `Passed ${at}`, kind: "call" });
    const visible = new Promise<void>((done) => {
      const stop = there.replica.watch([{ noun: "step", id: result.stepId }], () => {
        stop();
        done();
      });
    });
    await here.sync();
    await visible;
    times.push(performance.now() - startedAt);
  }
  end.abort();
  await listening;
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: median(times), p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN };
}

/** A disk that takes no time. It is never read again. */
function noDisk(): DeviceStorage {
  let stored: Stored | undefined;
  return {
    load: async () => stored,
    write: async ({ device }) => {
      if (device !== undefined) stored = { device, rows: [], entries: [], commands: [], aside: [] };
    },
  };
}

/** How long something took, and how much of the processor this process, the device, had for it. */
async function timed(work: () => Promise<void>): Promise<{ seconds: number; cpuSeconds: number }> {
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - startedAt) / 1000, cpuSeconds: (user + system) / 1e6 };
}
