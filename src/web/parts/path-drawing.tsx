import type { Path, PathNode } from "#questions/paths.ts";
import styles from "./path-drawing.module.css";

/** Distances of the drawing, in pixels. */
const stepPx = 86;
const heightPx = 74;
const linePx = 18;
const radiusPx = 9;
/** Letters that fit under a point. */
const lettersMax = 13;

/** A path from left to right: whom it leads over, with a line that is the thicker the stronger the tie. The words beside it say the same. */
export function PathDrawing({ path: { nodes, hops } }: { path: Path }) {
  const width = nodes.length * stepPx;
  const xOf = (n: number) => n * stepPx + stepPx / 2;
  return (
    <svg className={styles["path"]} viewBox={`0 0 ${width} ${heightPx}`} width={width} height={heightPx} aria-hidden>
      {hops.map((hop, n) => (
        <line
          key={nodes[n + 1]?.id}
          x1={xOf(n) + radiusPx}
          x2={xOf(n + 1) - radiusPx}
          y1={linePx}
          y2={linePx}
          strokeWidth={1 + 4 * hop.strength}
          {...(hop.strength < 0.3 && { strokeDasharray: "4 4" })}
        />
      ))}
      {nodes.map((node, n) => (
        <g key={node.id} data-is={node.is}>
          {node.is === "me" || node.is === "person" ? (
            <circle cx={xOf(n)} cy={linePx} r={radiusPx} />
          ) : (
            <rect x={xOf(n) - radiusPx} y={linePx - radiusPx} width={2 * radiusPx} height={2 * radiusPx} rx={3} />
          )}
          {linesOf(node).map((line, at) => (
            <text key={line} x={xOf(n)} y={linePx + radiusPx + 16 + at * 15} textAnchor="middle">
              {line}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** A name on two lines at the most. */
function linesOf({ name }: PathNode): string[] {
  const words = name.split(" ");
  const lines = [""];
  for (const word of words) {
    const last = lines.at(-1) ?? "";
    if (last === "" || last.length + word.length + 1 <= lettersMax) lines[lines.length - 1] = `${last} ${word}`.trim();
    else lines.push(word);
  }
  const shown = lines
    .slice(0, 2)
    .map((line) => (line.length > lettersMax ? `${line.slice(0, lettersMax - 1)}…` : line));
  if (lines.length > 2) shown[1] = `${(shown[1] ?? "").slice(0, lettersMax - 1)}…`;
  return [...new Set(shown)];
}
