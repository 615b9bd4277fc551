import type { KeyboardEvent } from "react";

/** Rows that Page Up and Page Down go over. */
const pageRows = 10;

/**
 * The keys of a grid whose rows take the focus: arrows up and down, Home, End and the page keys go from row to row; left and right
 * through what can be done in one, and back to the row itself. Its rows are `[role=row][data-key]`.
 */
export function goThrough(event: KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || event.altKey || event.metaKey || event.shiftKey) return;
  const { currentTarget: list, target, key } = event;
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: pageRows, PageUp: -pageRows, Home: -Infinity, End: Infinity }[key];
  if (by !== undefined) fromRow(list, target, by);
  else if (key === "ArrowRight" || key === "ArrowLeft") within(target, key === "ArrowRight" ? 1 : -1);
  else return;
  event.preventDefault();
}

/** Puts the focus so many rows after the one that something is in; on the first or the last where there are not so many. */
export function fromRow(list: HTMLElement, inside: EventTarget | null, by: number): void {
  const rows = [...list.querySelectorAll<HTMLElement>(isRow)];
  const at = rows.findIndex((row) => inside instanceof Node && row.contains(inside));
  if (at >= 0) showRow(rows[Math.max(0, Math.min(rows.length - 1, at + by))]);
}

/** The row of a key. */
export function rowOf(list: HTMLElement | null, key: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[role=row][data-key="${CSS.escape(key)}"]`) ?? null;
}

/** Puts the focus on a row, and no further than it has to goes what it is in. */
export function showRow(row: HTMLElement | null | undefined): void {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

const isRow = "[role=row][data-key]";

function within(target: EventTarget, by: 1 | -1): void {
  if (!(target instanceof Element)) return;
  const row = target.closest<HTMLElement>(isRow);
  if (row === null) return;
  // What is not shown, as on a screen that is touched, cannot take the focus.
  const inside = [...row.querySelectorAll<HTMLElement>("button, a[href]")].filter((one) => one.checkVisibility());
  const stops = [row, ...inside];
  const at = stops.findIndex((one) => one === target);
  stops[(at + by + stops.length) % stops.length]?.focus();
}
