import { Link, useParams } from "wouter";
import { boardModeWords } from "#domain/model/board.ts";
import type { EventId } from "#domain/model/id.ts";
import { sayCount } from "#domain/model/say.ts";
import { mergedWall } from "#questions/boards.ts";
import { Boards } from "../parts/boards.tsx";
import { NotHere } from "../parts/not-here.tsx";
import { paths } from "../parts/paths.ts";
import { Section } from "../parts/section.tsx";
import { DotCount } from "../parts/wall-dots.tsx";
import { useQuestion } from "../parts/workspace.tsx";
import styles from "./wall.module.css";

/** All boards of an event as one wall, by column, each with its group (BD1). */
export function WallScreen() {
  const eventId = useParams<{ id: string }>().id as EventId; // an id that is none is found nowhere
  const wall = useQuestion((replica) => mergedWall(replica, eventId), [eventId]);
  if (wall === undefined) return <NotHere what="event" />;
  const { event, boards, columns, count, hidden } = wall;
  return (
    <article className={styles["wall"]}>
      <header>
        <h1>The whole wall</h1>
        <p className={styles["about"]}>
          <Link href={paths.event(event.id)}>{event.name}</Link> · {sayCount(count, "sticky", "stickies")} of{" "}
          {sayCount(boards.length, "board")}
          {hidden > 0 && `, ${hidden} not shown yet`}
        </p>
        <p className={styles["about"]}>
          {boards.map(({ id, name, mode }) => (
            <Link key={id} href={paths.board(id)}>
              {name}: {boardModeWords[mode].name}
            </Link>
          ))}
        </p>
      </header>
      {boards.length === 0 && <Boards eventId={event.id} isFirst />}
      <div className={styles["columns"]}>
        {columns.map(({ name, topics }) => (
          <Section key={name} title={name} aside={topics.length}>
            <ul>
              {topics.map((topic) => (
                <li key={topic.id} className={styles["topic"]}>
                  <span className={topic.isCluster ? styles["name"] : undefined}>{topic.name}</span>{" "}
                  <DotCount votes={topic.votes} />
                  <span className={styles["about"]}>
                    <Link href={paths.board(topic.boardId)}>{topic.group}</Link>
                    {topic.isCluster && <span>{sayCount(topic.stickies.length, "sticky", "stickies")}</span>}
                  </span>
                  {topic.isCluster && (
                    <ul className={styles["inside"]}>
                      {topic.stickies.map(({ id, text }) => (
                        <li key={id}>{text}</li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </div>
    </article>
  );
}
