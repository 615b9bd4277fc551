import { lazy, Suspense, useState } from "react";
import { isTimeZone } from "#domain/model/time.ts";
import type { ArgsOf } from "#domain/run.ts";
import type { Take } from "../parts/begin-from-export.tsx";
import { Button } from "../parts/button.tsx";
import { TextField } from "../parts/field.tsx";
import styles from "./welcome.module.css";

/** Where a person goes on after beginning: with the invented event, or with their own. */
export type Beginning = "example" | "own";

// Few begin so; the first screen does not wait for it.
const BeginFromExport = lazy(async () => ({
  default: (await import("../parts/begin-from-export.tsx")).BeginFromExport,
}));

interface Props {
  /** Begins with an exported workspace (DA1). */
  take: Take;
  begin: (workspace: ArgsOf<"workspace.create">, how: Beginning) => Promise<void>;
}

/** The first thing a person sees. No account, no key: the workspace begins on this device. */
export function Welcome({ begin, take }: Props) {
  const [name, setName] = useState("");
  const [isBeginning, setBeginning] = useState(false);
  const go = (how: Beginning) => {
    setBeginning(true);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const workspace = {
      name: "My workspace",
      timeZone: isTimeZone(timeZone) ? timeZone : "UTC",
      memberName: name.trim() || "Me",
    };
    void begin(workspace, how).finally(() => setBeginning(false));
  };
  return (
    <main className={styles["welcome"]} id="main">
      <p className={styles["name"]}>Upshot</p>
      <h1>You are back from an event. What now?</h1>
      <p className={styles["lead"]}>
        Your notes, its programme and the people you met become a few next steps, yours and theirs, each with a day and
        the words it came from. Everything is read on this device; nobody else sees it.
      </p>
      <form
        className={styles["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          go("own");
        }}
      >
        <TextField
          label="Your name"
          hint="So that “Ana to send the deck” is yours if you are Ana."
          autoComplete="name"
          value={name}
          onChange={setName}
        />
        <div className={styles["acts"]}>
          <Button type="submit" look="main" isDisabled={isBeginning}>
            Begin
          </Button>
          <Button onPress={() => go("example")} isDisabled={isBeginning}>
            Try it with an example
          </Button>
        </div>
      </form>
      <Suspense fallback={null}>
        <BeginFromExport take={take} />
      </Suspense>
    </main>
  );
}
