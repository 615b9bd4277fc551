import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { boardModeWords } from "#domain/model/board.ts";
import type { EventId } from "#domain/model/id.ts";
import { sayCount } from "#domain/model/say.ts";
import { boardsOf } from "#questions/boards.ts";
import { Button, ButtonLink } from "./button.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { paths } from "./paths.ts";
import { Section } from "./section.tsx";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./boards.module.css";

/** The boards of an event, and the way to another; where there is none it is offered where `isFirst`. */
export function Boards({ eventId, isFirst }: { eventId: EventId; isFirst: boolean }) {
  const boards = useQuestion((replica) => boardsOf(replica, eventId), [eventId]);
  const [isAdding, setAdding] = useState(false);
  if (boards.length === 0 && !isFirst) return null;
  return (
    <Section title="The wall" {...(boards.length > 0 && { aside: boards.length })}>
      {boards.length === 0 && (
        <p>What is broken, what works, what could be: each writes for themselves, then all of it hangs on one wall.</p>
      )}
      <ul>
        {boards.map(({ board, count, hidden, writers }) => (
          <li key={board.id} className={styles["board"]}>
            <Link href={paths.board(board.id)}>
              <span className={styles["name"]}>{board.name}</span>
              <span className={styles["about"]}>
                {[
                  board.group,
                  boardModeWords[board.mode].name,
                  sayCount(count + hidden, "sticky", "stickies"),
                  writers > 0 && `by ${sayCount(writers, "person", "people")}`,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles["acts"]}>
        <Button {...(boards.length === 0 && { look: "main" as const })} onPress={() => setAdding(true)}>
          {boards.length === 0 ? "Begin a wall" : "Another group's board"}
        </Button>
        {boards.length > 1 && <ButtonLink href={paths.wall(eventId)}>See all as one wall</ButtonLink>}
      </div>
      {isAdding && <NewBoard eventId={eventId} isFirst={boards.length === 0} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function NewBoard({ eventId, isFirst, onClose }: { eventId: EventId; isFirst: boolean; onClose: () => void }) {
  const run = useRun();
  const [name, setName] = useState(isFirst ? "What slows us down?" : "");
  const [group, setGroup] = useState("");
  const add = async (event: FormEvent) => {
    event.preventDefault();
    await run("board.add", { eventId, name: name.trim() || group.trim(), group: group.trim() || null });
    onClose();
  };
  return (
    <Dialog title="A new board" isOpen onClose={onClose}>
      <form className="asked" onSubmit={(event) => void add(event)}>
        <TextField label="What is it about?" value={name} onChange={setName} autoFocus isRequired autoComplete="off" />
        <TextField
          label="Breakout group"
          hint="Peers or a virtual team with a board of its own; empty for the whole team."
          value={group}
          onChange={setGroup}
          autoComplete="off"
        />
        <p>Its columns are Broken, Working and Ideas; they can be changed on the board.</p>
        <DialogActs>
          <Button onPress={onClose}>Leave it</Button>
          <Button look="main" type="submit">
            Begin it
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
