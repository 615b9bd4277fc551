import { memo } from "react";
import { sayCount } from "#domain/model/say.ts";
import type { On } from "./wall-acts.ts";
import styles from "./wall-dots.module.css";

interface Props {
  on: On;
  /** What it is, for who does not see it. */
  name: string;
  mine: number;
  /** False where all of mine are on the board. */
  canPut: boolean;
  onPut: (on: On) => void;
  onTakeBack: (on: On) => void;
}

/** My dots on one thing, one more and one less. Plain buttons: there may be hundreds of them. */
export const WallDots = memo(function WallDots({ on, name, mine, canPut, onPut, onTakeBack }: Props) {
  return (
    <span className={styles["dots"]} data-no-drag>
      <button
        type="button"
        className={styles["less"]}
        aria-label={`Take a dot back from ${name}`}
        aria-disabled={mine === 0}
        onClick={() => mine > 0 && onTakeBack(on)}
      >
        −
      </button>
      <span className={styles["mine"]} role="img" aria-label={`${sayCount(mine, "dot")} of yours`}>
        {mine > 4 ? `● ${mine}` : "●".repeat(mine)}
      </span>
      <button
        type="button"
        className={styles["more"]}
        aria-label={`Put a dot on ${name}`}
        aria-disabled={!canPut}
        onClick={() => canPut && onPut(on)}
      >
        +
      </button>
    </span>
  );
});

/** How many dots something has, once they are counted. */
export function DotCount({ votes }: { votes: number | null }) {
  if (votes === null || votes === 0) return null;
  return (
    <b className={styles["count"]}>
      <span aria-hidden>●</span> {votes} <span className="unseen">{votes === 1 ? "dot" : "dots"}</span>
    </b>
  );
}
