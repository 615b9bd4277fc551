import { plain } from "#domain/model/plain.ts";
import type { Replica } from "#replica/replica.ts";

/** Something under way that a note can be joined to. */
export interface UnderWay {
  noun: "step" | "lead" | "commitment";
  id: string;
  title: string;
}

/** What is under way and has all of these words in its title, commitments and leads before steps; for joining to what likeness did not find. */
export function underWay(replica: Replica, words: string, max: number): UnderWay[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const all: UnderWay[] = [
    ...replica
      .by("commitment", "state", "open")
      .map(({ id, what }) => ({ noun: "commitment" as const, id, title: what })),
    ...[...replica.all("lead")].map(({ id, name }) => ({ noun: "lead" as const, id, title: name })),
    ...replica.by("step", "state", "open").map(({ id, what }) => ({ noun: "step" as const, id, title: what })),
  ];
  const found: UnderWay[] = [];
  for (const one of all) {
    const title = plain(one.title);
    if (wanted.every((word) => title.includes(word)) && found.push(one) >= max) break;
  }
  return found;
}
