import type { Entry } from "#domain/ports.ts";
import type { Value } from "./values.ts";

/** A journal entry as cells, by column name. */
export function entryCells(entry: Entry): Record<string, Value> {
  return {
    id: entry.id,
    version: entry.version,
    command: entry.command,
    args: JSON.stringify(entry.args ?? null),
    member_id: entry.memberId,
    device_id: entry.deviceId,
    at: entry.at,
    changes: JSON.stringify(entry.changes),
    undoes: entry.undoes,
  };
}

/** The entry of cells in the order of `entryColumns`. */
export function entryFrom(cells: readonly unknown[]): Entry {
  const [id, version, command, args, memberId, deviceId, at, changes, undoes] = cells;
  return {
    id,
    version,
    command,
    args: JSON.parse(args as string),
    memberId,
    deviceId,
    at,
    changes: JSON.parse(changes as string),
    undoes,
  } as Entry; // the store wrote it with `entryCells`
}
