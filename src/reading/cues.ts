import type { Setting } from "./features.ts";
import type { Sentence } from "./sentence.ts";
import { WordGate, lowestBit } from "./word-gate.ts";

/** What a whole sentence says besides its acts. */
export type Cue =
  | "retracted"
  | "refused"
  | "hypothetical"
  | "rule"
  | "you"
  | "people"
  | "if"
  | "if-you"
  | "recurring"
  | "clock"
  | "text"
  | "maybe"
  | "past"
  | "perfect"
  | "please"
  | "always"
  | "due"
  | "audience";

/** The cues of a sentence, looked for once however many acts it may hold. Every expression is linear in the words. */
export function cuesIn(sentence: Sentence, setting: Setting): Cue[] {
  const cues: Cue[] = [];
  for (let rest = gate.found(sentence); rest !== 0; rest &= rest - 1) {
    const cue = expressions[lowestBit(rest)]?.[0];
    if (cue !== undefined && !cues.includes(cue)) cues.push(cue);
  }
  if (setting.after !== "" && refusals.test(setting.after)) cues.push("refused");
  return cues;
}

/** Whether a stretch of a sentence says it, for the cues that can belong to one act of several. */
export function saysCue(cue: "retracted" | "hypothetical" | "always" | "audience", words: string): boolean {
  if (cue === "retracted") return retractions.test(words) || endsInNo.test(words);
  return cue === "hypothetical" ? hypothetical.test(words) : (cue === "always" ? always : audience).test(words);
}

const retractions =
  /(?<![\p{L}\p{N}])(?:never ?mind|scrap (?:that|this|it)|no longer (?:needed|necessary|relevant)|not (?:needed|necessary) (?:any ?more|anymore|after all)|forget (?:it|that|about (?:it|that))|cancel+ed|dropped|parked|declined|turned (?:it )?down|said no|(?:he|she|they|i|we) (?:already|just) (?:did|sent|called|wrote|booked|paid|mailed|fixed)|already (?:done|sent|booked|paid|called|mailed|fixed|sorted)|sorted already|hat sich erledigt|erledigt|schon (?:erledigt|gemacht|geschickt)|déjà fait|ya (?:está )?hecho|struck off|called off|says? no|has been moved|moved to \p{Lu}|abandonn(?:é|ée|ée?s)|annul(?:é|ée|ee)s?|descartad[oa]s?|gestrichen|verworfen|entfällt|ni loco|not going to happen|won't happen|off the table|on hold|instead of that|decided against|decided not to)(?![\p{L}\p{N}])/iu;
const endsInNo =
  /(?:[,.;:!?–-]|->|→|\s)(?<!(?:si|if|or|o|ou|y|sinon|says) )\s?(?:no|non|nan|nein|nope|nah|nee|nö)(?:[.!]*$|[,.!–-]+\s\S.{0,60}$|,?\s(?:too|trop|zu|demasiado)\s.{0,30}$)/iu;
const refusals =
  /^\W{0,3}(?:no|nope|non|nein|nah|said no|declined|refused|i said no|we said no|told (?:him|her|them) no|no way|not us|no thanks?|no thank you|abgelehnt|abgesagt|habe abgelehnt|nein|j'ai dit non|j'ai refusé|dije que no|le dije que no|les dije que no)(?![\p{L}\p{N}])(?!\s(?:idea|one|problem|later|doubt|answer|reply|rush|hurry|vat|need))/iu;
const rules =
  /^(?:never|always|niemals|immer|jamais|toujours|nunca|siempre|do not|don't|dont|no|stop|avoid|rule)(?![\p{L}\p{N}])/iu;
const ifYou =
  /(?<![\p{L}\p{N}])(?:if|when|wenn|once) (?:you|your|one|the (?:customer|user|team|client)s?|they|people|someone|somebody|a |an |it )/iu;
const conditional = /(?<![\p{L}\p{N}])(?:if|falls|unless|in case|si|wenn)(?![\p{L}\p{N}])/iu;
/** "si le budget était ouvert elle signerait", "if we had two more people I'd", "hätten wir ..., wäre". */
const hypothetical =
  /\bsi\s.{0,60}(?:ait|aient|était|étaient|avions|avais)(?![\p{L}\p{N}]).{0,60}rai(?:t|s|ent)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])si\s.{0,50}(?:ara|iera|áramos|iéramos|aran|ieran|uviera)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])if (?:i|we|they|he|she) (?:had|were|only had)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:hätten?|hätt|wären?|wär)(?![\p{L}\p{N}]).{0,60}(?<![\p{L}\p{N}])(?:hätten?|hätt|wären?|wär|gäbe|könnten?)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:would|'d) have \p{L}+(?:ed|t|n|d)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])would have\b/iu;
