import { nameOf } from "./names.ts";

/** One file in a zip, before it is unpacked. */
export interface Entry {
  /** The name as it stands, decoded. */
  name: string;
  /** 0 stored, 8 deflated; others are not read. */
  method: number;
  isEncrypted: boolean;
  isLink: boolean;
  crc: number;
  /** The packed bytes; fewer than promised where the archive is cut off. */
  packed: Uint8Array;
  isCut: boolean;
}

/** The entries of a zip, and whether its directory is missing (then they were found by their own heads). */
export interface Entries {
  entries: Entry[];
  hasDirectory: boolean;
}

/**
 * Finds the files of a zip by its central directory (PKWARE APPNOTE 6.3.10, 4.3; zip64 too). Where that is missing or
 * broken, as in a download that was cut off, by the local heads one after the other. Never throws: what points outside
 * the bytes is left out. `most` bounds how many are listed; one more is given where there are more.
 */
export function entriesOf(bytes: Uint8Array, most: number): Entries {
  const zip = new Zip(bytes);
  const listed = zip.byDirectory(most);
  return listed === null
    ? { entries: zip.byHeads(most), hasDirectory: false }
    : { entries: listed, hasDirectory: true };
}

const localHead = 0x04034b50;
const directoryHead = 0x02014b50;
const directoryEnd = 0x06054b50;
const directoryEnd64 = 0x06064b50;
const locator64 = 0x07064b50;
const dataEnd = 0x08074b50;

class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  byDirectory(most: number): Entry[] | null {
    const end = this.#directoryEnd();
    if (end === null) return null;
    const entries: Entry[] = [];
    for (let at = end.start; at < end.stop && entries.length <= most;) {
      if (this.#u32(at) !== directoryHead) return entries.length > 0 ? entries : null;
      const [nameLength, extraLength, commentLength] = [this.#u16(at + 28), this.#u16(at + 30), this.#u16(at + 32)];
      const extra = this.#extra(at + 46 + nameLength, extraLength);
      const sizes = this.#wide(extra, {
        size: this.#u32(at + 24),
        packed: this.#u32(at + 20),
        offset: this.#u32(at + 42),
      });
      const flags = this.#u16(at + 8);
      // Made on Unix, and its mode says symbolic link.
      const isLink = this.#u16(at + 4) >> 8 === 3 && (this.#u16(at + 40) & 0xf000) === 0xa000;
      const name = nameOf(this.#slice(at + 46, nameLength), (flags & 0x800) !== 0, extra);
      const head = sizes.offset + end.shift;
      const data = head + 30 + this.#u16(head + 26) + this.#u16(head + 28);
      if (this.#u32(head) === localHead) {
        entries.push(
          this.#entry({ name, flags, method: this.#u16(at + 10), crc: this.#u32(at + 16), isLink }, data, sizes.packed),
        );
      }
      at += 46 + nameLength + extraLength + commentLength;
    }
    return entries;
  }

