import type { Setting } from "./features.ts";
import type { Sentence } from "./sentence.ts";
import { WordGate, lowestBit } from "./word-gate.ts";

/**
 * What can be said about a possible observation, as names of features: the cues of its sentence, where it stands, and how
 * long it is. Its words are weighed beside them (`observations.ts`). Equal input gives equal features.
 */
export function observationFeatures(sentence: Sentence, setting: Setting): string[] {
  const { text, names, tokens } = sentence;
  const features = ["bias"];
  let bits = cuesOf(sentence);
  for (let rest = bits; rest !== 0; rest &= rest - 1) features.push(cues[lowestBit(rest)]?.[0] ?? "");
  const add = (name: string, holds: boolean): void => {
    if (!holds) return;
    features.push(name);
    bits |= bitOf.get(name) ?? 0;
  };
  const section = setting.label ?? setting.around.section;
  if (section !== null) features.push(`in:${section}`);
  const organizations = names.filter((name) => name.means === "organization");
  add("organization", organizations.length > 0);
  add(
    "organization:first",
    organizations.some((name) => name.start <= 3),
  );
  for (const name of organizations) if (name.relation !== null) features.push(`is:${name.relation}`);
  add(
    "person:first",
    names.some((name) => name.means === "person" && name.start <= 3),
  );
  add("question", text.includes("?"));
  add("colon", text.includes(":"));
  add("short", tokens.length < 6);
  add("long", tokens.length > 14);
  features.push(`length:${Math.min(6, Math.floor(1.5 * Math.log2(1 + tokens.length)))}`, `block:${setting.block.kind}`);
  add("quoted", setting.quoted.length > 0);
  add("speaker", setting.marks.speaker !== null);
  add("talk", setting.around.isTalk);
  add("minutes", setting.genre.isMinutes);
  const first = tokens[0];
  add("begins:verb", first?.spelling.verbs.some((verb) => verb.form === "base") === true);
  add("begins:they", first !== undefined && thirds.has(first.lower));
  for (const { name, pair } of crossings) if ((bits & pair) === pair) features.push(name);
  return features;
}

const thirds = new Set("he she they er sie il elle ils él ella".split(" "));

/** Cues that say more together. */
const crossed: readonly [string, string][] = [
  ["organization:first", "price"],
  ["organization:first", "offers"],
  ["organization", "than"],
  ["rival", "organization"],
  ["ours", "trouble"],
  ["ours", "good"],
  ["ours", "insight"],
  ["market", "shift"],
  ["market", "price"],
  ["tech", "works"],
  ["tech", "unit"],
  ["works", "unit"],
  ["now", "works"],
  ["now", "offers"],
  ["begins:they", "seeks"],
  ["organization", "seeks"],
  ["told", "insight"],
  ["number", "insight"],
];

