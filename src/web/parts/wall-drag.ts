import { type RefObject, useEffect, useRef } from "react";
import type { ClusterId, StickyId } from "#domain/model/id.ts";
import type { BoardShown } from "#questions/board.ts";
import type { Drop, Point } from "#questions/board-drop.ts";
import type { Held } from "./wall-acts.ts";
import { Hold, type Surface } from "./wall-hold.ts";

/** A mouse that moves less than this has clicked. */
const slackPx = 5;
/** A finger that stays so long picks up; one that moves on scrolls. */
const pressMs = 250;
/** So near the edge of what is in sight the wall moves along. */
const edgePx = 40;
const edgeStepPx = 14;

interface Dragging {
  scroller: RefObject<HTMLElement | null>;
  surface: RefObject<HTMLElement | null>;
  shown: BoardShown;
  onDrop: (held: Held, drop: Drop) => Promise<unknown>;
  /** Says what a screen reader should tell. */
  onSay: (words: string) => void;
}

/**
 * Moving things on the wall by hand: a mouse drags, a finger presses and drags, keys pick up (Space), move (arrows), and put down (Space or
 * Enter). Elements say what they are by `data-id`, `data-is` and `data-cluster`.
 */
export function useWallDrag(dragging: Dragging): void {
  const current = useRef(dragging);
  useEffect(() => {
    current.current = dragging;
  });
  const { scroller, surface } = dragging;
  useEffect(() => {
    if (scroller.current === null || surface.current === null) return;
    return listen({ scroller: scroller.current, surface: surface.current }, () => current.current);
  }, [scroller, surface]);
}

