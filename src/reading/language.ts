import type { Language } from "./acts.ts";

/**
 * Which languages words are in, besides English, which notes mix in everywhere: by small words that only one of
 * the languages has. A foreign verb form ("signe", "plane", "mire") is read as a verb only where its language is.
 */
export function languagesIn(words: readonly { lower: string }[], least: number): ReadonlySet<Language> {
  let counts: Map<Language, number> | null = null;
  let english = 0;
  for (const { lower } of words) {
    const language = only.get(lower);
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

const lists: readonly [Language, string][] = [
  [
    "en",
    "the and of to is are with for that this from by at be it was we i they not have has will you on our would should can",
  ],
  [
    "de",
    "der das und ist nicht mit für auf ich wir den dem ein eine einen einem zu zum zur von im bis bei nach noch auch sich sind wird werden hat haben wenn dass oder aber wie nur mir uns sie er mich schon mal evtl über unser kein keine morgen vom beim dafür",
  ],
  [
    "fr",
    "le les des du et est une un pour pas que qui dans sur avec nous vous je il elle ils sont au aux ce cette ces mais ou où on leur leurs plus très être fait faut peut d' l' j' m' n' qu' s' c' demain lundi mardi jeudi vendredi",
  ],
  [
    "es",
    "el los las del y es una un por que con para se lo al como más pero sus si ya muy está están hay nos yo le qué cuando mañana lunes martes miércoles jueves viernes semana también porque sin sobre",
  ],
];

/** Words that one language has and no other of the four. */
const only = new Map<string, Language>();
const shared = new Set<string>();
for (const [language, words] of lists) {
  for (const word of words.split(" ")) {
    if (only.has(word)) shared.add(word);
    else only.set(word, language);
  }
}
for (const word of shared) only.delete(word);
