/**
 * The plain form names are compared in: lower case, without accents, so that "Müller", "MULLER" and "Muller" meet.
 * "Mueller" meets them through `foldedWithE` and `withoutE`.
 */
export function folded(word: string): string {
  const lower = word.toLowerCase();
  if (isPlain(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^\0-\u007f]/g, plainLetter);
}

/** The form with German e for umlauts (ae, oe, ue), or null where the word has none. */
export function foldedWithE(word: string): string | null {
  const lower = word.toLowerCase().normalize("NFC");
  const spelt = lower.replace(/[äöüøåæ]/g, (letter) => lettersWithE[letter] ?? letter);
  return spelt === lower ? null : folded(spelt);
}

/** "mueller" to "muller": the plain form of a name that spells its umlaut out, or null where there is none to find. */
export function withoutE(plain: string): string | null {
  if (plain.length < 5) return null;
  const short = plain.replace(/([aou])e/g, "$1");
  return short === plain ? null : short;
}

/**
 * What a name sounds like, roughly: spellings that people confuse by ear fall together (Sara/Sarah, Erik/Eric,
 * Stefan/Stephan, Ana/Anna). Only ever used where one known person fits.
 */
export function sounding(plain: string): string {
  let sound = sounds.get(plain);
  if (sound === undefined) {
    sound = soundOf(plain);
    if (sounds.size < soundsMax) sounds.set(plain, sound);
  }
  return sound;
}

/** A strange name is compared with all families of a given name, so each is worked out once. */
const sounds = new Map<string, string>();
const soundsMax = 20_000;

function soundOf(plain: string): string {
  return plain
    .replace(/ph/g, "f")
    .replace(/sch/g, "s")
    .replace(/ck|c(?=[^eiy]|$)|q/g, "k")
    .replace(/(.)h/g, "$1")
    .replace(/[yj]/g, "i")
    .replace(/z/g, "s")
    .replace(/(.)\1+/g, "$1");
}

const lettersWithE: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa", æ: "ae" };

const letters: Record<string, string> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  "’": "'",
  "‘": "'",
  "‐": "-",
  "‑": "-",
};

function plainLetter(letter: string): string {
  return letters[letter] ?? letter;
}

function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) > 127) return false;
  return true;
}