function listen(on: Surface, now: () => Dragging): () => void {
  const { scroller, surface } = on;
  const shown = () => now().shown;
  let hold: Hold | null = null;
  let pressed: { element: HTMLElement; held: Held; from: Point; pointerId: number; timer: number } | null = null;
  let pointer: Point = { x: 0, y: 0 };
  let scrollFrom: Point = { x: 0, y: 0 };
  let frame = 0;
  let isByKeys = false;
  let steps: Point = { x: 0, y: 0 };

  const say = (words: string) => now().onSay(words);

  const pickUp = (element: HTMLElement, held: Held) => {
    hold = new Hold(element, held, on, shown);
    scrollFrom = { x: scroller.scrollLeft, y: scroller.scrollTop };
  };

  const follow = () => {
    frame = 0;
    if (hold === null || pressed === null) return;
    const box = scroller.getBoundingClientRect();
    const along = {
      x: pointer.x < box.left + edgePx ? -edgeStepPx : pointer.x > box.right - edgePx ? edgeStepPx : 0,
      y: pointer.y < box.top + edgePx ? -edgeStepPx : pointer.y > box.bottom - edgePx ? edgeStepPx : 0,
    };
    if (along.x !== 0 || along.y !== 0) {
      scroller.scrollBy(along.x, along.y);
      frame = requestAnimationFrame(follow);
    }
    const { scale } = hold;
    hold.moveTo({
      x: (pointer.x - pressed.from.x + scroller.scrollLeft - scrollFrom.x) / scale,
      y: (pointer.y - pressed.from.y + scroller.scrollTop - scrollFrom.y) / scale,
    });
  };

  const letGo = async () => {
    const held = hold;
    if (held === null) return;
    hold = null;
    const { drop } = held;
    held.end({ back: false });
    try {
      await now().onDrop(held.held, drop);
    } catch {
      // Why not was said.
    }
    // By then it is drawn where it now hangs; where that is where it hung before, nothing else puts it there.
    requestAnimationFrame(() => held.back());
  };

  const cancel = () => {
    if (hold === null) return;
    hold.end({ back: true });
    hold = null;
    say("Put back where it was.");
  };

  const release = () => {
    if (pressed !== null) clearTimeout(pressed.timer);
    pressed = null;
    cancelAnimationFrame(frame);
    frame = 0;
  };

  const down = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary || hold !== null) return;
    const { element, held } = heldAt(event.target) ?? {};
    if (element === undefined || held === undefined) return;
    const from = { x: event.clientX, y: event.clientY };
    pointer = from;
    const timer =
      event.pointerType === "mouse"
        ? 0
        : window.setTimeout(() => {
            if (pressed !== null) pickUp(pressed.element, pressed.held);
          }, pressMs);
    pressed = { element, held, from, pointerId: event.pointerId, timer };
  };

  const move = (event: PointerEvent) => {
    if (pressed === null || event.pointerId !== pressed.pointerId) return;
    pointer = { x: event.clientX, y: event.clientY };
    if (hold === null) {
      const far = Math.hypot(pointer.x - pressed.from.x, pointer.y - pressed.from.y) > slackPx;
      if (!far) return;
      if (event.pointerType !== "mouse") return release();
      surface.setPointerCapture(event.pointerId);
      pickUp(pressed.element, pressed.held);
    }
    if (frame === 0) frame = requestAnimationFrame(follow);
  };

  const up = (event: PointerEvent) => {
    if (pressed === null || event.pointerId !== pressed.pointerId) return;
    if (hold !== null) {
      pointer = { x: event.clientX, y: event.clientY };
      cancelAnimationFrame(frame);
      follow();
      // The click that follows the end of a drag is none.
      surface.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => surface.removeEventListener("click", swallow, { capture: true }), 0);
    }
    release();
    void letGo();
  };

  const lost = (event: PointerEvent) => {
    if (pressed === null || event.pointerId !== pressed.pointerId) return;
    release();
    cancel();
  };

  const touch = (event: TouchEvent) => {
    if (hold !== null && !isByKeys) event.preventDefault(); // what is held does not scroll
  };

  const key = (event: KeyboardEvent) => {
    if (hold !== null && event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      release();
      isByKeys = false;
      return cancel();
    }
    if (hold === null) {
      if (event.key !== " " || event.ctrlKey || event.metaKey || event.altKey) return;
      const { element, held } = heldAt(event.target) ?? {};
      if (element === undefined || held === undefined) return;
      event.preventDefault();
      pickUp(element, held);
      isByKeys = true;
      steps = { x: 0, y: 0 };
      return say("Picked up. Arrows move it, Space puts it down, Escape puts it back.");
    }
    if (!isByKeys) return;
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      isByKeys = false;
      say(sayDrop(shown(), hold.drop));
      return void letGo();
    }
    const way = ways[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const far = event.shiftKey ? 120 : 24;
    steps = { x: steps.x + way.x * far, y: steps.y + way.y * far };
    hold.moveTo(steps);
    hold.show();
    say(sayWhere(shown(), hold.drop));
  };

  const left = () => {
    if (isByKeys) cancel();
    isByKeys = false;
  };

  const stops = [
    hear(surface, "pointerdown", down),
    hear(surface, "pointermove", move),
    hear(surface, "pointerup", up),
    hear(surface, "pointercancel", lost),
    hear(surface, "keydown", key),
    hear(surface, "focusout", left),
    hear(surface, "dragstart", (event: Event) => event.preventDefault()),
    hear(surface, "touchmove", touch, { passive: false }),
  ];
  return () => {
    release();
    for (const stop of stops) stop();
  };
}

const ways: Record<string, Point | undefined> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function hear<K extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  kind: K,
  listener: (event: HTMLElementEventMap[K]) => void,
  options?: AddEventListenerOptions,
): () => void {
  element.addEventListener(kind, listener, options);
  return () => element.removeEventListener(kind, listener, options);
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** What is held where a hand or a key takes hold: the innermost thing that says what it is. */
function heldAt(target: EventTarget | null): { element: HTMLElement; held: Held } | undefined {
  if (!(target instanceof Element) || target.closest("[data-no-drag]") !== null) return undefined;
  const element = target.closest<HTMLElement>("[data-is]");
  if (element === null) return undefined;
  const { id, is, cluster } = element.dataset;
  if (id === undefined) return undefined;
  if (is === "cluster") return { element, held: { is: "cluster", id: id as ClusterId } }; // written by the wall itself
  return { element, held: { is: "sticky", id: id as StickyId, clusterId: (cluster ?? null) as ClusterId | null } }; // as above
}

function sayWhere(shown: BoardShown, drop: Drop): string {
  if (drop.does === "join") return "Over a cluster.";
  if (drop.does === "make") return "Over another sticky.";
  return `In ${shown.columns.find(({ column }) => column.id === drop.columnId)?.column.name ?? "the wall"}.`;
}

function sayDrop(shown: BoardShown, drop: Drop): string {
  if (drop.does === "hang") return `Put down. ${sayWhere(shown, drop)}`;
  return "Put together.";
}
