import { organizationKey } from "./duplicates/organization.ts";
import { openDomains } from "./duplicates/known.ts";

/** What organizations are compared by. */
export interface OrganizationCandidate {
  key: string;
  name: string;
  domains: readonly string[];
  url: string | null;
}

/** Two entries that may be one organization. A proposal: nothing is merged by it. */
export interface OrganizationsAlike {
  /** The keys, in the order in which the candidates were given. */
  a: string;
  b: string;
  /** Why, in words: "same domain contoso.example". */
  reason: string;
}

/** Shorter names that differ by one letter are mostly two: "Tritex" and "Britex". */
const slipLettersMin = 7;
/** Names are compared by their letters up to this length; longer ones for equality only. */
const slipLettersMax = 60;
/** Initials of fewer words stand for too much. */
const initialsMin = 3;
/** What so many share says nothing of any two of them. */
const sharersMax = 8;

/**
 * Finds the pairs that may be one organization, the surest first: the same name but for its legal form and spelling, the same domain
 * or site, initials and the words they stand for, a name that is one letter away. Grows with the number of organizations.
 */
export function organizationsAlike(organizations: readonly OrganizationCandidate[]): OrganizationsAlike[] {
  const all = organizations.map((one) => ({ ...one, words: organizationKey(one.name) }));
  const found = new Map<string, OrganizationsAlike>();
  const propose = (
    groups: Iterable<readonly [string, Known[]]>,
    reason: (by: string, pair: Known[]) => string | null,
  ) => {
    for (const [by, group] of groups) {
      if (by === "" || group.length > sharersMax) continue;
      for (const [at, one] of group.entries()) {
        for (const other of group.slice(at + 1)) {
          const key = `${one.key} ${other.key}`;
          const why = found.has(key) || one.key === other.key ? null : reason(by, [one, other]);
          if (why !== null) found.set(key, { a: one.key, b: other.key, reason: why });
        }
      }
    }
  };
  propose(
    Map.groupBy(all, ({ words }) => words),
    (_, [one, other]) => (one?.name === other?.name ? "the same name" : "the same name, written in two ways"),
  );
  propose(grouped(all, domainsOf), (domain) => `same domain ${domain}`);
  propose(grouped(all, shortAndLong), (initials, [one, other]) => {
    const isShort = (known: Known | undefined) => known?.words === initials;
    // Two long names with the same initials are two.
    return isShort(one) === isShort(other) ? null : `${initials.toUpperCase()} are the initials`;
  });
  propose(grouped(all, withoutOneLetter), (_, [one, other]) =>
    one !== undefined && other !== undefined && isSlip(one.words, other.words)
      ? "the names are one letter apart"
      : null,
  );
  return [...found.values()];
}

interface Known extends OrganizationCandidate {
  words: string;
}

function grouped(all: readonly Known[], keysOf: (one: Known) => Iterable<string>): Map<string, Known[]> {
  const groups = new Map<string, Known[]>();
  for (const one of all) {
    for (const key of new Set(keysOf(one))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return groups;
}

/** The domains that are theirs, and that of their site. A free mail service is nobody's. */
function domainsOf({ domains, url }: Known): string[] {
  const site = /^https?:\/\/(?:www\.)?([^/:?#@]+)/i.exec(url ?? "")?.[1];
  return [...domains, ...(site === undefined ? [] : [site])]
    .map((domain) => domain.toLowerCase())
    .filter((domain) => !openDomains.has(domain));
}

/** A name of one word as initials may be; and the initials of a name of several. */
function shortAndLong({ words }: Known): string[] {
  const parts = words.split(" ");
  if (parts.length === 1) return words.length >= initialsMin && words.length <= 6 ? [words] : [];
  const initials = parts.map((part) => part.charAt(0)).join("");
  return initials.length >= initialsMin ? [initials] : [];
}

function withoutOneLetter({ words }: Known): string[] {
  if (words.length < slipLettersMin || words.length > slipLettersMax) return [];
  const all = Array.from(words, (_, at) => words.slice(0, at) + words.slice(at + 1));
  return [words, ...all];
}

/** One letter more, less, or another; never a digit, which tells branches and versions apart. */
function isSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  if (one.replace(/\D/g, "") !== other.replace(/\D/g, "")) return false;
  let start = 0;
  while (start < one.length && one.charAt(start) === other.charAt(start)) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return Math.max(one.length, other.length) - start - end <= 1;
}
