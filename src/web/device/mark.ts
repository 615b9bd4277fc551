import type { WorkspaceStatus } from "./open-workspace.ts";

/**
 * A cookie that says that this browser keeps a copy, and how many changes of it no server has. A browser that is short of room
 * takes a site's databases and leaves its cookies; so a person can be told what became of them.
 */
const name = "upshot-kept";
/** As long as browsers let a cookie be kept (400 days). */
const seconds = 400 * 24 * 3600;
/** It is written at most so often. */
const restMs = 1000;

/** How many changes had not reached a server, in a copy that this browser had; nothing where it had none. */
export function markedPending(): number | undefined {
  const found = new RegExp(`(?:^|; )${name}=(\\d{1,9})(?:;|$)`).exec(document.cookie);
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

/** Keeps the mark current. Gives the way to stop. */
export function keepMark(workspace: {
  status: WorkspaceStatus;
  onStatus(listener: (status: WorkspaceStatus) => void): () => void;
}): () => void {
  let marked: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const mark = () => {
    timer = undefined;
    const { pending } = workspace.status;
    if (pending === marked) return;
    marked = pending;
    document.cookie = `${name}=${pending}; path=/; max-age=${seconds}; samesite=strict`;
  };
  mark();
  addEventListener("pagehide", mark);
  const stop = workspace.onStatus(() => (timer ??= setTimeout(mark, restMs)));
  return () => {
    stop();
    clearTimeout(timer);
    removeEventListener("pagehide", mark);
  };
}

/** There is no copy here any more, and it was not the browser that took it. */
export function dropMark(): void {
  document.cookie = `${name}=; path=/; max-age=0; samesite=strict`;
}

/** What a person is told where the copy that was here is gone. */
export function sayTaken(pending: number): string {
  const lost = pending === 1 ? "one change that had" : `${pending} changes that had`;
  return pending === 0
    ? "The browser cleared what Upshot kept here. All of it had reached the server, and is fetched again."
    : `The browser cleared what Upshot kept here, and ${lost} not reached the server went with it. What the server has is fetched again.`;
}
