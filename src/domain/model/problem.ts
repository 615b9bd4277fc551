/**
 * Bad input is a list of problems, as values: each names the place, what is wrong, and what was kept. An import
 * never stops at the first one.
 */
export interface Problem {
  /** The file, as the person named it; inside an archive `archive.zip/inner.md`. */
  file: string;
  /** Line from 1, where the format has lines. */
  line: number | null;
  /** What is wrong, in a sentence for people. */
  what: string;
  /** What was kept all the same, or "nothing". */
  kept: string;
}

/** "notes.md:7: what is wrong". What was kept is told beside it. */
export function sayProblem({ file, line, what }: Pick<Problem, "file" | "line" | "what">): string {
  return `${file}${line === null ? "" : `:${line}`}: ${what}`;
}
