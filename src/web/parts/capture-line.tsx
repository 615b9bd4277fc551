import { Camera, Mic, MicOff } from "lucide-react";
import { useRef, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Menu, MenuItem } from "react-aria-components/Menu";
import { TextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";
import { capturedMax, commandFor } from "#debrief/captured.ts";
import type { CommitmentId, EventId } from "#domain/model/id.ts";
import { sayCount } from "#domain/model/say.ts";
import { type Day, dayAt } from "#domain/model/time.ts";
import { type Mention, mentioned, mentions } from "#questions/capturing.ts";
import { dayWords } from "#questions/day-words.ts";
import { zoneOf } from "#questions/asking.ts";
import { type RepeatFrom, repeatIn } from "#questions/repeat-words.ts";
import { daysOf } from "#questions/repeating.ts";
import { sayRepeat } from "#questions/say-repeat.ts";
import { useToday } from "./day-said.tsx";
import { useWorkingDays } from "./working-days.ts";
import { Button } from "./button.tsx";
import { CaptureServes } from "./capture-serves.tsx";
import { type Place, Where } from "./capture-where.tsx";
import { IconButton } from "./icon-button.tsx";
import { useDictation } from "./dictation.ts";
import { arrived, keepDraft, readDraft, sendBack, sendOff } from "./draft.ts";
import { KindIcon } from "./kind-icon.tsx";
import { readLine, useLineReading } from "./line-reading.ts";
import { Pick } from "./pick.tsx";
import { useQuestion, useRun, useWorkspace } from "./workspace.tsx";
import styles from "./capture.module.css";

/** What was said by hand about the line: nothing, that it is a note, or a step for a day. */
type Said = "read" | "note" | Day;

const mentionsMax = 6;

interface Props {
  where: Place;
  onClose: () => void;
  /** A picture was taken, chosen or pasted; the line stays as the draft. */
  onPhoto: (photo: Blob) => void;
}

/** The line itself, with what it will become. */
export function CaptureLine({ where, onClose, onPhoto }: Props) {
  const workspace = useWorkspace();
  const run = useRun();
  const place = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => readDraft().text);
  const [cursor, setCursor] = useState(text.length);
  const [as, setAs] = useState<Said>("read");
  const [commitmentId, setCommitment] = useState<CommitmentId | null>(null);
  const workingDays = useWorkingDays();
  const typed = mentionTyped(text, cursor);
  const found = useQuestion((replica) => (typed === null ? [] : mentions(replica, typed, mentionsMax)), [typed]);
  const offered = typed !== null && found.some(({ name }) => name !== typed) ? found : [];

  const write = (next: string, at: number) => {
    setText(next);
    setCursor(at);
    keepDraft({ text: next, isOpen: true });
  };
  const complete = ({ name }: Mention) => {
    const at = cursor - (typed?.length ?? 0) - 1;
    // At the beginning of a line an @ says whose the step is (RD3) and stays; elsewhere it only helped to find the name.
    const isMark = at === 0 || text[at - 1] === "\n";
    const before = `${text.slice(0, isMark ? at + 1 : at)}${name} `;
    write(before + text.slice(cursor), before.length);
    requestAnimationFrame(() => place.current?.setSelectionRange(before.length, before.length));
  };
  const dictation = useDictation((words) => write(text === "" ? words : `${text.trimEnd()} ${words}`, Infinity));

  const keep = async () => {
    const line = text.trim();
    if (line === "" || line.length > capturedMax) return;
    sendOff(line);
    onClose();
    try {
      await store(line);
      arrived(line);
    } catch {
      sendBack(line); // why was said already
    }
  };

  const store = async (line: string) => {
    const event = workspace.replica.get("event", where.eventId);
    const reading = as === "note" ? undefined : await readLine(workspace, line, where.eventId);
    const timeZone = event?.timeZone ?? zoneOf(workspace.replica);
    const takenOn = dayAt(Temporal.Now.instant(), timeZone);
    const command = commandFor({
      text: line,
      takenOn,
      commitmentId,
      repeats: as === "note" ? null : repeatsIn(line, { day: takenOn, workingDays }),
      reading,
      eventId: where.eventId,
      session: where.session,
      ...mentioned(workspace.replica, line),
      as: as === "read" ? undefined : as === "note" ? "note" : { step: as },
    });
    if (command.name === "note.add") return run(command.name, command.args);
    const steps = command.args.proposals.filter(({ means }) => means === "step").length;
    return run(command.name, command.args, { say: `${sayCount(Math.max(1, steps), "step")} made` });
  };

  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Autocomplete
        inputValue={text}
        onInputChange={(next) => write(next, place.current?.selectionStart ?? next.length)}
      >
        <TextField aria-label="What did you hear, see or promise?" autoFocus className={styles["text"] ?? ""}>
          <TextArea
            ref={place}
            rows={3}
            maxLength={capturedMax}
            placeholder="What did you hear, see or promise?"
            enterKeyHint="done"
            spellCheck
            autoCorrect="on"
            autoCapitalize="sentences"
            onPaste={(event) => {
              const picture = [...event.clipboardData.files].find(({ type }) => type.startsWith("image/"));
              if (picture === undefined) return;
              event.preventDefault();
              onPhoto(picture);
            }}
            onSelect={({ currentTarget }) => setCursor(currentTarget.selectionStart)}
            onKeyDownCapture={(event) => {
              if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || offered.length > 0)
                return;
              event.preventDefault();
              event.stopPropagation();
              void keep();
            }}
          />
        </TextField>
        {offered.length > 0 && (
          <Menu aria-label="People and organizations" className={styles["found"] ?? ""} items={offered}>
            {(one) => (
              <MenuItem
                id={one.id}
                textValue={one.name}
                className={styles["mention"] ?? ""}
                onAction={() => complete(one)}
              >
                {one.name} <small>{one.beside}</small>
              </MenuItem>
            )}
          </Menu>
        )}
      </Autocomplete>
      <Reading text={text} eventId={where.eventId} as={as} workingDays={workingDays} />
      <StepFor value={as} onChange={setAs} />
      <Where where={where} />
      {as !== "note" && <CaptureServes value={commitmentId} onChange={setCommitment} />}
      <div className={styles["foot"]}>
        <p>@ finds a name</p>
        <div className={styles["acts"]}>
          <FileTrigger
            acceptedFileTypes={["image/*"]}
            defaultCamera="environment"
            onSelect={(files) => files?.[0] && onPhoto(files[0])}
          >
            <IconButton icon={Camera} label="Photo of a card or badge" />
          </FileTrigger>
          {dictation !== null && (
            <IconButton
              icon={dictation.isListening ? MicOff : Mic}
              label={
                dictation.isListening
                  ? "Stop dictating"
                  : "Dictate (your browser listens, and may ask its maker's service)"
              }
              onPress={dictation.toggle}
            />
          )}
          <Button look="main" type="submit" keyName="Enter" isDisabled={text.trim() === ""}>
            Keep
          </Button>
        </div>
      </div>
    </form>
  );
}

