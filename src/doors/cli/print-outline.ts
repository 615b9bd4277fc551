import { oneLine, type Outline } from "#debrief/outline.ts";
import type { Paint } from "./paint.ts";
import { wrap } from "./wrap.ts";
import type { World } from "./world.ts";

/** The plan on a terminal: sections, lines, each with its quote below. */
export function printOutline(outline: Outline, world: World, paint: Paint): void {
  const { out } = world;
  out.write(
    `\n${paint.strong(wrap(outline.title, out.columns, ""))}\n${paint.soft(wrap(outline.summary, out.columns, ""))}\n`,
  );
  for (const { title, note, items } of outline.sections) {
    out.write(`\n${paint.accent(title)}${note === null ? "" : paint.soft(`  (${note})`)}\n`);
    for (const { line, detail, source } of items) {
      const words = `${line}${detail === null ? "" : `  [${detail}]`}`;
      out.write(`  - ${wrap(words, out.columns, "    ")}\n`);
      if (source !== null)
        out.write(paint.soft(`    "${wrap(oneLine(source.quote), out.columns, "    ")}" ${source.file}\n`));
    }
  }
  out.write("\n");
}
