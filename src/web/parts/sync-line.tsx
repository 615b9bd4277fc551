import { sayCount } from "#domain/model/say.ts";
import { useSyncStatus } from "./workspace.tsx";

/** How far this device and the server agree, where there is something to say. */
export function SyncLine() {
  const { pending, refused, progress } = useSyncStatus();
  if (progress !== null) return <p role="status">{`${progress.done} of ${progress.total}`}</p>;
  if (refused > 0) return <p role="status">{sayCount(refused, "change")} could not be applied</p>;
  return pending === 0 ? null : <p role="status">{sayCount(pending, "change")} kept here</p>;
}
