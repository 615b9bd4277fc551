import { verbsOf } from "./acts.ts";
import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { folded } from "./names/folding.ts";
import { type Sentence, verbsAt, wordAt } from "./sentence.ts";
import { determiners, prepositions } from "./words.ts";

/** Nouns for an organization that has no name in the note: "the bank", "l'imprimeur", "das Eichamt"; in plain form. */
const nouns: ReadonlySet<string> = new Set(
  (
    "bank airline insurer insurers insurance printer printers council union ministry embassy consulate hotel hostel motel lodge inn garage depot warehouse company firm agency library museum archive archives school university " +
    "college hospital clinic surgery lab laboratory church parish diocese club association society trust foundation court police airport theatre gallery venue caterer caterers registrar supplier suppliers vendor vendors " +
    "manufacturer distributor courier carrier cooperative coop co-op factory mill brewery bakery restaurant pub chamber authority ombudsman landlords publisher publishers contractor contractors helpdesk hq " +
    "bank sparkasse versicherung krankenkasse amt behorde ministerium botschaft druckerei werkstatt schule uni universitat hochschule stiftung verein verband gemeinde stadtverwaltung stadtwerke kammer gewerkschaft firma " +
    "klinik krankenhaus archiv bibliothek verlag gericht polizei spedition haustechnik rathaus brauerei hausverwaltung lieferant lieferanten " +
    "banque mairie prefecture assurance assureur mutuelle imprimeur imprimerie transporteur ecole universite lycee musee ministere ambassade syndicat chambre region agence association fondation bibliotheque hopital clinique " +
    "fournisseur usine scierie cooperative traiteur brasserie loueur " +
    "banco caja ayuntamiento alcaldia aseguradora imprenta escuela universidad colegio museo ministerio embajada sindicato camara agencia asociacion fundacion biblioteca archivo clinica taller proveedor fabrica cooperativa consejeria diputacion aerolinea gestoria notaria"
  ).split(" "),
);

/** Nouns that name one only with a word before them: "county records office", "town hall". */
const houses: ReadonlySet<string> = new Set("office hall house centre".split(" "));

/** German compounds say it by their last part. */
const compound =
  /.{3}(?:amt|behorde|verband|verein|kasse|kammer|schule|werke|stiftung|druckerei|ministerium|anstalt|versicherung|klinik|museum|archiv|firma|gericht|verwaltung)$/u;

/** Whether a word in any form names an organization by what it is. */
export function isInstitution(word: string): boolean {
  const plain = folded(word);
  return nouns.has(plain) || compound.test(plain);
}

/** An organization said by what it is, in a sentence's tokens, the last one included. */
interface InstitutionAt {
  from: number;
  to: number;
}

/**
 * "the alarm company", "la alcaldía", "county library": an article, at most three words more and the noun; none where the
 * noun only tells what the next one is ("the bank statements"), but "the garage rep" and "the bank's form" are theirs.
 */
export function institutionAt(sentence: Sentence, from: number): InstitutionAt | null {
  let at = from;
  const hasArticle = determiners.has(wordAt(sentence, at)) || wordAt(sentence, at) === "l'";
  if (hasArticle) at += 1;
  for (let to = at; to < at + 4; to += 1) {
    const token = sentence.tokens[to];
    if (token === undefined || token.kind !== "word" || prepositions.has(token.lower)) return null;
    if (to > at && (determiners.has(token.lower) || !hasArticle) && !isInstitution(token.text)) return null;
    const isHouse = to > at && houses.has(token.lower);
    if (!isInstitution(token.text) && !isHouse) continue;
    const next = sentence.tokens[to + 1];
    if (next !== undefined && isInstitution(next.text)) continue;
    return next !== undefined && isTold(sentence, to, next) ? null : { from, to };
  }
  return null;
}

/** The noun is followed by another that it only describes. */
function isTold(sentence: Sentence, at: number, next: Sentence["tokens"][number]): boolean {
  if (next.kind !== "word" || prepositions.has(next.lower) || theirs.has(next.lower)) return false;
  if (
    next.isCapital ||
    verbsOf(next.lower).length > 0 ||
    sentence.days().some((day) => day.start <= next.start && day.end > next.start)
  )
    return false;
  if (/^['’]/u.test(sentence.text.slice(sentence.tokens[at]?.end ?? 0, next.start + 1))) return false;
  return (
    objects.has(folded(next.text)) || (wordAt(sentence, at + 2) === "" && !/ly$|^(?:again|back)$/u.test(next.lower))
  );
}

const theirs: ReadonlySet<string> = new Set(
  "rep reps people guy guys lady man woman desk manager office folks".split(" "),
);
const objects: ReadonlySet<string> = new Set(
  "statement statements account accounts holiday card details trip tour visit list number bill invoice form website page loan fees charges cards codes code letter meeting policy event day".split(
    " ",
  ),
);

/**
 * The organization that an act is turned to or that owes it, by what it is: right behind a verb that turns to somebody
 * ("ring the printer"), behind a word for a direction ("statements to the bank"), before a German verb ("das Eichamt
 * anrufen"), or as who acts ("the lodge owes us 40"). As the note calls it, null where none is.
 */
export function institutionOf(sentence: Sentence, frame: Frame, extent: Extent): string | null {
  const verbAt = turningAt(sentence, frame, extent);
  for (const [at, token] of sentence.tokens.entries()) {
    if (token.start < extent.start) continue;
    if (token.end > extent.end) break;
    if (token.kind !== "word") continue;
    const isSubject =
      token.start === extent.start &&
      (frame.subject.who === "role" || frame.subject.who === "thing" || frame.verb === null);
    const before = wordAt(sentence, at - 1);
    const isObject = verbAt !== null && (at - 1 === verbAt || (at - 2 === verbAt && particles.has(before)));
    const isBeforeVerb = verbAt !== null && at < verbAt && sentence.languages.has("de") && articles.has(token.lower);
    const joined = contracted.has(before) || directions.has(before);
    if (!isSubject && !isObject && !isBeforeVerb && !joined) continue;
    const found = institutionAt(sentence, at);
    if (found === null) continue;
    const end = sentence.tokens[found.to]?.end ?? token.end;
    // "bank re the loan", but not "church roof money".
    const next = sentence.tokens[found.to + 1];
    if (isSubject && frame.verb === null && next?.kind === "word" && !prepositions.has(next.lower)) continue;
    if (end <= extent.end) return sentence.text.slice(token.start, end);
  }
  return null;
}

/** The token of the verb that turns to somebody, or waits for them; null where the act has none. */
export function turningAt(sentence: Sentence, frame: Frame, extent: Extent): number | null {
  if (frame.verb !== null) return frame.verb.class === "contact" ? frame.verbAt : null;
  if (frame.manner === "waits") return frame.verbAt;
  // "lunes llamar al banco": an act in a list, by its day and its verb.
  const from = sentence.tokens.findIndex((token) => token.start >= extent.start);
  for (let at = Math.max(0, from); at < from + 5; at += 1) {
    const token = sentence.tokens[at];
    if (token === undefined || token.end > extent.end) return null;
    if (verbsAt(sentence, at).some((verb) => verb.class === "contact" && verb.form === "base")) return at;
  }
  return null;
}

const articles: ReadonlySet<string> = new Set("die der das den dem".split(" "));
const particles: ReadonlySet<string> = new Set("to on up back at with for from a à al au an bei mit con".split(" "));
const directions: ReadonlySet<string> = new Set("to from chez bei an von à a".split(" "));
/** Prepositions that hold the article. */
const contracted: ReadonlySet<string> = new Set("zum zur vom beim al au del du aux".split(" "));
