import { Link, useParams, useSearch } from "wouter";
import type { EventId, ProposalId } from "#domain/model/id.ts";
import { sayLedger } from "#domain/model/say.ts";
import { Answering } from "../parts/answering.tsx";
import { paths } from "../parts/paths.ts";
import { useQuestion } from "../parts/workspace.tsx";
import styles from "./debrief.module.css";

/** What the reader proposes of an event's pages, or of all that wait, to be answered one by one. `?at=` begins at one of them. */
export function DebriefScreen() {
  const { id } = useParams<{ id?: string }>();
  const at = new URLSearchParams(useSearch()).get("at");
  const event = useQuestion((replica) => replica.get("event", (id ?? null) as EventId | null), [id]); // found nowhere where it is none
  return (
    <Answering
      title={event === undefined ? "Debrief" : `Debrief: ${event.name}`}
      eventId={id as EventId | undefined} // as above
      startAt={at as ProposalId | null} // as above
      done={(ledger) => (
        <div className={styles["done"]}>
          <p>{ledger.passages === 0 ? "There are no notes here yet." : "Everything that was proposed is answered."}</p>
          {ledger.passages > 0 && <p>{sayLedger(ledger)}</p>}
          <p className={styles["ways"]}>
            <Link href="/">See what matters most today</Link>
            {event !== undefined && <Link href={paths.event(event.id)}>Go to the event</Link>}
          </p>
        </div>
      )}
    />
  );
}
