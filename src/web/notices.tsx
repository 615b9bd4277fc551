import { X } from "lucide-react";
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import type { Stopped } from "#sync/client.ts";
import { keepApp, type Update } from "./device/app-update.ts";
import { sayStopped } from "./device/say-sync.ts";
import { Button } from "./parts/button.tsx";
import { useWorkspace } from "./parts/workspace.tsx";
import styles from "./notices.module.css";

const SetAside = lazy(async () => ({ default: (await import("./parts/set-aside.tsx")).SetAside }));

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
  const [isSettingAside, setSettingAside] = useState(false);
  const [closed, setClosed] = useState<readonly string[]>([]);
  useEffect(() => {
    if (stopped === "client-older") void look?.();
  }, [stopped]);

  const actFor = (why: Stopped) => {
    if (why === "other-workspace") return { does: "Set it aside", do: () => setSettingAside(true) };
    return why === "client-older" ? { does: "Reload", do: () => location.reload() } : null;
  };
  const said = [
    ...(trouble === null ? [] : [{ sentence: trouble, act: null }]),
    ...(stopped === null ? [] : [{ sentence: sayStopped(stopped), act: actFor(stopped) }]),
    ...(newer === null ? [] : [{ sentence: "A newer Upshot is ready.", act: { does: "Reload", do: newer.take } }]),
  ].filter(({ sentence }) => !closed.includes(sentence));
  return (
    <>
      <div className={styles["notices"]} role="status" hidden={isSettingAside}>
        {said.map(({ sentence, act }) => (
          <div className={styles["notice"]} key={sentence}>
            <p>{sentence}</p>
            <button
              type="button"
              className={styles["close"]}
              aria-label={`Close: ${sentence.split(". ")[0]}`}
              onClick={() => setClosed([...closed, sentence])}
            >
              <X aria-hidden size={18} />
            </button>
            {act !== null && (
              <div className={styles["act"]}>
                <Button onPress={act.do}>{act.does}</Button>
              </div>
            )}
          </div>
        ))}
      </div>
      {isSettingAside && (
        <Suspense fallback={null}>
          <SetAside onClose={() => setSettingAside(false)} />
        </Suspense>
      )}
    </>
  );
}
