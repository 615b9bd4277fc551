import { Link, useParams } from "wouter";
import type { NoteId } from "#domain/model/id.ts";
import { observationHeadings } from "#domain/model/say.ts";
import { observationKinds } from "#domain/model/note.ts";
import { note as noteQuestion } from "#questions/note.ts";
import { source } from "#questions/source.ts";
import { Button, ButtonLink } from "../parts/button.tsx";
import { CameOfIt } from "../parts/came-of-it.tsx";
import { LeadLinks } from "../parts/lead-links.tsx";
import { NotHere } from "../parts/not-here.tsx";
import { NoteRecallPart } from "../parts/note-recall.tsx";
import { paths } from "../parts/paths.ts";
import { Quote, Words } from "../parts/quote.tsx";
import { Section } from "../parts/section.tsx";
import { StepLinks } from "../parts/step-links.tsx";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./note.module.css";

/** One note: the words as they were written, what they are about, and what came of them. */
export function NoteScreen() {
  const noteId = useParams<{ id: string }>().id as NoteId; // an id that is none is found nowhere
  const run = useRun();
  const shown = useQuestion((replica) => noteQuestion(replica, noteId), [noteId]);
  const from = useQuestion(
    (replica) => {
      const found = replica.get("note", noteId);
      return found && source(replica, found.pageId, found.start, found.end);
    },
    [noteId],
  );
  if (shown === undefined) {
    return <NotHere what="note" />;
  }
  const { note, event, session, people, organizations, steps, proposals } = shown;
  const open = proposals.filter((proposal) => proposal.state === "open");
  return (
    <article className={styles["note"]}>
      <h1 className="unseen">Note</h1>
      {from === undefined || note.start === null ? (
        <Words>{note.text}</Words>
      ) : (
        <Quote source={from} start={note.start} />
      )}
      <dl className={styles["about"]}>
        {event !== undefined && (
          <div>
            <dt>Event</dt>
            <dd>
              <Link href={paths.event(event.id)}>{event.name}</Link>
            </dd>
          </div>
        )}
        {session !== undefined && (
          <div>
            <dt>Session</dt>
            <dd>
              <Link href={paths.session(session.id)}>{session.title}</Link>
            </dd>
          </div>
        )}
        {people.length > 0 && (
          <div>
            <dt>People</dt>
            <dd>
              {people.map((person) => (
                <Link key={person.id} href={paths.person(person.id)}>
                  {person.name}
                </Link>
              ))}
            </dd>
          </div>
        )}
        {organizations.length > 0 && (
          <div>
            <dt>Organizations</dt>
            <dd>
              {organizations.map((organization) => (
                <Link key={organization.id} href={paths.organization(organization.id)}>
                  {organization.name}
                </Link>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>
            <label htmlFor="observation">Worth keeping as</label>
          </dt>
          <dd>
            <select
              id="observation"
              value={note.observation ?? ""}
              onChange={(event) => {
                const observation = observationKinds.find((kind) => kind === event.target.value) ?? null;
                void run("note.change", { noteId, observation });
              }}
            >
              <option value="">Nothing in particular</option>
              {observationKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {observationHeadings[kind]}
                </option>
              ))}
            </select>
          </dd>
        </div>
      </dl>
      <div className={styles["acts"]}>
        {open.length > 0 && note.eventId !== null && (
          <ButtonLink look="main" href={paths.debrief(note.eventId, open[0]?.id)}>
            Answer what is proposed of it
          </ButtonLink>
        )}
        {note.state === "unread" && (
          <>
            <Button onPress={() => void run("note.keep", { noteIds: [noteId] })}>Keep it</Button>
            <Button onPress={() => void run("note.letGo", { noteIds: [noteId] })}>Let it go</Button>
          </>
        )}
      </div>
      <NoteRecallPart noteId={noteId} />
      <Section title="What came of it" count={steps.length}>
        <StepLinks steps={steps} isOfOneEvent />
      </Section>
      <CameOfIt from={{ noun: "note", id: noteId }} sources={{ noteIds: [noteId] }} />
      <LeadLinks title="Leads from it" of={{ noteId }} from={{ noteId }} />
    </article>
  );
}
