/** The word that was probably meant: the one fewest changes away, if it is not another word altogether. */
export function nearest(given: string, words: readonly string[]): string | undefined {
  const wanted = given.toLowerCase();
  const begun = words.filter((word) => wanted.length >= 3 && word.toLowerCase().startsWith(wanted));
  if (begun.length === 1) return begun[0];
  const [best] = words
    .map((word) => ({ word, distance: distanceOf(wanted, word.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : undefined;
}

/** " Did you mean ...?" where a word is near; else nothing. */
export function didYouMean(given: string, words: readonly string[]): string {
  const like = nearest(given, words);
  return like === undefined ? "" : ` Did you mean ${like}?`;
}

/** Letters to add, take away, change or swap (optimal string alignment). */
function distanceOf(left: string, right: string): number {
  const rows = Array.from({ length: Math.min(left.length, 60) + 1 }, (_, row) => [row]);
  const [a, b] = [left.slice(0, 60), right.slice(0, 60)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let column = 1; column <= b.length; column += 1) rows[0]?.push(column);
  for (let row = 1; row <= a.length; row += 1) {
    for (let column = 1; column <= b.length; column += 1) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const ways = [at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + change];
      rows[row]?.push(Math.min(...ways, isSwap ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY));
    }
  }
  return at(a.length, b.length);
}
