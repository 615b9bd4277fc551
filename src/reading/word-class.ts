import type { Verb } from "./acts.ts";
import type { Sentence } from "./sentence.ts";
import type { WordClass } from "./spelling.ts";
import type { Token } from "./tokens.ts";
import {
  beWords,
  conjunctions,
  determiners,
  hedges,
  meWords,
  newsWords,
  prepositions,
  saidWords,
  sheWords,
  themWords,
  theyWords,
  thingWords,
  weWords,
  youWords,
} from "./words.ts";
import { modals, negations } from "./frame.ts";

const known = new Map<string, string>();
const put = (name: string, words: Iterable<string>): void => {
  for (const word of words) if (!known.has(word)) known.set(word, name);
};
const set = (words: string): string[] => words.split(" ");
put("to", set("to zu à"));
put("neg", negations);
put("hedge", hedges);
put("modal", modals.keys());
put("be", beWords);
put("have", set("have has had 've having habe hat haben hatte ai a ont avait he ha han había hemos avons"));
put("me", meWords);
put("we", weWords);
put("you", youWords);
put("she", sheWords);
put("they", theyWords);
put(
  "who",
  set(
    "who which where when why how what whether wer wo wann wie warum qui où quand comment pourquoi quien cuando donde como",
  ),
);
put("if", set("if wenn falls si unless once sobald dès"));
put("that", set("that dass que qu'"));
put("thing", thingWords);
put("mine", set("my our mein meine meinen unser unsere mon ma mes notre nos mi mis nuestro nuestra nuestras nuestros"));
put("det", determiners);
put("and", conjunctions);
put("them", themWords);
put("prep", prepositions);
put("please", set("please pls plz bitte svp merci porfa"));
put(
  "day",
  set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today tomorrow tmrw tonight week month eow next " +
      "montag dienstag mittwoch donnerstag freitag samstag sonntag heute morgen woche mo di mi do fr sa so lundi mardi mercredi jeudi vendredi samedi dimanche demain semaine lunes martes miércoles jueves viernes sábado domingo mañana semana " +
      "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  ),
);
put("yes", set("yes yep ok okay sure ja oui sí agreed deal"));
put("no", set("no nope nah nein non nee"));
put("said", saidWords);
put("news", newsWords);
put("still", set("still again noch encore aún todavía already schon déjà ya"));

/** Signs that say something of their own; all others are alike. */
const signs = new Set([",", ".", ":", ";", "?", "!", "(", ")", "-", "/", "&", "+", '"', "'"]);

/** Class names by their number, and the numbers by name. Numbers are given as classes are met, and mean nothing by themselves. */
const classNames: string[] = [];
const classNumbers = new Map<string, number>();

/** The number of a class, for tables that are laid out by class. */
export function classNumber(name: string): number {
  let number = classNumbers.get(name);
  if (number === undefined) {
    number = classNames.push(name) - 1;
    classNumbers.set(name, number);
  }
  return number;
}

/** The name of a class by its number, as features are called. */
export function className(number: number): string {
  return classNames[number] ?? "";
}

const before = classNumber("^");
const after = classNumber("$");
const me = classNumber("me");
const mate = classNumber("MATE");
const person = classNumber("NAME");
const organization = classNumber("ORG");
const capital = classNumber("Cap");

/**
 * The class of a token, as a number: one of some sixty for words that behave alike in notes of any topic ("NAME", "modal", "day",
 * "base-v" for the bare form of a known verb, "-ing" for what ends so). `^` and `$` stand for the places beyond the ends.
 */
export function classAt(sentence: Sentence, at: number): number {
  const token = sentence.tokens[at];
  if (token === undefined) return at < 0 ? before : after;
  const name = sentence.nameOf[at] ?? null;
  if (name !== null)
    return name.isMe ? me : name.means === "person" ? (name.isColleague ? mate : person) : organization;
  const found = (token.spelling.class ??= classOf(token));
  return found.isOpen && token.isCapital && at > 0 ? capital : found.number;
}

/** What a token's spelling alone says of its class. */
function classOf({ kind, text, lower, spelling }: Token): WordClass {
  if (kind === "number") return { number: classNumber("num"), isOpen: false };
  if (kind === "mark") return { number: classNumber(signs.has(text) ? text : "sign"), isOpen: false };
  if (kind !== "word") return { number: classNumber(kind), isOpen: false };
  const found = known.get(lower) ?? verbClass(spelling.verbs[0]);
  return { number: classNumber(found ?? endingOf(lower)), isOpen: found === null };
}

function verbClass(verb: Verb | undefined): string | null {
  if (verb === undefined) return null;
  const form = verb.form === "base" && verb.isNounToo ? "nounish" : verb.form;
  return `${form}-${verb.class === "general" ? "g" : "v"}`;
}

/** Endings, the first that fits, of words that no table knows. */
const endings = "ed iert ing é ée és ado ido ada en ern er ir ar ly lich ss s t".split(" ");
const endingNames = new Map(
  Object.entries({
    iert: "-ed",
    ée: "-é",
    és: "-é",
    ado: "-é",
    ido: "-é",
    ada: "-é",
    ern: "-en",
    ir: "-er",
    ar: "-er",
    lich: "-ly",
    ss: "w",
  }),
);

function endingOf(lower: string): string {
  for (const ending of endings) if (lower.endsWith(ending)) return endingNames.get(ending) ?? `-${ending}`;
  return "w";
}
