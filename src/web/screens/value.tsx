import { FileDown, Trophy } from "lucide-react";
import { useState } from "react";
import { Link, useParams } from "wouter";
import { barsPicture, followBar } from "#charts/bars.ts";
import { pulsePicture, timelinePicture } from "#charts/timeline.ts";
import { valueBars } from "#charts/value-bars.ts";
import type { EventId } from "#domain/model/id.ts";
import { sayMoney } from "#domain/model/money.ts";
import { pulseWords } from "#domain/model/pulse.ts";
import { sayCount } from "#domain/model/say.ts";
import { pulseDue } from "#questions/pulses.ts";
import { type Followed, value, type Value } from "#questions/value.ts";
import { costRows, momentWords, saySums, sayDaysHome } from "#questions/value-words.ts";
import { Button } from "../parts/button.tsx";
import { CostForm } from "../parts/cost-form.tsx";
import { DaySaid } from "../parts/day-said.tsx";
import { Drawn } from "../parts/drawn.tsx";
import { handOver } from "../parts/export.ts";
import { NotHere } from "../parts/not-here.tsx";
import { OutcomeForm } from "../parts/outcome-form.tsx";
import { OutcomeList } from "../parts/outcome-list.tsx";
import { paths } from "../parts/paths.ts";
import { PulseAsk } from "../parts/pulse-ask.tsx";
import { Section } from "../parts/section.tsx";
import { useQuestion, useWorkspace } from "../parts/workspace.tsx";
import styles from "./value.module.css";

/** OC2: what an event cost and what came of it, each figure beside what it counts. */
export function ValueScreen() {
  const eventId = useParams<{ id: string }>().id as EventId; // an id that is none is found nowhere
  const shown = useQuestion((replica, asking) => value(replica, eventId, asking), [eventId]);
  const due = useQuestion(
    (replica, asking) => pulseDue(replica, asking).filter(({ event }) => event.id === eventId),
    [eventId],
  );
  const [asks, setAsks] = useState<"outcome" | "cost" | null>(null);
  if (shown === undefined) return <NotHere what="event" />;
  const { event, outcomes, withoutAmount, cameToNothing } = shown;
  return (
    <article className={styles["value"]}>
      <header className={styles["head"]}>
        <h1>What came of {event.name}</h1>
        <p className={styles["about"]}>
          <Link href={paths.event(event.id)}>The event</Link> · <Link href="/values">beside other events</Link>
          {shown.homeOn !== null && (
            <>
              {" · home "}
              <DaySaid day={shown.homeOn} />
            </>
          )}
        </p>
        <div className={styles["acts"]}>
          <Button look="main" icon={Trophy} onPress={() => setAsks("outcome")}>
            Record an outcome
          </Button>
          <ReportButton eventId={event.id} />
        </div>
      </header>
      {due.map((one) => (
        <PulseAsk key={one.afterDays} due={one} />
      ))}
      <Section title="Cost against outcomes" aside="">
        {valueBars(shown).map(({ bars, says }) => (
          <Drawn key={says} picture={barsPicture(bars, says)} />
        ))}
        <Cost shown={shown} onAsk={() => setAsks("cost")} />
        {withoutAmount.length > 0 && (
          <p className={styles["about"]}>
            {sayCount(withoutAmount.length, "outcome")} without an amount, counted beside them.
          </p>
        )}
        {cameToNothing.length > 0 && (
          <p className={styles["about"]}>{sayCount(cameToNothing.length, "time")} it came to nothing.</p>
        )}
      </Section>
      <Section title="Outcomes" aside={outcomes.length === 0 ? "none yet" : outcomes.length}>
        <OutcomeList outcomes={outcomes} />
      </Section>
      <FollowThrough shown={shown} />
      <Open shown={shown} />
      <Timeline shown={shown} />
      <Pulses shown={shown} />
      {asks === "outcome" && <OutcomeForm from={{ eventIds: [event.id] }} onClose={() => setAsks(null)} />}
      {asks === "cost" && <CostForm event={event} onClose={() => setAsks(null)} />}
    </article>
  );
}

/** The report is made here, of what this device has; its code is loaded when it is asked for. */
function ReportButton({ eventId }: { eventId: EventId }) {
  const { replica } = useWorkspace();
  const make = async () => {
    const { reportHtml, reportName } = await import("#report/report.ts");
    const asking = { now: Temporal.Now.instant() };
    const html = reportHtml(replica, eventId, asking);
    const found = value(replica, eventId, asking);
    if (html === undefined || found === undefined) return;
    handOver(new Blob([html], { type: "text/html" }), `${reportName(found.event.name, found.day)}.html`);
  };
  return (
    <Button icon={FileDown} onPress={() => void make()}>
      Make a report
    </Button>
  );
}

