import type { KnownPerson } from "../read.ts";
import {
  type OrganizationAt,
  knownOrganizationAt,
  linkedOrganization,
  organizationAt,
  relationBeside,
  roleAt,
} from "./beside.ts";
import { cueAfter, cueBefore, roleWithin } from "./cues.ts";
import { flag, noName } from "./lexicon.ts";
import { named } from "./people.ts";
import { type Scan, flagsAt, gap, isInitial, isJoined, looksNamed } from "./scan.ts";

/** A person whom nobody knows yet: word numbers, the last one included. */
export interface StrangerAt {
  from: number;
  to: number;
  isFullName: boolean;
}

/**
 * A person of whom nothing is known, at a capital word: bold where a cue stands beside it ("met Nkiru Obi from ..."),
 * conservative where none does. `isListed` says that a person was named right before in the same list ("met Ana, Li").
 */
export function strangerAt(
  scan: Scan,
  at: number,
  recent: readonly KnownPerson[],
  isListed: boolean,
): StrangerAt | null {
  const token = scan.tokens[at];
  if (token === undefined || !looksNamed(token) || token.isHandle) return null;
  const flags = flagsAt(scan, at);
  const isGiven = (flags & flag.given) !== 0 || hasHit(scan, at, "given");
  if ((flags & noName) !== 0 && !isGiven) return null;
  const to = endOfRun(scan, at);
  return to > at
    ? strangerOfTwo(scan, at, to, { isGiven, isListed })
    : strangerOfOne(scan, at, recent, { isGiven, isListed });
}

/** A run is at most four words: "Ana Maria van Dijk". */
const runMax = 4;

function endOfRun(scan: Scan, from: number): number {
  let to = from;
  for (let at = from + 1; at < Math.min(scan.tokens.length, from + runMax); at += 1) {
    if (!isJoined(scan, at) || scan.isUnspoken(at)) break;
    const token = scan.tokens[at];
    const flags = flagsAt(scan, at);
    if (token === undefined) break;
    if (token.shape === "initial") {
      // "Ana R." and "Ana R. Ruiz"; a lone capital that ends a clause is a label ("Plan B").
      const isInner = looksNamed(scan.tokens[at + 1]) && isJoined(scan, at + 1);
      if (!isInner && !(scan.text.startsWith(".", token.end) && token.plain !== "i")) break;
    } else if ((flags & flag.particle) !== 0 && (token.shape === "lower" || looksNamed(token))) {
      const isInner = (looksNamed(scan.tokens[at + 1]) || isParticleAt(scan, at + 1)) && isJoined(scan, at + 1);
      if (!isInner || linksOrganization(scan, from, at)) break;
      continue;
    } else if (!looksNamed(token) || ((flags & (noName | flag.crowd)) !== 0 && (flags & flag.family) === 0)) break;
    if (knownOrganizationAt(scan, at) !== null && (flags & flag.family) === 0) break;
    to = at;
  }
  return to;
}

function isParticleAt(scan: Scan, at: number): boolean {
  return (flagsAt(scan, at) & flag.particle) !== 0 && scan.tokens[at]?.shape === "lower";
}

/**
 * "Weber von Contoso", "Ana Ruiz de Contoso": the particle links an employer where one is known, where a family name
 * stands before it, or where the language says "from" that way and no common family name follows.
 */
function linksOrganization(scan: Scan, from: number, at: number): boolean {
  const plain = scan.tokens[at]?.plain ?? "";
  if (plain !== "von" && plain !== "de" && plain !== "del" && plain !== "vom") return false;
  if (at + 1 < scan.tokens.length && knownOrganizationAt(scan, at + 1) !== null) return true;
  if ((flagsAt(scan, at + 1) & flag.family) !== 0) return false;
  const isAfterTitle = (flagsAt(scan, from - 1) & flag.title) !== 0 && isJoined(scan, from);
  return at - from > 1 || isAfterTitle || (plain.startsWith("v") ? scan.isGerman : scan.isRomance);
}

