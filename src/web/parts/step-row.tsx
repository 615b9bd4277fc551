import { CircleCheck, GripVertical } from "lucide-react";
import { type HTMLAttributes, memo, type MouseEvent, type ReactNode } from "react";
import { Button as Press, type ButtonProps } from "react-aria-components/Button";
import type { StepShown } from "#questions/asking.ts";
import { useStepActs } from "./step-acts.tsx";
import { StepLine } from "./step-line.tsx";
import styles from "./step-list.module.css";

/** What a row needs to be dragged. */
export interface Drag {
  row: HTMLAttributes<HTMLElement>;
  /** Of the button by which it is dragged with the keyboard. */
  button: ButtonProps;
  isDragged: boolean;
}

interface Props {
  shown: StepShown;
  why?: string;
  aside?: ReactNode;
  isChosen: boolean;
  /** True for the one row that Tab comes to. */
  isStop: boolean;
  isOfOneEvent: boolean;
  onChoose: (stepId: string) => void;
  drag?: Drag;
}

/** A step as a row of a grid: its circle closes it, all else of it shows it. */
export const StepRow = memo(function StepRow({ isChosen, isStop, onChoose, drag, ...line }: Props) {
  const acts = useStepActs();
  const { step, owner } = line.shown;
  const isOpen = step.state === "open";
  const choose = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || target.closest("button") === null) onChoose(step.id);
  };
  return (
    <div
      {...drag?.row}
      role="row"
      aria-label={step.what}
      aria-current={isChosen || undefined}
      className={`${styles["row"]} ${isChosen ? styles["chosen"] : ""}`}
      data-key={step.id}
      data-dragging={drag?.isDragged || undefined}
      tabIndex={isStop ? 0 : -1}
      onClick={choose}
      onKeyDown={({ key, target, currentTarget }) => {
        if (key === "Enter" && target === currentTarget) onChoose(step.id);
      }}
    >
      <div role="gridcell" className={styles["cell"]}>
        <Press
          excludeFromTabOrder
          className={styles["done"] ?? ""}
          aria-label={isOpen ? `Done: ${step.what}` : `Open again: ${step.what}`}
          data-whose={owner}
          data-closed={isOpen ? undefined : true}
          onPress={() => (isOpen ? acts.done(step.id) : acts.reopen(step.id))}
        >
          <CircleCheck aria-hidden size={20} strokeWidth={1.5} />
        </Press>
        <StepLine {...line} />
        {drag && (
          <Press
            {...drag.button}
            excludeFromTabOrder
            className={styles["drag"] ?? ""}
            aria-label={`Drag to a day: ${step.what}`}
          >
            <GripVertical aria-hidden size={16} />
          </Press>
        )}
      </div>
    </div>
  );
});
