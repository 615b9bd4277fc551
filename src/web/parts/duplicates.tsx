import { sayCount } from "#domain/model/say.ts";
import type { DuplicatePair } from "#questions/duplicates.ts";
import { Button } from "./button.tsx";
import { useRun } from "./workspace.tsx";
import styles from "./duplicates.module.css";

/** Two who may be one, each pair with its reason: merging is proposed, never done by itself, and can be undone. */
export function Duplicates({ pairs }: { pairs: readonly DuplicatePair[] }) {
  const run = useRun();
  return (
    <details className={styles["duplicates"]}>
      <summary>{sayCount(pairs.length, "pair")} may be one person</summary>
      <ul>
        {pairs.map(({ keep, other, reason }) => (
          <li key={`${keep.id} ${other.id}`}>
            <span>
              {keep.name} and {other.name} <small>{reason}</small>
            </span>
            <Button onPress={() => void run("person.merge", { keepId: keep.id, otherId: other.id })}>
              They are one
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
