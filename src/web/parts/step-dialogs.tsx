import { type FormEvent, useState } from "react";
import { sayCount, sayDay, sayTouch } from "#domain/model/say.ts";
import { asksWhy, dayWanted, isPutOff } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import { step as stepAsked, type StepSeen } from "#questions/step.ts";
import { Button } from "./button.tsx";
import { DayField } from "./day-field.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { OutcomeForm } from "./outcome-form.tsx";
import { Again, useAgain } from "./step-again.tsx";
import type { StepAsked } from "./step-acts.tsx";
import { EditStep } from "./step-edit.tsx";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./step-dialogs.module.css";

/** The dialogs in which an act on a step asks what it needs to know. */
export function StepDialogs({ asked, onClose }: { asked: StepAsked; onClose: () => void }) {
  const seen = useQuestion((replica, asking) => stepAsked(replica, asked.stepId, asking), [asked.stepId]);
  if (seen === undefined) return null;
  if (asked.asks === "done") return <Done seen={seen} onClose={onClose} />;
  if (asked.asks === "putOff") return <PutOff seen={seen} to={asked.to} onClose={onClose} />;
  return (
    <Dialog title="Change this step" isOpen onClose={onClose}>
      <EditStep seen={seen} onClose={onClose} />
    </Dialog>
  );
}

/** ST5: what came of it, in one line; an empty line skips it. */
function Done({ seen, onClose }: { seen: StepSeen; onClose: () => void }) {
  const run = useRun();
  const [cameOfIt, setCameOfIt] = useState("");
  const { step, owner, who, with: other, touch } = seen;
  const [isTouch, setTouch] = useState(touch !== null && !touch.isLogged);
  const [isOutcome, setOutcome] = useState(false);
  const [isRecording, setRecording] = useState(false);
  const repeating = useAgain(step);
  const finish = async (words: string) => {
    if (repeating.isUnsaid) return;
    if (isOutcome && words !== "nothing") setRecording(true);
    else onClose();
    await run("step.done", {
      stepId: step.id,
      again: repeating.again,
      cameOfIt: words.trim() || null,
      touch: isTouch && touch !== null ? touch.way : null,
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void finish(cameOfIt);
  };
  if (isRecording) return <OutcomeForm from={{ stepIds: [step.id] }} what={cameOfIt.trim()} onClose={onClose} />;
  return (
    <Dialog title={owner === "them" ? `${who ?? "They"} did it` : "Done"} isOpen onClose={onClose}>
      <p>{step.what}</p>
      <form onSubmit={submit} className="asked">
        <TextField
          label="What came of it?"
          hint="In one line, if you like. Leave it empty to skip."
          value={cameOfIt}
          onChange={setCameOfIt}
          autoFocus
          autoComplete="off"
        />
        {touch !== null && (
          <label className={styles["check"]}>
            <input type="checkbox" checked={isTouch} onChange={({ target }) => setTouch(target.checked)} />
            Log that {sayTouch(
              touch.way,
              owner === "them" ? "in" : "out",
              (owner === "them" ? who : other) ?? "them",
            )}{" "}
            today
          </label>
        )}
        {cameOfIt.trim() !== "" && (
          <label className={styles["check"]}>
            <input type="checkbox" checked={isOutcome} onChange={({ target }) => setOutcome(target.checked)} />
            Record it as an outcome, too
          </label>
        )}
        {step.repeats !== null && <Again repeats={step.repeats} repeating={repeating} />}
        <DialogActs>
          <Button onPress={() => void finish("nothing")} isDisabled={repeating.isUnsaid}>
            Nothing came of it
          </Button>
          <Button look="main" type="submit" keyName="Enter" isDisabled={repeating.isUnsaid}>
            {cameOfIt.trim() === "" ? "Done, skip this" : "Done"}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

/** ST3: another day in one tap; where it was put off too often already, it asks why. */
function PutOff({ seen, to, onClose }: { seen: StepSeen; to: Day | null; onClose: () => void }) {
  const run = useRun();
  const { step } = seen;
  const [day, setDay] = useState<Day | null>(to);
  const [why, setWhy] = useState("");
  const needsWhy = day !== null && asksWhy(step, day);
  const finish = async (chosen: Day) => {
    onClose();
    const say = `${isPutOff(step, chosen) ? "Put off to" : "Set for"} ${sayDay(chosen)}`;
    await run("step.defer", { stepId: step.id, to: chosen, why: why.trim() || null }, { say });
  };
  const title = step.isTheirs ? "Look again when?" : dayWanted(step) === null ? "When?" : "Put off to when?";
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <p>{step.what}</p>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          if (day !== null && (!needsWhy || why.trim() !== "")) void finish(day);
        }}
      >
        <DayField
          label={title}
          value={day}
          onChange={setDay}
          onPick={(one) => {
            if (!asksWhy(step, one)) void finish(one);
          }}
        />
        {needsWhy && (
          <TextField
            label="Why this time?"
            hint={`It was put off ${sayCount(step.deferrals.length, "time")}. A line is enough; dropping it is fine, too.`}
            value={why}
            onChange={setWhy}
            isRequired
            autoFocus
            autoComplete="off"
          />
        )}
        <DialogActs>
          <Button onPress={onClose}>Leave it</Button>
          {day !== null && (
            <Button look="main" type="submit" isDisabled={needsWhy && why.trim() === ""}>
              {`${isPutOff(step, day) ? "Put off to" : "Set for"} ${sayDay(day)}`}
            </Button>
          )}
        </DialogActs>
      </form>
    </Dialog>
  );
}
