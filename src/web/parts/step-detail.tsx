import type { StepId } from "#domain/model/id.ts";
import { kindHeadings, sayAge, sayCount } from "#domain/model/say.ts";
import { dayWanted } from "#domain/model/step.ts";
import { step as stepAsked, type StepSeen } from "#questions/step.ts";
import { servedBy } from "#questions/commitments.ts";
import { lazy } from "react";
import { Link } from "wouter";
import { Button } from "./button.tsx";
import { DaySaid } from "./day-said.tsx";
import { Empty } from "./empty.tsx";
import { History } from "./history.tsx";
import { paths } from "./paths.ts";
import { Quote, Words } from "./quote.tsx";
import { useStepActs } from "./step-acts.tsx";
import { StepDots } from "./step-dots.tsx";
import { StepDraft } from "./step-draft.tsx";
import { useQuestion } from "./workspace.tsx";
import styles from "./step-detail.module.css";

/** One step: whose and by when, the words it came from, what was put off, what came of it, and what can be done. */
export function StepDetail({ stepId }: { stepId: string }) {
  const seen = useQuestion((replica, asking) => stepAsked(replica, stepId as StepId, asking), [stepId]); // an address's id
  if (seen === undefined) {
    return <Empty title="This step is not here">It was removed, or it has not come to this device yet.</Empty>;
  }
  return (
    <article className={styles["detail"]}>
      <h2 className={styles["title"]}>{seen.step.what}</h2>
      <Acts seen={seen} />
      <Facts seen={seen} />
      {seen.draft !== null && (
        <details className={styles["draft"]} open={seen.owner === "them"}>
          <summary>{seen.owner === "them" ? "Ask again" : "Draft what to send"}</summary>
          <StepDraft key={stepId} stepId={seen.step.id} />
        </details>
      )}
      {seen.source !== undefined && seen.step.start !== null ? (
        <Quote source={seen.source} start={seen.step.start} />
      ) : (
        seen.step.quote !== null && <Words>{seen.step.quote}</Words>
      )}
      <StepDots stepId={seen.step.id} />
      <History noun="step" id={seen.step.id} />
    </article>
  );
}

function Acts({ seen: { step, owner } }: { seen: StepSeen }) {
  const acts = useStepActs();
  const isOpen = step.state === "open";
  return (
    <div className={styles["acts"]}>
      {isOpen ? (
        <>
          <Button look="main" keyName="d" onPress={() => acts.done(step.id)}>
            {owner === "them" ? "They did it" : "Done"}
          </Button>
          <Button keyName="p" onPress={() => acts.putOff(step.id)}>
            {owner === "them" ? "Look again later" : dayWanted(step) === null ? "Give it a day" : "Put off"}
          </Button>
        </>
      ) : (
        <Button look="main" onPress={() => acts.reopen(step.id)}>
          Open again
        </Button>
      )}
      <Button keyName="e" onPress={() => acts.edit(step.id)}>
        Change
      </Button>
      {isOpen && (
        <Button keyName="x" onPress={() => acts.drop(step.id)}>
          Drop
        </Button>
      )}
    </div>
  );
}

/** How it repeats, in words; they are loaded when a step that repeats is looked at. */
const Repeats = lazy(async () => ({ default: (await import("./repeat-said.tsx")).RepeatSaid }));

const whoseWords = { me: "Mine", colleague: "A colleague's", them: "Theirs" } as const;

function Facts({ seen }: { seen: StepSeen }) {
  const { step, owner, who, with: other, organization, event, daysMissed, ageDays } = seen;
  const person = owner === "them" ? step.ownerPersonId : step.withPersonId;
  const name = owner === "me" ? other : who;
  const commitment = useQuestion((replica) => servedBy(replica, step), [step]);
  return (
    <dl className={styles["facts"]}>
      <dt>Whose</dt>
      <dd>
        <span className={owner === "them" ? styles["theirs"] : styles["mine"]}>{whoseWords[owner]}</span>,{" "}
        {step.basis === "promised" ? "promised" : "asked"}
      </dd>
      {name !== null && (
        <>
          <dt>{owner === "me" ? "With" : "Who"}</dt>
          <dd>{person === null ? name : <Link href={paths.person(person)}>{name}</Link>}</dd>
        </>
      )}
      {organization !== null && step.organizationId !== null && (
        <>
          <dt>Organization</dt>
          <dd>
            <Link href={paths.organization(step.organizationId)}>{organization}</Link>
          </dd>
        </>
      )}
      <dt>How</dt>
      <dd>{kindHeadings[step.kind]}</dd>
      {owner === "them" ? (
        <Wanted name="Look again" day={step.checkBackOn} />
      ) : (
        <Wanted name="Due" day={dayWanted(step)} daysMissed={daysMissed} />
      )}
      {step.repeats !== null && (
        <>
          <dt>Repeats</dt>
          <dd>
            <Repeats repeats={step.repeats} />
          </dd>
        </>
      )}
      {commitment !== undefined && (
        <>
          <dt>Serves</dt>
          <dd>
            <Link href={paths.plan(commitment.startsOn.slice(0, 4))}>{commitment.what}</Link>
          </dd>
        </>
      )}
      {step.deferrals.length > 0 && (
        <>
          <dt>Put off</dt>
          <dd>
            {sayCount(step.deferrals.length, "time")}
            {step.deferrals.flatMap(({ why }) => (why === null ? [] : [`, “${why}”`]))}
          </dd>
        </>
      )}
      {event !== null && step.eventId !== null && (
        <>
          <dt>From</dt>
          <dd>
            <Link href={paths.event(step.eventId)}>{event}</Link>, {sayAge(ageDays)}
          </dd>
        </>
      )}
      {step.state !== "open" && (
        <>
          <dt>{step.state === "done" ? "Done" : "Dropped"}</dt>
          <dd>{step.cameOfIt ?? "What came of it was not said"}</dd>
        </>
      )}
    </dl>
  );
}

function Wanted({ name, day, daysMissed = 0 }: { name: string; day: StepSeen["step"]["dueOn"]; daysMissed?: number }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {day === null ? "No day yet" : <DaySaid day={day} isBare={daysMissed > 0} />}
        {daysMissed > 0 && (
          <>
            {", "}
            <span className={styles["missed"]}>{sayCount(daysMissed, "day")} late</span>
          </>
        )}
      </dd>
    </>
  );
}
