/** The languages the product reads. */
export const languages = ["en", "de", "fr", "es"] as const;
export type Language = (typeof languages)[number];

/** The language of which a word is a small one ("and", "und") that no other of them has; undefined for any other word. */
export function languageOfSmallWord(lower: string): Language | undefined {
  return only.get(lower);
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
