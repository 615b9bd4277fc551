import type { LikenessItem, LikenessReason, LikenessText } from "../likeness.ts";
import type { Asked } from "./doc.ts";
import { wordsOf } from "./words.ts";

/** A word that two texts have, as each writes it first. */
export interface SharedWord {
  /** In the text that asked. */
  here: string;
  /** In the item. */
  there: string;
}

/** More than a line of words says no more. */
const sharedMax = 8;

/** The words a query shares with an item, and with the notes that were joined to it, the most telling first, each of the query's once. */
export function sharedWords(
  query: LikenessText,
  asked: readonly Asked[],
  item: LikenessItem,
  rarityOf: (stem: string) => number,
): { words: SharedWord[]; joined: Extract<LikenessReason, { kind: "joined" }>[] } {
  const here = firstForms(query.title, query.text);
  const telling = asked
    .map((one) => ({ ...one, worth: one.weight * rarityOf(one.stem) }))
    .toSorted((one, other) => other.worth - one.worth);
  const shared = (there: ReadonlyMap<string, string>): SharedWord[] => {
    const found = new Map<string, SharedWord>();
    for (const { stem, for: of } of telling) {
      const written = there.get(stem);
      if (written !== undefined && !found.has(of)) found.set(of, { here: here.get(of) ?? written, there: written });
    }
    return [...found.values()].slice(0, sharedMax);
  };
  const joined = (item.joined ?? []).flatMap(({ noteId, text }) => {
    const words = shared(firstForms(null, text)).map(({ there }) => there);
    return words.length === 0 ? [] : [{ kind: "joined" as const, noteId, words }];
  });
  return { words: shared(firstForms(item.title, item.text)), joined };
}

function firstForms(title: string | null | undefined, text: string): Map<string, string> {
  const forms = new Map<string, string>();
  for (const { stem, written } of [...wordsOf(title ?? ""), ...wordsOf(text)])
    if (!forms.has(stem)) forms.set(stem, written);
  return forms;
}
