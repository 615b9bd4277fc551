import { Inflate } from "fflate";
import type { Problem } from "#domain/model/problem.ts";
import { entriesOf, type Entry } from "./archive/entries.ts";
import { isSystemFile, safePath } from "./archive/names.ts";
import { type InputFile, limits } from "./file.ts";

/**
 * Opens a zip (PKWARE APPNOTE 6.3.10) and gives its files with the archive's name before theirs, in the archive's order.
 * Nothing is written anywhere. An entry that is encrypted, too large, a link, damaged, or whose path leaves the archive
 * is a problem, and the rest is kept; so is what a cut-off archive still holds. An archive inside is opened too, one level
 * deep (Notion exports are such). Files of the same name and content are one; with other content the later one gets a
 * number. Bombs: the unpacked bytes are counted while unpacking, in steps of at most `stride` packed bytes, against
 * `limits` for one file, for all together, and for the ratio, which also holds for the archive as a whole (entries may overlap).
 */
export function openArchive(file: InputFile): { files: InputFile[]; problems: Problem[] } {
  const opener = new Opener(file.bytes.length);
  opener.open(file, 0);
  return { files: opener.files, problems: opener.problems() };
}

/** Packed bytes given to the unpacker at a time: at DEFLATE's ceiling of 1032 to 1 they become 4 MB. */
const stride = 4 * 1024;
/** Below this, a dense file is a small one ("aaaa...") and no bomb. */
const denseMin = 1024 * 1024;

class Opener {
  readonly files: InputFile[] = [];
  readonly #packed: number;
  readonly #byName = new Map<string, InputFile>();
  readonly #problems: Problem[] = [];
  #more = 0;
  #total = 0;
  /** Set when a limit for the whole is reached: nothing more is unpacked. */
  #isOver = false;

  constructor(packed: number) {
    this.#packed = packed;
  }

  open(archive: InputFile, depth: number): void {
    const { entries, hasDirectory } = entriesOf(archive.bytes, limits.archiveFilesMax);
    if (!hasDirectory) {
      const kept = entries.length === 0 ? "nothing" : "the files that could still be found";
      this.#say(archive.name, "The archive is damaged or cut off", kept);
    }
    for (const entry of entries) {
      if (this.#isOver) return;
      this.#take(archive.name, entry, depth);
    }
  }

  problems(): Problem[] {
    if (this.#more === 0) return this.#problems;
    const what = `${this.#more} more problems of this archive are not listed`;
    return [...this.#problems, { file: this.#problems[0]!.file, line: null, what, kept: "as said above" }];
  }

  #say(file: string, what: string, kept = "nothing"): void {
    if (this.#problems.length < limits.problemsMax) this.#problems.push({ file, line: null, what, kept });
    else this.#more += 1;
  }

  #take(archive: string, entry: Entry, depth: number): void {
    if (/[/\\]$/u.test(entry.name)) return;
    const place = safePath(entry.name);
    if ("refused" in place) return this.#say(archive, `${printable(entry.name)}: ${place.refused}`, "the other files");
    const { path } = place;
    if (path === "" || isSystemFile(path)) return;
    const name = `${archive}/${path}`;
    const why = whyClosed(entry);
    if (why !== null) return this.#say(name, why);
    if (this.files.length >= limits.archiveFilesMax) {
      this.#isOver = true;
      return this.#say(archive, `The archive holds more than ${limits.archiveFilesMax} files`, "the first of them");
    }
    const bytes = this.#unpack(name, entry);
    if (bytes === null) return;
    if (!isArchive(name, bytes)) return this.#keep({ name, bytes });
    if (depth > 0) return this.#say(name, "This is an archive in an archive in an archive; unpack it first");
    this.open({ name, bytes }, depth + 1);
  }

  /** The unpacked bytes; of a damaged entry those before the damage; null where nothing is kept. */
  #unpack(name: string, entry: Entry): Uint8Array | null {
    const parts: Uint8Array[] = [];
    let size = 0;
    let over: string | null = null;
    const add = (part: Uint8Array): void => {
      size += part.length;
      this.#total += part.length;
      parts.push(part);
    };
    let isDamaged = entry.isCut;
    if (entry.method === 0) add(entry.packed);
    else {
      const inflate = new Inflate(add);
      try {
        for (let at = 0; at < entry.packed.length && over === null; at += stride) {
          const end = at + stride;
          inflate.push(entry.packed.subarray(at, end), end >= entry.packed.length && !entry.isCut);
          over = this.#overLimit(size, Math.min(end, entry.packed.length));
        }
      } catch {
        isDamaged = true;
      }
    }
    over ??= this.#overLimit(size, entry.packed.length);
    if (over !== null) {
      this.#say(name, over, this.#isOver ? "the files before it" : "the other files");
      return null;
    }
    const bytes = parts.length === 1 ? parts[0]! : joined(parts, size);
    isDamaged ||= entry.crc !== 0 && crc32(bytes) !== entry.crc;
    if (!isDamaged) return bytes;
    this.#say(
      name,
      "This file is damaged or cut off in the archive",
      size === 0 ? "nothing" : `its first ${size} bytes`,
    );
    return size === 0 ? null : bytes;
  }

  #overLimit(size: number, packed: number): string | null {
    const most = limits.archiveRatioMax;
    if (size > limits.fileBytesMax) return `Unpacked, this is larger than ${limits.fileBytesMax >> 20} MB`;
    if (size > denseMin && size > packed * most) return `This is packed more than ${most} to 1, as no honest file is`;
    if (this.#total <= denseMin) return null;
    const isDense = this.#total > this.#packed * most;
    this.#isOver ||= isDense || this.#total > limits.archiveBytesMax;
    if (isDense) return `The archive unpacks to more than ${most} times its size, as no honest one does`;
    return this.#isOver ? `The archive unpacks to more than ${limits.archiveBytesMax >> 20} MB` : null;
  }

  #keep(file: InputFile): void {
    const same = this.#byName.get(file.name);
    if (same === undefined) {
      this.#byName.set(file.name, file);
      this.files.push(file);
      return;
    }
    if (isSame(same.bytes, file.bytes)) return;
    let number = 2;
    while (this.#byName.has(numbered(file.name, number)) && number < numberMax) number += 1;
    const name = numbered(file.name, number);
    this.#say(file.name, "This name is there more than once, with other content", `all of them; this one as ${name}`);
    this.#byName.set(name, { ...file, name });
    this.files.push({ ...file, name });
  }
}

/** Names that are there more often share the last number. */
const numberMax = 1000;

function whyClosed(entry: Entry): string | null {
  if (entry.isEncrypted) return "This file is encrypted; unpack it first";
  if (entry.isLink) return "This is a link to another file, and links are not followed";
  if (entry.method !== 0 && entry.method !== 8)
    return "This file is packed in a way that cannot be read; unpack it first";
  return null;
}

/** A zip that a person means as an archive; Word and the like write zips too. */
function isArchive(name: string, bytes: Uint8Array): boolean {
  return /\.zip$/iu.test(name) && bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function numbered(name: string, number: number): string {
  const dot = name.lastIndexOf(".");
  const at = dot > name.lastIndexOf("/") + 1 ? dot : name.length;
  return `${name.slice(0, at)} (${number})${name.slice(at)}`;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function printable(name: string): string {
  return name.replaceAll(/\p{Cc}/gu, "\uFFFD").slice(0, 200);
}

/** CRC-32 (ISO 3309), which a zip keeps of each file. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff]!;
  return (crc ^ -1) >>> 0;
}

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
