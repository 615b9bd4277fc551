import { CloudOff, RefreshCw, TriangleAlert } from "lucide-react";
import { Link } from "wouter";
import { sayCount } from "#domain/model/say.ts";
import { useSyncStatus, useWorkspace } from "./workspace.tsx";
import styles from "./sync-line.module.css";

/**
 * How far this device and the server agree; nothing where all is well. What could not be applied has its own place;
 * why nothing is synced stands among the notices.
 */
export function SyncLine({ isSlim = false }: { isSlim?: boolean }) {
  const workspace = useWorkspace();
  const { pending, refused, progress, isAway } = useSyncStatus();
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
    if (progress !== null) {
      return (
        <>
          <RefreshCw aria-hidden size={16} />
          {`Taking in ${progress.done} of ${progress.total}`}
        </>
      );
    }
    if (isAway) {
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
