import { useState } from "react";
import { PulseDays, pulseDaysOf, usualPulseDays } from "#domain/model/pulse.ts";
import { TextField } from "./field.tsx";
import { useQuestion, useRun } from "./workspace.tsx";

/** After how many days an event asks "still seeing value?" (OC3); emptied, it asks nothing. */
export function PulseDaysField() {
  const run = useRun();
  const days = useQuestion(
    (replica) => pulseDaysOf(replica.get("workspace", replica.workspaceId) ?? { pulseDays: null }),
    [],
  );
  const [typed, setTyped] = useState<string | null>(null);
  const read =
    typed === null
      ? null
      : PulseDays.safeParse(
          typed
            .split(/[\s,;]+/)
            .filter(Boolean)
            .map(Number),
        );
  const keep = () => {
    if (read === null || !read.success) return;
    setTyped(null);
    const isUsual = read.data.join() === usualPulseDays.join();
    if (read.data.join() !== days.join()) void run("workspace.change", { pulseDays: isUsual ? null : read.data });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <TextField
        label="Ask whether an event is still of value"
        hint="So many days after it, up to 12 of them. Leave it empty to be asked nothing."
        error={read?.success === false ? "Whole numbers of days, like 30, 90, 365." : undefined}
        value={typed ?? days.join(", ")}
        onChange={setTyped}
        onBlur={keep}
      />
    </form>
  );
}
