import { plain } from "#domain/model/plain.ts";

/** Month names, January to December, in the languages that programmes, address books and notes are seen in. */
const names: readonly string[] = [
  "january february march april may june july august september october november december",
  "januar februar marz april mai juni juli august september oktober november dezember",
  "janner februar maerz",
  "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
  "januari februari maart april mei juni juli augustus september oktober november december",
];

/** Written for March, and no beginning of it in any of the languages. */
const shortForms = [
  ["mrz", 3],
  ["mrt", 3],
] as const;

/** The fewest letters a month's name is cut to. */
const lettersMin = 3;

let months: ReadonlyMap<string, number> | undefined;

/** 1 to 12 for a month's name, or a beginning of it of three letters and more that fits one month alone; 0 for any other word. */
export function monthOf(word: string): number {
  months ??= begun();
  return months.get(plain(word)) ?? 0;
}

function begun(): Map<string, number> {
  const found = new Map<string, number>(shortForms);
  for (const [at, name] of names.flatMap((line) => [...line.split(" ").entries()])) {
    for (let length = lettersMin; length <= name.length; length += 1) {
      const beginning = name.slice(0, length);
      const before = found.get(beginning) ?? at + 1;
      found.set(beginning, before === at + 1 ? before : 0);
    }
  }
  return found;
}
