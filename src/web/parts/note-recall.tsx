import { Link } from "wouter";
import type { NoteId } from "#domain/model/id.ts";
import { sayCount } from "#domain/model/say.ts";
import { type DotOfNote, noteRecall } from "#questions/dots.ts";
import { Button } from "./button.tsx";
import { DaySaid, useToday } from "./day-said.tsx";
import { paths } from "./paths.ts";
import { Section } from "./section.tsx";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./note-recall.module.css";

/** What a note is joined to, and when it comes back by itself (RV3). */
export function NoteRecallPart({ noteId }: { noteId: NoteId }) {
  const run = useRun();
  const today = useToday();
  const { dots, dueOn, times } = useQuestion((replica) => noteRecall(replica, noteId, today), [noteId, today]);
  return (
    <>
      <Section title="Joined to" count={dots.length}>
        <ul className={styles["dots"]}>
          {dots.map((one) => (
            <li key={one.dot.id}>
              <span>
                {one.noun === "step" ? <Link href={paths.step(one.id)}>{one.title}</Link> : one.title}
                <Why of={one} />
              </span>
              <Button look="bare" onPress={() => void run("dot.part", { dotId: one.dot.id })}>
                Part
              </Button>
            </li>
          ))}
        </ul>
      </Section>
      {times > 0 && (
        <p className={styles["back"]}>
          Shown in {sayCount(times, "comb-back")};{" "}
          {dueOn === null ? (
            "let go, so it does not come back by itself"
          ) : (
            <>
              comes back from <DaySaid day={dueOn} />
            </>
          )}
        </p>
      )}
    </>
  );
}

function Why({ of: { dot, noun } }: { of: DotOfNote }) {
  const said = [noun === "step" ? null : noun, dot.line].filter(Boolean).join(" · ");
  return said === "" ? null : <small>{said}</small>;
}
