import { useState } from "react";
import type { PersonId } from "#domain/model/id.ts";
import { type TouchWay, touchWays } from "#domain/model/touch.ts";
import { Button } from "./button.tsx";
import { useToday } from "./day-said.tsx";
import { TextField } from "./field.tsx";
import { useRun } from "./workspace.tsx";
import styles from "./add-touch.module.css";

export const wayWords: Record<TouchWay, string> = {
  call: "Call",
  email: "E-mail",
  message: "Message",
  meeting: "Meeting",
};

/** One contact with a person: in which way, on which day, and a line about it. It closes no promise. */
export function AddTouch({ personId }: { personId: PersonId }) {
  const run = useRun();
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  const [way, setWay] = useState<TouchWay>("call");
  const [isIn, setIn] = useState(false);
  const [touchedOn, setTouchedOn] = useState<string>(today);
  const [line, setLine] = useState("");
  if (!isOpen) {
    return (
      <div>
        <Button look="bare" onPress={() => setOpen(true)}>
          Add a touch
        </Button>
      </div>
    );
  }
  const add = async () => {
    await run("touch.add", {
      personId,
      way,
      direction: isIn ? "in" : "out",
      touchedOn,
      line: line.trim() === "" ? null : line.trim(),
    });
    setLine("");
    setOpen(false);
  };
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label>
        Way
        <select value={way} onChange={(event) => setWay(touchWays.find((one) => one === event.target.value) ?? "call")}>
          {touchWays.map((one) => (
            <option key={one} value={one}>
              {wayWords[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Day
        <input
          type="date"
          required
          max={today}
          value={touchedOn}
          onChange={(event) => setTouchedOn(event.target.value)}
        />
      </label>
      <label className={styles["check"]}>
        <input type="checkbox" checked={isIn} onChange={(event) => setIn(event.target.checked)} />
        They came to me
      </label>
      <TextField label="A line about it" value={line} onChange={setLine} />
      <div className={styles["acts"]}>
        <Button type="submit" look="main">
          Keep it
        </Button>
        <Button onPress={() => setOpen(false)}>Back</Button>
      </div>
    </form>
  );
}
