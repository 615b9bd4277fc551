import { type Day, daysBetween } from "#domain/model/time.ts";
import { type Asked, askedOf, type Doc, docOf, entitiesOf, type Entity } from "./likeness/doc.ts";
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
 * Likeness between a note and what is under way (RC1): BM25 over stemmed words and their families, raised by words that stand together
 * in both, by the people, organizations, sessions, tracks and events that both name, each the more the fewer items name it, and a little
 * by nearness in time. Nothing is found without a
 * shared word or a reason. Deterministic: equal items give equal answers, in whatever order they came; an item that was removed leaves no trace.
 * Measured by `npm run eval -- --only retrieval`.
 */
export class Likeness {
  readonly #settings: Settings;
  readonly #words = new Postings(true);
  /** Put and removed with the words, so that an item's slot is the same in both. */
  readonly #entities = new Postings(false);
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
  async putInParts(items: readonly LikenessItem[], partSize = 100): Promise<void> {
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
    const asked = this.#question(query);
    return this.#ranked(asked, limit)
      .map(({ id, score }) => ({ id, score, ...this.#explained(asked, id) }))
      .filter(({ words, reasons }) => words.length + reasons.length > 0);
  }

  /** The same order without words and reasons, to measure a long ranking. */
  rank(query: LikenessText & { id?: string }, limit: number): { id: string; score: number }[] {
    return this.#ranked(this.#question(query), limit);
  }

  #question(query: LikenessText & { id?: string }): Question {
    const doc = docOf(query, this.#settings);
    const asked = askedOf(doc, this.#settings, (stem) => this.#words.familyOf(stem));
    const named = entitiesOf(query).flatMap((entity) => {
      // The commoner a name is, the less it says: more steeply than a word, since a colleague is in everything.
      const rarity = this.#entities.rarityOf(entity.key);
      const worth = (this.#settings[entity.kind] * rarity ** 3) / Math.log(1 + this.#entities.size) ** 2;
      return worth > 0 ? [{ ...entity, worth }] : [];
    });
    return { query, doc, asked, named };
  }

  #ranked(question: Question, limit: number): { id: string; score: number }[] {
    const { query, doc } = question;
    const { scores, touched } = this.#scored(question);
    const own = query.id === undefined ? undefined : this.#words.slotOf(query.id);
    const idAt = (slot: number) => this.#words.idAt(slot);
    const sequenceOf = (slot: number) => this.#docs.get(idAt(slot))?.doc.sequence ?? [];
    const first = best(touched, scores, own, lookedAtAgain, idAt);
    pairScores(doc, first, { scores, sequenceOf, words: this.#words, settings: this.#settings });
    const found = best(touched, scores, own, limit, idAt).map((slot) => ({ id: idAt(slot), score: scores[slot] ?? 0 }));
    for (const slot of touched) scores[slot] = 0;
    return found;
  }

  /** What each item gets for the words and the names it shares; every other slot is 0. */
  #scored({ query, asked, named }: Question): { scores: Float64Array; touched: number[] } {
    if (this.#scores.length < this.#words.slotsEnd) this.#scores = new Float64Array(2 * this.#words.slotsEnd);
    const scores = this.#scores;
    const touched: number[] = [];
    const add = (slot: number, score: number) => {
      if (scores[slot] === 0) touched.push(slot);
      scores[slot] = (scores[slot] ?? 0) + score;
    };
    const { k1, b, near, nearDays } = this.#settings;
    const mean = this.#words.meanLength;
    for (const { stem, weight } of asked) {
      const worth = this.#words.rarityOf(stem) * weight * (k1 + 1);
      this.#words.each(stem, (slot, times, length) => {
        add(slot, (worth * times) / (times + k1 * (1 - b + (b * length) / mean)));
      });
    }
    for (const { key, worth } of named) {
      this.#entities.each(key, (slot) => {
        add(slot, worth);
      });
    }
    if (query.on === null || near === 0) return { scores, touched };
    for (const slot of touched) {
      const on = this.#docs.get(this.#words.idAt(slot))?.item.on ?? null;
      if (on === null) continue;
      const days = Math.abs(daysBetween(on, query.on));
      scores[slot] = (scores[slot] ?? 0) * (1 + near * Math.exp(-days / nearDays));
    }
    return { scores, touched };
  }

  #explained({ query, asked, named }: Question, id: string): Pick<Alike, "words" | "reasons"> {
    const found = this.#docs.get(id);
    if (found === undefined) return { words: [], reasons: [] };
    const shared = sharedWords(query, asked, found.item, (stem) => this.#words.rarityOf(stem));
    const there = new Set(entitiesOf(found.item).map(({ key }) => key));
    const reasons = named
      .filter(({ key }) => there.has(key))
      .toSorted((one, other) => other.worth - one.worth)
      .map(({ kind, id: of }): LikenessReason => (kind === "track" ? { kind, name: of } : { kind, id: of }));
    return { words: shared.words, reasons: [...reasons, ...shared.joined] };
  }
}

/** A text as an index is asked with it. */
interface Question {
  query: LikenessText & { id?: string };
  doc: Doc;
  asked: Asked[];
  named: (Entity & { worth: number })[];
}

/** So many of the best are looked at again for words that stand together. */
const lookedAtAgain = 100;

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
