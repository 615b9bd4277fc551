import { type Outline, oneLine } from "./outline.ts";

/** The plan as Markdown: task boxes for steps, each with its quote below it. Ends with a line end. */
export function asMarkdown(outline: Outline): string {
  const lines = [`# ${escape(outline.title)}`, "", escape(outline.summary), ""];
  for (const { title, note, items } of outline.sections) {
    lines.push(`## ${escape(title)}`, "");
    if (note !== null) lines.push(`_${escape(note)}_`, "");
    for (const { line, detail, source } of items) {
      lines.push(`- ${escape(line)}${detail === null ? "" : ` (${escape(detail)})`}`);
      if (source !== null) lines.push(`  > ${escape(oneLine(source.quote))} [${escape(source.file)}]`);
    }
    lines.push("");
  }
  return lines.join("\n");
}

/** Outside words are words: nothing in them becomes markup. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, "\\$&").replace(/\r?\n/g, " ");
}
