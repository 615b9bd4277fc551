import type { NameFound } from "../names.ts";
import { folded } from "./folding.ts";

/** What stands around a passage, as far as it bears on who was met. */
interface MetAround {
  /** Notes of what somebody said on a stage, or a heading: who is named there speaks or is spoken of. */
  isTalk: boolean;
  /** Under a heading of people met, contacts, a corridor: who begins an entry was met. */
  isPeople: boolean;
}

/**
 * Whether a note says that the writer met or spoke with a person it names ("met Ana", "coffee with Ana", "Ana told me",
 * "mit Ana gesprochen"), and does not only mention them. What the writer still means to do ("need to meet Ana", "ask
 * Ana"), what did not happen ("missed Ana") and what others did ("Tom met Ana") is no meeting. With `around`, also an
 * entry that is about the person ("Ana Ruiz (Contoso): she'd like ...") outside the notes of a talk.
 */
export function isMet(text: string, name: NameFound, around: MetAround | null = null): boolean {
  if (name.means !== "person" || name.isMe) return false;
  const before = clauseBefore(text, name.start);
  const after = clauseAfter(text, name.end);
  const isAsked = text.charAt(name.end) === "?";
  if (metBefore(before, after, isAsked) || metAfter(after, before) || metGerman(before, after)) return true;
  // "15:02 <bo> agenda": whoever speaks in a chat is there.
  if (text.charAt(name.start - 1) === "<" && text.charAt(name.end) === ">") return true;
  if (besideWriter.test(text.slice(Math.max(0, name.start - 60), name.start)) || isPresent(text, name)) return true;
  if (around === null || (around.isTalk && !around.isPeople)) return false;
  if (isAsked) return false;
  return isEntry(text, name) || dealsWithWriter(text.slice(name.end, name.end + reach)) || isIntroduced(text, name);
}

/** "Next to me Ana Ruiz", "neben mir Ana", "my partner was Ana", "the lady opposite was". */
const besideWriter =
  /(?:\b(?:next to|beside|opposite|behind|across from) me(?: (?:sat|was|is|stood))?|\bmy (?:partner|neighbour|neighbor|host|guide|driver)(?: was| is)?|\bfound myself (?:beside|next to|opposite)|neben mir(?: sa(?:ß|ss)| stand)?|à côté de moi|en face de moi|a mi lado|mi vecin[oa] de mesa)[,:]?\s(?:[\p{Lu}][\p{L}]{1,4}\.?\s)?$/iu;

/**
 * A list of those who are in the room: "Present: Ana, Bo", "Anwesend: Ana, Bo; entschuldigt: Li" (Li is not), or one that
 * ends with the writer ("Ana, Bo, Li and me").
 */
function isPresent(text: string, { start, end }: NameFound): boolean {
  const line = text.slice(Math.max(0, start - rosterMax), start);
  if (absent.test(line)) return false;
  if (roster.test(text.slice(0, 60)) && start <= rosterMax) return true;
  return leadsToWriter(text, end);
}

const rosterMax = 600;

