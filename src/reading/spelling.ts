import { type Verb, verbsOf } from "./acts.ts";
import { WordTable } from "./word-table.ts";

/** What a token is; `word` includes names and contractions, cut at their apostrophe ("I" + "'ll"). */
export type TokenKind = "word" | "number" | "link" | "handle" | "arrow" | "mark";

/** What the writing of a token says wherever it stands: shared by all tokens that are written so. */
export interface Spelling {
  text: string;
  /** Lower case, with a plain apostrophe and a trailing English negation kept ("won't"). */
  lower: string;
  kind: TokenKind;
  /** It begins with a capital. */
  isCapital: boolean;
  /** Its readings as a verb of any language, and whether all are English. */
  verbs: readonly Verb[];
  isEnglishVerb: boolean;
  /** The expressions it leaves open, for each gate by its number (`word-gate.ts`, which writes them). */
  open: (number | undefined)[];
  /** The cues it is of an observation, as bits (`observation-features.ts`, which writes them so); null before. */
  cues: number | null;
  /** Which acts may be said at it (`frames.ts`, which writes it when it is first asked for); null before. */
  acts: ActPlace | null;
  /** The class of words it belongs to (`word-class.ts`, which writes it when it is first asked for); null before. */
  class: WordClass | null;
}

/** What a word alone says of where acts are said. */
export interface ActPlace {
  /** One may be said here. */
  isHere: boolean;
  /** Any word after it may be a verb. */
  isNext: boolean;
}

/** A class of words by its number. */
export interface WordClass {
  number: number;
  /** No table knows the word, so that a capital inside a sentence says more than its ending. */
  isOpen: boolean;
}

/** Notes of a megabyte have some 15,000. */
const spellingsMax = 20_000;
const tableOf = (kind: TokenKind): WordTable<Spelling> => new WordTable((text) => spelled(text, kind), spellingsMax);
// "l'3e" has a word in it that is a number elsewhere, so each kind has its own.
const tables = { word: tableOf("word"), number: tableOf("number"), arrow: tableOf("arrow"), mark: tableOf("mark") };

/** The spelling of the token that stands in a text from an offset to another: most are known, and not even cut out. */
export function spellingAt(text: string, from: number, to: number, kind: TokenKind): Spelling {
  return kind === "link" || kind === "handle" ? spelled(text.slice(from, to), kind) : tables[kind].at(text, from, to);
}

function spelled(text: string, kind: TokenKind): Spelling {
  const small = text.toLowerCase();
  const lower = small.includes("’") ? small.replace("’", "'") : small;
  const verbs = verbsOf(lower);
  return {
    text,
    lower,
    kind,
    isCapital: small.charCodeAt(0) !== text.charCodeAt(0),
    verbs,
    isEnglishVerb: verbs.every((verb) => verb.language === "en"),
    open: [],
    cues: null,
    acts: null,
    class: null,
  };
}
