import { decodeHTML } from "entities";
import { type ImportedSticky, stickyTextMax } from "#domain/model/sticky.ts";
import type { Problems } from "../file.ts";

/** What a file says of one sticky, as it stands there. */
interface Stated {
  text: string;
  column?: string | null;
  group?: string | null;
  author?: string | null;
  line: number;
}

const nameMax = 300;

/** Collects the stickies of a file within the limits of a wall. */
export class Found {
  readonly #stickies: ImportedSticky[] = [];
  readonly #problems: Problems;
  readonly #max: number;
  #over = 0;

  constructor(problems: Problems, max: number) {
    this.#problems = problems;
    this.#max = max;
  }

  add({ text, column = null, group = null, author = null, line }: Stated): void {
    const words = clean(text);
    if (words === "") return;
    if (this.#stickies.length >= this.#max) {
      this.#over += 1;
      return;
    }
    if (words.length > stickyTextMax) {
      this.#problems.add(`a sticky of ${words.length} characters; a wall takes ${stickyTextMax}`, {
        line,
        kept: `its first ${stickyTextMax}`,
      });
    }
    this.#stickies.push({
      text: cut(words, stickyTextMax),
      column: named(column),
      group: named(group),
      author: named(author),
    });
  }

  done(): ImportedSticky[] {
    if (this.#over > 0) {
      this.#problems.add(`${this.#over} stickies more than the ${this.#max} that a wall takes at once`, {
        kept: `the first ${this.#max}`,
      });
    }
    return this.#stickies;
  }
}

function named(words: string | null): string | null {
  return words === null ? null : cut(clean(words), nameMax) || null;
}

/** Words without the markup that whiteboards leave in their exports, on as few lines as they have. */
function clean(text: string): string {
  const plain = text.includes("<") ? text.replace(/<\/?[a-z][^<>]{0,300}>/gi, " ") : text;
  return decodeHTML(plain)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n\s*/g, "\n")
    .trim()
    .toWellFormed();
}

function cut(text: string, max: number): string {
  return text
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/u, "")
    .trim();
}
