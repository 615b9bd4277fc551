import type { Problems } from "../file.ts";
import { limits } from "../file.ts";
import { LineFinder } from "./line.ts";

export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object with the line it starts on, so that what is wrong in it can be found. */
export class JsonObject {
  readonly line: number;
  readonly fields = new Map<string, Json>();

  constructor(line: number) {
    this.line = line;
  }

  /** A field's value; null where it is missing. */
  get(name: string): Json {
    return this.fields.get(name) ?? null;
  }

  /** The first of the fields that is an object. */
  object(...names: string[]): JsonObject | null {
    for (const name of names) {
      const value = this.get(name);
      if (value instanceof JsonObject) return value;
    }
    return null;
  }

  /** A list of objects under a name; whatever else stands in the list is left out. */
  objects(name: string): JsonObject[] {
    return objectsIn(this.get(name));
  }

  /**
   * The first of the fields that holds words: a string that is not blank, a number, or an object of translations
   * (`{"en": "Main hall", "de": "..."}`), of which English, then the first is taken.
   */
  words(...names: string[]): string | null {
    for (const name of names) {
      const words = wordsOf(this.get(name));
      if (words !== null) return words;
    }
    return null;
  }
}

export function objectsIn(value: Json): JsonObject[] {
  return Array.isArray(value) ? value.filter((item) => item instanceof JsonObject) : [];
}

export function wordsOf(value: Json): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if (typeof value === "number") return String(value);
  if (!(value instanceof JsonObject)) return null;
  const translations = [value.get("en"), ...value.fields.values()];
  return translations.filter((words) => typeof words === "string").find((words) => words.trim() !== "") ?? null;
}

/**
 * Reads JSON (RFC 8259), and goes on where it is broken: a stray character is passed over, a missing comma or
 * quote is a problem with its line, and a file that was cut off gives everything before the cut. Values nested
 * deeper than `limits.depthMax` are passed over. Linear in time. Null where there is no value at all.
 */
export function readJson(text: string, problems: Problems): Json {
  return new Reader(text, problems).document();
}

const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

class Reader {
  readonly #text: string;
  readonly #problems: Problems;
  readonly #lines: LineFinder;
  #at = 0;
  #depth = 0;
  #isDepthSaid = false;
  #isEndSaid = false;
  /** Line of the last stray character: one problem a line is enough. */
  #strayLine = 0;

  constructor(text: string, problems: Problems) {
    this.#text = text;
    this.#problems = problems;
    this.#lines = new LineFinder(text);
  }

  document(): Json {
    for (;;) {
      this.#skipBlanks();
      if (this.#at >= this.#text.length) return null;
      const value = this.#value();
      if (value !== undefined) return value;
      this.#stray();
    }
  }

  /** The value that starts here; undefined, and nothing taken, where none does. */
  #value(): Json | undefined {
    const code = this.#text.charCodeAt(this.#at);
    if (code === openBrace) return this.#nested(() => this.#object());
    if (code === openBracket) return this.#nested(() => this.#array());
    if (code === quote) return this.#string();
    return this.#bare();
  }

  /** One level down. What stands too deep is walked over flat, with a count in place of a stack. */
  #nested(read: () => Json): Json {
    if (this.#depth >= limits.depthMax) {
      this.#skipNested();
      return null;
    }
    this.#depth += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #object(): JsonObject {
    const object = new JsonObject(this.#lines.at(this.#at));
    this.#at += 1;
    for (;;) {
      this.#skipBlanks();
      const code = this.#text.charCodeAt(this.#at);
      if (Number.isNaN(code)) return this.#cut(object);
      if (code === closeBrace) {
        this.#at += 1;
        return object;
      }
      if (code === closeBracket) {
        // A list ends while its object is open: the object's end is missing, the list's is here.
        this.#note("An object has no end");
        return object;
      }
      if (code === comma) {
        this.#at += 1;
        continue;
      }
      if (code !== quote) {
        this.#stray();
        continue;
      }
      this.#member(object);
    }
  }

