import { type ReactNode, useEffect, useRef, useState } from "react";
import { useLocation, useSearch } from "wouter";
import type { Event } from "#domain/model/event.ts";
import type { EventId } from "#domain/model/id.ts";
import { openCount } from "#questions/inbox.ts";
import { Answering } from "../parts/answering.tsx";
import { Button } from "../parts/button.tsx";
import { ChooseThree } from "../parts/choose-three.tsx";
import { useToday } from "../parts/day-said.tsx";
import { exampleFiles } from "../parts/example.ts";
import { Filters } from "../parts/filters.tsx";
import { NewEvent } from "../parts/new-event.tsx";
import { Programme } from "../parts/programme.tsx";
import { TakeIn } from "../parts/take-in.tsx";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./start.module.css";

const steps = ["The event", "The programme", "Your notes", "Your next steps", "The comb-back"] as const;

/** The first five minutes after an event, one thing at a time; it can be left and taken up again anywhere. */
export function StartScreen() {
  const asked = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const eventId = asked.get("event") as EventId | null; // an id that is none is found nowhere
  const event = useQuestion((replica) => replica.get("event", eventId), [eventId]);
  const place = event === undefined ? 1 : Math.min(steps.length, Math.max(1, Number(asked.get("step") ?? 2)));
  const go = (step: number, id: string | null = eventId) =>
    navigate(step > steps.length ? "/" : `/start?event=${id ?? ""}&step=${step}`);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [place]);
  return (
    <div className={styles["start"]}>
      <header className={styles["head"]}>
        <p className={styles["count"]}>
          {place} of {steps.length}
        </p>
        <progress max={steps.length} value={place} aria-label={`Step ${place} of ${steps.length}`} />
        <h1 ref={heading} tabIndex={-1}>
          {steps[place - 1]}
        </h1>
      </header>
      {event === undefined ? (
        asked.has("example") ? (
          <Example onKept={(id) => go(2, id)} />
        ) : (
          <NewEvent onAdded={(id) => go(2, id)} />
        )
      ) : (
        <Part place={place} event={event} onNext={() => go(place + 1)} />
      )}
      {event !== undefined && place > 2 && (
        <div>
          <Button look="bare" onPress={() => go(place - 1)}>
            Back
          </Button>
        </div>
      )}
    </div>
  );
}

/** The invented event, taken in as a person's own would be. */
function Example({ onKept }: { onKept: (eventId: EventId) => void }) {
  const today = useToday();
  const [files] = useState(() => exampleFiles(today));
  return (
    <TakeIn
      files={files}
      lead="An invented partner day: a programme, five contacts, three pages of notes."
      onKept={({ eventId }) => eventId !== null && onKept(eventId)}
    />
  );
}

const weekdays: Readonly<Record<string, { words: string }>> = {
  1: { words: "Monday" },
  2: { words: "Tuesday" },
  3: { words: "Wednesday" },
  4: { words: "Thursday" },
  5: { words: "Friday" },
  6: { words: "Saturday" },
  7: { words: "Sunday" },
};

function Part({ place, event, onNext }: { place: number; event: Event; onNext: () => void }): ReactNode {
  switch (place) {
    case 2:
      return <ProgrammePart event={event} onNext={onNext} />;
    case 3:
      return <NotesPart event={event} onNext={onNext} />;
    case 4:
      return <ChooseThree eventId={event.id} onDone={onNext} />;
    default:
      return <CombBackPart onDone={onNext} />;
  }
}

function ProgrammePart({ event, onNext }: { event: Event; onNext: () => void }) {
  const hasSessions = useQuestion((replica) => replica.by("session", "eventId", event.id).length > 0, [event.id]);
  return hasSessions ? (
    <>
      <p>Which sessions were you in? Your notes find their session by it.</p>
      <Programme eventId={event.id} />
      <div>
        <Button look="main" onPress={onNext}>
          Go on
        </Button>
      </div>
    </>
  ) : (
    <>
      <TakeIn
        event={event}
        lead="The programme as a file (schedule.xml or .json, Sessionize, .ics), and contacts if you have them."
        onKept={() => {}}
      />
      <div>
        <Button onPress={onNext}>There is none</Button>
      </div>
    </>
  );
}

function NotesPart({ event, onNext }: { event: Event; onNext: () => void }) {
  const hasNotes = useQuestion((replica) => replica.by("page", "eventId", event.id).length > 0, [event.id]);
  const open = useQuestion((replica) => openCount(replica, { eventId: event.id }), [event.id]);
  const next = (
    <div className={styles["acts"]}>
      <Button look={open === 0 ? "main" : "bare"} onPress={onNext}>
        {open === 0 ? "Go on" : "Go on, answer the rest later"}
      </Button>
    </div>
  );
  return hasNotes ? (
    <>
      <Answering
        title="Is this what you meant?"
        isPart
        eventId={event.id}
        done={() => <p>Everything that was proposed is answered.</p>}
      />
      {next}
    </>
  ) : (
    <>
      <TakeIn event={event} lead="Your notes as they are: files, a folder, or pasted." onKept={() => {}} />
      {next}
    </>
  );
}

function CombBackPart({ onDone }: { onDone: () => void }) {
  const run = useRun();
  const day = useQuestion((replica) => replica.get("workspace", replica.workspaceId)?.combBackDay ?? null, []);
  return (
    <>
      <p>Once a week a few old notes come back beside what is under way. On which day does it fit?</p>
      <Filters
        label="Day of the comb-back"
        choices={weekdays}
        chosen={day === null ? null : `${day}`}
        onChoose={(key) => void run("workspace.change", { combBackDay: Number(key) })}
      />
      <Button look="main" onPress={onDone}>
        See what matters most today
      </Button>
    </>
  );
}
