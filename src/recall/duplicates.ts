import { candidatePairs } from "./duplicates/blocks.ts";
import { Comparison } from "./duplicates/comparison.ts";
import { type DuplicateCandidate, type Known, knownOf } from "./duplicates/known.ts";

export type { DuplicateCandidate } from "./duplicates/known.ts";
export { organizationKey } from "./duplicates/organization.ts";

/** Two entries that may be one person. A proposal: nothing is merged by it. */
export interface Duplicate {
  /** The keys, in the order in which the candidates were given. */
  a: string;
  b: string;
  /** How likely it is that they are one person, 0 to 1. */
  likeness: number;
  /** Why, in words: "same e-mail ana@contoso.example". */
  reason: string;
}

/**
 * Finds the pairs that may be one person, the likeliest first. The same personal e-mail address, number or profile is
 * near certain; a desk's address ("info@") or a number that many share is not. Otherwise names, organization and place
 * are weighed: an agreement counts the more the rarer the thing agreed on is among these people (Fellegi and Sunter 1969),
 * so that two John Smiths need more than two Ximena Öztürks. Two entries that both match a third are proposed too, unless their
 * names differ. Time grows with the number of people.
 */
export function duplicatesAmong(people: readonly DuplicateCandidate[]): Duplicate[] {
  const known = people.map(knownOf);
  const comparison = new Comparison(known);
  const found: Found[] = [];
  for (const [i, j] of candidatePairs(known)) {
    const verdict = comparison.of(at(known, i), at(known, j));
    if (verdict.likeness >= likenessMin) found.push({ i, j, likeness: verdict.likeness, reason: verdict.reason });
  }
  found.push(...throughThirds(known, comparison, found));
  return found
    .sort((x, y) => y.likeness - x.likeness || x.i - y.i || x.j - y.j)
    .map(({ i, j, likeness, reason }) => ({
      a: at(known, i).candidate.key,
      b: at(known, j).candidate.key,
      likeness: Math.round(likeness * 1000) / 1000,
      reason: reason(),
    }));
}

/** Below an even chance a proposal costs more attention than it saves. */
const likenessMin = 0.5;
/** Entries of one person come from a phone, a mail program, LinkedIn, a badge: not from dozens of places. */
const matchesMax = 12;

interface Found {
  i: number;
  j: number;
  likeness: number;
  reason: () => string;
}

/** Pairs that nothing ties directly, but that both match the same third entry. */
function throughThirds(known: readonly Known[], comparison: Comparison, found: readonly Found[]): Found[] {
  const neighbours = new Map<number, Map<number, number>>();
  const link = (from: number, to: number, likeness: number) => {
    const links = neighbours.get(from) ?? new Map<number, number>();
    neighbours.set(from, links.set(to, likeness));
  };
  for (const { i, j, likeness } of found) {
    link(i, j, likeness);
    link(j, i, likeness);
  }
  const implied = new Map<string, Found>();
  for (const [third, links] of neighbours) {
    if (links.size > matchesMax) continue;
    const ends = [...links].sort((x, y) => x[0] - y[0]);
    for (const [place, [i, toI]] of ends.entries()) {
      for (const [j, toJ] of ends.slice(place + 1)) {
        const likeness = toI * toJ;
        const key = `${i} ${j}`;
        if (
          likeness < likenessMin ||
          neighbours.get(i)?.has(j) === true ||
          (implied.get(key)?.likeness ?? 0) >= likeness
        )
          continue;
        if (comparison.of(at(known, i), at(known, j)).isOtherName) continue;
        implied.set(key, { i, j, likeness, reason: () => `both match ${nameOf(at(known, third).candidate)}` });
      }
    }
  }
  return [...implied.values()];
}

function nameOf(candidate: DuplicateCandidate): string {
  return candidate.name || candidate.emails[0]?.value || "a third entry";
}

function at(known: readonly Known[], index: number): Known {
  const person = known[index];
  if (person === undefined) throw new Error("Must hold: pairs name people by their place in the list");
  return person;
}
