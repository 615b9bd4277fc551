import { ToggleButton } from "react-aria-components/ToggleButton";
import { Link, useParams } from "wouter";
import type { SessionId } from "#domain/model/id.ts";
import { sayDay } from "#domain/model/say.ts";
import { session as sessionQuestion } from "#questions/programme.ts";
import { CameOfIt } from "../parts/came-of-it.tsx";
import { NotHere } from "../parts/not-here.tsx";
import { paths } from "../parts/paths.ts";
import { Section } from "../parts/section.tsx";
import { StepLinks } from "../parts/step-links.tsx";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./session.module.css";

/** One session: what the programme says, my notes from it, and what came of them. */
export function SessionScreen() {
  const sessionId = useParams<{ id: string }>().id as SessionId; // an id that is none is found nowhere
  const run = useRun();
  const shown = useQuestion((replica) => sessionQuestion(replica, sessionId), [sessionId]);
  if (shown === undefined) {
    return <NotHere what="session" />;
  }
  const { session, event, day, time, notes, steps } = shown;
  const when = [day === null ? null : sayDay(day), time, session.room, session.track].filter((part) => part !== null);
  return (
    <article className={styles["session"]}>
      <header className={styles["head"]}>
        {event !== undefined && (
          <p>
            <Link href={paths.event(event.id)}>{event.name}</Link>
          </p>
        )}
        <h1>{session.title}</h1>
        {session.subtitle !== null && <p>{session.subtitle}</p>}
        <p className={styles["about"]}>{when.join(" · ")}</p>
        {session.speakers.length > 0 && (
          <p>
            {session.speakers
              .map(({ name, organization }) => (organization === null ? name : `${name} (${organization})`))
              .join(", ")}
          </p>
        )}
        <div className={styles["marks"]}>
          <ToggleButton
            isSelected={session.isStarred}
            onChange={(isStarred) => void run("session.star", { sessionId, isStarred })}
          >
            I mean to go
          </ToggleButton>
          <ToggleButton
            isSelected={session.isAttended === true}
            onChange={(to) => void run("session.attend", { sessionId, isAttended: to ? true : null })}
          >
            I was there
          </ToggleButton>
        </div>
      </header>
      <Section title="Next steps" count={steps.length}>
        <StepLinks steps={steps} isOfOneEvent />
      </Section>
      <CameOfIt from={{ noun: "session", id: sessionId }} />
      <Section title="Notes" count={notes.length}>
        <ul className={styles["lines"]}>
          {notes.map((note) => (
            <li key={note.id}>
              <Link href={paths.note(note.id)}>{note.text}</Link>
            </li>
          ))}
        </ul>
      </Section>
      {session.abstract !== null && (
        <Section title="What the programme says" aside="">
          <p className={styles["abstract"]}>{session.abstract}</p>
        </Section>
      )}
    </article>
  );
}
