/**
 * A text in plain letters, as people type it who have no other: lower case, without accents, "ø" as "o", "ß" as "ss". So "Øystein",
 * "OYSTEIN" and "oystein" meet. Signs and blanks stay.
 */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^\0-\u007F]/u.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[ßøłæœđðþı]/gu, (letter) => letters.get(letter) ?? letter);
}

/** Letters that no normal form takes apart (Unicode 16). */
const letters = new Map([
  ["ß", "ss"],
  ["ø", "o"],
  ["ł", "l"],
  ["æ", "a"],
  ["œ", "o"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ı", "i"],
]);
