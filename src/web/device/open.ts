import { v7 } from "uuid";
import * as z from "zod";
import { MemberId, WorkspaceId } from "#domain/model/id.ts";
import type { ArgsOf } from "#domain/run.ts";
import { SyncClient } from "#sync/client.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { BrowserStorage } from "./storage.ts";
import { httpTransport } from "./transport.ts";

/** What the app finds when it starts: a workspace, or a place where one can begin. */
export type Found =
  | { is: "open"; workspace: OpenWorkspace }
  | { is: "new"; begin: (workspace: ArgsOf<"workspace.create">) => Promise<OpenWorkspace> };

/** Whose workspace the server keeps; the app of another device joins it. */
const Served = z.object({ workspaceId: WorkspaceId, memberId: MemberId });
type Whose = z.infer<typeof Served>;

/** A server that takes longer to say whose workspace it keeps counts as away. */
const servedMs = 2000;

/** Opens this device's copy, or joins the workspace that the server keeps, or says that one can begin here. */
export async function openWorkspace(): Promise<Found> {
  const storage = await BrowserStorage.open();
  const whose = (await storage.load())?.device ?? (await served());
  if (whose !== undefined) return { is: "open", workspace: await openCopy(storage, whose) };
  return {
    is: "new",
    begin: async (args) => {
      const begun = { workspaceId: v7() as WorkspaceId, memberId: v7() as MemberId }; // fresh ids
      const workspace = await openCopy(storage, begun);
      await workspace.run("workspace.create", args);
      return workspace;
    },
  };
}

async function openCopy(storage: BrowserStorage, { workspaceId, memberId }: Whose): Promise<OpenWorkspace> {
  const client = await SyncClient.open({
    storage,
    workspaceId,
    memberId,
    now: () => Temporal.Now.instant(),
    newId: () => v7(),
    transport: httpTransport,
  });
  return client;
}

async function served(): Promise<Whose | undefined> {
  try {
    const answer = await fetch("/api/workspace", { signal: AbortSignal.timeout(servedMs) });
    const parsed = Served.safeParse(answer.ok ? await answer.json() : undefined);
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined; // no server, no workspace of its
  }
}
