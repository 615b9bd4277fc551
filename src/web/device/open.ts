import { v7 } from "uuid";
import type { MemberId, WorkspaceId } from "#domain/model/id.ts";
import { assert, Refusal } from "#domain/refusal.ts";
import type { ArgsOf } from "#domain/run.ts";
import type { Happenings } from "./database.ts";
import { dropMark, keepMark, markedPending, sayTaken } from "./mark.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { askToKeep } from "./persist.ts";
import { BrowserStorage } from "./storage.ts";
import { Tab } from "./tab.ts";
import { type Served, served } from "./transport.ts";
import { DeviceTrouble } from "./trouble.ts";

/** What the app finds when it starts. */
export type Found =
  /** A workspace; `told` is what a person should hear of how it came to be here. */
  | { is: "open"; workspace: OpenWorkspace }
  /** This browser joins the workspace that the server keeps: its rows are on their way, and `workspace.status` says how far. */
  | { is: "joining"; workspace: OpenWorkspace; arrived: Promise<void> }
  /** A place where a workspace can begin; with no server in reach it begins alone, and the server gets it later. */
  | {
      is: "new";
      isAway: boolean;
      told: string | null;
      begin: (workspace: ArgsOf<"workspace.create">) => Promise<OpenWorkspace>;
      /** Begins with an exported workspace, as one of its members (DA1). Where that is refused, nothing has begun. */
      take: (workspace: ArgsOf<"workspace.import">, whose: Served) => Promise<OpenWorkspace>;
    };

/**
 * Opens this device's copy, or joins the workspace that the server keeps, or says that one can begin here.
 * @param onWait told where opening waits for something that a person can do; a sentence
 * @throws DeviceTrouble where this browser cannot be used as it is, Refusal where a newer Upshot has written what is here
 */
export async function openWorkspace(onWait: (sentence: string) => void): Promise<Found> {
  let tab: Tab | null = null;
  const happenings: Happenings = {
    onBlocked: ({ message }) => onWait(message),
    onNewer: () => tab?.overtaken(),
    onTaken: () => void keepAgain(),
  };
  const storage = await BrowserStorage.open(happenings);
  let isKeeping = false;
  const keepAgain = async (): Promise<void> => {
    if (isKeeping) return; // closed once more while it was opened
    isKeeping = true;
    // It goes on being taken for a moment after it was closed.
    for (let left = 50; left > 0; left -= 1) {
      try {
        await storage.reopen(happenings);
        await tab?.storageTaken();
        break;
      } catch {
        await new Promise((done) => setTimeout(done, 100));
      }
    }
    isKeeping = false;
  };
  const open = async (whose: Served, told: string | null): Promise<Tab> => {
    let stopMarking = () => {};
    const onForgotten = () => {
      stopMarking();
      dropMark();
    };
    tab = await Tab.open({ storage, whose, newId: () => v7(), told, onForgotten });
    stopMarking = keepMark(tab);
    askToKeep(tab);
    return tab;
  };

  const device = await storage.device();
  if (device !== undefined) return foundIn(await open(device, null));
  const pending = markedPending();
  const told = pending === undefined ? null : sayTaken(pending);
  const keeps = await served();
  if (keeps !== null && keeps !== "away") return foundIn(await open(keeps, told));
  return {
    is: "new",
    isAway: keeps === "away",
    told,
    begin: async (args) => {
      // Another tab may have begun meanwhile.
      const begun = await storage.device();
      if (begun !== undefined) return open(begun, null);
      const fresh = { workspaceId: v7() as WorkspaceId, memberId: v7() as MemberId }; // fresh ids
      const workspace = await open(fresh, null);
      await workspace.run("workspace.create", args);
      return workspace;
    },
    take: async (args, whose) => {
      const begun = await storage.device();
      if (begun !== undefined) {
        const sentence =
          "Another tab has begun a workspace here meanwhile. Reload this one to see it, then import in Settings.";
        throw new Refusal("not-allowed", sentence);
      }
      const workspace = await open(whose, null);
      try {
        await workspace.run("workspace.import", args);
      } catch (error) {
        await workspace.forget();
        throw error;
      }
      return workspace;
    },
  };
}

/** What a person is told where opening failed. */
export function sayFailure(error: unknown): string {
  if (error instanceof DeviceTrouble || error instanceof Refusal) return error.message;
  return `Upshot could not open what this browser keeps (${error instanceof Error ? error.message : String(error)}). Nothing was changed. Close other tabs of Upshot and reload.`;
}

function foundIn(tab: Tab): Found {
  const { replica } = tab;
  const isHere = () => replica.kept("workspace", replica.workspaceId) !== undefined;
  if (isHere()) return { is: "open", workspace: tab };
  const arrived = new Promise<void>((done) => {
    const stop = replica.watch([{ noun: "workspace" }], () => {
      assert(isHere(), "a first pull begins with the workspace");
      stop();
      done();
    });
  });
  return { is: "joining", workspace: tab, arrived };
}
