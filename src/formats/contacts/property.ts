import { oneLine } from "./names.ts";

/** A property of a vCard: its name in capitals, what its parameters say, and its value still encoded. */
export interface Property {
  line: number;
  /** "item1" of "item1.EMAIL", lower case; null where there is none. */
  group: string | null;
  name: string;
  /** TYPE values and bare parameters, lower case: "work", "fax", "pref". */
  types: string[];
  /** The other parameters by their name in capitals; the last one of a name wins. */
  parameters: Map<string, string>;
  value: string;
  encoding: "none" | "quoted-printable" | "base64";
}

/** How the characters of a file stand for text. */
export interface Script {
  /** Every character is one byte of a file that is not Unicode throughout; values are decoded one by one. */
  isBytes: boolean;
  /** For bytes that are no UTF-8 and whose property names no charset. */
  fallback: string;
}

/**
 * Reads `[group.]NAME[;parameters]:value` (RFC 6350 section 3.3) with the liberties of 2.1: bare parameters
 * (`TEL;CELL;PREF:`), CHARSET, ENCODING. Null where no property can be made out. One pass over the line.
 */
export function readProperty(text: string, line: number): Property | null {
  const colon = valueStart(text);
  if (colon < 0) return null;
  const [head = "", ...parameters] = splitOutsideQuotes(text.slice(0, colon), ";");
  const dot = head.lastIndexOf(".");
  const name = head
    .slice(dot + 1)
    .trim()
    .toUpperCase();
  if (!/^[A-Z0-9_-]{1,200}$/.test(name)) return null;
  const property: Property = {
    line,
    group: dot > 0 ? head.slice(0, dot).trim().toLowerCase() : null,
    name,
    types: [],
    parameters: new Map(),
    value: text.slice(colon + 1),
    encoding: "none",
  };
  for (const parameter of parameters) readParameter(property, parameter.trim());
  return property;
}

/** The value as one text: decoded, escapes resolved (RFC 6350 section 3.4), whitespace as it is. */
export function textOf(property: Property, script: Script): string {
  return unescaped(decoded(property, property.value, script));
}

/** The value's parts between semicolons (N, ORG, ADR), each decoded and with escapes resolved. */
export function partsOf(property: Property, script: Script): string[] {
  if (property.encoding === "quoted-printable") {
    return split(property.value, ";").map((part) => unescaped(decoded(property, part, script)));
  }
  return split(decoded(property, property.value, script), ";").map(unescaped);
}

/** The value's items between commas (NICKNAME). */
export function itemsOf(property: Property, script: Script): string[] {
  return split(decoded(property, property.value, script), ",").map(unescaped);
}

function readParameter(property: Property, parameter: string): void {
  const equals = parameter.indexOf("=");
  const name = equals < 0 ? "" : parameter.slice(0, equals).trim().toUpperCase();
  const value = equals < 0 ? parameter : parameter.slice(equals + 1).trim();
  const bare = value.startsWith('"') ? value.slice(1, value.endsWith('"') && value.length > 1 ? -1 : undefined) : value;
  const encoding = name === "ENCODING" || name === "" ? encodings.get(bare.toUpperCase()) : undefined;
  if (encoding !== undefined) property.encoding = encoding;
  else if (name === "TYPE" || name === "") {
    for (const type of bare.split(","))
      if (type.trim() !== "") property.types.push(oneLine(type.replaceAll('"', "")).toLowerCase());
  } else property.parameters.set(name, bare);
}

const encodings = new Map<string, Property["encoding"]>([
  ["QUOTED-PRINTABLE", "quoted-printable"],
  ["BASE64", "base64"],
  ["B", "base64"],
  ["7BIT", "none"],
  ["8BIT", "none"],
]);

/** The colon that ends the head: the first one outside quotes, or the first at all where a quote never closes. */
function valueStart(text: string): number {
  let isQuoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 34) isQuoted = !isQuoted;
    else if (code === 58 && !isQuoted) return i;
  }
  return text.indexOf(":");
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  if (!text.includes('"')) return text.split(separator);
  const parts: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '"') isQuoted = !isQuoted;
    else if (text[i] === separator && !isQuoted) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** Splits at separators that no backslash escapes; the parts keep their escapes. */
function split(text: string, separator: string): string[] {
  if (!text.includes("\\")) return text.split(separator);
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === "\\") i += 1;
    else if (text[i] === separator) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** `\n` is a line end; before `, ; : \ "` the backslash goes; any other backslash is one ("C:\Temp" in 2.1). */
function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\([nN,;:\\"])/g, (_, escaped: string) => (escaped === "n" || escaped === "N" ? "\n" : escaped));
}

function decoded(property: Property, raw: string, script: Script): string {
  if (property.encoding === "none" && !script.isBytes) return raw;
  if (property.encoding === "quoted-printable" && !raw.includes("=") && !script.isBytes) return raw;
  const bytes =
    property.encoding === "base64"
      ? bytesOfBase64(raw)
      : property.encoding === "quoted-printable"
        ? bytesOfQuotedPrintable(raw, script)
        : bytesOf(raw);
  return decodedBytes(bytes, property.parameters.get("CHARSET") ?? null, script.fallback);
}

/**
 * A property that says UTF-8 is UTF-8, a character cut in half included (Android ends a field at so many bytes).
 * Else valid UTF-8 is UTF-8, whatever a Western charset parameter claims; else the named charset, else the fallback.
 * A named charset of another family (Shift_JIS, GBK) is tried first, since its bytes can look like UTF-8.
 */
function decodedBytes(bytes: Uint8Array, charset: string | null, fallback: string): string {
  if (charset !== null && /^utf-?8$/i.test(charset)) return new TextDecoder().decode(bytes);
  const isWestern = charset === null || /^(?:us-)?ascii$|^iso-?8859|^windows-125|^latin/i.test(charset);
  const order = isWestern ? ["utf-8", charset, fallback] : [charset, "utf-8", fallback];
  for (const label of order) {
    if (label === null) continue;
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // The label is unknown, or the bytes are not valid in it: the next one decides.
    }
  }
  return new TextDecoder("windows-1252").decode(bytes);
}

/** RFC 2045 section 6.7; a "=" that no two hex digits follow stands for itself. */
function bytesOfQuotedPrintable(raw: string, script: Script): Uint8Array {
  const plain = script.isBytes ? bytesOf(raw) : new TextEncoder().encode(raw);
  const bytes = new Uint8Array(plain.length);
  let length = 0;
  for (let i = 0; i < plain.length; i += 1) {
    const byte = plain[i] ?? 0;
    const high = byte === 61 ? hexDigit(plain[i + 1]) : -1;
    const low = high < 0 ? -1 : hexDigit(plain[i + 2]);
    if (low >= 0) i += 2;
    bytes[length] = low < 0 ? byte : high * 16 + low;
    length += 1;
  }
  return bytes.subarray(0, length);
}

function hexDigit(code: number | undefined): number {
  if (code === undefined) return -1;
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 70) return code - 55;
  if (code >= 97 && code <= 102) return code - 87;
  return -1;
}

const base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const base64Values = new Map(Array.from(base64Alphabet, (letter, index) => [letter.charCodeAt(0), index] as const));

/** RFC 4648; characters outside the alphabet are passed over. */
function bytesOfBase64(raw: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((raw.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < raw.length; i += 1) {
    const value = base64Values.get(raw.charCodeAt(i));
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = (held >> bits) & 0xff;
      length += 1;
    }
  }
  return bytes.subarray(0, length);
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i) & 0xff;
  return bytes;
}
