import { resolve } from "node:path";
import { assert } from "#domain/refusal.ts";
import { digest, digestNouns, digestOutline } from "#questions/digest.ts";
import type { Desk } from "./desk.ts";
import { writeNewFile } from "./new-file.ts";
import { paintFor } from "./paint.ts";
import { print, said, type Said } from "./print.ts";
import { namedOrAt } from "./ref.ts";
import { printable } from "./wrap.ts";

/** BD6: for those who stayed at home, to the terminal or as a file. */
export async function digestCommand(
  desk: Desk,
  name: string,
  options: Said & { md?: string; html?: string },
): Promise<void> {
  const replica = await desk.replica(digestNouns);
  const { id } = namedOrAt(replica, "event", name);
  const shown = digest(replica, id, { now: desk.world.now() });
  assert(shown !== undefined, "the event was just found in this replica");
  const outline = digestOutline(shown);
  const files: string[] = [];
  const write = async (target: string | undefined, text: () => Promise<string>) => {
    if (target === undefined) return;
    const words = await text();
    await writeNewFile(desk.world, { target }, (put) => put(words));
    files.push(resolve(desk.world.cwd, target));
  };
  await write(options.md, async () => (await import("#debrief/as-markdown.ts")).asMarkdown(outline));
  await write(options.html, async () => (await import("#debrief/as-html.ts")).asHtml(outline));
  if (files.length > 0) return said(desk, options, { files }, `Wrote ${files.join(" and ")}`);
  const paint = paintFor(desk.world);
  print(desk, options, shown, () => [
    paint.strong(printable(outline.title)),
    paint.soft(printable(outline.summary)),
    ...outline.sections.flatMap(({ title, note, items }) => [
      "",
      `${paint.accent(title)}${note === null ? "" : `  ${paint.soft(printable(note))}`}`,
      ...items.flatMap(({ line, detail }) => [
        `  ${printable(line)}`,
        ...(detail === null ? [] : [`      ${paint.soft(printable(detail))}`]),
      ]),
    ]),
  ]);
}
