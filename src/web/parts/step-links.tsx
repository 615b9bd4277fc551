import { Link } from "wouter";
import type { StepShown } from "#questions/asking.ts";
import { paths } from "./paths.ts";
import { StepLine } from "./step-line.tsx";
import styles from "./step-links.module.css";

/** Steps, each the way to itself. */
export function StepLinks({ steps, isOfOneEvent = false }: { steps: readonly StepShown[]; isOfOneEvent?: boolean }) {
  return (
    <ul className={styles["list"]}>
      {steps.map((shown) => (
        <li key={shown.step.id}>
          <Link href={paths.step(shown.step.id)}>
            <StepLine shown={shown} isOfOneEvent={isOfOneEvent} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
