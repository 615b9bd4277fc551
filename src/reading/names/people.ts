import type { KnownPerson } from "../read.ts";
import { type Cue, cueAfter, cueBefore, isEntry } from "./cues.ts";
import { folded, sounding } from "./folding.ts";
import { givenNames } from "./given.ts";
import { type Hit, type Someone, type SortedHits, bestForm, peopleOf, sortedHits } from "./hits.ts";
import { someone } from "./known-people.ts";
import { flag, noName } from "./lexicon.ts";
import { nicknamesOf } from "./nicknames.ts";
import { type Scan, flagsAt, gap, isBracketed, isInitial, isJoined, isNickname, looksNamed } from "./scan.ts";
import { isNear, nearPeople } from "./spelling.ts";
import type { NameToken } from "./tokens.ts";

/** Known people whom a run of words may name; one of them, or several who would fit. */
interface PeopleAt {
  /** Number of the run's last word. */
  to: number;
  people: readonly Someone[];
  isFullName: boolean;
}

/** The known people named at a word, or null. `recent` are those the page named before. */
export function peopleAt(scan: Scan, at: number, recent: readonly KnownPerson[]): PeopleAt | null {
  const token = scan.tokens[at];
  if (token === undefined) return null;
  const entry = scan.entry(at);
  if (entry.longest > 1) {
    const phrase = phraseAt(scan, at, entry.longest);
    if (phrase !== null) return phrase;
  }
  const sorted = sortedHits(entry);
  if (token.isHandle) return handleAt(scan, at, sorted, recent);
  const spelt = nearFullName(scan, at, sorted);
  if (spelt !== null) return spelt;
  if (sorted.people.length === 0) return nearSingle(scan, at, entry.flags);
  if (continuesAsOtherName(scan, at)) return null;
  const { form } = sorted;
  if (!isSaid(scan, at, form, recent)) return null;
  const isOpen = sorted.fitting.length > 1 && scan.isDoubted;
  const people = (isOpen ? null : namedBefore(sorted.people, token.plain, form, recent)) ?? sorted.fitting;
  return people.length === 0 ? null : { to: at, people, isFullName: false };
}

/** People whose whole name stands here, the longest run first. */
function phraseAt(scan: Scan, at: number, longest: number): PeopleAt | null {
  let key = scan.tokens[at]?.plain ?? "";
  let best: PeopleAt | null = null;
  let commas = false;
  for (let to = at + 1; to < Math.min(scan.tokens.length, at + longest); to += 1) {
    const isComma = gap(scan, to) === ", ";
    if (!isJoined(scan, to) && !isComma) break;
    commas ||= isComma;
    key += ` ${scan.tokens[to]?.plain ?? ""}`;
    const all = scan.known.phrases.get(key);
    if (all === undefined) continue;
    const hits = all.filter((hit) => hit.who !== null && fitsRun(scan, { at, to, hit, commas }));
    if (hits.length === 0) continue;
    const form = bestForm(hits);
    const people = peopleOf(hits, (hit) => hit.form === form);
    best = { to, people, isFullName: form === "full" || form === "reversed" || form === "remembered" };
  }
  return best;
}

/** Whether a phrase of two or more words is written as that form of a name. */
function fitsRun(scan: Scan, { at, to, hit, commas }: { at: number; to: number; hit: Hit; commas: boolean }): boolean {
  const first = scan.tokens[at];
  const last = scan.tokens[to];
  if (first === undefined || last === undefined) return false;
  if (hit.form === "reversed") return first.shape !== "lower" && last.shape !== "lower";
  if (commas) return false;
  if (hit.form === "cut") {
    if (last.shape === "initial" && first.shape !== "initial") {
      // "told Ana I'd send": a bare I is the writer.
      const isPointed = scan.text.startsWith(".", last.end);
      if (last.plain === "i" && !isPointed) return false;
      return (
        first.shape !== "lower" && last.ending === "" && !(isJoined(scan, to + 1) && looksNamed(scan.tokens[to + 1]))
      );
    }
    const isPointed = scan.text.startsWith(".", first.end);
    return (
      first.shape === "initial" &&
      last.shape !== "lower" &&
      (isPointed || !(first.plain === "a" || first.plain === "i"))
    );
  }
  const isLower = first.shape === "lower" && last.shape === "lower";
  const bothWords = isWord(flagsAt(scan, at)) && isWord(flagsAt(scan, to));
  return !(isLower && bothWords);
}

