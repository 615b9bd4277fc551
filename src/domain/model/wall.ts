import type { Place } from "./sticky.ts";

/** How large things are on a wall, in units that are pixels where it is shown at full size. */
export const wall = {
  /** A sticky holds about 90 characters at the size of reading; longer ones are cut and opened. */
  sticky: { width: 148, height: 104 },
  gap: 12,
  /** Stickies side by side in a column: three columns of two can be read on a laptop at full size. */
  across: 2,
  /** The line with a cluster's name. */
  clusterHead: 44,
  clusterPad: 8,
} as const;

/** A column is as wide as its stickies side by side, with a gap around each. */
export const columnWidth = wall.across * (wall.sticky.width + wall.gap) + wall.gap;

export interface Size {
  width: number;
  height: number;
}

export interface Box extends Size {
  x: number;
  y: number;
}

/** How many stickies stand side by side in a cluster. */
export function clusterAcross(count: number): number {
  return count <= 1 ? 1 : wall.across;
}

/** The room that a cluster of so many stickies takes; it is as wide as they would be beside one another, and they are a little narrower. */
export function clusterSize(count: number): Size {
  const across = clusterAcross(count);
  const rows = Math.max(1, Math.ceil(count / across));
  const { sticky, gap, clusterPad, clusterHead } = wall;
  return {
    width: across * (sticky.width + gap) - gap,
    height: clusterHead + rows * (sticky.height + clusterPad),
  };
}

/**
 * The first place of a column where something finds room, row by row from the left, beside what hangs there already.
 * @param taken what hangs in the column
 */
export function freePlace(taken: readonly Box[], size: Size = wall.sticky): Pick<Place, "x" | "y"> {
  const { gap } = wall;
  // Only these can be the first: beside or below something, or at the top.
  const rows = [gap, ...taken.map((box) => box.y + box.height + gap)].sort((a, b) => a - b);
  for (const y of rows) {
    const beside = taken.filter((box) => box.y < y + size.height + gap && box.y + box.height + gap > y);
    const places = [gap, ...beside.map((box) => box.x + box.width + gap)].sort((a, b) => a - b);
    const x = places.find(
      (left) =>
        left + size.width + gap <= columnWidth + 0.5 &&
        beside.every((box) => box.x >= left + size.width + gap || box.x + box.width + gap <= left),
    );
    if (x !== undefined) return { x, y };
  }
  return { x: gap, y: rows.at(-1) ?? gap };
}

/**
 * Places for things one after another below what hangs in a column already, each as high as it can be; none lies on another.
 * @param taken what hangs there, and stays where it is
 */
export function tidied(sizes: readonly Size[], taken: readonly Box[] = []): Pick<Place, "x" | "y">[] {
  const { gap, across, sticky } = wall;
  const lane = sticky.width + gap;
  const bottoms = Array.from({ length: across }, (_, at) => {
    const under = taken.filter((box) => box.x < gap + (at + 1) * lane - gap && box.x + box.width > gap + at * lane);
    return Math.max(gap, ...under.map((box) => box.y + box.height + gap));
  });
  return sizes.map(({ width, height }) => {
    const span = Math.min(across, Math.ceil((width + gap) / lane));
    const tops = Array.from({ length: across - span + 1 }, (_, at) => Math.max(...bottoms.slice(at, at + span)));
    const y = Math.min(...tops);
    const at = tops.indexOf(y);
    bottoms.fill(y + height + gap, at, at + span);
    return { x: gap + at * lane, y };
  });
}
