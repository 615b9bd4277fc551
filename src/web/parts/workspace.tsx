import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import type { CommandName } from "#domain/commands.ts";
import type { EntryId } from "#domain/model/id.ts";
import type { Entry } from "#domain/ports.ts";
import { Refusal } from "#domain/refusal.ts";
import type { ArgsOf, Done, ResultOf } from "#domain/run.ts";
import type { Asking } from "#questions/asking.ts";
import type { Replica } from "#replica/replica.ts";
import type { OpenWorkspace, WorkspaceStatus } from "../device/open-workspace.ts";
import { useMinute } from "./minute.ts";
import { said, saidOf } from "./said.ts";
import { sayDone, sayRefused } from "./toasts.tsx";

const WorkspaceContext = createContext<OpenWorkspace | null>(null);

/** Gives the screens below it the workspace they look at. */
export function WorkspaceProvider({ workspace, children }: { workspace: OpenWorkspace; children: ReactNode }) {
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

export function useWorkspace(): OpenWorkspace {
  const workspace = use(WorkspaceContext);
  if (workspace === null) throw new Error("A screen stands inside a WorkspaceProvider.");
  return workspace;
}

/**
 * The answer to a question, asked again when what it read has changed or another minute has come, and at no other time: a screen
 * is drawn anew only for what it shows.
 * @param question a pure function of the replica and the moment; it is another question where `given` changed
 */
export function useQuestion<T>(question: (replica: Replica, asking: Asking) => T, given: readonly unknown[]): T {
  const { replica } = useWorkspace();
  const now = useMinute();
  // The question is made anew at each drawing; `given` says when it is another one.
  const key = useRef<readonly unknown[]>([]);
  const asked = useRef<{ answer: T; stop: () => void; isOld: boolean } | null>(null);
  const listeners = useRef(new Set<() => void>());

  const ask = (): T => {
    const known = asked.current;
    const wanted = [replica, now, ...given];
    const isSame = wanted.length === key.current.length && wanted.every((part, n) => Object.is(part, key.current[n]));
    if (known !== null && !known.isOld && isSame) return known.answer;
    known?.stop();
    key.current = wanted;
    const { answer, watched } = replica.reading(() => question(replica, { now }));
    const fresh = { answer, isOld: false, stop: () => {} };
    fresh.stop = replica.watch(watched, () => {
      fresh.isOld = true;
      for (const listener of listeners.current) listener();
    });
    asked.current = fresh;
    return answer;
  };

  const subscribe = useCallback((listener: () => void) => {
    const told = listeners.current;
    told.add(listener);
    return () => {
      told.delete(listener);
      if (told.size > 0) return;
      asked.current?.stop();
      asked.current = null;
    };
  }, []);
  return useSyncExternalStore(subscribe, ask);
}

/** How far this device and the server agree. */
export function useSyncStatus(): WorkspaceStatus {
  const workspace = useWorkspace();
  const kept = useRef<WorkspaceStatus>(workspace.status);
  const subscribe = useCallback(
    (listener: () => void) =>
      workspace.onStatus((status) => {
        kept.current = status;
        listener();
      }),
    [workspace],
  );
  return useSyncExternalStore(subscribe, () => kept.current);
}

/**
 * What is said of a command besides its name: `say` in the place of the usual words, empty to say nothing but why it was not done, or null
 * to say nothing, refusals neither.
 */
interface RunOptions {
  say?: string | null;
}

export type Run = <C extends CommandName>(name: C, args: ArgsOf<C>, options?: RunOptions) => Promise<Done<ResultOf<C>>>;

/**
 * Runs commands; what was done, or why not, is said at the edge of the screen with the way to undo it (ST6). Where it rejects with a
 * Refusal, that was said already.
 */
export function useRun(): Run {
  const workspace = useWorkspace();
  return useMemo(() => runSaying(workspace), [workspace]);
}

/** Takes back the newest thing this member did, whatever screen it was done on (ST6). */
export function useUndo(): () => Promise<void> {
  const workspace = useWorkspace();
  return useCallback(async () => {
    const { memberId } = workspace.replica;
    const { lastUndoable } = await import("#domain/commands/journal.ts");
    const last = lastUndoable(newest(workspace.entries(), entriesLookedAt), memberId);
    if (last === undefined) return sayDone("There is nothing to undo");
    await takeBack(workspace, last.id, saidOf(last.command));
  }, [workspace]);
}

/** How far back undo looks for something to take back, one key after another. */
const entriesLookedAt = 500;

function runSaying(workspace: OpenWorkspace): Run {
  return async (name, args, { say = said[name] } = {}) => {
    if (say === null) return workspace.run(name, args);
    try {
      const done = await workspace.run(name, args);
      const { entryId } = done;
      if (say !== "") sayDone(say, { does: "Undo", do: () => void takeBack(workspace, entryId, say) });
      return done;
    } catch (error) {
      throw sayWhyNot(error);
    }
  };
}

async function takeBack(workspace: OpenWorkspace, entryId: EntryId, what: string): Promise<void> {
  try {
    const undone = await workspace.run("undo", { entryId });
    const again = () => void takeBack(workspace, undone.entryId, `Undo of “${what}”`);
    sayDone(`Undone: ${what}`, { does: "Do it again", do: again });
  } catch (error) {
    sayWhyNot(error);
  }
}

/** Says why a command was not done; gives the error back. What the rules refuse changed nothing, nor did what failed. */
function sayWhyNot(error: unknown): unknown {
  if (error instanceof Refusal) saidAlready.add(error);
  else if (!(error instanceof Error)) return error;
  sayRefused(error.message, "Nothing was changed, and what you wrote is still where you wrote it.");
  return error;
}

/** Refusals that a person has been told: nobody needs to hear of them again where a screen has nothing to add. */
const saidAlready = new WeakSet<Error>();
addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof Error && saidAlready.has(event.reason)) event.preventDefault();
});

function newest(entries: Iterable<Entry>, max: number): Entry[] {
  const taken: Entry[] = [];
  for (const entry of entries) {
    if (taken.push(entry) >= max) break;
  }
  return taken;
}
