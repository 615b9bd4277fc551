import { Plus } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { sayAll, sayCount } from "#domain/model/say.ts";
import { type AskedCounts, needs } from "#questions/needs.ts";
import { Button } from "../parts/button.tsx";
import { Empty } from "../parts/empty.tsx";
import { NewNeed } from "../parts/new-need.tsx";
import { paths } from "../parts/paths.ts";
import { useQuestion } from "../parts/workspace.tsx";
import styles from "./needs.module.css";

/** What I look for and what I can offer, those that nobody was asked about first. */
export function NeedsScreen() {
  const all = useQuestion(needs, []);
  const [isAdding, setAdding] = useState(false);
  const open = all.filter(({ need }) => need.state === "open");
  const closed = all.filter(({ need }) => need.state !== "open");
  const sides = [
    { title: "Looking for", rows: open.filter(({ need }) => need.side === "seek") },
    { title: "Can offer", rows: open.filter(({ need }) => need.side === "offer") },
    { title: "Over", rows: closed },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <>
      <div className={styles["head"]}>
        <h1>Needs</h1>
        {all.length > 0 && (
          <Button icon={Plus} onPress={() => setAdding(true)}>
            Write one down
          </Button>
        )}
      </div>
      {all.length === 0 && (
        <Empty
          title="Nothing is looked for or offered yet"
          act={
            <Button look="main" onPress={() => setAdding(true)}>
              Write one down
            </Button>
          }
        >
          What you look for and what you can offer. Upshot shows who of the people you met could help, with the reason,
          and you ask those you choose.
        </Empty>
      )}
      {sides.map(({ title, rows }) => (
        <section key={title} aria-labelledby={title.replace(" ", "-")}>
          <h2 id={title.replace(" ", "-")}>{title}</h2>
          <ul className={styles["list"]}>
            {rows.map(({ need, who, isMine, asked, waitingDays }) => (
              <li key={need.id}>
                <Link href={paths.need(need.id)}>
                  <span>{need.what}</span>
                  <small>
                    {[
                      need.state === "open" ? null : need.state === "met" ? "Met" : "Dropped",
                      isMine ? null : (who ?? "The team’s"),
                      sayAsked(asked),
                      waitingDays !== null && waitingDays > 0 ? `the first ${sayCount(waitingDays, "day")} ago` : null,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </small>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {isAdding && <NewNeed onClose={() => setAdding(false)} />}
    </>
  );
}

function sayAsked({ waiting, answered, declined }: AskedCounts): string {
  const said = sayAll([
    [waiting, `${waiting} asked`],
    [answered, `${answered} answered`],
    [declined, `${declined} cannot`],
  ]);
  return said === "" ? "nobody asked yet" : said;
}
