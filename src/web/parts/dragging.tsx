import { type ReactNode, useRef } from "react";
import { Button as Press } from "react-aria-components/Button";
import { type DragAndDropHooks, useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { useDrop } from "react-aria-components/useDrop";
import type { StepId } from "#domain/model/id.ts";

/** What a dragged step is known by where it is dropped. */
const stepDragType = "application/x-upshot-step";

interface SourceProps {
  /** The words of a step, for places outside of the app. */
  wordsOf: (id: string) => string;
  children: (hooks: DragAndDropHooks) => ReactNode;
}

/** A list whose steps can be dragged to a day. */
export function DragSource({ wordsOf, children }: SourceProps) {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [stepDragType]: String(key), "text/plain": wordsOf(String(key)) })),
    getAllowedDropOperations: () => ["move"],
  });
  return children(dragAndDropHooks);
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
