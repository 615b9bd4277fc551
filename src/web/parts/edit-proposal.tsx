import { type ReactNode, useState } from "react";
import { observationKinds } from "#domain/model/note.ts";
import type { Proposal, StepReading } from "#domain/model/proposal.ts";
import { kindHeadings, observationHeadings } from "#domain/model/say.ts";
import { owners, stepKinds } from "#domain/model/step.ts";
import { Day } from "#domain/model/time.ts";
import type { ArgsOf } from "#domain/run.ts";
import { Button } from "./button.tsx";
import { useQuoted } from "./quoted.ts";
import styles from "./edit-proposal.module.css";

type Edits = Omit<ArgsOf<"proposal.accept">, "proposalId">;

interface Props {
  proposal: Proposal;
  onAccept: (edits: Edits) => void;
  onCancel: () => void;
}

/** Every field of what was read, to be put right before it is accepted. Ctrl+Enter accepts, Escape goes back. */
export function EditProposal({ proposal, onAccept, onCancel }: Props) {
  const [edits, setEdits] = useState<Edits>({});
  const { step, person, organization, observation } = proposal;
  const edited = { ...step, ...edits.step } as StepReading; // fields of the reading, some of them edited
  const set = (fields: Partial<StepReading>) =>
    setEdits((before) => ({ ...before, step: { ...before.step, ...fields } }));
  return (
    <form
      className={styles["form"]}
      aria-label="Put right what was read"
      onSubmit={(event) => {
        event.preventDefault();
        onAccept(edits);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <blockquote className={styles["quote"]}>{useQuoted(proposal)}</blockquote>
      {step !== null && (
        <>
          <Field label="What">
            <input autoFocus required value={edited.what} onChange={(event) => set({ what: event.target.value })} />
          </Field>
          <Field label="Whose">
            <select
              value={edited.owner}
              onChange={(event) => set({ owner: owners.find((one) => one === event.target.value) ?? "me" })}
            >
              {owners.map((owner) => (
                <option key={owner} value={owner}>
                  {ownerWords[owner]}
                </option>
              ))}
            </select>
          </Field>
          {edited.owner !== "me" && (
            <Field label="Their name">
              <input value={edited.who ?? ""} onChange={(event) => set({ who: event.target.value.trim() || null })} />
            </Field>
          )}
          <Field label="Kind">
            <select
              value={edited.kind}
              onChange={(event) => set({ kind: stepKinds.find((one) => one === event.target.value) ?? "do" })}
            >
              {stepKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kindHeadings[kind]}
                </option>
              ))}
            </select>
          </Field>
          {edited.owner !== "them" && (
            <Field label="With">
              <input value={edited.with ?? ""} onChange={(event) => set({ with: event.target.value.trim() || null })} />
            </Field>
          )}
          {edited.owner === "them" ? (
            <Field label="Look again on">
              <input
                type="date"
                value={edited.checkBackOn ?? ""}
                onChange={(event) => set({ checkBackOn: Day.safeParse(event.target.value).data ?? null })}
              />
            </Field>
          ) : (
            <Field label="Due">
              <input
                type="date"
                value={edited.dueOn ?? ""}
                onChange={(event) => set({ dueOn: Day.safeParse(event.target.value).data ?? null, dueEnd: null })}
              />
            </Field>
          )}
        </>
      )}
      {person !== null && (
        <>
          {(["name", "organization", "role"] as const).map((field) => (
            <Field key={field} label={{ name: "Name", organization: "Organization", role: "Role" }[field]}>
              <input
                autoFocus={field === "name"}
                required={field === "name"}
                value={edits.person?.[field] ?? person[field] ?? ""}
                onChange={(event) =>
                  setEdits({
                    person: { ...edits.person, [field]: event.target.value || (field === "name" ? "" : null) },
                  })
                }
              />
            </Field>
          ))}
          <label className={styles["check"]}>
            <input
              type="checkbox"
              checked={edits.person?.met ?? person.met}
              onChange={(event) => setEdits({ person: { ...edits.person, met: event.target.checked } })}
            />
            I met them
          </label>
        </>
      )}
      {organization !== null && (
        <Field label="Name">
          <input
            autoFocus
            required
            value={edits.organization?.name ?? organization.name}
            onChange={(event) => setEdits({ organization: { name: event.target.value } })}
          />
        </Field>
      )}
      {observation !== null && (
        <Field label="About">
          <select
            autoFocus
            value={edits.observation ?? observation}
            onChange={(event) =>
              setEdits({ observation: observationKinds.find((one) => one === event.target.value) ?? observation })
            }
          >
            {observationKinds.map((kind) => (
              <option key={kind} value={kind}>
                {observationHeadings[kind]}
              </option>
            ))}
          </select>
        </Field>
      )}
      <div className={styles["acts"]}>
        <Button type="submit" look="main">
          Accept as edited
        </Button>
        <Button onPress={onCancel}>Back</Button>
      </div>
    </form>
  );
}

const ownerWords = { me: "Mine", colleague: "A colleague's", them: "Theirs" } as const;

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className={styles["field"]}>
      <span>{label}</span>
      {children}
    </label>
  );
}
