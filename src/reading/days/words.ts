/**
 * The words of days in English, German, French and Spanish, written as `normal` writes them (lower case, no accents).
 * A name that is also an ordinary word carries how much it needs around it before it is believed.
 */

/**
 * `sure` is a day or month wherever it stands. `short` is an abbreviation that is nothing else. `risky` is also
 * another word or a first name (sun, may, Jan) and needs a preposition, a number or its like. `number` needs a
 * number or another date word (fr. mar., es. vie., de. Mi).
 */
export type Trust = "sure" | "short" | "risky" | "number";

export interface Name {
  /** ISO weekday 1-7, or month 1-12. */
  n: number;
  trust: Trust;
}

export const weekdays = names([
  [1, "sure", "monday munday montag lundi lunes"],
  [2, "sure", "tuesday tuseday teusday dienstag mardi martes"],
  [3, "sure", "wednesday mittwoch mercredi miercoles wensday wednsday wendesday"],
  [4, "sure", "thursday donnerstag jeudi jueves thrusday thurday"],
  [5, "sure", "friday fryday firday freitag vendredi viernes"],
  [6, "sure", "saturday saterday samstag sonnabend samedi sabado"],
  [7, "sure", "sunday sonntag dimanche domingo"],
  [1, "risky", "mon"],
  [2, "short", "tue tues"],
  [3, "risky", "wed weds"],
  [4, "short", "thu thur thurs"],
  [5, "short", "fri"],
  [6, "risky", "sat"],
  [7, "risky", "sun"],
  [1, "number", "mo lun"],
  [2, "number", "di mar"],
  [3, "number", "mi mer mie"],
  [4, "number", "do jeu jue"],
  [5, "number", "fr ven vie vend"],
  [6, "number", "sa sam sab"],
  [7, "number", "so dim dom"],
]);

export const months = names([
  [1, "sure", "january januar janner janvier enero januray"],
  [2, "sure", "february februar feber fevrier febrero febuary"],
  [3, "sure", "marz maerz marzo"],
  [4, "sure", "avril abril"],
  [5, "sure", ""],
  [6, "sure", "juni juin junio"],
  [7, "sure", "july juli juillet julio"],
  [8, "sure", "aout agosto"],
  [9, "sure", "september septembre septiembre setiembre"],
  [10, "sure", "october oktober octobre octubre"],
  [11, "sure", "november novembre noviembre"],
  [12, "sure", "december dezember decembre diciembre"],
  [3, "risky", "march mars"],
  [4, "risky", "april"],
  [5, "risky", "may mai mayo"],
  [6, "risky", "june"],
  [8, "risky", "august"],
  [1, "risky", "jan ene janv"],
  [2, "short", "feb febr fev fevr"],
  [3, "number", "mar mrz"],
  [4, "short", "apr avr"],
  [4, "number", "abr"],
  [6, "short", "jun"],
  [7, "short", "jul juil"],
  [8, "short", "aug"],
  [9, "risky", "sep sept"],
  [10, "short", "oct okt"],
  [11, "short", "nov"],
  [12, "short", "dec dez"],
  [12, "number", "dic"],
]);

/** Months that are also first names: "from May" is a person until something says otherwise. */
export const monthsAsNames = words("may april june jan august mai");

/** Days counted from the note's day. */
export const dayWords: ReadonlyMap<string, number> = new Map([
  ...each(0, "today tonight heute heut aujourd'hui hoy tonite 2day"),
  ...each(1, "tomorrow tommorow tommorrow tomorow tmrw tmr tmw tomo tomoz 2moro tmoro morgen demain manana"),
  ...each(2, "ubermorgen uebermorgen"),
  ...each(-1, "yesterday gestern hier ayer"),
  ...each(-2, "vorgestern anteayer antier"),
]);

