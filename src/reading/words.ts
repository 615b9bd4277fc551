/** Small closed word classes that the grammar of `frames.ts` rests on, in the four languages where they matter. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that stand between a subject and its verb, or before a bare verb, and change nothing. */
export const adverbs = set(
  "also just then quickly please pls plz really definitely certainly probably maybe perhaps possibly likely still now finally first next simply actually even soon asap later immediately hopefully gladly " +
    "kindly both all again directly personally instead afterwards therefore thus briefly shortly eventually absolutely quick better best already only properly once more up at least ideally surely totally formally " +
    "auch noch bitte gleich dann mal nochmal vielleicht evtl eventuell unbedingt kurz aussi encore bientôt peut-être también todavía quizás quizá luego después",
);
/** Words that make a promise or plan tentative (SPEC.md: maybe, might, would, think about, if). */
export const hedges = set(
  "maybe perhaps possibly might may probably potentially hopefully likely vielleicht evtl eventuell möglicherweise könnte würde peut-être éventuellement quizás quizá tal-vez acaso perhaps ideally tentatively",
);
export const determiners = set(
  "a an the this that these those my our your his her its their some any each every all both another no which what der die das den dem des ein eine einen einem einer mein meine meinen unser unsere le la les un une des du mon ma mes notre nos ce cette el los las una unos unas mi mis nuestro nuestra",
);
export const prepositions = set(
  "of in on at for with from by about into over under between through during after before against without within along across behind beyond near since until via per than as re w w/ mit von für bei nach vor über unter aus zu zum zur ohne gegen durch de à dans sur pour par avec sans chez entre en por para con sin sobre desde hasta",
);
export const conjunctions = set(
  "and & + or then so but plus also und oder sowie dann et ou puis mais y e o pero luego",
);
/** After these an independent reason or circumstance begins; the act ends before them. */
export const closers = set(
  "because since although though whereas but while which who whose unless otherwise weil da obwohl aber denn damit sodass parce puisque mais car afin porque pero aunque ya-que so",
);
export const meWords = set("i me myself ich mir mich je j' me m' moi yo mí me");
export const weWords = set("we us wir uns nous on nosotros nosotras nos");
export const youWords = set("you u ya one du man vous tu usted ustedes");
export const sheWords = set("he she er sie il elle él ella");
export const theyWords = set("they ils elles ellos ellas");
export const thingWords = set(
  "it this that there these those what which who es das dies ça cela ce eso esto everything nothing something anything",
);
export const themWords = set("him her them ihn ihr ihm ihnen lui leur les le la lo los las");
export const beWords = set("am is are was were be been 'm 's 're ist sind bin war est sont suis était es está son soy");

/** People named by what they do: as a subject they act, as "the team will" says. */
export const roleWords = set(
  "pa team manager boss colleague colleagues cto ceo cfo coo cio cmo vp legal marketing sales finance hr engineer engineers guy lady woman man organiser organizer organisers organizers lead leads chair chairs rep host " +
    "assistant intern procurement everyone everybody all someone somebody folks people members member owner owners secretary admin pm partner supplier vendor lawyer designer director head contact recruiter " +
    "chef chefin team kollege kollegin équipe collègue jefe jefa equipo compañero compañera group board committee security ops support it engineering contribex council staff office reviewer reviewers volunteers volunteer maintainers author authors",
);

/** Capitalised words that begin sentences or name no person. */
export const plainCapitals = set(
  "i we you he she they it the a an this that these those there here what which who when where why how if and but or so then also not no yes all some any each every most many more first second third next last new old good great nice big small " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mon tue wed thu fri sat sun " +
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo " +
    "today tomorrow tonight yesterday week month q1 q2 q3 q4 day days morning afternoon evening lunch dinner breakfast keynote session sessions talk talks workshop panel agenda note notes todo action actions ai item question answer idea ideas plan goal goals need needs want going still now one two three four five " +
    "once after before because since while as at by for from in of on to with about into over per via another other others everyone everybody someone everything nothing something anything api ml llm cloud data software product products customers customer users user people team teams company companies " +
    "use using get make let lets let's have has had do does did can could should would will might must may be is are was were been being am don't doesn't never always maybe perhaps just only even both either neither my our your his her its their me us them him " +
    "please pls thanks thank ok okay yes yeah well really very too also hey hi hello dear der die das ein eine und oder mit für von bei nach ich wir sie er es le la les un une et ou je nous il elle el los las una y yo él ella nosotros everybody's nobody none",
);

/** Verbs that report what somebody said or agreed, in the forms notes use. */
export const saidWords = set(
  "said says say told tells promised promises promise offered offers agreed agrees agree assured committed confirmed confirms volunteered wrote writes replied answered sagte sagt versprach verspricht versprochen meinte a-dit dit promis propose proposé dijo dice prometió prometido quedó quedamos",
);
/** Verbs that report news or opinions: what follows them is no promise. */
export const newsWords = set(
  "heard hear thinks think thought believes believe claims claim claimed announced announces announce expects expect expected hopes hope hoped predicts predicted guess guesses argued argues rumour rumor mentioned suggests suggested warned warns reckons knows knew showed shows means explains explained noted remarque remarquent trouve rappelle croit pense estime opina cree aconseja recuerda dice sagt meint findet glaubt rêve",
);
export const askWords = set(
  "ask asks asked asking tell told remind reminded request requested beg begged want wants wanted need needs needed expect expects would-like like get got getting have invite invited urge urged push pushed bitte bat bitten gebeten frage demandé demande demander pedí pidió pide pedir pregunta preguntó nudge nudged ping pinged chase chased waiting wait let lets help trust require",
);

/** Nouns for an appointment with somebody (S8) and the kind of step each is. */
export const appointmentNouns: ReadonlyMap<string, "call" | "meet"> = new Map<string, "call" | "meet">([
  ...set("call phonecall phone-call telco telefonat anruf videocall zoom teams-call llamada appel conf-call")
    .values()
    .map((word): [string, "call"] => [word, "call"]),
  ...set(
    "coffee lunch dinner breakfast beer beers drinks drink 1:1 1-1 one-on-one one-to-one 121 1on1 meeting meet meetup catch-up catchup demo visit walk interview appointment chat sync workshop brunch kaffee mittagessen abendessen termin treffen café déjeuner dîner rendez-vous rdv rencontre réunion comida cena cita reunión almuerzo desayuno session charla apéro supervision",
  )
    .values()
    .map((word): [string, "meet"] => [word, "meet"]),
]);

/** What is said of a talk, a call or a meal that was: "good talk with Ana". */
export const judgements: ReadonlySet<string> = set(
  "good great nice lovely interesting brilliant fun funny super excellent wonderful pleasant useful fascinating fruitful productive bad awkward inspiring amazing fantastic helpful insightful gute gutes guter tolle tolles toller nettes netter schönes schöner schöne spannendes spannender interessantes bonne bon belle beau super agréable intéressante intéressant buena buen bonita interesante",
);
