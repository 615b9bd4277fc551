import type { StepKind } from "#domain/model/step.ts";

/** What a part of a page is for, by the words that head it. */
export type SectionKind =
  | "steps"
  | "agreed"
  | "look"
  | "theirs"
  | "agenda"
  | "people"
  | "advice"
  | "quotes"
  | "abstract"
  | "ideas"
  | "parked"
  | "done"
  | "decisions"
  | "questions"
  | "broken"
  | "working"
  | "learned"
  | "competitor"
  | "partner"
  | "market"
  | "technology";

/** The kind of step that a heading fixes for what it lists ("Calls", "To read", "Buy"); null where it fixes none. */
export function kindOfSection(words: string): StepKind | null {
  return words.length > 60 ? null : (kinds.get(plainWords(words)) ?? null);
}

/**
 * What the words of a heading, a label ("Next steps:") or a column announce, or null for any other words. The
 * whole of the words has to be one of the known phrases, but for numbers, days, names in brackets and small words.
 */
export function sectionOf(words: string): SectionKind | null {
  if (words.length > 80 || isWordy(words) || !(mayAnnounce(words) || own.test(words.toLowerCase()))) return null;
  const plain = plainWords(words);
  if (plain === "" || plain.length > 48) return null;
  const exact = phrases.get(plain) ?? phrases.get(plain.replace(board, ""));
  if (exact !== undefined) return exact;
  if (marked.test(words)) return null;
  for (const [start, kind] of beginnings) if (plain.startsWith(start)) return kind;
  for (const [end, kind] of ends) if (plain.endsWith(end)) return kind;
  return isOwnList(plain) ? "steps" : null;
}

/** "TODO: call the plumber" is a step of its own and announces none (RD3); "TODO:" alone does. */
const marked = /^\s*to-?do\s*:\s*\S/i;

/**
 * The section that a whole page is, by its file's name ("home list.txt") or by a first line of a few words that stands as
 * its title ("HOME LIST dont lose!!"); null for any other page.
 */
export function sectionOfPage(file: string, firstLine: string): SectionKind | null {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  const said = sectionOf(dot > 0 ? name.slice(0, dot) : name) ?? sectionOf(firstLine);
  return said !== null && standing.has(said) ? said : null;
}

const standing = new Set<SectionKind>(["steps", "agreed", "look", "theirs"]);

/** "6) Divers / à pas oublier", "Things of my own", "HOME LIST dont lose!!": a few words that name a list of one's own. */
function isOwnList(plain: string): boolean {
  return plain.length <= 40 && own.test(plain) && !foreign.test(plain);
}

const own =
  /(?<![\p{L}'-])(?:home list|todos?|to-?dos?|to do|to be done|errands|chores|loose ends|myself|things of my own|(?:my|own) list|asap|homework|daheim|daham|zu ?hause|vergessen|erledigen|merkzettel|oublier|pense-bête|moi-même|à moi|à faire|olvidar|pendientes?|mandados|recados|back page|(?:for|at|once|back|when) home|(?:after|for|pour|für|para) (?:\p{L}+ ){0,4}(?:me|mich|moi|mí))(?![\p{L}'-])|^(?:me|moi|ich|yo|mine|rest|loose|offen|admin|home|maison|casa)$|(?<![\p{L}])(?:casa|maison|home)$/u;
/** "Take home messages", "the home of jazz": no list of what is to do at home. */
const foreign =
  /(?<![\p{L}])(?:take|message|messages|the home|page of|team|from|working|work|works|care|about|why|how|what|vin|vino|a casa de)(?![\p{L}])/u;

/** A cheap look before the words are cleaned: does a known phrase begin or end with the first or last word? */
function mayAnnounce(words: string): boolean {
  const [first = ""] = firstWord.exec(words) ?? [];
  if (firsts.has(first.toLowerCase())) return true;
  const letters = words.replace(/[^\p{L}]+$/u, "");
  const last = letters.slice(letters.lastIndexOf(" ") + 1);
  return lasts.has(last.toLowerCase()) || words.includes("(") || words.includes("[");
}

const firstWord = /\p{L}+/u;

/** More blanks than any known phrase has, with room for a bracket and a number. */
function isWordy(words: string): boolean {
  let blanks = 0;
  for (let at = words.indexOf(" "); at >= 0 && blanks <= 9; at = words.indexOf(" ", at + 1)) blanks += 1;
  return blanks > 9;
}

/** Words before the real ones: "Wall 1 BROKEN", "our ideas", "What is broken". */
const board =
  /^(?:(?:wall|list|lists|board|column|flipchart|section|part|group|sticky|stickies|the|our|my|some|new|open|unsere|meine|nos|mes|nuestros|mis) ){1,2}/u;

