import { today } from "#questions/today.ts";
import { sayDay } from "#domain/model/say.ts";
import { useQuestion } from "../parts/workspace.tsx";

/** What to do today: three that matter most and why, then due, missed, and theirs to ask again about. */
export function TodayScreen() {
  const { day, first } = useQuestion(today, []);
  return (
    <>
      <h1>{sayDay(day)}</h1>
      <ol>
        {first.map(({ step, why }) => (
          <li key={step.id}>
            {step.what} <small>{why}</small>
          </li>
        ))}
      </ol>
    </>
  );
}
