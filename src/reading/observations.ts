import type { ObservationKind } from "#domain/model/note.ts";
import type { Setting } from "./features.ts";
import { observationWeights } from "./observation-weights.ts";
import type { Sentence } from "./sentence.ts";
import { verbsOf } from "./acts.ts";

/** What a sentence is worth keeping as, and how sure the reader is of it. */
export interface ObservationFound {
  kind: ObservationKind;
  confidence: number;
}

const kinds: readonly ObservationKind[] = [
  "competitor",
  "partner",
  "technology",
  "market",
  "learned",
  "idea",
  "broken",
  "working",
];

/**
 * What a sentence without a step is worth keeping as, or null for most: under an offsite's columns it is what they say
 * (S12), elsewhere a linear model over cues decides, and needs to be surer of one kind than of none.
 */
export function observationOf(sentence: Sentence, setting: Setting): ObservationFound | null {
  if (!mayObserve(sentence, setting)) return null;
  const section = setting.label ?? setting.around.section;
  const column = section === null ? undefined : columns.get(section);
  const isSticky = setting.isFirst && setting.after === "" && sentence.tokens.length <= 24;
  if (column !== undefined && column !== "learned" && isSticky) return { kind: column, confidence: 0.85 };
  const features = observationFeatures(sentence, setting);
  const scores = scoresOf(features);
  let best = 0;
  for (let at = 1; at < scores.length; at += 1) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  const score = scores[best] ?? 0;
  const kind = kinds[best];
  if (kind === undefined || score <= 0) return null;
  return { kind, confidence: Math.round((100 * 0.95) / (1 + Math.exp(-score))) / 100 };
}

/** The columns of an offsite's wall and the like: whatever stands there is of their kind. */
const columns = new Map<string, ObservationKind>([
  ["broken", "broken"],
  ["working", "working"],
  ["ideas", "idea"],
  ["learned", "learned"],
  ["competitor", "competitor"],
  ["partner", "partner"],
  ["market", "market"],
  ["technology", "technology"],
]);

/** A thought that could be an observation at all: no heading, label, code, quotation, slogan, or ticked line. */
export function mayObserve(sentence: Sentence, setting: Setting): boolean {
  const { block, around, marks } = setting;
  if (around.isLabel || block.kind === "heading" || block.kind === "code" || block.kind === "quote") return false;
  if (marks.isTicked || block.box !== null || (sentence.tokens.length < 5 && around.section === null)) return false;
  if (
    !/\p{L}{2}/u.test(sentence.text) ||
    setting.quoted.some((range) => range.end - range.start > sentence.text.length * 0.7)
  )
    return false;
  return !setting.struck.some((range) => range.end - range.start > sentence.text.length / 2);
}

/** For each feature its weight for each kind, in the order of `kinds`. */
const table = new Map<string, number[]>();
for (const [key, weight] of Object.entries(observationWeights)) {
  const gap = key.indexOf(" ");
  const at = kinds.findIndex((kind) => kind === key.slice(0, gap));
  const row = table.get(key.slice(gap + 1)) ?? kinds.map(() => 0);
  row[at] = weight;
  table.set(key.slice(gap + 1), row);
}

function scoresOf(features: readonly string[]): number[] {
  const scores = kinds.map(() => 0);
  for (const feature of features) {
    const row = table.get(feature);
    if (row !== undefined)
      for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) + (row[at] ?? 0);
  }
  return scores;
}

