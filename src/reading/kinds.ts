import type { StepKind } from "#domain/model/step.ts";
import { particleOf, type Verb } from "./acts.ts";
import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { isShared, isSharing } from "./kinds/audience.ts";
import { callWords, chatWords, introWords, isPaper, isSendable, isText, mailWords, meals } from "./kinds/nouns.ts";
import { isGoods, kindOfPhrase } from "./kinds/phrases.ts";
import { kindOfThing } from "./kinds/things.ts";
import { kindOfSeparable, kindOfVerb } from "./kinds/verbs.ts";
import { folded } from "./names/folding.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { appointmentNouns, determiners } from "./words.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** The kind, by the verb and the medium that is named (SPEC.md). */
export function kindOf(sentence: Sentence, frame: Frame, extent: Extent): StepKind {
  const { verb } = frame;
  if (frame.manner === "question") return "message";
  const plain = folded(sentence.text.slice(extent.start, extent.end));
  const phrase = kindOfPhrase(plain);
  if (phrase !== null && mayBe(phrase, verb)) return phrase;
  if (frame.manner === "appointment") return appointmentNouns.get(wordAt(sentence, frame.verbAt)) ?? "meet";
  if (verb === null || isNounHere(sentence, frame)) {
    const said = verb === null && !verbless.has(frame.manner) ? kindOfWords(sentence, frame, extent) : null;
    const thing = said ?? kindOfThing(sentence, frame, plain);
    if (verb === null || thing !== "do") return thing;
  }
  if (verb === null) return "do";
  const act = actOf(sentence, frame, extent, verb, plain);
  const kind = kindByVerb(act);
  if (kind !== "do" || !(verb.isGuess === true || lightVerbs.has(verb.lemma))) return asShipped(kind, act);
  const said = kindOfWords(sentence, frame, extent) ?? kindOfObject(act);
  return said ?? (verb.isGuess === true ? kindOfThing(sentence, frame, plain) : "do");
}

/** Manners that say by themselves that a thing is meant ("owes me the numbers"). */
const verbless = set("wants requested promised owes waits");

/** Whether a phrase outweighs the verb: a medium does, a place to meet only a verb that says little. */
function mayBe(phrase: StepKind, verb: Verb | null): boolean {
  if (phrase === "introduce" || phrase === "call" || verb === null) return true;
  if (phrase === "message") return verb.kind !== "write" && verb.kind !== "share" && verb.kind !== "investigate";
  if (phrase === "share") return verb.kind !== "email";
  return verb.kind === "do" || verb.isGuess === true;
}

/** An act's verb with the words that follow it, in plain form. */
interface Act {
  sentence: Sentence;
  extent: Extent;
  frame: Frame;
  verb: Verb;
  /** All words of the act as one text. */
  plain: string;
  words: readonly string[];
  /** The first six, where the object stands. */
  near: readonly string[];
  first: string;
}

function actOf(sentence: Sentence, frame: Frame, extent: Extent, verb: Verb, plain: string): Act {
  const words: string[] = [];
  for (let at = frame.verbAt + 1; at < sentence.tokens.length; at += 1) {
    const token = sentence.tokens[at];
    if (token === undefined || token.end > extent.end) break;
    words.push(folded(token.text));
  }
  return { sentence, extent, frame, verb, plain, words, near: words.slice(0, 6), first: words[0] ?? "" };
}

/** "price book, Thursday", "list of store managers", "comments to Beate": a word that is a noun too, and here is one. */
function isNounHere(sentence: Sentence, { verb, verbAt, manner, subject }: Frame): boolean {
  if (verb === null || !verb.isNounToo || verb.language !== "en") return false;
  if (manner !== "bare" && !(manner === "present" && subject.who === "none")) return false;
  const next = sentence.tokens[verbAt + 1];
  if (next === undefined) return true;
  if ((sentence.nameOf[verbAt + 1] ?? null) !== null || objects.has(next.lower) || determiners.has(next.lower))
    return false;
  return nounLinks.has(next.lower) || next.text === "," || (nounHeads.has(verb.lemma) && next.kind === "word");
}

const objects = set("me us him her them it this that these those");
const nounLinks = set("of to for from by with on");
/** As the first word of a line these are nouns before other nouns ("price book", "lead list", "trial offer"). */
const nounHeads = set("price lead trial list quote note report post comment team cost");

