import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import type { CommandName } from "#domain/commands.ts";
import type { ArgsOf, Done, ResultOf } from "#domain/run.ts";
import type { Asking } from "#questions/asking.ts";
import type { Replica } from "#replica/replica.ts";
import type { SyncStatus } from "#sync/client.ts";
import type { OpenWorkspace } from "../device/open-workspace.ts";
import { useMinute } from "./minute.ts";

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
export function useSyncStatus(): SyncStatus {
  const workspace = useWorkspace();
  const kept = useRef<SyncStatus>(workspace.status);
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

export type Run = <C extends CommandName>(name: C, args: ArgsOf<C>) => Promise<Done<ResultOf<C>>>;

/** Runs commands; what was done, or why not, is said at the edge of the screen with the way to undo it (ST6). */
export function useRun(): Run {
  const workspace = useWorkspace();
  return useMemo(() => (name, args) => workspace.run(name, args), [workspace]);
}
