import type { Language } from "#domain/model/language.ts";
import { verbsOf } from "../acts.ts";
import { kindOfVerb } from "../kinds/verbs.ts";
import type { KnownPerson } from "../read.ts";
import { knownOrganizationAt, roleAt } from "./beside.ts";
import { cueAfter, cueBefore, isEntry } from "./cues.ts";
import { sortedHits } from "./hits.ts";
import { flag, noName } from "./lexicon.ts";
import { named } from "./people.ts";
import {
  type Scan,
  flagsAt,
  gap,
  isAfterTitle,
  isBracketed,
  isInitial,
  isJoined,
  isNickname,
  looksNamed,
} from "./scan.ts";

/** A person whom nobody knows yet: word numbers, the last one included. */
interface StrangerAt {
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
  if (token === undefined || token.isHandle) return null;
  if (token.shape === "initial") return initialStrangerAt(scan, at);
  if (!looksNamed(token)) return null;
  const flags = flagsAt(scan, at);
  const isGiven = (flags & flag.given) !== 0 || hasHit(scan, at, "given");
  // "Frau Held" is somebody, "Sr Soln Architect" and "Eng Dir" are roles.
  if ((flags & (flag.role | flag.rolePart)) !== 0 && !isGiven) return null;
  if ((flags & noName) !== 0 && !isGiven && !isAfterTitle(scan, at)) return null;
  const to = endOfRun(scan, at);
  // "in August Colin rings": a month is no given name before another name.
  if (to > at && (flags & flag.time) !== 0) return null;
  const evidence = { isGiven, isListed };
  const found = to > at ? strangerOfTwo(scan, at, to, evidence) : strangerOfOne(scan, at, recent, evidence);
  return found === null ? null : withTitle(scan, found);
}

