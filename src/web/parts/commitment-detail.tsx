import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import type { PlanItem } from "#questions/plan.ts";
import { sayPeriod } from "#domain/model/period.ts";
import { stagesOf } from "#domain/model/lead.ts";
import { zoneOf } from "#questions/asking.ts";
import { dayAt } from "#domain/model/time.ts";
import { commandFor } from "#debrief/captured.ts";
import { Button } from "./button.tsx";
import type { CommitmentAsked } from "./commitment-dialogs.tsx";
import { TextField } from "./field.tsx";
import { History } from "./history.tsx";
import { readLine } from "./line-reading.ts";
import { paths } from "./paths.ts";
import { Section } from "./section.tsx";
import { StepLine } from "./step-line.tsx";
import { useQuestion, useRun, useWorkspace } from "./workspace.tsx";
import styles from "./commitment-detail.module.css";

interface Props {
  item: PlanItem;
  onAsk: (asked: CommitmentAsked) => void;
}

/** One commitment: for when, what hangs on it, and the next step to write down. */
export function CommitmentDetail({ item, onAsk }: Props) {
  const run = useRun();
  const { commitment, steps, leads, needs, counts, isIdle } = item;
  const { id: commitmentId, state } = commitment;
  const isOpen = state === "open";
  const stages = useQuestion(
    (replica) => stagesOf({ stages: replica.get("workspace", replica.workspaceId)?.stages ?? null }),
    [],
  );
  return (
    <article className={styles["detail"]}>
      <h2>{commitment.what}</h2>
      <p className={styles["about"]}>
        {sayPeriod(commitment)}
        {item.who !== null && ` · ${item.who}`}
        {counts.done > 0 && ` · ${counts.done} of ${counts.done + counts.open} steps done`}
      </p>
      {commitment.about !== null && <p>{commitment.about}</p>}
      {!isOpen && (
        <p>
          {state === "done" ? "Done" : "Dropped"}: {commitment.cameOfIt ?? "what came of it was not said"}
        </p>
      )}
      <div className={styles["acts"]}>
        {isOpen ? (
          <Button look="main" onPress={() => onAsk({ asks: "done", commitment })}>
            Done
          </Button>
        ) : (
          <Button look="main" onPress={() => void run("commitment.reopen", { commitmentId })}>
            Open again
          </Button>
        )}
        <Button onPress={() => onAsk({ asks: "change", commitment })}>Change</Button>
        <Button
          onPress={() =>
            onAsk({
              asks: "add",
              period: { span: commitment.span, startsOn: commitment.startsOn },
              parentId: commitmentId,
            })
          }
        >
          Add one under it
        </Button>
        {isOpen && <Button onPress={() => onAsk({ asks: "drop", commitment })}>Drop</Button>}
        <Button onPress={() => void run("commitment.remove", { commitmentId })}>Remove</Button>
      </div>
      {isIdle && <p className={styles["idle"]}>Nothing of it is under way this month. What is the next step?</p>}
      {isOpen && <NextStep key={commitmentId} item={item} />}
      <Section title="Steps" count={steps.length}>
        <ul className={styles["steps"]}>
          {steps.map((shown) => (
            <li key={shown.step.id}>
              <Link href={paths.step(shown.step.id)}>
                <StepLine shown={shown} />
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Leads" count={leads.length}>
        <ul className={styles["steps"]}>
          {leads.map(({ id, name, stage }) => (
            <li key={id}>
              {name} <small>{stages.find(({ key }) => key === stage)?.name ?? stage}</small>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Needs" count={needs.length}>
        <ul className={styles["steps"]}>
          {needs.map(({ id, what }) => (
            <li key={id}>
              <Link href={paths.need(id)}>{what}</Link>
            </li>
          ))}
        </ul>
      </Section>
      <History noun="commitment" id={commitmentId} />
    </article>
  );
}

/** A step in one line, read like any captured one: its day and person are told from the words. */
function NextStep({ item }: { item: PlanItem }) {
  const workspace = useWorkspace();
  const run = useRun();
  const [text, setText] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const line = text.trim();
    if (line === "") return;
    setText("");
    const takenOn = dayAt(Temporal.Now.instant(), zoneOf(workspace.replica));
    const reading = await readLine(workspace, line, null);
    const { id: commitmentId } = item.commitment;
    const command = commandFor({ text: line, takenOn, reading, eventId: null, commitmentId, as: { step: null } });
    if (command.name === "page.capture") await run(command.name, command.args, { say: "Step made" });
  };
  return (
    <form className={styles["next"]} onSubmit={(event) => void submit(event)}>
      <TextField
        label="Next step"
        placeholder="call Ana Ruiz on Friday"
        value={text}
        onChange={setText}
        maxLength={900}
        autoComplete="off"
      />
      <Button type="submit" isDisabled={text.trim() === ""}>
        Add
      </Button>
    </form>
  );
}
