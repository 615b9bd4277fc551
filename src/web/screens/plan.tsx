import { Plus, Printer } from "lucide-react";
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import { type Period, periodAfter, periodAt, periodKey, periodOn, sayPeriod } from "#domain/model/period.ts";
import { sayCount } from "#domain/model/say.ts";
import { monthEndDue } from "#questions/month-end.ts";
import { plan } from "#questions/plan.ts";
import { Button, ButtonLink } from "../parts/button.tsx";
import { type CommitmentAsked, CommitmentDialogs } from "../parts/commitment-dialogs.tsx";
import { CommitmentDetail } from "../parts/commitment-detail.tsx";
import { useToday } from "../parts/day-said.tsx";
import { Empty } from "../parts/empty.tsx";
import { ListPane, useChosen } from "../parts/list-pane.tsx";
import { paths } from "../parts/paths.ts";
import { PlanTree } from "../parts/plan-tree.tsx";
import { useQuestion } from "../parts/workspace.tsx";
import styles from "./plan.module.css";

/** What was committed to for a year, a quarter or a month, as an outline with what hangs on each (PL1 to PL3). */
export function PlanScreen() {
  const today = useToday();
  const [params, setParams] = useSearchParams();
  const period = periodAt(params.get("for") ?? "") ?? periodOn("year", today);
  const key = periodKey(period);
  const shown = useQuestion((replica, asking) => plan(replica, period, asking), [key]);
  const due = useQuestion(monthEndDue, []);
  const [chosen, choose] = useChosen("commitment");
  const [asked, ask] = useState<CommitmentAsked | null>(null);
  const item = shown.items.find(({ commitment }) => commitment.id === chosen);
  const add = () => ask({ asks: "add", period, parentId: null });
  return (
    <>
      <ListPane
        title="Plan"
        aside={sayPeriod(period)}
        list={
          <>
            <div className={styles["tools"]}>
              <Periods
                period={period}
                years={shown.years}
                onChoose={(next) => setParams({ for: periodKey(next) }, { replace: true })}
              />
              <Button look="main" icon={Plus} onPress={add}>
                Commit to something
              </Button>
              {shown.items.length > 0 && (
                <ButtonLink href={paths.print(period.span === "quarter" ? key.slice(0, 4) : key)} icon={Printer}>
                  Print
                </ButtonLink>
              )}
            </div>
            {due !== null && (
              <p className={styles["due"]}>
                {sayPeriod(due.month)} ends:{" "}
                <Link href={paths.monthEnd(periodKey(due.month))}>{sayCount(due.count, "open thing")} to answer</Link>
              </p>
            )}
            {shown.idle > 0 && (
              <p className={styles["idle"]}>
                {shown.idle === 1 ? "One has" : `${shown.idle} have`} nothing under way this month.
              </p>
            )}
            {shown.items.length === 0 ? (
              <Empty
                title={`Nothing is committed to for ${sayPeriod(period)}`}
                act={<Button onPress={add}>Commit to something</Button>}
              >
                What you or the team commit to for the year, a quarter or a month comes here, with the steps, leads and
                needs that serve it.
              </Empty>
            ) : (
              <>
                <PlanTree items={shown.items} chosen={chosen} onChoose={choose} />
                <p className={styles["hint"]}>
                  Drag a line by its handle to move it, onto another to put it under that one; or Alt and an arrow.
                </p>
              </>
            )}
          </>
        }
        detail={item === undefined ? null : <CommitmentDetail item={item} onAsk={ask} />}
        onBack={() => choose(null)}
        nothing={<p>Choose a commitment to see what hangs on it.</p>}
      />
      {asked !== null && <CommitmentDialogs asked={asked} onClose={() => ask(null)} />}
    </>
  );
}

interface PeriodsProps {
  period: Period;
  years: readonly number[];
  onChoose: (period: Period) => void;
}

/** The year, and within it all of it, a quarter or a month. */
function Periods({ period, years, onChoose }: PeriodsProps) {
  const year = periodOn("year", period.startsOn);
  const next = periodAfter(year);
  const offered = [...new Set([...years, Number(next.startsOn.slice(0, 4))])].sort((a, b) => a - b);
  const within = (["quarter", "month"] as const).flatMap((span) =>
    Array.from({ length: span === "quarter" ? 4 : 12 }, (_, away) =>
      periodAfter({ span, startsOn: year.startsOn }, away),
    ),
  );
  const choose = (key: string) => {
    const chosen = periodAt(key);
    if (chosen !== undefined) onChoose(chosen);
  };
  return (
    <div className={styles["periods"]}>
      <select aria-label="Year" value={periodKey(year)} onChange={({ target }) => choose(target.value)}>
        {offered.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <select aria-label="Part of the year" value={periodKey(period)} onChange={({ target }) => choose(target.value)}>
        <option value={periodKey(year)}>Whole year</option>
        {within.map((one) => (
          <option key={periodKey(one)} value={periodKey(one)}>
            {sayPeriod(one)}
          </option>
        ))}
      </select>
    </div>
  );
}
