import { Layers } from "lucide-react";
import { Link } from "wouter";
import { sayCount } from "#domain/model/say.ts";
import { sayCards } from "#domain/model/say-card.ts";
import { combBack } from "#questions/comb-back.ts";
import { useTies } from "./ties.ts";
import { useQuestion } from "./workspace.tsx";
import styles from "./comb-back-due.module.css";

/** On Today, where the day of the comb-back has come: what it brings, and about how long it takes. */
export function CombBackDue() {
  const { focus } = useTies();
  const { left, minutes, sitting, cards } = useQuestion(
    (replica, asking) => combBack(replica, asking, focus.bearsOn),
    [focus],
  );
  if (cards.length === 0) return null;
  return (
    <Link href="/comb-back" className={styles["due"]}>
      <Layers aria-hidden size={18} />
      <span>
        <b>{sitting === null ? "Comb-back" : "Comb-back, go on"}</b>: {sayCards(left)}, about{" "}
        {sayCount(minutes, "minute")}
      </span>
    </Link>
  );
}
