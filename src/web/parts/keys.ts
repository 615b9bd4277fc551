import { useEffect, useRef } from "react";

/** Keys by name as `KeyboardEvent.key` says them, with "mod+" before it for Ctrl or Command; and what each does. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

/**
 * Listens for keys while a screen or a part is there. Single keys are not taken while somebody types, in a dialog that is not the
 * listener's own, or with another modifier; Enter and Space stay with whatever control has the focus.
 */
export function useKeys(keys: Keys, isOn = true): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      const isMod = event.ctrlKey || event.metaKey;
      const act = current.current[isMod ? `mod+${event.key.toLowerCase()}` : event.key];
      if (act === undefined || isTaken(event, isMod)) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [isOn]);
}

function isTaken({ target, key }: KeyboardEvent, isMod: boolean): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("input, textarea, select")) return !isMod || key.toLowerCase() === "z";
  if (target.closest("[role=dialog], [role=menu], [role=listbox]") !== null) return true;
  return (key === "Enter" || key === " ") && target.closest("button, a, summary") !== null;
}
