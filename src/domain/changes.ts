import type { Noun } from "./model/nouns.ts";
import type { Change } from "./ports.ts";

/**
 * What one command changed, field by field, in the order in which it did. Several patches of a record become one as
 * long as nothing else happened to it between them, and patches of a record that the command itself inserted are part
 * of its insert. Patches that end where they began are no change.
 */
export class Changes {
  readonly #all: Change[] = [];
  /** The last change of each record. */
  readonly #last = new Map<string, Change>();

  add(noun: Noun, id: string, op: "insert" | "remove" | "revive"): void {
    this.#push({ noun, id, op });
  }

  /** `before` and `after` hold the fields that differ. */
  patch(noun: Noun, id: string, fields: Fields): void {
    const last = this.#last.get(`${noun} ${id}`);
    if (last?.op === "insert") return;
    if (last?.op !== "patch") {
      this.#push({ noun, id, op: "patch", ...fields });
      return;
    }
    const before = { ...fields.before, ...last.before };
    Object.assign(last, difference(before, { ...last.after, ...fields.after }));
  }

  all(): Change[] {
    return this.#all.filter((change) => change.op !== "patch" || Object.keys(change.after).length > 0);
  }

  #push(change: Change): void {
    this.#all.push(change);
    this.#last.set(`${change.noun} ${change.id}`, change);
  }
}

/** Some fields of a record, as they were and as they are. */
interface Fields {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** The fields of `fields` whose value in `record` is another: what a patch really changes. */
export function difference(record: Record<string, unknown>, fields: Record<string, unknown>): Fields {
  const changed = Object.keys(fields).filter((field) => !isSame(record[field], fields[field]));
  return { before: pick(record, changed), after: pick(fields, changed) };
}

/** True where two values of JSON are the same, whatever the order of an object's keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  // Both are objects, and an array's indexes are its keys.
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]));
}

function pick(from: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, from[field]]));
}
