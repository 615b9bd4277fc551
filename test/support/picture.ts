import { stripVTControlCharacters } from "node:util";

/** Size of one character of the terminal, in pixels of the picture. */
const [width, height] = [7.2, 16];

/** How a terminal's styles (SGR codes, ECMA-48 8.3.117) are drawn. */
const styles: Record<string, string> = { 1: "strong", 2: "soft", 36: "accent", 33: "warn", 3: "quote" };

/** What a terminal shows, as an SVG: a dark window with a prompt, the command, and the first lines of what it printed. */
export function pictureOf(command: string, printed: string, linesMax: number): string {
  const lines = [`$ ${command}`, ...printed.replace(/\n+$/, "").split("\n")];
  const shown = lines.length > linesMax ? [...lines.slice(0, linesMax - 1), "..."] : lines;
  const columns = Math.max(...shown.map((line) => stripVTControlCharacters(line).length));
  const [w, h] = [Math.ceil(columns * width) + 32, shown.length * height + 32];
  const texts = shown.map((line, row) => `<text x="16" y="${row * height + 28}">${spansOf(line)}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" xml:space="preserve">
<title>${escaped(`$ ${command}`)}</title>
<style>text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#d7dae0;white-space:pre}.strong{font-weight:700;fill:#fff}.soft{fill:#9aa1ac}.accent{fill:#6cc7d9}.warn{fill:#e2c06d}.quote{font-style:italic}</style>
<rect width="${w}" height="${h}" rx="8" fill="#1d2127"/>
${texts.join("\n")}
</svg>
`;
}

/** A line with its styles as spans. */
function spansOf(line: string): string {
  const escape = String.fromCharCode(0x1b);
  const [first = "", ...rest] = line.split(`${escape}[`);
  const styled = rest.map((part) => {
    const end = part.indexOf("m");
    const style = styles[part.slice(0, end)];
    const text = escaped(part.slice(end + 1));
    return style === undefined || text === "" ? text : `<tspan class="${style}">${text}</tspan>`;
  });
  return escaped(first) + styled.join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