/** Verbs that say little of the kind; the words after them do. */
const lightVerbs = set(
  "do make get have take put give go come let need be keep set run work look try help start want wish expect like know bring finish complete prepare prep move count find pull hand pass " +
    "fill update amend change submit change add offer raise remember offer catch drop report square walk eat attend travel exchange redo explain cut draw " +
    "anlegen machen macht mache tun lassen lässt haben gehen geht gehe kommen kommt bringen bringt stellen stellt stelle geben gibt gebe müssen muss soll will suchen sucht führt führen " +
    "faire fait fais mettre met mets aller va vais venir vient passer passe prendre prend prends donner donne avoir remettre rendre refaire remplir remplit " +
    "hacer hace hago poner pone pongo ir voy va dar da doy tener tiene tengo quedar queda pasar pasa paso echar llevar buscar busca",
);

function kindByVerb(act: Act): StepKind {
  const { verb, words, near, first, frame, sentence } = act;
  const { lemma } = verb;
  const isCheckedIn = lemma !== "check" || words[1] === "with" || first !== "in";
  const particle = isCheckedIn ? (particleOf(lemma, first) ?? particleAfterObject(lemma, words)) : null;
  const separable =
    verb.language === "de"
      ? kindOfSeparable(folded(wordAt(sentence, frame.verbAt)), lastWord(sentence, act.extent))
      : null;
  const kind = particle?.kind ?? separable ?? verb.kind;
  if (introWords.has(lemma) || near.some((word) => introWords.has(word))) return "introduce";
  if (lemma === "connect") return connects(act) ? "introduce" : "message";
  if ((lemma === "meet" || lemma === "know") && isWishForOthers(act)) return "introduce";
  if (lemma === "know") return "message";
  if (lemma.startsWith("parle") && !isShared(act.plain)) return "meet";
  if (lemma === "see" || lemma === "sees") return near.some((word) => questions.has(word)) ? "investigate" : "meet";
  if (arranging.has(lemma) && particle?.kind !== "investigate") {
    const noun = near.find((word) => appointmentNouns.has(word) || callWords.has(word));
    if (noun !== undefined) return callWords.has(noun) ? "call" : (appointmentNouns.get(noun) ?? "meet");
  }
  if (words.some((word, at) => meals.has(word) && words[at - 1] === "over") && (kind === "message" || kind === "do"))
    return "meet";
  if (["drop", "shoot", "send", "leave"].includes(lemma)) {
    if (near.some((word) => chatWords.has(word)) && !near.includes("email")) return "message";
    if (near.includes("line") || near.includes("note") || near.some((word) => mailWords.has(word))) return "email";
  }
  if (kind === "message" && words.some((word) => mailWords.has(word))) return "email";
  if (writing.test(lemma) && hasReceiver(sentence, frame)) return "email";
  if (lemma === "update")
    return isAddressed(act) ? "message" : words.some(isText) || words.includes("it") ? "write" : "do";
  if (/^(?:klar|klär|abklär)/u.test(lemma)) return "investigate";
  if (isSharing(lemma, kind, words, act.plain)) return "share";
  if (kind === "share") return sharedKind(act);
  if (/^(?:ver|verlo|verla|verle|voir|sehen)$/u.test(lemma)) return "meet";
  if (/^(?:publish|publier|publicar|veröffentlichen)$/u.test(lemma)) return "share";
  return kind === "message" && asking.test(lemma) ? askedKind(act) : kind;
}

const writing = /^(?:write|schreiben|schreibe|schreib|schreibt|écrire|écris|écrit|escribir|escribe|escribo)$/u;
const questions = set("if whether what how which who where when");
const arranging = set(
  "book schedule arrange organise organize plan set setup have do propose request suggest fix confirm get find make grab vereinbaren ausmachen caler fixer agendar concertar offer start join planifier organiser quedar tener need pencil take",
);

/** "connect her with Dana", "connect Hannah and Greta", "connects us all"; "connect with Ana" is one's own. */
function connects({ words, first, sentence, frame }: Act): boolean {
  if (first === "with" || first === "on") return false;
  return objects.has(first) || isPersonSoon(sentence, frame.verbAt) || words.includes("with") || words.includes("to");
}

/** "Gerrit wants to meet Liv": somebody else's wish, for the writer to bring about; "wants to meet me" is an appointment. */
function isWishForOthers({ frame, first, verb, sentence }: Act): boolean {
  const isOther = ["person", "she", "they", "organization", "role"].includes(frame.subject.who);
  if (verb.lemma === "know" && !isPersonSoon(sentence, frame.verbAt)) return false;
  return frame.manner === "want" && isOther && !["me", "us", "again", "in", "on", "up", "with", "at"].includes(first);
}

/** "update Ana", "update the team on it": somebody is told. */
function isAddressed({ sentence, frame, first, near }: Act): boolean {
  return objects.has(first) && first !== "it" && first !== "this"
    ? true
    : (sentence.nameOf[frame.verbAt + 1] ?? null)?.means === "person" || near.includes("on");
}