const cues: readonly [string, RegExp][] = [
  [
    "rival",
    /(?<![\p{L}\p{N}])(?:competitors?|rivals?|undercut\w*|cheaper|poach\w*|switch(?:ed|ing) (?:from|to)|wettbewerber|konkurrenz|billiger|concurrents?|moins cher\w*|competencia|más barato|lost .{0,20} to|won .{0,20} from|the same (?:idea|thing|as ours)|same as (?:us|ours)|nachmach\w*|gives? (?:theirs|it) away|free tier)(?![\p{L}\p{N}])/iu,
  ],
  [
    "price",
    /\d+(?:[.,]\d+)?\s?(?:%|percent|prozent|€|eur|euro|usd|\$|£|quid|k\b|chf|dollars?|pesos)|[€$£]\s?\d|(?<![\p{L}\p{N}])(?:price|prices|pricing|commission|margin|discount|rates?|renewals?|preis\w*|provision|rabatt|prix|remise|precios?|tarifas?)(?![\p{L}\p{N}])/iu,
  ],
  [
    "than",
    /(?<![\p{L}\p{N}])(?:than|statt|instead of|versus|vs|compared|als (?:wir|unser)|que (?:nous|la nuestra|le nôtre|lo nuestro)|ours|we (?:do|charge|pay|have))(?![\p{L}\p{N}])/iu,
  ],
  [
    "offers",
    /(?<![\p{L}\p{N}])(?:offers?|sells?|pays?|gives?|has|have|do|does|launch\w*|ships?|cuts?|raises?|lève\w*|baisse\w*|zahlt|bietet|macht|streicht|paga|saca|recrut\w*|recruit\w*|hir\w+|laying off|closes?|buys?|buying|signed|lending|rebuild\w*)(?![\p{L}\p{N}])/iu,
  ],
  [
    "now",
    /(?<![\p{L}\p{N}])(?:now|already|jetzt|inzwischen|désormais|maintenant|déjà|ahora|ya|these days|since|again|wieder)(?![\p{L}\p{N}])/iu,
  ],
  [
    "seeks",
    /(?<![\p{L}\p{N}])(?:looking for|look for|seeks?|wants? an? (?:\w+ )?partner|need(?:s)? an? (?:\w+ )?partner|has no one|have no one|no one for|sucht|suchen|cherche\w*|busca\w*|open to|white-?label|resell\w*|revend\w*|vertrieb|distribut\w+|joint|together|co-?sell|agentur|agency|bench|subcontract\w*|delivery partner|capacity|spare|frei)(?![\p{L}\p{N}])/iu,
  ],
  [
    "tech",
    /(?<![\p{L}\p{N}])(?:api|sdk|sensor|tool|tools|script|browser|connector|firmware|hardware|adapter|model|app|plugin|library|open source|runtime|kernel|probe|sonda|cable|kabel|battery|batterie|akku|scanner|printer|software|gerät|appareil|outil|extension|máquina|cerradora|spectrometer|sequencer|camera|phone|tablet|offline|version|build|cache|index|queue|gpu|cpu|latency)(?![\p{L}\p{N}])/iu,
  ],
  [
    "unit",
    /\d+(?:[.,]\d+)?\s?(?:ms|s|sec|secs|seconds?|min|mins|minutes?|minuten|h|hours?|kb|mb|gb|tb|db|mm|cm|m|km|kg|g|w|v|hz|x|rpm|lat|gigabit|liter|l|years?|lines|pages)(?![\p{L}\p{N}])/iu,
  ],
  [
    "works",
    /(?<![\p{L}\p{N}])(?:works?|worked|working|survives?|supports?|holds?|held|reads?|recogni[sz]es?|geht|läuft|funktioniert|hält|marche|fonctionne|reconnaît|funciona|aguanta|faster|schneller|plus rapide|no longer needs?|without|ohne|sans|sin|needs only|is enough|suffit|reicht|tested|tried|seen live|live gesehen)(?![\p{L}\p{N}])/iu,
  ],
  [
    "market",
    /(?<![\p{L}\p{N}])(?:market|sector|industry|insurers?|insurance|banks?|retailers?|hospitals?|schools?|councils?|municipalit\w+|government|ministry|regulat\w+|funding|funds?|grants?|subsid\w+|voucher|tender|procurement|framework|budget|demand|buyers?|customers|clients|vendors|dealers|suppliers|operators|lieferzeit\w*|förderung|ausschreibung|banken|versicher\w+|kommunen|fonds|appel d'offres|subvention\w*|marché|mercado|clientes|licitaci\w+)(?![\p{L}\p{N}])/iu,
  ],
  [
    "shift",
    /(?<![\p{L}\p{N}])(?:now|no longer|last year|a year ago|since|for the first time|went up|gone up|up \d+|fell|drop(?:ped|s)?|stopp?ed|ask for|insist|require|only|doubled|halved|half of|two of|three of|four of|most of|a quarter of|nur noch|gestiegen|früher|plus personne|désormais|ya no|cada vez|subi[óo]|bajó)(?![\p{L}\p{N}])/iu,
  ],
  [
    "insight",
    /(?<![\p{L}\p{N}])(?:learned|learnt|til|turns out|because|so (?:we|they)|means|the reason|why|the trick|explains|not .{2,30} but|nobody|no one|never|always|whoever|only if|if you|per|fell from|went from|instead|hence|therefore|deshalb|weil|sonst|immer|d'où|parce que|toujours|jamais|si on|porque|siempre|quienes|cut .{2,20} by|halves|halbiert)(?![\p{L}\p{N}])/iu,
  ],
  [
    "idea",
    /^(?:\W{0,3})(?:ideas?|idee|idée|einfall|what if|and if|et si|was wäre wenn|y si|qué tal|how about|we could|could we|one could|maybe we|imagine)(?![\p{L}\p{N}])|💡|\?\?$/iu,
  ],
  [
    "trouble",
    /(?<![\p{L}\p{N}])(?:broken|breaks?|fails?|failed|crash\w*|lost|loses?|missing|late|delayed|stuck|slow|nobody|no one|not tested|untested|never|wrong|complain\w*|cracks?|duplicate\w*|twice|warnings?|errors?|red since|waiting|wait|gap|no owner|no end|by hand|kaputt|fehlt|niemand|verliert|zuletzt|doppelt|personne|perd\w*|coince|sans|nadie|falta|roto|pierde|stops? in|muted|customs|zoll)(?![\p{L}\p{N}])/iu,
  ],
  [
    "ours",
    /(?<![\p{L}\p{N}])(?:our|ours|we|us|unser\w*|wir|uns|notre|nos|nous|chez nous|on|nuestr\w+|nosotros|at home|my|mes|mon|mis)(?![\p{L}\p{N}])/iu,
  ],
  [
    "good",
    /(?<![\p{L}\p{N}])(?:good|great|better|best|works well|ahead|fast|zero|no (?:complaints|mistakes|hotfixes)|liked|loved|well|gut|besser|bien|mieux|mejor|more than|everyone|within|doubled|shared)(?![\p{L}\p{N}])/iu,
  ],
  [
    "told",
    /(?<![\p{L}\p{N}])(?:he|she|they|er|sie|il|elle|ils|él|ella) (?:said|says|told|admitted|showed|has|have|had|does|do|gets?|types?|cut|keeps?|runs?|pay|pays|weigh|use|uses|only)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])according to|laut\b|(?<![\p{L}\p{N}])selon\b|(?<![\p{L}\p{N}])según\b/iu,
  ],
  [
    "plan",
    /(?<![\p{L}\p{N}])(?:will|should|must|would|could|needs? to|have to|soll|muss|müssen|wird|doit|faut|va |debe|hay que|going to)(?![\p{L}\p{N}])/iu,
  ],
  [
    "rule",
    /^(?:always|never|don't|do not|you|immer|nie|niemals|man|ne |il faut|hay que|nunca|siempre)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])you (?:should|must|need|can|have)(?![\p{L}\p{N}])/iu,
  ],
  ["number", /\b\d+(?:[.,]\d+)?\b/u],
  [
    "counts",
    /(?<![\p{L}\p{N}])(?:\d+|two|three|four|five|half|most|zwei|drei|deux|trois|dos|tres) (?:of|out of|von|sur|de) \b/iu,
  ],
  [
    "seen",
    /(?<![\p{L}\p{N}])(?:seen|tried|saw|checked|counted|measured|heard|ran it|angeblich|apparently|supposedly|they say|he said|so \p{Lu}\w+ says|gesehen|probiert|essayé|vu|visto|probé|spotted)(?![\p{L}\p{N}])/iu,
  ],
];

/** What can be said about a possible observation, as names of features. */
export function observationFeatures(sentence: Sentence, setting: Setting): string[] {
  const { text, names, tokens } = sentence;
  const features = ["bias"];
  for (const [name, expression] of cues) if (expression.test(text)) features.push(name);
  const section = setting.label ?? setting.around.section;
  if (section !== null) features.push(`in:${section}`);
  const organizations = names.filter((name) => name.means === "organization");
  if (organizations.length > 0) features.push("organization");
  if (organizations.some((name) => name.start <= 3)) features.push("organization:first");
  for (const name of organizations) if (name.relation !== null) features.push(`is:${name.relation}`);
  if (names.some((name) => name.means === "person" && name.start <= 3)) features.push("person:first");
  if (text.includes("?")) features.push("question");
  if (tokens.length < 6) features.push("short");
  if (tokens.length > 14) features.push("long");
  if (setting.quoted.length > 0) features.push("quoted");
  if (setting.marks.speaker !== null) features.push("speaker");
  if (setting.around.isTalk) features.push("talk");
  if (setting.genre.isMinutes) features.push("minutes");
  const first = tokens[0];
  if (first !== undefined && verbsOf(first.lower).some((verb) => verb.form === "base")) features.push("begins:verb");
  if (first !== undefined && /^(?:he|she|they|er|sie|il|elle|ils|él|ella)$/u.test(first.lower))
    features.push("begins:they");
  const pairs: string[] = [];
  for (const [one, other] of crossed)
    if (features.includes(one) && features.includes(other)) pairs.push(`${one}+${other}`);
  return [...features, ...pairs];
}

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
