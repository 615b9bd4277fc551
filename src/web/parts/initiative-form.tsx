import { useState } from "react";
import { useLocation } from "wouter";
import type { EventId } from "#domain/model/id.ts";
import type { Initiative } from "#domain/model/initiative.ts";
import { roleNames } from "#questions/charter.ts";
import type { FromTheWall } from "#questions/from-the-wall.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextArea, TextField } from "./field.tsx";
import { NativePick } from "./native-pick.tsx";
import { paths } from "./paths.ts";
import { useQuestion, useRun } from "./workspace.tsx";

interface Props {
  eventId: EventId | null;
  onClose: () => void;
  /** What on the wall it comes from. */
  from?: FromTheWall | undefined;
  /** The one that is changed; without it, a new one. */
  initiative?: Initiative;
}

/** An item of the roadmap: what, the problem in the team's words, who answers for it, and what is measured (BD2). */
export function InitiativeForm({ eventId, onClose, from, initiative }: Props) {
  const run = useRun();
  const [, navigate] = useLocation();
  const members = useQuestion((replica) => [...replica.all("member")].map(({ id, name }) => ({ id, words: name })), []);
  const roles = useQuestion(roleNames, []);
  const [name, setName] = useState(initiative?.name ?? from?.name ?? "");
  const [problem, setProblem] = useState(initiative?.problem ?? from?.words.join("\n") ?? "");
  const [owner, setOwner] = useState<string>(initiative?.ownerMemberId ?? "");
  const [measure, setMeasure] = useState(initiative?.measure ?? "");
  const [measureFrom, setFrom] = useState(initiative?.measureFrom ?? "");
  const [measureTo, setTo] = useState(initiative?.measureTo ?? "");
  const [role, setRole] = useState(initiative?.role ?? "");
  const keep = async () => {
    const said = {
      name: name.trim(),
      problem: orNull(problem),
      ownerMemberId: members.find(({ id }) => id === owner)?.id ?? null,
      measure: orNull(measure),
      measureFrom: orNull(measureFrom),
      measureTo: orNull(measureTo),
      role: orNull(role),
    };
    if (initiative !== undefined) {
      await run("initiative.change", { initiativeId: initiative.id, ...said });
      return onClose();
    }
    const source = { clusterId: from?.clusterId ?? null, stickyIds: from?.stickyIds ?? [] };
    const { result } = await run("initiative.add", { eventId, ...source, ...said });
    onClose();
    navigate(paths.initiative(result.initiativeId));
  };
  return (
    <Dialog
      title={initiative === undefined ? "Put an initiative on the roadmap" : "Change it"}
      isOpen
      onClose={onClose}
    >
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") void keep();
        }}
      >
        <TextField
          label="What should become better"
          value={name}
          onChange={setName}
          autoFocus
          isRequired
          maxLength={300}
        />
        <TextArea label="The problem, in the team’s words" value={problem} onChange={setProblem} />
        <NativePick
          label="The one who answers for it"
          value={owner}
          onChange={setOwner}
          isNeeded={false}
          from={members}
        />
        <TextField
          label="What is measured"
          value={measure}
          onChange={setMeasure}
          placeholder="days until a partner has an answer"
        />
        <TextField label="From" value={measureFrom} onChange={setFrom} placeholder="9" />
        <TextField label="To" value={measureTo} onChange={setTo} placeholder="3" />
        {roles.length > 0 && (
          <NativePick
            label="Role of the charter"
            value={role}
            onChange={setRole}
            isNeeded={false}
            from={roles.map((one) => ({ id: one, words: one }))}
          />
        )}
        <DialogActs>
          <Button onPress={onClose}>Back</Button>
          <Button type="submit" look="main" isDisabled={name.trim() === ""}>
            {initiative === undefined ? "Put it on the roadmap" : "Keep it"}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

function orNull(words: string): string | null {
  return words.trim() === "" ? null : words.trim();
}