  byHeads(most: number): Entry[] {
    const entries: Entry[] = [];
    for (let at = this.#next(0, [localHead]); at !== null && entries.length <= most;) {
      const [nameLength, extraLength] = [this.#u16(at + 26), this.#u16(at + 28)];
      const extra = this.#extra(at + 30 + nameLength, extraLength);
      const flags = this.#u16(at + 6);
      const name = nameOf(this.#slice(at + 30, nameLength), (flags & 0x800) !== 0, extra);
      const data = at + 30 + nameLength + extraLength;
      const { packed } = this.#wide(extra, { size: this.#u32(at + 22), packed: this.#u32(at + 18), offset: 0 });
      // Written as a stream: the length follows the data, so the data end where the next thing begins.
      const isStreamed = (flags & 8) !== 0 && packed === 0;
      const stop = isStreamed ? this.#next(data, [dataEnd, localHead, directoryHead]) : data + packed;
      const end = stop ?? this.#bytes.length;
      const entry = this.#entry(
        { name, flags, method: this.#u16(at + 8), crc: this.#u32(at + 14), isLink: false },
        data,
        end - data,
      );
      entries.push({ ...entry, isCut: entry.isCut || stop === null });
      at = this.#next(end, [localHead]);
    }
    return entries;
  }

  #entry(
    known: { name: string; flags: number; method: number; crc: number; isLink: boolean },
    data: number,
    packed: number,
  ): Entry {
    const { flags, ...rest } = known;
    return {
      ...rest,
      isEncrypted: (flags & 0x41) !== 0,
      packed: this.#slice(data, packed),
      isCut: data + packed > this.#bytes.length,
    };
  }

  /** Where the directory stands; `shift` is how much was put before the archive (a program that unpacks itself). */
  #directoryEnd(): { start: number; stop: number; shift: number } | null {
    const least = Math.max(0, this.#bytes.length - 22 - 0xffff);
    for (let at = this.#bytes.length - 22; at >= least; at -= 1) {
      if (this.#u32(at) !== directoryEnd || at + 22 + this.#u16(at + 20) > this.#bytes.length) continue;
      const wide = this.#directoryEnd64(at);
      const size = wide?.size ?? this.#u32(at + 12);
      const offset = wide?.offset ?? this.#u32(at + 16);
      const stop = wide?.at ?? at;
      const start = stop - size;
      if (start < 0 || start < offset) return null;
      return { start, stop, shift: start - offset };
    }
    return null;
  }

  #directoryEnd64(end: number): { at: number; size: number; offset: number } | null {
    if (end < 20 || this.#u32(end - 20) !== locator64) return null;
    // The place that the locator gives is before any shift; the record stands right before it (4.3.14, 56 bytes).
    for (const at of [this.#u64(end - 12), end - 76]) {
      if (this.#u32(at) === directoryEnd64) return { at, size: this.#u64(at + 40), offset: this.#u64(at + 48) };
    }
    return null;
  }

  /** Extra fields by their number (4.5). */
  #extra(from: number, length: number): Map<number, Uint8Array> {
    const fields = new Map<number, Uint8Array>();
    for (let at = from; at + 4 <= from + length;) {
      const size = this.#u16(at + 2);
      fields.set(this.#u16(at), this.#slice(at + 4, size));
      at += 4 + size;
    }
    return fields;
  }

  /** Sizes that do not fit 32 bits stand in extra field 1, in this order (4.5.3). */
  #wide(
    extra: ReadonlyMap<number, Uint8Array>,
    sizes: { size: number; packed: number; offset: number },
  ): { size: number; packed: number; offset: number } {
    const field = extra.get(1);
    if (field === undefined) return sizes;
    const view = new DataView(field.buffer, field.byteOffset, field.byteLength);
    let at = 0;
    const next = (narrow: number): number => {
      if (narrow !== 0xffffffff || at + 8 > view.byteLength) return narrow;
      at += 8;
      return Number(view.getBigUint64(at - 8, true));
    };
    return { size: next(sizes.size), packed: next(sizes.packed), offset: next(sizes.offset) };
  }

  /** The place of the first of these signatures from `from` on. */
  #next(from: number, signatures: readonly number[]): number | null {
    for (let at = this.#bytes.indexOf(0x50, from); at >= 0 && at + 4 <= this.#bytes.length;) {
      if (signatures.includes(this.#u32(at))) return at;
      at = this.#bytes.indexOf(0x50, at + 1);
    }
    return null;
  }

  #slice(from: number, length: number): Uint8Array {
    return this.#bytes.subarray(Math.min(from, this.#bytes.length), Math.min(from + length, this.#bytes.length));
  }

  /** Outside the bytes everything is 0. */
  #u16(at: number): number {
    return at >= 0 && at + 2 <= this.#bytes.length ? this.#view.getUint16(at, true) : 0;
  }

  #u32(at: number): number {
    return at >= 0 && at + 4 <= this.#bytes.length ? this.#view.getUint32(at, true) : 0;
  }

  #u64(at: number): number {
    return at >= 0 && at + 8 <= this.#bytes.length ? Number(this.#view.getBigUint64(at, true)) : 0;
  }
}
