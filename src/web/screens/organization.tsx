import { Link, useParams } from "wouter";
import type { OrganizationId } from "#domain/model/id.ts";
import { organizationRelations } from "#domain/model/person.ts";
import { organization as organizationQuestion } from "#questions/organization.ts";
import { LeadLinks } from "../parts/lead-links.tsx";
import { LeadPaths } from "../parts/lead-paths.tsx";
import { NotHere } from "../parts/not-here.tsx";
import { NoteList } from "../parts/note-list.tsx";
import { paths } from "../parts/paths.ts";
import { relationWords } from "../parts/relations.ts";
import { Section } from "../parts/section.tsx";
import { StepLinks } from "../parts/step-links.tsx";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./organization.module.css";

/** One organization: what it is to us, its people, the steps about it, and the notes that name it. */
export function OrganizationScreen() {
  const organizationId = useParams<{ id: string }>().id as OrganizationId; // an id that is none is found nowhere
  const run = useRun();
  const shown = useQuestion((replica) => organizationQuestion(replica, organizationId), [organizationId]);
  if (shown === undefined) {
    return <NotHere what="organization" />;
  }
  const { organization, people, steps, notes } = shown;
  return (
    <article className={styles["organization"]}>
      <header className={styles["head"]}>
        <h1>{organization.name}</h1>
        {organization.about !== null && <p>{organization.about}</p>}
        <label className={styles["relation"]}>
          What it is to us
          <select
            value={organization.relation ?? ""}
            onChange={(event) => {
              const relation = organizationRelations.find((one) => one === event.target.value) ?? null;
              void run("organization.change", { organizationId, relation });
            }}
          >
            <option value="">Not said</option>
            {organizationRelations.map((one) => (
              <option key={one} value={one}>
                {relationWords[one]}
              </option>
            ))}
          </select>
        </label>
      </header>
      <Section title="Next steps" count={steps.length}>
        <StepLinks steps={steps} />
      </Section>
      <LeadLinks of={{ organizationId }} from={{ organizationId, name: organization.name }} />
      <LeadPaths target={{ organizationId }} />
      <Section title="People" count={people.length}>
        <ul className={styles["lines"]}>
          {people.map((person) => (
            <li key={person.id}>
              <Link href={paths.person(person.id)}>{person.name}</Link>
              {person.role !== null && <small> {person.role}</small>}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Notes" count={notes.length}>
        <NoteList notes={notes} />
      </Section>
    </article>
  );
}
