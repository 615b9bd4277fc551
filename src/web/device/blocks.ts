import type { Noun } from "#domain/model/nouns.ts";
import type { StoredRow } from "#sync/storage.ts";

/**
 * So many rows a block. IndexedDB costs by the record: 50,000 rows took 8 to 10 s as a record each, 0.4 s of processor time in blocks
 * of 250 and 0.2 s in blocks of 1,000.
 */
export const blockRows = 1000;

/** Many rows of one noun as one record: their fields named once, and their values as text, which takes half the time of a clone. */
export interface Block {
  noun: Noun;
  fields: string[];
  count: number;
  /** JSON: for each row its version, whether it is removed (1 or 0), and the fields' values in order. */
  text: string;
}

/** Packs rows, in their order as far as they are of one noun. */
export function packed(rows: readonly StoredRow[]): Block[] {
  const byShape = new Map<string, StoredRow[]>();
  for (const row of rows) {
    const shape = `${row.noun} ${Object.keys(row.record).join(" ")}`;
    const same = byShape.get(shape);
    if (same) same.push(row);
    else byShape.set(shape, [row]);
  }
  return [...byShape.values()].flatMap((same) => {
    const blocks: Block[] = [];
    for (let at = 0; at < same.length; at += blockRows) blocks.push(blockOf(same.slice(at, at + blockRows)));
    return blocks;
  });
}

function blockOf(rows: readonly StoredRow[]): Block {
  const [first] = rows;
  if (first === undefined) throw new Error("A block is of one row or more.");
  const fields = Object.keys(first.record);
  const values = rows.map(({ record, version, removed }) => {
    const byName = record as Record<string, unknown>; // its own fields
    return [version, removed ? 1 : 0, ...fields.map((field) => byName[field])];
  });
  return { noun: first.noun, fields, count: rows.length, text: JSON.stringify(values) };
}

/** The rows of a block. */
export function unpacked({ noun, fields, text }: Block): StoredRow[] {
  const values = JSON.parse(text) as unknown[][]; // what `blockOf` made
  return values.map((row) => {
    const record: Record<string, unknown> = {};
    for (let at = 0; at < fields.length; at += 1) record[fields[at]!] = row[at + 2]; // below its length
    return { noun, record, version: row[0], removed: row[1] === 1 } as StoredRow; // as it went in
  });
}
