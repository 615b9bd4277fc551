import type { StepKind } from "#domain/model/step.ts";
import type { Language } from "#domain/model/language.ts";

/**
 * What verbs say of the kind of an act, in plain form (`folded`), by language; a star stands for any ending. It is asked
 * for acts whose verb the table of acts does not know, or says nothing of itself ("machen", "faire"). Our own list.
 */
const table: readonly [Language, StepKind, string][] = [
  ["en", "call", "telephon* phone phones phoning ring rings ringing call calls calling dial facetime buzz"],
  ["en", "email", "send sends sending mail mails mailing e-mail* email* forward* fwd resend* submit*"],
  [
    "en",
    "message",
    "ask asks asking tell tells telling ping* dm* text texts texting remind* notify notif* inform* answer* reply replies replying respond* thank* apologis* apologiz* warn* chase chases chasing nudge*",
  ],
  ["en", "meet", "meet meets meeting visit visits visiting lunch* dine* attend* travel*"],
  [
    "en",
    "investigate",
    "check checks checking chk look looks looking read reads reading test tests testing try tries trying measur* research* investigat* verif* compar* examin* study studies explor* inspect* audit* skim* browse* evaluat* assess* analys* analyz*",
  ],
  [
    "en",
    "write",
    "write writes writing draft* type types typing word words wording rephras* rewrit* amend* redraw* fill fills filling summaris* summariz* compose* formulat* jot* transcrib* update* document*",
  ],
  ["en", "introduce", "introduc* intro intros"],
  ["de", "call", "anruf* anzuruf* zuruckruf* zuruckzuruf* telefonier* durchruf* durchklingel* anklingel*"],
  [
    "de",
    "email",
    "schick* zuschick* zuzuschick* abschick* mitschick* verschick* send* zusend* versend* ubersend* mail* weiterleit* weiterzuleit* nachreich* ubermittel* zukommen ruberschick* heruberschick* herueberschick* herueberzuschick* heruberzuschick* nachlief* zumail* forward*",
  ],
  [
    "de",
    "message",
    "frag* nachfrag* nachzufrag* anfrag* melden meldet melde meld zuruckmeld* antwort* beantwort* erinner* bescheid informier* benachrichtig* zusag* abzusag* absag* anschreib* anzuschreib* ausricht* bedank* nachhak* nachzuhak* mitteil* mitzuteil* sagen sagt sag sage anping*",
  ],
  [
    "de",
    "meet",
    "treff* besuch* vorbeikomm* vorbeischau* vorbeigeh* vorbeifahr* vorbeizukomm* zusammensetz* zusammenzusetz* zuhor* hinfahr* hingeh* besprech* sprech* red reden rede",
  ],
  [
    "de",
    "investigate",
    "pruf* uberpruf* nachpruf* nachseh* nachzuseh* nachschau* nachzuschau* nachles* nachzules* lesen liest durchles* anschau* anzuschau* anseh* anzuseh* durchseh* durchgeh* test* ausprobier* auszuprobier* probier* heraussuch* rauszusuch* raussuch* herauszusuch* heraussuch* herausfind* herauszufind* rausfind* recherchier* vergleich* vergl messen misst nachmess* zahlt zahlen nachzahl* klart klaren klare abklar* abzuklar* gegenles* checkt checken check checke guck* anguck* nachguck* untersuch* begutacht* auswert* auszuwert* rausbekomm* herausbekomm*",
  ],
  [
    "de",
    "write",
    "schreib* aufschreib* aufzuschreib* zusammenschreib* umschreib* verfass* formulier* umformulier* entwerf* entwirft skizzier* ausfull* auszufull* zusammenfass* zusammenzufass* protokollier* aufsetz* aufzusetz* dokumentier* ausarbeit* auszuarbeit* notier* texte* uberarbeit* abtipp*",
  ],
  ["de", "introduce", "bekanntmach* zusammenbring* zusammenzubring* vernetz* vermittel*"],
  ["de", "share", "veroffentlich* herumzeig*"],
  ["fr", "call", "appel* appelle* rappell* telephon* retelephon*"],
  [
    "fr",
    "email",
    "envoy* envoi* envoie* enverr* renvoy* renvoi* renvoie* renverr* transmet* transmis transfer* adresse adresser adressera adresserai fournir fournit expedi*",
  ],
  [
    "fr",
    "message",
    "demand* redemand* dire dis dit dira repondre repond reponds repondra relanc* previen* prevenir informer informe remerci* contact* recontact* signal* avert* annonc*",
  ],
  [
    "fr",
    "meet",
    "rencontr* visit* retrouv* dejeun* dine diner rejoin* passer passe passerai passera viendra venir vienne viendrai voir verra verrai",
  ],
  [
    "fr",
    "investigate",
    "verifi* regard* lire lis lit lira relire relit relis relu essay* essai* essaie* test* cherch* recherch* compar* mesur* consult* etudi* creus* recuper* examin* controle* tenter eprouv* evalu* renseign* feuillet* decouvr*",
  ],
  [
    "fr",
    "write",
    "ecri* redig* rempli* resum* synthetis* formul* reformul* propose proposer refaire prepar* pond pondre rediger documenter noter note",
  ],
  ["fr", "share", "publi* raconter raconte racontera diffus* partag*"],
  ["es", "call", "llam* telefon* marque marco marcar marca marcara marcare"],
  ["es", "email", "envi* mand* reenvi* remit* pasar pasa paso pase pasara pasare trasladar facilit* adjunt*"],
  [
    "es",
    "message",
    "avis* dec* dice digo dile diga dira dire decir pregunt* pedir pide pido pida pedira contest* respond* recuerd* recordar agradec* coment* informar informa inform* reclam*",
  ],
  [
    "es",
    "meet",
    "visit* reunir* reun* quedar quedo queda vernos verme verse hablar habl* comer comemos cenar acudir asistir asist* encontr* entrevist* charl* desayun*",
  ],
  [
    "es",
    "investigate",
    "mir* revis* comprob* comprueb* busc* leer lee leo lea leera prob* prueb* averigu* compar* medir mide mido consult* chec* estudi* verific* examin* investig* analiz* rastre* sondear sondea cotej* enterar* entera entero",
  ],
  ["es", "write", "escrib* redact* rellen* resum* reseñ* resen* actualiz* prepar* elabor* apunt* anot* document*"],
  ["es", "share", "public* compart* contar cuenta cuento conta* divulg* difund* colgar cuelg*"],
];

