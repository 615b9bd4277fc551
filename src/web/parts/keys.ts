import { useLayoutEffect, useRef } from "react";

/** What a key does; with the words for it, it stands in the help of keys. */
export type KeyAct = (() => void) | { does: string; act: () => void };

/**
 * Keys by name as `KeyboardEvent.key` says them, with "mod+" before it for Ctrl or Command, or "g " for one that follows a g; and
 * what each does.
 */
export type Keys = Readonly<Record<string, KeyAct | undefined>>;

/** Every list of keys that is listened to now, the newest last. */
const listening = new Set<() => Keys>();

/**
 * Listens for keys while a screen or a part is there; of two lists that hold a key, the newer acts. Single keys are not taken while
 * somebody types, in a dialog, or with another modifier; Enter and Space stay with whatever control has the focus.
 */
export function useKeys(keys: Keys, isOn = true): void {
  // In the layout effect: a key that is pressed as soon as the screen is seen counts.
  const current = useRef(keys);
  useLayoutEffect(() => {
    current.current = keys;
  });
  useLayoutEffect(() => {
    if (!isOn) return;
    const own = () => current.current;
    if (listening.size === 0) addEventListener("keydown", listen);
    listening.add(own);
    return () => {
      listening.delete(own);
      if (listening.size === 0) removeEventListener("keydown", listen);
    };
  }, [isOn]);
}

/** A key that does something now, and what. */
export interface KeyNow {
  key: string;
  does: string;
}

/** The keys that do something now; for the help that shows them. */
export function keysNow(): KeyNow[] {
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

/** A key as a person reads it: "Ctrl K", "?", "g t". */
export function sayKey(key: string): string {
  const [, letter] = /^mod\+(.+)$/.exec(key) ?? [];
  return letter === undefined ? key : `${isApple ? "⌘" : "Ctrl"} ${letter.toUpperCase()}`;
}

/** A second key counts as following a g within this time. */
const followsMs = 1500;
/** When, since the page was opened (`Event.timeStamp`, milliseconds); never, at first: a page just opened has been told no g. */
let wentAt = -Infinity;

function listen(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey) return;
  const isMod = event.ctrlKey || event.metaKey;
  if (isTaken(event, isMod)) return;
  const follows = !isMod && event.timeStamp - wentAt < followsMs;
  wentAt = !isMod && !follows && event.key === "g" ? event.timeStamp : -Infinity;
  const act = actOf(isMod ? `mod+${event.key.toLowerCase()}` : follows ? `g ${event.key}` : event.key);
  if (act === undefined) return;
  event.preventDefault();
  if (typeof act === "function") act();
  else act.act();
}

function actOf(key: string): KeyAct | undefined {
  for (const keys of [...listening].reverse()) {
    const act = keys()[key];
    if (act !== undefined) return act;
  }
  return undefined;
}

function isTaken({ target, key }: KeyboardEvent, isMod: boolean): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("input, textarea, select")) return !isMod || key.toLowerCase() === "z";
  if (target.closest("[role=dialog], [role=menu], [role=listbox]") !== null) return true;
  return (key === "Enter" || key === " ") && target.closest("button, a, summary") !== null;
}
