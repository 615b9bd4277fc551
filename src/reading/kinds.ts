import type { Audience, StepKind } from "#domain/model/step.ts";
import { particleOf } from "./acts.ts";
import type { Extent } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import { appointmentNouns } from "./words.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const callWords = set(
  "call phone telephone ring telefonat anruf llamada appel phonecall tel telefon téléphone teléfono",
);
const mailWords = set("email e-mail mail mails emails correo mailing");
const chatWords = set(
  "linkedin slack whatsapp sms dm chat teams signal telegram discord text message messenger xing mastodon wechat zulip matrix irc",
);
const introWords = set("intro intros introduction introductions introducing");
const meals = set("coffee lunch dinner beer breakfast drinks kaffee café déjeuner almuerzo comida mittagessen");
/** Texts that come into being by writing them. */
const texts = set(
  "report rpt memo mémo case-study study paragraph straw-man manual index text texte texto página seite seiten páginas pages form application proposal article thread post piece reel note blog script abstract paper chapter draft cfp summary write-up writeup recap minutes one-pager onepager page letter newsletter " +
    "quote offer statement brief paragraph bericht messebericht reisebericht angebot konzept antrag protokoll entwurf spesen reisekosten artikel beitrag billet tribune rapport compte devis offre proposition note mémoire " +
    "informe propuesta memoria artículo acta resumen reel documentation manual guide policy rule template spec rfc readme kep charter sheet expenses-report",
);
/** Things that are sent. */
const sendables = set(
  "deck slides link links photos photo pictures pics numbers figures list specs data cv cvs resume recording pdf file files samples-list comments feedback details contact address price prices pricing dataset script licence license " +
    "contract agreement invoice letter copy copies scans specimen metrics logs records drawings plans moldes méthode catalogue catalog brochure booklet transcript transcription folien liste zahlen daten unterlagen adresse adressen fotos bilder seriennummern vertrag rechnung preisliste " +
    "photos fiche fichier tarif tarifs cahier devis facture liste documents fotos datos lista tarifa muestras-lista contrato factura archivo presentación t&cs terms number appendix test results report sizes",
);
const arranging = set(
  "book schedule arrange organise organize plan set setup have do propose request suggest fix confirm get find make grab vereinbaren ausmachen caler fixer agendar concertar offer start join planifier organiser quedar tener need pencil take",
);
const team =
  /(?<![\p{L}\p{N}])(?:team|teams|everyone|sales|product|technicians|line leads|common drive|shared drive|die kollegen|colleagues|the office|squad|équipe|equipo|kollegen|kolleginnen|everyone at (?:work|home)|all[- ]hands|stand-?up|stand-?down|brown ?bag|internally|the others|management|leadership|crew|practice|department|support|staff|branch|board meeting|rapport|probe)(?![\p{L}\p{N}])/iu;
const chapter =
  /(?<![\p{L}\p{N}])(?:chapter|plenum|section|guild|community of practice|meetup|user group|usergroup|community|local group|section meeting|network)(?![\p{L}\p{N}])/iu;
const publicly =
  /(?<![\p{L}\p{N}])(?:blog|publicly|public|online|forum|ins netz|linkedin post|post linkedin|upstream|github|gitlab|zenodo|twitter|mastodon|newsletter|podcast|website|web ?site|wiki|youtube|open source|öffentlich|veröffentlichen|publique|publiquement|público)(?![\p{L}\p{N}])/iu;

