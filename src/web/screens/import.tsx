import { useLocation, useSearch } from "wouter";
import type { EventId } from "#domain/model/id.ts";
import { paths } from "../parts/paths.ts";
import { TakeIn } from "../parts/take-in.tsx";
import { useQuestion } from "../parts/workspace.tsx";

/** Takes in an event's files; with `?event=` more of one that is there. */
export function ImportScreen() {
  const id = new URLSearchParams(useSearch()).get("event");
  const [, navigate] = useLocation();
  const event = useQuestion((replica) => replica.get("event", id as EventId | null), [id]); // an id that is none is found nowhere
  return (
    <>
      <h1>{event === undefined ? "Take in an event" : `Take in more of ${event.name}`}</h1>
      <TakeIn
        event={event}
        lead="Programme, contacts and notes as they are: files, a folder, a zip. They are read on this device and go nowhere."
        onKept={({ eventId, proposals }) => {
          if (eventId === null) navigate("/people");
          else navigate(proposals > 0 ? paths.debrief(eventId) : paths.event(eventId));
        }}
      />
    </>
  );
}
