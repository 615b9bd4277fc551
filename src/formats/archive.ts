import { Unzip, UnzipInflate, type UnzipFile } from "fflate";
import type { Problem } from "#domain/model/problem.ts";
import { type InputFile, limits, Problems } from "./file.ts";

/** Bytes of the archive given to the unpacker at a time, so that a bomb is noticed before memory is spent on it. */
const stride = 64 * 1024;

/**
 * Opens a zip (PKWARE APPNOTE 6.3.10): its files with the archive's name before theirs. Nothing is written anywhere; a path that
 * leaves the archive, an entry that is encrypted or too large, or one packed so densely that it must be a trick is a problem, and
 * the rest is kept. An archive within the archive stays closed.
 */
export function openArchive(file: InputFile): { files: InputFile[]; problems: Problem[] } {
  const problems = new Problems(file.name);
  const files: InputFile[] = [];
  const names = new Set<string>();
  let total = 0;
  let isOver = false;
  const unzip = new Unzip((entry) => {
    const name = isOver ? null : nameOf(entry);
    if (name !== null) unpack(entry, name);
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < file.bytes.length && !isOver; at += stride) {
      unzip.push(file.bytes.subarray(at, at + stride), at + stride >= file.bytes.length);
    }
  } catch {
    problems.add("The archive is damaged or cut off.", { kept: `${files.length} files that could be read` });
  }
  return { files, problems: problems.done() };

  /** The entry's name inside the archive, or null where it is not to be read; says why where a person would wonder. */
  function nameOf(entry: UnzipFile): string | null {
    const path = entry.name.replaceAll("\\", "/");
    if (path.endsWith("/") || /(^|\/)(__MACOSX|\.DS_Store|Thumbs\.db|desktop\.ini)(\/|$)/.test(path)) return null;
    const refuse = (what: string) => (problems.add(`${printable(path)}: ${what}`), null);
    if (isOutside(path)) return refuse("this path leads out of the archive.");
    if (path.length > 1000) return refuse("this name is longer than 1,000 characters.");
    if (/\.zip$/i.test(path)) return refuse("an archive within the archive is not opened; unpack it first.");
    if (names.has(path)) return refuse("this name is there twice; the first one is kept.");
    if (entry.compression !== 0 && entry.compression !== 8)
      return refuse("it is encrypted or packed in a way that cannot be read.");
    if (files.length >= limits.archiveFilesMax) {
      isOver = true;
      return refuse(`the archive holds more than ${limits.archiveFilesMax} files.`);
    }
    names.add(path);
    return path;
  }

  function unpack(entry: UnzipFile, name: string): void {
    const parts: Uint8Array[] = [];
    let size = 0;
    let isStopped = false;
    entry.ondata = (error, part, isFinal) => {
      if (isStopped) return;
      if (error !== null) return stop("it is damaged.");
      size += part.length;
      total += part.length;
      if (size > limits.fileBytesMax) return stop(`it is larger than ${limits.fileBytesMax >> 20} MiB.`);
      if (total > limits.archiveBytesMax) {
        isOver = true;
        return stop(`the archive unpacks to more than ${limits.archiveBytesMax >> 20} MiB.`);
      }
      if (size > 1 << 20 && size / Math.max(1, entry.size ?? file.bytes.length) > limits.archiveRatioMax) {
        return stop(`it is packed more than ${limits.archiveRatioMax} to 1, as no honest file is.`);
      }
      parts.push(part);
      if (isFinal) files.push({ name: `${file.name}/${name}`, bytes: joined(parts, size) });
    };
    entry.start();

    function stop(what: string): void {
      isStopped = true;
      entry.terminate?.();
      problems.add(`${printable(name)}: ${what}`);
    }
  }
}

/** Absolute, on a drive, or climbing out. */
function isOutside(path: string): boolean {
  return path.startsWith("/") || /^[a-z]:/i.test(path) || path.split("/").includes("..") || path.includes("\0");
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

function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, "\uFFFD").slice(0, 200);
}
