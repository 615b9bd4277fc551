import { CloudOff, RefreshCw, TriangleAlert } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Link } from "wouter";
import { sayCount } from "#domain/model/say.ts";
import { useSyncStatus, useWorkspace } from "./workspace.tsx";
import styles from "./sync-line.module.css";

const stoppedWords = {
  "server-older": "The server is older than this app. What you do is kept here until it is brought up to date.",
  "client-older": "This app is older than the server. Reload it to get what is new.",
  "no-workspace": "The server does not have this workspace. What you do is kept here.",
} as const;

/** How far this device and the server agree; nothing where all is well. What could not be applied has its own place. */
export function SyncLine({ isSlim = false }: { isSlim?: boolean }) {
  const workspace = useWorkspace();
  const { pending, refused, progress, stopped } = useSyncStatus();
  const isOnline = useOnline();
  const lost = workspace.lost().length;
  const line = () => {
    if (refused > 0 || lost > 0) {
      return (
        <>
          <TriangleAlert aria-hidden size={16} />
          <Link href="/unapplied">{sayCount(refused + lost, "thing")} could not be applied</Link>
        </>
      );
    }
    if (stopped !== null) return stoppedWords[stopped];
    if (progress !== null) {
      return (
        <>
          <RefreshCw aria-hidden size={16} />
          {`Taking in ${progress.done} of ${progress.total}`}
        </>
      );
    }
    if (!isOnline) {
      return (
        <>
          <CloudOff aria-hidden size={16} />
          {pending === 0 ? "Offline. Everything still works." : `Offline. ${sayCount(pending, "change")} kept here.`}
        </>
      );
    }
    return null;
  };
  const said = line();
  return (
    <div role="status" className={said === null ? "" : `${styles["sync"]} ${isSlim ? styles["slim"] : ""}`}>
      {said}
    </div>
  );
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      addEventListener("online", listener);
      addEventListener("offline", listener);
      return () => {
        removeEventListener("online", listener);
        removeEventListener("offline", listener);
      };
    },
    () => navigator.onLine,
  );
}
