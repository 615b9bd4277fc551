import type { Day, TimeZone } from "#domain/model/time.ts";
import { debrief, pagesToRead } from "#debrief/debrief.ts";
import { indexNames } from "#reading/names.ts";
import { readPage } from "#reading/page.ts";
import { contactsCsv } from "./material.ts";
import { median } from "./whole.ts";

export interface HardPassage {
  kind: string;
  /** Of the main thread, and passed, each the median of five. */
  mainMs: number;
  wallMs: number;
}

/** What a careless pattern or loop would stumble over, without a line end. */
const kinds: readonly (readonly [kind: string, piece: string])[] = [
  ["no blanks", "a"],
  ["no blanks, two bytes a letter", "ł"],
  ["digits", "1"],
  ["digits apart", "1 "],
  ["capitals", "CAPITALS OF ALL LENGTHS AND A "],
  ["names with capitals", "Ana Ruiz Tomasz Zielinski "],
  ["one name again and again", "ana "],
  ["strange names", "Xander Qorvain of Zyxtel, "],
  ["initials", "A. B. C. "],
  ["commas", ","],
  ["listed names", "Ana, Tomasz, Priya and "],
  ["arrows", "-> "],
  ["dashes", "-"],
  ["brackets that open", "("],
  ["brackets in brackets", "(["],
  ["brackets around words", "(a) [b] "],
  ["quotation marks", '" '],
  ["apostrophes", "l'd'"],
  ["full stops", "a. "],
  ["colons", "a: "],
  ["handles", "@ana "],
  ["addresses", "a@b.c/"],
  ["links", "https://x.example/a "],
  ["stars and underlines", "*_"],
  ["slashed dates", "5/6 "],
  ["days", "by Friday or next week "],
  ["ranges of days", "9.-10./11. "],
  ["promises", "I'll call Ana and she will send me the deck and "],
  ["orders", "call ring write send book "],
  ["German", "ich schicke ihm bis nächsten Freitag die Folien und "],
  ["talks", "the talk of the session "],
  ["emoji", "\u{1F600}"],
];

/** The cost of reading one passage of so many characters of each kind, beside 2,000 contacts; the dearest first. */
export function hardPassages(characters: number): HardPassage[] {
  const surroundings = { today: "2026-02-04" as Day, timeZone: "Europe/Brussels" as TimeZone }; // checked by eye
  const bytes = (text: string) => new TextEncoder().encode(text);
  const { known } = debrief([{ name: "contacts.csv", bytes: bytes(contactsCsv(2_000)) }], surroundings);
  const index = indexNames(known);
  const passages = kinds.map(([kind, piece]) => {
    const text = piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters);
    const [page] = pagesToRead(debrief([{ name: "notes.txt", bytes: bytes(text) }], surroundings).gathered);
    if (page === undefined) throw new Error(`No page was made of "${kind}"`);
    const runs = Array.from({ length: 7 }, () => {
      const [cpu, at] = [process.threadCpuUsage(), performance.now()];
      readPage(page, known, index);
      const { user, system } = process.threadCpuUsage(cpu);
      return { mainMs: (user + system) / 1000, wallMs: performance.now() - at };
    }).slice(2);
    return { kind, mainMs: median(runs.map((run) => run.mainMs)), wallMs: median(runs.map((run) => run.wallMs)) };
  });
  return passages.sort((one, other) => other.mainMs - one.mainMs);
}
