import { escapeHtml, htmlPage } from "#formats/html-page.ts";
import { type Outline, type OutlineItem, oneLine, quotesOf } from "./outline.ts";
import type { PlanQuote } from "./plan.ts";

/**
 * The plan as one HTML file that needs nothing else: to read, tick, print, send on. No script; light and dark. A long list of
 * quotes is folded away.
 */
export function asHtml(outline: Outline): string {
  const sections = outline.sections.map(
    ({ title, note, items }) => `<section>
<h2>${escapeHtml(title)}</h2>
${note === null ? "" : `<p class="note">${escapeHtml(note)}</p>\n`}<ul>
${items.map(itemHtml).join("\n")}
</ul>
</section>`,
  );
  const body = `<h1>${escapeHtml(outline.title)}</h1>
<p class="summary">${escapeHtml(outline.summary)}</p>
${sections.join("\n")}`;
  return htmlPage({ title: outline.title, body, styles: taskStyles });
}

/** Folded lists end here too: a page of a thousand lines is the notes themselves. */
const foldedMax = 500;

function itemHtml(item: OutlineItem): string {
  const { line, detail, isTask } = item;
  const words = isTask ? `<label><input type="checkbox"> ${escapeHtml(line)}</label>` : escapeHtml(line);
  const small = detail === null ? "" : ` <span class="detail">${escapeHtml(detail)}</span>`;
  const { shown, more } = quotesOf(item);
  if (more === 0) return `<li>${words}${small}${shown.map(quoteHtml).join("")}</li>`;
  const all = quotesOf(item, foldedMax);
  const rest = all.more === 0 ? "" : `\n<p class="note">and ${all.more} more</p>`;
  return `<li><details><summary>${words}${small}</summary>${all.shown.map(quoteHtml).join("")}${rest}</details></li>`;
}

function quoteHtml({ quote, file }: PlanQuote): string {
  return `\n<blockquote>${escapeHtml(oneLine(quote))} <cite>${escapeHtml(file)}</cite></blockquote>`;
}

/** Boxes to tick. */
const taskStyles = `
input { accent-color: var(--accent); margin: 0 .4rem 0 0; }
summary { cursor: pointer; }
`;
