import type { Sheet, SheetLine } from "#questions/sheet.ts";
import { printable } from "./wrap.ts";

const boxes = { open: "[ ]", done: "[x]", dropped: "[-]" } as const;
const signs = { open: "☐", done: "☑", dropped: "☒" } as const;

/** A sheet as Markdown, with boxes to tick. */
export function sheetMarkdown({ title, about, parts }: Sheet): string {
  const lines = parts.flatMap(({ heading, lines: all, more }) => [
    "",
    `## ${printable(heading)}`,
    "",
    ...all.map(
      (line) =>
        `${"  ".repeat(line.depth)}- ${line.box === null ? "" : `${boxes[line.box]} `}${escaped(wordsOf(line))}`,
    ),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ]);
  return `${[`# ${printable(title)}`, ...(about === "" ? [] : ["", escaped(about)]), ...lines].join("\n")}\n`;
}

/** A sheet as one page of HTML, to print on A4 or Letter. */
export function sheetHtml({ title, about, parts }: Sheet): string {
  const sections = parts.map(
    ({ heading, lines, more }) => `<section>
<h2>${html(heading)}</h2>
<ul>
${lines.map((line) => `<li class="d${line.depth} ${line.box ?? ""}"><span aria-hidden="true">${line.box === null ? "" : signs[line.box]}</span> <b>${html(line.text)}</b>${line.beside === null ? "" : ` <small>${html(line.beside)}</small>`}${line.box === "done" ? "<i> (done)</i>" : ""}</li>`).join("\n")}
${more > 0 ? `<li class="more">and ${more} more</li>` : ""}
</ul>
</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${html(title)} · Upshot</title>
<style>${style}</style>
</head>
<body>
<header><h1>${html(title)}</h1>${about === "" ? "" : `<p>${html(about)}</p>`}</header>
${sections.join("\n")}
</body>
</html>
`;
}

const depths = Array.from({ length: 8 }, (_, depth) => `.d${depth}{padding-left:${depth * 1.4 + 1.5}em}`).join("");
const style = `@page{margin:14mm 16mm}body{font:10pt/1.4 Inter,"Helvetica Neue",Arial,sans-serif;color:#1c1a17;max-width:46em;margin:1.5em auto;padding:0 1em}h1{font-size:15pt;margin:0}header p{margin:.2em 0 0;color:#555}h2{font-size:9pt;letter-spacing:.04em;margin:1.1em 0 .2em;border-bottom:.5pt solid #bbb}ul{list-style:none;margin:0;padding:0}li{position:relative;break-inside:avoid}li span{position:absolute;margin-left:-1.4em}b{font-weight:500}small{font-size:9pt;color:#555}i{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.done b{text-decoration:line-through;color:#555}.more{color:#555;padding-left:1.5em}${depths}@media print{body{margin:0;max-width:none;padding:0}}`;

function wordsOf({ text, beside }: SheetLine): string {
  return beside === null ? text : `${text} (${beside})`;
}

function escaped(text: string): string {
  return printable(text).replace(/[\\`*_[\]<>#|]/g, "\\$&");
}

function html(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return printable(text).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
