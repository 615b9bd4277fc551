import { useState } from "react";
import { Link, useParams } from "wouter";
import type { EventId } from "#domain/model/id.ts";
import { observationHeadings, sayCount, sayDay } from "#domain/model/say.ts";
import { event as eventQuestion, type EventShown } from "#questions/event.ts";
import { openCount } from "#questions/inbox.ts";
import { pagesOf } from "#questions/programme.ts";
import { Boards } from "../parts/boards.tsx";
import { ButtonLink } from "../parts/button.tsx";
import { Focus } from "../parts/focus.tsx";
import { LedgerBar } from "../parts/ledger-bar.tsx";
import { NotHere } from "../parts/not-here.tsx";
import { LeadLinks } from "../parts/lead-links.tsx";
import { paths } from "../parts/paths.ts";
import { Programme } from "../parts/programme.tsx";
import { Section } from "../parts/section.tsx";
import { StepLinks } from "../parts/step-links.tsx";
import { useQuestion } from "../parts/workspace.tsx";
import styles from "./event.module.css";

/** One event: its focus, the ledger of its notes, what follows from it, whom I met, the programme, and the files it came from. */
export function EventScreen() {
  const eventId = useParams<{ id: string }>().id as EventId; // an id that is none is found nowhere
  const shown = useQuestion((replica, asking) => eventQuestion(replica, eventId, asking), [eventId]);
  const pages = useQuestion((replica) => pagesOf(replica, eventId), [eventId]);
  const open = useQuestion((replica) => openCount(replica, { eventId }), [eventId]);
  if (shown === undefined) {
    return <NotHere what="event" />;
  }
  const { event, ledger, steps, met, observations, sessions } = shown;
  const isBare = ledger.passages === 0 && sessions.count === 0;
  return (
    <article className={styles["event"]}>
      <header className={styles["head"]}>
        <h1>{event.name}</h1>
        <p className={styles["about"]}>{aboutOf(event)}</p>
        {event.purpose !== null && <p>{event.purpose}</p>}
        <LedgerBar ledger={ledger} />
        <div className={styles["acts"]}>
          {open > 0 && (
            <ButtonLink look="main" href={paths.debrief(event.id)}>
              Answer {sayCount(open, "proposal")}
            </ButtonLink>
          )}
          {met.length > 0 && (
            <ButtonLink href={paths.after(event.id)}>
              Follow up with {sayCount(met.length, "person", "people")}
            </ButtonLink>
          )}
          {event.kind === "offsite" && <ButtonLink href={paths.roadmap(event.id)}>Roadmap</ButtonLink>}
          <ButtonLink href={paths.value(event.id)}>What came of it</ButtonLink>
          <ButtonLink href={paths.import(event.id)}>
            {isBare ? "Take in its programme and notes" : "Take in more"}
          </ButtonLink>
        </div>
      </header>
      {event.kind === "offsite" && <Boards eventId={event.id} isFirst />}
      <Focus event={event} />
      <Steps steps={steps} />
      <Section title="People met" count={met.length}>
        <ul className={styles["people"]}>
          {met.map((person) => (
            <li key={person.id}>
              <Link href={paths.person(person.id)}>{person.name}</Link>
              {person.organization !== null && <span> {person.organization}</span>}
            </li>
          ))}
        </ul>
      </Section>
      <LeadLinks title="Leads from here" of={{ eventId: event.id }} from={{ eventId: event.id }} />
      <Section title="Observations" count={observations.length}>
        <ul className={styles["lines"]}>
          {observations.map(({ kind, note }) => (
            <li key={note.id}>
              <span className={styles["kind"]}>{observationHeadings[kind]}</span>
              <Link href={paths.note(note.id)}>{note.text}</Link>
            </li>
          ))}
        </ul>
      </Section>
      {event.kind !== "offsite" && <Boards eventId={event.id} isFirst={event.kind === "meeting"} />}
      <Section title="Programme" count={sessions.count}>
        <Programme eventId={event.id} />
      </Section>
      <Section title="Pages" count={pages.length}>
        <ul className={styles["pages"]}>
          {pages.map(({ page, ledger }) => (
            <li key={page.id}>
              <Link href={paths.page(page.id)}>{page.name}</Link>
              <LedgerBar ledger={ledger} isBare />
            </li>
          ))}
        </ul>
      </Section>
    </article>
  );
}

const whose = [
  ["me", "Mine"],
  ["them", "Theirs"],
  ["colleague", "Colleagues'"],
] as const;

function Steps({ steps }: Pick<EventShown, "steps">) {
  const [isAll, setAll] = useState(false);
  const all = whose.flatMap(([owner]) => steps[owner]);
  const open = all.filter(({ step }) => step.state === "open").length;
  const isHidden = !isAll && open < all.length;
  return (
    <Section
      title="Next steps"
      count={all.length}
      aside={all.length > 0 && `${all.length - open} of ${all.length} done`}
    >
      {whose.map(([owner, title]) => {
        const shown = steps[owner].filter(({ step }) => !isHidden || step.state === "open");
        return shown.length === 0 ? null : (
          <div key={owner} className={styles["owned"]}>
            <h3>{title}</h3>
            <StepLinks steps={shown} isOfOneEvent />
          </div>
        );
      })}
      {isHidden && (
        <button type="button" className={styles["more"]} onClick={() => setAll(true)}>
          Show {sayCount(all.length - open, "closed one")}
        </button>
      )}
    </Section>
  );
}

function aboutOf({ kind, startsOn, endsOn, place }: EventShown["event"]): string {
  const days = [startsOn, endsOn].filter((day) => day !== null).map((day) => sayDay(day));
  const when = [...new Set(days)].join(" to ");
  return [kindWords[kind], when, place].filter((part) => part !== null && part !== "").join(" · ");
}

const kindWords: Record<EventShown["event"]["kind"], string> = {
  conference: "Conference",
  "partner-event": "Partner event",
  offsite: "Offsite",
  meeting: "Meeting",
};
