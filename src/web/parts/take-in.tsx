import { useEffect, useId, useRef, useState } from "react";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import type { Event } from "#domain/model/event.ts";
import type { EventId } from "#domain/model/id.ts";
import type { Day } from "#domain/model/time.ts";
import { eventNamed, keptOf } from "#questions/kept.ts";
import { known, programmes } from "#questions/known.ts";
import { type DebriefRead, reader, type ReadingProgress, ReadingStopped } from "../device/reader.ts";
import { Button } from "./button.tsx";
import { filesChosen, filesDropped, type FileGiven, pasted } from "./files.ts";
import { ReadSummary } from "./read-summary.tsx";
import { useRun, useWorkspace } from "./workspace.tsx";
import styles from "./take-in.module.css";

type Stage =
  | { is: "choosing" }
  | { is: "reading"; progress: ReadingProgress | null }
  | { is: "read"; read: DebriefRead; keeping: boolean };

/** What was kept: of which event, where the files were of one, and how many proposals wait. */
export interface Kept {
  eventId: EventId | null;
  proposals: number;
}

interface Props {
  /** The event it is added to; without one the files say which. */
  event?: Event | undefined;
  /** What is asked for, in the words of the place where it stands. */
  lead: string;
  onKept: (kept: Kept) => void;
  /** Files that are there already, to be read at once. */
  files?: readonly FileGiven[];
}

/** An event's files in: programme, contacts and notes are read on the device, shown, and kept when the person says so. */
export function TakeIn({ event, lead, onKept, files: given }: Props) {
  const { replica } = useWorkspace();
  const run = useRun();
  const [stage, setStage] = useState<Stage>({ is: "choosing" });
  const [notice, setNotice] = useState<string | null>(null);
  const [takenOn, setTakenOn] = useState("");
  const read = async (files: readonly FileGiven[]) => {
    if (files.length === 0) return;
    setNotice(null);
    setStage({ is: "reading", progress: null });
    try {
      const opened = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.bytes() })));
      const settings = { eventName: event?.name, takenOn: takenOn === "" ? undefined : (takenOn as Day) };
      const surroundings = { ...known(replica, { now: Temporal.Now.instant() }), programmes: programmes(replica) };
      const answer = await reader.ask({ ask: "debrief", files: opened, surroundings, settings }, (progress) =>
        setStage({ is: "reading", progress }),
      );
      setStage({ is: "read", read: answer, keeping: false });
    } catch (error) {
      setStage({ is: "choosing" });
      if (!(error instanceof ReadingStopped)) setNotice(`${(error as Error).message} Nothing was kept.`);
      else setNotice(error.message);
    }
  };

  const keep = async (name: string | null) => {
    if (stage.is !== "read") return;
    setStage({ ...stage, keeping: true });
    try {
      const eventId = event?.id ?? (name === null ? undefined : eventNamed(replica, name)?.id);
      const into = eventId === undefined ? { name } : { eventId, kept: keptOf(replica, eventId) };
      const { result } = await run("event.debrief", await reader.ask({ ask: "command", into }));
      setStage({ is: "choosing" });
      onKept({ eventId: result.eventId, proposals: result.pages?.proposals ?? 0 });
    } catch (error) {
      setStage({ ...stage, keeping: false });
      setNotice(`${(error as Error).message} Nothing was kept; what was read is still here.`);
    }
  };

  const isGiven = useRef(given !== undefined);
  useEffect(() => {
    if (!isGiven.current || given === undefined) return;
    isGiven.current = false;
    void read(given);
  });

  return (
    <>
      {notice !== null && <p role="alert">{notice}</p>}
      {stage.is === "choosing" && (
        <Choose lead={lead} takenOn={takenOn} onTakenOn={setTakenOn} onFiles={(files) => void read(files)} />
      )}
      {stage.is === "reading" && <Progress progress={stage.progress} />}
      {stage.is === "read" && (
        <ReadSummary
          read={stage.read}
          event={event?.name ?? null}
          isKeeping={stage.keeping}
          onKeep={(name) => void keep(name)}
          onBack={() => setStage({ is: "choosing" })}
        />
      )}
    </>
  );
}

interface ChooseProps {
  lead: string;
  takenOn: string;
  onTakenOn: (day: string) => void;
  onFiles: (files: readonly FileGiven[]) => void;
}

function Choose({ lead, takenOn, onTakenOn, onFiles }: ChooseProps) {
  const id = useId();
  const text = useRef<HTMLTextAreaElement>(null);
  return (
    <>
      <p className={styles["lead"]}>{lead}</p>
      <DropZone
        className={styles["drop"] ?? ""}
        onDrop={(event) => void filesDropped(event.items).then(onFiles)}
        aria-label="Drop files or folders here"
      >
        <p>Drop files or a folder here</p>
        <div className={styles["choices"]}>
          <FileTrigger allowsMultiple onSelect={(list) => onFiles(filesChosen(list))}>
            <Button>Choose files</Button>
          </FileTrigger>
          <FileTrigger acceptDirectory onSelect={(list) => onFiles(filesChosen(list))}>
            <Button>Choose a folder</Button>
          </FileTrigger>
        </div>
        <p className={styles["kinds"]}>
          Programmes: schedule.xml or .json, Sessionize, .ics. Contacts: .vcf, LinkedIn and badge scanner .csv. Notes:
          Markdown, text, Keep, Notion, OneNote, Evernote.
        </p>
      </DropZone>
      <div className={styles["paste"]}>
        <label htmlFor={id}>Or paste your notes</label>
        <textarea id={id} ref={text} rows={8} />
        <div className={styles["choices"]}>
          <label>
            Taken on <input type="date" value={takenOn} onChange={(event) => onTakenOn(event.target.value)} />
          </label>
          <Button onPress={() => onFiles(pasted(text.current?.value ?? ""))}>Read them</Button>
        </div>
      </div>
    </>
  );
}

function Progress({ progress }: { progress: ReadingProgress | null }) {
  const isLast = progress !== null && progress.done === progress.total;
  return (
    <div className={styles["progress"]} role="status">
      <progress max={progress?.total ?? 1} {...(progress === null || isLast ? {} : { value: progress.done })} />
      <p>
        {progress === null
          ? "Opening the files"
          : isLast
            ? "Reading the notes"
            : `${progress.done} of ${progress.total} files: ${progress.file}`}
      </p>
      <Button onPress={() => reader.stop()}>Stop</Button>
    </div>
  );
}
