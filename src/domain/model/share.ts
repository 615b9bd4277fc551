import * as z from "zod";
import { EventId } from "./id.ts";

/** A whole, in the parts that shares are counted in. */
export const wholeParts = 10_000;

/** The most events that one outcome is shared between. */
export const sharesMax = 100;

/** The part that an event has in an outcome, of 10,000. */
export const Share = z.object({ eventId: EventId, part: z.int().min(0).max(wholeParts) });
export type Share = z.infer<typeof Share>;

/**
 * The share of each event that led to an outcome, always summing to `wholeParts` (OC1): as somebody said, or equal. What was said
 * of events that no longer lead there is spread over the others in proportion, and an event that nobody spoke of counts like the mean of them.
 * @param eventIds those that led there, each once; none gives no share
 */
export function sharesOf(eventIds: readonly EventId[], said: readonly Share[] | null): Share[] {
  const partSaid = new Map((said ?? []).map(({ eventId, part }) => [eventId, part]));
  const spoken = eventIds.flatMap((id) => partSaid.get(id) ?? []);
  const sum = spoken.reduce((total, part) => total + part, 0);
  // Scaled by how many were spoken of, so that the mean is whole.
  const weights = eventIds.map((id) => (sum === 0 ? 1 : (partSaid.get(id) ?? sum / spoken.length)));
  const parts = apportioned(wholeParts, weights);
  return eventIds.map((eventId, at) => ({ eventId, part: parts[at] ?? 0 }));
}

/**
 * Whole numbers in proportion to weights that sum to `total` exactly: each gets its floor, and what is left goes to the largest
 * remainders (Hamilton's method), the earlier first. No weight above zero gives equal parts.
 * @param total at most 10^15
 */
export function apportioned(total: number, weights: readonly number[]): number[] {
  if (weights.length < 2) return weights.map(() => total);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const even = sum > 0 ? weights : weights.map(() => 1);
  // In whole numbers of any size: an amount times a weight is more than a double can hold exactly.
  const scaled = even.map((weight) => BigInt(Math.round(weight * 1000)));
  const whole = scaled.reduce((all, weight) => all + weight, 0n);
  const parts = scaled.map((weight, at) => {
    const product = BigInt(total) * weight;
    return { at, part: product / whole, rest: product % whole };
  });
  const left = Number(BigInt(total) - parts.reduce((all, { part }) => all + part, 0n));
  const first = parts.toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
  const more = new Set(first.slice(0, left).map(({ at }) => at));
  return parts.map(({ at, part }) => Number(part) + (more.has(at) ? 1 : 0));
}
