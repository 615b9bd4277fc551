/** What a word may say in a phrase about repeating; `small` words join the others and say nothing. */
export type Meaning =
  | { is: "every" }
  | { is: "number"; n: number }
  | { is: "ordinal"; n: number }
  | { is: "weekday"; day: Weekday; isPlural: boolean }
  | { is: "unit"; unit: Unit }
  | { is: "worked" }
  | { is: "adverb"; unit: Unit; each: number }
  | { is: "and" }
  | { is: "small" };

export type Unit = "day" | "week" | "month" | "quarter" | "year";
export type Weekday = "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";
export const weekdays: readonly Weekday[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Words in English, German, French and Spanish, without their accents, and what each means. */
const words: readonly [Meaning, string][] = [
  [{ is: "every" }, "every each jeden jede jedes jeder jedem alle chaque tous toutes cada todos todas once einmal"],
  [{ is: "number", n: 2 }, "two zwei deux dos"],
  [{ is: "number", n: 3 }, "three drei trois tres"],
  [{ is: "number", n: 4 }, "four vier quatre cuatro"],
  [{ is: "number", n: 6 }, "six sechs seis"],
  [{ is: "ordinal", n: 1 }, "first erste ersten erster erstes premier premiere primer primero primera"],
  [{ is: "ordinal", n: 2 }, "second other zweite zweiten zweiter zweites deuxieme second seconde segundo segunda"],
  [{ is: "ordinal", n: 3 }, "third dritte dritten dritter drittes troisieme tercer tercero tercera"],
  [{ is: "ordinal", n: 4 }, "fourth vierte vierten vierter viertes quatrieme cuarto cuarta"],
  [{ is: "ordinal", n: -1 }, "last letzte letzten letzter letztes dernier derniere ultimo ultima"],
  [{ is: "unit", unit: "day" }, "day days tag tage tagen tages jour jours dia dias"],
  [{ is: "unit", unit: "week" }, "week weeks woche wochen semaine semaines semana semanas"],
  [{ is: "unit", unit: "month" }, "month months monat monate monaten monats mois mes meses"],
  [{ is: "unit", unit: "quarter" }, "quarter quarters quartal quartale quartals trimestre trimestres"],
  [{ is: "unit", unit: "year" }, "year years jahr jahre jahren jahres an ans annee annees ano anos"],
  [
    { is: "worked" },
    "weekday weekdays workday workdays werktag werktags werktage arbeitstag arbeitstags arbeitstage working business ouvre ouvres ouvrable ouvrables laborable laborables habil habiles",
  ],
  [{ is: "adverb", unit: "day", each: 1 }, "daily taglich quotidiennement diariamente"],
  [{ is: "adverb", unit: "week", each: 1 }, "weekly wochentlich hebdomadairement semanalmente"],
  [{ is: "adverb", unit: "week", each: 2 }, "fortnightly zweiwochentlich"],
  [{ is: "adverb", unit: "month", each: 1 }, "monthly monatlich mensuellement mensualmente"],
  [{ is: "adverb", unit: "month", each: 3 }, "quarterly vierteljahrlich quartalsweise"],
  [{ is: "adverb", unit: "year", each: 1 }, "yearly annually jahrlich annuellement anualmente"],
  [{ is: "and" }, "and und et y e &"],
  [
    { is: "small" },
    "on the of a per in at am an im des der dem die das pro le la les du de el los las del par por au dia",
  ],
];

const weekdayWords: readonly [Weekday, one: string, many: string][] = [
  ["MO", "monday mon montag lundi lunes", "mondays montags lundis"],
  ["TU", "tuesday tue dienstag mardi martes", "tuesdays dienstags mardis"],
  ["WE", "wednesday wed mittwoch mercredi miercoles", "wednesdays mittwochs mercredis"],
  ["TH", "thursday thu donnerstag jeudi jueves", "thursdays donnerstags jeudis"],
  ["FR", "friday fri freitag vendredi viernes", "fridays freitags vendredis"],
  ["SA", "saturday sat samstag sonnabend samedi sabado", "saturdays samstags samedis sabados"],
  ["SU", "sunday sun sonntag dimanche domingo", "sundays sonntags dimanches domingos"],
];

const meanings = new Map<string, Meaning>();
for (const [meaning, said] of words) {
  // A word of two meanings keeps the first: "second" is an ordinal, "an" a year only where "every" stands before it.
  for (const word of said.split(" ")) if (!meanings.has(word)) meanings.set(word, meaning);
}
for (const [day, one, many] of weekdayWords) {
  for (const word of one.split(" ")) meanings.set(word, { is: "weekday", day, isPlural: false });
  for (const word of many.split(" ")) meanings.set(word, { is: "weekday", day, isPlural: true });
}

/** What a word says; undefined for every other word. A number in figures is a number, or an ordinal where it is written as one. */
export function meaningOf(word: string): Meaning | undefined {
  const [, figures, ending] = /^(\d{1,2})(st|nd|rd|th|er|re|º|ª|\.)?$/i.exec(word) ?? [];
  if (figures !== undefined) return { is: ending === undefined ? "number" : "ordinal", n: Number(figures) };
  return meanings.get(word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\.$/, ""));
}
