import { fold } from "./likeness.ts";

/**
 * One key for the ways of writing an organization's name: case, accents, punctuation, the legal form and "The" do
 * not count, "&" is "and". "Contoso GmbH", "Contoso, Inc." and "CONTOSO" have the key "contoso". A name that is only a
 * legal form keeps it; an empty name has the empty key.
 */
export function organizationKey(name: string): string {
  const dotless = name.replaceAll("&", " and ").replace(/(?<=\p{L})\.(?=\p{L}\b)|(?<=\b\p{L})\./gu, "");
  let words = fold(dotless).split(" ");
  if (words.length > 1 && words[0] === "the") words = words.slice(1);
  for (let before = 0; before !== words.length;) {
    before = words.length;
    words = withoutLegalForm(words);
    // What joined two forms: "Müller GmbH & Co. KG".
    if (words.length < before && words.length > 1 && joiners.has(words.at(-1) ?? "")) words = words.slice(0, -1);
  }
  return words.join(" ");
}

/** Takes the legal form off the end, also where it is written as several words ("S. à r. l."). Never takes all words. */
function withoutLegalForm(words: string[]): string[] {
  for (const length of [3, 2, 1]) {
    if (words.length > length && legalForms.has(words.slice(-length).join(""))) return words.slice(0, -length);
  }
  return words;
}

const joiners = new Set(["and", "und", "et", "y"]);

/** Legal forms of the countries our readers mostly write from, folded. */
const legalForms = new Set(
  (
    "ab ag aps as asa bv bvba co company corp corporation cv doo ev eg eu gbr gesmbh gmbh group holding holdings inc incorporated kft kg kgaa " +
    "lda limited llc llp ltd mbh nv ohg oy oyj plc pte pty pvt sa sarl sas sasu sca scrl se sl slu snc spa spzoo srl srls sro stiftung ug"
  ).split(" "),
);
