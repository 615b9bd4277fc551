import { type Language, languageOfSmallWord } from "#domain/model/language.ts";

/**
 * Which languages words are in, besides English, which notes mix in everywhere: by small words that only one of
 * the languages has. A foreign verb form ("signe", "plane", "mire") is read as a verb only where its language is.
 */
export function languagesIn(words: readonly { lower: string }[], least: number): ReadonlySet<Language> {
  let counts: Map<Language, number> | null = null;
  let english = 0;
  for (const { lower } of words) {
    const language = languageOfSmallWord(lower);
    if (language === undefined) continue;
    if (language === "en") english += 1;
    else counts = (counts ?? new Map<Language, number>()).set(language, (counts?.get(language) ?? 0) + 1);
  }
  if (counts === null) return none;
  const found = new Set<Language>();
  for (const [language, count] of counts)
    if ((count >= least || english === 0) && count * 4 >= english) found.add(language);
  return found;
}

const none: ReadonlySet<Language> = new Set();

/** The languages of a page, from the words at its beginning: enough to tell, and no more than is needed. */
export function languagesOfPage(texts: Iterable<string>): ReadonlySet<Language> {
  const words: { lower: string }[] = [];
  for (const text of texts) {
    for (const lower of (
      text
        .slice(0, 4_000)
        .toLowerCase()
        .match(/[\p{L}']+/gu) ?? []
    ).slice(0, 400))
      words.push({ lower });
    if (words.length > 3_000) break;
  }
  const found = languagesIn(words, Math.max(3, words.length * 0.02));
  return words.length < 3 ? none : found;
}
