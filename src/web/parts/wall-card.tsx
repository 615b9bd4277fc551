import { memo } from "react";
import { clusterName, type ClusterShown, type StickyShown } from "#questions/board.ts";
import type { ClusterId } from "#domain/model/id.ts";
import type { On } from "./wall-acts.ts";
import { DotCount, WallDots } from "./wall-dots.tsx";
import type { Opened } from "./wall-dialog.tsx";
import styles from "./wall-card.module.css";

/** What every thing on the wall is shown with. */
export interface CardActs {
  /** Dots are put now, and some of mine are left. */
  isVoting: boolean;
  canPut: boolean;
  onOpen: (what: Opened) => void;
  onPut: (on: On) => void;
  onTakeBack: (on: On) => void;
}

interface StickyProps
  extends
    CardActs,
    Pick<StickyShown, "id" | "text" | "x" | "y" | "writer" | "isPrivate" | "isMine" | "votes" | "mine"> {
  clusterId: ClusterId | null;
}

/** One sticky. Drawn anew only when it is another: there may be hundreds. */
export const StickyCard = memo(function StickyCard(props: StickyProps) {
  const { id, text, x, y, clusterId, writer, isPrivate, isMine, votes, mine } = props;
  const { isVoting, canPut, onOpen, onPut, onTakeBack } = props;
  const isLoose = clusterId === null;
  const look = isPrivate ? "private" : isMine ? "own" : "sticky";
  return (
    <li
      className={styles[look]}
      data-is="sticky"
      data-id={id}
      {...(clusterId === null ? { "data-x": x, "data-y": y, style: placedAt(x, y) } : { "data-cluster": clusterId })}
    >
      <button type="button" className={styles["face"]} onClick={() => onOpen({ is: "sticky", id })}>
        <span>{text}</span>
      </button>
      <span className={styles["foot"]}>
        {!(isVoting && isLoose) && <span className={styles["writer"]}>{isPrivate ? "only you see it" : writer}</span>}
        <DotCount votes={votes} />
        {isVoting && isLoose && (
          <WallDots on={on(id)} name={text} mine={mine} canPut={canPut} onPut={onPut} onTakeBack={onTakeBack} />
        )}
      </span>
    </li>
  );
});

/** A cluster with its stickies, under its name; it is held by its name. */
export function ClusterCard({ cluster, ...acts }: { cluster: ClusterShown } & CardActs) {
  const { id, x, y, stickies, votes, mine } = cluster;
  const { isVoting, canPut, onOpen, onPut, onTakeBack } = acts;
  return (
    <li
      className={styles[stickies.length > 1 ? "cluster" : "single"]}
      data-is="cluster"
      data-id={id}
      data-x={x}
      data-y={y}
      style={placedAt(x, y)}
    >
      <div className={styles["head"]}>
        <button type="button" className={styles["name"]} onClick={() => onOpen({ is: "cluster", id })}>
          {cluster.name ?? "Give it a name"}
        </button>
        <DotCount votes={votes} />
        {isVoting && (
          <WallDots
            on={{ clusterId: id }}
            name={clusterName(cluster)}
            mine={mine}
            canPut={canPut}
            onPut={onPut}
            onTakeBack={onTakeBack}
          />
        )}
      </div>
      <ul className={styles["inside"]}>
        {stickies.map((sticky) => (
          <StickyCard key={sticky.id} {...sticky} {...acts} clusterId={id} />
        ))}
      </ul>
    </li>
  );
}

/** The same thing for the same sticky, so that what is drawn with it stays as it is. */
function on(stickyId: StickyShown["id"]): On {
  let known = ons.get(stickyId);
  if (known === undefined) ons.set(stickyId, (known = { stickyId }));
  return known;
}

const ons = new Map<StickyShown["id"], On>();

/** Where something hangs. It is a property of the element, set by script: no style of the page's text, which its policy forbids. */
function placedAt(x: number, y: number) {
  return { translate: `${x}px ${y}px` };
}
