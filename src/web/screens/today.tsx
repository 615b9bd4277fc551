import { Fragment, lazy, Suspense } from "react";
import { Link } from "wouter";
import { periodKey, sayPeriod } from "#domain/model/period.ts";
import { sayCount, sayDay } from "#domain/model/say.ts";
import { combBackDay } from "#questions/comb-back-day.ts";
import { type StepServing, today, type Today } from "#questions/today.ts";
import { ButtonLink } from "../parts/button.tsx";
import { Empty } from "../parts/empty.tsx";
import { FollowUps } from "../parts/follow-ups.tsx";
import { ListPane, useChosen } from "../parts/list-pane.tsx";
import { paths } from "../parts/paths.ts";
import { StepChosen } from "../parts/step-chosen.tsx";
import { StepList, type StepSection } from "../parts/step-list.tsx";
import { WeekStrip } from "../parts/week-strip.tsx";
import { useQuestion } from "../parts/workspace.tsx";
import styles from "./today.module.css";

/** Its code waits until an event asks. */
const PulseAsk = lazy(async () => ({ default: (await import("../parts/pulse-ask.tsx")).PulseAsk }));
/** Loaded on the day alone: what it brings is told by much that the first screen does without. */
const CombBackDue = lazy(async () => ({ default: (await import("../parts/comb-back-due.tsx")).CombBackDue }));

/** What to do today: three that matter most and why (ST7), then due, missed with their age (ST3), and theirs to ask again about (ST2). */
export function TodayScreen() {
  const asked = useQuestion(today, []);
  const [chosen, choose] = useChosen("step");
  const sections = sectionsOf(asked);
  const { isDue } = useQuestion(combBackDay, []);
  return (
    <ListPane
      title="Today"
      aside={sayDay(asked.day)}
      list={
        <>
          <WeekStrip />
          {isDue && (
            <Suspense fallback={null}>
              <CombBackDue />
            </Suspense>
          )}
          {sections.length > 0 && <StepList label="Today" sections={sections} chosen={chosen} onChoose={choose} />}
          {sections.length === 0 && asked.followUps.length === 0 && asked.initiatives.length === 0 && (
            <Empty title="Nothing is due" act={<ButtonLink href="/steps">See all steps</ButtonLink>}>
              What you promised and what others owe you comes here on its day. Capture a line, or take in the notes of
              an event.
            </Empty>
          )}
          <FollowUps due={asked.followUps} />
          <Suspense fallback={null}>
            {asked.pulses.slice(0, 1).map((due) => (
              <PulseAsk key={`${due.event.id} ${due.afterDays}`} due={due} />
            ))}
          </Suspense>
          <p className={styles["beside"]}>
            {asked.back.length > 0 && (
              <span>
                <Link href="/leads?as=list&show=resting">{sayCount(asked.back.length, "lead")}</Link>{" "}
                {asked.back.length === 1 ? "is back from its" : "are back from their"} rest
              </span>
            )}
            {asked.initiatives.map(({ initiative, asks, daysLate }) => (
              <span key={initiative.id}>
                <Link href={paths.initiative(initiative.id)}>{initiative.name}</Link>{" "}
                {asks === "firstStep" ? "waits for its first step" : "waits for your check-in"}
                {daysLate > 0 && `, for ${sayCount(daysLate, "day")}`}
              </span>
            ))}
            {asked.monthEnd !== null && (
              <span>
                {sayPeriod(asked.monthEnd.month)} ends:{" "}
                <Link href={paths.monthEnd(periodKey(asked.monthEnd.month))}>
                  {sayCount(asked.monthEnd.count, "open thing")}
                </Link>{" "}
                to keep, move or drop
              </span>
            )}
            {asked.idle.length > 0 && (
              <span>
                Nothing planned this week for{" "}
                {asked.idle.map(({ id, what, startsOn }, place) => (
                  <Fragment key={id}>
                    {place > 0 && ", "}
                    <Link href={paths.plan(startsOn.slice(0, 4))}>{what}</Link>
                  </Fragment>
                ))}
              </span>
            )}
            {asked.proposals > 0 && (
              <span>
                <Link href="/events">{sayCount(asked.proposals, "proposal")}</Link> from your notes wait for an answer
              </span>
            )}
            {asked.vague > 0 && (
              <span>
                <Link href="/steps?vague=1">{sayCount(asked.vague, "step")}</Link> of yours have no day yet
              </span>
            )}
            <Link href={paths.print("today")}>Print the day</Link>
          </p>
        </>
      }
      detail={chosen === null ? null : <StepChosen stepId={chosen} />}
      onBack={() => choose(null)}
      nothing={<p>Choose a step to see where it came from.</p>}
    />
  );
}

/** What a step serves says why it is there (PL3). */
function withServes({ serves, ...shown }: StepServing): StepSection["rows"][number] {
  return { shown, ...(serves !== null && { why: `It serves “${serves}”` }) };
}

function sectionsOf({ first, due, missed, askAgain }: Today): StepSection[] {
  const sections: StepSection[] = [
    { id: "first", title: "First", rows: first.map(({ why, ...shown }) => ({ shown, why })) },
    { id: "due", title: "Due today", rows: due.map(withServes) },
    { id: "missed", title: "Missed", rows: missed.map(withServes) },
    {
      id: "ask",
      title: "Ask again",
      note: "theirs, and the day to look back has come",
      rows: askAgain.map((shown) => ({ shown })),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}