/** Which one: 0 this, 1 next, 2 the one after next, -1 last. */
export const whichWords: ReadonlyMap<string, number> = new Map([
  ...each(0, "this diese dieser diesen diesem dieses ce cet cette este esta current aktuelle laufende laufenden"),
  ...each(
    1,
    "next nachste nachsten nachster nachstem nachstes naechste naechsten naechster kommende kommenden kommender",
  ),
  ...each(1, "coming upcoming following folgende folgenden prochain prochaine proximo proxima nxt"),
  ...each(2, "ubernachste ubernachsten uebernaechste uebernaechsten"),
  ...each(-1, "last past previous prior letzte letzten letzter letztes vergangene vergangenen dernier derniere"),
  ...each(-1, "passe passee pasado pasada ultimo ultima vorige voriger vorigen"),
]);

/**
 * Of these, the ones that for a weekday mean the coming one. English "next Friday" is the Friday of next week; the
 * dictionaries of the other three languages (Duden, Larousse, RAE) have the nearest one to come.
 */
export const comingWords = words(
  "coming upcoming following nachste nachsten nachster naechste naechsten kommende kommenden folgenden prochain proximo proxima",
);

export type Unit = "day" | "week" | "month" | "quarter" | "year" | "fortnight" | "weekend";

export const units: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...each<Unit>("day", "day days tag tage tagen jour jours dia dias"),
  ...each<Unit>("week", "week weeks wk wks w woche wochen semaine semaines sem semana semanas"),
  ...each<Unit>("month", "month months monat monate monaten monats mois mes meses"),
  ...each<Unit>("quarter", "quarter quarters qtr quartal quartals quartale trimestre trimestres"),
  ...each<Unit>("year", "year years yr yrs jahr jahre jahren jahres an ans annee annees ano anos"),
  ...each<Unit>("fortnight", "fortnight fortnights quincena"),
  ...each<Unit>("weekend", "weekend weekends wochenende wochenendes"),
]);

/** Words before `days` that make them working days. */
export const workingWords = words("working business work weekdays ouvres ouvre ouvrables habiles laborables");
export const workingDayWords = words(
  "werktage werktagen werktag arbeitstage arbeitstagen arbeitstag workdays workday weekdays",
);

export type Part = "early" | "mid" | "late" | "start" | "end" | "firstHalf" | "secondHalf";

/** The parts of a period, each with what may follow it before the period's name. */
export const parts: ReadonlyMap<string, Part> = new Map<string, Part>([
  ...each<Part>("early", "early anfang debut principios inicios comienzos"),
  ...each<Part>("mid", "mid middle mitte mediados milieu"),
  ...each<Part>("late", "late"),
  ...each<Part>("start", "start beginning"),
  ...each<Part>("end", "end ende fin final finales close finals"),
]);

/** Abbreviated and joined ends of periods. */
export const ends: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...each<Unit>("day", "eod eob cob cop eobd"),
  ...each<Unit>("week", "eow wochenschluss"),
  ...each<Unit>("month", "eom monatsende"),
  ...each<Unit>("quarter", "eoq quartalsende"),
  ...each<Unit>("year", "eoy jahresende"),
]);

export const numbers: ReadonlyMap<string, number> = new Map([
  ...each(1, "a an one ein eine einem einen einer un une una uno"),
  ...each(2, "two zwei deux dos couple"),
  ...each(3, "three drei trois tres"),
  ...each(4, "four vier quatre cuatro"),
  ...each(5, "five funf fuenf cinq cinco"),
  ...each(6, "six sechs seis"),
  ...each(7, "seven sieben siete sept"),
  ...each(8, "eight acht huit ocho"),
  ...each(9, "nine neun neuf nueve"),
  ...each(10, "ten zehn dix diez"),
  ...each(11, "eleven elf onze once"),
  ...each(12, "twelve zwolf zwoelf douze doce"),
  ...each(14, "fourteen vierzehn quatorze catorce"),
  ...each(15, "fifteen funfzehn quinze quince"),
  ...each(20, "twenty zwanzig vingt veinte"),
  ...each(21, "twentyone"),
  ...each(30, "thirty dreissig trente treinta"),
  ...each(60, "sixty"),
  ...each(90, "ninety"),
]);

/** A number nobody gave: "in a few weeks" names no day. */
export const vagueNumbers = words("few several some paar einige quelques varios varias unos unas pocos pocas");

