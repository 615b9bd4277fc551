/** A part of an HTML file, already escaped. */
export type Html = string;

/**
 * One HTML file that needs nothing else: to read, print, send on. No script, nothing from elsewhere; light and dark.
 * @param body what stands in it, escaped already
 * @param styles what its own parts look like, after those that all such files have
 */
export function htmlPage({ title, body, styles = "" }: { title: string; body: Html; styles?: string }): Html {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${pageStyles}${styles}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const pageStyles = `
:root { color-scheme: light dark; --ground: light-dark(#faf8f4, #1b1a18); --ink: light-dark(#22201c, #ece8e0);
  --soft: light-dark(#6b655b, #a39c90); --line: light-dark(#e0dbd0, #3a3732); --accent: light-dark(#8a4b16, #e0a065); }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1.25rem 4rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 Inter, system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; color: var(--accent); }
.summary, .note, .detail { color: var(--soft); }
.detail { font-size: .9rem; }
.note { margin: -.25rem 0 .5rem; font-size: .9rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: .5rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
blockquote { margin: .25rem 0 0; padding-left: .75rem; border-left: 2px solid var(--line); font-size: .9rem; color: var(--soft);
  overflow-wrap: anywhere; }
cite { font-style: normal; opacity: .75; }
@media print { :root { color-scheme: light; } body { padding: 0; max-width: none; font-size: 10.5pt; } h2 { break-after: avoid; } }
`;

/** Outside words are words: the five characters that could make markup are written as entities. */
export function escapeHtml(text: string): Html {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
