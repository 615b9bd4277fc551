import type { StepKind } from "#domain/model/step.ts";
import type { Language } from "#domain/model/language.ts";

/**
 * How a verb stands: `base` is the bare form (English "send", the infinitive elsewhere), `first` and `third` are
 * present forms of I and of he or she outside English, `s` the English third person, `ing`, `past`.
 */
export type VerbForm = "base" | "first" | "third" | "s" | "ing" | "past";

/**
 * How much a bare act of this verb says about being one's own errand: `contact` turns to a person, `errand` is a
 * chore of daily work, `look` finds something out, `make` produces something, `general` is as often advice.
 */
export type VerbClass = "contact" | "errand" | "look" | "make" | "general";

export interface Verb {
  lemma: string;
  form: VerbForm;
  language: Language;
  kind: StepKind;
  class: VerbClass;
  /** The same word is as often a noun ("call", "review", "plan"). */
  isNounToo: boolean;
  /** Taken for a verb by its place only; no table knows it. */
  isGuess?: true;
}

/** The readings of a lower-case word as a verb, the likeliest first; none for other words. */
export function verbsOf(lower: string): readonly Verb[] {
  const known = verbs.get(lower);
  if (known !== undefined) return known;
  // "redraw", "re-test", "reweight": again what the rest says.
  if (lower.length > 5 && lower.startsWith("re")) {
    const rest = verbs.get(lower.charAt(2) === "-" ? lower.slice(3) : lower.slice(2));
    if (rest !== undefined && rest[0]?.language === "en") return rest;
  }
  return none;
}

/** A verb's second word, where the two make one act ("look into", "follow up", "reach out"). */
export function particleOf(lemma: string, next: string): { kind: StepKind; class: VerbClass } | null {
  return particles.get(lemma)?.get(next) ?? null;
}

const none: readonly Verb[] = [];