const perfect =
  /(?<![\p{L}\p{N}])(?:a|ont|ai|avons|ha|han|hemos|he|hat|haben|habe|has|have|had)\s(?:\p{L}+\s)?\p{L}{2,}(?:é|ée|és|is|it|u|ado|ido|icho|echo|t|en|ed)(?![\p{L}\p{N}])/iu;
const recurring =
  /(?<![\p{L}\p{N}])(?:next (?:call|meeting|round|session|guild|retro|sync|time)|nächste (?:runde|sitzung)|prochaine (?:réunion|séance)|próxima reunión|crew|staff|every|each|weekly|bi-?weekly|monthly|daily|as always|as usual|recurring|regular|stand-?up|all[- ]hands|team|jede[nrs]?|wöchentlich|wie immer|jour fixe|runde|chaque|tous les|équipe|cada|todos los|equipo|retro|group)(?![\p{L}\p{N}])/iu;
const pastWords =
  /(?<![\p{L}\p{N}])(?:done|paid|booked|returned|sent|bought|got|had|went|did|was|were|given|gone|dropped|cancelled|erledigt|bezahlt|gebucht|gemacht|gekauft|abgesagt|gestrichen|fait|payée?s?|réglée?s?|rendue?s?|abandonnée?|annulée?|pagad[oa]s?|hech[oa]s?|descartad[oa]s?|cancelad[oa]s?|comprad[oa]s?)(?![\p{L}\p{N}])/iu;
const textNouns =
  /(?<![\p{L}\p{N}])(?:report|rpt|quote|memo|form|list|invoice|application|proposal|notes?|feedback|comments?|slides|deck|card|letter|summary|post|thread|article|piece|blog|offer|contract|expenses|minutes|paper|abstract|script|recap|debrief|write-?up|bericht|angebot|rechnung|protokoll|liste|antrag|konzept|folien|spesen|rapport|devis|facture|note|liste|compte rendu|courrier|billet|tribune|informe|presupuesto|factura|memoria|lista|artículo|correo|resumen)s?\b/iu;
const clock = /\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2} ?(?:am|pm|uhr|h|o'clock)(?![\p{L}\p{N}])/iu;

const always = /(?<![\p{L}\p{N}])(?:always|never)(?![\p{L}\p{N}])/iu;
const audience = /(?<![\p{L}\p{N}])(?:team|colleagues|chapter|guild|office|boss)(?![\p{L}\p{N}])/iu;

/** For each cue what says it, and where that does not begin with a known word: a word that it cannot do without. */
const expressions: readonly (readonly [Cue, RegExp, RegExp?])[] = [
  ["retracted", retractions],
  ["retracted", endsInNo, /(?<![\p{L}\p{N}])(?:no|nan|nein|nah|nee|nö)/u],
  ["hypothetical", hypothetical, /(?<![\p{L}\p{N}])(?:si\s|if\s|hätt|wär|would\s|d\s)/u],
  ["rule", rules],
  ["you", /\byou(?:r|'re|'ll)?\b/iu],
  [
    "people",
    /(?<![\p{L}\p{N}])(?:you|your|yourself|one's|users?|customers?|people|everything|anything)(?![\p{L}\p{N}])/iu,
  ],
  ["if", conditional],
  ["if-you", ifYou],
  ["recurring", recurring],
  ["clock", clock],
  ["text", textNouns],
  ["maybe", /^(?:maybe|perhaps|evtl|vielleicht|vllt|peut-être|quizás?|possibly)(?![\p{L}\p{N}])/iu],
  ["past", pastWords],
  ["perfect", perfect],
  ["please", /(?<![\p{L}\p{N}])(?:please|pls|plz|bitte|svp|stp|merci de|por favor|porfa)(?![\p{L}\p{N}])/iu],
  ["always", always],
  [
    "due",
    /(?<![\p{L}\p{N}])(?:due|deadline|overdue|fällig|fertig|échéance|à rendre|vence|plazo|closes|outstanding|back by)(?![\p{L}\p{N}])/iu,
  ],
  ["audience", audience],
];

const gate = new WordGate(
  expressions.map(([, expression]) => expression),
  expressions.map(([, , needed]) => needed),
);
