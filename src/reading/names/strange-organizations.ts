import {
  type OrganizationAt,
  isAmpersandInside,
  linkedOrganization,
  organizationAt,
  roleAt,
  universityOf,
} from "./beside.ts";
import { flagsOf } from "./known.ts";
import { flag } from "./lexicon.ts";
import { relationBeside, relationOfWord } from "./relation.ts";
import { type Scan, flagsAt, gap, isInitial, isJoined, looksNamed } from "./scan.ts";

/** An organization of which nothing is known, and the role said with it ("the Contoso CTO"). */
interface StrangeOrganization extends OrganizationAt {
  role: string | null;
}

/**
 * An organization nobody knows yet at a capital word: a legal form ("Fabrikam GmbH"), a noun of organizations
 * ("Woodgrove Bank"), its people or stand ("the Tailspin folks"), a role ("the Northwind CTO"), or a relation
 * ("our partner Adatum") says so.
 */
export function strangeOrganizationAt(scan: Scan, at: number): StrangeOrganization | null {
  const token = scan.tokens[at];
  if (token === undefined || token.isEmail || token.isHandle) return null;
  if (token.shape === "lower" || token.shape === "number" || !/\p{Lu}/u.test(scan.text.charAt(token.start)))
    return null;
  const found = withLegalForm(scan, at) ?? withNoun(scan, at) ?? universityOf(scan, at);
  return found === null ? withCompany(scan, at) : { ...found, role: null };
}

/** The last word of the capitals that start here, at most six. */
function capitalRun(scan: Scan, from: number): number {
  let to = from;
  while (to + 1 < scan.tokens.length && to - from < 5) {
    const next = scan.tokens[to + 1];
    if (next === undefined || next.shape === "lower" || next.shape === "number" || next.isEmail) break;
    if (!isJoined(scan, to + 1) && !isAmpersandInside(scan, from, to + 1)) break;
    to += 1;
  }
  return to;
}

function withLegalForm(scan: Scan, at: number): OrganizationAt | null {
  const end = capitalRun(scan, at);
  for (let to = at + 1; to <= Math.min(end + 1, scan.tokens.length - 1); to += 1) {
    if (to === end + 1 && gap(scan, to) !== ", ") break;
    if (!isLegalForm(scan, to)) continue;
    // "Fringe AB Testing" goes on: no legal form.
    if (isOrdinaryLead(scan, at) || (to < end && scan.tokens[to]?.shape === "upper")) return null;
    return { from: at, to, known: null };
  }
  return null;
}

/** Legal forms are written their own way: "GmbH", "Inc.", "S.A."; "ag" and "Co" in prose are words. */
function isLegalForm(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  if (token === undefined || token.shape === "lower") return false;
  const plain = token.plain.replaceAll(".", "");
  if ((flagsOf(scan.known, plain) & flag.legal) === 0) return false;
  if (plain.length > 2) return true;
  // "Haze & Co", "Wing Tip Co.": in prose a bare "co" is a word.
  if (plain === "co") return scan.text.startsWith(".", token.end) || /^\s?&\s?$/u.test(gap(scan, at));
  return token.shape === "upper" || token.plain.includes(".");
}

function isOrdinaryLead(scan: Scan, at: number): boolean {
  return leads.has(scan.tokens[at]?.plain ?? "");
}

const leads = new Set(
  "the our my your a an this that these der die das den dem la le les el los i we met ask call visit see if in at from with and or of for to".split(
    " ",
  ),
);

/** "Woodgrove Bank", "Lakeview University": the last word says it. */
function withNoun(scan: Scan, at: number): OrganizationAt | null {
  const end = capitalRun(scan, at);
  if (end === at || isOrdinaryLead(scan, at) || goesOnFromName(scan, at)) return null;
  for (let to = end; to > at; to -= 1) {
    const flags = flagsAt(scan, to);
    if ((flags & flag.organizationNoun) === 0) continue;
    const isCertain = (flags & flag.certainNoun) !== 0;
    if (isCertain) return isCertainName(scan, at, to) ? { from: at, to, known: null } : null;
    // The surest nouns name one anywhere; others only in mid-sentence, as the last of their capitals.
    if (scan.isTitleCase || scan.isGerman || to < end || isInitial(scan, at)) return null;
    const own = flag.ordinary | flag.thing | flag.role | flag.noCrowd | flag.acronym | flag.time | flag.rolePart;
    for (let on = at; on < to; on += 1) if ((flagsAt(scan, on) & own) !== 0) return null;
    return { from: at, to, known: null };
  }
  return null;
}

/** The capital before belongs to the same run, which was found to be no organization from its start. */
function goesOnFromName(scan: Scan, at: number): boolean {
  if (at === 0 || !isJoined(scan, at) || !looksNamed(scan.tokens[at - 1])) return false;
  return !isOrdinaryLead(scan, at - 1);
}

