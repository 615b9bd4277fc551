import type { LikenessItem, LikenessReason, LikenessText } from "../likeness.ts";
import type { Doc } from "./doc.ts";
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

/** The words a query shares with an item, and with the notes that were joined to it, the rarest first. */
export function sharedWords(
  query: LikenessText,
  { asked }: Doc,
  item: LikenessItem,
  rarityOf: (stem: string) => number,
): { words: SharedWord[]; joined: Extract<LikenessReason, { kind: "joined" }>[] } {
  const here = firstForms(query.title, query.text);
  const worth = new Map(asked.map(([stem, weight]) => [stem, weight * rarityOf(stem)]));
  const shared = (there: ReadonlyMap<string, string>): SharedWord[] =>
    [...there]
      .filter(([stem]) => here.has(stem))
      .toSorted(([one], [other]) => (worth.get(other) ?? 0) - (worth.get(one) ?? 0))
      .slice(0, sharedMax)
      .map(([stem, written]) => ({ here: here.get(stem) ?? written, there: written }));
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
