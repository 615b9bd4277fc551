import type { DayFound } from "./days.ts";
import type { NameFound } from "./names.ts";
import type { Token } from "./tokens.ts";

/** A passage made ready for reading: its tokens, and which of them belong to a name. */
export interface Sentence {
  text: string;
  tokens: readonly Token[];
  names: readonly NameFound[];
  /** For each token the name it is part of, or null. */
  nameOf: readonly (NameFound | null)[];
  /** Days are found only when something asks for them. */
  days: () => readonly DayFound[];
}

/** Aligns names with tokens. Both are in order, so one walk does. */
export function sentenceOf(
  text: string,
  tokens: readonly Token[],
  names: readonly NameFound[],
  days: () => readonly DayFound[],
): Sentence {
  const nameOf: (NameFound | null)[] = [];
  let at = 0;
  for (const token of tokens) {
    while (at < names.length && (names[at]?.end ?? 0) <= token.start) at += 1;
    const name = names[at];
    nameOf.push(name !== undefined && name.start < token.end && token.start < name.end ? name : null);
  }
  return { text, tokens, names, nameOf, days };
}

/** The lower-case word at a place, or an empty string beyond the ends. */
export function wordAt(sentence: Sentence, at: number): string {
  return sentence.tokens[at]?.lower ?? "";
}

/** Whether words stand in a range of one of the spans, wholly or in part. */
export function overlaps(range: { start: number; end: number }, start: number, end: number): boolean {
  return range.start < end && start < range.end;
}
