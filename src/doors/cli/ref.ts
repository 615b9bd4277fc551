import { type Noun, nounNames, type RecordOf } from "#domain/model/nouns.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Replica } from "#replica/replica.ts";

/** Characters of an id that people see and type: its end, which is random (UUIDv7 starts with the time). */
const refLength = 6;

/** The short form of an id, as lists show it. */
export function ref(id: string): string {
  return id.slice(-refLength);
}

/** The record a person means: a whole id, or the end of one that fits exactly one record of these nouns. */
export function recordAt<N extends Noun>(
  replica: Replica,
  nouns: readonly N[],
  given: string,
): { noun: N; record: RecordOf<N> } {
  const wanted = given.trim().toLowerCase();
  const found = wanted.length < 4 ? [] : nouns.flatMap((noun) => matching(replica, noun, wanted));
  const [only, second] = found;
  if (only === undefined) {
    const what = nouns.length === nounNames.length ? "thing" : nouns.join(" or ");
    throw new Refusal(
      "not-found",
      `There is no ${what} with an id that ends in "${given}". Lists show the ids; type at least 4 characters.`,
    );
  }
  if (second !== undefined) {
    const fits = found.map(({ noun, record }) => `${noun} ${record.id}`).join(", ");
    throw new Refusal("invalid", `"${given}" fits several: ${fits}. Type more of the id.`);
  }
  return only;
}

function matching<N extends Noun>(replica: Replica, noun: N, wanted: string): { noun: N; record: RecordOf<N> }[] {
  return [...replica.all(noun)].filter((record) => record.id.endsWith(wanted)).map((record) => ({ noun, record }));
}

/** A record named by its id or by its name, whole or in part, where exactly one fits. */
export function namedOrAt<N extends "person" | "event" | "organization">(
  replica: Replica,
  noun: N,
  given: string,
): RecordOf<N> {
  const key = given.trim().toLowerCase();
  const all = [...replica.all(noun)];
  const exact = all.filter((record) => record.name.toLowerCase() === key);
  if (exact.length === 1 && exact[0] !== undefined) return exact[0];
  const byId = key.length >= 4 ? all.filter((record) => record.id.endsWith(key)) : [];
  if (byId.length === 1 && byId[0] !== undefined) return byId[0];
  const partly = all.filter((record) => record.name.toLowerCase().includes(key));
  if (partly.length === 1 && partly[0] !== undefined) return partly[0];
  if (partly.length + exact.length === 0) throw new Refusal("not-found", `There is no ${noun} called "${given}".`);
  const names = (exact.length > 1 ? exact : partly).slice(0, 8).map((record) => `${record.name} (${ref(record.id)})`);
  throw new Refusal("invalid", `"${given}" fits several: ${names.join(", ")}. Type more of the name, or the id.`);
}
