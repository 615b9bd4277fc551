import { useState } from "react";
import { useLocation } from "wouter";
import type { EventId, NoteId, OrganizationId, PersonId, StepId } from "#domain/model/id.ts";
import type { Day } from "#domain/model/time.ts";
import { people } from "#questions/people.ts";
import { Button } from "./button.tsx";
import { DayField } from "./day-field.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { paths } from "./paths.ts";
import { PersonField } from "./person-field.tsx";
import { useQuestion, useRun } from "./workspace.tsx";

/** What a lead is made from. */
export interface LeadOrigin {
  personId?: PersonId;
  organizationId?: OrganizationId;
  eventId?: EventId;
  noteId?: NoteId;
  stepId?: StepId;
  /** The words its name begins with. */
  name?: string;
}

/** LD1: a lead with its first next step, in one act. */
export function NewLead({ from = {}, onClose }: { from?: LeadOrigin; onClose: () => void }) {
  const run = useRun();
  const [, navigate] = useLocation();
  const everybody = useQuestion(people, []);
  const { name: begun = "", ...origin } = from;
  const [name, setName] = useState(begun);
  const [person, setPerson] = useState<PersonId | null>(null);
  const [what, setWhat] = useState("");
  const [day, setDay] = useState<Day | null>(null);
  const asksWho = origin.personId === undefined && origin.organizationId === undefined;
  const make = async () => {
    const { result } = await run("lead.add", {
      ...origin,
      name: name.trim(),
      ...(person !== null && { personId: person }),
      next: what.trim() === "" ? null : { what: what.trim(), dueOn: day },
    });
    onClose();
    navigate(paths.lead(result.leadId));
  };
  return (
    <Dialog title="Make a lead" isOpen onClose={onClose}>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") void make();
        }}
      >
        <TextField
          label="What may come of it"
          placeholder="Pilot at two gates"
          value={name}
          onChange={setName}
          isRequired
          autoFocus
          maxLength={300}
          autoComplete="off"
        />
        {asksWho && <PersonField label="With" people={everybody} value={person} onChange={setPerson} />}
        <TextField
          label="The first next step"
          hint="A lead without one is stuck."
          value={what}
          onChange={setWhat}
          autoComplete="off"
        />
        {what.trim() !== "" && <DayField label="By when" value={day} onChange={setDay} />}
        <DialogActs>
          <Button onPress={onClose}>Leave it</Button>
          <Button look="main" type="submit" isDisabled={name.trim() === ""}>
            Make the lead
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
