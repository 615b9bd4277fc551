import type { Language } from "#domain/model/language.ts";
import type { Verb } from "./acts.ts";
import type { DayFound } from "./days.ts";
import { languagesIn } from "./language.ts";
import type { NameFound } from "./names.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A passage made ready for reading: its tokens, and which of them belong to a name. */
export interface Sentence {
  text: string;
  tokens: readonly Token[];
  names: readonly NameFound[];
  /** For each token the name it is part of, or null. */
  nameOf: readonly (NameFound | null)[];
  /** Languages besides English whose verbs are read. */
  languages: ReadonlySet<Language>;
  /** Days are found only when something asks for them. */
  days: () => readonly DayFound[];
  /** Lets go of its tokens, which are most of its memory, when it was read; whoever asks again has them made anew. */
  release: () => void;
}

/** The sentence of a text whose tokens, by `tokensOf`, are there already. */
export function sentenceOf(
  text: string,
  tokens: readonly Token[],
  names: readonly NameFound[],
  days: () => readonly DayFound[],
  languagesOfPage: ReadonlySet<Language> = new Set(),
): Sentence {
  const here = languagesIn(tokens, 2);
  const languages = here.size === 0 ? languagesOfPage : new Set([...languagesOfPage, ...here]);
  return new SentenceInTokens({ text, names, languages, days }, tokens);
}

class SentenceInTokens implements Sentence {
  readonly text: string;
  readonly names: readonly NameFound[];
  readonly languages: ReadonlySet<Language>;
  readonly days: () => readonly DayFound[];
  #tokens: readonly Token[] | null;
  #nameOf: readonly (NameFound | null)[] | null = null;

  constructor(
    { text, names, languages, days }: Pick<Sentence, "text" | "names" | "languages" | "days">,
    tokens: readonly Token[],
  ) {
    this.text = text;
    this.names = names;
    this.languages = languages;
    this.days = days;
    this.#tokens = tokens;
  }

  get tokens(): readonly Token[] {
    return (this.#tokens ??= tokensOf(this.text));
  }

  get nameOf(): readonly (NameFound | null)[] {
    return (this.#nameOf ??= aligned(this.names, this.tokens));
  }

  release(): void {
    this.#tokens = null;
    this.#nameOf = null;
  }
}

/** Aligns names with tokens. Both are in order, so one walk does. */
function aligned(names: readonly NameFound[], tokens: readonly Token[]): (NameFound | null)[] {
  let at = 0;
  return tokens.map((token) => {
    while (at < names.length && (names[at]?.end ?? 0) <= token.start) at += 1;
    const name = names[at];
    return name !== undefined && name.start < token.end && token.start < name.end ? name : null;
  });
}

/** The lower-case word at a place, or an empty string beyond the ends. */
export function wordAt(sentence: Sentence, at: number): string {
  return sentence.tokens[at]?.lower ?? "";
}

/** Whether words stand in a range of one of the spans, wholly or in part. */
export function overlaps(range: { start: number; end: number }, start: number, end: number): boolean {
  return range.start < end && start < range.end;
}

/** The readings of a word as a verb, in English and the languages the sentence is in. */
export function verbsAt(sentence: Sentence, at: number): readonly Verb[] {
  const spelling = sentence.tokens[at]?.spelling;
  if (spelling === undefined) return none;
  const { verbs, isEnglishVerb } = spelling;
  if (isEnglishVerb) return verbs;
  const { languages } = sentence;
  return verbs.filter((verb) => verb.language === "en" || languages.has(verb.language));
}

const none: readonly Verb[] = [];

/** Makes a value when it is first asked for, and keeps it. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