/** The kind, by the verb and the medium that is named (reading.md). */
export function kindOf(sentence: Sentence, frame: Frame, extent: Extent): StepKind {
  const { verb } = frame;
  const text = sentence.text.slice(extent.start, extent.end);
  const words = sentence.tokens
    .slice(frame.verbAt + 1)
    .filter((token) => token.end <= extent.end)
    .map((token) => token.lower);
  if (frame.manner === "appointment") return appointmentNouns.get(wordAt(sentence, frame.verbAt)) ?? "meet";
  if (frame.manner === "question") return "message";
  if (verb === null) return kindOfThing(sentence, frame, text);
  const near = words.slice(0, 6);
  const first = words[0] ?? "";
  const { lemma } = verb;
  const phrase = particleOf(lemma, first) ?? particleAfterObject(lemma, words);
  const kind = phrase?.kind ?? verb.kind;
  if (introWords.has(lemma) || near.some((word) => introWords.has(word)) || isIntroduction(lemma, words, text))
    return "introduce";
  if (lemma === "connect")
    return words.includes("with") && first !== "with" && isPersonSoon(sentence, frame.verbAt) ? "introduce" : "message";
  if (arranging.has(lemma) && phrase?.kind !== "investigate") {
    const noun = near.find((word) => appointmentNouns.has(word) || callWords.has(word));
    if (noun !== undefined) return callWords.has(noun) ? "call" : (appointmentNouns.get(noun) ?? "meet");
  }
  const overMeal = words.some((word, at) => meals.has(word) && words[at - 1] === "over");
  if (overMeal && (kind === "message" || kind === "do")) return "meet";
  const isByPhone = words.some(
    (word, at) =>
      callWords.has(word) &&
      (words[at - 1] === "by" ||
        words[at - 1] === "per" ||
        words[at - 1] === "par" ||
        words[at - 1] === "por" ||
        words[at - 1] === "a"),
  );
  if (isByPhone || (lemma === "give" && near.some((word) => callWords.has(word)))) return "call";
  const onChat = words.some(
    (word, at) =>
      chatWords.has(word) &&
      ["on", "via", "by", "over", "per", "auf", "sur", "por", "in", "a"].includes(words[at - 1] ?? ""),
  );
  if (onChat && (kind === "email" || kind === "message" || kind === "meet" || kind === "introduce" || lemma === "drop"))
    return "message";
  if (["drop", "shoot", "send", "leave"].includes(lemma)) {
    if (near.some((word) => chatWords.has(word)) && !near.includes("email")) return "message";
    if (near.includes("line") || near.includes("note") || near.some((word) => mailWords.has(word))) return "email";
  }
  if (kind === "message" && words.some((word) => mailWords.has(word))) return "email";
  if (
    /^(?:write|schreiben|schreibe|écrire|écris|écrit|escribir|escribe|escribo)$/u.test(lemma) &&
    hasReceiver(sentence, frame)
  )
    return "email";
  if (isSharing(lemma, kind, words, text)) return "share";
  if (kind === "share")
    return isPersonSoon(sentence, frame.verbAt) || frame.subject.who === "person" || frame.subject.who === "she"
      ? sharedWith(lemma)
      : lemma === "circulate"
        ? "email"
        : "share";
  if (/^(?:ver|verlo|verla|verle|voir|see|sehen)$/u.test(lemma)) return "meet";
  if (/^(?:publish|publier|publicar|veröffentlichen)$/u.test(lemma)) return "share";
  if (/^(?:pasar|pasa|paso|passer|passe)$/u.test(lemma) && saysReceiver(sentence, frame)) return "email";
  if (lemma === "submit" && words.some((word) => texts.has(word))) return "write";
  if (
    ["give", "get", "let", "provide", "hand", "dar", "geben", "gibt", "donner"].includes(lemma) &&
    words.some((word) => sendables.has(word))
  )
    return "email";
  if (
    kind === "do" &&
    [
      "do",
      "finish",
      "prepare",
      "prep",
      "make",
      "fertig",
      "hace",
      "hacer",
      "fait",
      "faire",
      "macht",
      "mache",
      "machen",
      "type",
      "complete",
      "put",
      "anlegen",
      "remplit",
      "remplir",
      "cut",
      "redo",
      "fais",
      "hago",
      "hace",
    ].includes(lemma) &&
    words.some((word) => isText(word))
  )
    return "write";
  return kind;
}

/** "me pasa", "nous passe": it comes to the writer, or goes to a person. */
function saysReceiver(sentence: Sentence, frame: Frame): boolean {
  for (let at = Math.max(0, frame.verbAt - 3); at < frame.verbAt; at += 1) {
    if (["me", "nos", "le", "les", "nous", "m'", "lui", "leur"].includes(wordAt(sentence, at))) return true;
  }
  return isPersonSoon(sentence, frame.verbAt);
}

/** To one person an idea is told or sent; only the team, the chapter and the public are shared with. */
function sharedWith(lemma: string): StepKind {
  if (
    lemma === "show" ||
    lemma === "pitch" ||
    lemma === "zeigen" ||
    lemma === "montrer" ||
    lemma === "mostrar" ||
    lemma === "enseñar"
  )
    return "message";
  return lemma === "demo" || lemma === "present" ? "share" : "email";
}

function isSharing(lemma: string, kind: StepKind, words: readonly string[], text: string): boolean {
  const isTelling =
    kind === "share" ||
    (kind === "message" && !/^(?:ask|fragen|frage|fragt|demander|preguntar|pregunta|remind)$/u.test(lemma)) ||
    /^(?:bring|take|tell|go|discuss|raise|talk|speak|report|berichten|berichte|erzählen|parler|présenter|contar|comentar|debrief|put|post|upload|publish|stellen|publier|publicar|mettre|write|blog|run|walk|give)$/u.test(
      lemma,
    );
  if (!isTelling) return false;
  const after = text.toLowerCase();
  if (lemma === "blog" || publicly.test(after))
    return (
      kind !== "write" ||
      /^(?:publish|post|blog)$/u.test(lemma) ||
      /(?<![\p{L}\p{N}])(?:online|upstream|github|publicly)(?![\p{L}\p{N}])/u.test(after)
    );
  if (kind === "write") return false;
  if (["write", "put", "run", "give"].includes(lemma) && !words.includes("to") && !words.includes("in")) return false;
  return team.test(after) || chapter.test(after);
}

