/** Columns used where the terminal does not say, and at the most: longer lines are hard to read. */
const columnsDefault = 100;

/**
 * Wraps words to a width, each further line indented. Control characters (which could steer the terminal) are shown as a
 * replacement character.
 */
export function wrap(text: string, columns: number | undefined, indent: string): string {
  const width = Math.max(20, Math.min(columns ?? columnsDefault, columnsDefault)) - indent.length;
  const lines: string[] = [];
  let line = "";
  for (const word of printable(text).split(/\s+/)) {
    if (line !== "" && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.join(`\n${indent}`);
}

/** Outside text on a terminal: no escape sequences, no other control characters, no bidirectional overrides. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, (character) => (/\s/.test(character) ? " " : "\uFFFD"));
}
