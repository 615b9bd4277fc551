import { limits } from "../file.ts";

/** A JSON value with its place in the text; a string's place is between its quotation marks. */
export type JsonValue =
  | { is: "object"; members: Map<string, JsonValue> }
  | { is: "array"; items: JsonValue[] }
  | { is: "string"; from: number; to: number }
  | { is: "other"; value: number | boolean | null };

/** Reads JSON (RFC 8259) and keeps the places of its strings; null where the text is no JSON or nests too deep. */
export function jsonValue(text: string): JsonValue | null {
  const reader = new JsonReader(text);
  try {
    return reader.whole();
  } catch (error) {
    if (error instanceof NotJson) return null;
    throw error;
  }
}

/** A string as it reads, with the place of each of its characters: `places[i]` to `places[i + 1]` in the text. */
export function unescaped(text: string, value: { from: number; to: number }): { text: string; places: number[] } {
  const parts: string[] = [];
  const places: number[] = [];
  for (let at = value.from; at < value.to;) {
    places.push(at);
    if (text.charAt(at) !== "\\") {
      parts.push(text.charAt(at));
      at += 1;
    } else if (text.charAt(at + 1) === "u") {
      parts.push(String.fromCharCode(Number.parseInt(text.slice(at + 2, at + 6), 16)));
      at += 6;
    } else {
      parts.push(escapes[text.charAt(at + 1)] ?? text.charAt(at + 1));
      at += 2;
    }
  }
  places.push(value.to);
  return { text: parts.join(""), places };
}

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

class NotJson extends Error {}

class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): JsonValue {
    const value = this.#value(0);
    this.#blanks();
    if (this.#at < this.#text.length) throw new NotJson();
    return value;
  }

  #value(depth: number): JsonValue {
    if (depth > limits.depthMax) throw new NotJson();
    this.#blanks();
    const sign = this.#text.charAt(this.#at);
    if (sign === "{") return this.#object(depth);
    if (sign === "[") return this.#array(depth);
    if (sign === '"') return this.#string();
    const match = this.#match(/true|false|null|-?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,5})?/uy);
    if (match === "true" || match === "false") return { is: "other", value: match === "true" };
    return { is: "other", value: match === "null" ? null : Number(match) };
  }

  #object(depth: number): JsonValue {
    const members = new Map<string, JsonValue>();
    this.#at += 1;
    while (!this.#ends("}", members.size)) {
      this.#blanks();
      const key = this.#string();
      this.#blanks();
      if (this.#text.charAt(this.#at) !== ":") throw new NotJson();
      this.#at += 1;
      members.set(unescaped(this.#text, key).text, this.#value(depth + 1));
    }
    return { is: "object", members };
  }

  #array(depth: number): JsonValue {
    const items: JsonValue[] = [];
    this.#at += 1;
    while (!this.#ends("]", items.length)) items.push(this.#value(depth + 1));
    return { is: "array", items };
  }

  /** True at the closing sign; else passes the comma that has to stand between two members. */
  #ends(sign: string, count: number): boolean {
    this.#blanks();
    const next = this.#text.charAt(this.#at);
    if (next === sign) {
      this.#at += 1;
      return true;
    }
    if (count > 0) {
      if (next !== ",") throw new NotJson();
      this.#at += 1;
    }
    return false;
  }

  #string(): { is: "string"; from: number; to: number } {
    if (this.#text.charAt(this.#at) !== '"') throw new NotJson();
    const from = this.#at + 1;
    let at = from;
    for (;;) {
      const sign = this.#text.charAt(at);
      if (sign === "") throw new NotJson();
      if (sign === '"') break;
      if (sign !== "\\") {
        at += 1;
        continue;
      }
      const escape = /["\\/bfnrt]|u[0-9a-fA-F]{4}/uy;
      escape.lastIndex = at + 1;
      const length = escape.exec(this.#text)?.[0].length;
      if (length === undefined) throw new NotJson();
      at += 1 + length;
    }
    this.#at = at + 1;
    return { is: "string", from, to: at };
  }

  #blanks(): void {
    while (/[ \t\r\n]/u.test(this.#text.charAt(this.#at))) this.#at += 1;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text)?.[0];
    if (match === undefined) throw new NotJson();
    this.#at += match.length;
    return match;
  }
}
