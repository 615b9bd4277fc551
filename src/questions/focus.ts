import type { EventId, NoteId } from "#domain/model/id.ts";
import type { Note } from "#domain/model/note.ts";
import { SearchIndex } from "#recall/search.ts";
import type { Replica } from "#replica/replica.ts";

/** As many as can be weighed beside one question. */
const notesMax = 5;

/** One question of an event's focus, with the notes of the event that bear on it, the nearest first (FO2). */
export interface FocusShown {
  question: string;
  answer: string | null;
  notes: Note[];
}

/**
 * The focus of an event through which its notes are seen (FO2). A note bears on a question where it shares words with it that say
 * something (BM25 over the event's notes); what was let go does not.
 */
export function focus(replica: Replica, eventId: EventId): FocusShown[] {
  const event = replica.get("event", eventId);
  if (event === undefined || event.focus.length === 0) return [];
  const living = replica.by("note", "eventId", eventId).filter((note) => note.state !== "letGo");
  const nearest = nearestAmong(living);
  return event.focus.map(({ question, answer }) => ({ question, answer, notes: nearest(question) }));
}

/**
 * The notes that bear on a question of their event's focus, each with the first such question: what is answered first in a debrief
 * (FO2). What was let go counts as well, so that no answer changes the order of what is left.
 */
export function bearing(replica: Replica, eventId: EventId): ReadonlyMap<NoteId, string> {
  const event = replica.get("event", eventId);
  if (event === undefined || event.focus.length === 0) return new Map();
  const nearest = nearestAmong(replica.by("note", "eventId", eventId));
  const found = new Map<NoteId, string>();
  for (const { question } of event.focus) {
    for (const { id } of nearest(question)) if (!found.has(id)) found.set(id, question);
  }
  return found;
}

/** Finds the notes that bear on a question, the nearest first. */
function nearestAmong(notes: readonly Note[]): (question: string) => Note[] {
  const byId = new Map(notes.map((note) => [note.id as string, note]));
  const index = new SearchIndex();
  index.add(notes.map(({ id, text }) => ({ id, noun: "note", title: text, text: "" })));
  return (question) => index.search(wordsThatSay(question), notesMax).flatMap(({ id }) => byId.get(id) ?? []);
}

/** A question without the words that every question has; they would find every note. */
function wordsThatSay(question: string): string {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length > 2 && !asking.has(word)).join(" ");
}

/** Words of questions in the four languages that notes are read in. */
const asking: ReadonlySet<string> = new Set(
  `about and any other others are can could does did for from has have how into is its our should that the their them there they this
  was were what when where which who whom whose why will with would you your
  auf aus bei das dem den der die ein eine für haben hat ist kann können mit sein sind und uns unser unsere von wann warum was
  welche welcher welches wem wen wer wie wir wird wo zum zur
  aux avec ces cette comment dans des est est-ce être les leur nos notre nous ont par pour pourquoi quand que quel quelle quels
  qui quoi sont sur une vous
  como cómo con cual cuál cuando cuándo del donde dónde ese está este esta los las nos nuestra nuestro para por porque qué
  quien quién son una`.split(/\s+/),
);
