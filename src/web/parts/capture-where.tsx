import { useState } from "react";
import type { EventId } from "#domain/model/id.ts";
import { sayDay } from "#domain/model/say.ts";
import { capturing, sessionsNow } from "#questions/capturing.ts";
import { useQuestion } from "./workspace.tsx";
import styles from "./capture.module.css";

/** Where a line is written, or a card is given: an event and a session, or neither. */
export type Place = ReturnType<typeof useWhere>;

/** The event by today's date and the session by the clock; either can be said otherwise. */
export function useWhere() {
  const { events, event } = useQuestion(capturing, []);
  const [eventSaid, setEvent] = useState<EventId | null | undefined>();
  const eventId = eventSaid === undefined ? (event?.id ?? null) : eventSaid;
  const { sessions, session } = useQuestion((replica, asking) => sessionsNow(replica, eventId, asking), [eventId]);
  const [sessionSaid, setSession] = useState<string | null | undefined>();
  const chosen = sessionSaid === undefined ? session : (sessions.find(({ id }) => id === sessionSaid) ?? null);
  return { events, eventId, setEvent, sessions, session: chosen, setSession };
}

/** Where it is, to be said otherwise. */
export function Where({ where: { events, eventId, setEvent, sessions, session, setSession } }: { where: Place }) {
  if (events.length === 0) return null;
  return (
    <div className={styles["where"]}>
      <span>
        <span aria-hidden>At</span>
        <select
          aria-label="Event"
          value={eventId ?? ""}
          onChange={({ target }) => {
            setEvent(events.find(({ id }) => id === target.value)?.id ?? null);
            setSession(undefined);
          }}
        >
          <option value="">No event</option>
          {events.map(({ id, name, startsOn }) => (
            <option key={id} value={id}>
              {name}
              {startsOn !== null && `, ${sayDay(startsOn)}`}
            </option>
          ))}
        </select>
      </span>
      {sessions.length > 0 && (
        <span>
          <span aria-hidden>In</span>
          <select
            aria-label="Session"
            value={session?.id ?? ""}
            onChange={({ target }) => setSession(target.value === "" ? null : target.value)}
          >
            <option value="">No session</option>
            {sessions.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </span>
      )}
    </div>
  );
}