  #member(object: JsonObject): void {
    const name = this.#string();
    this.#skipBlanks();
    if (this.#text.charCodeAt(this.#at) !== colon) {
      this.#note(`"${name.slice(0, 40)}" stands where a name and its value are expected`);
      return;
    }
    this.#at += 1;
    this.#skipBlanks();
    const value = this.#value();
    if (value === undefined) {
      this.#note(`"${name.slice(0, 40)}" has no value`);
      return;
    }
    object.fields.set(name, value);
  }

  #array(): Json[] {
    const items: Json[] = [];
    this.#at += 1;
    for (;;) {
      this.#skipBlanks();
      const code = this.#text.charCodeAt(this.#at);
      if (Number.isNaN(code)) return this.#cut(items);
      if (code === closeBracket) {
        this.#at += 1;
        return items;
      }
      if (code === closeBrace) {
        this.#note("A list has no end");
        return items;
      }
      if (code === comma) {
        this.#at += 1;
        continue;
      }
      const value = this.#value();
      if (value === undefined) this.#stray();
      else items.push(value);
    }
  }

  #string(): string {
    const start = this.#at;
    let end = this.#text.indexOf('"', start + 1);
    while (end !== -1 && this.#isEscaped(end, start)) end = this.#text.indexOf('"', end + 1);
    if (end === -1) {
      this.#at = this.#text.length;
      this.#cut(null);
      return this.#unescaped(this.#text.slice(start + 1));
    }
    this.#at = end + 1;
    return this.#unescaped(this.#text.slice(start + 1, end));
  }

  #isEscaped(end: number, start: number): boolean {
    let slashes = 0;
    for (let i = end - 1; i > start && this.#text.charCodeAt(i) === backslash; i -= 1) slashes += 1;
    return slashes % 2 === 1;
  }

  #unescaped(raw: string): string {
    if (!raw.includes("\\")) return raw;
    if (raw.length < longString) return loosely(raw);
    try {
      // The runtime's own reading is many times faster; it refuses raw line ends and wrong escapes. No quotation mark
      // is left in it, so what it gives is a string.
      return JSON.parse(`"${raw}"`) as string;
    } catch {
      return loosely(raw);
    }
  }

  /** A number, true, false or null. */
  #bare(): Json | undefined {
    const found = bareValue(this.#text, this.#at);
    if (found === null) return undefined;
    this.#at += found.length;
    return found.value;
  }

  #skipBlanks(): void {
    while (this.#at < this.#text.length) {
      const code = this.#text.charCodeAt(this.#at);
      if (code > space && code !== 0xfeff && code !== 0xa0) return;
      this.#at += 1;
    }
  }

  #skipNested(): void {
    if (!this.#isDepthSaid) {
      this.#isDepthSaid = true;
      this.#problems.add(`Values are nested deeper than ${limits.depthMax}; what stands deeper is passed over`, {
        line: this.#lines.at(this.#at),
        kept: "everything above that depth",
      });
    }
    let depth = 0;
    while (this.#at < this.#text.length) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === quote) {
        this.#string();
        continue;
      }
      this.#at += 1;
      if (code === openBrace || code === openBracket) depth += 1;
      if (code === closeBrace || code === closeBracket) depth -= 1;
      if (depth === 0) return;
    }
  }

  #stray(): void {
    const line = this.#lines.at(this.#at);
    if (line !== this.#strayLine) {
      this.#strayLine = line;
      const shown = this.#text.slice(this.#at, this.#at + 12).replace(/\s[^]*$/, "");
      this.#problems.add(`"${shown}" does not belong here in JSON`, { line, kept: "what stands around it" });
    }
    this.#at += 1;
  }

  #note(what: string): void {
    this.#problems.add(what, { line: this.#lines.at(this.#at), kept: "what stands around it" });
  }

  #cut<T extends Json>(value: T): T {
    if (!this.#isEndSaid) {
      this.#isEndSaid = true;
      this.#problems.add("The file ends in the middle; it may have been cut off", {
        line: this.#lines.at(this.#text.length),
        kept: "everything before the end",
      });
    }
    return value;
  }
}

/** From here on the runtime's reading gains more than its exception can cost. */
const longString = 200;

/** Escapes undone one by one; a wrong one stays as the letter it escapes. */
function loosely(raw: string): string {
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|([^u])|u)/gs, (whole, hex?: string, letter?: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return letter === undefined ? whole : (escapes.get(letter) ?? letter);
  });
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["b", "\b"],
  ["f", "\f"],
]);

const numberPattern = /-?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,4})?/y;

function bareValue(text: string, at: number): { value: Json; length: number } | null {
  if (text.startsWith("true", at)) return { value: true, length: 4 };
  if (text.startsWith("false", at)) return { value: false, length: 5 };
  if (text.startsWith("null", at)) return { value: null, length: 4 };
  numberPattern.lastIndex = at;
  const found = numberPattern.exec(text)?.[0];
  return found === undefined ? null : { value: Number(found), length: found.length };
}
