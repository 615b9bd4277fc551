import { type SomeOrganization, sortedHits } from "./hits.ts";
import { flag } from "./lexicon.ts";
import { type Scan, flagsAt, gap, isInitial, isJoined } from "./scan.ts";
import type { NameToken } from "./tokens.ts";

/** An organization at a place of the text, known or taken by its place. Word numbers, the last one included. */
export interface OrganizationAt {
  from: number;
  to: number;
  known: SomeOrganization | null;
}

/** What the words right after (or before) a person say of them. */
interface Beside {
  organization: OrganizationAt | null;
  role: string | null;
}

/**
 * Organization and role said after a person whose last word is `to`: "(Fabrikam)", ", CTO at Northwind", "from Contoso",
 * "@ Tailspin", " - Google".
 */
export function besideAfter(scan: Scan, to: number, isFullName: boolean): Beside {
  const none: Beside = { organization: null, role: null };
  const at = to + 1;
  const next = scan.tokens[at];
  if (next === undefined || scan.tokens[to]?.ending !== "") return none;
  const between = gap(scan, at);
  if (/^\s?[([]$/u.test(between)) return insideParenthesis(scan, at);
  if (/^\s?,\s?$|^\s[-–—|]\s$|^\s?[–—|]\s?$/u.test(between)) return afterComma(scan, at, isFullName);
  if (/^\s?@\s?$/u.test(between)) return { organization: organizationAt(scan, at, true), role: null };
  if (between === " " && linkWords.has(next.plain) && next.shape === "lower") {
    return { organization: linkedOrganization(scan, at), role: null };
  }
  return none;
}

/**
 * Whether what stands beside a person may be their known organization, both as keys: the same, a part of its words
 * ("Museum" for "Museum Lakeview"), or letters of it in order ("LM").
 */
export function maySay(said: string, known: string): boolean {
  if (said === known) return true;
  if (said === "" || known === "") return false;
  const words = known.split(" ");
  if (said.split(" ").every((word) => word.length > 2 && words.includes(word))) return true;
  if (said.length > 4 || said.length < 2 || said.charAt(0) !== known.charAt(0)) return false;
  let at = 0;
  for (const letter of said) at = known.indexOf(letter, at) + 1 || Infinity;
  return at !== Infinity && (words.length === 1 || words.length === said.length);
}

const linkWords = new Set(["from", "at", "of", "bei", "von", "vom", "chez", "de", "del", "der", "with"]);
const articles = new Set(["the", "der", "die", "dem", "la", "le", "el", "chez"]);
const stands = new Set([
  "stand",
  "booth",
  "party",
  "dinner",
  "event",
  "reception",
  "office",
  "lounge",
  "workshop",
  "session",
  "table",
  "summit",
  "conference",
]);

/** The organization after "from", "at", "of", "@" (the word or sign stands at `at`). */
export function linkedOrganization(scan: Scan, at: number): OrganizationAt | null {
  let on = at + 1;
  const article = scan.tokens[on]?.shape === "lower" ? (scan.tokens[on]?.plain ?? "") : "";
  if (articles.has(article)) on += 1;
  if (on >= scan.tokens.length || (!/^\s$/u.test(gap(scan, on)) && gap(scan, on) !== " @ ")) return null;
  const plain = scan.tokens[at]?.plain ?? "";
  // "with" joins people more often than it names an employer.
  const found = organizationAt(scan, on, plain !== "with" && plain !== "der");
  // "met Ana at the Contoso stand" says where, not whose.
  const isPlace = found !== null && plain === "at" && stands.has(scan.tokens[found.to + 1]?.plain ?? "");
  return isPlace ? null : found;
}

function insideParenthesis(scan: Scan, at: number): Beside {
  const close = scan.text.indexOf(gap(scan, at).includes("[") ? "]" : ")", scan.tokens[at]?.start ?? 0);
  if (close < 0) return { organization: null, role: null };
  let last = at;
  while (last + 1 < scan.tokens.length && (scan.tokens[last + 1]?.start ?? close) < close) last += 1;
  if (last - at > 8 || areInitials(scan, at, last)) return { organization: null, role: null };
  return organizationAndRole(scan, at, last);
}

/** "R. Garside (RG)": the bracket holds the initials of the words before. */
function areInitials(scan: Scan, at: number, last: number): boolean {
  const token = scan.tokens[at];
  if (token === undefined || last > at || token.shape !== "upper" || token.plain.length > 3) return false;
  let letters = "";
  for (let back = at - 1; back >= Math.max(0, at - token.plain.length); back -= 1)
    letters = (scan.tokens[back]?.plain.charAt(0) ?? "") + letters;
  return letters === token.plain;
}

function afterComma(scan: Scan, at: number, isFullName: boolean): Beside {
  const role = roleAt(scan, at);
  if (role !== null) {
    const on = role.to + 1;
    const next = scan.tokens[on];
    if (next === undefined) return { organization: null, role: role.words };
    const between = gap(scan, on);
    const isLinked = between === " " && linkWords.has(next.plain);
    const organization = isLinked
      ? linkedOrganization(scan, on)
      : /^\s?[,@(]\s?$|^\s[-–—|@]\s$|^\s$/u.test(between)
        ? organizationAt(scan, on, /[@(]/u.test(between) || endsSegment(scan, on))
        : null;
    return { organization, role: role.words };
  }
  const organization = organizationAt(scan, at, isFullName && endsSegment(scan, at));
  if (organization === null || (organization.known === null && looksLikePerson(scan, organization)))
    return { organization: null, role: null };
  const after =
    isJoined(scan, organization.to + 1) || gap(scan, organization.to + 1) === ", "
      ? roleAt(scan, organization.to + 1)
      : null;
  // "Ana Ruiz, Contoso, ..." says so; "Ana, Contoso and Fabrikam" is a list of equals.
  const isList =
    /^,?\s$/u.test(gap(scan, organization.to + 1)) && listWords.has(scan.tokens[organization.to + 1]?.plain ?? "");
  if (isList && !isFullName) return { organization: null, role: null };
  return { organization, role: after?.words ?? null };
}

/**
 * "Ana Ruiz, Mia Obi": two plain capitals after a comma are as likely the next person, unless the first is no given name and
 * the second no family's: "Ana Ruiz, Polar Leasing".
 */
function looksLikePerson(scan: Scan, { from, to }: OrganizationAt): boolean {
  if (to - from !== 1 || scan.tokens[from]?.plain === "the") return false;
  if ((flagsAt(scan, to) & flag.organizationNoun) !== 0) return false;
  if (scan.tokens[from]?.shape !== "capital" || scan.tokens[to]?.shape !== "capital") return false;
  if ((flagsAt(scan, from) & flag.given) !== 0) return true;
  if ((flagsAt(scan, to) & flag.family) !== 0) return true;
  // The next of a list of people has a name beside it again.
  return listWords.has(scan.tokens[to + 1]?.plain ?? "");
}

const listWords = new Set(["and", "or", "und", "et", "y"]);

/** The run of capitals from here ends its segment: nothing but an end, a comma, a bracket or a dash follows. */
function endsSegment(scan: Scan, at: number): boolean {
  let last = at;
  while (last + 1 < scan.tokens.length && isJoined(scan, last + 1) && scan.tokens[last + 1]?.shape !== "lower")
    last += 1;
  if (last + 1 >= scan.tokens.length) return /^[\s.,;)\]*_]*$/u.test(scan.text.slice(scan.tokens[last]?.end ?? 0));
  return /[,;.()\n|]|\s[-–—]\s/u.test(gap(scan, last + 1));
}

/** Words `at` to `last` hold a role, an organization or both: "CTO, Contoso", "Contoso CTO", "CTO at Contoso". */
function organizationAndRole(scan: Scan, at: number, last: number): Beside {
  let organization: OrganizationAt | null = null;
  let role: string | null = null;
  for (let on = at; on <= last; on += 1) {
    const plain = scan.tokens[on]?.plain ?? "";
    if (linkWords.has(plain)) continue;
    const found: ReturnType<typeof roleAt> = role === null ? roleAt(scan, on) : null;
    if (found !== null && found.to <= last) {
      role = found.words;
      on = found.to;
      continue;
    }
    const named: OrganizationAt | null = organization === null ? organizationAt(scan, on, true) : null;
    if (named === null || named.to > last) {
      if (on === at) return { organization: null, role: null };
      continue;
    }
    organization = named;
    on = named.to;
  }
  return { organization, role };
}

/**
 * The organization that starts at a word: a known one, or, where the place says that one stands here (`isExpected`), a
 * run of capitals that is no place, day, role or person.
 */
export function organizationAt(scan: Scan, at: number, isExpected: boolean): OrganizationAt | null {
  const known = knownOrganizationAt(scan, at);
  if (known !== null) return known;
  const university = isExpected ? universityOf(scan, at) : null;
  if (university !== null) return university;
  if (!isExpected || scan.isUnspoken(at)) return null;
  const first = scan.tokens[at];
  if (first === undefined || !looksOrganized(first) || first.isHandle) return null;
  let to = at;
  while (to + 1 < scan.tokens.length && to - at < 4) {
    const next = scan.tokens[to + 1];
    if (next === undefined || !looksOrganized(next)) break;
    if (!isAmpersandInside(scan, at, to + 1) && !isJoined(scan, to + 1)) break;
    if ((flagsAt(scan, to + 1) & (flag.role | flag.time)) !== 0) break;
    to += 1;
  }
  // "Michael (Stu) Stewart": what a name goes on after is a nickname.
  if (at > 0 && gap(scan, at).endsWith("(") && gap(scan, to + 1) === ") " && scan.tokens[to + 1]?.shape === "capital")
    return null;
  return isOrganizationRun(scan, at, to) ? { from: at, to, known: null } : null;
}

/** "University of Lakeview": the noun first. */
export function universityOf(scan: Scan, at: number): OrganizationAt | null {
  if ((flagsAt(scan, at) & flag.certainNoun) === 0 || scan.tokens[at]?.shape !== "capital") return null;
  if (scan.tokens[at + 1]?.plain !== "of" || !isJoined(scan, at + 1) || !isJoined(scan, at + 2)) return null;
  let to = at + 1;
  while (to - at < 4 && isJoined(scan, to + 1) && (scan.tokens[to + 1]?.shape ?? "lower") !== "lower") to += 1;
  return to === at + 1 ? null : { from: at, to, known: null };
}

/** "Marsh & Falke", but not "Contoso & Ana Ruiz": one word on either side. */
export function isAmpersandInside(scan: Scan, from: number, at: number): boolean {
  if (from !== at - 1 || !/^\s?&\s?$/u.test(gap(scan, at))) return false;
  return !isJoined(scan, at + 1) || scan.tokens[at + 1]?.shape === "lower";
}

function isOrganizationRun(scan: Scan, from: number, to: number): boolean {
  let places = 0;
  let ordinary = 0;
  const count = to - from + 1;
  for (let at = from; at <= to; at += 1) {
    const flags = flagsAt(scan, at);
    const isUnit = (flags & (flag.noCrowd | flag.rolePart)) !== 0;
    if ((isUnit || (flags & (flag.time | flag.title)) !== 0) && (flags & flag.organizationNoun) === 0) return false;
    if ((flags & flag.place) !== 0) places += 1;
    else if ((flags & (flag.ordinary | flag.role)) !== 0 && (flags & flag.organizationNoun) === 0) ordinary += 1;
  }
  const flags = flagsAt(scan, from);
  // "Lin from Taiwan PyCon": an event; "(RG)" beside R. Garside: initials.
  if (/(?:con|conf|fest|camp|days?|summit)$/u.test(scan.tokens[to]?.plain ?? "")) return false;
  if (places === count || ((flags & flag.place) !== 0 && count === 1)) return false;
  if (count === 1) {
    if ((flags & (flag.role | flag.given | flag.thing | flag.rolePart)) !== 0) return false;
    return ordinary === 0 || (!scan.isTitleCase && !scan.isGerman);
  }
  // "from Ana Ruiz" names a person.
  const isPerson = (flags & flag.given) !== 0 && (flagsAt(scan, to) & flag.organizationNoun) === 0;
  return !isPerson && (ordinary < count || !scan.isGerman);
}

/** A known organization by its name, the longest first; any case where the name is no ordinary word. */
export function knownOrganizationAt(scan: Scan, at: number): OrganizationAt | null {
  const first = scan.tokens[at];
  const entry = scan.entry(at);
  if (first === undefined || entry.longest === 0) return null;
  let key = first.plain;
  let best: OrganizationAt | null = null;
  const single = sortedHits(entry).organization;
  const isShort = single !== null && single.key !== first.plain;
  if (single !== null && isSaidAsOrganization(scan, at, single.name) && (!isShort || isSetOff(scan, at))) {
    best = { from: at, to: at, known: single };
  }
  for (let to = at + 1; to < Math.min(scan.tokens.length, at + entry.longestOrganization); to += 1) {
    if (!/^\s?[&+\-–.,]?\s?$/u.test(gap(scan, to)) || gap(scan, to).length === 0) break;
    key += ` ${scan.tokens[to]?.plain ?? ""}`;
    const hit = scan.known.phrases.get(key)?.find((other) => other.organization !== null);
    if (hit?.organization !== undefined && hit.organization !== null && hasCapital(scan, at, to)) {
      best = { from: at, to, known: hit.organization };
    }
  }
  return best;
}

function hasCapital(scan: Scan, from: number, to: number): boolean {
  const isWord = (flagsAt(scan, from) & flag.ordinary) !== 0;
  if (!isWord) return true;
  for (let at = from; at <= to; at += 1) if (scan.tokens[at]?.shape === "lower") return false;
  return true;
}

/** One word of a longer name needs its capital, and at the start of a sentence something that sets it off. */
function isSetOff(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  if (token === undefined || token.shape === "lower") return false;
  if (!isInitial(scan, at) || token.ending !== "") return true;
  return at > 0 ? /[,(–—@/-]/u.test(gap(scan, at)) : /^\s?[:,(–—/-]/u.test(gap(scan, at + 1));
}

/** One word that names a known organization and is also a word, place, product or given name needs more than itself. */
function isSaidAsOrganization(scan: Scan, at: number, name: string): boolean {
  const token = scan.tokens[at];
  if (token === undefined || token.isHandle) return false;
  const flags = flagsAt(scan, at);
  const words = scan.text.slice(token.start, token.end);
  if (words.length <= 3)
    return (
      (token.shape === "upper" && scan.known.abbreviations.has(token.plain)) ||
      words === name ||
      (words.toUpperCase() === words && name.toUpperCase() === words && words.length === 3)
    );
  const isWord =
    (flags &
      (flag.ordinary | flag.smallWord | flag.given | flag.family | flag.place | flag.thing | flag.organizationNoun)) !==
    0;
  if (token.shape === "lower") return !isWord && words.length >= 5;
  if (!isWord) return true;
  const before = scan.tokens[at - 1];
  const isLinked = before !== undefined && linkWords.has(before.plain) && /^\s(?:@\s)?$/u.test(gap(scan, at));
  const after = flagsAt(scan, at + 1);
  const isFollowed =
    at + 1 < scan.tokens.length && isJoined(scan, at + 1) && (after & (flag.crowd | flag.role | flag.legal)) !== 0;
  if (isLinked || isFollowed) return true;
  if ((flags & (flag.given | flag.family | flag.place)) !== 0) return false;
  return at > 0 && !scan.isTitleCase && !scan.isGerman && gap(scan, at) === " " && before?.shape === "lower";
}

function looksOrganized(token: NameToken): boolean {
  if (token.isEmail) return false;
  // "booking.example" may be one, "ex-Kollege" is not.
  return (
    token.shape === "capital" ||
    token.shape === "upper" ||
    (token.shape === "mixed" && (token.hasCapitalFirst || token.plain.includes(".")))
  );
}

/** A role that starts at a word: a run of role words with at least one that is a role by itself. */
export function roleAt(scan: Scan, at: number): { to: number; words: string } | null {
  let last = -1;
  for (let on = at; on < Math.min(scan.tokens.length, at + 8); on += 1) {
    if (on > at && !/^(?:\s|-|\/|\s&\s|\s\/\s)$/u.test(gap(scan, on))) break;
    const flags = flagsAt(scan, on);
    if ((flags & flag.role) !== 0) last = on;
    else if ((flags & flag.rolePart) === 0) break;
    // "VP Engineering", "Head of Sales": what follows a role belongs to it while it is a part of roles.
    else if (last >= 0 && isPartAfterRole(scan, on)) last = on;
  }
  if (last < 0) return null;
  const start = scan.tokens[at]?.start ?? 0;
  return { to: last, words: scan.text.slice(start, scan.tokens[last]?.end ?? start) };
}

const smallParts = new Set([
  "of",
  "for",
  "the",
  "and",
  "de",
  "del",
  "des",
  "der",
  "du",
  "fur",
  "la",
  "le",
  "das",
  "it",
]);

function isPartAfterRole(scan: Scan, at: number): boolean {
  const plain = scan.tokens[at]?.plain ?? "";
  return !smallParts.has(plain) || scan.text.slice(scan.tokens[at]?.start ?? 0, scan.tokens[at]?.end ?? 0) === "IT";
}