// Verb tables: kind and class, then lemmas. A star says that the word is a noun too.
const english: readonly [StepKind, VerbClass, string][] = [
  ["call", "contact", "call* phone* ring* dial facetime"],
  ["email", "contact", "send email* e-mail* mail* forward fwd resend cc"],
  [
    "message",
    "contact",
    "ping* dm* msg message* text* tell ask answer* reply* respond remind notify inform nudge poke contact* chase thank update* " +
      "congratulate apologise apologize reassure whatsapp slack warn confirm",
  ],
  ["meet", "contact", "meet* visit* sync* chat* catch talk* speak interview* lunch* see"],
  [
    "investigate",
    "look",
    "check* chk investigate trace* reproduce read* watch* try* test* research* explore google evaluate study* learn examine verify benchmark* compare " +
      "assess analyse analyze inspect verify trial* pilot* skim listen figure clarify audit* scan* search* reread validate " +
      "understand lookup recheck double-check triage revisit diagnose debug measure* experiment* poc* spike* profile*",
  ],
  [
    "write",
    "make",
    "write draft* review* post* blog* document* publish compose rewrite propose* summarise summarize sketch outline* quote* " +
      "transcribe translate annotate describe comment* list* note* redraft proofread",
  ],
  [
    "share",
    "make",
    "share* present* demo* show announce circulate broadcast evangelise pitch* spread socialise socialize",
  ],
  ["introduce", "contact", "introduce intro* connect"],
  [
    "do",
    "errand",
    "book* order* buy pay register renew cancel print* pack reserve schedule* arrange expense collect return bring drop pick fetch " +
      "subscribe apply enrol enroll rsvp invite* host* recruit hire submit sign file* upload download install scan invoice* reimburse " +
      "refund ship* deliver hand pass fix* order* rent chase move reschedule postpone claim* nominate vote* donate copy* charge* " +
      "transfer* approve confirm organise organize circulate budget* secure source* procure add remove rename merge* close open " +
      "clean* archive* delete assign* replace migrate deploy* retitle convert cherry-pick revert backport bump* tag* label* " +
      "swap* extend cut* land promote* sponsor* join attend translate attach grab finish finalise finalize complete prepare prep* compile gather escalate " +
      "coordinate follow reach plan* loop* propose onboard offboard restart reboot unblock wire rotate retire record* block* " +
      "kick* pin* log* fill enter tidy sort* clear chase repair dust hang pull* push* set* sync* take bring tick get-back request* " +
      "setup* rsvp ticket* scope* cost* price* pilot* license* nail settle resolve hook line",
  ],
  [
    "do",
    "errand",
    "amend append assemble borrow calibrate clip credit* crop decline deduct detach distribute draw* embed erase exchange* extract flag* fold gift glue highlight import* insert iron* laminate lend lift* load* loan* lock* mark* " +
      "mend mix mount mow outsource paint* park* patch* pencil photocopy photograph plant* plug polish populate prune query* quit rank* rebook recalculate recharge reconcile redo refill regenerate rehearse relabel remake repaint " +
      "replay* reproduce reset* resize resubmit retake retest retry reuse reweight sand sew sharpen shortlist* skip solder solve spray* stack* staple stamp* stick* stitch stock* store* strip* substitute* sweep tape* tighten trim* tune* " +
      "type* unpack unsubscribe upgrade* vacuum venmo vet wash water* weigh weld whitelist wipe withdraw haul lay sell cook* dig dry empty hunt* rework sow mop email-back report* pencil weed whittle dismantle",
  ],
  ["write", "make", "prepare-slides"],
  [
    "do",
    "make",
    "create build* design* implement develop produce make* edit* refactor* configure automate train* map* model* rework redesign adapt " +
      "integrate port* provide* contribute craft* launch* release* roll* start* begin continue run* rerun define formalize formalise " +
      "consolidate collate restructure expand improve* refresh* rebuild prototype* instrument introduce-x analyse include enable* disable separate split*",
  ],
  [
    "do",
    "general",
    "use* avoid keep make ensure be have do stop* think* focus* remember measure* let get give* put go* know consider choose want need " +
      "help* work* support* leave find* look* come turn* change* own* lead* drive* handle* manage teach bring allow decide discuss agree " +
      "align identify reduce* increase* optimize optimise protect encourage embrace treat accept reject wait* hold* stay act* offer* " +
      "feel believe hope expect care play* save* spend* eat* bring monitor* track* cover* trust* respect* listen count* limit* invest address* push " +
      "prioritise prioritize delegate celebrate collaborate wrap* welcome suggest appoint name* negotiate carry pursue raise rise explain point",
  ],
];

const irregular: Readonly<Record<string, { past: string; ing?: string; s?: string }>> = {
  send: { past: "sent" },
  resend: { past: "resent" },
  ring: { past: "rang rung" },
  tell: { past: "told" },
  meet: { past: "met" },
  see: { past: "saw seen" },
  speak: { past: "spoke spoken" },
  catch: { past: "caught" },
  read: { past: "read" },
  write: { past: "wrote written", ing: "writing" },
  rewrite: { past: "rewrote rewritten", ing: "rewriting" },
  find: { past: "found" },
  make: { past: "made" },
  do: { past: "did done", s: "does" },
  have: { past: "had", s: "has", ing: "having" },
  be: { past: "was were been", s: "is", ing: "being" },
  go: { past: "went gone", s: "goes" },
  get: { past: "got gotten", ing: "getting" },
  give: { past: "gave given" },
  take: { past: "took taken" },
  put: { past: "put", ing: "putting" },
  set: { past: "set", ing: "setting" },
  let: { past: "let", ing: "letting" },
  cut: { past: "cut", ing: "cutting" },
  buy: { past: "bought" },
  pay: { past: "paid" },
  bring: { past: "brought" },
  think: { past: "thought" },
  know: { past: "knew known" },
  learn: { past: "learned learnt" },
  teach: { past: "taught" },
  build: { past: "built" },
  lead: { past: "led" },
  leave: { past: "left" },
  keep: { past: "kept" },
  come: { past: "came" },
  begin: { past: "began begun", ing: "beginning" },
  run: { past: "ran run", ing: "running" },
  drive: { past: "drove driven" },
  understand: { past: "understood" },
  hold: { past: "held" },
  show: { past: "showed shown" },
  choose: { past: "chose chosen" },
  split: { past: "split", ing: "splitting" },
  feel: { past: "felt" },
  eat: { past: "ate eaten" },
  hang: { past: "hung" },
  spend: { past: "spent" },
  rebuild: { past: "rebuilt" },
  reread: { past: "reread" },
  redo: { past: "redid redone", s: "redoes" },
  lend: { past: "lent" },
  draw: { past: "drew drawn" },
  sell: { past: "sold" },
  lay: { past: "laid", ing: "laying" },
  stick: { past: "stuck" },
  sew: { past: "sewed sewn" },
  withdraw: { past: "withdrew withdrawn" },
  remake: { past: "remade" },
  retake: { past: "retook retaken" },
  sweep: { past: "swept" },
  reset: { past: "reset", ing: "resetting" },
  swap: { past: "swapped", ing: "swapping" },
};

