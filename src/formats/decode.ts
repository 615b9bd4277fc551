import chardet from "chardet";
import type { Problems } from "./file.ts";

export interface Decoded {
  text: string;
  /** The Encoding Standard's name of the encoding the bytes were in, such as `utf-8`, `windows-1252`. */
  encoding: string;
  /** Bytes in a text in UTF-8 that are none: how many, and the line of the first, from 1. They are read as windows-1252. */
  odd: { count: number; line: number } | null;
}

/** Bytes looked at to guess an encoding that nothing declares. */
const sampleBytes = 64 * 1024;

/**
 * Bytes -> text (NT1). A byte order mark decides, then a declared encoding, then valid UTF-8, then UTF-8 with few odd bytes,
 * then a guess by letter frequencies, then windows-1252, in which every byte is something. Never fails; the mark is
 * not part of the text. Source: Encoding Standard, section 6 (BOM sniff); chardet for the guess.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const marked = byMark(bytes);
  if (marked !== null)
    return marked === "utf-8" ? (strictly("utf-8", bytes) ?? mixed(bytes, 3)) : decodeAs(marked, bytes);
  if (declared !== null && isEncoding(declared)) {
    const asDeclared = strictly(declared, bytes);
    if (asDeclared !== null) return asDeclared;
  }
  const asUnicode = strictly("utf-8", bytes);
  if (asUnicode !== null && !looksLikeUtf16(bytes)) return asUnicode;
  const wide = looksLikeUtf16(bytes);
  if (wide !== null) return decodeAs(wide, bytes);
  if (isMostlyUtf8(bytes)) return mixed(bytes, 0);
  const guess = chardet.detect(bytes.subarray(0, sampleBytes));
  return decodeAs(guess !== null && isEncoding(guess) ? guess : "windows-1252", bytes);
}

/** Says on a file's list of problems that some of its bytes are odd. */
export function sayOdd({ odd }: Decoded, problems: Problems): void {
  if (odd === null) return;
  const [bytes, are] = odd.count === 1 ? ["1 byte", "is"] : [`${odd.count} bytes`, "are"];
  problems.add(`${bytes} of this text in UTF-8 ${are} none`, {
    line: odd.line,
    kept: `all of it; ${odd.count === 1 ? "the byte is" : "they are"} read as windows-1252`,
  });
}

/**
 * At least twice as many letters of several bytes as bytes that are none: by chance, text in another encoding has the
 * one or the other ("CAFÉ”" in windows-1252) and hundreds that are none.
 */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let letters = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at);
    if (length > 1) letters += 1;
    else if (length === 0) odd += 1;
    at += Math.max(1, length);
  }
  return letters > 0 && letters >= 2 * odd;
}

/** The length of the character in UTF-8 that begins here; 0 where none does (Unicode 16, table 3-7). */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0) return 0;
  const second = bytes[at + 1] ?? 0;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let i = 2; i < length; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** UTF-8 with every byte that is none read as windows-1252, which is what such bytes mostly are. */
function mixed(bytes: Uint8Array, from: number): Decoded {
  const unicode = new TextDecoder("utf-8", { ignoreBOM: true });
  const western = new TextDecoder("windows-1252");
  const parts: string[] = [];
  let count = 0;
  let line = 0;
  let lineNow = 1;
  let good = from;
  for (let at = from; at < bytes.length;) {
    const length = sequenceAt(bytes, at);
    if (bytes[at] === 10) lineNow += 1;
    if (length === 0) {
      if (count === 0) line = lineNow;
      count += 1;
      parts.push(unicode.decode(bytes.subarray(good, at)), western.decode(bytes.subarray(at, at + 1)));
      good = at + 1;
    }
    at += Math.max(1, length);
  }
  parts.push(unicode.decode(bytes.subarray(good)));
  return { text: parts.join(""), encoding: "utf-8", odd: count === 0 ? null : { count, line } };
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a mark: mostly Latin letters, so every other byte is zero in the first few hundred. */
function looksLikeUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even += 1;
    if (sample[i + 1] === 0) odd += 1;
  }
  const pairs = sample.length >> 1;
  if (odd > pairs * 0.6 && even < pairs * 0.1) return "utf-16le";
  if (even > pairs * 0.6 && odd < pairs * 0.1) return "utf-16be";
  return null;
}

function strictly(label: string, bytes: Uint8Array): Decoded | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return { text: decoder.decode(bytes), encoding: decoder.encoding, odd: null };
  } catch {
    return null;
  }
}

function decodeAs(label: string, bytes: Uint8Array): Decoded {
  const decoder = new TextDecoder(label);
  return { text: decoder.decode(bytes), encoding: decoder.encoding, odd: null };
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}
