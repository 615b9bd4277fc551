import { useDeferredValue, useState } from "react";
import { Link } from "wouter";
import type { Day } from "#domain/model/time.ts";
import { sayCount } from "#domain/model/say.ts";
import { duplicates } from "#questions/duplicates.ts";
import { people, type PersonListed } from "#questions/people.ts";
import { ButtonLink } from "../parts/button.tsx";
import { DaySaid } from "../parts/day-said.tsx";
import { Duplicates } from "../parts/duplicates.tsx";
import { Empty } from "../parts/empty.tsx";
import { TextField } from "../parts/field.tsx";
import { Filters } from "../parts/filters.tsx";
import { paths } from "../parts/paths.ts";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./people.module.css";

const filters = {
  all: { words: "Everybody", fits: () => true },
  open: { words: "Something open", fits: ({ openSteps }: PersonListed) => openSteps > 0 },
  met: { words: "Met", fits: ({ lastSeenOn }: PersonListed) => lastSeenOn !== null },
  colleagues: { words: "Colleagues", fits: ({ person }: PersonListed) => person.isColleague },
} as const;

/** Everybody the workspace knows, those with something open first. */
export function PeopleScreen() {
  const all = useQuestion(people, []);
  const pairs = useQuestion(duplicates, []);
  const run = useRun();
  const [filter, setFilter] = useState<keyof typeof filters>("all");
  const [words, setWords] = useState("");
  const wanted = useDeferredValue(words).trim().toLowerCase();
  const shown = all.filter(
    (one) =>
      filters[filter].fits(one) &&
      `${one.person.name} ${one.organization ?? ""} ${one.person.role ?? ""}`.toLowerCase().includes(wanted),
  );
  if (all.length === 0) {
    return (
      <>
        <h1>People</h1>
        <Empty title="Nobody is here yet" act={<ButtonLink href={paths.import()}>Take in contacts</ButtonLink>}>
          People you met, and whom you know, with what was promised on either side.
        </Empty>
      </>
    );
  }
  return (
    <>
      <h1>People</h1>
      <div className={styles["tools"]}>
        <TextField
          label="Find by name, organization or role"
          isLabelUnseen
          placeholder="Name, organization, role"
          value={words}
          onChange={setWords}
        />
        <Filters label="Show" choices={filters} chosen={filter} onChoose={setFilter} />
      </div>
      <Duplicates
        one="one person"
        does="They are one"
        pairs={pairs}
        onMerge={({ keep, other }) => void run("person.merge", { keepId: keep.id, otherId: other.id })}
      />
      <p role="status" className="unseen">
        {sayCount(shown.length, "person", "people")}
      </p>
      <ul className={styles["list"]}>
        {shown.map(({ person, organization, lastSeenOn, openSteps }) => (
          <li key={person.id}>
            <Link href={paths.person(person.id)} className={styles["line"]}>
              <span className={styles["name"]}>{person.name}</span>
              <span className={styles["about"]}>{[person.role, organization].filter(Boolean).join(", ")}</span>
              <span className={styles["aside"]}>
                {openSteps > 0 && <span className={styles["open"]}>{openSteps} open</span>}
                {lastSeenOn !== null && <DaySaid day={lastSeenOn as Day} isShort /* a stored day */ />}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className={styles["more"]}>
        <Link href="/organizations">All organizations</Link>
      </p>
    </>
  );
}
