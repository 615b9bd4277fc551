import MiniSearch from "minisearch";
import type { LikenessText } from "#recall/likeness.ts";
import { wordsOf } from "#recall/likeness/words.ts";
import type { RetrievalSet } from "./sets.ts";

/** Plain BM25 over stems: minisearch as it comes, given the words of each text stemmed by its language. */
export function plainBm25(
  items: RetrievalSet["items"],
): (query: LikenessText & { id: string }, limit: number) => string[] {
  const index = new MiniSearch<{ id: string; title: string; text: string }>({
    fields: ["title", "text"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });
  index.addAll(items.map(({ id, title, text }) => ({ id, title: stemmed(title ?? ""), text: stemmed(text) })));
  return (query, limit) => {
    const found = index.search(stemmed(`${query.title ?? ""} ${query.text}`));
    return found
      .map(({ id }) => String(id))
      .filter((id) => id !== query.id)
      .slice(0, limit);
  };
}

function stemmed(text: string): string {
  return wordsOf(text, true)
    .map(({ stem }) => stem)
    .join(" ");
}
