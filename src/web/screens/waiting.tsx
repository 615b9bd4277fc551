import { sayCount, sayDistance } from "#domain/model/say.ts";
import { waiting } from "#questions/steps.ts";
import { Empty } from "../parts/empty.tsx";
import { ListPane, useChosen } from "../parts/list-pane.tsx";
import { StepChosen } from "../parts/step-chosen.tsx";
import { StepList } from "../parts/step-list.tsx";
import { useQuestion } from "../parts/workspace.tsx";

/** What others owe, by person: how long since it was said, and when to look again (ST2). It is never my overdue. */
export function WaitingScreen() {
  const all = useQuestion(waiting, []);
  const [chosen, choose] = useChosen("step");
  const count = all.reduce((sum, { steps }) => sum + steps.length, 0);
  const sections = all.map(({ who, steps }) => ({
    id: `of ${steps[0]?.step.id ?? who}`, // a step's own id is its row's
    title: who,
    note: steps[0]?.organization ?? "",
    rows: steps.map(({ ageDays, isDue, ...shown }) => ({
      shown,
      ...(isDue ? { why: `Time to ask again: said ${sayDistance(-ageDays)}` } : {}),
    })),
  }));
  return (
    <ListPane
      title="Waiting"
      list={
        <>
          {count === 0 ? (
            <Empty title="Nobody owes you anything">
              What others promised or were asked for comes here, with the day on which you look again.
            </Empty>
          ) : (
            <StepList label="Waiting" sections={sections} chosen={chosen} onChoose={choose} />
          )}
        </>
      }
      detail={chosen === null ? null : <StepChosen stepId={chosen} />}
      onBack={() => choose(null)}
      nothing={
        <p>
          {sayCount(count, "thing")} from {sayCount(all.length, "person", "people")}
        </p>
      }
    />
  );
}
