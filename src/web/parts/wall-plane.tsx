import { Maximize2, ZoomIn, ZoomOut } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { sayCount } from "#domain/model/say.ts";
import { columnWidth } from "#domain/model/wall.ts";
import type { BoardShown } from "#questions/board.ts";
import { wallHeight } from "#questions/board-drop.ts";
import { IconButton } from "./icon-button.tsx";
import { useWallActs } from "./wall-acts.ts";
import { type CardActs, ClusterCard, StickyCard } from "./wall-card.tsx";
import type { Opened } from "./wall-dialog.tsx";
import { useWallDrag } from "./wall-drag.ts";
import styles from "./wall-plane.module.css";

/** Smaller than this nobody reads a sticky; larger is for the screen of a room. */
const sizes = { least: 0.4, fit: 0.7, most: 2 };

/** The wall: its columns side by side, and on them what hangs there, moved by hand or keys. */
export function WallPlane({ shown, onOpen }: { shown: BoardShown; onOpen: (what: Opened) => void }) {
  const scroller = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const [zoom, setZoom] = useState<number | null>(null);
  const { drop, put, takeBack } = useWallActs(shown.board.id);
  useWallDrag({ scroller, surface, shown, onDrop: drop, onSay: setSaid });
  const width = shown.columns.length * columnWidth;
  const fitting = useFitting(scroller, width);
  const scale = zoom ?? fitting;
  const isVoting = shown.board.mode === "vote";
  const acts: CardActs = {
    isVoting,
    canPut: isVoting && shown.votes.left > 0,
    onOpen,
    onPut: put,
    onTakeBack: takeBack,
  };
  const height = wallHeight(shown.columns);
  const zoomTo = (factor: number) => setZoom(Math.min(sizes.most, Math.max(sizes.least, scale * factor)));
  return (
    <div className={styles["plane"]}>
      <div className={styles["scroller"]} ref={scroller}>
        <div className={styles["surface"]} ref={surface} style={{ zoom: scale, width }}>
          {shown.columns.map(({ column, clusters, stickies }) => (
            <section key={column.id} className={styles["column"]} aria-label={column.name} data-column>
              <h2 className={styles["name"]}>
                {column.name} <span>{clusters.reduce((sum, one) => sum + one.stickies.length, stickies.length)}</span>
              </h2>
              <ul className={styles["body"]} data-body style={{ height }}>
                {clusters.map((cluster) => (
                  <ClusterCard key={cluster.id} cluster={cluster} {...acts} />
                ))}
                {stickies.map((sticky) => (
                  <StickyCard key={sticky.id} {...sticky} {...acts} clusterId={null} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
      <div className={styles["zoom"]} role="group" aria-label="Size">
        <IconButton icon={ZoomOut} label="Smaller" onPress={() => zoomTo(1 / 1.2)} />
        <IconButton icon={Maximize2} label="Fit the columns" onPress={() => setZoom(null)} />
        <IconButton icon={ZoomIn} label="Larger" onPress={() => zoomTo(1.2)} />
      </div>
      <p className="unseen" role="status">
        {said === "" ? `${sayCount(shown.count, "sticky", "stickies")} on the wall` : said}
      </p>
    </div>
  );
}

/** The size at which all columns are in sight, as far as they can be read. */
function useFitting(scroller: React.RefObject<HTMLElement | null>, width: number): number {
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const fit = Math.max(sizes.fit, Math.min(sizes.most, element.clientWidth / width));
      setScale(Math.floor(fit * 100) / 100);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, width]);
  return scale;
}
