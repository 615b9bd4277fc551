import { useState } from "react";
import { type EventKind, eventKinds } from "#domain/model/event.ts";
import type { EventId } from "#domain/model/id.ts";
import { Day } from "#domain/model/time.ts";
import { zoneOf } from "#questions/asking.ts";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./new-event.module.css";

const kindWords: Record<EventKind, string> = {
  conference: "A conference",
  "partner-event": "A partner event",
  offsite: "An offsite",
  meeting: "A meeting",
};

/** An event by its name, its kind and its days. */
export function NewEvent({ onAdded }: { onAdded: (eventId: EventId) => void }) {
  const run = useRun();
  const timeZone = useQuestion(zoneOf, []);
  const [kind, setKind] = useState<EventKind>("conference");
  const [name, setName] = useState("");
  const [startsOn, setStartsOn] = useState("");
  const [endsOn, setEndsOn] = useState("");
  const add = async () => {
    const days = {
      startsOn: Day.safeParse(startsOn).data ?? null,
      endsOn: Day.safeParse(endsOn === "" ? startsOn : endsOn).data ?? null,
    };
    const { result } = await run("event.add", { name: name.trim(), kind, timeZone, ...days });
    onAdded(result.eventId);
  };
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <fieldset className={styles["kinds"]}>
        <legend>What were you at?</legend>
        {eventKinds.map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
            {kindWords[one]}
          </label>
        ))}
      </fieldset>
      <TextField label="Its name" isRequired autoFocus value={name} onChange={setName} />
      <div className={styles["days"]}>
        <label>
          First day
          <input type="date" value={startsOn} onChange={(event) => setStartsOn(event.target.value)} />
        </label>
        <label>
          Last day
          <input type="date" value={endsOn} min={startsOn} onChange={(event) => setEndsOn(event.target.value)} />
        </label>
      </div>
      <div>
        <Button type="submit" look="main">
          Go on
        </Button>
      </div>
    </form>
  );
}
