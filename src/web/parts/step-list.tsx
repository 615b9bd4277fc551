import { CircleCheck, GripVertical } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import {
  Button as Press,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
} from "react-aria-components/GridList";
import type { DragAndDropHooks } from "react-aria-components/useDragAndDrop";
import type { StepId } from "#domain/model/id.ts";
import type { StepShown } from "#questions/asking.ts";
import { Button } from "./button.tsx";
import { useKeys } from "./keys.ts";
import { useDragging } from "./use-dragging.ts";
import { StepLine } from "./step-line.tsx";
import { useStepActs } from "./step-acts.tsx";
import styles from "./step-list.module.css";

/** A step in a list, with what is said of it there. */
export interface StepRow {
  shown: StepShown;
  why?: string;
  aside?: ReactNode;
}

export interface StepSection {
  id: string;
  title: string;
  /** Beside the title: how many, or what is meant. */
  note?: string;
  rows: readonly StepRow[];
}

interface Props {
  label: string;
  sections: readonly StepSection[];
  chosen: string | null;
  onChoose: (stepId: string | null) => void;
  isOfOneEvent?: boolean;
}

/** So many rows are drawn at first; more when asked for. */
const rowsAtFirst = 150;

/**
 * Steps in sections, with one key a decision on the one in focus: d done, p put off, e change, x drop; j and k go through it. A step
 * can be dragged to a day, by the keyboard too.
 */
export function StepList({ label, sections, chosen, onChoose, isOfOneEvent = false }: Props) {
  const acts = useStepActs();
  const place = useRef<HTMLDivElement>(null);
  const focused = useRef<string | null>(null);
  const [max, setMax] = useState(rowsAtFirst);
  const ids = sections.flatMap(({ rows }) => rows.map(({ shown }) => shown.step.id));
  const known = useRef(ids);

  const dragging = useDragging(place);

  // A row that was acted on and is gone hands the focus to the one in its place.
  useEffect(() => {
    const before = known.current;
    known.current = ids;
    const last = focused.current;
    if (last === null || ids.includes(last as StepId) || document.activeElement !== document.body) return;
    const next = ids[Math.min(before.indexOf(last as StepId), ids.length - 1)];
    if (next !== undefined) rowOf(place.current, next)?.focus();
  });

  const onStep = (act: (id: StepId) => void) => () => {
    const id = [focused.current, chosen].find((one) => one !== null && ids.includes(one as StepId));
    if (id !== undefined && id !== null) act(id as StepId);
  };
  const move = (key: "ArrowDown" | "ArrowUp") => () => {
    const list = place.current;
    if (list === null) return;
    const active = document.activeElement;
    if (active instanceof HTMLElement && list.contains(active)) {
      const row = active.closest<HTMLElement>("[role=row]") ?? active;
      row.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    } else rowOf(list, focused.current ?? chosen ?? ids[0] ?? "")?.focus();
  };
  useKeys({
    j: { does: "Next step", act: move("ArrowDown") },
    k: { does: "Step before", act: move("ArrowUp") },
    d: { does: "Done", act: onStep(acts.done) },
    p: { does: "Put off, or give it a day", act: onStep(acts.putOff) },
    e: { does: "Change", act: onStep(acts.edit) },
    x: { does: "Drop", act: onStep(acts.drop) },
    Escape: chosen === null ? undefined : () => onChoose(null),
  });

  let left = max;
  const drawn = sections
    .map((section) => {
      const rows = section.rows.slice(0, Math.max(0, left));
      left -= rows.length;
      return { ...section, rows };
    })
    .filter(({ rows }) => rows.length > 0);

  const list = (hooks: DragAndDropHooks | null) => (
    <GridList
      ref={place}
      aria-label={label}
      className={styles["list"] ?? ""}
      selectionMode="none"
      disallowTypeAhead
      onAction={(key) => onChoose(String(key))}
      {...(hooks && { dragAndDropHooks: hooks })}
    >
      {drawn.map(({ id, title, note, rows }) => (
        <GridListSection key={id} id={id} aria-label={title}>
          <GridListHeader className={styles["heading"] ?? ""}>
            {title} {note !== undefined && <span>{note}</span>}
          </GridListHeader>
          {rows.map((row) => (
            <Row
              key={row.shown.step.id}
              row={row}
              isChosen={row.shown.step.id === chosen}
              isOfOneEvent={isOfOneEvent}
              canDrag={hooks !== null}
            />
          ))}
        </GridListSection>
      ))}
    </GridList>
  );

  return (
    <>
      <div
        onFocus={({ target }) => {
          const row = target.closest<HTMLElement>("[role=row]");
          const id = row?.dataset["key"] ?? null;
          if (id === null || !ids.includes(id as StepId)) return;
          focused.current = id;
          // What stands beside the list follows the keys.
          if (chosen !== null && chosen !== id && target === row) onChoose(id);
        }}
      >
        {dragging === null ? (
          list(null)
        ) : (
          <dragging.DragSource wordsOf={(id) => wordsOf(sections, id)}>{list}</dragging.DragSource>
        )}
      </div>
      {ids.length > max && (
        <div className={styles["more"]}>
          <Button onPress={() => setMax(max + rowsAtFirst * 4)}>Show more of {ids.length}</Button>
        </div>
      )}
    </>
  );
}

interface RowProps {
  row: StepRow;
  isChosen: boolean;
  isOfOneEvent: boolean;
  canDrag: boolean;
}

function Row({ row, isChosen, isOfOneEvent, canDrag }: RowProps) {
  const acts = useStepActs();
  const { step, owner } = row.shown;
  const isOpen = step.state === "open";
  return (
    <GridListItem id={step.id} textValue={step.what} className={`${styles["row"]} ${isChosen ? styles["chosen"] : ""}`}>
      <Press
        className={styles["done"] ?? ""}
        aria-label={isOpen ? `Done: ${step.what}` : `Open again: ${step.what}`}
        data-whose={owner}
        data-closed={isOpen ? undefined : true}
        onPress={() => (isOpen ? acts.done(step.id) : acts.reopen(step.id))}
      >
        <CircleCheck aria-hidden size={20} strokeWidth={1.5} />
      </Press>
      <StepLine {...row} isOfOneEvent={isOfOneEvent} />
      {canDrag && (
        <Press slot="drag" className={styles["drag"] ?? ""} aria-label={`Drag to a day: ${step.what}`}>
          <GripVertical aria-hidden size={16} />
        </Press>
      )}
    </GridListItem>
  );
}

function rowOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[role=row][data-key="${CSS.escape(id)}"]`) ?? null;
}

function wordsOf(sections: readonly StepSection[], key: string): string {
  for (const { rows } of sections) {
    const row = rows.find(({ shown }) => shown.step.id === key);
    if (row !== undefined) return row.shown.step.what;
  }
  return "";
}