/** Verbs of asking, in the languages in which they govern another act. */
const asking = /^(?:ask|asks|demande|demander|pedir|pide|pido|pedirle)$/u;

/** "he asks drawings of the quay", "demande une lettre": a thing right behind is asked for, and is no question. */
function askedKind({ verb, words, sentence, frame, extent, near }: Act): StepKind {
  if (words.some((word) => questions.has(word) || word === "about")) return "message";
  if (verb.language !== "en") {
    const later = kindOfWords(sentence, frame, extent, frame.verbAt + 1);
    if (later !== null) return later;
  }
  if (near.some(isText) && !near.includes("for")) return "write";
  return near.slice(0, 3).some(isSendable) && !near.includes("for") ? "email" : "message";
}

/** An idea is shown to the team, the chapter and the public; to anybody else showing is an act like others. */
function sharedKind({ verb, sentence, frame, words }: Act): StepKind {
  const { lemma } = verb;
  const isTo =
    isPersonSoon(sentence, frame.verbAt) ||
    frame.subject.who === "person" ||
    frame.subject.who === "she" ||
    lemma === "circulate";
  if (!isTo) return "share";
  if (/^(?:show|pitch|zeig|zeigen|zeige|montrer|montre|mostrar|muestra|enseñar)$/u.test(lemma)) return "do";
  if (lemma === "demo" || lemma === "present") return "share";
  return words.some(isSendable) || lemma === "share" || lemma === "circulate" ? "email" : "share";
}

/** Samples and parcels are shipped: no mail. "She posts it" is the post, not an article. */
function asShipped(kind: StepKind, { verb, plain, words }: Act): StepKind {
  if (kind === "email" && shipped.test(plain)) return "do";
  if (verb.lemma !== "post" || kind !== "write") return kind;
  return shipped.test(plain) || words.slice(0, 2).some((word) => objects.has(word)) ? "do" : kind;
}

const shipped =
  /\b(?:samples?|probes?|parcels?|kits?|muster\w*|paket\w*|kartons?|kisten?|echantillons?|colis|muestras?|paquetes?|cajas?|\d+ ?(?:kg|kilos?|pieces?|stuck)|broken|spare|pallets?|boxes|kg probe)\b/u;

/** What the first word that is a verb of any of the sentence's languages says. */
function kindOfWords(sentence: Sentence, frame: Frame, extent: Extent, from = 0): StepKind | null {
  const { tokens, languages } = sentence;
  const last = lastWord(sentence, extent);
  let asked: StepKind | null = null;
  for (const [at, token] of tokens.entries()) {
    if (at < from || token.start < extent.start || token.kind !== "word") continue;
    if (token.end > extent.end) break;
    if ((sentence.nameOf[at] ?? null) !== null) continue;
    const plain = folded(token.text);
    for (const language of languages) {
      // German nouns have capitals, and a determiner makes a noun of a French or Spanish word.
      if (language === "de" && token.isCapital && at > 0 && token.text !== token.text.toUpperCase()) continue;
      if (language !== "de" && nouns.has(plain) && determiners.has(wordAt(sentence, at - 1))) continue;
      const separable = language === "de" ? kindOfSeparable(plain, last) : null;
      const kind = separable ?? kindOfVerb(plain, language);
      if (kind === null || governs(sentence, at, plain)) continue;
      // "je leur demande de vérifier": what is asked counts, not the asking.
      if (kind !== "message" || !askings.test(plain)) return kind;
      asked = kind;
      break;
    }
    if (isEnglishVerbPlace(sentence, at, frame)) {
      const kind = kindOfVerb(plain, "en");
      if (kind !== null && wordAt(sentence, at + 1) !== "after") return kind;
    }
  }
  if (asked === null) return null;
  const words = folded(sentence.text.slice(extent.start, extent.end)).match(/[a-z-]+/gu) ?? [];
  return words.some(isText) ? "write" : words.some(isSendable) ? "email" : asked;
}

const askings = /^(?:demand|ped|pid|encarg|rueg)/u;

/** "quedó de escribir", "quedamos en llamar": the verb behind says what is done. */
function governs(sentence: Sentence, at: number, plain: string): boolean {
  return plain.startsWith("qued") && ["de", "en", "que"].includes(wordAt(sentence, at + 1));
}

const nouns = set(
  "note notes demande appel visite test tests envoi envoie recherche etude mesure contact contacts offre liste visita prueba pruebas cuenta cuentas nota busca lista marca marcas compra pregunta preguntas comida cena mesa mensaje examen",
);

