import type { LeadId, PersonId } from "#domain/model/id.ts";
import { type Path, type PathTarget, pathsTo } from "#questions/paths.ts";
import { todayIn } from "#questions/asking.ts";
import { Button } from "./button.tsx";
import { PathDrawing } from "./path-drawing.tsx";
import { Section } from "./section.tsx";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./lead-paths.module.css";

interface Props {
  target: PathTarget;
  leadId?: LeadId;
  /** Who was asked in vain. */
  closed?: readonly PersonId[];
}

/** LD6: who could open the door, drawn small and told in words; asking them makes the step on both sides (LD4). */
export function LeadPaths({ target, leadId, closed = [] }: Props) {
  const run = useRun();
  const key = "personId" in target ? target.personId : target.organizationId;
  const found = useQuestion(
    (replica, asking) => pathsTo(replica, target, { day: todayIn(replica, asking), closed }),
    [key, closed.join()],
  );
  if (found === undefined) return null;
  const ask = (throughPersonId: PersonId) => {
    const to = "personId" in target ? { toPersonId: target.personId } : { toOrganizationId: target.organizationId };
    void run("lead.askIntroduction", { throughPersonId, leadId: leadId ?? null, ...to });
  };
  return (
    <Section title="Who could open the door" aside={found.paths.length === 0 ? "nobody yet" : found.paths.length}>
      {found.paths.length === 0 && (
        <p className={styles["none"]}>
          Nobody you know is known to open that door. A note that names both, or who works where, may say more.
        </p>
      )}
      <ol className={styles["list"]}>
        {found.paths.map((path) => (
          <li key={path.nodes.map(({ id }) => id).join()}>
            <PathDrawing path={path} />
            <p>{path.sentence}.</p>
            <details>
              <summary>{marksOf(path)}</summary>
              <ul className={styles["hops"]}>
                {path.hops.map((hop, n) => (
                  <li key={path.nodes[n + 1]?.id}>
                    {path.nodes[n]?.name}, {path.nodes[n + 1]?.name}: {hop.words} ({hop.strengthWords})
                  </li>
                ))}
              </ul>
            </details>
            {path.door !== null && (
              <Button onPress={() => path.door !== null && ask(path.door.personId)}>
                {`Ask ${path.door.name} for an introduction`}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function marksOf({ isStrongest, isShortest, strengthWords }: Path): string {
  const marks = [isStrongest ? "the strongest" : "", isShortest ? "the shortest" : ""].filter(Boolean);
  return `What ties them: ${strengthWords}${marks.length > 0 ? `, ${marks.join(" and ")}` : ""}`;
}
