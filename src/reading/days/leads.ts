import { after, isDashAt, type Lead, type LeadKind, markAt, type Scan, wordAt } from "./scan.ts";
import { canFollow } from "./starts.ts";
import { parts, words } from "./words.ts";

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

const articleWords = words("the le la les l el los las der die das dem den des du del au al my our");

/** The words a lead can begin with. */
export const leadStarts: ReadonlySet<string> = new Set([...byFirst.keys(), ...articleWords, "a"]);

/** The leads that may begin at a token and have something behind them that can be a day, the longest first; an article by itself is the last. */
export function leadsAt(scan: Scan, at: number): LeadFound[] {
  const word = wordAt(scan, at);
  const found: LeadFound[] = [];
  for (const { list, row, words } of byFirst.get(word) ?? []) {
    const end = after(scan, at, ...list);
    if (end === -1) continue;
    const next = afterColon(scan, word, end);
    const to = articlesEnd(scan, next);
    const [kind, language] = row;
    // After and before may be followed by an event or session, whatever its name.
    if (kind !== "after" && kind !== "before" && !canFollow(scan.tokens[to])) continue;
    found.push({
      kind,
      language,
      words,
      hasArticle: to > next,
      next: to,
      needsDay: dayOnly.test(words),
      isBack: backward.test(words),
    });
  }
  const to = articlesEnd(scan, word === "a" ? at + 1 : at);
  // "a finales de mes", "a la fin du mois": the preposition only where a part of a period follows.
  const isPreposition = word === "a" && found.length === 0 && (to > at + 1 || parts.has(wordAt(scan, to)));
  if ((isPreposition || (word !== "a" && to > at)) && canFollow(scan.tokens[to])) {
    const kind = isPreposition ? "on" : "article";
    const language = isPreposition ? "fr" : "en";
    found.push({
      kind,
      language,
      words: word,
      hasArticle: to > at + 1 || !isPreposition,
      next: to,
      needsDay: false,
      isBack: false,
    });
  }
  return found;
}

/** "due: Friday", "deadline - 9 Feb", "post-Ignite". */
function afterColon(scan: Scan, word: string, at: number): number {
  const isColon = (word === "due" || word === "deadline") && (markAt(scan, at) === ":" || isDashAt(scan, at));
  return isColon || (word === "post" && isDashAt(scan, at)) ? at + 1 : at;
}

function articlesEnd(scan: Scan, at: number): number {
  let next = at;
  while (next < at + 2 && articleWords.has(wordAt(scan, next))) next += 1;
  return next;
}
