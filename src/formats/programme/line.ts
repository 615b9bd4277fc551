/**
 * Line numbers from 1 for offsets into a text. Asked in ascending order it walks the text once; an earlier offset is
 * answered too, from the start. LF, CR LF and a lone CR each end a line.
 */
export class LineFinder {
  readonly #text: string;
  #offset = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  at(offset: number): number {
    if (offset < this.#offset) {
      this.#offset = 0;
      this.#line = 1;
    }
    const end = Math.min(offset, this.#text.length);
    for (let i = this.#offset; i < end; i += 1) {
      const code = this.#text.charCodeAt(i);
      if (code === 10 || (code === 13 && this.#text.charCodeAt(i + 1) !== 10)) this.#line += 1;
    }
    this.#offset = end;
    return this.#line;
  }
}
