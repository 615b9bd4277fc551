import { Link } from "wouter";
import { sayMoney } from "#domain/model/money.ts";
import { sayCount, sayDay } from "#domain/model/say.ts";
import { type Compared, values } from "#questions/values.ts";
import { saySums } from "#questions/value-words.ts";
import { ButtonLink } from "../parts/button.tsx";
import { Empty } from "../parts/empty.tsx";
import { paths } from "../parts/paths.ts";
import { useQuestion } from "../parts/workspace.tsx";
import styles from "./values.module.css";

/** OC2: events side by side, with the facts for going again, for sending somebody else, and against. */
export function ValuesScreen() {
  const compared = useQuestion((replica, asking) => values(replica, asking), []);
  if (compared.length === 0) {
    return (
      <>
        <h1>What events were worth</h1>
        <Empty title="No event has been yet" act={<ButtonLink href="/import">Take in an event</ButtonLink>}>
          What each cost and what came of it stands here side by side.
        </Empty>
      </>
    );
  }
  return (
    <article className={styles["values"]}>
      <h1>What events were worth</h1>
      <p className={styles["about"]}>
        Facts from your own workspace, side by side. Whether to go again is yours to say.
      </p>
      <ul className={styles["events"]}>
        {compared.map((one) => (
          <One key={one.event.id} one={one} />
        ))}
      </ul>
    </article>
  );
}

function One({ one }: { one: Compared }) {
  const { event, cost, sums, withoutAmount, followThrough, openSums, met, sessions, facts, day } = one;
  const { ours } = followThrough;
  const rows: [string, string][] = [
    ["Cost", cost === null ? "not said" : sayMoney(cost.total, cost.currency)],
    ["Came of it", saySums(sums) || "no amount yet"],
    ["Without amount", sayCount(withoutAmount.length, "outcome")],
    ["Steps done", `${ours.done.length} of ${ours.made.length}`],
    ["Still open", saySums(openSums) || sayCount(one.open.flatMap(({ leads }) => leads).length, "lead")],
    ["Met", sayCount(met, "person", "people")],
    ["Attended", sayCount(sessions, "session")],
  ];
  return (
    <li className={styles["event"]}>
      <h2>
        <Link href={paths.value(event.id)}>{event.name}</Link>
      </h2>
      <p className={styles["about"]}>{event.startsOn === null ? "no day" : sayDay(event.startsOn, day)}</p>
      <dl className={styles["figures"]}>
        {rows.map(([words, figure]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <Facts title="For going again" facts={facts.again} />
      <Facts title="For sending somebody else" facts={facts.somebodyElse} />
      <Facts title="Against" facts={facts.not} />
    </li>
  );
}

function Facts({ title, facts }: { title: string; facts: readonly string[] }) {
  if (facts.length === 0) return null;
  return (
    <div className={styles["facts"]}>
      <h3>{title}</h3>
      <ul>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}
