import { type Noun, nounNames, type RecordOf } from "#domain/model/nouns.ts";
import type { Entry } from "#domain/ports.ts";
import type { Look } from "./store.ts";

/** One record or tombstone of a workspace. */
export interface Content {
  noun: Noun;
  fields: RecordOf<Noun>;
  removed: boolean;
}

/** How many rows are asked for at a time. A page holds up to 16 Mi characters, everything else a few thousand. */
const rowsMax = (noun: Noun): number => (noun === "page" ? 8 : 1_000);
/** An entry of an import names every row it made, so it may be long. */
const entriesMax = 100;

/** Every record and tombstone at the look's moment, in the order of `nouns`, each in order of id; a part in memory at a time. */
export async function* recordsOf(look: Look): AsyncGenerator<Content> {
  const until = look.head.version;
  for (const noun of nounNames) {
    for (let afterId = ""; ;) {
      const rows = await look.slice(noun, { afterId, until, limit: rowsMax(noun) });
      for (const { record, removed } of rows) yield { noun, fields: record, removed };
      const last = rows.at(-1);
      if (last === undefined || rows.length < rowsMax(noun)) break;
      afterId = last.record.id;
    }
  }
}

/** The whole journal at the look's moment, the oldest entry first, without versions: another copy gives its own. */
export async function* entriesOf(look: Look): AsyncGenerator<Omit<Entry, "version">> {
  for (let after = 0; ;) {
    const entries = await look.entriesAfter(after, entriesMax);
    for (const { version, ...entry } of entries) {
      after = version;
      yield entry;
    }
    if (entries.length < entriesMax) break;
  }
}
