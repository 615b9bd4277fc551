import { type ReactNode, useRef } from "react";
import { Button as Press } from "react-aria-components/Button";
import { useDrag } from "react-aria-components/useDrag";
import { useDrop } from "react-aria-components/useDrop";
import type { StepId } from "#domain/model/id.ts";
import type { Drag } from "./step-row.tsx";

/** What a dragged step is known by where it is dropped. */
const stepDragType = "application/x-upshot-step";

interface SourceProps {
  id: StepId;
  /** The words of the step, for places outside of the app. */
  words: string;
  children: (drag: Drag) => ReactNode;
}

/** A step that can be dragged to a day. */
export function DragSource({ id, words, children }: SourceProps) {
  const { dragProps, dragButtonProps, isDragging } = useDrag({
    hasDragButton: true,
    getItems: () => [{ [stepDragType]: id, "text/plain": words }],
    getAllowedDropOperations: () => ["move"],
  });
  return children({ row: dragProps, button: dragButtonProps, isDragged: isDragging });
}

interface TargetProps {
  className: string;
  onPress: () => void;
  onStep: (id: StepId) => void;
  children: ReactNode;
}

/** A place on which a step can be dropped. */
export function DropTarget({ className, onPress, onStep, children }: TargetProps) {
  const place = useRef<HTMLButtonElement>(null);
  const { dropProps, dropButtonProps, isDropTarget } = useDrop({
    ref: place,
    hasDropButton: true,
    getDropOperation: (types) => (types.has(stepDragType) ? "move" : "cancel"),
    onDrop: ({ items }) => {
      for (const item of items) {
        if (item.kind !== "text" || !item.types.has(stepDragType)) continue;
        void item.getText(stepDragType).then((id) => onStep(id as StepId)); // the list puts its ids there
      }
    },
  });
  return (
    <div {...dropProps}>
      <Press
        {...dropButtonProps}
        ref={place}
        className={className}
        data-drop={isDropTarget || undefined}
        onPress={onPress}
      >
        {children}
      </Press>
    </div>
  );
}
