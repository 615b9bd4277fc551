import { type Outline, oneLine, quotesOf } from "./outline.ts";

/** The plan as Markdown: a task box for each step, each item with its quotes below it. Ends with a line end. */
export function asMarkdown(outline: Outline): string {
  const lines = [`# ${escape(outline.title)}`, "", escape(outline.summary), ""];
  for (const { title, note, items } of outline.sections) {
    lines.push(`## ${escape(title)}`, "");
    if (note !== null) lines.push(`_${escape(note)}_`, "");
    for (const item of items) {
      const { line, detail, isTask } = item;
      lines.push(`- ${isTask ? "[ ] " : ""}${escape(line)}${detail === null ? "" : ` (${escape(detail)})`}`);
      const { shown, more } = quotesOf(item);
      // A blank quote line parts two quotes; without it they would run into one.
      const quotes = shown.map(({ quote, file }) => `  > ${escape(oneLine(quote))} [${escape(file)}]`);
      lines.push(...quotes.flatMap((quote, at) => (at === 0 ? [quote] : ["  >", quote])));
      if (more > 0) lines.push("  >", `  > and ${more} more`);
    }
    lines.push("");
  }
  return lines.join("\n");
}

/** Outside words are words: nothing in them becomes markup. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, "\\$&").replace(/\r?\n/g, " ");
}
