import { Pencil } from "lucide-react";
import { sayCount } from "#domain/model/say.ts";
import { type BoardShown, type StickyShown, type Topic, topicsOf } from "#questions/board.ts";
import { IconButton } from "./icon-button.tsx";
import { type On, useWallActs } from "./wall-acts.ts";
import { DotCount, WallDots } from "./wall-dots.tsx";
import type { Opened } from "./wall-dialog.tsx";
import styles from "./wall-list.module.css";

/** The same wall as a list: column by column, and what has most dots first once they are counted. All that the wall can do is done here, too. */
export function WallList({ shown, onOpen }: { shown: BoardShown; onOpen: (what: Opened) => void }) {
  const { put, takeBack } = useWallActs(shown.board.id);
  const topics = topicsOf(shown);
  const isVoting = shown.board.mode === "vote";
  const parts = shown.votes.isShown
    ? [{ name: "By dots", topics }]
    : shown.columns.map(({ column }) => ({
        name: column.name,
        topics: topics.filter((topic) => topic.column === column.name),
      }));
  return (
    <div className={styles["list"]}>
      {parts.map((part) => (
        <section key={part.name} className={styles["column"]} aria-label={part.name}>
          <h2>
            {part.name} <span>{part.topics.length}</span>
          </h2>
          {part.topics.length === 0 && <p className={styles["none"]}>Nothing here yet.</p>}
          <ul>
            {part.topics.map((topic) => (
              <TopicLine
                key={topic.id}
                topic={topic}
                isByDots={shown.votes.isShown}
                onOpen={onOpen}
                dots={
                  isVoting && (
                    <WallDots
                      on={onTopic(topic)}
                      name={topic.name}
                      mine={topic.mine}
                      canPut={shown.votes.left > 0}
                      onPut={put}
                      onTakeBack={takeBack}
                    />
                  )
                }
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface LineProps {
  topic: Topic;
  isByDots: boolean;
  dots: React.ReactNode;
  onOpen: (what: Opened) => void;
}

function TopicLine({ topic, isByDots, dots, onOpen }: LineProps) {
  const [first] = topic.stickies;
  return (
    <li className={styles["topic"]}>
      <div className={styles["line"]}>
        <div>
          <span className={topic.isCluster ? styles["name"] : undefined}>{topic.name}</span>
          <span className={styles["about"]}>
            {sayAbout([
              isByDots && topic.column,
              topic.isCluster ? sayCount(topic.stickies.length, "sticky", "stickies") : first && whoseOf(first),
            ])}
          </span>
        </div>
        <DotCount votes={topic.votes} />
        {dots}
        <IconButton icon={Pencil} label={`Open ${topic.name.slice(0, 60)}`} onPress={() => onOpen(openedOf(topic))} />
      </div>
      {topic.isCluster && (
        <ul className={styles["inside"]}>
          {topic.stickies.map((sticky) => (
            <li key={sticky.id} className={styles["line"]}>
              <div>
                <span>{sticky.text}</span> <span className={styles["about"]}>{whoseOf(sticky)}</span>
              </div>
              <IconButton
                icon={Pencil}
                label={`Open ${sticky.text.slice(0, 60)}`}
                onPress={() => onOpen({ is: "sticky", id: sticky.id })}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function whoseOf({ isPrivate, writer }: StickyShown): string {
  return isPrivate ? "only you see it" : (writer ?? "");
}

function sayAbout(parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(" · ");
}

/** What is opened of a topic: the cluster, or the sticky that is alone. */
function openedOf({ id, isCluster }: Topic): Opened {
  // A topic is the one or the other, and says which.
  return (isCluster ? { is: "cluster", id } : { is: "sticky", id }) as Opened;
}

function onTopic({ id, isCluster }: Topic): On {
  return (isCluster ? { clusterId: id } : { stickyId: id }) as On; // as above
}
