import type { Noun } from "#domain/model/nouns.ts";
import { entryColumns, refusalColumns } from "./statements.ts";
import { tableOf } from "./tables.ts";

/**
 * The statements that only read, as text: a workspace's head, its rows, its journal. Commands' own are in `statements.ts`.
 *
 * `place` writes the n-th parameter in the engine's way. The first parameter is the workspace, always.
 */
export type Place = (n: number) => string;

/** workspace_id */
export function headText(place: Place): string {
  return select("head", ["version", "epoch"], place);
}

/** workspace_id, a version where `isSince`, and a later one where `isUntil` as well. In no order: see `inOrder`. */
export function rowsText(noun: Noun, place: Place, options: { isSince: boolean; isUntil?: boolean }): string {
  const later = options.isSince ? ` and "version" > ${place(2)}` : "";
  const until = options.isUntil ? ` and "version" <= ${place(3)}` : "";
  return select(noun, tableOf(noun).cells, place) + later + until;
}

/** workspace_id, an id, a version, the event where it is `one`, and the limit */
export function sliceText(noun: Noun, place: Place, event: "any" | "none" | "one"): string {
  const events = { any: "", none: ' and "event_id" is null', one: ` and "event_id" = ${place(4)}` };
  const limit = place(event === "one" ? 5 : 4);
  const part = ` and "id" > ${place(2)} and "version" <= ${place(3)}${events[event]} order by "id" limit ${limit}`;
  return select(noun, tableOf(noun).cells, place) + part;
}

/** workspace_id */
export function countText(noun: Noun, place: Place): string {
  return `select count(*) as "count" from "${noun}" where "workspace_id" = ${place(1)}`;
}

/** workspace_id, a version where `isBefore`, and the limit */
export function entriesText(place: Place, options: { isBefore: boolean }): string {
  const earlier = options.isBefore ? ` and "version" < ${place(2)}` : "";
  const limit = place(options.isBefore ? 3 : 2);
  return `${select("journal", entryColumns, place)}${earlier} order by "version" desc limit ${limit}`;
}

/** workspace_id, a version, and the limit */
export function entriesAfterText(place: Place): string {
  return `${select("journal", entryColumns, place)} and "version" > ${place(2)} order by "version" limit ${place(3)}`;
}

/** workspace_id and an id */
export function entryText(place: Place): string {
  return `${select("journal", entryColumns, place)} and "id" = ${place(2)}`;
}

/** workspace_id and a version */
export function stampText(place: Place): string {
  return `${select("journal", ["stamp"], place)} and "version" <= ${place(2)} order by "version" desc limit 1`;
}

/** workspace_id and a device */
export function lastSequenceText(place: Place): string {
  return `${select("device", ["last_sequence"], place)} and "id" = ${place(2)}`;
}

/** workspace_id, a device, and one of its sequences */
export function refusalText(place: Place): string {
  return `${select("refusal", refusalColumns, place)} and "device_id" = ${place(2)} and "sequence" = ${place(3)}`;
}

/** workspace_id. The newest version in a table, for looking the store over. */
export function newestText(table: Noun | "journal", place: Place): string {
  return `select max("version") as "version" from "${table}" where "workspace_id" = ${place(1)}`;
}

/** The one statement that looks across workspaces; it gives their ids and nothing in them. */
export const workspacesText = `select "workspace_id" from "head" order by "workspace_id"`;

function select(table: string, columns: readonly string[], place: Place): string {
  const list = columns.map((column) => `"${column}"`).join(", ");
  return `select ${list} from "${table}" where "workspace_id" = ${place(1)}`;
}
