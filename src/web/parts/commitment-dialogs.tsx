import { useState } from "react";
import type { Commitment } from "#domain/model/commitment.ts";
import type { CommitmentId } from "#domain/model/id.ts";
import type { Period } from "#domain/model/period.ts";
import { openCommitments } from "#questions/plan.ts";
import { Button } from "./button.tsx";
import { CommitmentField } from "./commitment-field.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextArea, TextField } from "./field.tsx";
import { PeriodField } from "./period-field.tsx";
import { Pick } from "./pick.tsx";
import { useQuestion, useRun, useWorkspace } from "./workspace.tsx";

/** What is asked about a commitment. */
export type CommitmentAsked =
  | { asks: "add"; period: Period; parentId: CommitmentId | null }
  | { asks: "change" | "done" | "drop"; commitment: Commitment };

export function CommitmentDialogs({ asked, onClose }: { asked: CommitmentAsked; onClose: () => void }) {
  if (asked.asks === "add") return <Edit {...asked} commitment={null} onClose={onClose} />;
  if (asked.asks === "change") {
    const { span, startsOn, parentId } = asked.commitment;
    return <Edit commitment={asked.commitment} period={{ span, startsOn }} parentId={parentId} onClose={onClose} />;
  }
  return <Close asks={asked.asks} commitment={asked.commitment} onClose={onClose} />;
}

interface EditProps {
  commitment: Commitment | null;
  period: Period;
  parentId: CommitmentId | null;
  onClose: () => void;
}

/** PL1: what, for when, for which other, and whose. */
function Edit({ commitment, period: first, parentId: within, onClose }: EditProps) {
  const run = useRun();
  const { replica } = useWorkspace();
  const others = useQuestion(openCommitments, []).filter((one) => one.commitment.id !== commitment?.id);
  const [what, setWhat] = useState(commitment?.what ?? "");
  const [about, setAbout] = useState(commitment?.about ?? "");
  const [period, setPeriod] = useState(first);
  const [parentId, setParent] = useState(within);
  const [whose, setWhose] = useState<"me" | "team">(commitment?.memberId === null ? "team" : "me");
  const keep = async () => {
    if (what.trim() === "") return;
    const memberId = whose === "team" ? null : commitment === null ? undefined : replica.memberId;
    const isTheirs = commitment !== null && commitment.memberId !== null && commitment.memberId !== replica.memberId;
    const said = {
      what: what.trim(),
      about: about.trim() || null,
      ...period,
      ...(memberId !== undefined && !isTheirs && { memberId }),
    };
    try {
      if (commitment === null) await run("commitment.add", { ...said, parentId });
      else {
        if (parentId !== commitment.parentId && parentId === null) {
          await run("commitment.place", { commitmentId: commitment.id, parentId });
        }
        await run("commitment.change", { commitmentId: commitment.id, ...said });
        if (parentId !== commitment.parentId && parentId !== null) {
          await run("commitment.place", { commitmentId: commitment.id, parentId });
        }
      }
      onClose();
    } catch {
      // Why was said; what was typed stays.
    }
  };
  return (
    <Dialog title={commitment === null ? "Commit to" : "Change this commitment"} isOpen onClose={onClose}>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextField label="What" value={what} onChange={setWhat} autoFocus isRequired autoComplete="off" />
        <PeriodField value={period} onChange={setPeriod} />
        {(others.length > 0 || parentId !== null) && (
          <CommitmentField label="Serves" commitments={others} value={parentId} onChange={setParent} />
        )}
        <Pick
          label="Whose"
          value={whose}
          onChange={setWhose}
          from={[
            { id: "me", words: "Mine" },
            { id: "team", words: "The whole team’s" },
          ]}
        />
        <TextArea label="About" value={about} onChange={setAbout} rows={2} />
        <DialogActs>
          <Button onPress={onClose}>Leave it</Button>
          <Button look="main" type="submit" isDisabled={what.trim() === ""}>
            {commitment === null ? "Commit" : "Keep the changes"}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

/** Done, and what came of it; or dropped, and why (PL4). */
function Close({ asks, commitment, onClose }: { asks: "done" | "drop"; commitment: Commitment; onClose: () => void }) {
  const run = useRun();
  const [words, setWords] = useState("");
  const isDone = asks === "done";
  const finish = async () => {
    const { id: commitmentId } = commitment;
    onClose();
    if (isDone) await run("commitment.done", { commitmentId, cameOfIt: words.trim() || null });
    else await run("commitment.drop", { commitmentId, why: words.trim() });
  };
  return (
    <Dialog title={isDone ? "Done" : "Drop it"} isOpen onClose={onClose}>
      <p>{commitment.what}</p>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          if (isDone || words.trim() !== "") void finish();
        }}
      >
        <TextField
          label={isDone ? "What came of it?" : "Why?"}
          hint={isDone ? "In one line, if you like. Leave it empty to skip." : "A line is enough."}
          value={words}
          onChange={setWords}
          isRequired={!isDone}
          autoFocus
          autoComplete="off"
        />
        <DialogActs>
          <Button onPress={onClose}>Leave it</Button>
          <Button look="main" type="submit" keyName="Enter" isDisabled={!isDone && words.trim() === ""}>
            {isDone ? "Done" : "Drop it"}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
