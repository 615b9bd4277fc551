import { Plus } from "lucide-react";
import { useState } from "react";
import { Link, useParams } from "wouter";
import type { EventId } from "#domain/model/id.ts";
import { sayCount } from "#domain/model/say.ts";
import { type FromTheWall, fromTheWall } from "#questions/from-the-wall.ts";
import { type Became, lastOffsite } from "#questions/last-offsite.ts";
import { type InitiativeShown, roadmap } from "#questions/roadmap.ts";
import { Button, ButtonLink } from "../parts/button.tsx";
import { Empty } from "../parts/empty.tsx";
import { type InitiativeAct, InitiativeDialog } from "../parts/initiative-acts.tsx";
import { InitiativeForm } from "../parts/initiative-form.tsx";
import { InitiativeRow } from "../parts/initiative-row.tsx";
import { NotHere } from "../parts/not-here.tsx";
import { paths } from "../parts/paths.ts";
import { Section } from "../parts/section.tsx";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./roadmap.module.css";

/** BD2 BD3 BD4: the few initiatives of an offsite, who has started since Monday, and what became of the last one. */
export function RoadmapScreen() {
  const eventId = useParams<{ id: string }>().id as EventId; // an id that is none is found nowhere
  const shown = useQuestion((replica, asking) => roadmap(replica, eventId, asking), [eventId]);
  const last = useQuestion((replica, asking) => lastOffsite(replica, eventId, asking), [eventId]);
  const wall = useQuestion((replica) => fromTheWall(replica, eventId), [eventId]);
  const [making, setMaking] = useState<{ from?: FromTheWall } | null>(null);
  if (shown === undefined) return <NotHere what="event" />;
  const { event, going, notNow, over, isTooMany, started, silent } = shown;
  const isBare = going.length + notNow.length + over.length + wall.length + (last?.became.length ?? 0) === 0;
  return (
    <article className={styles["roadmap"]}>
      <header className={styles["head"]}>
        <p className={styles["soft"]}>
          <Link href={paths.event(eventId)}>{event.name}</Link>
        </p>
        <h1>Roadmap</h1>
        {going.length > 0 && (
          <p>
            {started} of {going.length} {going.length === 1 ? "has" : "have"} started
            {silent > 0 && <span className={styles["warn"]}>; {silent} silent since the Monday after</span>}.
          </p>
        )}
        {isTooMany && (
          <p className={styles["warn"]}>More are under way than a team carries. Which of them is not now?</p>
        )}
        <div className={styles["acts"]}>
          <Button icon={Plus} onPress={() => setMaking({})}>
            Put something on it
          </Button>
          <ButtonLink href={paths.digest(eventId)}>Digest for those at home</ButtonLink>
          <ButtonLink href={paths.charter()}>Charter</ButtonLink>
        </div>
      </header>
      {isBare && (
        <Empty title="Nothing is on the roadmap yet">
          A few initiatives, each with one owner, a measure and a first step within five working days. What got most
          dots on the wall comes here by itself, to be chosen from.
        </Empty>
      )}
      {last !== undefined && last.became.length > 0 && (
        <Section title={`What became of ${last.event.name}`} aside={`${last.done} of ${last.begun} done`}>
          <ul className={styles["list"]}>
            {last.became.map((one) => (
              <Before key={one.initiative.id} became={one} eventId={eventId} />
            ))}
          </ul>
          {last.learned.length > 0 && (
            <>
              <h3>Learned there</h3>
              <ul className={styles["learned"]}>
                {last.learned.map((note) => (
                  <li key={note.id}>
                    <Link href={paths.note(note.id)}>{note.text}</Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
      )}
      <List title="Under way" all={going} />
      <Section title="From the wall" count={wall.length}>
        <ul className={styles["list"]}>
          {wall.map((from) => (
            <li key={from.clusterId ?? from.stickyIds[0]} className={styles["candidate"]}>
              <div>
                <p>
                  <strong>{from.name}</strong> <small>{sayCount(from.votes, "dot")}</small>
                </p>
                {from.words.length > 1 && <p className={styles["soft"]}>{from.words.join(" · ")}</p>}
              </div>
              <Button onPress={() => setMaking({ from })}>Make it an initiative</Button>
            </li>
          ))}
        </ul>
      </Section>
      <List title="Not now" all={notNow} />
      <List title="Over" all={over} />
      {making !== null && <InitiativeForm eventId={eventId} from={making.from} onClose={() => setMaking(null)} />}
    </article>
  );
}

function List({ title, all }: { title: string; all: readonly InitiativeShown[] }) {
  return (
    <Section title={title} count={all.length}>
      <ul className={styles["list"]}>
        {all.map((one) => (
          <li key={one.initiative.id}>
            <InitiativeRow shown={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One thing that was agreed last time: carried over or closed by the people in the room (BD4). */
function Before({ became, eventId }: { became: Became; eventId: EventId }) {
  const run = useRun();
  const [act, setAct] = useState<InitiativeAct | null>(null);
  const { initiative, isOpen, isCarried } = became;
  return (
    <li>
      <InitiativeRow shown={became} isCarried={isCarried} />
      {isOpen && (
        <div className={styles["acts"]}>
          <Button onPress={() => void run("initiative.carry", { initiativeId: initiative.id, eventId })}>
            Carry it over
          </Button>
          <Button onPress={() => setAct("done")}>It is done</Button>
          <Button look="bare" onPress={() => setAct("drop")}>
            Drop it
          </Button>
        </div>
      )}
      {act !== null && <InitiativeDialog act={act} shown={became} onClose={() => setAct(null)} />}
    </li>
  );
}
