import { Link } from "wouter";
import { sayMoney } from "#domain/model/money.ts";
import { type Outcome, outcomeKindWords } from "#domain/model/outcome.ts";
import { wholeParts } from "#domain/model/share.ts";
import { DaySaid } from "./day-said.tsx";
import { paths } from "./paths.ts";
import styles from "./outcome-list.module.css";

interface Listed {
  outcome: Outcome;
  /** The part that is meant, of 10,000, and its amount; the whole where it is left out. */
  part?: number;
  amount?: number | null;
}

/** Outcomes, a line each, with what they are worth here. */
export function OutcomeList({ outcomes }: { outcomes: readonly Listed[] }) {
  return (
    <ul className={styles["outcomes"]}>
      {outcomes.map(({ outcome, part = wholeParts, amount = outcome.amount }) => (
        <li key={outcome.id}>
          <Link href={paths.outcome(outcome.id)}>{outcome.what}</Link>
          <span className={styles["about"]}>
            {outcomeKindWords[outcome.kind]} · <DaySaid day={outcome.cameOn} isBare />
            {part < wholeParts && ` · ${part / 100} % of it`}
          </span>
          {amount !== null && outcome.currency !== null && <b>{sayMoney(amount, outcome.currency)}</b>}
        </li>
      ))}
    </ul>
  );
}
