import { Link } from "wouter";
import { sayCount, sayDay, shortened } from "#domain/model/say.ts";
import { memory, type MemoryShown } from "#questions/memory.ts";
import { Button } from "./button.tsx";
import { paths } from "./paths.ts";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./learned.module.css";

type Learned = MemoryShown["learned"][number];

/** In the order in which they are shown; what shares a heading stands together. */
const headings: Record<Learned["about"], string> = {
  person: "Names",
  organization: "Organizations",
  colleague: "Colleagues",
  nobody: "No names",
  "passed-over": "No names",
  kind: "Kinds of steps",
  habit: "What you let go, and what you accept",
};

/** Answers that are named behind each thing; more are counted. */
const groundsShown = 3;

/** What the reader learned from a person's answers, each with those it rests on; one can be forgotten, and remembered again (RD6). */
export function LearnedList() {
  const shown = useQuestion(memory, []);
  const run = useRun();
  if (shown.learned.length + shown.forgotten.length === 0)
    return <p>Nothing yet. It is learned from what you correct and let go in a debrief.</p>;
  const byHeading = Map.groupBy(shown.learned, ({ about }) => headings[about]);
  return (
    <details className={styles["learned"]}>
      <summary>{sayCount(shown.learned.length, "thing")}</summary>
      {[...new Set(Object.values(headings))].map((heading) => {
        const own = byHeading.get(heading);
        if (own === undefined) return null;
        return (
          <section key={heading} aria-label={heading}>
            <h3>{heading}</h3>
            <ul>
              {own.map((one) => (
                <li key={one.key}>
                  <div>
                    <p>{one.says}</p>
                    <Grounds from={one.from} />
                  </div>
                  <Button
                    aria-label={`Forget: ${one.says}`}
                    onPress={() => void run("memory.forget", { key: one.key })}
                  >
                    Forget
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {shown.forgotten.length > 0 && (
        <section aria-label="Forgotten">
          <h3>Forgotten</h3>
          <ul>
            {shown.forgotten.map((one) => (
              <li key={one.key}>
                <p>{one.says}</p>
                <Button
                  aria-label={`Remember again: ${one.says}`}
                  onPress={() => void run("memory.remember", { key: one.key })}
                >
                  Remember again
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </details>
  );
}

/** The answers a thing rests on, the newest first, each a way to its words on the page (NT3). */
function Grounds({ from }: Pick<Learned, "from">) {
  const newest = from.toReversed();
  const more = newest.length - groundsShown;
  return (
    <details className={styles["grounds"]}>
      <summary>Why: {sayCount(newest.length, "answer")}</summary>
      <ul>
        {newest.slice(0, groundsShown).map((ground) => (
          <Ground key={ground.proposalId} ground={ground} />
        ))}
        {more > 0 && <li>and {sayCount(more, "more answer", "more answers")}</li>}
      </ul>
    </details>
  );
}

function Ground({ ground: { proposalId, reading, on } }: { ground: Learned["from"][number] }) {
  const proposal = useQuestion((replica) => replica.get("proposal", proposalId), [proposalId]);
  const words = shortened(reading, 100);
  return (
    <li>
      {proposal === undefined ? words : <Link href={paths.page(proposal.pageId, proposal)}>{words}</Link>}
      {on !== null && `, ${sayDay(on)} ${on.slice(0, 4)}`}
    </li>
  );
}
