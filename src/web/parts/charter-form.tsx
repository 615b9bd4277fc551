import { Plus, X } from "lucide-react";
import { useState } from "react";
import type { Charter, Role } from "#domain/model/charter.ts";
import type { MemberId } from "#domain/model/id.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextArea, TextField } from "./field.tsx";
import { IconButton } from "./icon-button.tsx";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./charter-form.module.css";

/** Writes in the version that is being written; lists are a line each. Whoever had agreed to it is asked anew. */
export function CharterForm({ charter, onClose }: { charter: Charter; onClose: () => void }) {
  const run = useRun();
  const members = useQuestion((replica) => [...replica.all("member")].map(({ id, name }) => ({ id, name })), []);
  const [mission, setMission] = useState(charter.mission ?? "");
  const [structure, setStructure] = useState(charter.structure ?? "");
  const [needed, setNeeded] = useState(charter.needed.join("\n"));
  const [questions, setQuestions] = useState(charter.questions.join("\n"));
  const [roles, setRoles] = useState(charter.roles.map(typedFrom));
  const keep = async () => {
    await run("charter.change", {
      charterId: charter.id,
      mission: mission.trim() === "" ? null : mission.trim(),
      structure: structure.trim() === "" ? null : structure.trim(),
      needed: linesOf(needed),
      questions: linesOf(questions),
      roles: roles
        .filter(({ name }) => name.trim() !== "")
        .map(({ name, duties, holderIds }) => ({ name: name.trim(), duties: linesOf(duties), holderIds })),
    });
    onClose();
  };
  const write = (at: number, part: Partial<Typed>) =>
    setRoles(roles.map((role, place) => (place === at ? { ...role, ...part } : role)));
  return (
    <Dialog title={`Charter, version ${charter.edition}`} isOpen isWide onClose={onClose}>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextArea label="Mission" value={mission} onChange={setMission} autoFocus />
        <TextArea label="Structure" value={structure} onChange={setStructure} />
        <TextArea label="What the team must answer for, a line each" rows={4} value={needed} onChange={setNeeded} />
        {roles.map((role, at) => (
          <fieldset key={role.key} className={styles["role"]}>
            <legend className="unseen">{role.name || "New role"}</legend>
            <div className={styles["line"]}>
              <TextField label="Role" value={role.name} onChange={(name) => write(at, { name })} />
              <IconButton
                icon={X}
                label={`Take away ${role.name || "this role"}`}
                onPress={() => setRoles(roles.filter((_, place) => place !== at))}
              />
            </div>
            <TextArea
              label="Answers for, a line each"
              rows={3}
              value={role.duties}
              onChange={(duties) => write(at, { duties })}
            />
            <div className={styles["holders"]}>
              <span>Held by</span>
              {members.map(({ id, name }) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={role.holderIds.includes(id)}
                    onChange={({ target }) =>
                      write(at, {
                        holderIds: target.checked
                          ? [...role.holderIds, id]
                          : role.holderIds.filter((one) => one !== id),
                      })
                    }
                  />
                  {name}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <Button icon={Plus} onPress={() => setRoles([...roles, typedFrom({ name: "", duties: [], holderIds: [] })])}>
          Add a role
        </Button>
        <TextArea label="Open questions, a line each" value={questions} onChange={setQuestions} />
        <DialogActs>
          <Button onPress={onClose}>Back</Button>
          <Button type="submit" look="main">
            Keep it
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

/** A role while it is written: its duties as lines. */
interface Typed {
  key: string;
  name: string;
  duties: string;
  holderIds: MemberId[];
}

function typedFrom({ name, duties, holderIds }: Role): Typed {
  return { key: crypto.randomUUID(), name, duties: duties.join("\n"), holderIds: [...holderIds] };
}

function linesOf(text: string): string[] {
  const lines = text.split("\n").map((line) => line.replace(/^\s*[-*•]\s*/, "").trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}
