import { useEffect, useRef } from "react";

/** What a key does; with the words for it, it stands in the help of keys. */
export type KeyAct = (() => void) | { does: string; act: () => void };

/** Keys by name as `KeyboardEvent.key` says them, with "mod+" before it for Ctrl or Command; and what each does. */
export type Keys = Readonly<Record<string, KeyAct | undefined>>;

/** Every list of keys that is listened to now, the newest last. */
const listening = new Set<() => Keys>();

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
    const own = () => current.current;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      const isMod = event.ctrlKey || event.metaKey;
      const act = current.current[isMod ? `mod+${event.key.toLowerCase()}` : event.key];
      if (act === undefined || isTaken(event, isMod)) return;
      event.preventDefault();
      if (typeof act === "function") act();
      else act.act();
    };
    listening.add(own);
    addEventListener("keydown", listen);
    return () => {
      listening.delete(own);
      removeEventListener("keydown", listen);
    };
  }, [isOn]);
}

/** The keys that do something now, and what; for the help that shows them. */
export function keysNow(): { key: string; does: string }[] {
  const byKey = new Map<string, string>();
  for (const keys of listening) {
    for (const [key, act] of Object.entries(keys())) {
      if (typeof act === "object") byKey.set(key, act.does);
    }
  }
  return [...byKey].map(([key, does]) => ({ key, does }));
}

/** True where the keyboard has a Command key. */
const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A key as a person reads it: "Ctrl K", "?", "Enter". */
export function sayKey(key: string): string {
  const [, letter] = /^mod\+(.+)$/.exec(key) ?? [];
  if (letter !== undefined) return `${isApple ? "⌘" : "Ctrl"} ${letter.toUpperCase()}`;
  const named: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑", Escape: "Esc", " ": "Space" };
  return named[key] ?? key;
}

function isTaken({ target, key }: KeyboardEvent, isMod: boolean): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("input, textarea, select")) return !isMod || key.toLowerCase() === "z";
  if (target.closest("[role=dialog], [role=menu], [role=listbox]") !== null) return true;
  return (key === "Enter" || key === " ") && target.closest("button, a, summary") !== null;
}
