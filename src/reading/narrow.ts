/**
 * A text for expressions to be tried on, in characters of one byte: engines compile an expression anew for texts of two, and
 * one that knows all letters (`\p{L}`) then takes milliseconds. What one byte cannot hold becomes a stand-in of its sort: a letter
 * with case, a letter without, a number, a blank, or a sign. So an expression without such characters of its own
 * (`isNarrow`) holds for the one as for the other; places differ, since a character of two units becomes one.
 */
export function narrow(text: string): string {
  // One sentence is asked for by each gate in turn (`word-gate.ts`).
  if (text !== last.text) last = { text, words: narrowed(text) };
  return last.words;
}

let last = { text: "", words: "" };

function narrowed(text: string): string {
  const codes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= lastNarrow) codes.push(code);
    else {
      const whole = text.codePointAt(at) ?? code;
      codes.push(standInFor(String.fromCodePoint(whole)));
      if (whole > 0xffff) at += 1;
    }
  }
  if (codes.length <= callMax) return String.fromCharCode(...codes);
  let words = "";
  for (let at = 0; at < codes.length; at += callMax) words += String.fromCharCode(...codes.slice(at, at + callMax));
  return words;
}

/**
 * Whether an expression finds in a narrow text what it finds in the text itself: it does not look at case, and names no
 * character of more than one byte and no mark.
 */
export function isNarrow({ source, ignoreCase }: RegExp): boolean {
  return ignoreCase && !/[^\0-\u00ff]|\\u|\\p\{(?!L\}|N\}|Lu\})/iu.test(source);
}

const lastNarrow = 0xff;
/** So many arguments every engine takes. */
const callMax = 4_000;

/** Stand-ins that no expression names, by the sort of what they stand for; the first that fits. */
const sorts: readonly (readonly [RegExp, string])[] = [
  [/[\u2028\u2029]/u, "\n"],
  [/\s/u, "\u00a0"],
  [/\p{Lu}/iu, "Þ"],
  [/\p{L}/u, "ª"],
  [/\p{N}/u, "²"],
];
const known = new Map<string, number>();

function standInFor(character: string): number {
  let code = known.get(character);
  if (code === undefined) {
    // Where case does not count, a Kelvin sign is a k, and a long s an s.
    const other = [character.toLowerCase(), character.toUpperCase().toLowerCase()].find(
      (one) => one.length === 1 && one.charCodeAt(0) <= lastNarrow,
    );
    code = (other ?? sorts.find(([sort]) => sort.test(character))?.[1] ?? "¦").charCodeAt(0);
    if (known.size < knownMax) known.set(character, code);
  }
  return code;
}

/** More than all letters of the scripts a person writes in. */
const knownMax = 5_000;
