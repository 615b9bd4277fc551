/** A name as written in a file, taken apart as far as the writing itself says so. */
export interface PersonName {
  /** What the person is called, without titles: "Ana Ruiz". */
  name: string;
  /** Null where the writing does not say which part is which. */
  givenName: string | null;
  familyName: string | null;
  /** Nicknames found inside the name, and the form with titles where it holds more than "Mr". */
  aliases: string[];
}

/**
 * Takes a full name as written ("Ruiz, Ana", "Dr. Mei-Ling Placeholder", `Robert "Bob" Smith, PhD`) and gives the
 * plain name and its parts. Two words are given and family name, a particle ("van", "de la") opens the family
 * name; three words without a particle stay undivided, since Spanish, English and Vietnamese divide them differently.
 * An empty text gives an empty name.
 */
export function readName(written: string): PersonName {
  return readNameBeside(written, null);
}

/**
 * The same where the family name is known from elsewhere: a comma then turns the name round only after that very name
 * ("Doe, John"), and is a space otherwise ("John Richter, James Doe").
 */
export function readNameBeside(written: string, familyName: string | null): PersonName {
  const whole = oneLine(written);
  const aliases: string[] = [];
  let text = takeBrackets(withoutPictures(whole), aliases);
  const [before, after] = cutAtComma(text);
  let inverted: { given: string; family: string } | null = null;
  let academic = false;
  if (after !== "") {
    const tail = after.split(/[\s,]+/u).filter(Boolean);
    if (tail.some(isLegalForm)) {
      // A company stands where the name should: "Contoso, Inc."
      return { name: whole, givenName: null, familyName: null, aliases: [] };
    } else if (tail.every(isAfterName)) {
      academic = tail.some((word) => !isGeneration(word));
      text = [before, ...tail.filter(isGeneration)].join(" ");
    } else if (familyName !== null && before.toLowerCase() !== familyName.toLowerCase()) {
      text = oneLine(text.replaceAll(",", " "));
    } else if (tail.length <= 3 && before.split(" ").length <= 4 && !isTitle(before.split(" ")[0] ?? "")) {
      const given = withoutTitles(after.replaceAll(",", " "));
      inverted = { given: given.text, family: before };
      academic = given.academic;
      text = `${given.text} ${before}`;
    } else {
      text = before;
    }
  }
  const plain = withoutTitles(text);
  const name = plain.text;
  if ((academic || plain.academic || aliases.includes(whole)) && whole !== name) aliases.push(whole);
  const parts = inverted === null ? divide(name) : inverted;
  return { name, givenName: parts.given || null, familyName: parts.family || null, aliases: [...new Set(aliases)] };
}

/** A name from its parts in the order a person is called: given, middle, family, generation ("Jr."). */
export function nameOfParts(given: string, middle: string, family: string, suffix: string): string {
  const generation = suffix.split(/[\s,]+/u).filter(isGeneration);
  const first = readBare(given);
  return oneLine([first, middle, readBare(family), ...generation].filter((part) => part.trim() !== "").join(" "));
}

/** One part of a name without titles, degrees and pictures: "Dr. Mei-Ling" -> "Mei-Ling", "Sample, PhD" -> "Sample". */
export function readBare(part: string): string {
  const text = takeBrackets(withoutPictures(oneLine(part)), []);
  const [before, after] = cutAtComma(text);
  const tail = after.split(/[\s,]+/u).filter(Boolean);
  return withoutTitles(tail.length > 0 && tail.every(isAfterName) ? before : text.replaceAll(",", " ")).text;
}

/**
 * A readable name from an e-mail address where its local part is two or three words with dots or underscores
 * between ("ana.ruiz@contoso.example" -> "Ana Ruiz"); else the address itself, since more would be a guess.
 */
