import { useState } from "react";
import type { ArgsOf } from "#domain/run.ts";
import { isTimeZone } from "#domain/model/time.ts";

/** The first thing a person sees: whose workspace begins here. */
export function Welcome({ begin }: { begin: (workspace: ArgsOf<"workspace.create">) => Promise<void> }) {
  const [name, setName] = useState("");
  return (
    <main id="main">
      <h1>You are back from an event. What now?</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
          void begin({
            name: "My workspace",
            timeZone: isTimeZone(timeZone) ? timeZone : "UTC",
            memberName: name.trim() || "Me",
          });
        }}
      >
        <label>
          Your name <input value={name} onChange={(event) => setName(event.target.value)} autoComplete="name" />
        </label>
        <button type="submit">Begin</button>
      </form>
    </main>
  );
}
