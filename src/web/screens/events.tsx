import { events } from "#questions/event.ts";
import { useQuestion } from "../parts/workspace.tsx";

/** Every event with its ledger (NT2). */
export function EventsScreen() {
  const all = useQuestion(events, []);
  return (
    <>
      <h1>Events</h1>
      <ul>
        {all.map(({ event }) => (
          <li key={event.id}>{event.name}</li>
        ))}
      </ul>
    </>
  );
}