function Cost({ shown: { cost }, onAsk }: { shown: Value; onAsk: () => void }) {
  if (cost === null) {
    return (
      <p className={styles["about"]}>
        Nobody said what it cost.{" "}
        <Button look="bare" onPress={onAsk}>
          Say what it cost
        </Button>
      </p>
    );
  }
  return (
    <div>
      <table className={styles["table"]}>
        <tbody>
          {costRows(cost).map(([words, amount]) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td>{amount}</td>
            </tr>
          ))}
          <tr className={styles["total"]}>
            <th scope="row">Together</th>
            <td>{sayMoney(cost.total, cost.currency)}</td>
          </tr>
        </tbody>
      </table>
      <Button look="bare" onPress={onAsk}>
        Change what it cost
      </Button>
    </div>
  );
}

function FollowThrough({ shown }: { shown: Value }) {
  const { followThrough, daysToFirstStep, daysToFirstOutcome, event } = shown;
  const { ours, theirs } = followThrough;
  if (ours.made.length + theirs.made.length === 0) return null;
  const bars = [
    ...(ours.made.length > 0 ? [followBar("Ours", countsOf(ours))] : []),
    ...(theirs.made.length > 0 ? [followBar("Theirs", countsOf(theirs))] : []),
  ];
  const says = bars.map(({ words, said }) => `${words}: ${said}`).join(", ");
  return (
    <Section title="Follow-through" aside={`${ours.done.length} of ${ours.made.length} done`}>
      <Drawn picture={barsPicture(bars, says)} />
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">Steps</th>
            <th scope="col">Made</th>
            <th scope="col">Done</th>
            <th scope="col">Open</th>
            <th scope="col">Dropped</th>
          </tr>
        </thead>
        <tbody>
          {(["ours", "theirs"] as const).map((whose) => (
            <tr key={whose}>
              <th scope="row">{whose === "ours" ? "Ours" : "Theirs"}</th>
              <td>{followThrough[whose].made.length}</td>
              <td>{followThrough[whose].done.length}</td>
              <td>{followThrough[whose].open.length}</td>
              <td>{followThrough[whose].dropped.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles["about"]}>
        First step done: {sayDaysHome(daysToFirstStep)}. First outcome: {sayDaysHome(daysToFirstOutcome)}.{" "}
        <Link href={paths.event(event.id)}>See the steps</Link>
      </p>
    </Section>
  );
}

function countsOf({ made, done, dropped, open }: Followed) {
  return { made: made.length, done: done.length, dropped: dropped.length, open: open.length };
}

function Open({ shown: { open, openSums } }: { shown: Value }) {
  const count = open.reduce((all, { leads }) => all + leads.length, 0);
  return (
    <Section title="Still open" count={count} aside={openSums.length > 0 ? saySums(openSums) : count}>
      <table className={styles["table"]}>
        <tbody>
          {open.map(({ stage, leads, sums }) => (
            <tr key={stage.key}>
              <th scope="row">{stage.name}</th>
              <td>{leads.map(({ name }) => name).join(", ")}</td>
              <td className={styles["amount"]}>{saySums(sums)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Timeline({ shown: { timeline, day } }: { shown: Value }) {
  const picture = timelinePicture(timeline, day);
  if (picture === null) return null;
  return (
    <Section title="From then to now" aside="">
      <Drawn picture={picture} />
      <details>
        <summary>The same as a table</summary>
        <table className={styles["table"]}>
          <tbody>
            {timeline.map(({ day: on, what, title, id }) => (
              <tr key={`${what} ${id}`}>
                <th scope="row">
                  <DaySaid day={on} isBare />
                </th>
                <td>{momentWords[what]}</td>
                <td>{title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  );
}

function Pulses({ shown: { pulses } }: { shown: Value }) {
  const picture = pulsePicture(pulses);
  if (picture === null) return null;
  return (
    <Section title="Still seeing value?" aside="">
      <Drawn picture={picture} />
      <ul className={styles["lines"]}>
        {pulses.map(({ id, afterDays, answer, line }) => (
          <li key={id}>
            After {sayCount(afterDays, "day")}: <b>{pulseWords[answer]}</b> ({answer} of 5)
            {line !== null && `. ${line}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
