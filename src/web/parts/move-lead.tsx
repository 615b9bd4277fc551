import { useState } from "react";
import type { Lead, Stage } from "#domain/model/lead.ts";
import { sayCount } from "#domain/model/say.ts";
import type { Day } from "#domain/model/time.ts";
import { Button } from "./button.tsx";
import { DayField } from "./day-field.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { Pick } from "./pick.tsx";
import { type Run, useRun } from "./workspace.tsx";

interface Props {
  lead: Lead;
  stages: readonly Stage[];
  /** The stage that was chosen already; without it the dialog asks for one. */
  to: Stage | null;
  onClose: () => void;
}

/** LD2: to which stage; resting asks until when, and lost and resting ask why. */
export function MoveLead({ lead, stages, to, onClose }: Props) {
  const run = useRun();
  const [key, setKey] = useState(to?.key ?? lead.stage);
  const [until, setUntil] = useState<Day | null>(lead.restsUntil);
  const [why, setWhy] = useState(lead.why ?? "");
  const stage = stages.find((one) => one.key === key);
  if (stage === undefined) return null;
  const isResting = stage.means === "resting";
  const canMove = isResting ? until !== null : key !== lead.stage || stage.means === "lost";
  const move = async () => {
    onClose();
    await moveLead(run, lead, { stage, restsUntil: isResting ? until : null, why: why.trim() || null });
  };
  return (
    <Dialog title={`Move ${lead.name}`} isOpen onClose={onClose}>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          if (canMove) void move();
        }}
      >
        <Pick
          label="Stage"
          value={key}
          onChange={setKey}
          from={stages.map((one) => ({ id: one.key, words: one.name }))}
        />
        {isResting && <DayField label="It comes back on" value={until} onChange={setUntil} />}
        {(isResting || stage.means === "lost") && (
          <TextField label="Why?" hint="A line, if you like." value={why} onChange={setWhy} autoComplete="off" />
        )}
        <DialogActs>
          <Button onPress={onClose}>Leave it</Button>
          <Button look="main" type="submit" isDisabled={!canMove}>
            {`Move to ${stage.name}`}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

/** True where moving to a stage asks something first. */
export function asksFirst({ means }: Stage): boolean {
  return means === "resting" || means === "lost";
}

/** Moves a lead, and says what is still open of one that is over. */
export async function moveLead(
  run: Run,
  lead: Lead,
  { stage, restsUntil = null, why = null }: { stage: Stage; restsUntil?: Day | null; why?: string | null },
): Promise<void> {
  const isWhyKept = asksFirst(stage);
  const args = { leadId: lead.id, stage: stage.key, restsUntil, why: isWhyKept ? why : null };
  const { result } = await run("lead.move", args, { say: `${lead.name} is at ${stage.name}` });
  if (result.openSteps === 0 || (stage.means !== "won" && stage.means !== "lost")) return;
  const { sayDone } = await import("./toasts.tsx");
  sayDone(`${sayCount(result.openSteps, "step")} of ${lead.name} ${result.openSteps === 1 ? "is" : "are"} still open`);
}
