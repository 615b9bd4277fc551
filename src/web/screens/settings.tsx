import { Download } from "lucide-react";
import { useEffect, useState } from "react";
import { sayNouns } from "#domain/model/say.ts";
import { checkBackAfterDays, deferralsWithoutWhy } from "#domain/model/step.ts";
import type { Workspace } from "#domain/model/workspace.ts";
import { nounNames } from "#domain/model/nouns.ts";
import { todayIn } from "#questions/asking.ts";
import { Button } from "../parts/button.tsx";
import { sayBytes } from "../parts/bytes.ts";
import { ClockNumbers } from "../parts/clock-numbers.tsx";
import { Devices } from "../parts/devices.tsx";
import { TextField } from "../parts/field.tsx";
import { LearnedList } from "../parts/learned.tsx";
import { NativePick } from "../parts/native-pick.tsx";
import { PulseDaysField } from "../parts/pulse-days.tsx";
import { TakeExport } from "../parts/take-export.tsx";
import { Templates } from "../parts/templates.tsx";
import { sayDone, sayRefused } from "../parts/toasts.tsx";
import { useQuestion, useRun, useWorkspace } from "../parts/workspace.tsx";
import styles from "./settings.module.css";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** What can be set, how days are counted, what is kept where, and the way for all of it to leave (DA1). */
export function SettingsScreen() {
  return (
    <div className={styles["settings"]}>
      <h1>Settings</h1>
      <You />
      <Week />
      <Clock />
      <Templates />
      <YourData />
      <section aria-labelledby="learned">
        <h2 id="learned">What the reader learned from you</h2>
        <p>It is told anew from your answers, stays on your own devices, and is used when your next notes are read.</p>
        <LearnedList />
      </section>
      <Kept />
      <section aria-labelledby="devices">
        <h2 id="devices">Devices</h2>
        <p>Those that did something in this workspace. Open this address on another device to use it there, too.</p>
        <Devices />
      </section>
    </div>
  );
}

function You() {
  const run = useRun();
  const { replica } = useWorkspace();
  const me = useQuestion((asked) => asked.get("member", asked.memberId), []);
  const { memberId } = replica;
  return (
    <section aria-labelledby="you">
      <h2 id="you">You</h2>
      <div className={styles["two"]}>
        <KeptLine
          label="Your name"
          value={me?.name ?? ""}
          isNeeded
          onKeep={(name) => run("member.change", { memberId, name })}
        />
        <KeptLine
          label="Where you work"
          hint="People who work there too are your colleagues."
          value={me?.organization ?? ""}
          onKeep={(organization) => run("member.change", { memberId, organization: organization || null })}
        />
      </div>
    </section>
  );
}

interface KeptProps {
  label: string;
  hint?: string;
  value: string;
  isNeeded?: boolean;
  onKeep: (value: string) => Promise<unknown>;
}

/** A line that is kept when it is left, or by Enter. */
function KeptLine({ label, hint, value, isNeeded = false, onKeep }: KeptProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = async () => {
    const next = typed?.trim();
    setTyped(null);
    if (next === undefined || next === value || (isNeeded && next === "")) return;
    await onKeep(next);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextField
        label={label}
        {...(hint && { hint })}
        value={typed ?? value}
        onChange={setTyped}
        onBlur={() => void keep()}
      />
    </form>
  );
}

function Week() {
  const run = useRun();
  const workspace = useQuestion((asked) => asked.get("workspace", asked.workspaceId), []);
  if (workspace === undefined) return null;
  const change = (fields: Partial<Pick<Workspace, "name" | "timeZone" | "firstDayOfWeek" | "workingDays">>) =>
    run("workspace.change", fields);
  const { timeZone, firstDayOfWeek, workingDays } = workspace;
  return (
    <section aria-labelledby="week">
      <h2 id="week">Your days</h2>
      <KeptLine label="Name of this workspace" value={workspace.name} isNeeded onKeep={(name) => change({ name })} />
      <div className={styles["two"]}>
        <NativePick
          label="Time zone"
          isNeeded
          value={timeZone}
          onChange={(zone) => void run("workspace.change", { timeZone: zone })}
          from={zonesWith(timeZone).map((id) => ({ id, words: id.replaceAll("_", " ") }))}
        />
        <NativePick
          label="The week begins on"
          isNeeded
          value={String(firstDayOfWeek)}
          onChange={(day) => void change({ firstDayOfWeek: Number(day) })}
          from={weekdays.map((words, day) => ({ id: String(day + 1), words }))}
        />
      </div>
      <fieldset>
        <legend>Days you work</legend>
        <div className={styles["days"]}>
          {weekdays.map((words, place) => (
            <label key={words}>
              <input
                type="checkbox"
                checked={workingDays.includes(place + 1)}
                onChange={({ target }) => {
                  const others = workingDays.filter((day) => day !== place + 1);
                  void change({ workingDays: target.checked ? [...others, place + 1].sort((a, b) => a - b) : others });
                }}
              />
              {words}
            </label>
          ))}
        </div>
      </fieldset>
    </section>
  );
}

