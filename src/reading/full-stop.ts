import type { Language } from "#domain/model/language.ts";
import { verbsOf } from "./acts.ts";
import { plainCapitals } from "./words.ts";

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Words that end in a full stop without ending the sentence, in the four languages, lower case, without it. */
const abbreviations = list(`
  e.g i.e eg ie etc vs approx dr mr mrs ms prof st inc ltd corp co dept no nos nr fig pp p vol ed eds al resp incl excl est tel ext min
  max sec hr hrs accts acct addr appt assoc asst attn attd avg bldg cc cf cert cont dir div doc docs dpt encl eng esp eval exec fam fr gen gov
  hon intl jr lic lt mgmt mgr misc mt mtg natl orig para pls pres prev prov pt pty qty ref refs reg rel rep req reqs rev rm sen sgt sr subj
  supt tba tbc tbd temp univ usu vid wk wks yr yrs
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun
  z.b zb d.h bzw usw ca ggf evtl inkl exkl vgl str abs bspw u.a o.ä abt akt allg anh anm art aufl bd bez bf bhf bzgl dipl ing einschl ev fa
  ff frl geb gem ges gg ggü hbf hl hrsg ing jh kath kfm lfd mag mdl mind mio mrd mtl mwst nachm od pkt pl rd sog std stellv stk stv tgl tsd u urspr
  usf verantw versch vllt vorm vors wg zit zt zzgl jän mär mrz okt dez mo di mi do sa so
  p.ex ex env janv févr fév avr juil déc av bât bd boul chap cie dép éd ét hab mlle mme me mgr obs réf rép rte sem soc sté suiv tél trad
  sra srta sres ud uds aprox ej p.ej núm pág págs a.m p.m am pm admón avda cap cía dcha depto dpto dra edo esq gral izq lic máx mín párr
  pdte profa sgto tfno vda ene abr ago dic
`);

/** Of these, words too: an abbreviation only with a capital, before a number, or before a word in lower case. */
const wordsToo = list(
  "no nos co ed min max sun do so mo di am ex mar sat pm st al rev gen ext sec fig art hab me mag std sem cap pt rel rep ref eng div docs doc temp vid req cert cont esp fam fr cc pl mind od rd u me sol boul chap prov univ gem ges anh geb bf hl ev akt abt cf",
);

/** Before a name: whatever follows with a capital is one, also "Dr. Will Stone". */
const titles = list(
  "dr mr mrs ms prof st hr fr frl mag ing dipl mme mlle me mgr sr sra srta sres dra lic profa gov gen hon lt sen sgt rev eng fa don dña m",
);

const months =
  /^(?:jan|feb|mar|mär|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec|janv|fév|avr|juin|juil|août|déc|ene|abr|ago|dic)/iu;
const weekdays =
  /^(?:mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donners|freitag|samstag|sonn|lun|mar|mer|jeu|ven|sam|dim|miér|jue|vie|sáb|dom)/iu;

/** "am 2. Tag", "im 3. Quartal", "zum 1. Gespräch": what stands before a German ordinal. */
const ordinalLeads = list(
  "am im zum zur den der dem des die das beim vom ab bis seit ein eine einen einem einer jeden jedes unser unsere mein meine ihr ihre",
);

/**
 * Whether the full stop at an offset ends a sentence: not after an abbreviation, an initial or an ordinal, nor inside
 * a number or address. Looks at no more than a word to either side.
 */
export function isFullStop(text: string, at: number): boolean {
  let begin = at;
  while (begin > 0 && at - begin < 24 && !/[\s([{"“«/|]/u.test(text.charAt(begin - 1))) begin -= 1;
  const word = text.slice(begin, at);
  const lower = word.toLowerCase();
  const rest = text.slice(at + 1, at + 30).trimStart();
  const next = rest.charAt(0);
  if (text.charAt(at - 1) === ".") return next !== next.toLowerCase();
  if (/^\d{1,4}$/u.test(word)) return endsAfterNumber(text, begin, rest);
  if (/^\p{L}$/u.test(word)) return endsAfterLetter(text, begin, rest);
  if (/^(?:\p{L}\.){1,4}\p{L}$/u.test(word)) return isOpener(rest);
  if (!abbreviations.has(lower)) return true;
  if (lower === "etc" || lower === "usw" || lower === "usf") return next !== next.toLowerCase();
  if (titles.has(lower) && word !== lower) return false;
  const isLower = next !== next.toUpperCase();
  if (wordsToo.has(lower) && word === lower) return !/^[\d#(]/u.test(rest) && !(isLower && !isCommon.has(lower));
  return isOpener(rest) && !titles.has(lower);
}

/** Common words whose abbreviation is rare: "do. then" is two sentences, "co. reg no" is one. */
const isCommon = list("no do so am me al sun sat mar u mind rep so cc rel");

/** "3. Februar", "am 2. Tag", "9. 2.", "bis 9. an Ana": an ordinal; "see page 3. Then": an end. */
function endsAfterNumber(text: string, begin: number, rest: string): boolean {
  const before = text.slice(Math.max(0, begin - 24), begin).trim();
  if (before === "") return false;
  if (months.test(rest) || /^\d{1,2}\./u.test(rest)) return false;
  const next = rest.charAt(0);
  if (next !== next.toUpperCase()) return false;
  const lead = before.slice(before.search(/[^\s(,;:]*$/u)).toLowerCase();
  return !(ordinalLeads.has(lead) && next !== next.toLowerCase() && !isOpener(rest, "de"));
}

/** An initial, or a letter of an abbreviation that is written apart ("z. B.", "d. h.", "u. a."); "I" is a word. */
function endsAfterLetter(text: string, begin: number, rest: string): boolean {
  const letter = text.charAt(begin);
  if (/^\p{L}\./u.test(rest) || /(?:^|\s)\p{L}\.\s?$/u.test(text.slice(Math.max(0, begin - 4), begin))) return false;
  if (letter === "I") return true;
  if (letter !== letter.toLowerCase()) return false;
  return !apart.has(letter) || isOpener(rest);
}

/** Letters that stand alone with a full stop as words of German and French notes: "u. a.", "s. oben", "v. Chr.", "p. 3". */
const apart = list("u s v p o z d h b n m");

/** A capital that begins a sentence: a verb (of the language, where one is given) or a small word, no name, day or month. */
function isOpener(rest: string, language: Language | null = null): boolean {
  const word = /^\p{Lu}[\p{L}'’]*/u.exec(rest)?.[0];
  if (word === undefined || months.test(word) || weekdays.test(word)) return false;
  const lower = word.toLowerCase();
  return plainCapitals.has(lower) || verbsOf(lower).some((verb) => language === null || verb.language === language);
}