/** "J. Falke (Litware)", "16h P. Obi : panne", "M. Falke": an initial with its point before a strange name, set off by what follows or a cue. */
function initialStrangerAt(scan: Scan, at: number): StrangerAt | null {
  const token = scan.tokens[at];
  const next = scan.tokens[at + 1];
  if (token === undefined || next === undefined || !scan.text.startsWith(".", token.end) || !isJoined(scan, at + 1))
    return null;
  if (!looksNamed(next) || next.plain.length < 3 || (flagsAt(scan, at + 1) & noName) !== 0) return null;
  const before = scan.tokens[at - 1];
  // "U. S. Army", "John F. Obi": inside a longer name.
  if (isJoined(scan, at) && (looksNamed(before) || before?.shape === "initial" || before?.shape === "upper"))
    return null;
  if (isInTitlePhrase(scan, at + 1, at + 1) && scan.tokens[at + 2]?.shape === "capital" && isJoined(scan, at + 2))
    return null;
  const found: StrangerAt = { from: at, to: at + 1, isFullName: true };
  if (token.plain === "m" && (scan.isRomance || /['’]/u.test(scan.text))) return { ...found, isFullName: false };
  const isCued = cueBefore(scan, at) > 0 || cueAfter(scan, at + 1, at) > 0 || isBracketed(scan, at, at + 1);
  const rest = scan.text.slice(next.end, next.end + 3);
  const isSetOff = /^\s?[,(/:]/u.test(rest) || /^\s[–—-]/u.test(rest) || (at > 0 && /^\s*$/u.test(rest));
  // "B. Timeline": an outline's letter.
  return isCued || (isSetOff && !(at === 0 && token.plain < "g")) ? found : null;
}

/** "Dr. Nkiru Obi", "Herr Falke": of somebody nobody knows the title is kept as it is written. */
function withTitle(scan: Scan, found: StrangerAt): StrangerAt {
  let { from } = found;
  // "Mrs Danuta Sroka" is Danuta Sroka; "Dr Fergus Lally" and "Mrs Lally" keep what is said with the name.
  const isKept = (at: number): boolean => !found.isFullName || degrees.has(scan.tokens[at]?.plain ?? "");
  // "Mme de Falke": what stands before the particle.
  if ((flagsAt(scan, from - 1) & flag.particle) !== 0 && isAfterTitle(scan, from - 1)) from -= 1;
  while (
    from > 0 &&
    isKept(from - 1) &&
    (flagsAt(scan, from - 1) & flag.title) !== 0 &&
    /^\.?\s$/u.test(gap(scan, from)) &&
    scan.tokens[from - 1]?.shape === "capital"
  )
    from -= 1;
  return { ...found, from };
}

const degrees = new Set(["dr", "prof", "professor", "rev"]);

/** A run is at most four words: "Ana Maria van Dijk". */
const runMax = 4;

function endOfRun(scan: Scan, from: number): number {
  let to = from;
  for (let at = from + 1; at < Math.min(scan.tokens.length, from + runMax); at += 1) {
    if (scan.isUnspoken(at)) break;
    if (at === from + 1 && isNickname(scan, at)) {
      to = at + 1;
      at += 1;
      continue;
    }
    if (!isJoined(scan, at)) break;
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
    } else if (!looksNamed(token)) break;
    else if ((flags & (noName | flag.crowd)) !== 0 && (flags & flag.family) === 0 && !isWordAsFamily(scan, from, at))
      break;
    if (knownOrganizationAt(scan, at) !== null && (flags & flag.family) === 0) break;
    to = at;
  }
  return to;
}

/** "Gillian Pike", "Jarrah Wills": right after a sure given name, a word that is no cue, role or day can be a family's. */
function isWordAsFamily(scan: Scan, from: number, at: number): boolean {
  if (at !== from + 1) return false;
  // German nouns have capitals: "Wolfgang Preis von Elmoda" needs the rest to say so.
  if (
    scan.isGerman &&
    !/^ (?:von|aus|bei|vom) |^\s?[(,]/u.test(
      scan.text.slice(scan.tokens[at]?.end ?? 0, (scan.tokens[at]?.end ?? 0) + 6),
    )
  )
    return false;
  if ((flagsAt(scan, from) & ~(flag.given | flag.family)) !== 0 || (flagsAt(scan, from) & flag.given) === 0)
    return false;
  if (
    (flagsAt(scan, at) & ~(flag.ordinary | flag.smallWord | flag.family | flag.given | flag.rolePart | flag.thing)) !==
    0
  )
    return false;
  const isAttached = /^ (?:von|aus|bei|vom|from|of|at|de|chez) |^\s?[(,]/u.test(
    scan.text.slice(scan.tokens[at]?.end ?? 0, (scan.tokens[at]?.end ?? 0) + 7),
  );
  if ((flagsAt(scan, at) & flag.thing) !== 0 && !isAttached) return false;
  const next = scan.tokens[at + 1];
  const goesOn = next !== undefined && isJoined(scan, at + 1) && next.shape !== "lower" && next.shape !== "number";
  return !goesOn && (!scan.isTitleCase || isAttached || isInitial(scan, from) || isBracketed(scan, from, at));
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
  if (before === 3 || after === 3) {
    return isProse(scan, from, to) || (isGiven && !isInTitlePhrase(scan, from, to)) ? found : null;
  }
  if (isGiven && (flags & (flag.ordinary | flag.place | flag.thing | flag.time)) === 0) {
    if (!isInTitlePhrase(scan, from, to)) return found;
    return before > 0 || after >= 2 || standsAlone(scan, from, to) ? found : null;
  }
  // "**P17 kelp** (Jarrah Obi)": nothing but the name in brackets, and no word of it known as anything else.
  if (isBracketed(scan, from, to) && (isGiven || isWhollyStrange(scan, from, to))) return found;
  // "Ottoline Obi (Litware): happy to": not "Assumed Reproducibility: a change".
  const isAttached =
    after >= 2 &&
    /^\s\(|^\s(?:from|of|von|de)\s/u.test(scan.text.slice(scan.tokens[to]?.end ?? 0, (scan.tokens[to]?.end ?? 0) + 8));
  if (isAttached && !scan.isTitleCase && !scan.isGerman && isWhollyStrange(scan, from, to) && isInitial(scan, from)) {
    return found;
  }
  if (isGiven && isFamily) return isInTitlePhrase(scan, from, to) ? null : found;
  if (isGiven) return before >= 2 || after >= 2 || (before > 0 && !scan.isTitleCase) ? found : null;
  if (isFamily && (isListed || before >= 1 || after >= 2)) return isInTitlePhrase(scan, from, to) ? null : found;
  if (isListed && !scan.isTitleCase && !scan.isGerman) return isProse(scan, from, to) ? found : null;
  return isByline(scan, from, to) ? found : null;
}

/** No word is in any list but those of names. */
function isWhollyStrange(scan: Scan, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) {
    if ((flagsAt(scan, at) & ~(flag.given | flag.family | flag.particle)) !== 0) return false;
    if (scan.tokens[at]?.shape !== "capital" && (flagsAt(scan, at) & flag.particle) === 0) return false;
  }
  return !isInTitlePhrase(scan, from, to);
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
  if (before === undefined || before.shape === "lower" || before.shape === "number" || openers.has(before.plain))
    return false;
  const leads = flag.tells | flag.reaches | flag.company | flag.title | flag.leadsIn | flag.role | flag.says;
  return (flagsAt(scan, from - 1) & leads) === 0;
}

/** Words that open a sentence with a capital and are no part of a name behind them. */
const openers = new Set(
  "then today yesterday also and but so when if as because while after before now later finally maybe perhaps hopefully i we she he both only where since until once did does has have is was can could should would will dann heute gestern auch und aber wenn weil nach vor puis hier hoy ayer luego tambien".split(
    " ",
  ),
);

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
  if (isAfterTitle(scan, at)) return found;
  if (token.plain.endsWith("-san")) return found;
  const wasNamed = recent.length > 0 && named(recent, token.plain, "any").length > 0;
  if (isGiven || wasNamed) {
    if ((flags & flag.time) !== 0 && isDated(scan, at)) return null;
    if ((flags & (flag.ordinary | flag.place | flag.thing | flag.time)) !== 0)
      return before === 3 || after === 3 ? found : null;
    // "the Ahmed case", "a Taylor test": a thing named after somebody.
    if (articles.has(scan.tokens[at - 1]?.plain ?? "") && after < 2) return null;
    if (inPlaces.has(scan.tokens[at - 1]?.plain ?? "") && gap(scan, at) === " ") return null;
    if ((flags & flag.smallWord) !== 0) return before >= 2 || after >= 2 || isListed ? found : null;
    if (before > 0 || after > 0 || isListed || isBracketed(scan, at, at) || isEntry(scan, at)) return found;
    return !isInitial(scan, at) && !scan.isTitleCase && !scan.isGerman ? found : null;
  }
  if (scan.isGerman || looksCoined(token.plain)) return null;
  // A strange single word: only after what is said of persons alone, or with a role behind it.
  if (before === 3 && !isFollowedByCrowd(scan, at)) return found;
  if (after === 3 && (isRoleAfter(scan, at) || before > 0) && !scan.isTitleCase) return found;
  return null;
}

/** "since August", "from April", "end of May": a month, whatever else is a name. */
export function isDated(scan: Scan, at: number): boolean {
  return dating.has(scan.tokens[at - 1]?.plain ?? "") || scan.tokens[at + 1]?.shape === "number";
}

const dating = new Set(
  "in since until till by before after during of from early mid late end next last this through to im seit ab bis ende anfang mitte en depuis avant fin debut desde hasta a".split(
    " ",
  ),
);

const articles = new Set(["the", "a", "an", "this", "that"]);
const inPlaces = new Set(["in", "near", "around", "en", "bei", "outside"]);

/** Endings that company and product makers love and parents do not. */
export function looksCoined(plain: string): boolean {
  return /(?:soft|tech|labs?|corp|sys|ware|cloud|data|base|hub|ify|ly|kit|js|db|io|ops|con|conf|net|works?|bank|mart|grid|stack|line|forge|craft|gate|wave|loop|flow|stream|scale|byte|wire|dash|fold|desk|werk|werke|pay|ledger)$/u.test(
    plain,
  );
}

function isFollowedByCrowd(scan: Scan, at: number): boolean {
  return isJoined(scan, at + 1) && (flagsAt(scan, at + 1) & flag.crowd) !== 0;
}

function isRoleAfter(scan: Scan, at: number): boolean {
  return /[,(–—-]/u.test(gap(scan, at + 1)) && roleAt(scan, at + 1) !== null;
}

function hasHit(scan: Scan, at: number, form: "given" | "family"): boolean {
  return sortedHits(scan.entry(at)).byForm.has(form);
}

/** "15:02 <bettina> ...": who speaks in a chat's log; the log's own machines do not count. */
export function chatSpeakerAt(scan: Scan, at: number): StrangerAt | null {
  const token = scan.tokens[at];
  if (token === undefined || at > 3 || token.shape === "number") return null;
  if (scan.text.charAt(token.start - 1) !== "<" || scan.text.charAt(token.end) !== ">") return null;
  if (/[\p{L}<>]/u.test(scan.text.slice(0, token.start - 1)) || /bot$|agent$|^zakim$/u.test(token.plain)) return null;
  return { from: at, to: at, isFullName: false };
}

/**
 * A person nobody knows in notes written without capitals ("sönke getroffen", "luuk from sensaro", "herr grabowski"): a
 * common given name that is no word, or what follows a title, and a cue beside it.
 */
export function smallStrangerAt(scan: Scan, at: number): StrangerAt | null {
  const token = scan.tokens[at];
  if (token === undefined || token.shape !== "lower" || token.isHandle || scan.hasCapitals) return null;
  const flags = flagsAt(scan, at);
  const next = scan.tokens[at + 1];
  if ((flags & flag.title) !== 0 && personTitles.has(token.plain)) {
    if (next === undefined || !isJoined(scan, at + 1) || !isUnknownSmall(scan, at + 1)) return null;
    return { from: at, to: at + 1, isFullName: false };
  }
  const isName = (flags & flag.given) !== 0 && (flags & ~(flag.given | flag.family)) === 0;
  if (!isName || token.plain.length < 4 || isActing(token.plain)) return null;
  const familyEnd = token.ending === "" ? smallFamilyEnd(scan, at) : at;
  const isFamilySaid = familyEnd > at;
  const isOpened =
    /[([]/u.test(scan.text.charAt(token.start - 1)) ||
    ((at === 0 || isInitial(scan, at)) && (isFamilySaid || (at === 0 && token.plain.length >= 5)));
  const isCued =
    isOpened || cueBefore(scan, at) >= 2 || cueAfter(scan, familyEnd, at) >= 2 || cueAfter(scan, at, at) >= 2;
  return isCued ? { from: at, to: familyEnd, isFullName: isFamilySaid } : null;
}

/** The last word of a family name in small letters behind a given name ("lola bonet", "herve le bihan"); the given name's own where none follows. */
function smallFamilyEnd(scan: Scan, at: number): number {
  let to = at + 1;
  while (to < at + 3 && isJoined(scan, to) && smallParticles.has(scan.tokens[to]?.plain ?? "")) to += 1;
  return isJoined(scan, to) && isUnknownSmall(scan, to) ? to : at;
}

const smallParticles = new Set("de del da di du le la van von der den ter el al bin".split(" "));

/** "sybille aerts, 15 min": nothing, a sign or a strange word stands behind; "nkiru papers are in" goes on. */
function endsHere(scan: Scan, at: number): boolean {
  const next = scan.tokens[at + 1];
  if (next === undefined || !isJoined(scan, at + 1)) return true;
  return flagsAt(scan, at + 1) === 0 && next.shape === "lower" && next.plain.length > 3 && !isActing(next.plain);
}

/** A verb in one of the languages read. */
function isActing(plain: string): boolean {
  return verbsOf(plain).length > 0 || languages.some((language) => kindOfVerb(plain, language) !== null);
}

const languages: readonly Language[] = ["en", "de", "fr", "es"];

const personTitles = new Set(["dr", "prof", "mr", "mrs", "herr", "herrn", "frau", "madame", "senor", "senora"]);

function isUnknownSmall(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  if (token === undefined || token.shape !== "lower" || token.plain.length < 4) return false;
  return (
    (flagsAt(scan, at) & ~flag.family) === 0 &&
    scan.entry(at).hits === null &&
    !/(?:ing|ed|ly|tion|ment)$/u.test(token.plain) &&
    (!token.plain.endsWith("s") || endsHere(scan, at)) &&
    // "zara wants", "maelle rappelle": what acts is no family name.
    !isActing(token.plain)
  );
}
