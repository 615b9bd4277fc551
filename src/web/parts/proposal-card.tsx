import { Target } from "lucide-react";
import type { Proposal } from "#domain/model/proposal.ts";
import { observationHeadings, sayCount } from "#domain/model/say.ts";
import { useQuoted } from "./quoted.ts";
import styles from "./proposal-card.module.css";

/** What the reader makes of a passage, under the exact words it rests on (RD1), and the question of the focus that it bears on (FO2). */
export function ProposalCard({ proposal, bearsOn }: { proposal: Proposal; bearsOn: string | null }) {
  const quoted = useQuoted(proposal);
  const { means, reading, isMarked, repeats, step, observation } = proposal;
  const about = [
    isMarked && "you marked it",
    repeats.length > 0 && `said ${sayCount(repeats.length + 1, "time")}`,
    step?.certainty === "tentative" && "not certain",
    step?.isUrgent === true && "urgent",
    observation !== null && observationHeadings[observation],
  ].filter((one) => one !== false);
  const owner = step?.owner ?? means;
  return (
    <article className={styles["card"]} data-owner={owner}>
      <blockquote className={styles["quote"]}>{quoted}</blockquote>
      <p className={styles["reading"]}>{reading}</p>
      {bearsOn !== null && (
        <p className={styles["focus"]}>
          <Target aria-hidden size={16} /> Bears on: {bearsOn}
        </p>
      )}
      {about.length > 0 && <p className={styles["about"]}>{about.join(" · ")}</p>}
    </article>
  );
}
