import chardet from "chardet";

export interface Decoded {
  text: string;
  /** The Encoding Standard's name of the encoding the bytes were in, such as `utf-8`, `windows-1252`. */
  encoding: string;
}

/** Bytes looked at to guess an encoding that nothing declares. */
const sampleBytes = 64 * 1024;

/**
 * Bytes -> text (NT1). A byte order mark decides, then a declared encoding, then valid UTF-8, then a guess by
 * letter frequencies, then windows-1252, in which every byte is something. Never fails; the mark is not part of the text.
 * Source: Encoding Standard, section 6 (BOM sniff); chardet for the guess.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const marked = byMark(bytes);
  if (marked !== null) return decodeAs(marked, bytes);
  if (declared !== null && isEncoding(declared)) {
    const asDeclared = strictly(declared, bytes);
    if (asDeclared !== null) return asDeclared;
  }
  const asUnicode = strictly("utf-8", bytes);
  if (asUnicode !== null && !looksLikeUtf16(bytes)) return asUnicode;
  const wide = looksLikeUtf16(bytes);
  if (wide !== null) return decodeAs(wide, bytes);
  const guess = chardet.detect(bytes.subarray(0, sampleBytes));
  return decodeAs(guess !== null && isEncoding(guess) ? guess : "windows-1252", bytes);
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
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    return null;
  }
}

function decodeAs(label: string, bytes: Uint8Array): Decoded {
  const decoder = new TextDecoder(label);
  return { text: decoder.decode(bytes), encoding: decoder.encoding };
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}
