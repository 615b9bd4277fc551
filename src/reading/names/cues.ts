import { sortedHits } from "./hits.ts";
import { flag } from "./lexicon.ts";
import { type Scan, flagsAt, gap, isClauseEnd, isInitial, isJoined, looksNamed } from "./scan.ts";

/**
 * How sure the words beside a place are that a person stands there: 0 they say nothing, 1 a person or much else ("with"),
 * 2 a person or an organization ("call", "will"), 3 a person ("told", "said she'd", "Dr.").
 */
export type Cue = 0 | 1 | 2 | 3;

/** What the words before word `at` say. */
export function cueBefore(scan: Scan, at: number): Cue {
  const between = gap(scan, at);
  if (at === 0) return 0;
  const flags = flagsAt(scan, at - 1);
  if ((flags & flag.title) !== 0 && /^\.?\s$/u.test(between)) return 3;
  if (/->|→|=>|⇒/u.test(between)) return 2;
  if (scan.isRoster && /^(?:\s?\([^()]{0,60}\))?\s?[,&;:]\s$|^\)\s?[,&;]\s$/u.test(between)) return 3;
  if (/^,\s$/u.test(between)) return personNounBefore(scan, at) ? 3 : 0;
  if (isClauseEnd(scan, at) || !/^[\s,:(["'“@*_]*$/u.test(between)) return 0;
  const plain = scan.tokens[at - 1]?.plain ?? "";
  if (between.includes(":")) return labels.has(plain) ? 3 : 0;
  if (between.includes(",") || between.includes("(")) return 0;
  if ((flags & flag.tells) !== 0) return 3;
  // "guest Nkiru Obi" is somebody; "guest Wifi", "student Senate" are not, on that word alone.
  if (personNouns.has(plain)) return isJoined(scan, at + 1) && looksNamed(scan.tokens[at + 1]) ? 3 : 2;
  if ((plain === "called" || plain === "named") && personNouns.has(scan.tokens[at - 2]?.plain ?? "")) return 3;
  if ((flags & flag.role) !== 0 && sureRoles.has(plain)) return 3;
  if (plain === "a" && !scan.isRomance && !personalA.has(scan.tokens[at - 2]?.plain ?? "")) return 0;
  if (withWords.has(plain)) return companyBefore(scan, at - 1) ? 3 : spokenAfter(scan, at) ? 3 : 1;
  if ((flags & flag.reaches) !== 0) return 2;
  return (flags & flag.leadsIn) !== 0 ? 1 : 0;
}

const withWords = new Set(["with", "to", "mit", "avec", "con", "a", "w"]);
/** Spanish verbs whose person stands behind "a". */
const personalA = new Set(
  "conoci conocimos vi pregunte preguntar llamar llame escribir escribi decir dije ver visitar mandar enviar pedir".split(
    " ",
  ),
);
/** Words for people, after which a name says who: "the lady from Litware, Nkiru Obi", "a guy called Jonas". */
const personNouns = new Set(
  "lady woman man guy chap bloke girl colleague friend somebody someone buyer seller solicitor lawyer nurse doctor dentist moderator moderatorin moderadora moderador presenter trainer trainerin farmer baker brewer editor publisher printer author organizer organiser host guest speaker student postdoc supervisor recruiter accountant dealer supplier distributor reseller president vorsitzende vorsitzender prasident kollege kollegin nachbar freund freundin collegue copain editrice editeur jefa jefe companero companera amigo amiga senora chico chica".split(
    " ",
  ),
);
const sureRoles = new Set(
  "ceo cto cio cfo coo cmo founder cofounder co-founder director professor president geschaftsfuhrer geschaftsfuhrerin leiter leiterin directeur directrice directora gerente".split(
    " ",
  ),
);

/** "The buyer from Litware, ": a word for a person within the clause before the comma. */
function personNounBefore(scan: Scan, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 6); back -= 1) {
    const plain = scan.tokens[back]?.plain ?? "";
    if (personNouns.has(plain) || sureRoles.has(plain)) return true;
    if (isClauseEnd(scan, back) || gap(scan, back).includes(",")) return false;
  }
  return false;
}

const labels = new Set([
  "attendees",
  "attending",
  "present",
  "participants",
  "owner",
  "host",
  "chair",
  "scribe",
  "speaker",
  "speakers",
  "name",
  "contact",
  "intro",
  "met",
  "with",
  "from",
  "to",
  "cc",
  "teilnehmer",
  "anwesend",
  "presents",
  "asistentes",
  "regrets",
  "guest",
  "guests",
  "trainer",
  "also",
  "ask",
  "taker",
]);

/** "spoke with", "coffee this morning with", "introduced me to": looks back over a few small words. */
function companyBefore(scan: Scan, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 4); back -= 1) {
    if (isClauseEnd(scan, back + 1)) return false;
    if ((flagsAt(scan, back) & (flag.company | flag.tells)) !== 0) return true;
  }
  return false;
}

