import type { Work } from "../command.ts";
import type { Commitment } from "../model/commitment.ts";
import type { CommitmentId } from "../model/id.ts";
import { liesIn, type Period, sayPeriod } from "../model/period.ts";
import type { Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { found } from "./found.ts";

/** An outline deeper than this is read by nobody, and fits no phone. */
export const depthMax = 8;

/** Those that lie in a commitment, or at the top, in their order; those with one rank in the order in which they were made. */
export async function childrenOf(tx: Tx, parentId: CommitmentId | null): Promise<Commitment[]> {
  return (await tx.list("commitment", { parentId })).sort((a, b) => a.rank - b.rank);
}

/**
 * The rank of a commitment among those of a parent: after another, first (`null`), or last (undefined, or where the other is not among
 * them any more). Where there is no number left between two, those of the parent are counted anew.
 */
export async function rankFor(
  tx: Tx,
  { id, parentId, after }: { id: CommitmentId; parentId: CommitmentId | null; after: CommitmentId | null | undefined },
): Promise<number> {
  const others = (await childrenOf(tx, parentId)).filter((one) => one.id !== id);
  const last = others.at(-1);
  if (last === undefined) return 0;
  const place = after === null ? 0 : others.findIndex((one) => one.id === after) + 1;
  const next = after === undefined || (after !== null && place === 0) ? undefined : others[place];
  if (next === undefined) return last.rank + 1;
  const before = others[place - 1];
  if (before === undefined) return next.rank - 1;
  const between = (before.rank + next.rank) / 2;
  if (between > before.rank && between < next.rank) return between;
  for (const [at, { id: other, rank }] of others.entries()) {
    const counted = at < place ? at : at + 1;
    if (rank !== counted) await tx.patch("commitment", other, { rank: counted });
  }
  return place;
}

/** PL2: refuses a time that does not lie in that of the commitment it serves, and says which that is. */
export function refuseOutside(what: string, period: Period, parent: Commitment): void {
  if (liesIn(period, parent)) return;
  throw new Refusal(
    "not-allowed",
    `"${what}" would be for ${sayPeriod(period)}, which does not lie in ${sayPeriod(parent)}, the time of "${parent.what}" that it serves. Give it a time within ${sayPeriod(parent)}, or take it out of there first.`,
  );
}

/** PL2: refuses a place inside itself, and one that is too deep. Gives the parent. */
export async function refuseCircle(
  { tx }: Work,
  parentId: CommitmentId,
  { id, what }: Pick<Commitment, "what"> & { id: CommitmentId | null },
): Promise<Commitment> {
  const parent = await found(tx, "commitment", parentId);
  let depth = 1;
  for (let at: Commitment | undefined = parent; at !== undefined; depth += 1) {
    if (at.id === id) {
      throw new Refusal("not-allowed", `"${what}" cannot serve "${parent.what}", which serves "${what}" itself.`);
    }
    at = at.parentId === null || depth > depthMax ? undefined : await tx.get("commitment", at.parentId);
  }
  const height = id === null ? 1 : await heightOf(tx, id);
  if (depth - 1 + height > depthMax) {
    throw new Refusal(
      "too-large",
      `"${what}" would lie ${depth - 1 + height} deep; an outline goes ${depthMax} deep. Put it further up.`,
    );
  }
  return parent;
}

async function heightOf(tx: Tx, id: CommitmentId, left = depthMax): Promise<number> {
  if (left === 0) return 1;
  let height = 1;
  for (const child of await tx.list("commitment", { parentId: id })) {
    height = Math.max(height, 1 + (await heightOf(tx, child.id, left - 1)));
  }
  return height;
}
