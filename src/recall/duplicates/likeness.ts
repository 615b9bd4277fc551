import { plain } from "#domain/model/plain.ts";

/**
 * Text as it is compared: accents off, ß as ss, lower case, anything but letters and digits to single spaces.
 */
export function fold(text: string): string {
  return plain(text)
    .replace(/['’`´]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** True where two folded words are one but for the other spelling of an umlaut: "muller" and "mueller". */
export function differByUmlaut(a: string, b: string): boolean {
  return (
    a.length !== b.length &&
    (a.includes("e") || b.includes("e")) &&
    a.replace(/([aou])e/g, "$1") === b.replace(/([aou])e/g, "$1")
  );
}

/**
 * Jaro-Winkler likeness of two texts, 0 to 1: the share of common letters in nearly the same place, raised for a
 * common beginning of up to four. Source: Winkler 1990, prefix scale 0.1.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  if (a.length === 0 || b.length === 0 || a.length > wordMax || b.length > wordMax) return 0;
  takenA.fill(0, 0, a.length);
  takenB.fill(0, 0, b.length);
  let matches = 0;
  for (let i = 0; i < a.length; i += 1) {
    const letter = a.charCodeAt(i);
    const to = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= to; j += 1) {
      if (takenB[j] === 1 || b.charCodeAt(j) !== letter) continue;
      takenA[i] = 1;
      takenB[j] = 1;
      matches += 1;
      break;
    }
  }
  if (matches === 0) return 0;
  let crossed = 0;
  for (let i = 0, j = 0; i < a.length; i += 1) {
    if (takenA[i] !== 1) continue;
    while (takenB[j] !== 1) j += 1;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) crossed += 1;
    j += 1;
  }
  const jaro = (matches / a.length + matches / b.length + (matches - crossed / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && prefix < b.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Names and addresses are shorter; longer texts are compared for equality only. */
const wordMax = 128;
const takenA = new Uint8Array(wordMax);
const takenB = new Uint8Array(wordMax);

/**
 * How many letters must be changed, added, left out or swapped with their neighbour to turn one text into the other;
 * `most + 1` where it is more than `most`. Source: Damerau 1964, optimal string alignment.
 */
export function lettersApart(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most || a.length > wordMax || b.length > wordMax) return most + 1;
  // A change touches at most two of the letters in use, so that most pairs need no table.
  if (bitsIn(lettersIn(a) ^ lettersIn(b)) > 2 * most) return most + 1;
  let [row, last, before] = rows;
  for (let j = 0; j <= b.length; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1);
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const other = b.charCodeAt(j - 1);
      let best = (last[j - 1] ?? 0) + (letter === other ? 0 : 1);
      best = Math.min(best, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const isCrossed = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other;
      if (isCrossed) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row[j] = best;
      if (best < least) least = best;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

/** Which letters a text uses, as a set of 32 bits. */
function lettersIn(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i += 1) letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
}

function bitsIn(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The last three rows of the table of distances; kept, since names are compared by the hundred thousand. */
const rows = [new Uint8Array(wordMax + 1), new Uint8Array(wordMax + 1), new Uint8Array(wordMax + 1)] as const;

/**
 * The consonants of a word in order, like-sounding ones as one and doubles once, the first letter kept: words that sound
 * alike or are mistyped in their vowels have one skeleton ("Meyer", "Maier": "mr").
 */
export function skeleton(word: string): string {
  let sounds = word.slice(0, 1);
  let last = "";
  for (let i = 0; i < word.length && sounds.length < 5; i += 1) {
    const letter = word[i] ?? "";
    const isF = letter === "p" && word[i + 1] === "h";
    const sound = isF ? "f" : (soundsLike.get(letter) ?? letter);
    if (i === 0) sounds = sound;
    else if (sound !== last && !silent.has(sound)) sounds += sound;
    if (!silent.has(sound)) last = sound;
  }
  return sounds;
}

const silent = new Set("aeiouyhwj");
const soundsLike = new Map([
  ["c", "k"],
  ["q", "k"],
  ["v", "f"],
  ["z", "s"],
  ["d", "t"],
]);
