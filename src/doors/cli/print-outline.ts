import { oneLine, type Outline, quotesOf } from "#debrief/outline.ts";
import type { Paint } from "./paint.ts";
import { printable, wrap } from "./wrap.ts";
import type { World } from "./world.ts";

/** The plan on a terminal: sections, lines, each with its quote below. */
export function printOutline(outline: Outline, world: World, paint: Paint): void {
  const { out } = world;
  out.write(
    `\n${paint.strong(wrap(outline.title, out.columns, ""))}\n${paint.soft(wrap(outline.summary, out.columns, ""))}\n`,
  );
  for (const { title, note, items } of outline.sections) {
    out.write(`\n${paint.accent(title)}${note === null ? "" : paint.soft(`  (${note})`)}\n`);
    for (const item of items) {
      const { line, detail } = item;
      const words = `${line}${detail === null ? "" : `  [${detail}]`}`;
      out.write(`  - ${wrap(words, out.columns, "    ")}\n`);
      const { shown, more } = quotesOf(item);
      for (const { quote, file } of shown)
        out.write(paint.soft(`    "${wrap(oneLine(quote), out.columns, "    ")}" ${printable(file)}\n`));
      if (more > 0) out.write(paint.soft(`    and ${more} more\n`));
    }
  }
  out.write("\n");
}
