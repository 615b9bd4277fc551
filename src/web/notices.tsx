import { X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { keepApp, type Update } from "./device/app-update.ts";
import { sayStopped } from "./device/say-sync.ts";
import { useWorkspace } from "./parts/workspace.tsx";
import styles from "./notices.module.css";

let update: Update | null = null;
let look: (() => Promise<void>) | null = null;
const listeners = new Set<() => void>();

/** Once the first screen is there: the app is kept on this device, and a newer one is looked for. */
export function keepAppHere(): void {
  if (look !== null) return;
  look = async () => undefined;
  void keepApp((newer) => {
    update = newer;
    for (const listener of listeners) listener();
  }).then((looking) => (look = looking));
}

/** What a person should know wherever they are: trouble with what is kept, why nothing is synced, a newer app. Each can be closed. */
export function Notices() {
  const workspace = useWorkspace();
  const { trouble, stopped } = useSyncExternalStore(
    (listener) => workspace.onStatus(listener),
    () => workspace.status,
  );
  const newer = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => update,
  );
  const [closed, setClosed] = useState<readonly string[]>([]);
  useEffect(() => {
    if (stopped === "client-older") void look?.();
  }, [stopped]);

  const said = [
    ...(trouble === null ? [] : [{ sentence: trouble, act: null }]),
    ...(stopped === null ? [] : [{ sentence: sayStopped(stopped), act: null }]),
    ...(newer === null ? [] : [{ sentence: "A newer Upshot is ready.", act: newer.take }]),
  ].filter(({ sentence }) => !closed.includes(sentence));
  return (
    <div className={styles["notices"]} role="status">
      {said.map(({ sentence, act }) => (
        <div className={styles["notice"]} key={sentence}>
          <p>{sentence}</p>
          {act !== null && (
            <button type="button" onClick={act}>
              Reload
            </button>
          )}
          <button
            type="button"
            className={styles["close"]}
            aria-label={`Close: ${sentence}`}
            onClick={() => setClosed([...closed, sentence])}
          >
            <X aria-hidden size={18} />
          </button>
        </div>
      ))}
    </div>
  );
}