interface Evidence {
  isGiven: boolean;
  isListed: boolean;
}

function strangerOfTwo(scan: Scan, from: number, to: number, { isGiven, isListed }: Evidence): StrangerAt | null {
  const found: StrangerAt = { from, to, isFullName: true };
  const before = cueBefore(scan, from);
  const after = cueAfter(scan, to, from);
  const flags = flagsAt(scan, from);
  const isFamily = (flagsAt(scan, to) & flag.family) !== 0 || hasHit(scan, to, "family");
  if (before === 3 || after === 3) return isProse(scan, from, to) || isGiven ? found : null;
  if (isGiven && (flags & (flag.ordinary | flag.place | flag.thing | flag.time)) === 0) {
    if (!isInTitlePhrase(scan, from, to)) return found;
    return before > 0 || after >= 2 || standsAlone(scan, from, to) ? found : null;
  }
  if (isGiven && isFamily) return isInTitlePhrase(scan, from, to) ? null : found;
  if (isGiven) return before >= 2 || after >= 2 || (before > 0 && !scan.isTitleCase) ? found : null;
  if (isFamily && (isListed || before >= 1 || after >= 2)) return isInTitlePhrase(scan, from, to) ? null : found;
  if (isListed && !scan.isTitleCase && !scan.isGerman) return isProse(scan, from, to) ? found : null;
  return isByline(scan, from, to) ? found : null;
}

/** A strange run after "with" or "met" must not be a phrase of the text's own words: none of them in the lexicon. */
function isProse(scan: Scan, from: number, to: number): boolean {
  if (isInTitlePhrase(scan, from, to)) return false;
  for (let at = from; at <= to; at += 1) {
    const flags = flagsAt(scan, at);
    if ((flags & noName) !== 0 && (flags & (flag.given | flag.family)) === 0) return false;
  }
  return true;
}

/** Capitals go on before or after the run: "Jordan River Tools", "Project Ana Blue". */
function isInTitlePhrase(scan: Scan, from: number, to: number): boolean {
  const next = scan.tokens[to + 1];
  if (next !== undefined && isJoined(scan, to + 1) && next.shape !== "lower" && next.shape !== "number") {
    const isRole = (flagsAt(scan, to + 1) & (flag.role | flag.says | flag.acts)) !== 0;
    if (!isRole && knownOrganizationAt(scan, to + 1) === null) return true;
  }
  if (from === 0 || !isJoined(scan, from)) return false;
  const before = scan.tokens[from - 1];
  const leads = flag.tells | flag.reaches | flag.company | flag.title | flag.leadsIn | flag.role | flag.says;
  return (
    before !== undefined &&
    before.shape !== "lower" &&
    before.shape !== "number" &&
    (flagsAt(scan, from - 1) & leads) === 0
  );
}

