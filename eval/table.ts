/** Right, wrongly proposed, missed. */
export interface Tally {
  hit: number;
  extra: number;
  missed: number;
}

export function precision({ hit, extra }: Tally): number | null {
  return hit + extra === 0 ? null : hit / (hit + extra);
}

export function recall({ hit, missed }: Tally): number | null {
  return hit + missed === 0 ? null : hit / (hit + missed);
}

export function f1({ hit, extra, missed }: Tally): number | null {
  return hit + extra + missed === 0 ? null : (2 * hit) / (2 * hit + extra + missed);
}

/** `.86`, `1.00`, or a dash where there is nothing to divide by. */
export function share(value: number | null): string {
  return value === null ? "-" : value.toFixed(2).replace(/^0/u, "");
}

/** `17/20 .85` */
export function outOf(right: number, all: number): string {
  return `${right}/${all} ${share(all === 0 ? null : right / all)}`;
}

/** Lines of a table with a title, a heading row and aligned columns: the first to the left, the rest to the right. */
export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const lines = all.map((row) =>
    head
      .map((_, column) => {
        const cell = row[column] ?? "";
        const blank = " ".repeat((widths[column] ?? 0) - cell.length);
        return column === 0 ? cell + blank : blank + cell;
      })
      .join("  ")
      .trimEnd(),
  );
  return [title, lines[0] ?? "", widths.map((width) => "-".repeat(width)).join("  "), ...lines.slice(1)].join("\n");
}
