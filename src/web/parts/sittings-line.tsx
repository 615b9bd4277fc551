import { sayCount, sayDay } from "#domain/model/say.ts";
import { sayAnswers } from "#domain/model/say-card.ts";
import { sittings } from "#questions/sittings.ts";
import { Section } from "./section.tsx";
import { useQuestion } from "./workspace.tsx";
import styles from "./sittings-line.module.css";

const width = 320;
const height = 56;

/** My comb-backs over time: how many cards were answered in each, as a line and in a table. */
export function SittingsLine() {
  const held = useQuestion((replica) => sittings(replica), []);
  if (held.length === 0) return null;
  const most = Math.max(1, ...held.map(({ cards }) => cards));
  const x = (n: number) => (held.length === 1 ? width / 2 : 6 + (n * (width - 12)) / (held.length - 1));
  const y = (count: number) => height - 6 - (count * (height - 12)) / most;
  const points = held.map(({ answered }, n) => `${x(n)},${y(answered)}`).join(" ");
  return (
    <Section title="So far" aside={sayCount(held.length, "comb-back")}>
      <svg
        className={styles["line"]}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label="Cards answered in each comb-back"
      >
        <polyline points={points} />
        {held.map(({ on, answered }, n) => (
          <circle key={on} cx={x(n)} cy={y(answered)} r={3} />
        ))}
      </svg>
      <details className={styles["table"]}>
        <summary>The same in a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Answered</th>
              <th scope="col">What changed</th>
            </tr>
          </thead>
          <tbody>
            {held.toReversed().map(({ on, answered, cards, answers }) => (
              <tr key={on}>
                <th scope="row">{sayDay(on)}</th>
                <td>
                  {answered} of {cards}
                </td>
                <td>{sayAnswers(answers)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  );
}
