import { useState } from "react";
import { commands, isCommand } from "#domain/commands.ts";
import { nameOf } from "#questions/named.ts";
import { sayCount } from "#domain/model/say.ts";
import type { RefusedCommand } from "#sync/client.ts";
import { Button } from "../parts/button.tsx";
import { Empty } from "../parts/empty.tsx";
import { sayDone, sayRefused } from "../parts/toasts.tsx";
import { useSyncStatus, useWorkspace } from "../parts/workspace.tsx";
import styles from "./unapplied.module.css";

/** What the server did not take, with its words: they are kept here until a person has seen to them (SY4). */
export function UnappliedScreen() {
  const workspace = useWorkspace();
  useSyncStatus();
  const [, redraw] = useState(0);
  const refused = workspace.refused();
  const lost = workspace.lost();
  const saying = async (act: Promise<unknown>, words: string) => {
    try {
      await act;
      sayDone(words);
    } catch (error) {
      sayRefused(error instanceof Error ? error.message : String(error), "It is kept here as it was.");
    }
    redraw((drawn) => drawn + 1);
  };
  return (
    <>
      <h1>Could not be applied</h1>
      {refused.length === 0 && lost.length === 0 && (
        <Empty title="Everything was applied">What the server does not take would be kept here with its words.</Empty>
      )}
      <ul className={styles["list"]}>
        {refused.map((one) => (
          <li key={one.entryId} className={styles["one"]}>
            <h2>{titleOf(one.name)}</h2>
            <p className={styles["why"]}>Could not be applied: {one.sentence}</p>
            <Kept args={one.args} />
            <div className={styles["acts"]}>
              <Button look="main" onPress={() => void saying(workspace.again(one.entryId), "Done again")}>
                Try again
              </Button>
              <Button onPress={() => void saying(workspace.dismiss(one.entryId), "Let go")}>Let go of it</Button>
            </div>
          </li>
        ))}
        {lost.length > 0 && (
          <li className={styles["one"]}>
            <h2>{sayCount(lost.length, "record")} that the server no longer has</h2>
            <p>
              The server came back from a backup, and no device could bring these again. They are kept here to be looked
              at.
            </p>
            <ul>
              {lost.map(({ noun, record }) => (
                <li key={record.id}>
                  {noun}: {nameOf(record as unknown as Record<string, unknown>)}
                </li>
              ))}
            </ul>
            <div className={styles["acts"]}>
              <Button onPress={() => void saying(workspace.dropLost(), "Let go")}>Let go of them</Button>
            </div>
          </li>
        )}
      </ul>
    </>
  );
}

/** What people call a command; its own name where a newer Upshot made it. */
function titleOf(name: string): string {
  return isCommand(name) ? commands[name].title : name;
}

/** The words that were given with a command: none of them is lost. */
function Kept({ args }: Pick<RefusedCommand, "args">) {
  const words = wordsIn(args);
  if (words.length === 0) return null;
  return (
    <>
      <p>Your text is here:</p>
      {words.map((text) => (
        <blockquote key={text}>{text}</blockquote>
      ))}
    </>
  );
}

const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Every string in what was given, but for ids. */
function wordsIn(given: unknown): string[] {
  if (typeof given === "string") return given === "" || isId.test(given) ? [] : [given];
  if (typeof given !== "object" || given === null) return [];
  return [...new Set(Object.values(given).flatMap(wordsIn))];
}