function isWord(flags: number): boolean {
  return (flags & (flag.ordinary | flag.smallWord | flag.thing | flag.place)) !== 0;
}

/** Whom of those the page named before a single word fits, if any; they go before all others it would fit. */
function namedBefore(
  hits: readonly Hit[],
  plain: string,
  form: Hit["form"],
  recent: readonly KnownPerson[],
): readonly Someone[] | null {
  const before = named(recent, plain, form);
  if (before.length === 0) return null;
  return before.map((person) => hits.find((hit) => hit.who?.person === person)?.who ?? asSomeone(person));
}

const asSomeones = new WeakMap<KnownPerson, Someone>();

/** The name parts of a person named before; worked out once. */
function asSomeone(person: KnownPerson): Someone {
  let who = asSomeones.get(person);
  if (who === undefined) {
    who = someone(person);
    asSomeones.set(person, who);
  }
  return who;
}

interface BeforeByWord {
  /** How many of the list are in, and the first of them, by which a list that was cut is known. */
  count: number;
  first: KnownPerson | undefined;
  byWord: Map<string, KnownPerson[]>;
}

const beforeByWord = new WeakMap<readonly KnownPerson[], BeforeByWord>();

/**
 * Those of the people named before on the page whom a word fits, each once. The list is kept by word, and only what was
 * added since is looked at: it is asked for every strange capital of the page.
 */
export function named(
  recent: readonly KnownPerson[],
  plain: string,
  form: Hit["form"] | "any",
): readonly KnownPerson[] {
  if (recent.length === 0) return [];
  let before = beforeByWord.get(recent);
  if (before === undefined || before.count > recent.length || before.first !== recent[0]) {
    before = { count: 0, first: recent[0], byWord: new Map() };
    beforeByWord.set(recent, before);
  }
  for (; before.count < recent.length; before.count += 1) {
    const person = recent[before.count];
    if (person !== undefined) addByWord(before.byWord, person);
  }
  const found = before.byWord.get(plain);
  return found === undefined ? [] : found.filter((person) => fitsAs(person, plain, form));
}

function fitsAs(person: KnownPerson, plain: string, form: Hit["form"] | "any"): boolean {
  const who = asSomeone(person);
  if (form === "initials") return who.initials === plain;
  if (who.given === plain || who.family === plain) return true;
  if (person.nicknames.some((nick) => folded(nick) === plain)) return true;
  return form === "short" && nicknamesOf(who.given).includes(plain);
}

function addByWord(words: Map<string, KnownPerson[]>, person: KnownPerson): void {
  const who = asSomeone(person);
  const fits = new Set([
    who.given,
    who.family,
    who.initials,
    ...person.nicknames.map(folded),
    ...nicknamesOf(who.given),
  ]);
  fits.delete("");
  for (const word of fits) {
    const there = words.get(word);
    if (there === undefined) words.set(word, [person]);
    else if (!there.includes(person)) there.push(person);
  }
}

/** `@ana`, `@anaruiz`: an account, or a part of the name. */
function handleAt(scan: Scan, at: number, sorted: SortedHits, recent: readonly KnownPerson[]): PeopleAt | null {
  if (sorted.people.length === 0) return null;
  const accounts = sorted.byForm.get("account");
  const form = accounts === undefined ? sorted.form : "account";
  const people = namedBefore(sorted.people, scan.tokens[at]?.plain ?? "", form, recent) ?? accounts ?? sorted.fitting;
  return people.length === 0 ? null : { to: at, people, isFullName: form === "account" };
}

/** "Ana Schmidt" where only Ana Ruiz is known: somebody else, whose whole name is read as a stranger's. */
function continuesAsOtherName(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  const next = scan.tokens[at + 1];
  if (!looksNamed(token) || next === undefined) return false;
  if (isNickname(scan, at + 1)) return true;
  if (!isJoined(scan, at + 1)) return false;
  if ((flagsAt(scan, at + 1) & flag.particle) !== 0 && next.shape === "lower") {
    // "Frau Obi vom Museum": a family name ends a name.
    const { byForm } = sortedHits(scan.entry(at));
    if (byForm.has("family") && !byForm.has("given")) return false;
    return looksNamed(scan.tokens[at + 2]) && isJoined(scan, at + 2) && !linkParticles.has(next.plain);
  }
  if (!looksNamed(next)) return false;
  const entry = scan.entry(at + 1);
  if ((flagsAt(scan, at + 1) & (noName | flag.crowd)) !== 0 && !sortedHits(entry).byForm.has("family")) return false;
  return sortedHits(entry).organization === null;
}