// Final consonants double in these ("ping" does not).
const doubling = new Set(
  "chat plan ship drop grab tag pin log map cut run set swap scan stop prep bump submit split get put let begin refer cancel label model skim wrap unblock dm strip trim clip crop mop flag quit".split(
    " ",
  ),
);
doubling.delete("bump");
doubling.delete("unblock");
doubling.delete("dm");

interface Foreign {
  language: Language;
  kind: StepKind;
  class: VerbClass;
  /** Infinitive(s). */
  base: string;
  first: string;
  third: string;
  past: string;
}

function foreign(language: Language, kind: StepKind, verbClass: VerbClass, forms: string): Foreign {
  const [base = "", first = "", third = "", past = ""] = forms.split("/");
  return { language, kind, class: verbClass, base, first, third, past };
}

const others: readonly Foreign[] = [
  foreign(
    "de",
    "email",
    "contact",
    "schicken zuschicken senden zusenden mailen weiterleiten zukommen/schicke schick sende send maile send maile leite/schickt sendet mailt leitet/geschickt gesendet gemailt weitergeleitet",
  ),
  foreign(
    "de",
    "call",
    "contact",
    "anrufen telefonieren zurückrufen/rufe ruf telefoniere telefonier/ruft telefoniert/angerufen telefoniert zurückgerufen",
  ),
  foreign(
    "de",
    "message",
    "contact",
    "fragen nachfragen anschreiben antworten melden informieren erinnern anpingen nachhaken erzählen bescheidgeben sagen ansprechen bedanken klären abklären/frage frag antworte antwort melde meld informiere erinnere sage bedanke kläre/fragt antwortet meldet informiert erinnert sagt klärt/gefragt erzählt geantwortet gemeldet informiert erinnert gesagt geklärt",
  ),
  foreign(
    "de",
    "meet",
    "contact",
    "treffen besuchen sprechen abstimmen/treffe besuche spreche/trifft besucht spricht/getroffen besucht gesprochen",
  ),
  foreign(
    "de",
    "investigate",
    "look",
    "prüfen ansehen anschauen lesen testen ausprobieren recherchieren nachschauen nachsehen nachlesen herausfinden checken durchlesen evaluieren/prüfe lese teste recherchiere schaue schau checke check/prüft liest testet recherchiert schaut checkt/geprüft gelesen getestet recherchiert angeschaut",
  ),
  foreign(
    "de",
    "write",
    "make",
    "schreiben verfassen formulieren entwerfen dokumentieren zusammenfassen aufschreiben/schreibe schreib verfasse formuliere entwerfe/schreibt verfasst formuliert/geschrieben verfasst",
  ),
  foreign(
    "de",
    "share",
    "make",
    "teilen vorstellen präsentieren zeigen/teile präsentiere zeige/teilt präsentiert zeigt/geteilt vorgestellt präsentiert gezeigt",
  ),
  foreign(
    "de",
    "introduce",
    "contact",
    "vernetzen bekanntmachen verbinden/vernetze verbinde stelle/vernetzt verbindet stellt/vernetzt verbunden",
  ),
  foreign(
    "de",
    "do",
    "errand",
    "buchen bestellen kaufen bezahlen anmelden organisieren planen vorbereiten besorgen erledigen vereinbaren ausmachen reservieren drucken einreichen abgeben unterschreiben hochladen verschieben absagen kündigen abrechnen einladen übernehmen leihen ausleihen tauschen einrichten aufräumen herrichten verlängern gründen kümmern erstellen bauen liefern bringen mitbringen holen abholen machen aktualisieren ausfüllen verlängern aufsetzen einplanen/buch buche bestelle bestell kaufe kauf bezahle organisiere plane bereite besorge erledige vereinbare reserviere drucke übernehme kümmere erstelle baue liefere bringe hole hol mache mach aktualisiere lade/bucht bestellt kauft bezahlt organisiert plant bereitet besorgt erledigt vereinbart reserviert druckt übernimmt kümmert erstellt baut liefert bringt holt macht aktualisiert lädt gibt leiht tauscht spielt sucht richtet stellt/gebucht bestellt gekauft bezahlt organisiert geplant besorgt erledigt vereinbart übernommen erstellt gebaut geliefert gebracht geholt gemacht",
  ),
  foreign(
    "fr",
    "email",
    "contact",
    "envoyer renvoyer transmettre transférer mailer/envoie renvoie transmets transfère/envoie renvoie transmet transfère/envoyé transmis",
  ),
  foreign(
    "fr",
    "call",
    "contact",
    "appeler rappeler téléphoner/appelle rappelle téléphone/appelle rappelle téléphone/appelé rappelé",
  ),
  foreign(
    "fr",
    "message",
    "contact",
    "demander dire répondre contacter relancer prévenir informer parler écrire-à remercier recontacter texter/demande parle dis réponds contacte relance préviens remercie/demande parle dit répond contacte relance prévient/demandé dit répondu contacté relancé",
  ),
  foreign(
    "fr",
    "meet",
    "contact",
    "rencontrer voir visiter retrouver/rencontre vois visite retrouve/rencontre voit visite retrouve/rencontré vu visité",
  ),
  foreign(
    "fr",
    "investigate",
    "look",
    "vérifier regarder lire tester essayer étudier chercher évaluer creuser/vérifie regarde lis teste essaie étudie cherche/vérifie regarde lit teste essaie étudie cherche/vérifié regardé lu testé essayé",
  ),
  foreign(
    "fr",
    "write",
    "make",
    "écrire rédiger préparer proposer résumer/écris rédige prépare propose résume/écrit rédige prépare propose/écrit rédigé préparé",
  ),
  foreign(
    "fr",
    "share",
    "make",
    "partager présenter montrer/partage présente montre/partage présente montre/partagé présenté montré",
  ),
  foreign("fr", "introduce", "contact", "introduire/introduis/introduit/introduit"),
  foreign(
    "fr",
    "do",
    "errand",
    "ouvrir remplir refaire remettre rendre déposer renouveler réserver commander acheter payer inscrire organiser planifier prévoir faire mettre finir signer imprimer annuler inviter apporter caler fixer prendre remplir livrer/ouvre remplis rends dépose réserve commande achète paie organise planifie fais mets finis signe invite prends/ouvre remplit rend dépose renouvelle réserve commande achète paie organise fait met finit signe invite prend/réservé commandé acheté payé organisé fait mis fini signé",
  ),
  foreign(
    "es",
    "email",
    "contact",
    "enviar mandar reenviar enviarle mandarle enviarles mandarles/envío mando reenvío/envía manda reenvía/enviado mandado",
  ),
  foreign("es", "call", "contact", "llamar llamarle telefonear/llamo/llama/llamado"),
  foreign(
    "es",
    "message",
    "contact",
    "preguntar decir responder contestar avisar contactar recordar agradecer preguntarle decirle avisarle contactarle pedir pedirle/pregunto digo respondo contesto aviso contacto recuerdo pido/pregunta dice responde contesta avisa contacta recuerda pide/preguntado dicho respondido",
  ),
  foreign(
    "es",
    "meet",
    "contact",
    "quedar reunirse reunirme visitar hablar ver/quedo visito hablo veo/queda visita habla ve/quedado visitado hablado",
  ),
  foreign(
    "es",
    "investigate",
    "look",
    "revisar mirar leer probar investigar comprobar evaluar estudiar verificar/reviso miro leo pruebo investigo compruebo/revisa mira lee prueba investiga comprueba/revisado mirado leído probado",
  ),
  foreign(
    "es",
    "write",
    "make",
    "escribir redactar preparar proponer resumir escribirle/escribo redacto preparo propongo/escribe redacta prepara propone/escrito redactado preparado",
  ),
  foreign(
    "es",
    "share",
    "make",
    "compartir presentar mostrar enseñar/comparto presento muestro/comparte presenta muestra/compartido presentado",
  ),
  foreign("es", "introduce", "contact", "presentarle/presento-a/presenta-a/"),
  foreign(
    "es",
    "do",
    "errand",
    "buscar pasar dejar cambiar montar grabar recoger devolver renovar llevar mover reservar comprar pagar pedir organizar planificar hacer poner terminar firmar imprimir cancelar invitar traer agendar concertar apuntarme apuntar inscribir rellenar entregar/busco paso dejo cambio monto recojo devuelvo renuevo llevo muevo reservo compro pago organizo hago pongo termino firmo invito traigo agendo entrego/busca pasa deja cambia monta graba recoge devuelve renueva lleva mueve reserva compra paga organiza hace pone termina firma invita trae agenda entrega/reservado comprado pagado organizado hecho",
  ),
];

