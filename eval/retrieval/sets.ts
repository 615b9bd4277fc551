import type { LikenessItem, LikenessText } from "#recall/likeness.ts";

/** One thing asked for, and what answers it: ids of items with their grades, 1 and up. */
export interface Asked {
  query: LikenessText & { id: string };
  grades: ReadonlyMap<string, number>;
}

/** A set to find things in. */
export interface RetrievalSet {
  name: string;
  /** What it is, in a sentence. */
  about: string;
  items: LikenessItem[];
  asked: Asked[];
}

/** A text that names nobody. */
export function bare(text: string, title: string | null = null): LikenessText {
  return { text, title, personIds: [], organizationIds: [], sessionId: null, eventId: null, on: null };
}

/** A share of many, spread evenly and the same each time. */
export function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, at) => all[Math.floor(at * step)]).filter(
    (one) => one !== undefined,
  );
}
