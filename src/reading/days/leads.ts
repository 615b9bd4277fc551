import { isDashAt, type Lead, type LeadKind, type Scan, wordAt } from "./scan.ts";
import { parts } from "./words.ts";

/** A lead found in front of a token. */
export interface LeadFound extends Lead {
  next: number;
  /** Only a single day may follow ("early Monday"; "early March" is a part of March). */
  needsDay: boolean;
  /** It speaks of what lies behind ("back in March", "since Monday"). */
  isBack: boolean;
}

type Row = readonly [kind: LeadKind, language: Lead["language"], list: string];

/** Each row: what the words mean, their language, and the words; a comma parts two ways to say the same. */
const rows: readonly Row[] = [
  [
    "by",
    "en",
    "by, by latest, by the latest, no later than, not later than, latest by, latest, at latest, at the latest by, until, till, til, due, due by, due on, due in, up to, to be done by, through, thru, deadline, on or before, before or on, at or before, on or earlier than, before or in, as late as, ending, ending on",
  ],
  ["before", "en", "before, ahead of, prior to, earlier than, sooner than"],
  [
    "after",
    "en",
    "after, right after, straight after, directly after, shortly after, soon after, just after, following, post, later than",
  ],
  [
    "from",
    "en",
    "from, starting, starting on, starting from, starting in, beginning on, as of, as from, not before, not until, effective, on or after, after or on, at or after",
  ],
  ["since", "en", "since, ever since, back in, back on, earlier in"],
  [
    "on",
    "en",
    "on, on or about, on or around, around, about, circa, approximately, approx, come, for, during, over, throughout, sometime, sometime on, sometime around, some time, sometime over, on about, as early as, as soon as",
  ],
  ["in", "en", "in, in about, in around, sometime in, some time in"],
  ["at", "en", "at"],
  ["within", "en", "within, inside, inside of, in under, in less than"],
  ["between", "en", "between"],
  ["on", "en", "first thing, first thing on, early, early on, late, late on, bright and early on"],
  [
    "by",
    "de",
    "bis, bis zum, bis zur, bis spatestens, bis am, bis spatestens am, bis spatestens zum, spatestens, spatestens am, spatestens bis, spatestens bis zum, fallig am, fallig bis",
  ],
  ["before", "de", "vor, noch vor"],
  ["after", "de", "nach, gleich nach, direkt nach, kurz nach"],
  ["from", "de", "ab, von, vom, ab sofort bis"],
  ["since", "de", "seit"],
  ["on", "de", "am, an, gegen, um, zum, zur, uber, wahrend, irgendwann"],
  ["in", "de", "im, in, irgendwann im"],
  ["within", "de", "innerhalb, innerhalb von, binnen"],
  ["between", "de", "zwischen"],
  ["by", "fr", "d'ici, d'ici a, d'ici au, jusqu'a, jusqu'au, jusqu'en, au plus tard, au plus tard en, pour"],
  ["before", "fr", "avant"],
  ["after", "fr", "apres, juste apres"],
  ["from", "fr", "a partir de, a partir du, a compter de, a compter du, des"],
  ["since", "fr", "depuis"],
  ["on", "fr", "courant, vers, pendant, au cours de, au, ce"],
  ["in", "fr", "en, dans, au mois de, au cours du mois de"],
  ["within", "fr", "sous, d'ici"],
  ["between", "fr", "entre"],
  ["by", "es", "hasta, para, a mas tardar, como muy tarde, como tarde"],
  ["before", "es", "antes de, antes del"],
  ["after", "es", "despues de, despues del, tras"],
  ["from", "es", "a partir de, a partir del, desde"],
  ["on", "es", "durante, sobre"],
  ["in", "es", "en, dentro de, en el mes de"],
  ["between", "es", "entre"],
];

/** These say "this day alone": `early Monday`, `first thing Monday`. */
const dayOnly = /^(?:first thing|early|late|bright)/;
const backward = /^(?:since|ever since|back|seit|depuis|earlier in)/;

const byFirst: ReadonlyMap<string, readonly { list: readonly string[]; row: Row; words: string }[]> = arrange();

function arrange() {
  const map = new Map<string, { list: readonly string[]; row: Row; words: string }[]>();
  for (const row of rows) {
    for (const said of row[2].split(", ")) {
      const list = said.split(" ");
      const entry = { list, row, words: said };
      const known = map.get(list[0]!); // split never gives an empty list
      if (known === undefined) map.set(list[0]!, [entry]);
      else known.push(entry);
    }
  }
  for (const entries of map.values()) entries.sort((a, b) => b.list.length - a.list.length);
  return map;
}

/** The words a lead can begin with. */
export const leadStarts: ReadonlySet<string> = new Set([
  ...byFirst.keys(),
  ..."a the le la les l el los las der die das dem den des du del au al my our".split(" "),
]);

const articleWords = new Set([
  "the",
  "le",
  "la",
  "les",
  "l",
  "el",
  "los",
  "las",
  "der",
  "die",
  "das",
  "dem",
  "den",
  "des",
  "du",
  "del",
  "au",
  "al",
  "my",
  "our",
]);

/** The leads that may begin at a token, the longest first; an article by itself is the last. */
export function leadsAt(scan: Scan, at: number): LeadFound[] {
  const word = wordAt(scan, at);
  const found: LeadFound[] = [];
  for (const { list, row, words } of byFirst.get(word) ?? []) {
    let next = at;
    if (!list.every((part) => wordAt(scan, next++) === part)) continue;
    next = at + list.length;
    // "due: Friday", "deadline - 9 Feb", "post-Ignite"
    if (
      (word === "due" || word === "deadline") &&
      scan.tokens[next]?.kind === "mark" &&
      (scan.tokens[next]?.norm === ":" || isDashAt(scan, next))
    )
      next += 1;
    else if (word === "post" && isDashAt(scan, next)) next += 1;
    const to = articlesEnd(scan, next);
    found.push({
      kind: row[0],
      language: row[1],
      words,
      hasArticle: to > next,
      next: to,
      needsDay: dayOnly.test(words),
      isBack: backward.test(words),
    });
  }
  // "a finales de mes", "a la fin du mois": the preposition only where a part of a period follows.
  if (word === "a" && found.length === 0) {
    const to = articlesEnd(scan, at + 1);
    if (parts.has(wordAt(scan, to)) || (to > at + 1 && wordAt(scan, to) !== "")) {
      found.push({
        kind: "on",
        language: "fr",
        words: "a",
        hasArticle: to > at + 1,
        next: to,
        needsDay: false,
        isBack: false,
      });
    }
  }
  if (articleWords.has(word)) {
    found.push({
      kind: "article",
      language: "en",
      words: word,
      hasArticle: true,
      next: articlesEnd(scan, at),
      needsDay: false,
      isBack: false,
    });
  }
  return found;
}

function articlesEnd(scan: Scan, at: number): number {
  let next = at;
  while (next < at + 2 && articleWords.has(wordAt(scan, next))) next += 1;
  return next;
}