function isCertainName(scan: Scan, from: number, to: number): boolean {
  let areOrdinary = true;
  for (let at = from; at < to; at += 1) {
    const flags = flagsAt(scan, at);
    if ((flags & (flag.time | flag.role)) !== 0) return false;
    if ((flags & (flag.ordinary | flag.noCrowd | flag.rolePart)) === 0) areOrdinary = false;
  }
  // "Research Institute", "Building Reliable Foundation": words of the text rather than a name.
  return !areOrdinary || !(scan.isTitleCase || isInitial(scan, from) || to - from === 1);
}

/** "the Tailspin folks", "the Northwind CTO", "our partner Adatum", "someone from Contoso". */
function withCompany(scan: Scan, at: number): StrangeOrganization | null {
  const flags = flagsAt(scan, at);
  const never = flag.given | flag.time | flag.place | flag.noCrowd | flag.role | flag.thing;
  if ((flags & never) !== 0) return null;
  if (isAnchoredFrom(scan, at)) {
    const organization = linkedOrganization(scan, scan.tokens[at - 1]?.plain === "the" ? at - 2 : at - 1);
    return organization === null || organization.from !== at ? null : { ...organization, role: null };
  }
  if ((flags & flag.ordinary) !== 0 || scan.isGerman || scan.isTitleCase) return withRelation(scan, at);
  if (isWithCrowd(scan, at)) return { from: at, to: at, known: null, role: null };
  const before = scan.tokens[at - 1];
  if (before !== undefined && isJoined(scan, at) && determiners.has(before.plain) && isJoined(scan, at + 1)) {
    const role = roleAt(scan, at + 1);
    if (role !== null && personRoles.test(role.words)) return { from: at, to: at, known: null, role: role.words };
  }
  return withRelation(scan, at);
}

const determiners = new Set(["the", "their", "a", "an", "with", "der", "die", "le", "la", "el"]);
const personRoles =
  /\b(?:C[A-Z]{1,2}O|VP|SVP|EVP|CEO|president|founder|director|manager|head|architect|engineer|rep|representative|consultant|evangelist|advocate|recruiter|analyst)\b/iu;

/** "the Tailspin folks", "Tailspin booth": strange words before "people" and "team" need an article or preposition. */
function isWithCrowd(scan: Scan, at: number): boolean {
  const next = scan.tokens[at + 1];
  if (next === undefined || !isJoined(scan, at + 1) || next.shape === "capital") return false;
  if ((flagsAt(scan, at + 1) & flag.crowd) === 0) return false;
  const before = scan.tokens[at - 1];
  if (before !== undefined && /^\s(?:@\s)?$/u.test(gap(scan, at)) && crowdLeads.has(before.plain)) return true;
  return stands.has(next.plain) && scan.tokens[at]?.shape !== "upper";
}

const stands = new Set(["booth", "stand", "messestand"]);
const crowdLeads = new Set(
  "the our from with by at to some two three few and met ask asked see visit visited den die mit beim bei les des chez los la con de".split(
    " ",
  ),
);

/** "guys from X", "someone at X", "CTO of X": a word for people, then the link, then the organization. */
function isAnchoredFrom(scan: Scan, at: number): boolean {
  let link = at - 1;
  if (scan.tokens[link]?.plain === "the" && isJoined(scan, at)) link -= 1;
  if (!links.has(scan.tokens[link]?.plain ?? "") || !isJoined(scan, at) || !isJoined(scan, link)) return false;
  const anchor = scan.tokens[link - 1]?.plain ?? "";
  if ((flagsAt(scan, link - 1) & flag.crowd) !== 0 || anchors.has(anchor)) return true;
  return (flagsAt(scan, link - 1) & flag.role) !== 0 && personRoles.test(anchor);
}

const links = new Set(["from", "at", "of", "bei", "von", "chez", "de"]);
const anchors = new Set(
  "someone somebody guy guys gars contact jemand leute quelqu'un alguien los las ceux celles gens lady man woman dame herr monsieur senor senora".split(
    " ",
  ),
);

/** "our partner Adatum", "competitor: Relecloud", "Relecloud is a customer". */
function withRelation(scan: Scan, at: number): StrangeOrganization | null {
  if ((flagsAt(scan, at) & (flag.ordinary | flag.organizationNoun)) !== 0 || scan.tokens[at]?.shape !== "capital")
    return null;
  const organization = organizationAt(scan, at, true);
  if (organization === null || relationBeside(scan, organization.from, organization.to) === null) return null;
  // "client Portal", "Partner Summit": before a strange word the relation must be said to be ours, or labelled.
  const before = scan.tokens[at - 1];
  const relation = before !== undefined && gap(scan, at) === " " ? relationOfWord(before.plain) : null;
  const isOurs = relation === "competitor" || ours.has(scan.tokens[at - 2]?.plain ?? "");
  return relation !== null && !isOurs ? null : { ...organization, role: null };
}

const ours = new Set("our my their your a another new unser unsere unserem mein notre mon nuestro mi also".split(" "));
