import type { Kind } from "#domain/model/fields.ts";
import { assert } from "#domain/refusal.ts";

/** What a cell holds, the same on every engine. */
export type Value = string | number | null;

/**
 * A field as a cell. Booleans are the integers 0 and 1 on every engine, days and instants are their ISO text, lists and
 * objects are JSON text: nothing is read differently on one engine than on the other. An `id` is text as well (not
 * PostgreSQL's `uuid`, which would hand back another spelling of what it was given), ordered by its bytes.
 *
 * A value of the wrong kind is a mistake of ours: the doors and commands have checked it.
 */
export function cellOf(kind: Kind, field: unknown): Value {
  if (field === null) return null;
  switch (kind) {
    case "id":
      assert(typeof field === "string", "an id is text");
      return field;
    case "text":
      assert(typeof field === "string", "a text column holds text");
      return storable(field);
    case "integer":
      assert(Number.isSafeInteger(field), "an integer column holds a whole number");
      return field as number; // a safe integer is a number
    case "real":
      assert(typeof field === "number" && Number.isFinite(field), "a real column holds a finite number");
      return field;
    case "boolean":
      assert(typeof field === "boolean", "a boolean column holds true or false");
      return field ? 1 : 0;
    case "json": {
      assert(typeof field === "object", "a JSON column holds a list or an object");
      return JSON.stringify(field);
    }
  }
}

/** The field that a cell, which is not null, was made of. */
export function fieldOf(kind: Kind, cell: unknown): unknown {
  switch (kind) {
    case "text":
      return restored(cell as string); // written by `cellOf`
    case "json":
      return cell === "[]" ? [] : (JSON.parse(cell as string) as unknown); // written by `cellOf`; most lists are empty
    case "boolean":
      return cell === 1;
    case "id":
    case "integer":
    case "real":
      return cell;
  }
}

/**
 * PostgreSQL's text holds no NUL character, and no UTF-8 holds half a surrogate pair; pages have been seen with both,
 * and a page is kept as received (NT1). Such a character is stored as U+FDD0 (a noncharacter, which no text means to
 * use) and its four hexadecimal digits, and so is U+FDD0 itself. All other text is stored as it is.
 */
const escape = "\uFDD0";
const unstorable = /[\0\uFDD0\p{Surrogate}]/gu;
const escaped = /\uFDD0([0-9a-f]{4})/g;

function storable(text: string): string {
  // Asked first: nearly all text needs nothing, and these two are many times faster than the expression.
  if (text.isWellFormed() && !text.includes("\0") && !text.includes(escape)) return text;
  return text.replace(unstorable, (character) => escape + character.charCodeAt(0).toString(16).padStart(4, "0"));
}

function restored(text: string): string {
  if (!text.includes(escape)) return text;
  return text.replace(escaped, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
