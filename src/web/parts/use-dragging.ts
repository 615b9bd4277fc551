import type * as dragging from "./dragging.tsx";
import { type RefObject, useEffect, useState } from "react";

type Dragging = typeof dragging;

/** Once it is here, it is there for every list at once. */
let here: Dragging | null = null;

/** After the first screen is drawn and quiet. */
const soonMs = 1200;

/**
 * Dragging, where there is a mouse: its code comes after the first screen, since that is seen and used without it. A list that has the
 * focus goes on as it is, and can be dragged from the next time it is shown.
 */
export function useDragging(place: RefObject<HTMLElement | null>): Dragging | null {
  const [taken, setTaken] = useState(here);
  useEffect(() => {
    if (taken !== null || !matchMedia("(hover: hover)").matches) return;
    let isOn = true;
    const take = async () => {
      // With no network before the app is kept whole, lists do without it until they are shown again.
      here = await import("./dragging.tsx").catch(() => null);
      if (isOn && place.current?.contains(document.activeElement) !== true) setTaken(here);
    };
    const soon = setTimeout(() => void take(), soonMs);
    return () => {
      isOn = false;
      clearTimeout(soon);
    };
  }, [taken, place]);
  return taken;
}
