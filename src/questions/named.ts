import type { Noun } from "#domain/model/nouns.ts";
import { shortened } from "#domain/model/say.ts";
import type { Replica } from "#replica/replica.ts";

/** Every record of a noun by the words a person knows it by, in order of these; for what is chosen by name. */
export function named(replica: Replica, noun: Noun): { id: string; words: string }[] {
  return [...replica.all(noun)]
    .map((record) => ({ id: record.id, words: nameOf(record as unknown as Record<string, unknown>) }))
    .sort((a, b) => a.words.localeCompare(b.words));
}

/** The fields that hold what people call a thing, the best first. */
const names = ["name", "title", "what", "text", "reading", "line", "way"] as const;

/** What people call a record. */
export function nameOf(record: Record<string, unknown>): string {
  for (const field of names) {
    const words = record[field];
    if (typeof words === "string" && words !== "") return shortened(words, 60);
  }
  return "without a name";
}
