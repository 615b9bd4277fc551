import { Link } from "wouter";
import { sayAll, sayCount } from "#domain/model/say.ts";
import { organizationDuplicates } from "#questions/duplicates.ts";
import { organizations } from "#questions/lists.ts";
import { ButtonLink } from "../parts/button.tsx";
import { Duplicates } from "../parts/duplicates.tsx";
import { Empty } from "../parts/empty.tsx";
import { paths } from "../parts/paths.ts";
import { relationWords } from "../parts/relations.ts";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./organizations.module.css";

/** Every organization, those with something open first, and those that may be one. */
export function OrganizationsScreen() {
  const all = useQuestion(organizations, []);
  const pairs = useQuestion(organizationDuplicates, []);
  const run = useRun();
  return (
    <>
      <h1>Organizations</h1>
      {all.length === 0 && (
        <Empty title="None is here yet" act={<ButtonLink href={paths.import()}>Take in an event</ButtonLink>}>
          Companies and communities you met or look into; each can be worked on with no person attached.
        </Empty>
      )}
      <Duplicates
        one="one organization"
        does="They are one"
        pairs={pairs}
        onMerge={({ keep, other }) => void run("organization.merge", { keepId: keep.id, otherId: other.id })}
      />
      <ul className={styles["list"]}>
        {all.map(({ organization, people, openSteps }) => {
          const counts = sayAll([
            [openSteps, `${openSteps} open`],
            [people, sayCount(people, "person", "people")],
          ]);
          const relation = organization.relation === null ? null : relationWords[organization.relation];
          return (
            <li key={organization.id}>
              <Link href={paths.organization(organization.id)}>
                <span>{organization.name}</span>
                <small>{[relation, counts].filter(Boolean).join(" · ")}</small>
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