export function nameOfEmail(email: string): string {
  const local = email.slice(0, Math.max(0, email.lastIndexOf("@")));
  const words = local.split(/[._]/u);
  const readable =
    words.length >= 2 && words.length <= 3 && words.every((word) => /^\p{L}[\p{L}'-]{1,39}$/u.test(word));
  if (!readable) return email;
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" ");
}

/** True where a word is a form of address or a degree and no name: "Mr.", "Dr", "Herr", "Prof.". */
export function isTitle(word: string): boolean {
  const bare = word.toLowerCase().replaceAll(".", "");
  return civilTitles.has(bare) || academicTitles.has(bare) || dottedTitles.has(word.toLowerCase());
}

/** Whitespace and control characters to single spaces, trimmed. */
export function oneLine(text: string): string {
  if (!/[^ -~]| {2}/.test(text)) return text.trim();
  return text.replace(/[\s\p{Cc}\u200b\u200e\u200f\u2060\ufeff]+/gu, " ").trim();
}

const civilTitles = new Set(["mr", "mrs", "ms", "miss", "mx", "herr", "frau", "mme", "mlle", "monsieur", "madame"]);
const academicTitles = new Set(["dr", "prof", "professor", "professeur", "profesor", "profesora", "doctor", "docteur"]);
/** Titles only with their dot: without it they are names or initials ("Ing", "Mag", "Sra"). */
const dottedTitles = new Set([
  "ing.",
  "dipl.-ing.",
  "mag.",
  "lic.",
  "sr.",
  "sra.",
  "srta.",
  "dott.",
  "rev.",
  "dra.",
  "hr.",
]);
/** Degrees that follow a name without a comma; in capitals or with dots, so that "Ma" stays a surname. */
const degrees = new Set([
  "phd",
  "mba",
  "md",
  "msc",
  "bsc",
  "pmp",
  "cissp",
  "cfa",
  "cpa",
  "llm",
  "esq",
  "dba",
  "dphil",
  "mpa",
]);
const generations = new Set(["jr", "sr", "ii", "iii", "iv", "junior", "senior"]);
const particles = new Set([
  "van",
  "von",
  "de",
  "der",
  "den",
  "del",
  "della",
  "di",
  "da",
  "dos",
  "du",
  "la",
  "le",
  "ter",
  "ten",
  "zu",
  "zur",
  "al",
  "bin",
  "ibn",
  "el",
  "st.",
  "van't",
]);

function isGeneration(word: string): boolean {
  return generations.has(word.toLowerCase().replaceAll(".", ""));
}

function isDegree(word: string): boolean {
  const bare = word.toLowerCase().replaceAll(".", "");
  return (
    degrees.has(bare) &&
    (word.includes(".") || word === word.toUpperCase() || bare === "phd" || bare === "msc" || bare === "bsc")
  );
}

/** What may follow a name after a comma: generations, degrees, and any short word in capitals ("PE", "CISM"). */
function isAfterName(word: string): boolean {
  return isGeneration(word) || isDegree(word) || isTitle(word) || /^[A-Z]{2,6}[®™]?$/u.test(word);
}

/** True for the form of a company as a word of its own: "Inc.", "GmbH". */
export function isLegalForm(word: string): boolean {
  return legalForms.has(word.toLowerCase().replaceAll(".", ""));
}

const legalForms = new Set("ab ag bv co corp gmbh inc kg llc llp ltd nv oy plc sa sarl sas se sl spa".split(" "));

function cutAtComma(text: string): [string, string] {
  const comma = text.indexOf(",");
  if (comma <= 0) return [text.slice(comma + 1).trim(), ""];
  return [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
}

/** Drops leading titles and trailing degrees, never the last word. */
function withoutTitles(text: string): { text: string; academic: boolean } {
  let words = text.split(" ").filter(Boolean);
  let academic = false;
  while (words.length > 1 && isTitle(words[0] ?? "")) {
    const bare = (words[0] ?? "").toLowerCase().replaceAll(".", "");
    if (!civilTitles.has(bare)) academic = true;
    words = words.slice(1);
  }
  while (words.length > 1 && isDegree(words.at(-1) ?? "")) {
    academic = true;
    words = words.slice(0, -1);
  }
  return { text: words.join(" "), academic };
}

function withoutPictures(text: string): string {
  if (!/[^ -~]/.test(text)) return text;
  return oneLine(text.replace(pictures, " "));
}

/** Emoji with what joins and colours them. A joiner elsewhere stays: Malayalam and Sinhala names need it. */
const pictures =
  /\p{Regional_Indicator}|\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{200d}|\u{fe0f})*/gu;

/**
 * Takes "(Bob)" and "“Bob”" out of a name. Between other words it is a nickname; at the end it may be a company or
 * pronouns, so that only the whole writing is kept as an alias, and pronouns not at all.
 */
function takeBrackets(text: string, aliases: string[]): string {
  let rest = text;
  for (const [open, close] of brackets) {
    const start = rest.indexOf(open);
    const end = start < 0 ? -1 : rest.indexOf(close, start + 1);
    if (start < 0 || end < 0) continue;
    const inside = rest.slice(start + 1, end).trim();
    const tail = rest.slice(end + 1).trim();
    const without = `${rest.slice(0, start)} ${tail}`;
    if (/[\p{L}\p{N}]/u.test(without)) {
      if (tail !== "" && /^\p{L}[\p{L} '.-]{0,40}$/u.test(inside)) aliases.push(inside);
      else if (!inside.includes("/") && inside !== "") aliases.push(text);
      rest = oneLine(without);
    }
  }
  return rest;
}

const brackets = [
  ["(", ")"],
  ['"', '"'],
  ["“", "”"],
  ["„", "“"],
  ["[", "]"],
] as const;

function divide(name: string): { given: string; family: string } {
  const words = name.split(" ").filter((word) => word !== "" && !isGeneration(word));
  const particle = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && particles.has(word.toLowerCase()),
  );
  if (particle > 0) return { given: words.slice(0, particle).join(" "), family: words.slice(particle).join(" ") };
  if (words.length === 2) return { given: words[0] ?? "", family: words[1] ?? "" };
  return { given: "", family: "" };
}
