import { useState } from "react";
import { useLocation } from "wouter";
import type { EventId, NoteId } from "#domain/model/id.ts";
import type { NeedSide } from "#domain/model/need.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextArea, TextField } from "./field.tsx";
import { paths } from "./paths.ts";
import { Pick } from "./pick.tsx";
import { useRun } from "./workspace.tsx";

interface Props {
  onClose: () => void;
  /** Where it came up, and the words it begins with. */
  from?: { eventId: EventId | null; noteId: NoteId | null; what: string };
}

/** Writes down what is looked for or offered, and goes to who could help. */
export function NewNeed({ onClose, from }: Props) {
  const run = useRun();
  const [, navigate] = useLocation();
  const [side, setSide] = useState<NeedSide>("seek");
  const [what, setWhat] = useState(from?.what ?? "");
  const [about, setAbout] = useState("");
  const keep = async () => {
    const { result } = await run("need.add", {
      side,
      what: what.trim(),
      about: about.trim() === "" ? null : about.trim(),
      eventId: from?.eventId ?? null,
      noteId: from?.noteId ?? null,
    });
    onClose();
    navigate(paths.need(result.needId));
  };
  return (
    <Dialog title="Write down a need" isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (what.trim() !== "") void keep();
        }}
      >
        <Pick
          label="I"
          isLabelUnseen
          value={side}
          onChange={setSide}
          from={[
            { id: "seek", words: "I look for" },
            { id: "offer", words: "I can offer" },
          ]}
        />
        <TextField
          label="What"
          autoFocus
          isRequired
          maxLength={500}
          value={what}
          onChange={setWhat}
          placeholder={side === "seek" ? "Somebody who ran audits in Bergen" : "Two days of help with a migration"}
        />
        <TextArea label="More about it" hint="Stands in the words you send." value={about} onChange={setAbout} />
        <DialogActs>
          <Button onPress={onClose}>Back</Button>
          <Button type="submit" look="main" isDisabled={what.trim() === ""}>
            Keep it, and see who could help
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