const roster =
  /^[^\p{L}]{0,4}(?:(?:also |all |members |those )?(?:attending|attendees?|attendance|in attendance|present|participants|here|in the room|on the call|around the table|round the table|at the table)|anwesende?|teilnehmer(?:innen)?|da|dabei|am tisch|presents?|présente?s|participants|autour de (?:la table|l'écran)|à table|están|presentes|asisten(?:tes)?|en la mesa)(?:\s?\([^()]{0,30}\))?\s?:/iu;
const absent =
  /(?:\b(?:regrets|apologies|absent|excused|sends? apologies)|entsch(?:\.|uldigt)|abwesend|fehlt|fehlen|excusée?s?|absente?s?|disculpan?|ausentes?|faltan?)\b[^.;]{0,200}$/iu;
/** From a name on there are only more names, brackets and signs until "and me" ends the list: "Ana, Bo (chair), Li and me". */
function leadsToWriter(text: string, end: number): boolean {
  let isJoined = false;
  let others = 0;
  for (const match of text.slice(end, end + rosterMax).matchAll(listPart)) {
    const [part] = match;
    const word = part.toLowerCase();
    if (isJoined && writerWords.has(word))
      return others > 0 && !deeds.test(text.slice(end + match.index + part.length));
    if (joints.has(word)) isJoined = true;
    else if (/^\p{Lu}/u.test(part)) {
      others += 1;
      isJoined = false;
    } else if (/^\p{L}/u.test(part) && !nameLinks.has(word)) return false;
    else if (/^[.!?;:]/u.test(part)) return false;
  }
  return false;
}

const listPart = /\([^()]{0,60}\)|[\p{L}'’-]+\.?|[.!?;:]/gu;
const joints = new Set("and und et y &".split(" "));
const writerWords = new Set("me myself ich moi yo".split(" "));
const nameLinks = new Set("de van von der den la le du with mit".split(" "));
/** "Ana, Bo and I will ..." is no list of those present. */
const deeds = /^\s(?:will|would|said|to|should|can|could)\b/u;

/**
 * "Ana Ruiz (Contoso): ...", "Contact: Ana Ruiz", "- Ana, Litware": the note begins with the person and goes on about
 * them, and not with what they said to a hall.
 */
function isEntry(text: string, name: NameFound): boolean {
  const before = text.slice(Math.max(0, name.start - 40), name.start);
  if (name.start > 40 || !entryLead.test(before)) return false;
  const after = text.slice(name.end, name.end + 60);
  return !stage.test(text.slice(0, name.end + 80)) && !future.test(after) && entryRest.test(after);
}

/**
 * A person said for the first time with what one learns in a talk with them: "(Bo Obi, Litware)", "the buyer, Kit Obi,
 * ...", "ceo Maeve Obi", "judge lady connie obi". Not the object of something still to do.
 */
function isIntroduced(text: string, name: NameFound): boolean {
  const before = text.slice(Math.max(0, name.start - 60), name.start);
  if (todo.test(before) || stage.test(text.slice(Math.max(0, name.start - 60), name.end + 60))) return false;
  // "3. Migration (Nkiru Obi)" heads the notes of a talk.
  if (/\([^()]{0,80}$/u.test(before) && /^[^()]{0,60}\)\W*$/u.test(text.slice(name.end))) return false;
  if (/^\W*by\s$/iu.test(text.slice(0, name.start))) return false;
  const isApposed = /(?:[,(]|\b(?:ceo|cto|founder|lady|guy|man|woman|named|called))\s?$/iu.test(before);
  return (isApposed && name.words.includes(" ")) || name.organization !== null || name.role !== null;
}

const todo =
  /\b(?:ask|call|mail|e-?mail|write|tell|ping|send|see|meet|visit|ring|text|message|intro|introduce|contact|remind|chase|invite|thank|with|to|for|about|re|von|an|mit|anrufen|appeler|llamar)\s(?:[\p{L}.]{1,12}\s)?$/iu;

const entryLead =
  /^[^\p{L}]*(?:(?:karte|carte|card|tarjeta|badge|visitenkarte)\s?[\d.:#)]{0,4}\s?[-–—:.,]\s)?(?:(?:contact|name|met|kontakt|ansprechpartner|contacto|lunch|dinner|coffee|bar|corridor|mittag|kantine|café|stand [\w.]{1,8})\s?[:,-]\s?)?(?:(?:dr|prof|mr|mrs|ms|herr|frau|mme|m)\.?\s)?$/iu;
const entryRest =
  /^(?:['’]s\b|\.?\s?(?:[(,:;.|/–—-]|$)|\s(?:from|of|von|vom|aus|bei|de|del|at|chez|is|was|has|had|came|said|says|hat|ist|war|sucht|will|cherche|veut|a|busca|quiere|tiene|wants|knows|runs|owes|asked|offered|showed|thinks|likes|liked|himself|herself|again|too)\b)/u;
const stage =
  /\b(?:talk|keynote|speaker|presented|presents|pitched|pitch|on stage|plenary|panel(?:ist)?|session|spoke about|gave a|lecture|vortrag|referat|referent(?:in)?|podium|eröffnung|exposé|intervention|mesa redonda|sprach|conférence|ponencia|charla|abrió|did the|slide)\b/iu;
const future =
  /^\s?(?:will|to|can|should|needs? to|must|soll|muss|doit|debe)\b|^:\s(?:draft|send|write|check|call|book|prepare|review|fix)\b/u;

/** "she'd put us in touch", "er schickt mir", "il me présente": what follows passes between the person and the writer. */
function dealsWithWriter(after: string): boolean {
  return dealings.test(after.toLowerCase());
}

const dealings =
  /^[^.!?\n]{0,90}\b(?:he|she|they|he'll|she'll|they'll|he'd|she'd|they'd|he's|she's|er|sie|il|elle|ils|elles|él|ella)\b[^.!?\n]{0,40}\b(?:me|us|our|mir|uns|unsere?n?|moi|nous|notre|nos|nuestr[oa])\b|^[^.!?\n]{0,30}\b(?:il|elle|lui) (?:me|nous|m'|voudrait|cherche)|^[^.!?\n]{0,20}\b(?:me|nos) (?:dijo|pidió|pide|manda|enseñó|presenta)/u;

/** A heading or label above a list of people met: "People I met", "Met:", "New contacts", "Begegnungen". */
export function isMetHeading(text: string): boolean {
  return metHeading.test(folded(text.slice(0, 80)).trim());
}

const metHeading =
  /^(?:people|who|folks|contacts|leute|personen|gens|personas)?\s?(?:that |die |que )?(?:i |we |ich |wir |j'ai |nous avons )?(?:met|spoke (?:to|with)|talked (?:to|with)|getroffen|kennengelernt|rencontres?|conocidos|new contacts|contacts made|conversations|hallway track|begegnungen|gesprache|neue kontakte|rencontres|conversaciones)(?: (?:today|yesterday|at [\w .-]{1,40}|on [\w .-]{1,20}))?\s?:?$/u;

/** How far back and on a clause is looked at. */
const reach = 160;

interface Words {
  /** Plain words, in order; names keep a capital mark in `capitals`. */
  words: string[];
  capitals: boolean[];
}

const clauseEnd = /[.!?;\n]\s|[\n;]/gu;
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}'’:-]*/gu;

function clauseBefore(text: string, at: number): Words {
  const from = Math.max(0, at - reach);
  const part = text.slice(from, at);
  let cut = 0;
  for (const match of part.matchAll(clauseEnd)) {
    // "Dr. Ana", "e.g. Ana", "J. Ruiz": a point after a short word ends nothing.
    const word = /[\p{L}]+$/u.exec(part.slice(Math.max(0, match.index - 6), match.index))?.[0] ?? "";
    if (match[0].startsWith(".") && word.length > 0 && word.length <= 3 && word !== word.toLowerCase()) continue;
    cut = match.index + match[0].length;
  }
  return wordsOf(part.slice(cut));
}

function clauseAfter(text: string, at: number): Words {
  const part = text.slice(at, at + reach);
  const end = part.search(/[.!?;]\s|[\n;]/u);
  return wordsOf(end < 0 ? part : part.slice(0, end));
}

function wordsOf(part: string): Words {
  const words: string[] = [];
  const capitals: boolean[] = [];
  for (const match of part.matchAll(wordPattern)) {
    const word = match[0].replace("’", "'");
    words.push(folded(word));
    capitals.push(word.charAt(0) !== word.charAt(0).toLowerCase());
  }
  return { words, capitals };
}

/** Verbs in the past, and nouns, that put the writer and the person behind them in one talk. */
const direct = new Set(
  "met asked told thanked interviewed greeted overheard traf trafen rencontre rencontree croise croisee recroise revu revue conoci conocimos vi".split(
    " ",
  ),
);
const spoken = new Set(
  "spoke talked chatted spoken sat lunched dined walked caught met connected discussed discute parle echange dejeune dine bavarde hable charle comi cene hablamos quede reuni gesprochen geredet unterhalten".split(
    " ",
  ),
);
const occasions = new Set(
  "chat talk conversation coffee lunch dinner breakfast drinks beer beers drink wine tea walk call meeting 1:1 one-on-one catch-up catchup discussion kaffee gesprach mittagessen abendessen termin treffen cafe dejeuner diner rencontre charla cafe comida cena reunion conversacion bier".split(
    " ",
  ),
);
const withWords = new Set(["with", "to", "mit", "avec", "con", "a", "w", "c"]);
const ran = new Set(["bumped", "ran", "stumbled"]);
const introduced = new Set(["introduced"]);

/** Words that turn a meeting into one that is still to come, was missed, or is somebody else's. */
const undone = new Set(
  "to not never didn't don't haven't hadn't wasn't couldn't can't won't will would should shall must may might could can let's let missed need needs want wanted wants hope hoping plan planning try tried trying going like love if whether before next tomorrow maybe possibly perhaps todo could've should've wish schedule set arrange book setup organise organize propose offer nicht nie kein will wollte soll sollte muss mochte ne n'ai pas jamais devrais dois veux no nunca quiero debo tengo have".split(
    " ",
  ),
);
const writers = new Set(
  "i we i've we've and also then just finally ich wir je j'ai nous yo had got today yesterday this morning great good nice long short quick brief interesting with hab habe haben".split(
    " ",
  ),
);

function metBefore({ words, capitals }: Words, after: Words, isAsked: boolean): boolean {
  const last = words.length - 1;
  const floor = Math.max(0, words.length - 14);
  for (let at = last; at >= floor; at -= 1) {
    const word = words[at] ?? "";
    const next = words[at + 1] ?? "";
    const isDirect = direct.has(word) && !spokenBetween(words, at);
    const isSpoken = (spoken.has(word) || occasions.has(word)) && withAhead(words, at);
    const isRun = ran.has(word) && next === "into";
    const isIntroduced = introduced.has(word) && (next === "to" || next === "me" || next === "us");
    if (!isDirect && !isSpoken && !isRun && !isIntroduced) {
      if (!capitals[at] && !between.has(word)) {
        if (stops.has(word)) return false;
        if (last - at > 9) return false;
      }
      continue;
    }
    const isOccasion = occasions.has(word) && !spoken.has(word);
    // "Talk to your neighbours": what to do.
    if (isOccasion && at === 0 && next === "to") return false;
    // "lunch with Ana on Friday?" is still to come, unless it was had or was nice.
    if (isOccasion && !past.has(words[at - 1] ?? "") && (isAsked || after.words.some((next) => coming.has(next))))
      return false;
    return isDone({ words, capitals }, at, isOccasion, isIntroduced && next !== "to");
  }
  return false;
}

/** Verbs of a new clause between the meeting and the name: "met the team that asked Ana". */
const stops = new Set(
  "who which that because said says will would is are was were has have that's whose where when told asked dass weil qui que".split(
    " ",
  ),
);
const between = new Set(
  "and or und et y & from of at the a an with to mit von bei avec de con also dr prof mr mrs ms herr frau".split(" "),
);

/** "met with the CTO of Contoso to ask Ana": the act that follows is another. */
function spokenBetween(words: readonly string[], at: number): boolean {
  for (let on = at + 1; on < words.length; on += 1) {
    const word = words[on] ?? "";
    if (word === "to" && on + 1 < words.length) return true;
    if (word === "about" || word === "re" || word === "that" || word === "if" || word === "whether" || word === "for")
      return true;
  }
  return false;
}

/** "spoke briefly with", "coffee this morning with": the link stands ahead, and no topic after it. */
function withAhead(words: readonly string[], at: number): boolean {
  for (let on = at + 1; on < Math.min(words.length, at + 7); on += 1) {
    if (!withWords.has(words[on] ?? "")) continue;
    const rest = words.slice(on + 1);
    return !rest.some(
      (word) => word === "about" || word === "re" || word === "regarding" || word === "on" || word === "uber",
    );
  }
  return false;
}

/** The writer did it, and it is done: no "need to", no other subject before. */
function isDone({ words, capitals }: Words, at: number, isOccasion: boolean, namesWriter: boolean): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 5); back -= 1) {
    const word = words[back] ?? "";
    if (undone.has(word) && !(word === "have" && back + 1 === at && !isOccasion)) return false;
  }
  const subject = at - 1;
  if (subject < 0) return true;
  const word = words[subject] ?? "";
  if (isOccasion || namesWriter || writers.has(word)) return true;
  if (others.has(word)) return false;
  // "Tom met Ana": a name right before the verb is its subject; "Lunch: met Ana" is not.
  return !(capitals[subject] === true && !sentenceWords.has(word));
}

const past = new Set("had great nice good long short quick interesting lovely brief a".split(" "));
const coming = new Set(
  "tomorrow next later soon monday tuesday wednesday thursday friday saturday sunday morgen demain manana lundi mardi mercredi jeudi vendredi montag dienstag mittwoch donnerstag freitag".split(
    " ",
  ),
);
const others = new Set(
  "he she they who you it er sie il elle ils el ella ellos someone somebody everyone nobody".split(" "),
);
const sentenceWords = new Set(
  "i we just finally also then today yesterday monday tuesday wednesday thursday friday saturday sunday lunch dinner booth hallway ich wir heute gestern".split(
    " ",
  ),
);

/** "Ana told me", "Ana promised to", "Ana (Contoso) - nice chat", "Ana came by our booth", "Ana and I agreed". */
function metAfter({ words }: Words, before: Words): boolean {
  const line = words.slice(0, 12).join(" ");
  if (
    /^(?:[\w'-]{1,20} ){0,4}?(?:told|asked|showed|gave|introduced|invited|promised|offered|said to|walked|owes|sent|recommended|suggested to|assured|warned|sought|found|bought|brought|sold|lent|pulled|took|drove|cornered|caught|grabbed|stopped|handed|taught|thanked|greeted|hugged|poured|fed|joined|let|made) (?:me|us)\b/u.test(
      line,
    )
  )
    return !isReported(before);
  if (
    /^(?:offered to|promised to|agreed to|asked (?:me|us|if|whether|for|about)|came (?:by|over|up to)|(?:was|were) there\b|stopped by|dropped by|wants me|wanted me|wants us|and (?:i|me)\b|met (?:at|on|during|in|over)\b)/u.test(
      line,
    )
  )
    return !isReported(before);
  if (
    /^(?:[\w'.&-]{1,24} ){0,4}?(?:nice|good|great|long|short|quick|interesting|friendly) (?:chat|talk|conversation|guy|lady|woman|person|call|lunch)/u.test(
      line,
    )
  )
    return true;
  return /^(?:[\w'-]{1,20} ){0,8}?(?:m'a (?:dit|parle|propose|demande|promis|montre)|nous a (?:dit|propose|montre)|me (?:dijo|conto|pidio|prometio|mostro|presento|tomo|invito|pregunto|dio|regalo|enseno)|nos (?:dijo|conto))\b/u.test(
    line,
  );
}

/** "heard that Ana told us all": what was heard of is not a meeting. */
function isReported({ words }: Words): boolean {
  return words.some((word) => word === "heard" || word === "speaker" || word === "slide");
}

const germanMet = new Set(
  "getroffen kennengelernt gesprochen geredet unterhalten begegnet gefragt telefoniert ausgetauscht".split(" "),
);

/** German puts the verb last: "Ana getroffen", "mit Ana lange gesprochen", "Ana hat mir gesagt". */
function metGerman(before: Words, after: Words): boolean {
  const ahead = after.words.slice(0, 10);
  const back = before.words.slice(-6);
  if (back.some((word) => germanUndone.has(word)) || ahead.some((word) => germanUndone.has(word))) return false;
  // "hat mir der Herr Obi gezeigt".
  const last = back.findLastIndex((word) => word === "mir" || word === "uns");
  if (last > 0 && (back[last - 1] === "hat" || back[last - 1] === "haben") && back.length - last <= 3) return true;
  const verb = ahead.findIndex((word) => germanMet.has(word));
  if (verb >= 0) return true;
  return (
    (ahead[0] === "hat" || ahead[0] === "wollte") && ahead.slice(1, 3).some((word) => word === "mir" || word === "uns")
  );
}

const germanUndone = new Set(
  "nicht nie kein muss mussen soll sollte will wollen werde werden mochte konnte leider verpasst".split(" "),
);
