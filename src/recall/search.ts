import MiniSearch from "minisearch";
import { plain } from "#domain/model/plain.ts";

/** One thing that can be found by its words. */
export interface Searchable {
  id: string;
  noun: string;
  /** The words shown as the result's line: a title, a name, the act of a step. */
  title: string;
  /** Further words: a note's text, an abstract, a role. */
  text: string;
}

export interface Hit {
  id: string;
  noun: string;
  title: string;
  /** Higher is nearer; only comparable within one answer. */
  score: number;
}

/** An index over what can be found; BM25+ over words with diacritics folded, title words counting double. */
export class SearchIndex {
  readonly #index = new MiniSearch<Searchable>({
    fields: ["title", "text"],
    storeFields: ["noun", "title"],
    processTerm: (term) => plain(term) || null,
    searchOptions: { boost: { title: 2 }, combineWith: "AND", prefix: (term) => term.length > 2 },
  });

  add(items: readonly Searchable[]): void {
    this.#index.addAll(items);
  }

  /** The best hits for the words, all of them present; where none has all, those that have some. */
  search(words: string, max: number): Hit[] {
    const all = this.#index.search(words);
    const found = all.length > 0 ? all : this.#index.search(words, { combineWith: "OR" });
    return found
      .slice(0, max)
      .map(({ id, noun, title, score }) => ({ id: String(id), noun: String(noun), title: String(title), score }));
  }
}
