import { useState } from "react";
import { kindHeadings } from "#domain/model/say.ts";
import { type Owner, type StepKind, stepKinds } from "#domain/model/step.ts";
import { people } from "#questions/people.ts";
import { openCommitments } from "#questions/plan.ts";
import type { StepSeen } from "#questions/step.ts";
import { Button } from "./button.tsx";
import { CommitmentField } from "./commitment-field.tsx";
import { useToday } from "./day-said.tsx";
import { DayField } from "./day-field.tsx";
import { DialogActs } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { Pick } from "./pick.tsx";
import { firstDay, RepeatField } from "./repeat-field.tsx";
import { PersonField } from "./person-field.tsx";
import { useQuestion, useRun } from "./workspace.tsx";

const whose: readonly { id: Exclude<Owner, "colleague">; words: string }[] = [
  { id: "me", words: "Mine" },
  { id: "them", words: "Theirs" },
];

/** All that can be said otherwise about a step; where it came from stays (NT3). */
export function EditStep({ seen, onClose }: { seen: StepSeen; onClose: () => void }) {
  const run = useRun();
  const everybody = useQuestion(people, []);
  const today = useToday();
  const { step } = seen;
  const [what, setWhat] = useState(step.what);
  const [kind, setKind] = useState<StepKind>(step.kind);
  const [owner, setOwner] = useState(seen.owner);
  const [person, setPerson] = useState(step.isTheirs ? step.ownerPersonId : step.withPersonId);
  const [day, setDay] = useState(step.isTheirs ? step.checkBackOn : step.dueOn);
  const isTheirs = owner === "them";
  const [repeats, setRepeats] = useState(step.repeats);
  const [commitment, setCommitment] = useState(step.commitmentId);
  const commitments = useQuestion(openCommitments, []);

  const keep = async () => {
    if (what.trim() === "") return;
    const from = repeats !== null && day === null ? await firstDay(repeats, today) : day;
    const changes = {
      ...(what.trim() !== step.what && { what: what.trim() }),
      ...(kind !== step.kind && { kind }),
      ...(isTheirs !== step.isTheirs && { isTheirs }),
      ...personFields(),
      ...(isTheirs ? from !== step.checkBackOn && { checkBackOn: from } : from !== step.dueOn && { dueOn: from }),
      ...(repeats !== step.repeats && { repeats }),
      ...(commitment !== step.commitmentId && { commitmentId: commitment }),
    };
    onClose();
    if (Object.keys(changes).length > 0) await run("step.change", { stepId: step.id, ...changes });
  };

  const personFields = () => {
    if (isTheirs) return person === step.ownerPersonId ? {} : { ownerPersonId: person, ownerName: null };
    const left = step.isTheirs ? { ownerPersonId: null, ownerName: null } : {};
    return person === step.withPersonId ? left : { ...left, withPersonId: person, withName: null };
  };

  return (
    <form
      className="asked"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextField label="What" value={what} onChange={setWhat} autoFocus isRequired autoComplete="off" />
      <Pick
        label="Kind"
        value={kind}
        onChange={setKind}
        from={stepKinds.map((id) => ({ id, words: kindHeadings[id] }))}
      />
      {seen.owner !== "colleague" && (
        <Pick label="Whose" value={owner === "colleague" ? "me" : owner} onChange={setOwner} from={whose} />
      )}
      <PersonField
        label={isTheirs ? "Who does it" : "With whom"}
        people={everybody}
        value={person}
        onChange={setPerson}
      />
      <fieldset>
        <legend>{isTheirs ? "Look again on" : "Due"}</legend>
        <DayField label={isTheirs ? "Look again on" : "Due"} value={day} onChange={setDay} />
      </fieldset>
      <RepeatField value={repeats} day={day ?? today} onChange={setRepeats} />
      {(commitments.length > 0 || commitment !== null) && (
        <CommitmentField label="Serves" commitments={commitments} value={commitment} onChange={setCommitment} />
      )}
      <DialogActs>
        <Button onPress={onClose}>Leave it</Button>
        <Button look="main" type="submit">
          Keep the changes
        </Button>
      </DialogActs>
    </form>
  );
}
