import { Repeat } from "lucide-react";
import type { ReactNode } from "react";
import { sayCount } from "#domain/model/say.ts";
import { daysMissed, dayWanted } from "#domain/model/step.ts";
import type { StepShown } from "#questions/asking.ts";
import { DaySaid, useToday } from "./day-said.tsx";
import { KindIcon, kindWords } from "./kind-icon.tsx";
import styles from "./step-line.module.css";

interface Props {
  shown: StepShown;
  /** Why it stands here (ST7). */
  why?: string;
  /** Without the event, where all that is shown is of one. */
  isOfOneEvent?: boolean;
  /** In the place of the day. */
  aside?: ReactNode;
}

/** A step on two lines: what; then by which way, who or with whom, and from which event. Mine and theirs differ by colour and by words. */
export function StepLine({ shown, why, isOfOneEvent = false, aside }: Props) {
  const { step, owner } = shown;
  const wanted = dayWanted(step);
  const late = daysMissed(step, useToday());
  const states = {
    [styles["mine"] ?? ""]: owner === "me",
    [styles["theirs"] ?? ""]: owner === "them",
    [styles["closed"] ?? ""]: step.state !== "open",
    [styles["dropped"] ?? ""]: step.state === "dropped",
  };
  const on = Object.keys(states).filter((name) => states[name]);
  const about = [whoOf(shown), shown.organization, isOfOneEvent ? null : shown.event].filter((part) => part !== null);
  return (
    <div className={[styles["step"], ...on].join(" ")}>
      <span className={`${styles["what"]} ${step.isUrgent ? styles["urgent"] : ""}`}>
        {step.what}
        {step.repeats !== null && (
          <>
            {" "}
            <Repeat aria-hidden size={14} className={styles["repeats"] ?? ""} />
            <span className="unseen"> (repeats)</span>
          </>
        )}
      </span>
      <span className={styles["day"]}>
        {aside ??
          (late > 0 ? (
            <span className={styles["missed"]}>{sayCount(late, "day")} late</span>
          ) : wanted === null ? null : (
            <DaySaid day={wanted} isShort />
          ))}
      </span>
      {why !== undefined && <span className={styles["why"]}>{why}</span>}
      <span className={styles["about"]}>
        <KindIcon kind={step.kind} />
        <span>
          <span className="unseen">{kindWords[step.kind]}. </span>
          {about.map((part, place) => (
            <span key={part} className={place === 0 && owner !== "me" ? styles["who"] : undefined}>
              {place > 0 && " · "}
              {part}
            </span>
          ))}
          {about.length === 0 && <span aria-hidden>{kindWords[step.kind]}</span>}
        </span>
      </span>
    </div>
  );
}

/** Whose it is and with whom, said from my side. */
function whoOf({ step, owner, who, with: other }: StepShown): string | null {
  if (owner === "me") {
    if (other === null) return null;
    return step.basis === "asked" ? `${other} asked you` : `with ${other}`;
  }
  const name = who ?? "Somebody";
  const withOther = other === null ? "" : ` with ${other}`;
  if (owner === "colleague") return `${name}${withOther}`;
  return step.basis === "asked" ? `You asked ${name}${withOther}` : `${name} promised${withOther}`;
}
