/** Characters, roughly of JSON, up to which the journal keeps a command's arguments as they were given. */
const keptMax = 2_000;
/** A text in larger arguments is kept up to this length: names and sentences are, a page is not. */
const textMax = 100;
/** A list in larger arguments is kept up to this length, its items shortened as well: the names of a debrief's pages are. */
const itemsMax = 20;

/**
 * A command's arguments as its journal entry keeps them. Those of pages, a programme or a whole workspace are not kept a
 * second time: the entry's changes name the rows that hold them, and undo reads those. Of arguments larger than
 * `keptMax` a long text is kept as `{ characters }`, and a long list, or one inside another, as `{ items }`. Whoever has to
 * run a command again (a device that waits for its server) keeps the arguments itself until then.
 */
export function keptArgs(args: object): object {
  return left(args, keptMax) >= 0 ? args : (shortened(args) as object); // an object stays one
}

/** What is left of so many characters after a value; it stops looking where nothing is. */
function left(value: unknown, characters: number): number {
  if (typeof value === "string") return characters - value.length - 2;
  if (typeof value !== "object" || value === null) return characters - 5;
  let rest = characters;
  for (const [key, field] of Object.entries(value)) {
    rest = left(field, rest - key.length - 3);
    if (rest < 0) break;
  }
  return rest;
}

function shortened(value: unknown, isInList = false): unknown {
  if (typeof value === "string") return value.length <= textMax ? value : { characters: value.length };
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const isKept = !isInList && value.length <= itemsMax;
    return isKept ? value.map((item) => shortened(item, true)) : { items: value.length };
  }
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, shortened(field, isInList)]));
}
