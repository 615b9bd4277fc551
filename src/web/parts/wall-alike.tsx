import { Sparkles } from "lucide-react";
import { useState } from "react";
import { type ProposedCluster, proposedClusters } from "#questions/board-alike.ts";
import type { BoardShown } from "#questions/board.ts";
import { shortened } from "#domain/model/say.ts";
import { Button } from "./button.tsx";
import { useRun } from "./workspace.tsx";
import styles from "./wall-alike.module.css";

/** What looks alike, to be put together by whoever thinks so, too (BD1); nothing is put together by itself. */
export function WallAlike({ shown }: { shown: BoardShown }) {
  const run = useRun();
  const [proposed, setProposed] = useState<ProposedCluster[] | null>(null);
  const drop = (one: ProposedCluster) => setProposed((now) => now?.filter((other) => other !== one) ?? null);
  const accept = async (one: ProposedCluster) => {
    drop(one);
    const stickyIds = one.stickies.map(({ id }) => id);
    if (one.into === null) await run("cluster.make", { boardId: shown.board.id, stickyIds });
    else await run("cluster.join", { clusterId: one.into.id, stickyIds });
  };
  return (
    <div className={styles["alike"]}>
      <Button icon={Sparkles} onPress={() => setProposed(proposedClusters(shown))}>
        What looks alike?
      </Button>
      {proposed !== null && proposed.length === 0 && <p role="status">Nothing that hangs alone looks alike.</p>}
      {proposed !== null && proposed.length > 0 && (
        <ul className={styles["list"]} aria-label="What looks alike">
          {proposed.map((one) => (
            <li key={one.stickies.map(({ id }) => id).join(" ")} className={styles["one"]}>
              <ul>
                {one.stickies.map(({ id, text }) => (
                  <li key={id}>{shortened(text, 80)}</li>
                ))}
              </ul>
              <p>
                {one.into === null ? "both say" : `like “${shortened(one.into.name, 40)}”:`} {one.words.join(", ")}
              </p>
              <div>
                <Button onPress={() => void accept(one)}>Put together</Button>
                <Button look="bare" onPress={() => drop(one)}>
                  Not these
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
