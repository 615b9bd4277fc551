import { holidayStarts } from "./anchors.ts";
import type { Token } from "./tokens.ts";
import { vagueStarts } from "./vague.ts";
import {
  dayParts,
  dayWords,
  ends,
  months,
  numbers,
  ordinals,
  parts,
  units,
  vagueNumbers,
  weekdays,
  whichWords,
} from "./words.ts";

/** Whether a day, days or a time can begin with a token: most words of a note end here. */
export function canStart(token: Token): boolean {
  if (token.kind === "word") return starts.has(token.norm) || isNumbered(token.norm);
  return token.kind === "number" || token.kind === "numbers";
}

/** Whether what may follow a preposition can: also the time of day that stands before a day, and "now". */
export function canFollow(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (canStart(token) || (token.kind === "word" && (dayParts.has(token.norm) || nowWords.has(token.norm))))
  );
}

const nowWords = new Set(["now", "jetzt", "ahora", "maintenant"]);

const starts: ReadonlySet<string> = new Set([
  ...[weekdays, months, dayWords, whichWords, units, parts, ends, numbers, ordinals].flatMap((map) => [...map.keys()]),
  ...[vagueNumbers, vagueStarts, holidayStarts].flatMap((set) => [...set]),
  ...(
    "midweek later earlier rest remainder balance day morning evening mi same final this about around another il hace apres avant " +
    "kw cw calendar iso kalenderwoche wc prochains prochaines proximos proximas dernieres derniers ultimas ultimos"
  ).split(" "),
]);

/** Q2, H1, KW7. */
function isNumbered(word: string): boolean {
  return word.length <= 4 && /^(?:[qth]|[kc]w)\d/.test(word);
}