interface ReadingProps {
  text: string;
  eventId: EventId | null;
  as: Said;
  workingDays: readonly number[];
}

/** What the line says about repeating, with the first day, from the rule (RP3). Its code is here with the line: there may be no network. */
function repeatsIn(line: string, from: RepeatFrom) {
  const found = repeatIn(line, from);
  if (found === null) return null;
  const [firstOn] = daysOf(found.repeats, from.day, 1);
  return firstOn === undefined ? null : { rule: found.repeats, firstOn, words: line.slice(found.start, found.end) };
}

/** What will come of the line, as it is typed (RD1). */
function Reading({ text, eventId, as, workingDays }: ReadingProps) {
  const repeat = repeatIn(text, { day: useToday(), workingDays });
  const proposals = useLineReading(text, eventId);
  const steps = as === "note" ? [] : (proposals ?? []).filter(({ step }) => step !== null);
  const isStep = steps.length > 0 || (as !== "note" && as !== "read");
  return (
    <ul className={styles["read"]} aria-live="polite" aria-label="What it will become">
      {proposals === null && as === "read" ? null : isStep ? (
        steps.map(({ step, reading, start }) => (
          <li key={`${start} ${reading}`} className={step?.owner === "them" ? styles["theirs"] : styles["mine"]}>
            {step && <KindIcon kind={step.kind} />}
            {reading}
          </li>
        ))
      ) : (
        <li>A note</li>
      )}
      {isStep && repeat !== null && (
        <li className={styles["mine"]}>Repeats {sayRepeat(repeat.repeats, workingDays)}</li>
      )}
      {isStep && steps.length === 0 && <li className={styles["mine"]}>A step of yours</li>}
    </ul>
  );
}

/** Makes the line a step for a day, in one tap. */
function StepFor({ value, onChange }: { value: Said; onChange: (as: Said) => void }) {
  const words = useQuestion(dayWords, []);
  return (
    <Pick<Said>
      label="It is"
      isLabelUnseen
      value={value}
      onChange={onChange}
      from={[
        { id: "read", words: "As read" },
        { id: "note", words: "A note" },
        ...words.slice(0, 4).map(({ day, words: said }) => ({ id: day, words: `To do: ${said.toLowerCase()}` })),
      ]}
    />
  );
}

/** What was typed after the last @ before the cursor, where a name may still be meant; null where there is none. */
function mentionTyped(text: string, cursor: number): string | null {
  const before = text.slice(0, cursor);
  const [, typed] = /(?:^|\s)@([\p{L}][\p{L}\p{M}' -]{0,40})$/u.exec(before) ?? [];
  return typed ?? null;
}
