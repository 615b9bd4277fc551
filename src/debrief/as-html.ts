import { type Outline, type OutlineItem, oneLine, quotesOf } from "./outline.ts";
import type { PlanQuote } from "./plan.ts";

/**
 * The plan as one HTML file that needs nothing else: to read, tick, print, send on. No script; light and dark. A long list of
 * quotes is folded away.
 */
export function asHtml(outline: Outline): string {
  const sections = outline.sections.map(
    ({ title, note, items }) => `<section>
<h2>${escape(title)}</h2>
${note === null ? "" : `<p class="note">${escape(note)}</p>\n`}<ul>
${items.map(itemHtml).join("\n")}
</ul>
</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(outline.title)}</title>
<style>${styles}</style>
</head>
<body>
<h1>${escape(outline.title)}</h1>
<p class="summary">${escape(outline.summary)}</p>
${sections.join("\n")}
</body>
</html>
`;
}

/** Folded lists end here too: a page of a thousand lines is the notes themselves. */
const foldedMax = 500;

function itemHtml(item: OutlineItem): string {
  const { line, detail, isTask } = item;
  const words = isTask ? `<label><input type="checkbox"> ${escape(line)}</label>` : escape(line);
  const small = detail === null ? "" : ` <span class="detail">${escape(detail)}</span>`;
  const { shown, more } = quotesOf(item);
  if (more === 0) return `<li>${words}${small}${shown.map(quoteHtml).join("")}</li>`;
  const all = quotesOf(item, foldedMax);
  const rest = all.more === 0 ? "" : `\n<p class="note">and ${all.more} more</p>`;
  return `<li><details><summary>${words}${small}</summary>${all.shown.map(quoteHtml).join("")}${rest}</details></li>`;
}

function quoteHtml({ quote, file }: PlanQuote): string {
  return `\n<blockquote>${escape(oneLine(quote))} <cite>${escape(file)}</cite></blockquote>`;
}

const styles = `
:root { color-scheme: light dark; --ground: light-dark(#faf8f4, #1b1a18); --ink: light-dark(#22201c, #ece8e0);
  --soft: light-dark(#6b655b, #a39c90); --line: light-dark(#e0dbd0, #3a3732); --accent: light-dark(#8a4b16, #e0a065); }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1.25rem 4rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 Inter, system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; color: var(--accent); }
.summary, .note, .detail { color: var(--soft); }
.detail { font-size: .9rem; }
input { accent-color: var(--accent); margin: 0 .4rem 0 0; }
summary { cursor: pointer; }
.note { margin: -.25rem 0 .5rem; font-size: .9rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: .5rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
blockquote { margin: .25rem 0 0; padding-left: .75rem; border-left: 2px solid var(--line); font-size: .9rem; color: var(--soft);
  overflow-wrap: anywhere; }
cite { font-style: normal; opacity: .75; }
@media print { :root { color-scheme: light; } body { padding: 0; max-width: none; font-size: 10.5pt; } h2 { break-after: avoid; } }
`;

/** Outside words are words: the five characters that could make markup are written as entities. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
