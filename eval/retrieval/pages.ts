import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readNotes } from "#formats/notes.ts";
import { bare, type RetrievalSet, spread } from "./sets.ts";

/** A passage of a real note to the rest of its page, among the pages of four attendees. Null where the notes are not there. */
export function notePages(dataFolder: string): RetrievalSet | null {
  const folder = join(dataFolder, "notes");
  if (!existsSync(folder)) return null;
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:md|html|txt)$/u.test(file) && !file.endsWith("README.md"))
    .toSorted()
    .flatMap((file) =>
      readNotes({ name: file, bytes: readFileSync(join(folder, file)) }).pages.map((page) => ({ file, page })),
    )
    .map(({ file, page }, at) => ({
      id: `${file} ${at}`,
      title: page.blocks.find(({ kind }) => kind === "heading")?.text ?? null,
      passages: page.blocks.filter(({ kind }) => kind !== "heading").map(({ text }) => text.trim()),
    }))
    .filter(({ passages }) => passages.length >= 6);
  // Every fourth passage is asked with, and is in no item; some notes are kept in two formats, which both answer.
  const isAsked = (at: number) => at % 4 === 2;
  const items = pages.map(({ id, title, passages }) => ({
    id,
    ...bare(passages.filter((_, at) => !isAsked(at)).join("\n"), title),
  }));
  const holders = new Map<string, Set<string>>();
  for (const { id, passages } of pages)
    for (const passage of passages) holders.set(passage, (holders.get(passage) ?? new Set()).add(id));
  const asked = pages.flatMap(({ id, passages }) =>
    passages.flatMap((passage, at) =>
      isAsked(at) && passage.length >= 40
        ? [
            {
              query: { id: `q ${id} ${at}`, ...bare(passage) },
              grades: new Map([...(holders.get(passage) ?? [])].map((holder) => [holder, 1])),
            },
          ]
        : [],
    ),
  );
  return {
    name: "passage to its page",
    about: "a passage of a real note to the rest of its page",
    items,
    asked: spread(asked, 500),
  };
}
