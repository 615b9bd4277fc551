import { plain } from "#domain/model/plain.ts";

/** Fewer characters of an id than this fit by chance. */
export const refLengthMin = 4;

/**
 * The records a person means by a name or the end of an id, the best kind of fit only: the whole name, the id, words of the name as
 * they begin, any part of it. Case and accents do not matter.
 */
export function matching<T extends { id: string }>(
  records: Iterable<T>,
  nameOf: (record: T) => string,
  given: string,
): T[] {
  const all = [...records];
  const key = plain(given.trim());
  if (key === "") return [];
  const fits: ((record: T) => boolean)[] = [
    (record) => plain(nameOf(record)) === key,
    (record) => key.length >= refLengthMin && record.id.endsWith(key),
    (record) => ` ${plain(nameOf(record))}`.includes(` ${key}`),
    (record) => plain(nameOf(record)).includes(key),
  ];
  for (const fit of fits) {
    const found = all.filter(fit);
    if (found.length > 0) return found;
  }
  return [];
}
