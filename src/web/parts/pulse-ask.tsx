import { useId, useState } from "react";
import { Link } from "wouter";
import { pulseWords } from "#domain/model/pulse.ts";
import { sayCount } from "#domain/model/say.ts";
import type { PulseDue } from "#questions/pulses.ts";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";
import { paths } from "./paths.ts";
import { useRun } from "./workspace.tsx";
import styles from "./pulse-ask.module.css";

/** OC3: one event asks whether it is still of value; an answer is one tap, a line beside it is welcome. */
export function PulseAsk({ due: { event, afterDays } }: { due: PulseDue }) {
  const run = useRun();
  const [line, setLine] = useState("");
  const id = useId();
  const answer = (chosen: number) =>
    void run("pulse.answer", { eventId: event.id, afterDays, answer: chosen, line: line.trim() || null });
  return (
    <div className={styles["ask"]}>
      <p id={id}>
        Still seeing value from <Link href={paths.value(event.id)}>{event.name}</Link>, after{" "}
        {sayCount(afterDays, "day")}?
      </p>
      <TextField label="A line about it, if you like" value={line} onChange={setLine} autoComplete="off" />
      <div role="group" aria-labelledby={id} className={styles["answers"]}>
        {[1, 2, 3, 4, 5].map((chosen) => (
          <Button key={chosen} onPress={() => answer(chosen)}>
            {chosen} {pulseWords[chosen]}
          </Button>
        ))}
      </div>
    </div>
  );
}
