import type { Noun, RecordOf } from "#domain/model/nouns.ts";

/**
 * What a listener asks for: every record of a noun, one record, or the records whose field has a value (those that come to have
 * it and those that had it).
 */
export type Watched =
  | { noun: Noun; id?: undefined; field?: undefined }
  | { noun: Noun; id: string; field?: undefined }
  | { noun: Noun; id?: undefined; field: string; value: unknown };

/** One record that is another than before: new where there was nothing, gone where there is nothing now. */
export interface Changed {
  noun: Noun;
  id: string;
  before: RecordOf<Noun> | undefined;
  after: RecordOf<Noun> | undefined;
}

/** Told once a transaction, of the changes it asked for and no others; not told where there are none. */
export type Listener = (changes: readonly Changed[]) => void;

interface Watch {
  listener: Listener;
}

/** Who listens for what of one noun. */
class NounWatches {
  readonly all = new Set<Watch>();
  readonly byId = new Map<unknown, Set<Watch>>();
  readonly byField = new Map<string, Map<unknown, Set<Watch>>>();
}

/** Finds the listeners of a change by what they asked for, in time that does not grow with how many listen for other things. */
export class Watchers {
  readonly #nouns = new Map<Noun, NounWatches>();
  #count = 0;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** Gives the way to stop listening. */
  add(watched: readonly Watched[], listener: Listener): () => void {
    const watch = { listener };
    const places = watched.map((one) => this.#placeOf(one));
    for (const place of places) place.add(watch);
    this.#count += 1;
    let isOn = true;
    return () => {
      if (!isOn) return;
      isOn = false;
      this.#count -= 1;
      for (const place of places) place.delete(watch);
      for (const one of watched) this.#sweep(one);
    };
  }

  /** Tells each listener once. One that fails holds up no other, nor what was changed. */
  tell(changes: Iterable<Changed>): void {
    const told = new Map<Watch, Changed[]>();
    for (const change of changes) {
      for (const watch of this.#watchesOf(change)) {
        const own = told.get(watch);
        if (own === undefined) told.set(watch, [change]);
        else own.push(change);
      }
    }
    for (const [{ listener }, own] of told) {
      try {
        listener(own);
      } catch (error) {
        void Promise.reject(error); // comes up as an error that nobody handled
      }
    }
  }

  #watchesOf({ noun, id, before, after }: Changed): Set<Watch> {
    const found = new Set<Watch>();
    const watches = this.#nouns.get(noun);
    if (watches === undefined) return found;
    const add = (some: Iterable<Watch> | undefined) => {
      for (const watch of some ?? []) found.add(watch);
    };
    add(watches.all);
    add(watches.byId.get(id));
    for (const [field, byValue] of watches.byField) {
      for (const record of [before, after]) {
        if (record !== undefined) add(byValue.get((record as Record<string, unknown>)[field])); // one of its own fields
      }
    }
    return found;
  }

  #placeOf(watched: Watched): Set<Watch> {
    const watches = entryOf(this.#nouns, watched.noun, () => new NounWatches());
    if (watched.id !== undefined) return entryOf(watches.byId, watched.id, () => new Set());
    if (watched.field === undefined) return watches.all;
    const byValue = entryOf(watches.byField, watched.field, () => new Map<unknown, Set<Watch>>());
    return entryOf(byValue, watched.value, () => new Set());
  }

  /** Screens come and go: what nobody listens for any more is let go. */
  #sweep(watched: Watched): void {
    const watches = this.#nouns.get(watched.noun);
    if (watches === undefined) return;
    if (watched.id !== undefined && watches.byId.get(watched.id)?.size === 0) watches.byId.delete(watched.id);
    if (watched.field === undefined) return;
    const byValue = watches.byField.get(watched.field);
    if (byValue?.get(watched.value)?.size === 0) byValue.delete(watched.value);
    if (byValue?.size === 0) watches.byField.delete(watched.field);
  }
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
