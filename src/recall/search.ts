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
  /** The words of the thing that were found, in lower case and without diacritics. */
  terms: string[];
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

  /** Adds many, a part at a time, so that a screen can be drawn between them. */
  async addInParts(items: readonly Searchable[]): Promise<void> {
    await this.#index.addAllAsync(items, { chunkSize: 500 });
  }

  /** Puts a thing in the place of what it was. */
  put(item: Searchable): void {
    if (this.#index.has(item.id)) this.#index.replace(item);
    else this.#index.add(item);
  }

  remove(id: string): void {
    if (this.#index.has(id)) this.#index.discard(id);
  }

  /** The best hits for the words, all of them present; where none has all, those that have some. */
  search(words: string, max: number): Hit[] {
    const all = this.#index.search(words);
    const found = all.length > 0 ? all : this.#index.search(words, { combineWith: "OR" });
    return found.slice(0, max).map(({ id, noun, title, score, terms }) => ({
      id: String(id),
      noun: String(noun),
      title: String(title),
      score,
      terms,
    }));
  }
}

/**
 * The words of a text in parts, those that were found apart from the rest: joined they are the text again.
 * @param terms as a hit gives them
 */
export function foundIn(text: string, terms: readonly string[]): { text: string; isFound: boolean }[] {
  const wanted = new Set(terms);
  const parts: { text: string; isFound: boolean }[] = [];
  for (const part of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
    if (part === "") continue;
    const isFound = wanted.has(plain(part));
    const last = parts.at(-1);
    if (last !== undefined && last.isFound === isFound) last.text += part;
    else parts.push({ text: part, isFound });
  }
  return parts;
}