// "Ana von Contoso", "Ana de Contoso": as often where she works as her name.
const linkParticles = new Set(["von", "de", "del", "zu", "al", "y", "a"]);

/** Whether one word that fits a known name is meant as a name here. */
function isSaid(scan: Scan, at: number, form: Hit["form"], recent: readonly KnownPerson[]): boolean {
  const token = scan.tokens[at];
  if (token === undefined) return false;
  if (form === "initials") return areInitialsSaid(scan, at, token, recent);
  const before = cueBefore(scan, at);
  const after = cueAfter(scan, at, at);
  const flags = flagsAt(scan, at);
  if (form === "remembered" && (flags & flag.ordinary) === 0 && token.plain.length > 1) return true;
  // "Flow 6 (Amara)", "Plenary (ferran)": a name alone in brackets says whose it is.
  if (isBracketed(scan, at, at) && token.plain.length > 2 && (flags & (noName & ~flag.title)) === 0) return true;
  if (form === "account")
    return token.plain.length >= 4 && (flags & flag.ordinary) === 0 && (before >= 2 || after >= 2);
  if (token.shape === "lower") return isSaidSmall({ token, flags, form, before, after });
  if (token.shape === "mixed" || token.shape === "number" || token.shape === "initial")
    return token.shape === "mixed" && before + after >= 2;
  if (token.shape === "upper") {
    if (token.plain.length < 3 || (flags & (flag.acronym | flag.thing | flag.ordinary)) !== 0)
      return before === 3 || after === 3;
    return form !== "family" || before + after > 0;
  }
  if ((flags & flag.time) !== 0) return before === 3 || after === 3 || (after === 2 && isInitial(scan, at));
  if ((flags & (flag.place | flag.thing)) !== 0)
    return before >= 2 || after === 3 || (before === 1 && (flags & flag.given) !== 0 && !isPlaceWord(scan, at));
  const afterCapital = isJoined(scan, at) && looksNamed(scan.tokens[at - 1]) && !isCueWord(scan, at - 1);
  if ((flags & flag.ordinary) !== 0) {
    if (before >= 2 || after === 3 || (after === 2 && form !== "family")) return true;
    return form !== "family" && !isInitial(scan, at) && !scan.isTitleCase && !scan.isGerman && !afterCapital;
  }
  if (form === "family") {
    if (before > 0 || after > 0) return true;
    return !afterCapital && !isInitial(scan, at) && !scan.isTitleCase;
  }
  if ((flags & flag.given) !== 0) return !afterCapital || before + after > 0;
  if (before + after > 0 || ((form === "short" || form === "given") && isEntry(scan, at))) return true;
  return !isInitial(scan, at) && !scan.isTitleCase && !afterCapital;
}

/** "in Austin", "from Sydney", "to Jordan". */
function isPlaceWord(scan: Scan, at: number): boolean {
  return ["in", "from", "to", "near", "at", "via"].includes(scan.tokens[at - 1]?.plain ?? "");
}

/** A capital word that is no part of a name: "Met Ana", "Dr. Ana", "Ask Ana". */
function isCueWord(scan: Scan, at: number): boolean {
  return (
    (flagsAt(scan, at) &
      (flag.tells | flag.reaches | flag.company | flag.title | flag.leadsIn | flag.role | flag.ordinary)) !==
    0
  );
}

interface SmallWord {
  token: NameToken;
  flags: number;
  form: Hit["form"];
  before: Cue;
  after: Cue;
}

/** Names in small letters: "told ana", "ping bob"; never where the word is an ordinary one without a strong cue. */
function isSaidSmall({ token, flags, form, before, after }: SmallWord): boolean {
  if (token.plain.length < 3) return false;
  if ((flags & (flag.ordinary | flag.place | flag.time | flag.thing | flag.role)) !== 0) {
    return form !== "family" && (flags & flag.given) !== 0 && before === 3 && (flags & flag.ordinary) === 0;
  }
  if (form === "family") return before >= 2 || after === 3 || (before + after >= 2 && token.plain.length >= 4);
  if ((flags & flag.smallWord) !== 0) return before >= 2 || after === 3;
  if ((flags & flag.given) !== 0 && token.plain.length >= 4) return true;
  return before + after > 0;
}

