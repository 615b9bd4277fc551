import { sounding } from "./folding.ts";
import type { Someone } from "./hits.ts";
import type { KnownNames } from "./known.ts";

/** Shorter names differ by one letter too often to be the same. */
const lengthMin = 6;

const indexes = new WeakMap<
  KnownNames,
  { byStart: Map<string, { name: string; who: Someone }[]>; found: Map<string, readonly Someone[]> }
>();

/** Answers are kept for so many words; notes repeat themselves. */
const foundMax = 20_000;

/**
 * The known people one of whose names is one slip away from a word (a letter too many, too few, wrong, or two swapped).
 * Looks only at names of the same first letter and about the same length.
 */
export function nearPeople(known: KnownNames, plain: string): readonly Someone[] {
  let index = indexes.get(known);
  if (index === undefined) {
    index = { byStart: byStart(known), found: new Map() };
    indexes.set(known, index);
  }
  const before = index.found.get(plain);
  if (before !== undefined) return before;
  const people = new Set<Someone>();
  for (const length of [plain.length - 1, plain.length, plain.length + 1]) {
    for (const { name, who } of index.byStart.get(plain.charAt(0) + length) ?? [])
      if (isOneSlip(plain, name)) people.add(who);
  }
  const found = [...people];
  if (index.found.size < foundMax) index.found.set(plain, found);
  return found;
}

function byStart(known: KnownNames): Map<string, { name: string; who: Someone }[]> {
  const index = new Map<string, { name: string; who: Someone }[]>();
  for (const who of known.people) {
    for (const name of new Set([who.given, who.family])) {
      if (name.length < lengthMin) continue;
      const key = name.charAt(0) + name.length;
      const there = index.get(key);
      if (there === undefined) index.set(key, [{ name, who }]);
      else there.push({ name, who });
    }
  }
  return index;
}

/** A family name beside the right given name may be off by a slip from five letters on, or only sound alike. */
export function isNear(written: string, name: string): boolean {
  if (written.length < 4 || name.length < 4) return false;
  if (sounding(written) === sounding(name)) return true;
  return written.length >= 5 && name.length >= 5 && isOneSlip(written, name);
}

/** True where one letter was added, left out, replaced, or swapped with its neighbour. Linear in the length. */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one.charCodeAt(from) === other.charCodeAt(from)) from += 1;
  let left = one.length;
  let right = other.length;
  while (left > from && right > from && one.charCodeAt(left - 1) === other.charCodeAt(right - 1)) {
    left -= 1;
    right -= 1;
  }
  const restOne = left - from;
  const restOther = right - from;
  if (restOne <= 1 && restOther <= 1) return true;
  return restOne === 2 && restOther === 2 && one[from] === other[from + 1] && one[from + 1] === other[from];
}