/** German puts the verb last: "mit Jonas lange gesprochen". */
function spokenAfter(scan: Scan, at: number): boolean {
  if (!scan.isGerman) return false;
  for (let on = at + 1; on < Math.min(scan.tokens.length, at + 10); on += 1) {
    if (isClauseEnd(scan, on)) return false;
    if (germanCompany.has(scan.tokens[on]?.plain ?? "")) return true;
  }
  return false;
}

const germanCompany = new Set([
  "gesprochen",
  "geredet",
  "unterhalten",
  "getroffen",
  "telefoniert",
  "diskutiert",
  "ausgetauscht",
  "vereinbart",
  "verabredet",
]);

/** What the words after word `at` (a name's last) say. `from` is the name's first word. */
export function cueAfter(scan: Scan, at: number, from: number): Cue {
  const token = scan.tokens[at];
  if (token === undefined) return 0;
  if (token.ending === "ll" || token.ending === "d") return 2;
  const next = scan.tokens[at + 1];
  const between = next === undefined ? scan.text.slice(token.end) : gap(scan, at + 1);
  if (token.ending === "s") return between === " " ? 1 : 0;
  if (/^\s?:/u.test(between)) return from === 0 || isListEntry(scan, from) ? 2 : 1;
  if (next === undefined) return 0;
  if (/^\s?[([]@?$/u.test(between)) return parenthesisCue(scan, at + 1);
  if (/^\s?,\s$|^\s[-–—|]\s$/u.test(between)) return roleWithin(scan, at + 1) ? 3 : 0;
  if (/^\s@\s?$/u.test(between)) return next.shape === "lower" ? 0 : 3;
  if (between !== " ") return 0;
  if (next.shape !== "lower") return 0;
  const flags = flagsAt(scan, at + 1);
  if ((flags & flag.says) !== 0 || germanCompany.has(next.plain)) return 3;
  if (employers.has(next.plain)) return namedSoon(scan, at + 2) || next.plain === "from" ? 2 : 0;
  if (next.plain === "to") return isVerbLike(scan, at + 2) ? 2 : 0;
  return (flags & flag.acts) !== 0 ? 2 : 0;
}

const employers = new Set(["from", "at", "of", "bei", "von", "chez", "de", "del"]);

function isListEntry(scan: Scan, at: number): boolean {
  return /[\n•*([]|^\s?-\s/u.test(gap(scan, at));
}

function parenthesisCue(scan: Scan, at: number): Cue {
  const inside = scan.tokens[at];
  if (inside === undefined) return 0;
  if (inside.isHandle) return 3;
  if ((flagsAt(scan, at) & (flag.role | flag.rolePart)) !== 0 && roleWithin(scan, at)) return 3;
  const isOrganization = sortedHits(scan.entry(at)).organization !== null;
  if (isOrganization) return 3;
  return inside.shape === "capital" || (inside.shape === "mixed" && !inside.isEmail) ? 2 : 0;
}

/** A role word stands within four words, in the same clause. */
function roleWithin(scan: Scan, at: number): boolean {
  for (let on = at; on < Math.min(scan.tokens.length, at + 5); on += 1) {
    if (on > at && (isClauseEnd(scan, on) || gap(scan, on).includes(","))) return false;
    if ((flagsAt(scan, on) & flag.role) !== 0) return true;
  }
  return false;
}

function namedSoon(scan: Scan, at: number): boolean {
  const next = scan.tokens[at];
  if (next === undefined) return false;
  if (articles.has(next.plain)) return scan.tokens[at + 1]?.shape !== "lower";
  return next.shape !== "lower" && next.shape !== "number";
}

const articles = new Set(["the", "der", "die", "das", "la", "le", "el"]);

/** "to check", not "to the": a small word that is no article or pronoun. */
function isVerbLike(scan: Scan, at: number): boolean {
  const next = scan.tokens[at];
  return next !== undefined && next.shape === "lower" && next.plain.length > 1 && !noVerbs.has(next.plain);
}

const noVerbs = new Set([
  "the",
  "an",
  "my",
  "our",
  "your",
  "their",
  "his",
  "her",
  "its",
  "this",
  "that",
  "these",
  "those",
  "all",
  "me",
  "us",
  "it",
  "them",
  "him",
  "you",
  "and",
]);

/** "Tariq, sixth form", "Paulette?", "Jess from the meetup": a given name begins the line and stands for its bearer. */
export function isEntry(scan: Scan, at: number): boolean {
  if (at > 0 && !isInitial(scan, at)) return false;
  const next = scan.tokens[at + 1];
  if (next === undefined) return false;
  const between = gap(scan, at + 1);
  return /^\s?[,?/–—-]/u.test(between) || (between === " " && entryLinks.has(next.plain));
}

const entryLinks = new Set(["from", "de", "del", "von", "vom", "aus", "at", "bei", "chez", "first", "again", "too"]);
