import { useState } from "react";
import { Link, useParams } from "wouter";
import type { InitiativeId } from "#domain/model/id.ts";
import { isUnderWay } from "#domain/model/initiative.ts";
import { sayCount } from "#domain/model/say.ts";
import { holdersOf } from "#questions/charter.ts";
import { sayMeasure } from "#questions/digest.ts";
import { initiative as initiativeAsked, type InitiativeSeen } from "#questions/roadmap.ts";
import { Button } from "../parts/button.tsx";
import { DaySaid } from "../parts/day-said.tsx";
import { type InitiativeAct, InitiativeDialog } from "../parts/initiative-acts.tsx";
import { InitiativeForm } from "../parts/initiative-form.tsx";
import { Colour } from "../parts/initiative-row.tsx";
import { NotHere } from "../parts/not-here.tsx";
import { paths } from "../parts/paths.ts";
import { Section } from "../parts/section.tsx";
import { StepLinks } from "../parts/step-links.tsx";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./initiative.module.css";

/** One initiative: the problem in the team's words, who answers for it, what is measured, its steps and its check-ins. */
export function InitiativeScreen() {
  const id = useParams<{ id: string }>().id as InitiativeId; // an id that is none is found nowhere
  const shown = useQuestion((replica, asking) => initiativeAsked(replica, id, asking), [id]);
  if (shown === undefined) return <NotHere what="initiative" />;
  const { initiative, event, stickies, steps, checkins, before, after } = shown;
  const isFromWords = stickies.some(({ text }) => !(initiative.problem ?? "").includes(text));
  return (
    <article className={styles["initiative"]}>
      <header className={styles["head"]}>
        {event !== undefined && (
          <p className={styles["soft"]}>
            <Link href={paths.roadmap(event.id)}>Roadmap of {event.name}</Link>
          </p>
        )}
        <h1>{initiative.name}</h1>
        {initiative.problem !== null && <p className={styles["problem"]}>{initiative.problem}</p>}
        <Facts shown={shown} />
        <Acts shown={shown} />
      </header>
      {isFromWords && (
        <Section title="From the wall" count={stickies.length}>
          <ul className={styles["stickies"]}>
            {stickies.map((sticky) => (
              <li key={sticky.id}>{sticky.text}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Steps" count={steps.length}>
        <StepLinks steps={steps} isOfOneEvent />
      </Section>
      <Section title="Check-ins" count={checkins.length}>
        <ol className={styles["checkins"]}>
          {checkins.map((one) => (
            <li key={one.id}>
              <Colour colour={one.colour} /> <DaySaid day={one.checkedOn} />
              <p>{one.line}</p>
            </li>
          ))}
        </ol>
      </Section>
      {before !== undefined && (
        <p>
          Goes on from <Link href={paths.initiative(before.id)}>the last offsite</Link>.
        </p>
      )}
      {after.map((one) => (
        <p key={one.id}>
          Goes on <Link href={paths.initiative(one.id)}>at a later offsite</Link>.
        </p>
      ))}
    </article>
  );
}

function Facts({ shown }: { shown: InitiativeSeen }) {
  const { initiative, owner, monday, next, commitment } = shown;
  const holders = useQuestion(
    (replica) => (initiative.role === null ? [] : holdersOf(replica, initiative.role)),
    [initiative.role],
  );
  const measure = sayMeasure(initiative);
  return (
    <dl className={styles["facts"]}>
      <dt>Answers for it</dt>
      <dd>{owner ?? "nobody yet"}</dd>
      <dt>Measured by</dt>
      <dd>{measure ?? "nothing yet"}</dd>
      {initiative.role !== null && (
        <>
          <dt>Role</dt>
          <dd>
            {initiative.role}
            {holders.length > 0 && `: ${holders.join(", ")}`}
          </dd>
        </>
      )}
      {commitment !== null && (
        <>
          <dt>Serves</dt>
          <dd>{commitment}</dd>
        </>
      )}
      {monday !== null && (
        <>
          <dt>Monday test</dt>
          <dd className={monday.is === "silent" ? styles["warn"] : undefined}>
            {monday.is === "started" && monday.startedOn !== null && (
              <>
                started <DaySaid day={monday.startedOn} />
              </>
            )}
            {monday.is === "toCome" && (
              <>
                asked on <DaySaid day={monday.askedOn} />
              </>
            )}
            {monday.is === "silent" &&
              (monday.silentDays === 0
                ? "asked today for the first step"
                : `silent for ${sayCount(monday.silentDays, "day")}`)}
          </dd>
        </>
      )}
      {next !== null && (
        <>
          <dt>Next check-in</dt>
          <dd className={next.daysMissed > 0 ? styles["warn"] : undefined}>
            <DaySaid day={next.dueOn} />
            {next.daysMissed > 0 && `, missed by ${sayCount(next.daysMissed, "day")}`}
          </dd>
        </>
      )}
      {initiative.state === "stuck" && (
        <>
          <dt>Stuck</dt>
          <dd className={styles["warn"]}>{initiative.stuckOn}</dd>
        </>
      )}
      {initiative.closedAt !== null && (
        <>
          <dt>{initiative.state === "done" ? "Done" : "Dropped"}</dt>
          <dd>{initiative.cameOfIt ?? "nothing was said"}</dd>
        </>
      )}
    </dl>
  );
}

function Acts({ shown }: { shown: InitiativeSeen }) {
  const run = useRun();
  const [act, setAct] = useState<InitiativeAct | "change" | null>(null);
  const { initiative, isMine } = shown;
  const initiativeId = initiative.id;
  const isReady = initiative.ownerMemberId !== null && initiative.measure !== null;
  const close = () => setAct(null);
  return (
    <div className={styles["acts"]}>
      {initiative.state === "notNow" &&
        (isReady ? (
          <Button look="main" onPress={() => setAct("begin")}>
            Begin it
          </Button>
        ) : (
          <Button look="main" onPress={() => setAct("change")}>
            Say who answers for it and what is measured
          </Button>
        ))}
      {isUnderWay(initiative) && isMine && (
        <Button look="main" onPress={() => setAct("checkIn")}>
          Check in
        </Button>
      )}
      {initiative.state === "going" && <Button onPress={() => setAct("stuck")}>It is stuck</Button>}
      {initiative.state === "stuck" && (
        <Button onPress={() => void run("initiative.unstick", { initiativeId })}>It goes on</Button>
      )}
      {isUnderWay(initiative) && <Button onPress={() => setAct("done")}>It is done</Button>}
      {(initiative.state !== "notNow" || initiative.closedAt !== null) && (
        <Button look="bare" onPress={() => void run("initiative.later", { initiativeId })}>
          Not now
        </Button>
      )}
      {initiative.closedAt === null && (
        <>
          <Button look="bare" onPress={() => setAct("drop")}>
            Drop it
          </Button>
          <Button look="bare" onPress={() => setAct("change")}>
            Change
          </Button>
        </>
      )}
      {act === "change" && <InitiativeForm eventId={initiative.eventId} initiative={initiative} onClose={close} />}
      {act !== null && act !== "change" && <InitiativeDialog act={act} shown={shown} onClose={close} />}
    </div>
  );
}
