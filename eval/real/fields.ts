import type { Names } from "../annotation.ts";

/** The fields of one line of JSON, each taken once and looked at. A field that is wrong, missing or left over is thrown as `fail` says it. */
export class Fields {
  readonly #fields: Map<string, unknown>;
  readonly #fail: (what: string) => Error;

  constructor(line: string, fail: (what: string) => Error) {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null) throw fail("not a record");
    this.#fields = new Map(Object.entries(value));
    this.#fail = fail;
  }

  #take(name: string): unknown {
    const value = this.#fields.get(name);
    this.#fields.delete(name);
    return value;
  }

  maybe(name: string): string | null {
    const value = this.#take(name);
    if (value === undefined) return null;
    if (typeof value !== "string") throw this.#fail(`"${name}" is no text`);
    return value;
  }

  text(name: string): string {
    const value = this.maybe(name);
    if (value === null) throw this.#fail(`"${name}" is missing`);
    return value;
  }

  number(name: string): number {
    const value = this.#take(name);
    if (typeof value !== "number") throw this.#fail(`"${name}" is no number`);
    return value;
  }

  truth(name: string): boolean {
    const value = this.maybeTruth(name);
    if (value === null) throw this.#fail(`"${name}" is missing`);
    return value;
  }

  maybeTruth(name: string): boolean | null {
    const value = this.#take(name);
    if (value === undefined) return null;
    if (typeof value !== "boolean") throw this.#fail(`"${name}" is neither true nor false`);
    return value;
  }

  list(name: string): unknown[] {
    const value = this.#take(name);
    if (!Array.isArray(value)) throw this.#fail(`"${name}" is no list`);
    return value;
  }

  oneOf<T extends string>(name: string, known: readonly T[]): T {
    const value = this.maybeOneOf(name, known);
    if (value === null) throw this.#fail(`"${name}" is missing`);
    return value;
  }

  maybeOneOf<T extends string>(name: string, known: readonly T[]): T | null {
    const value = this.maybe(name);
    if (value === null) return null;
    const found = known.find((one) => one === value);
    if (found === undefined) throw this.#fail(`"${name}" is "${value}", not one of ${known.join(", ")}`);
    return found;
  }

  /** As in docs/labelling.md: `Ana Ruiz; Ana` (either is right), `Ana?` (has to stay open). */
  names(name: string): Names | null {
    const value = this.maybe(name);
    if (value === null) return null;
    const names = value.replace(/\?$/u, "").split(";");
    return { names: names.map((one) => one.trim()).filter((one) => one !== ""), isOpen: value.endsWith("?") };
  }

  end(): void {
    if (this.#fields.size > 0) throw this.#fail(`unknown: ${[...this.#fields.keys()].join(", ")}`);
  }
}
