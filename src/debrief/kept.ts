import { firstFrom } from "#domain/model/place.ts";
import type { PageId } from "#domain/model/id.ts";
import type { Note } from "#domain/model/note.ts";
import type { Page } from "#domain/model/page.ts";
import type { Proposal, ProposalDraft } from "#domain/model/proposal.ts";
import type { Step } from "#domain/model/step.ts";

/** What an event holds already of earlier debriefs. */
export interface Kept {
  pages: readonly Pick<Page, "id" | "name" | "text">[];
  notes: readonly Note[];
  proposals: readonly Proposal[];
  steps: readonly Pick<Step, "id" | "state">[];
}

/** A page as it is looked at again: its name, text, and passages in order. */
interface PageAgain {
  name: string;
  text: string;
  passages: readonly { start: number; end: number }[];
}

/** A stretch of a kept page where something was proposed, first or said again. */
interface Place {
  start: number;
  end: number;
  proposal: Proposal;
}

/** Finds what was kept of the words of a page that is looked at again. */
export class KeptPages {
  readonly #pageByText: Map<string, PageId>;
  readonly #places = new Map<PageId, Place[]>();
  readonly #notes = new Map<PageId, Note[]>();
  readonly #pages: Kept["pages"];

  constructor({ pages, notes, proposals }: Kept) {
    this.#pages = pages;
    this.#pageByText = new Map(pages.map(({ text, id }) => [text, id]));
    for (const note of notes) if (note.pageId !== null) listAt(this.#notes, note.pageId).push(note);
    for (const list of this.#notes.values()) list.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
    for (const proposal of proposals) {
      listAt(this.#places, proposal.pageId).push({ start: proposal.start, end: proposal.end, proposal });
      for (const { pageId, start, end } of proposal.repeats)
        listAt(this.#places, pageId).push({ start, end, proposal });
    }
    for (const list of this.#places.values()) list.sort((a, b) => a.start - b.start);
  }

  /** The kept page with exactly this text (NT1). */
  sameText(text: string): PageId | null {
    return this.#pageByText.get(text) ?? null;
  }

  /**
   * For each passage of a page that is a newer version of a kept one (it has the same name, or most of its passages), the
   * kept passage that it is word for word, or null where it is new. The newest version is looked at first; each kept passage is given once.
   */
  sameNotes(page: PageAgain): (Note | null)[] {
    const words = page.passages.map(({ start, end }) => page.text.slice(start, end));
    const counted = new Set(words);
    const unused = new Map<string, Note[]>();
    for (const { id, name, text } of this.#pages.toReversed()) {
      const notes = this.#notes.get(id) ?? [];
      const shared = notes.filter((note) => counted.has(textOf(text, note))).length;
      if (name !== page.name && (shared < sharedMin || shared * 2 < notes.length)) continue;
      for (const note of notes) listAt(unused, textOf(text, note)).push(note);
    }
    // Each list is walked from its front; a page given a hundred times must not cost the square of it.
    const taken = new Map<string, number>();
    return words.map((word) => {
      const at = taken.get(word) ?? 0;
      taken.set(word, at + 1);
      return unused.get(word)?.[at] ?? null;
    });
  }

  /** What was proposed, and means the same kind of thing, where a stretch of a kept page is. */
  proposedAt(
    pageId: PageId,
    { start, end }: { start: number; end: number },
    means: ProposalDraft["means"],
  ): Proposal | null {
    const places = this.#places.get(pageId) ?? [];
    for (let at = firstFrom(places, start - longestQuote); at < places.length; at += 1) {
      const place = places[at];
      if (place === undefined || place.start >= end) break;
      if (place.end > start && place.proposal.means === means) return place.proposal;
    }
    return null;
  }
}

/** Fewer passages in common than this are chance: "Lunch", "Questions". */
const sharedMin = 3;
/** No proposal's quote is longer (`ProposalDraft`). */
const longestQuote = 20_000;

function textOf(text: string, note: Note): string {
  return text.slice(note.start ?? 0, note.end ?? 0);
}

function listAt<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key);
  if (list !== undefined) return list;
  const fresh: V[] = [];
  lists.set(key, fresh);
  return fresh;
}