/** Initials name somebody only where they are no common abbreviation, or where a person's cue stands beside them. */
function areInitialsSaid(scan: Scan, at: number, token: NameToken, recent: readonly KnownPerson[]): boolean {
  if (token.shape !== "upper") return false;
  const hits = scan.entry(at).hits?.filter((hit) => hit.form === "initials") ?? [];
  const close = hits.filter(
    (hit) => hit.who !== null && (hit.who.isColleague || hit.who.isMe || recent.includes(hit.who.person)),
  );
  const before = cueBefore(scan, at);
  const after = cueAfter(scan, at, at);
  const isCued = before === 3 || after >= 2 || isBracketed(scan, at, at);
  if (close.length !== 1 && hits.length !== 1) return isCued && before + after >= 3;
  if ((flagsAt(scan, at) & (flag.acronym | flag.thing)) !== 0)
    return before === 3 || after === 3 || (close.length === 1 && after === 2);
  if (isCued || (close.length === 1 && before + after > 0)) return true;
  // "ring PH tomorrow", "PH at the break: ...": among few people two letters say enough.
  const next = scan.tokens[at + 1];
  const isFew = scan.known.people.length <= fewPeople;
  return isFew && (before >= 2 || (isInitial(scan, at) && next?.shape === "lower" && isJoined(scan, at + 1)));
}

/** Among so many people hardly two letters in capitals are one's initials by chance. */
const fewPeople = 40;

/** "Anna Ruiz" or "Ana Ruis" for the one Ana Ruiz; "Ana M. Ruiz" for Ana Ruiz. */
function nearFullName(scan: Scan, at: number, sorted: SortedHits): PeopleAt | null {
  const token = scan.tokens[at];
  const next = scan.tokens[at + 1];
  if (token === undefined || next === undefined || !looksNamed(token)) return null;
  if (isNickname(scan, at + 1) || hasMiddleName(scan, at)) {
    const people = familyHits(scan, at + 2).filter((who) => sorted.people.some((hit) => hit.who === who));
    if (people.length > 0) return { to: at + 2, people, isFullName: true };
  }
  if (!isJoined(scan, at + 1)) return null;
  if (!looksNamed(next)) return null;
  const byFamily = familyHits(scan, at + 1).filter((who) => isSameGiven(token.plain, who.given));
  if (byFamily.length === 1) return { to: at + 1, people: byFamily, isFullName: true };
  if ((flagsAt(scan, at + 1) & noName) !== 0) return null;
  const byGiven = (sorted.byForm.get("given") ?? []).filter((who) => isNear(next.plain, who.family));
  return byGiven.length === 1 ? { to: at + 1, people: byGiven, isFullName: true } : null;
}

/** "Ana M. Ruiz", "Ana Maria Ruiz". */
function hasMiddleName(scan: Scan, at: number): boolean {
  const middle = scan.tokens[at + 1];
  if (middle === undefined || !isJoined(scan, at + 1) || !isJoined(scan, at + 2)) return false;
  return (middle.shape === "initial" || looksNamed(middle)) && looksNamed(scan.tokens[at + 2]);
}

function familyHits(scan: Scan, at: number): readonly Someone[] {
  return sortedHits(scan.entry(at)).byForm.get("family") ?? [];
}

/** Two spellings or lengths of one given name: Ana/Anna, Stefan/Stephan, Alex/Alexander; not Carla/Carlo. */
function isSameGiven(written: string, known: string): boolean {
  if (known === "" || written === known) return false;
  if (sounding(written) === sounding(known)) return true;
  const [short, long] = written.length < known.length ? [written, known] : [known, written];
  // Short forms that are names of their own are in the table of nicknames, or they are somebody else (Paul, Paulina).
  if (givenNames.has(short)) return false;
  return (
    short.length >= 3 &&
    long.length - short.length >= 2 &&
    long.startsWith(short) &&
    !/^[aeo]$/u.test(long.slice(short.length))
  );
}

/** A misspelt single name: longer ones only, one person only, and never a word that is known as something else. */
function nearSingle(scan: Scan, at: number, flags: number): PeopleAt | null {
  const token = scan.tokens[at];
  if (token === undefined || flags !== 0 || !looksNamed(token) || token.plain.length < 6) return null;
  if (isJoined(scan, at + 1) && looksNamed(scan.tokens[at + 1])) return null;
  const isCued = cueBefore(scan, at) >= 2 || cueAfter(scan, at, at) >= 2;
  if (!isCued) return null;
  const people = nearPeople(scan.known, token.plain);
  return people.length === 1 ? { to: at, people: [...people], isFullName: false } : null;
}
