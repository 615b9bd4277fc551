import { plain } from "#domain/model/plain.ts";
import { type Noun, nounNames, type RecordOf } from "#domain/model/nouns.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Replica } from "#replica/replica.ts";
import { matching, refLengthMin } from "../matching.ts";
import { nearest } from "../nearest.ts";

/** Characters of an id that people see and type: its end, which is random (UUIDv7 starts with the time). */
const refLength = 6;

/** How many candidates are listed where a name fits several. */
const listedMax = 8;

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
  const found = recordsAt(replica, nouns, given);
  const [only, second] = found;
  if (only === undefined) {
    const what = nouns.length > 2 ? "thing" : nouns.join(" or ");
    throw new Refusal(
      "not-found",
      `There is no ${what} with an id that ends in "${given}". ${whereIds(nouns)} Type at least ${refLengthMin} characters.`,
    );
  }
  if (second !== undefined) {
    const fits = found.map(({ noun, record }) => `${noun} ${record.id}`).join(", ");
    throw new Refusal("invalid", `"${given}" fits several: ${fits}. Type more of the id.`);
  }
  return only;
}

function whereIds(nouns: readonly Noun[]): string {
  return nouns.length === 1 && nouns[0] === "step" ? '"upshot steps" shows the ids.' : "Lists show the ids.";
}

/** The records of these nouns whose id ends so. */
export function recordsAt<N extends Noun>(
  replica: Replica,
  nouns: readonly N[],
  given: string,
): { noun: N; record: RecordOf<N> }[] {
  const wanted = given.trim().toLowerCase();
  if (wanted.length < refLengthMin || !/^[0-9a-f-]+$/.test(wanted)) return [];
  return nouns.flatMap((noun) =>
    [...replica.all(noun)].filter((record) => record.id.endsWith(wanted)).map((record) => ({ noun, record })),
  );
}

/** A record named by its id or by its name, whole or in part, where exactly one fits. */
export function namedOrAt<N extends "person" | "event" | "organization">(
  replica: Replica,
  noun: N,
  given: string,
): RecordOf<N> {
  const found = matching<RecordOf<N>>(replica.all(noun), (record) => record.name, given);
  const [only, second] = found;
  if (only === undefined) {
    const list = noun === "organization" ? "" : ` "upshot ${noun === "person" ? "people" : "events"}" lists them.`;
    const like = likeOne(
      [...replica.all(noun)].map((record) => record.name),
      given,
    );
    throw new Refusal("not-found", `There is no ${noun} called "${given}".${like}${list}`);
  }
  if (second !== undefined)
    throw severalFit(
      given,
      found.map((record) => `${record.name} (${ref(record.id)})`),
    );
  return only;
}

/** Beyond so many names a slip of the finger is not looked for. */
const namesMax = 2000;

function likeOne(names: readonly string[], given: string): string {
  if (names.length > namesMax) return "";
  const like = names.find((name) => nearest(plain(given), [name, ...name.split(/\s+/)].map(plain)) !== undefined);
  return like === undefined ? "" : ` Did you mean ${like}?`;
}

/** What a person typed fits several things; they are named with their ids. */
export function severalFit(given: string, names: readonly string[]): Refusal {
  const more = names.length > listedMax ? ` and ${names.length - listedMax} more` : "";
  return new Refusal(
    "invalid",
    `"${given}" fits several: ${names.slice(0, listedMax).join(", ")}${more}. Type more of the name, or the id.`,
  );
}

/** What a record is called: its name, or its words. */
export function titleOf(record: RecordOf<Noun>): string {
  if ("name" in record) return record.name ?? "";
  if ("title" in record) return record.title;
  if ("what" in record) return record.what;
  if ("reading" in record) return record.reading;
  return "text" in record ? record.text : "";
}

/** Every noun but the workspace itself, which has no id that people see. */
export const shownNouns: readonly Exclude<Noun, "workspace">[] = nounNames.filter((noun) => noun !== "workspace");
