import type { Mark, Picture } from "#charts/picture.ts";
import styles from "./drawn.module.css";

/** A chart as the geometry says (`charts/`); what it shows stands beside it in words or in a table. */
export function Drawn({ picture: { width, height, says, marks } }: { picture: Picture }) {
  return (
    <svg className={styles["picture"]} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={says}>
      {marks.map((mark, at) => (
        // A picture is drawn anew as a whole: its marks have no other name than their place.
        <One key={at} mark={mark} />
      ))}
    </svg>
  );
}

function One({ mark }: { mark: Mark }) {
  switch (mark.is) {
    case "line": {
      const { x1, y1, x2, y2, tone, isDashed } = mark;
      return (
        <line
          {...{ x1, y1, x2, y2 }}
          className={styles[`edge-${tone}`]}
          strokeDasharray={isDashed ? "3 4" : undefined}
        />
      );
    }
    case "box": {
      const { x, y, width, height, round, tone, edge } = mark;
      const className = `${styles[`tone-${tone}`]} ${edge === undefined ? "" : styles[`edge-${edge}`]}`;
      return <rect {...{ x, y, width, height }} rx={round} className={className} />;
    }
    case "dot":
      return (
        <circle cx={mark.x} cy={mark.y} r={mark.r} className={styles[`tone-${mark.tone}`]}>
          {mark.hint !== undefined && <title>{mark.hint}</title>}
        </circle>
      );
    case "way":
      return <path d={mark.d} fill="none" className={styles[`edge-${mark.tone}`]} />;
    case "words":
      return (
        <text
          x={mark.x}
          y={mark.y}
          textAnchor={mark.at}
          className={`${styles[`tone-${mark.tone}`]} ${mark.isStrong ? styles["strong"] : ""}`}
        >
          {mark.words}
        </text>
      );
  }
}