/** For each cue the words that make it (a star stands for any ending) and the phrases that do. */
const cues: readonly (readonly [string, string, RegExp | null])[] = [
  [
    "rival",
    "billiger cheaper competencia competitor competitors concurrent concurrents konkurrenz nachmach* poach* rival rivals undercut* wettbewerber",
    /(?<![\p{L}\p{N}])(?:switch(?:ed|ing) (?:from|to)|moins cher\w*|más barato|lost .{0,20} to|won .{0,20} from|the same (?:idea|thing|as ours)|same as (?:us|ours)|gives? (?:theirs|it) away|free tier)(?![\p{L}\p{N}])/iu,
  ],
  [
    "price",
    "commission discount margin precio precios preis* price prices pricing prix provision rabatt rate rates remise renewal renewals tarifa tarifas",
    /\d+(?:[.,]\d+)?\s?(?:%|percent|prozent|€|eur|euro|usd|\$|£|quid|k\b|chf|dollars?|pesos)|(?<=[€$£]\s?)\d/iu,
  ],
  [
    "than",
    "compared ours statt than versus vs",
    /(?<![\p{L}\p{N}])(?:instead of|als (?:wir|unser)|que (?:nous|la nuestra|le nôtre|lo nuestro)|we (?:do|charge|pay|have))(?![\p{L}\p{N}])/iu,
  ],
  [
    "offers",
    "baisse* bietet buy buying buys close closes cut cuts do does give gives has have hir* launch* lending lève* macht offer offers paga pay pays raise raises rebuild* recruit* recrut* saca sell sells ship ships signed streicht zahlt",
    /(?<![\p{L}\p{N}])(?:laying off)(?![\p{L}\p{N}])/iu,
  ],
  [
    "now",
    "again ahora already déjà désormais inzwischen jetzt maintenant now since wieder ya",
    /(?<![\p{L}\p{N}])(?:these days)(?![\p{L}\p{N}])/iu,
  ],
  [
    "seeks",
    "agency agentur bench busca* capacity cherche* co-sell cosell distribut* frei joint resell* revend* seek seeks spare subcontract* suchen sucht together vertrieb white-label whitelabel",
    /(?<![\p{L}\p{N}])(?:looking for|look for|wants? an? (?:\w+ )?partner|need(?:s)? an? (?:\w+ )?partner|has no one|have no one|no one for|open to|delivery partner)(?![\p{L}\p{N}])/iu,
  ],
  [
    "tech",
    "adapter akku api app appareil batterie battery browser build cable cache camera cerradora connector cpu extension firmware gerät gpu hardware index kabel kernel latency library model máquina offline outil phone plugin printer probe queue runtime scanner script sdk sensor sequencer software sonda spectrometer tablet tool tools version",
    /(?<![\p{L}\p{N}])(?:open source)(?![\p{L}\p{N}])/iu,
  ],
  [
    "unit",
    "",
    /\d+(?:[.,]\d+)?\s?(?:ms|s|sec|secs|seconds?|min|mins|minutes?|minuten|h|hours?|kb|mb|gb|tb|db|mm|cm|m|km|kg|g|w|v|hz|x|rpm|lat|gigabit|liter|l|years?|lines|pages)(?![\p{L}\p{N}])/iu,
  ],
  [
    "works",
    "aguanta faster fonctionne funciona funktioniert geht held hold holds hält läuft marche ohne read reads reconnaît reicht sans schneller sin suffit support supports survive survives tested tried without work worked working works",
    /(?<![\p{L}\p{N}])(?:recogni[sz]es?|plus rapide|no longer needs?|needs only|is enough|seen live|live gesehen)(?![\p{L}\p{N}])/iu,
  ],
  [
    "market",
    "ausschreibung bank banken banks budget buyer buyers clientes clients council councils customers dealers demand fonds framework fund funding funds förderung government grant grants hospital hospitals industry insurance insurer insurers kommunen licitaci* lieferzeit* marché market mercado ministry municipalit* operators procurement regulat* retailer retailers school schools sector subsid* subvention* suppliers tender vendors versicher* voucher",
    /(?<![\p{L}\p{N}])(?:appel d'offres)(?![\p{L}\p{N}])/iu,
  ],
  [
    "shift",
    "bajó doubled drop dropped drops désormais fell früher gestiegen halved insist now only require since stoped stopped",
    /(?<![\p{L}\p{N}])(?:no longer|last year|a year ago|for the first time|went up|gone up|up \d+|ask for|half of|two of|three of|four of|most of|a quarter of|nur noch|plus personne|ya no|cada vez|subi[óo])(?![\p{L}\p{N}])/iu,
  ],
  [
    "insight",
    "always because d'où deshalb explains halbiert halves hence immer instead jamais learned learnt means never nobody per porque quienes siempre sonst therefore til toujours weil whoever why",
    /(?<![\p{L}\p{N}])(?:turns out|so (?:we|they)|the reason|the trick|not .{2,30} but|no one|only if|if you|fell from|went from|parce que|si on|cut .{2,20} by)(?![\p{L}\p{N}])/iu,
  ],
  [
    "idea",
    "",
    /^(?:\W{0,3})(?:ideas?|idee|idée|einfall|what if|and if|et si|was wäre wenn|y si|qué tal|how about|we could|could we|one could|maybe we|imagine)(?![\p{L}\p{N}])|💡|\?\?$/iu,
  ],
  [
    "trouble",
    "break breaks broken coince complain* crack cracks crash* customs delayed doppelt duplicate* error errors fail failed fails falta fehlt gap kaputt late lose loses lost missing muted nadie never niemand nobody perd* personne pierde roto sans slow stuck twice untested verliert wait waiting warning warnings wrong zoll zuletzt",
    /(?<![\p{L}\p{N}])(?:no one|not tested|red since|no owner|no end|by hand|stops? in)(?![\p{L}\p{N}])/iu,
  ],
  [
    "ours",
    "mes mis mon my nos nosotros notre nous nuestr* on our ours uns unser* us we wir",
    /(?<![\p{L}\p{N}])(?:chez nous|at home)(?![\p{L}\p{N}])/iu,
  ],
  [
    "good",
    "ahead besser best better bien doubled everyone fast good great gut liked loved mejor mieux shared well within zero",
    /(?<![\p{L}\p{N}])(?:works well|no (?:complaints|mistakes|hotfixes)|more than)(?![\p{L}\p{N}])/iu,
  ],
  [
    "told",
    "laut selon según",
    /(?<![\p{L}\p{N}])(?:(?:he|she|they|er|sie|il|elle|ils|él|ella) (?:said|says|told|admitted|showed|has|have|had|does|do|gets?|types?|cut|keeps?|runs?|pay|pays|weigh|use|uses|only)|according to)(?![\p{L}\p{N}])/iu,
  ],
  ["number", "", /\d/u],
  [
    "plan",
    "could debe doit faut muss must müssen should soll will wird would",
    /(?<![\p{L}\p{N}])(?:needs? to|have to|va |hay que|going to)(?![\p{L}\p{N}])/iu,
  ],
  [
    "rule",
    "",
    /^(?:always|never|don't|do not|you|immer|nie|niemals|man|ne |il faut|hay que|nunca|siempre)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])you (?:should|must|need|can|have)(?![\p{L}\p{N}])/iu,
  ],
  [
    "counts",
    "",
    /(?<![\p{L}\p{N}])(?:\d+|two|three|four|five|half|most|zwei|drei|deux|trois|dos|tres) (?:of|out of|von|sur|de) \b/iu,
  ],
  [
    "seen",
    "angeblich apparently checked counted essayé gesehen heard measured probiert probé saw seen spotted supposedly tried visto vu",
    /(?<![\p{L}\p{N}])(?:ran it|they say|he said|so \p{Lu}\w+ says)(?![\p{L}\p{N}])/iu,
  ],
];

/** A bit for each cue, in their order, and behind them for what else is crossed. */
const bitOf = new Map<string, number>();
for (const name of [...cues.map(([cue]) => cue), ...crossed.flat()])
  if (!bitOf.has(name)) bitOf.set(name, 1 << bitOf.size);
const crossings = crossed.map(([one, other]) => ({
  name: `${one}+${other}`,
  pair: (bitOf.get(one) ?? 0) | (bitOf.get(other) ?? 0),
}));

const exact = new Map<string, number>();
/** Words with a star, by their first three letters. */
const starred = new Map<string, [start: string, cues: number][]>();
for (const [at, [, words]] of cues.entries()) {
  for (const word of words === "" ? [] : words.split(" ")) {
    const bit = 1 << at;
    if (!word.endsWith("*")) exact.set(word, (exact.get(word) ?? 0) | bit);
    else {
      const list = starred.get(word.slice(0, 3)) ?? [];
      list.push([word.slice(0, -1), bit]);
      starred.set(word.slice(0, 3), list);
    }
  }
}

/** The cues of a sentence as bits, in the order of `cues`: words are looked up, only phrases are searched for. */
function cuesOf(sentence: Sentence): number {
  let bits = 0;
  for (const { spelling } of sentence.tokens) bits |= spelling.cues ??= cuesOfWord(spelling.lower);
  return bits | phrasesOf.found(sentence, bits);
}

function cuesOfWord(lower: string): number {
  let bits = exact.get(lower) ?? 0;
  for (const [start, bit] of starred.get(lower.slice(0, 3)) ?? []) if (lower.startsWith(start)) bits |= bit;
  return bits;
}

const phrasesOf = new WordGate(cues.map(([, , phrases]) => phrases));
