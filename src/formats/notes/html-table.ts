import type { Block } from "#domain/model/block.ts";

/** A cell of the row that is being read. */
export interface Cell {
  column: number;
  span: number;
  /** `th`, in `thead`, or all of its words bold. */
  isHead: boolean;
  /** `th` by its tag. */
  isMarked: boolean;
  blocks: Block[];
}

/**
 * Gives the blocks of one HTML table their columns and rows. The first row is the row of headings where each of its
 * cells looks like one and another row follows; its blocks then are `code` (no thoughts to read), with their words as
 * `column`. Where there is none, a leading `th` names the cells beside it (Notion's properties).
 */
export class Table {
  #cells: Cell[] = [];
  #columns = 0;
  #rows = 0;
  #heads: (string | null)[] | null = null;
  /** The first row, until the second one shows whether it is a row of headings. */
  #maybeHeads: Cell[] | null = null;

  /** Begins a cell; `span` is its `colspan`. */
  cell(options: { span: number; isHead: boolean; isMarked: boolean }): Cell {
    const cell: Cell = { column: this.#columns, blocks: [], ...options };
    this.#columns += options.span;
    this.#cells.push(cell);
    return cell;
  }

  endRow(): void {
    const cells = this.#cells.filter((cell) => cell.blocks.length > 0);
    this.#cells = [];
    this.#columns = 0;
    if (cells.length === 0) return;
    if (this.#maybeHeads !== null) this.#takeHeads(this.#maybeHeads);
    this.#maybeHeads = null;
    const label = cells[0]!.isMarked && this.#heads === null ? wordsOf(cells[0]!) : null;
    for (const cell of cells) {
      const column = this.#heads === null ? (cell === cells[0] ? null : label) : (this.#heads[cell.column] ?? null);
      for (const block of cell.blocks) Object.assign(block, { column, row: this.#rows });
    }
    const isFirst = this.#rows === 0 && this.#heads === null;
    if (isFirst && cells.length > 1 && cells.every((cell) => cell.isHead)) {
      for (const block of cells.flatMap((cell) => cell.blocks)) block.column = null;
      this.#maybeHeads = cells;
    }
    this.#rows += 1;
  }

  #takeHeads(cells: readonly Cell[]): void {
    const heads: (string | null)[] = [];
    for (const cell of cells) {
      for (let i = 0; i < cell.span; i += 1) heads[cell.column + i] = wordsOf(cell);
      for (const block of cell.blocks)
        Object.assign(block, { kind: "code", level: 0, box: null, column: block.text, row: null });
    }
    this.#heads = heads;
    this.#rows = 0;
  }
}

function wordsOf(cell: Cell): string {
  return cell.blocks.map((block) => block.text).join(" ");
}