// Two words, one act. After the verb (also with one word between: "follow Ana up" is left out on purpose).
const phrasal: readonly [string, string, StepKind, VerbClass][] = [
  ["look", "into at up for through over", "investigate", "look"],
  ["have", "look", "investigate", "look"],
  ["take", "look", "investigate", "look"],
  ["check", "in", "message", "contact"],
  ["check", "out with", "investigate", "look"],
  ["check", "with", "message", "contact"],
  ["verify", "with", "message", "contact"],
  ["confirm", "with", "message", "contact"],
  ["clarify", "with", "message", "contact"],
  ["find", "out", "investigate", "look"],
  ["dig", "into", "investigate", "look"],
  ["dive", "into", "investigate", "look"],
  ["figure", "out", "investigate", "look"],
  ["read", "up", "investigate", "look"],
  ["play", "with", "investigate", "look"],
  ["go", "through over", "investigate", "look"],
  ["follow", "up", "message", "contact"],
  ["circle", "back", "message", "contact"],
  ["touch", "base", "message", "contact"],
  ["reach", "out", "message", "contact"],
  ["get", "back", "message", "contact"],
  ["come", "back", "message", "contact"],
  ["write", "to", "email", "contact"],
  ["write", "back", "message", "contact"],
  ["stop", "by in", "meet", "contact"],
  ["pop", "by in over", "meet", "contact"],
  ["come", "by over to", "meet", "contact"],
  ["dig", "out", "investigate", "look"],
  ["see", "if whether what how who which", "investigate", "look"],
  ["get", "touch", "message", "contact"],
  ["connect", "with", "message", "contact"],
  ["link", "up", "meet", "contact"],
  ["let", "know", "message", "contact"],
  ["catch", "up", "meet", "contact"],
  ["meet", "up with", "meet", "contact"],
  ["sit", "down with", "meet", "contact"],
  ["talk", "to with", "meet", "contact"],
  ["speak", "to with", "meet", "contact"],
  ["chat", "to with", "meet", "contact"],
  ["sync", "with up", "meet", "contact"],
  ["go", "see", "meet", "contact"],
  ["write", "up down", "write", "make"],
  ["put", "together", "write", "make"],
  ["send", "over out off on along back round around", "email", "contact"],
  ["ping", "back", "message", "contact"],
  ["call", "back", "call", "contact"],
  ["ring", "back up", "call", "contact"],
  ["call", "up", "call", "contact"],
  ["set", "up", "do", "errand"],
  ["sign", "up off", "do", "errand"],
  ["fill", "in out", "write", "make"],
  ["pick", "up", "do", "errand"],
  ["hand", "over in", "do", "errand"],
  ["loop", "in", "message", "contact"],
  ["bring", "up", "do", "errand"],
  ["drop", "off", "do", "errand"],
  ["drop", "by", "meet", "contact"],
  ["swing", "by", "meet", "contact"],
  ["drop", "line note", "message", "contact"],
  ["chase", "up down", "message", "contact"],
  ["sort", "out", "do", "errand"],
  ["take", "over on offline", "do", "errand"],
  ["work", "out on", "do", "make"],
  ["sleep", "on", "do", "general"],
  ["kick", "off", "do", "errand"],
  ["hook", "up", "introduce", "contact"],
  ["put", "in", "do", "errand"],
  ["give", "call ring", "call", "contact"],
];