/** Lower case, without signs, numbers, emoji, and what stands in brackets. */
function plainWords(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/\([^()]{0,60}\)|\[[^[\]]{0,60}\]/gu, " ")
    .replaceAll("’", "'")
    .replaceAll(/[^\p{L}'&/+-]+/gu, " ")
    .replaceAll(/^[\s-]+|[\s-]+$/gu, "")
    .trim();
}

const lists: readonly [SectionKind, string][] = [
  [
    "steps",
    "do|mails|emails|e-mails|mail|messages|messages to send|to message|intros|introductions|intros to make|to write|write|to share|to meet|meetings to set up|appointments|diary|dates|termine|termin|rendez-vous|citas|buy|shopping|einkaufen|anrufe|telefonate|llamadas|llamar|appels|appeler|correos|à envoyer|à appeler|à acheter|por comprar|por llamar|call|email|book|send|zu hause|zuhause|daheim|à la maison|en casa|admin|on the train home|nxt|next|nächstes|homework for me|jobs|jobs for us|jobs for me|chores|my jobs|to-dos|who does what next|a hacer|next step|next steps|nextsteps|next actions|action|actions|action item|action items|action points|action list|actions arising|new actions|new action items|open actions|" +
      "open action items|ai|ais|aps|ap|todo|todos|to do|to dos|to do's|to-do|todo list|to do list|to-do list|my todos|my to do|my todo|my list|my actions|my next steps|my tasks|task|tasks|" +
      "follow up|follow ups|followup|followups|follow-up|follow-ups|my follow ups|my follow-ups|follow up items|follow-up list|to follow up|for follow up|followups / todos|todo / follow up|" +
      "back home|when i'm back|when i am back|when back|once home|back at the office|back at work|on monday|for monday|monday list|for tomorrow|to chase|chase|" +
      "i promised|promised|promises|my promises|commitments|my commitments|what i owe|i owe|owed by me|must do|must dos|don't forget|do not forget|remember|reminder|reminders|errands|" +
      "to call|calls|calls to make|to mail|to email|to write|to send|mails to send|emails to send|to book|to buy|to organise|to organize|to arrange|to prepare|homework|my homework|what now|what's next|whats next|" +
      "agreed actions|agreed next steps|assigned|assignments|deliverables|who does what|who what when|loose ends|open loops|open items|still to do|before i fly home|before leaving|" +
      "aufgaben|aufgabe|todo's|nächste schritte|naechste schritte|nächster schritt|offene punkte|offene aufgaben|zu erledigen|erledigen|noch zu erledigen|noch zu tun|zu tun|was zu tun ist|nicht vergessen|versprochen|wiedervorlage|nachfassen|arbeitsaufträge|wer macht was|" +
      "à faire|a faire|choses à faire|prochaines étapes|prochaine étape|prochaines etapes|actions à mener|actions à suivre|suivi|suites à donner|relances|à relancer|mes actions|tâches|taches|ne pas oublier|promis|à retenir pour lundi|qui fait quoi|" +
      "próximos pasos|proximos pasos|siguientes pasos|pendiente|pendientes|tareas|tarea|acciones|por hacer|cosas por hacer|para hacer|seguimiento|no olvidar|compromisos|prometido|quién hace qué|acuerdos",
  ],
  [
    "agreed",
    "what we agreed|we agreed|agreed|acuerdos|vereinbart|verabredet|before we left|before i left|before we go|home|at home|me|for me|this week|next week|later this week|open|still open",
  ],
  [
    "look",
    "to read|reading list|to check|to check out|to look at|to look into|to look up|look into|look up|check out|check|check later|to try|to try out|try|to test|to watch|to research|to investigate|to explore|things to check|things to check out|things to try|things to look into|things to read|things to look up|" +
      "tech to check|tech to look at|tools to try|tools to check|papers to read|books to read|talks to watch|read later|watch later|look up later|for later reading|companies to look into|companies to check|" +
      "zu lesen|anschauen|ansehen|nachlesen|ausprobieren|prüfen|zu prüfen|nachschauen|à lire|à voir|à tester|à vérifier|à creuser|para leer|para mirar|para probar|por revisar|por leer",
  ],
  [
    "theirs",
    "them|they promised|they owe|they owe me|owed to me|waiting|waiting for|waiting on|theirs|from them|they send|others|sie schicken|warten auf|von anderen|en attente|attendu|a la espera|esperando",
  ],
  [
    "agenda",
    "agenda|programme|program|schedule|topics|timetable|today|today's agenda|outline|plan for today|running order|discussion topics|recurring topics|tagesordnung|agenda items|ordre du jour|orden del día|ablauf|programm|themen|schedule day|contents|table of contents|overview",
  ],
  [
    "people",
    "attendees|attendee|participants|participant|present|attending|attendance|apologies|regrets|absent|who was there|in the room|people|people met|people i met|met|who i met|who we met|contacts|speakers|speaker|panel|panelists|panellists|hosts|team|roles|note taker|" +
      "teilnehmer|teilnehmende|anwesend|anwesende|entschuldigt|personen|getroffen|présents|participants|absents|asistentes|presentes|personas|chair|scribe|attendees voting members",
  ],
  [
    "advice",
    "takeaway|takeaways|key takeaways|key takeaway|main takeaways|my takeaways|tips|tip|tips & tricks|tips and tricks|best practices|best practice|good practices|recommendations|recommendation|rules|rules of thumb|rule of thumb|principles|guidelines|checklist|the checklist|how to|how-to|howto|do's and don'ts|dos and don'ts|do's|don'ts|dos|donts|advice|" +
      "lessons|key points|key messages|key message|main points|the five rules|pitfalls|mistakes|strategies|strategy|steps|process|recipe|the recipe|solution|solutions|usage|setup|workflow|the process|tipps|empfehlungen|regeln|ratschläge|merksätze|conseils|règles|bonnes pratiques|consejos|reglas|buenas prácticas|recomendaciones|what you can do|what can you do|what to do|call to action",
  ],
  ["quotes", "quote|quotes|best quotes|quotable|overheard|zitate|zitat|citations|citas|slogans|one-liners"],
  [
    "abstract",
    "abstract|summary|description|about|background|context|introduction|intro|motivation|bio|zusammenfassung|hintergrund|résumé|contexte|resumen|contexto|disclaimer|definitions|definition",
  ],
  [
    "ideas",
    "if we could wave a wand|magic wand|ideas from the wall|dreams|et si|y si|was wäre wenn|try|to try as a team|what if|idea|ideas|idea wall|wild ideas|crazy ideas|brainstorm|brainstorming|ideen|idee|ideenwand|idées|idée|ideas locas|try next|could try",
  ],
  [
    "parked",
    "never mind|maybe never|no longer|stopped|what we will not do|what we won't do|not doing|we will not|not going to do|nicht machen|on ne fera pas|parked|parking lot|parking|parkplatz|someday|someday maybe|some day|not now|out of scope|won't do|wont do|dropped|rejected|geparkt|später|abandonné|plus tard|parking lot ideas|aparcado|descartado|icebox|backlog for never|cancelled|canceled",
  ],
  [
    "done",
    "done|already done|completed|closed|closed items|finished|resolved|last time|previous actions|previous action items|since last time|erledigt|gemacht|fait|faits|terminé|hecho|hechos|terminado|done today|done on the spot|ticked off",
  ],
  [
    "decisions",
    "decision|decisions|measure|measures|decided|decisions made|resolution|resolutions|vote|votes|beschlüsse|beschluss|entscheidungen|décisions|décision|decisiones|decisión|outcome of the vote",
  ],
  [
    "questions",
    "question|questions|q&a|q & a|q a|open questions|fragen|offene fragen|questions ouvertes|preguntas|audience questions|discussion questions",
  ],
  [
    "broken",
    "what didn't|what did not|what doesn't|what does not|what didn't work|what did not work|didn't work|what didn't work well|what did not work well|tired of|what we are tired of|ce qui coince|ça coince|lo que duele|duele|what is broken|broken|what's broken|whats broken|what is broken|not working|what isn't working|what doesn't work|what went wrong|went wrong|what didn't go well|didn't go well|what did not go well|pain|pains|pain points|frustrations|what hurts|hurts|mad|sad|problems|bad|minus|stop|lacked|to improve|what to improve|" +
      "kaputt|was nicht funktioniert|was nicht funktioniert hat|was nicht geklappt hat|was nicht lief|was nicht gut lief|ce qui n'a pas marché|ce qui n'a pas fonctionné|lo que no funcionó|läuft nicht|was läuft nicht|was nicht läuft|lief nicht|schlecht|ärgernisse|ne marche pas|ce qui ne marche pas|ce qui ne va pas|à améliorer|roto|no funciona|lo que no funciona|mal|por mejorar",
  ],
  [
    "working",
    "what worked|what worked well|worked|worked well|what works well|what did work|was funktioniert|was funktioniert hat|was geklappt hat|was lief|ce qui a marché|ce qui a fonctionné|lo que funcionó|proud of|what we are proud of|happy about|funciona bien|working|what's working|whats working|what is working|what works|works|works well|what went well|went well|going well|good|glad|keep|keep doing|plus|liked|läuft|läuft gut|was läuft|was gut läuft|lief gut|gut|ce qui marche|ça marche|fonctionne|ce qui va bien|funciona|lo que funciona|bien|what to keep",
  ],
  [
    "learned",
    "learned|learnt|learnings|learning|til|today i learned|what i learned|what we learned|lessons learned|lessons learnt|things i learned|gelernt|gelerntes|erkenntnisse|appris|ce que j'ai appris|aprendido|lo aprendido|aprendizajes|insights",
  ],
  [
    "competitor",
    "competitor|competitors|competition|competitive|wettbewerb|wettbewerber|konkurrenz|concurrents|concurrence|competencia|competidores",
  ],
  ["partner", "partner|partners|partner news|partnerships|partenaires|socios"],
  ["market", "market|the market|market news|trends|market trends|markt|marché|mercado"],
  ["technology", "tech|technology|technologies|tools|tooling|tech news|technik|technologien|technologie|tecnología"],
];

const phrases = new Map<string, SectionKind>();
for (const [kind, words] of lists)
  for (const phrase of words.split("|")) if (!phrases.has(phrase)) phrases.set(phrase, kind);

const beginnings: readonly [string, SectionKind][] = [
  ["action items ", "steps"],
  ["next steps ", "steps"],
  ["todo ", "steps"],
  ["to do ", "steps"],
  ["to do:", "steps"],
  ["follow ups ", "steps"],
  ["follow-ups ", "steps"],
  ["things to do", "steps"],
  ["what i need to do", "steps"],
  ["what we do next", "steps"],
  ["what i promised", "steps"],
  ["promised ", "steps"],
  ["nächste schritte ", "steps"],
  ["aufgaben ", "steps"],
  ["attendees ", "people"],
  ["people ", "people"],
  ["decisions ", "decisions"],
  ["parking lot ", "parked"],
  ["done ", "done"],
  ["key takeaways ", "advice"],
  ["takeaways ", "advice"],
  ["tips for ", "advice"],
  ["how to ", "advice"],
  ["best practices ", "advice"],
  ["what went well ", "working"],
  ["lessons learned ", "learned"],
];
const ends: readonly [string, SectionKind][] = [
  [" next steps", "steps"],
  [" action items", "steps"],
  [" todo", "steps"],
  [" todos", "steps"],
  [" to do", "steps"],
  [" follow ups", "steps"],
  [" follow-ups", "steps"],
  [" to read", "look"],
  [" to check", "look"],
  [" to check out", "look"],
  [" to look into", "look"],
  [" to try", "look"],
  [" takeaways", "advice"],
  [" tips", "advice"],
  [" best practices", "advice"],
  [" attendees", "people"],
  [" agenda", "agenda"],
];

const kindLists: readonly [StepKind, string][] = [
  [
    "call",
    "call|calls|to call|calls to make|to ring|phone|phone calls|anrufe|anrufen|telefonate|llamadas|por llamar|llamar|appels|à appeler|appeler",
  ],
  [
    "email",
    "mail|mails|email|emails|e-mails|to mail|to email|mails to send|emails to send|send|to send|correos|à envoyer|waiting for|waiting on|waiting",
  ],
  [
    "message",
    "messages|message|to message|messages to send|to chase|chase|to ping|to ask|ask|relances|à relancer|nachfassen",
  ],
  ["meet", "to meet|meet|diary|dates|appointments|meetings to set up|termine|citas|rendez-vous"],
  [
    "investigate",
    "to read|reading list|read|to check|check|to check out|check out|to look into|look into|to look up|look up|to try|try|to try out|to test|to watch|watch|to research|to investigate|to explore|things to check|things to check out|things to try|things to look into|things to read|tech to check|tools to try|papers to read|books to read|read later|watch later|look up later|companies to look into|companies to check|zu lesen|anschauen|ausprobieren|prüfen|à lire|à tester|à vérifier|à creuser|para leer|para mirar|para probar|por revisar|por leer",
  ],
  ["write", "to write|write|to draft|texts to write|schreiben|à écrire|por escribir"],
  ["share", "to share|share|tell the team|bring back|for the team"],
  ["introduce", "intros|introductions|intros to make|introduce|to introduce"],
  ["do", "buy|to buy|shopping|book|to book|errands|einkaufen|à acheter|por comprar"],
];
const kinds = new Map<string, StepKind>();
for (const [kind, words] of kindLists) for (const phrase of words.split("|")) kinds.set(phrase, kind);

// The first and last words of all known phrases, for the cheap look.
const firsts = new Set<string>();
const lasts = new Set<string>();
const boardWords =
  "wall list lists board column flipchart section part group sticky stickies the our my some new open unsere meine nos mes nuestros mis";
for (const word of boardWords.split(" ")) firsts.add(word);
for (const phrase of [...phrases.keys(), ...kinds.keys(), ...beginnings.map(([start]) => start)]) {
  firsts.add(firstWord.exec(phrase)?.[0] ?? "");
}
for (const [end] of ends) lasts.add(end.slice(end.lastIndexOf(" ") + 1));
for (const phrase of phrases.keys()) lasts.add(phrase.slice(phrase.lastIndexOf(" ") + 1));
