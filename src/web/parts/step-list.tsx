import { type ReactNode, useEffect, useRef, useState } from "react";
import type { StepId } from "#domain/model/id.ts";
import type { StepShown } from "#questions/asking.ts";
import { Button } from "./button.tsx";
import { useKeys } from "./keys.ts";
import { fromRow, goThrough, rowOf, showRow } from "./rows.ts";
import { useStepActs } from "./step-acts.tsx";
import { loadStepDetail } from "./step-chosen.tsx";
import { StepRow } from "./step-row.tsx";
import { useDragging } from "./use-dragging.ts";
import styles from "./step-list.module.css";

/** A step in a list, with what is said of it there. */
interface Listed {
  shown: StepShown;
  why?: string;
  aside?: ReactNode;
}

export interface StepSection {
  id: string;
  title: string;
  /** Beside the title: how many, or what is meant. */
  note?: string;
  rows: readonly Listed[];
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
 * can be dragged to a day, by the keyboard too. It is a grid with one stop for Tab, as the ARIA Authoring Practices describe
 * it, and is written out here since the first screen shows it: a GridList of react-aria-components brings 35 KB.
 */
export function StepList({ label, sections, chosen, onChoose, isOfOneEvent = false }: Props) {
  const acts = useStepActs();
  const place = useRef<HTMLDivElement>(null);
  /** The row that Tab comes to: the last that had the focus. */
  const [current, setCurrent] = useState<string | null>(null);
  const [max, setMax] = useState(rowsAtFirst);
  const ids = sections.flatMap(({ rows }) => rows.map(({ shown }) => shown.step.id));
  const known = useRef(ids);
  const isHere = (id: string | null): id is StepId => id !== null && ids.includes(id as StepId); // it is one of them
  const stop = isHere(current) ? current : isHere(chosen) ? chosen : ids[0];

  const dragging = useDragging(place);
  // What the first row that is chosen shows must not wait for its code.
  useEffect(() => {
    const soon = setTimeout(() => void loadStepDetail(), 400);
    return () => clearTimeout(soon);
  }, []);

  // A row that was acted on and is gone hands the focus to the one in its place.
  useEffect(() => {
    const before = known.current;
    known.current = ids;
    if (current === null || isHere(current) || document.activeElement !== document.body) return;
    const next = ids[Math.min(before.indexOf(current as StepId), ids.length - 1)]; // it was one of them
    if (next !== undefined) showRow(rowOf(place.current, next));
  });

  const onStep = (act: (id: StepId) => void) => () => {
    const id = [current, chosen].find(isHere);
    if (id !== undefined) act(id);
  };
  const move = (by: number) => () => {
    const list = place.current;
    if (list === null) return;
    if (list.contains(document.activeElement)) fromRow(list, document.activeElement, by);
    else showRow(rowOf(list, stop ?? ""));
  };
  useKeys({
    j: { does: "Next step", act: move(1) },
    k: { does: "Step before", act: move(-1) },
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

  return (
    <>
      <div
        role="grid"
        aria-label={label}
        className={styles["list"]}
        ref={place}
        onKeyDown={goThrough}
        onFocus={({ target }) => {
          const row = target.closest<HTMLElement>("[role=row]");
          const id = row?.dataset["key"] ?? null;
          if (!isHere(id)) return;
          setCurrent(id);
          // What stands beside the list follows the keys.
          if (chosen !== null && chosen !== id && target === row) onChoose(id);
        }}
      >
        {drawn.map(({ id, title, note, rows }) => (
          <div key={id} role="rowgroup" aria-label={title}>
            <div role="row">
              <div role="rowheader" className={styles["heading"]}>
                {title} {note !== undefined && <span>{note}</span>}
              </div>
            </div>
            {rows.map((row) => {
              const { step } = row.shown;
              const said = {
                ...row,
                isChosen: step.id === chosen,
                isStop: step.id === stop,
                isOfOneEvent,
                onChoose,
              };
              return dragging === null ? (
                <StepRow key={step.id} {...said} />
              ) : (
                <dragging.DragSource key={step.id} id={step.id} words={step.what}>
                  {(drag) => <StepRow {...said} drag={drag} />}
                </dragging.DragSource>
              );
            })}
          </div>
        ))}
      </div>
      {ids.length > max && (
        <div className={styles["more"]}>
          <Button onPress={() => setMax(max + rowsAtFirst * 4)}>Show more of {ids.length}</Button>
        </div>
      )}
    </>
  );
}