const verbs = new Map<string, Verb[]>();
const particles = new Map<string, Map<string, { kind: StepKind; class: VerbClass }>>();

function put(word: string, verb: Verb): void {
  if (word === "") return;
  const list = verbs.get(word);
  if (list === undefined) verbs.set(word, [verb]);
  else if (!list.some((known) => known.form === verb.form && known.language === verb.language)) list.push(verb);
}

function putEnglish(lemma: string, kind: StepKind, verbClass: VerbClass, isNounToo: boolean): void {
  const odd = irregular[lemma];
  const verb = (form: VerbForm): Verb => ({ lemma, form, language: "en", kind, class: verbClass, isNounToo });
  put(lemma, verb("base"));
  put(odd?.s ?? withS(lemma), verb("s"));
  put(odd?.ing ?? withEnding(lemma, "ing"), verb("ing"));
  for (const past of (odd?.past ?? withEnding(lemma, "ed")).split(" ")) if (past !== lemma) put(past, verb("past"));
}

function withS(lemma: string): string {
  if (/(?:[sxz]|ch|sh)$/u.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/u.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

function withEnding(lemma: string, ending: "ing" | "ed"): string {
  if (doubling.has(lemma)) return `${lemma}${lemma.at(-1)}${ending}`;
  if (lemma.endsWith("e"))
    return ending === "ed" ? `${lemma}d` : lemma.endsWith("ee") ? `${lemma}ing` : `${lemma.slice(0, -1)}ing`;
  if (ending === "ed" && /[^aeiou]y$/u.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return lemma + ending;
}

for (const [kind, verbClass, lemmas] of english) {
  for (const word of lemmas.split(" ")) {
    const isNounToo = word.endsWith("*");
    putEnglish(isNounToo ? word.slice(0, -1) : word, kind, verbClass, isNounToo);
  }
}
for (const lemma of ["dig", "dive", "circle", "touch", "link", "sit", "sleep", "swing"])
  putEnglish(lemma, "do", "general", true);
for (const entry of others) {
  for (const form of ["base", "first", "third", "past"] as const) {
    for (const word of entry[form].split(" ")) {
      put(word, {
        lemma: word,
        form,
        language: entry.language,
        kind: entry.kind,
        class: entry.class,
        isNounToo: false,
      });
    }
  }
}
for (const [lemma, nexts, kind, verbClass] of phrasal) {
  const byNext = particles.get(lemma) ?? new Map<string, { kind: StepKind; class: VerbClass }>();
  for (const next of nexts.split(" ")) byNext.set(next, { kind, class: verbClass });
  particles.set(lemma, byNext);
}
