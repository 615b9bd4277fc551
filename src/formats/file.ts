import type { Problem } from "#domain/model/problem.ts";

/** A file as received: the name the person knows it by (with its folders) and its bytes. */
export interface InputFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Limits on outside input. Each has a test in the format that enforces it. Going over one is a problem with a
 * place, never an exception, and what was read up to there is kept.
 */
export const limits = {
  /** One file: the largest programme seen (FOSDEM, all years) is 4 MB; notes beyond 64 MB are no notes. */
  fileBytesMax: 64 * 1024 * 1024,
  /** All files unpacked from one archive together. */
  archiveBytesMax: 256 * 1024 * 1024,
  archiveFilesMax: 20_000,
  /** Unpacked to packed bytes; DEFLATE's own ceiling is about 1032, honest text stays below 50. */
  archiveRatioMax: 200,
  /** Nesting of elements, lists, objects. */
  depthMax: 100,
  /** Talks in one programme; the largest known congress has about 3,000. */
  sessionsMax: 50_000,
  /** Cards in one contact file. */
  cardsMax: 100_000,
  /** One line of a text format after unfolding; photos in vCards run to a few MB. */
  lineCharactersMax: 8 * 1024 * 1024,
  /** Problems listed for one file; further ones are counted in a last line. */
  problemsMax: 200,
} as const;

/** Collects problems of one file, keeps the first `limits.problemsMax` and counts the rest in a last entry. */
export class Problems {
  readonly list: Problem[] = [];
  #more = 0;
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(what: string, options: { line?: number; kept?: string } = {}): void {
    if (this.list.length >= limits.problemsMax) {
      this.#more += 1;
      return;
    }
    this.list.push({ file: this.#file, line: options.line ?? null, what, kept: options.kept ?? "nothing" });
  }

  /** The problems, with a last entry that counts those beyond the limit. */
  done(): Problem[] {
    if (this.#more === 0) return this.list;
    const what = `${this.#more} more problems of this file are not listed`;
    return [...this.list, { file: this.#file, line: null, what, kept: "as said above" }];
  }
}
