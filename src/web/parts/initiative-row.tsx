import { Link } from "wouter";
import { sayCount } from "#domain/model/say.ts";
import { sayMeasure } from "#questions/digest.ts";
import type { InitiativeShown } from "#questions/roadmap.ts";
import { DaySaid } from "./day-said.tsx";
import { paths } from "./paths.ts";
import styles from "./initiative-row.module.css";

/** One initiative on a roadmap: who answers for it, what is measured, whether it was started, how it goes. */
export function InitiativeRow({ shown, isCarried = false }: { shown: InitiativeShown; isCarried?: boolean }) {
  const { initiative, owner, firstStep, monday, checkins, next } = shown;
  const [last] = checkins;
  const measure = sayMeasure(initiative);
  return (
    <div className={styles["row"]}>
      <p className={styles["name"]}>
        <Link href={paths.initiative(initiative.id)}>{initiative.name}</Link>
        {last !== undefined && <Colour colour={last.colour} />}
        {initiative.state === "stuck" && <strong className={styles["warn"]}>stuck</strong>}
      </p>
      <p className={styles["soft"]}>{[owner ?? "nobody answers for it yet", measure].filter(Boolean).join(" · ")}</p>
      {firstStep !== null && firstStep.step.state === "open" && initiative.closedAt === null && (
        <p className={styles["soft"]}>
          First: <Link href={paths.step(firstStep.step.id)}>{firstStep.step.what}</Link>
          {firstStep.step.dueOn !== null && (
            <>
              {", "}
              <DaySaid day={firstStep.step.dueOn} />
            </>
          )}
        </p>
      )}
      {monday?.is === "silent" && (
        <p className={styles["warn"]}>
          {monday.silentDays === 0
            ? "Today is the day of the first step"
            : `Silent for ${sayCount(monday.silentDays, "day")}: no first step yet`}
        </p>
      )}
      {initiative.state === "stuck" && <p>Would help: {initiative.stuckOn}</p>}
      {last !== undefined && <p>{last.line}</p>}
      {next !== null && next.daysMissed > 0 && (
        <p className={styles["warn"]}>Check-in missed by {sayCount(next.daysMissed, "day")}</p>
      )}
      {initiative.closedAt !== null && (
        <p>
          <strong>{isCarried ? "Carried over" : initiative.state === "done" ? "Done" : "Dropped"}</strong>
          {!isCarried && initiative.cameOfIt !== null && `: ${initiative.cameOfIt}`}
        </p>
      )}
    </div>
  );
}

/** The colour its owner chose, which is said in words too. */
export function Colour({ colour }: { colour: "green" | "amber" | "red" }) {
  return <span className={`${styles["colour"]} ${styles[colour]}`}>{colour}</span>;
}