/** "put me in touch with", "bring together", "bekannt machen", "present me to": two people are brought together. */
function isIntroduction(lemma: string, words: readonly string[], text: string): boolean {
  if (
    ["put", "get"].includes(lemma) &&
    words.includes("touch") &&
    words.some((word) => ["me", "us", "her", "him", "them"].includes(word) || words[0] === word)
  ) {
    return lemma === "put";
  }
  if (
    (lemma === "bring" || lemma === "bringen" || lemma === "bringt") &&
    (words.includes("together") || words.includes("zusammen"))
  )
    return true;
  if (/^(?:présenter|présente|presentar|presenta|presento)$/u.test(lemma))
    return /(?:(?<![\p{L}\p{N}])(?:me|nous|m'|nos|le|la|les|lo)\s?(?:présente|présenter|presenta|presentar)|présenter?\s.{0,30}\sà\s|presentarme|presentarnos|presenta\sa\s)/iu.test(
      text,
    );
  if (/^(?:stelle|stellt|vorstellen)$/u.test(lemma))
    return (
      /(?<![\p{L}\p{N}])(?:mir|uns|ihm|ihr|ihnen)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])vor$/iu.test(text) ||
      words.at(-1) === "vor"
    );
  return /(?<![\p{L}\p{N}])(?:bekannt\s?machen|in kontakt bringen|mettre en relation|met en relation|mettrait en relation|poner .{0,30} ?en contacto|pon(?:e|go) .{0,30} ?en contacto|put \p{L}{2,20} (?:on to|in contact))(?![\p{L}\p{N}])/iu.test(
    text,
  );
}

function isText(word: string): boolean {
  if (texts.has(word)) return true;
  // German joins: "Messebericht", "Projektantrag".
  return (
    /(?:bericht|angebot|konzept|antrag|protokoll|entwurf|artikel|vorlage|anleitung)$/u.test(word) ||
    /^(?:one|two)-page/u.test(word)
  );
}

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

/** The kind of an act that is named by a thing ("intro to Li", "the deck from Ana", "a price list"). */
function kindOfThing(sentence: Sentence, frame: Frame, text: string): StepKind {
  const words = text.toLowerCase().match(/[\p{L}&-]+/gu) ?? [];
  const { manner } = frame;
  if (words.some((word) => introWords.has(word))) return "introduce";
  if (
    manner === "wants" ||
    manner === "requested" ||
    manner === "promised" ||
    manner === "owes" ||
    manner === "waits"
  ) {
    return kindOfWish(sentence, frame, words);
  }
  if (words.some((word) => callWords.has(word))) return "call";
  if (words.some((word) => appointmentNouns.get(word) === "meet") && !words.some((word) => isText(word))) return "meet";
  if (words.some((word) => mailWords.has(word))) return "email";
  const isShared =
    team.test(text) &&
    (/(?<![\p{L}\p{N}])(?:to|for|with|im|an|à|al|at)(?![\p{L}\p{N}])/iu.test(text) || words.length <= 4);
  if (isShared || (chapter.test(text) && /\bfor\b/u.test(text)) || publicly.test(text)) return "share";
  if (words.some((word) => isText(word))) return "write";
  return words.some((word) => sendables.has(word)) ? "email" : "do";
}

/** What is wanted, asked for, owed or promised is sent, unless its noun says otherwise. */
function kindOfWish(sentence: Sentence, frame: Frame, words: readonly string[]): StepKind {
  const thing = words.slice(Math.max(0, words.indexOf(wordAt(sentence, frame.verbAt)) + 1));
  if (thing.includes("answer") || thing.includes("reply") || thing.includes("antwort")) return "message";
  if (thing.some((word) => callWords.has(word))) return "call";
  if (thing.some((word) => appointmentNouns.get(word) === "meet")) return "meet";
  if (
    thing.some((word) =>
      [
        "access",
        "desk",
        "seat",
        "seats",
        "place",
        "places",
        "room",
        "key",
        "keys",
        "trial",
        "beer",
        "sample",
        "samples",
        "favour",
        "favor",
        "eyes",
        "help",
        "support",
        "time",
        "discount",
        "space",
        "ticket",
        "tickets",
        "money",
      ].includes(word),
    )
  ) {
    return thing.includes("key") || thing.includes("trial") ? "email" : "do";
  }
  const writes = new Set([
    "offer",
    "proposal",
    "sheet",
    "paragraph",
    "offre",
    "angebot",
    "propuesta",
    "proposition",
    "note",
    "statement",
    "article",
    "memo",
  ]);
  if (frame.manner !== "promised" && frame.manner !== "waits" && thing.some((word) => writes.has(word))) return "write";
  return "email";
}

/** With whom an idea is shared; null for acts that are no sharing. */
export function audienceOf(kind: StepKind, words: string): Audience | null {
  if (kind !== "share") return null;
  if (chapter.test(words)) return "chapter";
  if (team.test(words)) return "team";
  return publicly.test(words) ? "public" : null;
}
