import type { LikenessItem, LikenessText } from "../likeness.ts";
import type { Weighed } from "./postings.ts";
import type { Settings } from "./settings.ts";
import { wordsOf } from "./words.ts";

/** A text as it is compared. */
export interface Doc {
  /** Its stems, each once, with how much each counts: how often it is there, a title's and a joined note's weighted. */
  terms: Weighed[];
  /** Its stems in the order of the text, the title first. */
  sequence: string[];
  /** Those of its stems that are written as names. */
  names: ReadonlySet<string>;
}

export function docOf(of: LikenessText & Pick<LikenessItem, "joined">, settings: Settings): Doc {
  const weights = new Map<string, number>();
  const names = new Set<string>();
  const sequence: string[] = [];
  const take = (text: string, weight: number, isOwn: boolean) => {
    for (const { stem, isName } of wordsOf(text)) {
      weights.set(stem, (weights.get(stem) ?? 0) + weight);
      if (!isOwn) continue;
      sequence.push(stem);
      if (isName) names.add(stem);
    }
  };
  if (of.title) take(of.title, settings.title, true);
  take(of.text, 1, true);
  if (settings.joined > 0) for (const { text } of of.joined ?? []) take(text, settings.joined, false);
  return { terms: [...weights], sequence, names };
}

/** A word to ask an index for. */
export interface Asked {
  stem: string;
  weight: number;
  /** The word of the query it stands for: itself, or one of its family. */
  for: string;
}

/**
 * What a text asks for: its words, one that comes often asking more, but not so many times more; and the words of their families that
 * an index has.
 */
export function askedOf(
  { terms, names }: Doc,
  { name, family }: Settings,
  familyOf: (stem: string) => readonly string[],
): Asked[] {
  const asked: Asked[] = [];
  for (const [stem, times] of terms) {
    const weight = (names.has(stem) ? 1 + name : 1) * (1 + Math.log(Math.max(1, times)));
    asked.push({ stem, weight, for: stem });
    if (family === 0) continue;
    for (const other of familyOf(stem)) {
      const common = Math.min(stem.length, other.length) / Math.max(stem.length, other.length);
      asked.push({ stem: other, weight: weight * family * common, for: stem });
    }
  }
  return asked;
}

export interface Entity {
  kind: "person" | "organization" | "session" | "track" | "event";
  id: string;
  /** One for each kind and id. */
  key: string;
}

/** What a text names, each once. */
export function entitiesOf(of: LikenessText): Entity[] {
  const all = new Map<string, Entity>();
  const take = (kind: Entity["kind"], id: string | null | undefined, key = `${kind} ${id}`) => {
    if (id) all.set(key, { kind, id, key });
  };
  for (const id of of.personIds) take("person", id);
  for (const id of of.organizationIds) take("organization", id);
  take("session", of.sessionId);
  // A track's name is an event's own: "Main stage" of two events is two.
  take("track", of.track, `track ${of.eventId} ${of.track}`);
  take("event", of.eventId);
  return [...all.values()];
}
