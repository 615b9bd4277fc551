import type { Mark, Picture } from "./picture.ts";

/** A picture as SVG text for a file that needs nothing else. Words are escaped; colours come from classes (`tone-mine`). */
export function asSvg({ width, height, says, marks }: Picture, escape: (text: string) => string): string {
  const inside = marks.map((mark) => markText(mark, escape)).join("");
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(says)}">${inside}</svg>`;
}

function markText(mark: Mark, escape: (text: string) => string): string {
  switch (mark.is) {
    case "line": {
      const dashed = mark.isDashed ? ' stroke-dasharray="3 4"' : "";
      return `<line x1="${mark.x1}" y1="${mark.y1}" x2="${mark.x2}" y2="${mark.y2}" class="edge-${mark.tone}"${dashed}/>`;
    }
    case "box": {
      const edge = mark.edge === undefined ? "" : ` edge-${mark.edge}`;
      return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" rx="${mark.round}" class="tone-${mark.tone}${edge}"/>`;
    }
    case "dot": {
      const hint = mark.hint === undefined ? "" : `<title>${escape(mark.hint)}</title>`;
      return `<circle cx="${mark.x}" cy="${mark.y}" r="${mark.r}" class="tone-${mark.tone}">${hint}</circle>`;
    }
    case "way":
      return `<path d="${mark.d}" fill="none" class="edge-${mark.tone}"/>`;
    case "words":
      return `<text x="${mark.x}" y="${mark.y}" text-anchor="${mark.at}" class="tone-${mark.tone}${mark.isStrong ? " strong" : ""}">${escape(mark.words)}</text>`;
  }
}
