import { Link } from "wouter";
import { sayAll, sayDay } from "#domain/model/say.ts";
import { events } from "#questions/event.ts";
import { ButtonLink } from "../parts/button.tsx";
import { Empty } from "../parts/empty.tsx";
import { LedgerBar } from "../parts/ledger-bar.tsx";
import { paths } from "../parts/paths.ts";
import { useQuestion } from "../parts/workspace.tsx";
import styles from "./events.module.css";

/** Every event with its ledger (NT2), the latest first. */
export function EventsScreen() {
  const all = useQuestion(events, []);
  return (
    <>
      <div className={styles["head"]}>
        <h1>Events</h1>
        {all.length > 0 && <ButtonLink href={paths.import()}>Take in an event</ButtonLink>}
      </div>
      {all.length === 0 && (
        <Empty
          title="No event is here yet"
          act={
            <ButtonLink look="main" href="/start">
              Begin with one
            </ButtonLink>
          }
        >
          A conference, a partner event, an offsite: its programme, your notes, and what follows from them.
        </Empty>
      )}
      <ul className={styles["list"]}>
        {all.map(({ event, ledger, openSteps, doneSteps }) => {
          const day = event.startsOn === null ? null : sayDay(event.startsOn);
          const counts = sayAll([
            [openSteps, `${openSteps} open`],
            [doneSteps, `${doneSteps} done`],
            [ledger.proposed, `${ledger.proposed} to answer`],
          ]);
          return (
            <li key={event.id}>
              <Link href={paths.event(event.id)}>
                <span className={styles["name"]}>{event.name}</span>
                <span className={styles["about"]}>{[day, counts].filter(Boolean).join(" · ")}</span>
                <LedgerBar ledger={ledger} isBare />
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
