import { useState } from "react";
import { Link, useParams } from "wouter";
import { type Period, periodAt, periodOn, sayPeriod } from "#domain/model/period.ts";
import { sayCount, sayDay } from "#domain/model/say.ts";
import { monthEnd, type MonthEndItem } from "#questions/month-end.ts";
import { Button, ButtonLink } from "../parts/button.tsx";
import { type CommitmentAsked, CommitmentDialogs } from "../parts/commitment-dialogs.tsx";
import { useToday } from "../parts/day-said.tsx";
import { Dialog, DialogActs } from "../parts/dialog.tsx";
import { Empty } from "../parts/empty.tsx";
import { TextField } from "../parts/field.tsx";
import { useKeys } from "../parts/keys.ts";
import { paths } from "../parts/paths.ts";
import { useStepActs } from "../parts/step-acts.tsx";
import { StepLine } from "../parts/step-line.tsx";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./month-end.module.css";

/** What is open of a month, answered one by one: keep, move, drop (PL4). It goes on wherever it was left. */
export function MonthEndScreen() {
  const today = useToday();
  const month = periodAt(useParams<{ month: string }>().month);
  const asked = month?.span === "month" ? month : periodOn("month", today);
  const shown = useQuestion((replica, asking) => monthEnd(replica, asked, asking), [asked.startsOn]);
  const [atFirst] = useState(shown.items.length);
  const [item, ...rest] = shown.items;
  const answered = shown.kept + shown.moved;
  if (item === undefined) {
    return (
      <>
        <h1>The end of {sayPeriod(asked)}</h1>
        <Empty
          title={`Nothing of ${sayPeriod(asked)} is left open`}
          act={<ButtonLink href={paths.plan()}>See the plan</ButtonLink>}
        >
          {answered === 0
            ? "What is open of a month comes here at its end."
            : `${shown.kept} kept, ${shown.moved} moved on.`}
        </Empty>
      </>
    );
  }
  return (
    <article className={styles["end"]}>
      <header>
        <h1>The end of {sayPeriod(asked)}</h1>
        <p className={styles["about"]} role="status">
          {sayCount(shown.items.length, "open thing")} left
          {atFirst > shown.items.length && `, ${atFirst - shown.items.length} answered`}
          {shown.items.length < 2 ? "" : ". Stop anywhere; it goes on from here."}
        </p>
      </header>
      <Card key={keyOf(item)} item={item} month={asked} />
      {rest.length > 0 && (
        <section aria-label="Then">
          <h2 className={styles["then"]}>Then</h2>
          <ul className={styles["rest"]}>
            {rest.map((one) => (
              <li key={keyOf(one)}>
                {one.is === "step" ? (
                  <StepLine shown={one.shown} />
                ) : (
                  `${one.commitment.what}, ${sayPeriod(one.commitment)}`
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <Link href={paths.plan()}>Back to the plan</Link>
      </p>
    </article>
  );
}

function keyOf(item: MonthEndItem): string {
  return item.is === "step" ? item.shown.step.id : item.commitment.id;
}

/** One open thing, with its answers and their keys. */
function Card({ item, month }: { item: MonthEndItem; month: Period }) {
  const run = useRun();
  const acts = useStepActs();
  const [asked, ask] = useState<CommitmentAsked | null>(null);
  const [asksWhy, setAsksWhy] = useState(false);
  const { startsOn } = month;
  const answers =
    item.is === "commitment"
      ? {
          keep: () => void run("commitment.keep", { commitmentId: item.commitment.id, month: startsOn }),
          move: () =>
            void run(
              "commitment.move",
              { commitmentId: item.commitment.id, month: startsOn, to: item.moveTo.startsOn },
              { say: `Moved to ${sayPeriod(item.moveTo)}` },
            ),
          drop: () => ask({ asks: "drop", commitment: item.commitment }),
          done: () => ask({ asks: "done", commitment: item.commitment }),
        }
      : {
          keep: () => void run("step.keep", { stepId: item.shown.step.id, month: startsOn }),
          move: () => acts.moveTo(item.shown.step.id, item.moveTo),
          drop: () => setAsksWhy(true),
          done: () => acts.done(item.shown.step.id),
        };
  useKeys({
    k: { does: "Keep", act: answers.keep },
    m: { does: "Move on", act: answers.move },
    x: { does: "Drop", act: answers.drop },
    d: { does: "Done", act: answers.done },
  });
  const to = item.is === "commitment" ? sayPeriod(item.moveTo) : sayDay(item.moveTo, startsOn);
  return (
    <section className={styles["card"]} aria-label="Keep, move or drop">
      {item.is === "commitment" ? (
        <div>
          <p className={styles["what"]}>{item.commitment.what}</p>
          <p className={styles["about"]}>Committed to for {sayPeriod(item.commitment)}</p>
        </div>
      ) : (
        <StepLine shown={item.shown} {...(item.serves !== null && { why: `It serves “${item.serves}”` })} />
      )}
      <div className={styles["answers"]}>
        <Button keyName="k" onPress={answers.keep}>
          Keep it
        </Button>
        <Button keyName="m" look="main" onPress={answers.move}>
          {`Move to ${to}`}
        </Button>
        <Button keyName="x" onPress={answers.drop}>
          Drop it
        </Button>
        <Button keyName="d" onPress={answers.done}>
          Done
        </Button>
      </div>
      {asked !== null && <CommitmentDialogs asked={asked} onClose={() => ask(null)} />}
      {asksWhy && item.is === "step" && <DropStep item={item} onClose={() => setAsksWhy(false)} />}
    </section>
  );
}

/** Why a step is dropped, in a line. */
function DropStep({ item: { shown }, onClose }: { item: MonthEndItem & { is: "step" }; onClose: () => void }) {
  const run = useRun();
  const [why, setWhy] = useState("");
  return (
    <Dialog title="Drop it" isOpen onClose={onClose}>
      <p>{shown.step.what}</p>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          if (why.trim() === "") return;
          onClose();
          void run("step.drop", { stepId: shown.step.id, cameOfIt: why.trim() });
        }}
      >
        <TextField
          label="Why?"
          hint="A line is enough."
          value={why}
          onChange={setWhy}
          isRequired
          autoFocus
          autoComplete="off"
        />
        <DialogActs>
          <Button onPress={onClose}>Leave it</Button>
          <Button look="main" type="submit" keyName="Enter" isDisabled={why.trim() === ""}>
            Drop it
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