function zonesWith(zone: string): string[] {
  const zones = Intl.supportedValuesOf("timeZone");
  return zones.includes(zone) ? zones : [zone, ...zones];
}

/** The numbers that days are counted by: those of the event clock can be changed (EC1), the others are said so that nobody has to guess. */
function Clock() {
  return (
    <section aria-labelledby="clock">
      <h2 id="clock">How days are counted</h2>
      <ClockNumbers />
      <PulseDaysField />
      <ul className={styles["list"]}>
        <li>
          <span>You look again at what is theirs</span>
          <span>the first day you work after it is due, or {checkBackAfterDays} days after it was said</span>
        </li>
        <li>
          <span>Putting off asks why</span>
          <span>after the {deferralsWithoutWhy}rd time</span>
        </li>
      </ul>
    </section>
  );
}

function YourData() {
  const workspace = useWorkspace();
  const today = useQuestion(todayIn, []);
  const save = async () => {
    try {
      const { exportOf, handOver } = await import("../parts/export.ts");
      handOver(await exportOf(workspace), `upshot-${today}.jsonl`);
      sayDone("Export written");
    } catch (error) {
      sayRefused(`The export could not be written: ${String(error)}`, "Nothing was changed. Try again.");
    }
  };
  return (
    <section aria-labelledby="data">
      <h2 id="data">Your data</h2>
      <p>
        All of it, in one file of plain lines: every record, and what was done to it. In an empty place it is the same
        workspace again. Imported here, it brings back what is missing; you see what before it does.
      </p>
      <div className={styles["acts"]}>
        <Button icon={Download} onPress={() => void save()}>
          Export everything
        </Button>
      </div>
      <TakeExport />
    </section>
  );
}

function Kept() {
  const counts = useQuestion((replica) => nounNames.map((noun) => [noun, replica.count(noun)] as const), []);
  const storage = useStorage();
  const shown = counts.filter(([noun, count]) => count > 0 && noun !== "workspace");
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">What is kept, and where</h2>
      <p>
        Everything is in this browser and with the Upshot you started, and nowhere else. Notes are read on this device.
        Nothing is sent to anybody.
      </p>
      <ul className={styles["list"]}>
        <li>
          <span>In this workspace</span>
          <span>{shown.map(([noun, count]) => sayNouns(count, noun)).join(", ")}</span>
        </li>
        {storage !== null && (
          <>
            <li>
              <span>Used in this browser</span>
              <span>
                {sayBytes(storage.used)} of {sayBytes(storage.most)}
              </span>
            </li>
            <li>
              <span>When the browser is short of room</span>
              <span>
                {storage.isKept ? "this is kept" : "this may be cleared; what reached the server comes back from it"}
              </span>
            </li>
          </>
        )}
      </ul>
    </section>
  );
}

interface StorageUsed {
  used: number;
  most: number;
  isKept: boolean;
}

function useStorage(): StorageUsed | null {
  const [storage, setStorage] = useState<StorageUsed | null>(null);
  useEffect(() => {
    const ask = async () => {
      const { usage = 0, quota = 0 } = await navigator.storage.estimate();
      setStorage({ used: usage, most: quota, isKept: await navigator.storage.persisted() });
    };
    // Over plain HTTP, from another machine, a browser does not tell.
    if (isSecureContext) void ask();
  }, []);
  return storage;
}
