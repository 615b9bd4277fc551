import { X } from "lucide-react";
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components/Toast";
import { Button, Text } from "react-aria-components/Toast";
import styles from "./toasts.module.css";

/** One thing said at the edge of the screen. */
interface Said {
  /** What happened: "Step done". */
  what: string;
  /** What was kept, and what to do; for what was refused. */
  more?: string;
  isRefused?: boolean;
  act?: { does: string; do: () => void };
}

/** What was done is said one at a time: it is the newest that a person may want back. */
const done = new ToastQueue<Said>({ maxVisibleToasts: 1 });
/** What was refused stays until it is closed. */
const refused = new ToastQueue<Said>({ maxVisibleToasts: 3 });

/** Long enough to read and reach; the key takes it back after that, too. */
const shownMs = 8000;

/** Says that something was done, with the way to take it back where there is one. */
export function sayDone(what: string, act?: Said["act"]): void {
  done.clear();
  done.add({ what, ...(act && { act }) }, { timeout: shownMs });
}

/** Says why something was not done, what was kept, and what to do. It stays until it is closed. */
export function sayRefused(what: string, more: string): void {
  refused.add({ what, more, isRefused: true });
}

/** Where things are said; one for the whole app. */
export function Toasts() {
  return (
    <>
      <Region queue={done} label="What was done" />
      <Region queue={refused} label="What was not done" />
    </>
  );
}

function Region({ queue, label }: { queue: ToastQueue<Said>; label: string }) {
  return (
    <ToastRegion queue={queue} className={styles["region"] ?? ""} aria-label={label}>
      {({ toast }) => {
        const { what, more, isRefused, act } = toast.content;
        return (
          <Toast toast={toast} className={`${styles["toast"]} ${isRefused ? styles["refused"] : ""}`}>
            <ToastContent className={styles["said"] ?? ""}>
              <Text slot="title">{what}</Text>
              {more !== undefined && <Text slot="description">{more}</Text>}
            </ToastContent>
            {act && (
              <Button
                className={`${styles["act"]} ${styles["undo"]}`}
                onPress={() => {
                  queue.close(toast.key);
                  act.do();
                }}
              >
                {act.does}
              </Button>
            )}
            <Button slot="close" aria-label="Close" className={styles["act"] ?? ""}>
              <X aria-hidden size={18} />
            </Button>
          </Toast>
        );
      }}
    </ToastRegion>
  );
}
