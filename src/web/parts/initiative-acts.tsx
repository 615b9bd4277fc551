import { useState } from "react";
import { type CheckInColour, checkInColours, goingSoftMax } from "#domain/model/initiative.ts";
import { sayCount, sayDay } from "#domain/model/say.ts";
import type { Day } from "#domain/model/time.ts";
import { people } from "#questions/people.ts";
import { type InitiativeShown, roadmap } from "#questions/roadmap.ts";
import { Button } from "./button.tsx";
import { DayField } from "./day-field.tsx";
import { useToday } from "./day-said.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextArea, TextField } from "./field.tsx";
import { NativePick } from "./native-pick.tsx";
import { PersonField } from "./person-field.tsx";
import { Pick } from "./pick.tsx";
import { useQuestion, useRun } from "./workspace.tsx";

/** What can be done with an initiative, one dialog each. */
export type InitiativeAct = "begin" | "checkIn" | "stuck" | "done" | "drop";

interface Props {
  shown: InitiativeShown;
  onClose: () => void;
}

export function InitiativeDialog({ act, ...props }: Props & { act: InitiativeAct }) {
  switch (act) {
    case "begin":
      return <Begin {...props} />;
    case "checkIn":
      return <CheckIn {...props} />;
    case "stuck":
      return <Stuck {...props} />;
    case "done":
    case "drop":
      return <End {...props} isDone={act === "done"} />;
  }
}

/** BD2: the first step, small enough for five working days; where five are under way, whether that is still few. */
function Begin({ shown: { initiative }, onClose }: Props) {
  const run = useRun();
  const today = useToday();
  const around = useQuestion(
    (replica, asking) => (initiative.eventId === null ? undefined : roadmap(replica, initiative.eventId, asking)),
    [initiative.eventId],
  );
  const [what, setWhat] = useState("");
  const [dueOn, setDueOn] = useState<Day | null>(null);
  const isMany = (around?.going.length ?? 0) >= goingSoftMax;
  const begin = async () => {
    if (dueOn === null) return;
    const firstStep = { what: what.trim(), dueOn };
    await run("initiative.start", { initiativeId: initiative.id, firstStep, isBeyondFew: isMany });
    onClose();
  };
  return (
    <Dialog title={`Begin: ${initiative.name}`} isOpen onClose={onClose}>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        {isMany && (
          <p>
            {sayCount(around?.going.length ?? 0, "initiative")} are under way already, which is as many as a team
            carries. Is this one of the few?
          </p>
        )}
        <TextField
          label="The first step"
          value={what}
          onChange={setWhat}
          autoFocus
          isRequired
          hint={
            around === undefined ? undefined : `Small enough for ${sayDay(around.firstStepBy, today)} at the latest`
          }
        />
        <DayField label="By when" value={dueOn} onChange={setDueOn} />
        <DialogActs>
          <Button onPress={onClose}>Back</Button>
          <Button type="submit" look="main" isDisabled={what.trim() === "" || dueOn === null}>
            {isMany ? "Begin it all the same" : "Begin it"}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

const colourWords: Record<CheckInColour, string> = {
  green: "Green: on its way",
  amber: "Amber: it could fail",
  red: "Red: it fails as it is",
};

function CheckIn({ shown: { initiative, checkins }, onClose }: Props) {
  const run = useRun();
  const [colour, setColour] = useState<CheckInColour>(checkins[0]?.colour ?? "green");
  const [line, setLine] = useState("");
  const keep = async () => {
    await run("initiative.checkIn", { initiativeId: initiative.id, colour, line: line.trim() });
    onClose();
  };
  return (
    <Dialog title={`How does it go: ${initiative.name}`} isOpen onClose={onClose}>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          if (line.trim() !== "") void keep();
        }}
      >
        <Pick
          label="Colour"
          value={colour}
          onChange={setColour}
          from={checkInColours.map((id) => ({ id, words: colourWords[id] }))}
        />
        <TextField label="In one line" value={line} onChange={setLine} autoFocus isRequired />
        <DialogActs>
          <Button onPress={onClose}>Back</Button>
          <Button type="submit" look="main" isDisabled={line.trim() === ""}>
            Check in
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

/** What would unstick it, and of whom: that becomes a step. */
function Stuck({ shown: { initiative }, onClose }: Props) {
  const run = useRun();
  const members = useQuestion((replica) => [...replica.all("member")].map(({ id, name }) => ({ id, words: name })), []);
  const everybody = useQuestion(people, []);
  const [on, setOn] = useState("");
  const [of, setOf] = useState<"member" | "person">("member");
  const [member, setMember] = useState<string>(initiative.ownerMemberId ?? "");
  const [personId, setPerson] = useState<(typeof everybody)[number]["person"]["id"] | null>(null);
  const [dueOn, setDueOn] = useState<Day | null>(null);
  const keep = async () => {
    const whom = of === "person" ? { personId } : { memberId: members.find(({ id }) => id === member)?.id ?? null };
    await run("initiative.stuck", { initiativeId: initiative.id, on: on.trim(), dueOn, ...whom });
    onClose();
  };
  return (
    <Dialog title={`Stuck: ${initiative.name}`} isOpen onClose={onClose}>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          if (on.trim() !== "") void keep();
        }}
      >
        <TextField label="What would unstick it" value={on} onChange={setOn} autoFocus isRequired />
        <Pick
          label="Of whom"
          value={of}
          onChange={setOf}
          from={[
            { id: "member", words: "One of us" },
            { id: "person", words: "Somebody outside" },
          ]}
        />
        {of === "member" ? (
          <NativePick label="Who" value={member} onChange={setMember} isNeeded from={members} />
        ) : (
          <PersonField label="Who" people={everybody} value={personId} onChange={setPerson} />
        )}
        <DayField label="By when" value={dueOn} onChange={setDueOn} />
        <DialogActs>
          <Button onPress={onClose}>Back</Button>
          <Button
            type="submit"
            look="main"
            isDisabled={on.trim() === "" || (of === "person" ? personId === null : member === "")}
          >
            Make it a step
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

function End({ shown: { initiative, openSteps }, isDone, onClose }: Props & { isDone: boolean }) {
  const run = useRun();
  const [words, setWords] = useState("");
  const end = async () => {
    const initiativeId = initiative.id;
    if (isDone) await run("initiative.done", { initiativeId, cameOfIt: words.trim() === "" ? null : words.trim() });
    else await run("initiative.drop", { initiativeId, why: words.trim() });
    onClose();
  };
  return (
    <Dialog title={isDone ? "What came of it?" : "Why drop it?"} isOpen onClose={onClose}>
      <TextArea
        label={isDone ? "What became better, what was learned" : "The next offsite reads it"}
        value={words}
        onChange={setWords}
        autoFocus
      />
      {openSteps > 0 && <p>{sayCount(openSteps, "open step")} of it stay as they are.</p>}
      <DialogActs>
        <Button onPress={onClose}>Back</Button>
        <Button look="main" isDisabled={!isDone && words.trim() === ""} onPress={() => void end()}>
          {isDone ? "It is done" : "Drop it"}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
