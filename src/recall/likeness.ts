import type { Day } from "#domain/model/time.ts";
import { type Doc, docOf, entitiesOf } from "./likeness/doc.ts";
import { Postings } from "./likeness/postings.ts";
import { pairScores } from "./likeness/pairs.ts";
import { type Settings, settingsUsual } from "./likeness/settings.ts";
import { type SharedWord, sharedWords } from "./likeness/shared-words.ts";

/** What likeness is told by: words, and what a note or a piece of work names. */
export interface LikenessText {
  text: string;
  /** A heading or name, whose words count more than the text's. */
  title?: string | null;
  /** Everybody it names: with whom, by whom, the speakers of its session. */
  personIds: readonly string[];
  organizationIds: readonly string[];
  sessionId: string | null;
  eventId: string | null;
  track?: string | null;
  /** The day it is from, or is wanted on. */
  on: Day | null;
}

/** Something that can be found by likeness: a step, a lead, a commitment, a note. */
export interface LikenessItem extends LikenessText {
  id: string;
  /** Notes a person joined to it before (dots): what is like them is like it. */
  joined?: readonly { noteId: string; text: string }[];
}

/** Why two things are alike, besides their words. */
export type LikenessReason =
  | { kind: "person" | "organization" | "session" | "event"; id: string }
  | { kind: "track"; name: string }
  | { kind: "joined"; noteId: string; words: string[] };

export interface Alike {
  id: string;
  /** Higher is liker; only comparable within one answer. */
  score: number;
  /** The words both have, the most telling first, as each writes them; never more than eight. */
  words: SharedWord[];
  /** What both name, the most telling first. */
  reasons: LikenessReason[];
}

/**
 * Likeness between a note and what is under way (RC1): BM25 over stemmed words, raised by words that stand together in both, and by the
 * people, organizations, sessions, tracks and events that both name, each the more the fewer items name it. Nothing is found without a
 * shared word or a reason. Deterministic: equal items give equal answers, in whatever order they came; an item that was removed leaves no trace.
 * Measured by `npm run eval -- --only retrieval`.
 */
export class Likeness {
  readonly #settings: Settings;
  readonly #words = new Postings();
  /** Put and removed with the words, so that an item's slot is the same in both. */
  readonly #entities = new Postings();
  readonly #docs = new Map<string, { item: LikenessItem; doc: Doc }>();
  #scores = new Float64Array(0);

  /** @param settings others than the usual ones, to measure what each does */
  constructor(settings: Partial<Settings> = {}) {
    this.#settings = { ...settingsUsual, ...settings };
  }

  get size(): number {
    return this.#docs.size;
  }

  /** Puts an item in the place of what it was. */
  put(item: LikenessItem): void {
    const doc = docOf(item, this.#settings);
    this.#docs.set(item.id, { item, doc });
    this.#words.put(item.id, doc.terms);
    this.#entities.put(
      item.id,
      entitiesOf(item).map(({ key }) => [key, 1]),
    );
  }

  /** Puts many, a part at a time, with a turn of the event loop between the parts, so that a screen can be drawn and keys be heard. */
  async putInParts(items: readonly LikenessItem[], partSize = 200): Promise<void> {
    for (let from = 0; from < items.length; from += partSize) {
      for (const item of items.slice(from, from + partSize)) this.put(item);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  remove(id: string): void {
    this.#docs.delete(id);
    this.#words.remove(id);
    this.#entities.remove(id);
  }

  /** The items most like a text, the likest first, then by id; never itself (`query.id`), never one without a word or a reason. */
  like(query: LikenessText & { id?: string }, limit: number): Alike[] {
    const doc = docOf(query, this.#settings);
    const { scores, touched } = this.#scored(query, doc);
    const own = query.id === undefined ? undefined : this.#words.slotOf(query.id);
    const ranked = best(touched, scores, own, Math.max(limit, this.#settings.rerankMax), (slot) =>
      this.#words.idAt(slot),
    );
    const sequenceOf = (slot: number) => this.#docs.get(this.#words.idAt(slot))?.doc.sequence ?? [];
    pairScores(doc, ranked, { scores, sequenceOf, words: this.#words, settings: this.#settings });
    const found = best(ranked, scores, own, limit, (slot) => this.#words.idAt(slot)).map((slot) => {
      const id = this.#words.idAt(slot);
      return { id, score: scores[slot] ?? 0, ...this.#explained(query, doc, id) };
    });
    for (const slot of touched) scores[slot] = 0;
    return found.filter(({ words, reasons }) => words.length + reasons.length > 0);
  }

  /** What each item gets for the words and the names it shares; every other slot is 0. */
  #scored(query: LikenessText, doc: Doc): { scores: Float64Array; touched: number[] } {
    if (this.#scores.length < this.#words.slotsEnd) this.#scores = new Float64Array(2 * this.#words.slotsEnd);
    const scores = this.#scores;
    const touched: number[] = [];
    const add = (slot: number, score: number) => {
      if (scores[slot] === 0) touched.push(slot);
      scores[slot] = (scores[slot] ?? 0) + score;
    };
    const { k1, b } = this.#settings;
    const mean = this.#words.meanLength;
    for (const [key, weight] of doc.asked) {
      const rarity = this.#words.rarityOf(key) * weight;
      this.#words.each(key, (slot, times, length) => {
        add(slot, (rarity * times * (k1 + 1)) / (times + k1 * (1 - b + (b * length) / mean)));
      });
    }
    for (const { key, kind } of entitiesOf(query)) {
      const worth = this.#entities.rarityOf(key) * this.#settings[kind];
      if (worth === 0) continue;
      this.#entities.each(key, (slot) => {
        add(slot, worth);
      });
    }
    return { scores, touched };
  }

  #explained(query: LikenessText, doc: Doc, id: string): Pick<Alike, "words" | "reasons"> {
    const found = this.#docs.get(id);
    if (found === undefined) return { words: [], reasons: [] };
    const rarityOf = (key: string) => this.#words.rarityOf(key);
    const shared = sharedWords(query, doc, found.item, rarityOf);
    const named = new Map(entitiesOf(found.item).map((entity) => [entity.key, entity]));
    const reasons: LikenessReason[] = entitiesOf(query)
      .filter(({ key }) => named.has(key))
      .map((entity) => ({ entity, worth: this.#entities.rarityOf(entity.key) * this.#settings[entity.kind] }))
      .filter(({ worth }) => worth > 0)
      .toSorted((one, other) => other.worth - one.worth)
      .map(({ entity: { kind, id: of } }) => (kind === "track" ? { kind, name: of } : { kind, id: of }));
    return { words: shared.words, reasons: [...reasons, ...shared.joined] };
  }
}

/** The slots with the highest scores, the highest first, then by id. */
function best(
  slots: readonly number[],
  scores: Float64Array,
  leftOut: number | undefined,
  count: number,
  idAt: (slot: number) => string,
): number[] {
  let kept = slots.filter((slot) => slot !== leftOut);
  if (kept.length > count) {
    const least = Float64Array.from(kept, (slot) => scores[slot] ?? 0).sort()[kept.length - count] ?? 0;
    kept = kept.filter((slot) => (scores[slot] ?? 0) >= least);
  }
  return kept
    .toSorted((one, other) => {
      const difference = (scores[other] ?? 0) - (scores[one] ?? 0);
      return difference === 0 ? (idAt(one) < idAt(other) ? -1 : 1) : difference;
    })
    .slice(0, count);
}
