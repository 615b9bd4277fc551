import { Link, useParams } from "wouter";
import type { PersonId } from "#domain/model/id.ts";
import type { Person } from "#domain/model/person.ts";
import { person as personQuestion, promiseLists, promisesOf } from "#questions/people.ts";
import { draftLanguages } from "#domain/model/template.ts";
import { standing } from "#questions/standing.ts";
import { AddTouch, wayWords } from "../parts/add-touch.tsx";
import { CameOfIt } from "../parts/came-of-it.tsx";
import { DaySaid } from "../parts/day-said.tsx";
import { LeadLinks } from "../parts/lead-links.tsx";
import { LeadPaths } from "../parts/lead-paths.tsx";
import { NoteList } from "../parts/note-list.tsx";
import { NativePick } from "../parts/native-pick.tsx";
import { NotHere } from "../parts/not-here.tsx";
import { paths } from "../parts/paths.ts";
import { Section } from "../parts/section.tsx";
import { StepLinks } from "../parts/step-links.tsx";
import { languageWords } from "../parts/language-words.ts";
import { WarmthSaid } from "../parts/warmth-said.tsx";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./person.module.css";

/** One person: what was promised and asked on either side, every touch, how we met, and the notes that name them. */
export function PersonScreen() {
  const personId = useParams<{ id: string }>().id as PersonId; // an id that is none is found nowhere
  const run = useRun();
  const shown = useQuestion((replica) => personQuestion(replica, personId), [personId]);
  const stands = useQuestion((replica, asking) => standing(replica, personId, asking), [personId]);
  if (shown === undefined) {
    return <NotHere what="person" />;
  }
  const { person, organization, meetings, touches, steps, notes } = shown;
  const promises = promisesOf(steps);
  const closed = steps.filter(({ step }) => step.state !== "open");
  return (
    <article className={styles["person"]}>
      <header className={styles["head"]}>
        <h1>{person.name}</h1>
        <p className={styles["about"]}>
          {person.role}
          {person.role !== null && organization !== null && ", "}
          {organization !== null && person.organizationId !== null && (
            <Link href={paths.organization(person.organizationId)}>{organization}</Link>
          )}
        </p>
        <p className={styles["ways"]}>
          {person.emails.map(({ value }) => (
            <a key={value} href={`mailto:${encodeURIComponent(value)}`}>
              {value}
            </a>
          ))}
          {person.phones.map(({ value }) => (
            <a key={value} href={`tel:${value.replace(/[^+\d]/g, "")}`}>
              {value}
            </a>
          ))}
        </p>
        {stands !== undefined && meetings.length + touches.length > 0 && <WarmthSaid warmth={stands.warmth} />}
        {stands?.sentences.map((sentence) => (
          <p key={sentence} className={styles["about"]}>
            {sentence}
          </p>
        ))}
        {person.about !== null && <p>{person.about}</p>}
        <label className={styles["check"]}>
          <input
            type="checkbox"
            checked={person.isColleague}
            onChange={(event) => void run("person.change", { personId, isColleague: event.target.checked })}
          />
          Works with me
        </label>
        <div className={styles["two"]}>
          <Rhythm person={person} />
          <Language person={person} />
        </div>
      </header>
      {promiseLists.map((title) => (
        <Section key={title} title={title} count={promises[title].length}>
          <StepLinks steps={promises[title]} />
        </Section>
      ))}
      <LeadLinks of={{ personId }} from={{ personId }} />
      {!person.isColleague && <LeadPaths target={{ personId }} />}
      <Section title="Touches" aside={touches.length === 0 ? "none yet" : touches.length}>
        <AddTouch personId={personId} />
        <ul className={styles["lines"]}>
          {touches.map((touch) => (
            <li key={touch.id} className={styles["touch"]}>
              <span>
                {wayWords[touch.way]}
                {touch.direction === "in" ? ", from them" : ""}
                {touch.line !== null && `: ${touch.line}`}
              </span>
              <DaySaid day={touch.touchedOn} />
            </li>
          ))}
        </ul>
      </Section>
      <CameOfIt from={{ noun: "person", id: personId }} />
      <Section title="How we met" count={meetings.length}>
        <ul className={styles["lines"]}>
          {meetings.map(({ meeting, event, through }) => (
            <li key={meeting.id}>
              {event !== null && meeting.eventId !== null ? (
                <Link href={paths.event(meeting.eventId)}>{event}</Link>
              ) : (
                meeting.place
              )}
              {meeting.metOn !== null && (
                <>
                  {", "}
                  <DaySaid day={meeting.metOn} />
                </>
              )}
              {through !== null && `, through ${through}`}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Notes" count={notes.length}>
        <NoteList notes={notes} />
      </Section>
      <Section title="Closed" count={closed.length}>
        <StepLinks steps={closed} />
      </Section>
    </article>
  );
}

const rhythms = [30, 60, 90, 180, 365];

/** How often to be in touch once an event's three looks are over (EC1). */
function Rhythm({ person: { id: personId, rhythmDays } }: { person: Person }) {
  const run = useRun();
  const days = rhythmDays === null || rhythms.includes(rhythmDays) ? rhythms : [rhythmDays, ...rhythms];
  return (
    <NativePick
      label="In touch"
      isNeeded={false}
      value={rhythmDays === null ? "" : String(rhythmDays)}
      onChange={(chosen) => void run("person.change", { personId, rhythmDays: chosen === "" ? null : Number(chosen) })}
      from={days.map((count) => ({ id: String(count), words: `every ${count} days` }))}
    />
  );
}

/** The language in which drafts to them are written. */
function Language({ person: { id: personId, language } }: { person: Person }) {
  const run = useRun();
  return (
    <NativePick
      label="Drafts to them in"
      isNeeded
      value={language ?? "en"}
      onChange={(chosen) =>
        void run("person.change", { personId, language: draftLanguages.find((one) => one === chosen) ?? null })
      }
      from={draftLanguages.map((id) => ({ id, words: languageWords[id] }))}
    />
  );
}