interface Forms {
  exact: Map<string, StepKind>;
  stems: Map<string, StepKind>;
}

/** Shorter stems would take in too much. */
const stemMin = 3;

function arrange(): ReadonlyMap<Language, Forms> {
  const byLanguage = new Map<Language, Forms>();
  for (const [language, kind, words] of table) {
    const forms = byLanguage.get(language) ?? {
      exact: new Map<string, StepKind>(),
      stems: new Map<string, StepKind>(),
    };
    byLanguage.set(language, forms);
    for (const word of words.split(" ")) {
      if (word.endsWith("*")) forms.stems.set(word.slice(0, -1), kind);
      else forms.exact.set(word, kind);
    }
  }
  return byLanguage;
}

let arranged: ReadonlyMap<Language, Forms> | undefined;

/** The kind that a word says as a verb of a language; null where it says none. `plain` is folded. */
export function kindOfVerb(plain: string, language: Language): StepKind | null {
  arranged ??= arrange();
  const forms = arranged.get(language);
  if (forms === undefined || plain.length < 2) return null;
  const word = language === "es" ? withoutClitics(plain) : plain;
  const exact = forms.exact.get(word);
  if (exact !== undefined) return exact;
  for (let length = Math.min(word.length, 16); length >= stemMin; length -= 1) {
    const kind = forms.stems.get(word.slice(0, length));
    if (kind !== undefined) return kind;
  }
  return null;
}

/** "mandarle", "pedirlos", "presentarnos": the infinitive without its pronouns. */
function withoutClitics(word: string): string {
  return /^(\p{L}{1,20}?[aei]r)(?:[mts]e|les?|l[ao]s?|nos){1,2}$/u.exec(word)?.[1] ?? word;
}

/** German verbs in two words ("ruft ... an"): the start of the verb, the word at the end, and what the two say. */
const separable: readonly [RegExp, RegExp, StepKind][] = [
  [/^(?:ruf|riefe?|klingel)/u, /^(?:an|zuruck|durch)$/u, "call"],
  [
    /^(?:schick|send|leit|mail|reich|liefer)/u,
    /^(?:zu|weiter|nach|ruber|heruber|ein|her|mit|rum|raus|durch)$/u,
    "email",
  ],
  [/^(?:schau|seh|sieh|guck|kuck)/u, /^(?:vorbei|rein|herein)$/u, "meet"],
  [/^(?:schau|seh|sieh|guck|kuck|lese?|lies)/u, /^(?:an|nach|durch|hinein|drauf|druber)$/u, "investigate"],
  [/^(?:such|find|frag|krieg|bekomm)/u, /^(?:raus|heraus)$/u, "investigate"],
  [/^(?:probier|test)/u, /^(?:aus|durch)$/u, "investigate"],
  [/^(?:setz|setzt)/u, /^(?:auf)$/u, "write"],
  [/^(?:full|schreib|fass|arbeit)/u, /^(?:aus|auf|zusammen|um|nieder|ein)$/u, "write"],
  [/^(?:schreib|frag|sprech|sprich|ping)/u, /^(?:an|nach)$/u, "message"],
  [/^(?:hak|frag|sag|richt|teil|geb|gib)/u, /^(?:nach|zu|ab|aus|mit|bescheid)$/u, "message"],
  [/^(?:komm|fahr|geh|lauf)/u, /^(?:vorbei|hin|ruber|heruber|her|mit)$/u, "meet"],
  [/^(?:setz)/u, /^(?:zusammen)$/u, "meet"],
  [/^(?:bring)/u, /^(?:zusammen)$/u, "introduce"],
  [/^(?:mach)/u, /^(?:bekannt)$/u, "introduce"],
  [/^(?:meld)/u, /^(?:an|ab|um)$/u, "do"],
  [/^(?:stell)/u, /^(?:vor)$/u, "introduce"],
];

/** The kind of a German verb in two words, the second of which ends its clause; null where the two make none. */
export function kindOfSeparable(verb: string, last: string): StepKind | null {
  for (const [start, end, kind] of separable) if (start.test(verb) && end.test(last)) return kind;
  return null;
}
