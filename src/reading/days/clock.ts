import { isDashAt, type Scan, wordAt } from "./scan.ts";

/** A time of day: 10:30, 3pm, 10 Uhr. */
export function isClockAt(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  if (token?.kind === "numbers") return token.joints[0] === ":" && token.values[0]! <= 24; // two values or more
  if (token?.kind !== "number") return false;
  if (["am", "pm", "h", "uhr", "a", "p", "u"].includes(token.suffix)) return token.values[0]! <= 24; // a number has one value
  return (
    token.suffix === "" &&
    token.values[0]! <= 24 &&
    ["am", "pm", "uhr", "h", "o'clock", "a.m", "p.m"].includes(wordAt(scan, at + 1))
  ); // a number has one value
}

/** After a time of day and the end of its stretch: 10:30, "3 pm", 10:00 - 11:30. */
export function clockEnd(scan: Scan, at: number): number {
  const one = oneClock(scan, at);
  const isMore = isDashAt(scan, one) || ["to", "bis"].includes(wordAt(scan, one));
  return isMore && isClockAt(scan, one + 1) ? oneClock(scan, one + 1) : one;
}

function oneClock(scan: Scan, at: number): number {
  return ["am", "pm", "uhr", "h", "o'clock", "a.m", "p.m"].includes(wordAt(scan, at + 1)) ? at + 2 : at + 1;
}
