import type { Commitment } from "#domain/model/commitment.ts";
import type { CommitmentId } from "#domain/model/id.ts";

/** Where a commitment is put: into a parent, after another of its (null: first; undefined: last). */
export interface OutlinePlace {
  parentId: CommitmentId | null;
  after?: CommitmentId | null;
}

/** The four ways in which a key moves a line of an outline. */
export type Way = "up" | "down" | "in" | "out";

type Line = Pick<Commitment, "id" | "parentId">;

/** Where a way leads; null where it leads nowhere. `lines` are in the outline's order. */
export function placeByWay(lines: readonly Line[], id: CommitmentId, way: Way): OutlinePlace | null {
  const line = lines.find((one) => one.id === id);
  if (line === undefined) return null;
  const family = familyOf(lines, parentOf(lines, line));
  const at = family.findIndex((one) => one.id === id);
  const parentId = parentOf(lines, line);
  if (way === "up") return at === 0 ? null : { parentId, after: family[at - 2]?.id ?? null };
  if (way === "down") {
    const next = family[at + 1];
    return next === undefined ? null : { parentId, after: next.id };
  }
  if (way === "in") {
    const before = family[at - 1];
    return before === undefined ? null : { parentId: before.id };
  }
  const parent = lines.find((one) => one.id === parentId);
  return parent === undefined ? null : { parentId: parentOf(lines, parent), after: parent.id };
}

/** Where something dropped before, after or on a line goes. */
export function placeByDrop(
  lines: readonly Line[],
  id: CommitmentId,
  { target, position }: { target: string; position: "before" | "after" | "on" },
): OutlinePlace | null {
  const line = lines.find((one) => one.id === target);
  if (line === undefined || line.id === id) return null;
  if (position === "on") return { parentId: line.id };
  const parentId = parentOf(lines, line);
  if (position === "after") return { parentId, after: line.id };
  const others = familyOf(lines, parentId).filter((one) => one.id !== id);
  return { parentId, after: others[others.findIndex((one) => one.id === target) - 1]?.id ?? null };
}

function familyOf(lines: readonly Line[], parentId: CommitmentId | null): Line[] {
  return lines.filter((one) => parentOf(lines, one) === parentId);
}

/** The parent that is shown; a line whose parent is not stands at the top. */
function parentOf(lines: readonly Line[], { parentId }: Line): CommitmentId | null {
  return lines.some(({ id }) => id === parentId) ? parentId : null;
}
