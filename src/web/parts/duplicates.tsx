import { sayCount } from "#domain/model/say.ts";
import { Button } from "./button.tsx";
import styles from "./duplicates.module.css";

interface Pair<Thing> {
  keep: Thing;
  other: Thing;
  reason: string;
}

interface Props<Thing> {
  /** What two of them may be: "one person". */
  one: string;
  /** What the button says. */
  does: string;
  pairs: readonly Pair<Thing>[];
  onMerge: (pair: Pair<Thing>) => void;
}

/** Two that may be one, each pair with its reason: merging is proposed, never done by itself, and can be undone. */
export function Duplicates<Thing extends { id: string; name: string }>({ one, does, pairs, onMerge }: Props<Thing>) {
  if (pairs.length === 0) return null;
  return (
    <details className={styles["duplicates"]}>
      <summary>
        {sayCount(pairs.length, "pair")} may be {one}
      </summary>
      <ul>
        {pairs.map((pair) => (
          <li key={`${pair.keep.id} ${pair.other.id}`}>
            <span>
              {pair.keep.name} and {pair.other.name} <small>{pair.reason}</small>
            </span>
            <Button aria-label={`${does}: ${pair.keep.name} and ${pair.other.name}`} onPress={() => onMerge(pair)}>
              {does}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
