/** What a colour means; the screen and the report each have their colours for it, light and dark. */
export type Tone = "ink" | "soft" | "line" | "ground" | "mine" | "theirs" | "accent" | "pale" | "missed" | "cold";

/** One mark of a picture, in the picture's own units (a unit is a pixel where it is shown at its width). */
export type Mark =
  | { is: "line"; x1: number; y1: number; x2: number; y2: number; tone: Tone; isDashed?: boolean }
  | { is: "box"; x: number; y: number; width: number; height: number; round: number; tone: Tone; edge?: Tone }
  | { is: "dot"; x: number; y: number; r: number; tone: Tone; hint?: string }
  | { is: "way"; d: string; tone: Tone }
  | {
      is: "words";
      x: number;
      y: number;
      words: string;
      at: "start" | "middle" | "end";
      tone: Tone;
      isStrong?: boolean;
    };

/** A chart as geometry alone: the app draws it as elements, the report writes it as text. Beside it always stands its table. */
export interface Picture {
  width: number;
  height: number;
  /** The same in a sentence, for who does not see it. */
  says: string;
  marks: readonly Mark[];
}

/** All pictures are laid out this wide: on a phone they are shown a little smaller, at a desk a little larger, and their words stay legible. */
export const pictureWidth = 400;

/** About how wide a character of 12 units is: pictures are laid out where no font can be measured. */
export const characterWidth = 6.4;

/** Words that fit a width, on so many lines at the most; what is left out shows as an ellipsis. */
export function linesIn(words: string, { width, most }: { width: number; most: number }): string[] {
  const max = Math.max(4, Math.floor(width / characterWidth));
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= max) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    if (lines.length >= most) break;
  }
  if (lines.length < most && line !== "") lines.push(line);
  const shown = lines.slice(0, most).map((one) => (one.length > max ? `${one.slice(0, max - 1)}…` : one));
  const isWhole = shown.join(" ").length >= words.trim().replace(/\s+/g, " ").length;
  const last = shown.at(-1);
  if (!isWhole && last !== undefined && !last.endsWith("…")) shown[shown.length - 1] = `${last.slice(0, max - 1)}…`;
  return shown;
}
