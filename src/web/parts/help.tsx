import { Dialog } from "./dialog.tsx";
import { type KeyNow, sayKey } from "./keys.ts";
import styles from "./help.module.css";

/** The keys that do something on this screen, as they were listened to when it was asked for: none is listed by hand. */
export function Help({ keys, onClose }: { keys: readonly KeyNow[]; onClose: () => void }) {
  const ways = keys.filter(({ key }) => key.startsWith("g "));
  const acts = keys.filter(({ key }) => !key.startsWith("g "));
  return (
    <Dialog title="The keys" isOpen onClose={onClose} isWide>
      <List keys={acts} />
      <h3>Go to</h3>
      <List keys={ways} />
    </Dialog>
  );
}

function List({ keys }: { keys: readonly KeyNow[] }) {
  return (
    <ul className={styles["keys"]}>
      {keys.map(({ key, does }) => (
        <li key={key}>
          {does} <kbd>{sayKey(key)}</kbd>
        </li>
      ))}
    </ul>
  );
}
