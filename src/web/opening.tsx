import { useSyncExternalStore } from "react";
import type { OpenWorkspace } from "./device/open-workspace.ts";
import { sayStopped } from "./device/say-sync.ts";
import { Button } from "./parts/button.tsx";
import styles from "./opening.module.css";

/** What a person should know while there is no screen to say it on. With `isAll` there is nothing else to be seen. */
export function Said({ sentence, isAll = false }: { sentence: string; isAll?: boolean }) {
  if (!isAll) return <p className={styles["told"]}>{sentence}</p>;
  return (
    <main className={styles["alone"]} id="main">
      <h1>Upshot</h1>
      <p role="alert">{sentence}</p>
      <Button onPress={() => location.reload()}>Reload</Button>
    </main>
  );
}

/** This browser joins the workspace that the server keeps: how far that is, until there is something to look at. */
export function Joining({ workspace }: { workspace: OpenWorkspace }) {
  const { progress, isAway, stopped, trouble } = useSyncExternalStore(
    (listener) => workspace.onStatus(listener),
    () => workspace.status,
  );
  const wrong = trouble ?? (stopped === null ? null : sayStopped(stopped));
  return (
    <main className={styles["alone"]} id="main">
      <h1>Fetching your workspace</h1>
      {progress !== null && (
        <progress value={progress.done} max={progress.total} aria-label="Fetching your workspace" />
      )}
      <p role="status">
        {wrong ??
          (isAway
            ? "The server cannot be reached. It is tried again by itself, and goes on from where it stopped."
            : "The newest event comes first; you can begin as soon as it is here.")}
      </p>
    </main>
  );
}
