import type { LikenessItem, LikenessText } from "../likeness.ts";
import type { Weighed } from "./postings.ts";
import type { Settings } from "./settings.ts";
import { wordsOf } from "./words.ts";

/** A text as it is compared. */
export interface Doc {
  /** Its stems, each once, with how much each counts: how often it is there, a title's and a joined note's weighted. */
  terms: Weighed[];
  /** The same for asking: a word that comes often asks more, but not so many times more. */
  asked: Weighed[];
  /** Its stems in the order of the text, the title first. */
  sequence: string[];
}

export function docOf(of: LikenessText & Pick<LikenessItem, "joined">, settings: Settings): Doc {
  const weights = new Map<string, number>();
  const sequence: string[] = [];
  const take = (text: string, weight: number, isOwn: boolean) => {
    for (const { stem } of wordsOf(text)) {
      weights.set(stem, (weights.get(stem) ?? 0) + weight);
      if (isOwn) sequence.push(stem);
    }
  };
  if (of.title) take(of.title, settings.title, true);
  take(of.text, 1, true);
  for (const { text } of of.joined ?? []) take(text, settings.joined, false);
  const terms = [...weights];
  return { terms, asked: terms.map(([key, weight]) => [key, 1 + Math.log(Math.max(1, weight))]), sequence };
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
  const take = (kind: Entity["kind"], id: string | null | undefined) => {
    if (id) all.set(`${kind} ${id}`, { kind, id, key: `${kind} ${id}` });
  };
  for (const id of of.personIds) take("person", id);
  for (const id of of.organizationIds) take("organization", id);
  take("session", of.sessionId);
  // A track's name is an event's own: "Main stage" of two events is two.
  if (of.track)
    all.set(`track ${of.eventId} ${of.track}`, { kind: "track", id: of.track, key: `track ${of.eventId} ${of.track}` });
  take("event", of.eventId);
  return [...all.values()];
}
