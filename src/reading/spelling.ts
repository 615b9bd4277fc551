import { type Verb, verbsOf } from "./acts.ts";

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
  /** The class of words it belongs to (`word-class.ts`, which writes it when it is first asked for); null before. */
  class: WordClass | null;
}

/** A class of words by its number. */
export interface WordClass {
  number: number;
  /** No table knows the word, so that a capital inside a sentence says more than its ending. */
  isOpen: boolean;
}

/** Notes of a megabyte have some 15,000; what is written once must not pile up over many pages. */
const spellingsMax = 20_000;
/** An engine keeps longer pieces of a text as views of it: they would hold on to the page, and few of them come again. */
const sharedLength = 12;
const spellings = new Map<string, Spelling>();

/** The spelling of a token: looked up once here, and not again by each who asks what the word is. */
export function spellingOf(text: string, kind: TokenKind): Spelling {
  if (text.length > sharedLength) return spelled(text, kind);
  const known = spellings.get(text);
  if (known?.kind === kind) return known;
  // "l'3e" has a word in it that is a number elsewhere: the first to come is shared.
  const spelling = spelled(text, kind);
  if (known !== undefined) return spelling;
  if (spellings.size >= spellingsMax) spellings.clear();
  spellings.set(text, spelling);
  return spelling;
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
    class: null,
  };
}
