import { useState } from "react";
import { Star } from "lucide-react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { Link } from "wouter";
import type { EventId } from "#domain/model/id.ts";
import { sayCount, sayDay } from "#domain/model/say.ts";
import { programme, type ProgrammeDay } from "#questions/programme.ts";
import { paths } from "./paths.ts";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./programme.module.css";

/** An event's programme, a day at a time: what I meant to go to, where I was, and where my notes are. */
export function Programme({ eventId }: { eventId: EventId }) {
  const days = useQuestion((replica) => programme(replica, eventId), [eventId]);
  const [chosen, setChosen] = useState(0);
  const [isMine, setMine] = useState(() => days.some((day) => day.sessions.some(isOfMine)));
  const day = days[Math.min(chosen, days.length - 1)];
  if (day === undefined) return null;
  const shown = isMine ? day.sessions.filter(isOfMine) : day.sessions;
  return (
    <div className={styles["programme"]}>
      <div className={styles["choices"]}>
        <ToggleButtonGroup
          aria-label="Day"
          className={styles["days"] ?? ""}
          disallowEmptySelection
          selectedKeys={[String(chosen)]}
          onSelectionChange={(keys) => setChosen(Number([...keys][0] ?? 0))}
        >
          {days.map(({ day: one }, n) => (
            <ToggleButton key={String(one)} id={String(n)}>
              {one === null ? "Without a time" : sayDay(one)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <ToggleButton className={styles["mine"] ?? ""} isSelected={isMine} onChange={setMine}>
          Only mine
        </ToggleButton>
      </div>
      {shown.length === 0 && (
        <p className={styles["none"]}>Nothing of yours on this day yet: star it, attend it, or take notes.</p>
      )}
      <ul>
        {shown.map((one) => (
          <SessionLine key={one.session.id} {...one} />
        ))}
      </ul>
    </div>
  );
}

function isOfMine({ session, notes }: ProgrammeDay["sessions"][number]): boolean {
  return session.isStarred || session.isAttended === true || notes > 0;
}

function SessionLine({ session, time, notes }: ProgrammeDay["sessions"][number]) {
  const run = useRun();
  const { id: sessionId, isStarred, isAttended } = session;
  const speakers = session.speakers.map((speaker) => speaker.name).join(", ");
  const about = [time, session.room, speakers, session.isWithdrawn && "no longer in the programme"];
  return (
    <li className={styles["session"]}>
      <ToggleButton
        className={styles["star"] ?? ""}
        aria-label={`I mean to go: ${session.title}`}
        isSelected={isStarred}
        onChange={(to) => void run("session.star", { sessionId, isStarred: to })}
      >
        <Star aria-hidden size={18} />
      </ToggleButton>
      <div className={styles["what"]}>
        <Link href={paths.session(sessionId)}>{session.title}</Link>
        <p>{about.filter(Boolean).join(" · ")}</p>
      </div>
      {notes > 0 && <span className={styles["notes"]}>{sayCount(notes, "note")}</span>}
      <ToggleButton
        className={styles["went"] ?? ""}
        aria-label={`I was there: ${session.title}`}
        isSelected={isAttended === true}
        onChange={(to) => void run("session.attend", { sessionId, isAttended: to ? true : null })}
      >
        I was there
      </ToggleButton>
    </li>
  );
}
