import { columnWidth } from "#domain/model/wall.ts";
import type { BoardShown } from "#questions/board.ts";
import { type Drop, dropAt, type Point } from "#questions/board-drop.ts";
import type { Held } from "./wall-acts.ts";

/** The surface that a wall's columns stand on, and what of it is in sight. */
export interface Surface {
  scroller: HTMLElement;
  /** As wide as the columns, at whatever size they are shown. */
  surface: HTMLElement;
}

/**
 * Something that is held over the wall: it follows the hand without being drawn anew (its `translate` alone is written), and shows what it
 * would be put with. Nothing is written anywhere before it is let go of: each act is a line of the journal, and one undo takes it back.
 */
export class Hold {
  readonly held: Held;
  readonly #element: HTMLElement;
  readonly #on: Surface;
  readonly #shown: () => BoardShown;
  readonly #base: Point;
  readonly #start: Point;
  #at: Point;
  #target: Element | null = null;

  constructor(element: HTMLElement, held: Held, on: Surface, shown: () => BoardShown) {
    this.#element = element;
    this.held = held;
    this.#on = on;
    this.#shown = shown;
    // In a cluster a sticky stands in the row of the others; alone it hangs at its own place.
    const inRow = held.is === "sticky" && held.clusterId !== null;
    this.#base = inRow ? { x: 0, y: 0 } : { x: Number(element.dataset["x"]), y: Number(element.dataset["y"]) };
    const { left, top } = element.getBoundingClientRect();
    const origin = this.#origin();
    const scale = this.scale;
    this.#start = { x: (left - origin.x) / scale, y: (top - origin.y) / scale };
    this.#at = this.#start;
    element.dataset["held"] = "";
    element.closest("[data-column]")?.setAttribute("data-holds", "");
  }

  /** Pixels of the screen in one unit of the wall. */
  get scale(): number {
    const { surface } = this.#on;
    return surface.getBoundingClientRect().width / (this.#shown().columns.length * columnWidth);
  }

  /** Where its upper left corner is. */
  get at(): Point {
    return this.#at;
  }

  get drop(): Drop {
    return dropAt(this.#shown(), this.held.id, this.#at);
  }

  /** Moves it so far from where it was picked up, in units of the wall. */
  moveTo({ x, y }: Point): void {
    this.#at = { x: this.#start.x + x, y: this.#start.y + y };
    this.#element.style.translate = `${this.#base.x + x}px ${this.#base.y + y}px`;
    const { drop } = this;
    this.#mark(drop.does === "join" ? drop.clusterId : drop.does === "make" ? drop.stickyId : null);
  }

  /** Keeps it in sight of who moves it with keys. */
  show(): void {
    this.#element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Ends it where it is; `back` puts it where it was. */
  end({ back }: { back: boolean }): void {
    this.#mark(null);
    delete this.#element.dataset["held"];
    this.#element.closest("[data-column]")?.removeAttribute("data-holds");
    if (back) this.back();
  }

  back(): void {
    const { x, y } = this.#element.dataset;
    this.#element.style.translate = x === undefined ? "" : `${x}px ${y}px`;
  }

  #mark(id: string | null): void {
    const target = id === null ? null : this.#on.surface.querySelector(`[data-id="${id}"]`);
    if (target === this.#target) return;
    this.#target?.removeAttribute("data-target");
    target?.setAttribute("data-target", "");
    this.#target = target;
  }

  #origin(): Point {
    const body = this.#on.surface.querySelector("[data-body]") ?? this.#on.surface;
    const { left, top } = body.getBoundingClientRect();
    return { x: left, y: top };
  }
}
