import { ChevronRight, GripVertical } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { Collection } from "react-aria-components/Collection";
import { Button, Tree, TreeItem, TreeItemContent } from "react-aria-components/Tree";
import { useDragAndDrop } from "react-aria-components/useDragAndDrop";
import type { CommitmentId } from "#domain/model/id.ts";
import { sayPeriod } from "#domain/model/period.ts";
import { sayAll, sayCount } from "#domain/model/say.ts";
import type { PlanItem } from "#questions/plan.ts";
import { placeByDrop, placeByWay, type Way } from "./outline-places.ts";
import { useRun } from "./workspace.tsx";
import styles from "./plan-tree.module.css";

interface Node {
  id: CommitmentId;
  item: PlanItem;
  inside: Node[];
}

interface Props {
  items: readonly PlanItem[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

const ways: Record<string, Way> = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" };

/**
 * The outline (PL2), to be reordered and indented by dragging, by keyboard on the handle, or with Alt and an arrow. What the rules
 * forbid is refused with a sentence and stays where it was.
 */
export function PlanTree({ items, chosen, onChoose }: Props) {
  const run = useRun();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const lines = items.map(({ commitment }) => commitment);
  const nodes = nodesOf(items);
  const put = (commitmentId: CommitmentId, place: ReturnType<typeof placeByWay>) => {
    // What was refused was said.
    if (place !== null) void run("commitment.place", { commitmentId, ...place }).catch(() => undefined);
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({ "text/plain": lines.find(({ id }) => id === key)?.what ?? String(key) })),
    onMove: ({ keys, target }) => {
      const [moved] = [...keys].flatMap((key) => lines.filter(({ id }) => id === key));
      if (moved === undefined) return;
      put(moved.id, placeByDrop(lines, moved.id, { target: String(target.key), position: target.dropPosition }));
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const way = ways[event.key];
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[role=row]") : null;
    const line = lines.find(({ id }) => id === row?.dataset["key"]);
    if (!event.altKey || way === undefined || line === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    put(line.id, placeByWay(lines, line.id, way));
  };
  return (
    <div onKeyDownCapture={onKeyDown}>
      <Tree
        aria-label="Commitments"
        className={styles["tree"] ?? ""}
        items={nodes}
        selectionMode="none"
        dragAndDropHooks={dragAndDropHooks}
        expandedKeys={lines.map(({ id }) => id).filter((id) => !folded.has(id))}
        onExpandedChange={(keys) => setFolded(new Set(lines.map(({ id }) => id).filter((id) => !keys.has(id))))}
        onAction={(key) => onChoose(String(key))}
      >
        {(node) => <Line node={node} chosen={chosen} />}
      </Tree>
    </div>
  );
}

function Line({ node, chosen }: { node: Node; chosen: string | null }) {
  const { commitment } = node.item;
  return (
    <TreeItem
      id={node.id}
      textValue={commitment.what}
      className={`${styles["row"]} ${node.id === chosen ? styles["chosen"] : ""}`}
      data-closed={commitment.state === "open" ? undefined : true}
    >
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className={styles["line"]}>
            {hasChildItems ? (
              <Button slot="chevron" className={styles["fold"] ?? ""}>
                <ChevronRight aria-hidden size={16} />
              </Button>
            ) : (
              <span className={styles["leaf"]} />
            )}
            <What item={node.item} />
            <Button slot="drag" className={styles["drag"] ?? ""} aria-label={`Move: ${commitment.what}`}>
              <GripVertical aria-hidden size={16} />
            </Button>
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.inside}>{(inside) => <Line node={inside} chosen={chosen} />}</Collection>
    </TreeItem>
  );
}

/** What it is, for when, what hangs on it, and what is missing. */
function What({ item: { commitment, who, counts, isIdle, isOver, moved } }: { item: PlanItem }) {
  const hanging = sayAll([
    [counts.open, sayCount(counts.open, "open step")],
    [counts.done, `${counts.done} done`],
    [counts.leads, sayCount(counts.leads, "lead")],
    [counts.needs, sayCount(counts.needs, "need")],
  ]);
  const state = commitment.state === "open" ? null : commitment.state === "done" ? "done" : "dropped";
  const about = [
    sayPeriod(commitment),
    who,
    state,
    hanging || null,
    moved > 0 ? `moved ${sayCount(moved, "time")}` : null,
  ];
  return (
    <div className={styles["what"]}>
      <span className={styles["words"]}>{commitment.what}</span>
      <span className={styles["about"]}>
        {about.filter((part) => part !== null).join(" · ")}
        {isIdle && <b> · nothing this month</b>}
        {isOver && <b> · its time is over</b>}
      </span>
    </div>
  );
}

/** The lines as a tree, by their depths. */
function nodesOf(items: readonly PlanItem[]): Node[] {
  const top: Node[] = [];
  const path: Node[] = [];
  for (const item of items) {
    const node: Node = { id: item.commitment.id, item, inside: [] };
    path.length = item.depth;
    (path.at(-1)?.inside ?? top).push(node);
    path.push(node);
  }
  return top;
}