export const ordinals: ReadonlyMap<string, number> = new Map([
  ...each(1, "first ersten erste erstes erster premier premiere primer primero primera"),
  ...each(2, "second zweiten zweite zweites deuxieme segundo segunda"),
  ...each(3, "third dritten dritte drittes troisieme tercer tercero tercera"),
  ...each(4, "fourth vierten vierte viertes quatrieme cuarto"),
  ...each(5, "fifth funften"),
  ...each(6, "sixth"),
  ...each(7, "seventh"),
  ...each(8, "eighth"),
  ...each(9, "ninth"),
  ...each(10, "tenth"),
  ...each(11, "eleventh"),
  ...each(12, "twelfth"),
  ...each(13, "thirteenth"),
  ...each(14, "fourteenth"),
  ...each(15, "fifteenth"),
  ...each(16, "sixteenth"),
  ...each(17, "seventeenth"),
  ...each(18, "eighteenth"),
  ...each(19, "nineteenth"),
  ...each(20, "twentieth"),
  ...each(30, "thirtieth"),
]);

/** Parts of a day; they belong to the words and change nothing about the day. */
export const dayParts = words(
  "morning mornings afternoon evening night noon midday midnight lunchtime lunch breakfast dinner am pm " +
    "fruh frueh morgen vormittag vormittags mittag mittags nachmittag nachmittags abend abends nacht matin soir midi tarde noche",
);

/** Words that make what follows them a repeat and no single day. */
export const repeats = words(
  "every each jeden jede jedes jeder chaque cada tous toutes todos todas alle biweekly weekly",
);

/**
 * Small words that may follow a day without making it something else: "on the 9th we ..." is a day, "the 9th
 * edition" is none.
 */
export const plainFollowers = words(
  "a an and or but so if when while because since as at in on to for from with by of the this that these those then than " +
    "i i'll i'd i'm i've we we'll we're you you'll he he'll she she'll they they'll it it's who which what where there here " +
    "is are was were will would should can could must shall may might has have had do does did not no my our your his her their its " +
    "please via about around until till before after per let let's also both either again instead too ok maybe " +
    "und oder aber weil wenn dass ich wir er sie es ihr du mit an auf im in am um bei zu zum zur fur von vom ist sind war wird werden soll nicht noch bitte dann da " +
    "et ou mais si car je j'ai nous vous il elle ils elles on avec pour dans chez sur a au aux est sont sera de du des le la les ne pas puis " +
    "y o pero con para por yo tu nosotros ellos el los las un una es son sera en al del no se",
);

/** Nouns after which an ordinal counts something other than days. */
export const countedNouns = words(
  "floor edition street st avenue ave version time times year years hour century grade place row slide page chapter session talk " +
    "speaker item point person anniversary annual generation largest biggest most quarter round iteration attempt one party " +
    "heure heures hora stunde gen note step stage phase sprint release booth stand room level stock auflage mal platz etage sitzung fois edicion piso vez",
);

/** Function words that tell a passage's language where a short word is a day in one and a plain word in another. */
export const languageWords: ReadonlyMap<string, "de" | "fr" | "es"> = new Map<string, "de" | "fr" | "es">([
  ...each<"de" | "fr" | "es">(
    "de",
    "und der die das dem den ist nicht mit fur von bis zum zur wir ich auf auch noch bei nach uber einen eine wird werden soll kw vor ab im vom am spatestens sowie bitte termin angebot",
  ),
  ...each<"de" | "fr" | "es">(
    "fr",
    "le les des du est et pour avec dans une qui sur pas nous vous aux chez envoyer rappeler avant d'ici jusqu'au jusqu'a jeudi vendredi lundi mardi mercredi",
  ),
  ...each<"de" | "fr" | "es">(
    "es",
    "el los las del y con para por una que enviar llamar antes hasta lunes martes jueves viernes",
  ),
]);

export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

function each<T>(value: T, list: string): [string, T][] {
  return list.split(" ").map((word) => [word, value]);
}

function names(rows: readonly (readonly [number, Trust, string])[]): ReadonlyMap<string, Name> {
  return new Map(rows.flatMap(([n, trust, list]) => (list === "" ? [] : each<Name>({ n, trust }, list))));
}