/** After a name, a pronoun, "to", a modal, "please" or at the very start an English word can be a verb. */
function isEnglishVerbPlace(sentence: Sentence, at: number, frame: Frame): boolean {
  if (frame.verb !== null) return at === frame.verbAt;
  const before = wordAt(sentence, at - 1);
  if (
    at === 0 ||
    ["to", "pls", "please", "and", "&", "must", "will", "should", "i", "we", "he", "she", "they", ":"].includes(before)
  )
    return true;
  return (sentence.nameOf[at - 1] ?? null)?.means === "person";
}

/** The last word of the act before its day: where German puts the second part of a verb. */
function lastWord(sentence: Sentence, extent: Extent): string {
  for (let at = sentence.tokens.length - 1; at >= 0; at -= 1) {
    const token = sentence.tokens[at];
    if (token === undefined || token.start >= extent.end || token.kind !== "word") continue;
    if (extent.day !== null && token.start >= extent.day.start && token.start < extent.day.end) continue;
    return folded(token.text);
  }
  return "";
}

/** What the object says where the verb says nothing: a text is written, a paper sent, a place gone to. */
function kindOfObject(act: Act): StepKind | null {
  const { verb, words, near, first, plain, sentence, frame } = act;
  const { lemma } = verb;
  if (/^(?:come|travel|attend)$/u.test(lemma)) return near.includes("on") ? null : "meet";
  if (lemma === "go" && first !== "through") return first === "to" || first === "and" ? "meet" : null;
  if ((lemma === "walk" || lemma === "eat") && words.some((word) => word === "with" || word === "together"))
    return "meet";
  if (lemma === "let" && near.includes("have"))
    return isGoods(plain) || near[near.indexOf("have") + 1] === "it" ? "do" : "email";
  if (lemma === "go" && first === "through") return isShared(plain) ? "share" : "investigate";
  if (isShared(plain) && sharing.has(lemma)) return "share";
  if (makers.has(lemma) && words.some((word) => isText(word) || isPaper(word) || word === "writing")) return "write";
  if (lemma === "report") return "message";
  if (lemma === "find" && !near.includes("us") && !near.includes("a")) return "investigate";
  if (lemma === "count") return near.includes("how") ? "investigate" : null;
  if (lemma === "pull" && words.some((word) => isSendable(word) || word === "apart")) return "investigate";
  if (lemma === "run" && (near.includes("it") || near.includes("on"))) return "investigate";
  if (lemma === "raise" || (lemma === "offer" && isPersonSoon(sentence, frame.verbAt))) return "message";
  if ((lemma === "put" && words.includes("to")) || (lemma === "square" && words.includes("with"))) return "message";
  if (lemma === "submit") return words.some(isText) ? "write" : "email";
  const isHanded =
    /^(?:give|get|let|provide|hand|pass|drop|exchange|dar|da|geben|gibt|donner|donne|pasar|pasa|passer|passe|rendre|remettre)$/u.test(
      lemma,
    );
  if (isHanded && (words.some(isSendable) || (first === "it" && words.includes("to")))) return "email";
  return null;
}

const sharing = set(
  "do make run give put explain show take bring faire fait machen macht hacer hace poner mettre stellen contar",
);
const makers = set(
  "submit do finish prepare prep make complete put fill have amend change add cut redo draw update faire fais fait refaire remplir remplit mettre machen macht mache fertig anlegen hacer hace hago",
);

/** "write Ana", "write to the archive": the text has a receiver, so it is sent. */
function hasReceiver(sentence: Sentence, frame: Frame): boolean {
  const next = frame.verbAt + 1;
  const word = wordAt(sentence, next);
  if (word === "to" || (frame.language === "fr" && ["à", "aux", "au"].includes(word))) return true;
  if ((frame.language === "es" && ["a", "al"].includes(word)) || (frame.language === "de" && word === "an"))
    return true;
  const name = sentence.nameOf[next] ?? null;
  const before = sentence.nameOf[frame.verbAt - 1] ?? null;
  if (frame.language === "de" && before?.means === "person" && before !== frame.subject.name) return true;
  return name?.means === "person" || ["her", "him", "them", "ihm", "ihr", "ihnen", "lui", "leur"].includes(word);
}

function particleAfterObject(lemma: string, words: readonly string[]): ReturnType<typeof particleOf> {
  for (const word of words.slice(1, 4)) {
    if (!afterObject.has(word)) continue;
    const found = particleOf(lemma, word);
    if (found !== null) return found;
  }
  return null;
}

const afterObject = set("back up know out in touch call line look over ring together");

/** A person right behind the verb, within six words. */
function isPersonSoon(sentence: Sentence, verbAt: number): boolean {
  for (let at = verbAt + 1; at <= verbAt + 6; at += 1) if (sentence.nameOf[at]?.means === "person") return true;
  return ["her", "him", "them", "me", "us"].includes(wordAt(sentence, verbAt + 1));
}
