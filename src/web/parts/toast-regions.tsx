import { X } from "lucide-react";
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components/Toast";
import { Button, Text } from "react-aria-components/Toast";
import type { Said } from "./toasts.tsx";
import styles from "./toasts.module.css";

/** What was done is said one at a time: it is the newest that a person may want back. */
export const done = new ToastQueue<Said>({ maxVisibleToasts: 1 });
/** What was refused stays until it is closed. */
export const refused = new ToastQueue<Said>({ maxVisibleToasts: 3 });

/** Where things are said. */
export function Regions() {
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
