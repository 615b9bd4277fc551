/**
 * What a file is that holds no text to read, in words ("a PDF document"), or null where it may be text. Looks at the
 * first bytes (the signatures of the formats' own specifications), for zip-based documents also at the name.
 */
export function notText(bytes: Uint8Array, name: string): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  const signature = signatures.find(([start, at]) => head.startsWith(start, at));
  if (signature === undefined) return null;
  if (!head.startsWith("PK")) return signature[2];
  const ending = /\.([a-z0-9]{1,10})$/iu.exec(name)?.[1]?.toLowerCase() ?? "";
  return zipped.get(ending) ?? signature[2];
}

/** Signature, its offset, what it is. */
const signatures: readonly [string, number, string][] = [
  ["%PDF", 0, "a PDF document"],
  ["PK\u0003\u0004", 0, "an archive"],
  ["PK\u0005\u0006", 0, "an empty archive"],
  ["\u00d0\u00cf\u0011\u00e0", 0, "an Office document of the old kind"],
  ["{\\rtf", 0, "an RTF document"],
  ["\u00e4\u0052\u005c\u007b", 0, "a OneNote section"],
  ["\u0089PNG", 0, "a picture"],
  ["\u00ff\u00d8\u00ff", 0, "a picture"],
  ["GIF8", 0, "a picture"],
  ["II*\u0000", 0, "a picture"],
  ["MM\u0000*", 0, "a picture"],
  ["WEBP", 8, "a picture"],
  ["ftyp", 4, "a picture, film or recording"],
  ["WAVE", 8, "a recording"],
  ["ID3", 0, "a recording"],
  ["OggS", 0, "a recording"],
  ["fLaC", 0, "a recording"],
  ["\u001aE\u00df\u00a3", 0, "a film"],
  ["SQLite format 3\u0000", 0, "a database"],
  ["\u001f\u008b", 0, "a compressed file"],
  ["7z\u00bc\u00af", 0, "a 7-Zip archive"],
  ["Rar!", 0, "a RAR archive"],
  ["bplist", 0, "a property list"],
  ["\u007fELF", 0, "a program"],
  ["MZ\u0090", 0, "a program"],
];

const zipped = new Map([
  ["docx", "a Word document"],
  ["xlsx", "an Excel workbook"],
  ["pptx", "a PowerPoint presentation"],
  ["odt", "an OpenDocument text"],
  ["ods", "an OpenDocument table"],
  ["odp", "an OpenDocument presentation"],
  ["epub", "an EPUB book"],
  ["pages", "a Pages document"],
  ["key", "a Keynote presentation"],
  ["numbers", "a Numbers table"],
]);

/** True for a text in which control characters are too many for a text: more than one in fifty. */
export function isGarbled(text: string): boolean {
  const sample = text.slice(0, sampleMax);
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (
      (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0c && code !== 0x0d && code !== 0x0b) ||
      code === 0xfffd
    )
      odd += 1;
  }
  return odd * 50 > sample.length;
}

const sampleMax = 64 * 1024;