/** The run is a whole entry: a heading "Nkiru Obi", "... by Nkiru Obi", "Nkiru Obi (Contoso)". */
function standsAlone(scan: Scan, from: number, to: number): boolean {
  const start = scan.tokens[from]?.start ?? 0;
  const end = scan.tokens[to]?.end ?? 0;
  const opensHere =
    from === 0
      ? start <= 4
      : /[,;:|(&•\n–—]|\s-\s|^\s\W*$/u.test(gap(scan, from)) &&
        (isInitial(scan, from) || /[,&(]/u.test(gap(scan, from)) || isSmallWord(scan, from - 1));
  const rest = to + 1 < scan.tokens.length ? gap(scan, to + 1) : scan.text.slice(end);
  const closesHere =
    to + 1 >= scan.tokens.length
      ? !/[\p{L}\p{N}]/u.test(rest)
      : /[,;:|()\n&–—]|\s-\s/u.test(rest) || isSmallWord(scan, to + 1);
  return opensHere && closesHere;
}

function isSmallWord(scan: Scan, at: number): boolean {
  return smallWords.has(scan.tokens[at]?.plain ?? "");
}

const smallWords = new Set(["by", "with", "and", "und", "et", "von", "par", "por", "featuring", "feat", "w"]);

/** "... by Kwabena Osei" at the end of a heading or line. */
function isByline(scan: Scan, from: number, to: number): boolean {
  const before = scan.tokens[from - 1];
  if (before === undefined || before.plain !== "by" || gap(scan, from) !== " " || !isProse(scan, from, to))
    return false;
  return !/[\p{L}\p{N}]/u.test(scan.text.slice(scan.tokens[to]?.end ?? 0));
}

function strangerOfOne(
  scan: Scan,
  at: number,
  recent: readonly KnownPerson[],
  { isGiven, isListed }: Evidence,
): StrangerAt | null {
  const token = scan.tokens[at];
  if (token === undefined) return null;
  const flags = flagsAt(scan, at);
  const before = cueBefore(scan, at);
  const after = cueAfter(scan, at, at);
  const found: StrangerAt = { from: at, to: at, isFullName: false };
  if (isInTitlePhrase(scan, at, at)) return null;
  if ((flagsAt(scan, at - 1) & flag.title) !== 0 && before === 3) return { ...found, from: at - 1 };
  const wasNamed = recent.length > 0 && named(recent, token.plain, "any").length > 0;
  if (isGiven || wasNamed) {
    if ((flags & (flag.ordinary | flag.place | flag.thing | flag.time)) !== 0)
      return before === 3 || after === 3 ? found : null;
    if (before > 0 || after > 0 || isListed || isBracketed(scan, at)) return found;
    return !isInitial(scan, at) && !scan.isTitleCase && !scan.isGerman ? found : null;
  }
  if (scan.isGerman || looksCoined(token.plain)) return null;
  // A strange single word: only after what is said of persons alone, or with a role behind it.
  if (before === 3 && !isFollowedByCrowd(scan, at)) return found;
  if (after === 3 && (isRoleAfter(scan, at) || before > 0) && !scan.isTitleCase) return found;
  return null;
}

/** Endings that company and product makers love and parents do not. */
function looksCoined(plain: string): boolean {
  return /(?:soft|tech|labs?|corp|sys|ware|cloud|data|base|hub|ify|ly|kit|js|db|io|ops|con|conf|net|works|bank|mart|grid|stack)$/u.test(
    plain,
  );
}

function isFollowedByCrowd(scan: Scan, at: number): boolean {
  return isJoined(scan, at + 1) && (flagsAt(scan, at + 1) & flag.crowd) !== 0;
}

function isRoleAfter(scan: Scan, at: number): boolean {
  return /[,(–—-]/u.test(gap(scan, at + 1)) && roleWithin(scan, at + 1);
}

/** "[Arnaud] ..." and "(Marko) ...": minutes say so whose line it is. */
function isBracketed(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  if (token === undefined) return false;
  return /[([]/u.test(scan.text.charAt(token.start - 1)) && /[)\]\\]/u.test(scan.text.charAt(token.end));
}

function hasHit(scan: Scan, at: number, form: "given" | "family"): boolean {
  return scan.known.words.get(scan.tokens[at]?.plain ?? "")?.hits?.some((hit) => hit.form === form) ?? false;
}

/** An organization of which nothing is known, and the role said with it ("the Contoso CTO"). */
export interface StrangeOrganization extends OrganizationAt {
  role: string | null;
}

/**
 * An organization nobody knows yet at a capital word: a legal form ("Fabrikam GmbH"), a noun of organizations
 * ("Woodgrove Bank"), its people or stand ("the Tailspin folks"), a role ("the Northwind CTO"), or a relation
 * ("our partner Adatum") says so.
 */
export function strangeOrganizationAt(scan: Scan, at: number): StrangeOrganization | null {
  const token = scan.tokens[at];
  if (token === undefined || token.shape === "lower" || token.shape === "number" || token.isEmail || token.isHandle)
    return null;
  return withLegalForm(scan, at) ?? withNoun(scan, at) ?? universityOf(scan, at) ?? withCompany(scan, at);
}

function capitalRun(scan: Scan, from: number): number {
  let to = from;
  while (to + 1 < scan.tokens.length && to - from < 5) {
    const next = scan.tokens[to + 1];
    const isAmpersand = /^\s?&\s?$/u.test(gap(scan, to + 1));
    if (next === undefined || next.shape === "lower" || next.shape === "number" || next.isEmail) break;
    if (!isJoined(scan, to + 1) && !isAmpersand) break;
    to += 1;
  }
  return to;
}

function withLegalForm(scan: Scan, at: number): StrangeOrganization | null {
  const end = capitalRun(scan, at);
  for (let to = at + 1; to <= Math.min(end + 1, scan.tokens.length - 1); to += 1) {
    const between = gap(scan, to);
    if (to === end + 1 && between !== ", ") break;
    if (!isLegalForm(scan, to)) continue;
    return isOrdinaryLead(scan, at) ? null : { from: at, to, known: null, role: null };
  }
  return null;
}

/** Legal forms are written their own way: "GmbH", "Inc.", "S.A."; "ag" and "Co" in prose are words. */
function isLegalForm(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  if (token === undefined || token.shape === "lower") return false;
  const plain = token.plain.replaceAll(".", "");
  const isLegal =
    (flagsAt(scan, at) & flag.legal) !== 0 || ((scan.known.words.get(plain)?.flags ?? 0) & flag.legal) !== 0;
  if (!isLegal) return false;
  if (plain.length > 2) return true;
  return plain === "co" ? scan.text.startsWith(".", token.end) : token.shape === "upper" || token.plain.includes(".");
}

function isOrdinaryLead(scan: Scan, at: number): boolean {
  return leads.has(scan.tokens[at]?.plain ?? "");
}

const leads = new Set([
  "the",
  "our",
  "my",
  "your",
  "a",
  "an",
  "this",
  "der",
  "die",
  "das",
  "la",
  "le",
  "el",
  "i",
  "we",
  "met",
  "ask",
  "call",
  "visit",
  "if",
  "in",
  "at",
  "from",
  "with",
  "and",
]);

/** "Woodgrove Bank", "Open Shelf Foundation": the last word says it; in titles only the surest nouns do. */
function withNoun(scan: Scan, at: number): StrangeOrganization | null {
  const end = capitalRun(scan, at);
  if (end === at || isOrdinaryLead(scan, at)) return null;
  if (
    at > 0 &&
    isJoined(scan, at) &&
    looksNamed(scan.tokens[at - 1]) &&
    !isOrdinaryLead(scan, at - 1) &&
    (flagsAt(scan, at - 1) & noName) === 0
  )
    return null;
  for (let to = end; to > at; to -= 1) {
    const flags = flagsAt(scan, to);
    if ((flags & flag.organizationNoun) === 0) continue;
    const isCertain = (flags & flag.certainNoun) !== 0;
    if (!isCertain && (scan.isTitleCase || scan.isGerman)) return null;
    for (let on = at; on < to; on += 1) {
      const inner = flagsAt(scan, on);
      if (
        !isCertain &&
        (inner & (flag.ordinary | flag.thing | flag.role | flag.noCrowd | flag.acronym | flag.time | flag.rolePart)) !==
          0
      )
        return null;
      if ((inner & (flag.time | flag.role)) !== 0) return null;
    }
    if (isCertain && allOrdinary(scan, at, to - 1)) return null;
    return { from: at, to, known: null, role: null };
  }
  return null;
}

/** "Open Source Foundation" may be one, "Research Institute" alone is not. */
function allOrdinary(scan: Scan, from: number, to: number): boolean {
  if (to > from) return false;
  return (flagsAt(scan, from) & (flag.ordinary | flag.noCrowd | flag.rolePart)) !== 0;
}

function universityOf(scan: Scan, at: number): StrangeOrganization | null {
  if ((flagsAt(scan, at) & flag.certainNoun) === 0 || scan.tokens[at + 1]?.plain !== "of") return null;
  if (!isJoined(scan, at + 1) || !isJoined(scan, at + 2) || scan.tokens[at + 2]?.shape === "lower") return null;
  const to = Math.min(capitalRun(scan, at + 2), at + 4);
  return { from: at, to, known: null, role: null };
}

/** "the Tailspin folks", "the Northwind CTO", "our partner Adatum", "someone from Contoso". */
function withCompany(scan: Scan, at: number): StrangeOrganization | null {
  const token = scan.tokens[at];
  const flags = flagsAt(scan, at);
  if (
    token === undefined ||
    (flags & (flag.given | flag.time | flag.place | flag.noCrowd | flag.role | flag.thing)) !== 0
  )
    return null;
  if (isAnchoredFrom(scan, at)) {
    const organization = linkedOrganization(scan, scan.tokens[at - 1]?.plain === "the" ? at - 2 : at - 1);
    return organization === null || organization.from !== at ? null : { ...organization, role: null };
  }
  if ((flags & flag.ordinary) !== 0 || scan.isGerman || scan.isTitleCase) return relationOnly(scan, at);
  const next = scan.tokens[at + 1];
  if (
    next !== undefined &&
    isJoined(scan, at + 1) &&
    next.shape !== "capital" &&
    (flagsAt(scan, at + 1) & flag.crowd) !== 0
  ) {
    return isInitialWord(scan, at) && token.shape === "upper" ? null : { from: at, to: at, known: null, role: null };
  }
  const before = scan.tokens[at - 1];
  if (before !== undefined && isJoined(scan, at) && determiners.has(before.plain) && isJoined(scan, at + 1)) {
    const role = roleAt(scan, at + 1);
    if (role !== null && personRoles.test(role.words)) return { from: at, to: at, known: null, role: role.words };
  }
  return relationOnly(scan, at);
}

const determiners = new Set(["the", "their", "a", "an", "with", "der", "die", "le", "la", "el"]);
const personRoles =
  /\b(?:C[A-Z]{1,2}O|VP|SVP|EVP|CEO|president|founder|director|manager|head|architect|engineer|rep|representative|consultant|evangelist|advocate|recruiter|analyst)\b/iu;

function isInitialWord(scan: Scan, at: number): boolean {
  return isInitial(scan, at);
}

/** "guys from X", "someone at X", "CTO of X": a word for people, then the link, then the organization. */
function isAnchoredFrom(scan: Scan, at: number): boolean {
  let link = at - 1;
  if (scan.tokens[link]?.plain === "the" && isJoined(scan, at)) link -= 1;
  const word = scan.tokens[link]?.plain ?? "";
  if (!links.has(word) || !/^\s$|^\s@\s$/u.test(gap(scan, at))) return false;
  if (!isJoined(scan, link)) return false;
  const anchor = scan.tokens[link - 1];
  if (anchor === undefined) return false;
  if ((flagsAt(scan, link - 1) & flag.crowd) !== 0 || anchors.has(anchor.plain)) return true;
  return (
    (flagsAt(scan, link - 1) & flag.role) !== 0 &&
    anchor.plain !== "partner" &&
    word !== "in" &&
    personRoles.test(anchor.plain)
  );
}

const links = new Set(["from", "at", "of", "bei", "von", "chez", "de"]);
const anchors = new Set([
  "someone",
  "somebody",
  "guy",
  "guys",
  "person",
  "lady",
  "woman",
  "man",
  "contact",
  "friend",
  "speaker",
  "jemand",
  "leute",
  "quelqu'un",
  "alguien",
]);

function relationOnly(scan: Scan, at: number): StrangeOrganization | null {
  if ((flagsAt(scan, at) & (flag.ordinary | flag.organizationNoun)) !== 0) return null;
  const organization = organizationAt(scan, at, true);
  if (organization === null || scan.tokens[at]?.shape === "upper") return null;
  return relationBeside(scan, organization.from, organization.to) === null ? null : { ...organization, role: null };
}
