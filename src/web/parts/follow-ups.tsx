import { useState } from "react";
import { Link } from "wouter";
import type { StepId } from "#domain/model/id.ts";
import { lookWords, sayCount } from "#domain/model/say.ts";
import type { FollowUpDue } from "#questions/follow-ups.ts";
import { LogTouch, TouchOffers } from "./log-touch.tsx";
import { paths } from "./paths.ts";
import { Section } from "./section.tsx";
import styles from "./follow-ups.module.css";

/** So many stand on today's list; the others stand with their event. */
const shownMax = 5;

/** Whom to follow up today, a tap each to log it; those who have had no follow-up yet come first (EC1). */
export function FollowUps({ due }: { due: readonly FollowUpDue[] }) {
  const [offers, setOffers] = useState<readonly StepId[]>([]);
  const more = due.slice(shownMax);
  const [next] = more;
  if (due.length + offers.length === 0) return null;
  return (
    <div className={styles["follow"]}>
      <Section title="Follow up" aside={due.length}>
        {offers.length > 0 && <TouchOffers steps={offers} onClose={() => setOffers([])} />}
        <ul className={styles["list"]}>
          {due.slice(0, shownMax).map(({ person, organization, event, look, daysLate }) => (
            <li key={person.id}>
              <div>
                <Link href={paths.person(person.id)}>{person.name}</Link>
                {organization !== null && <span>, {organization}</span>}
                <p>
                  {lookWords[look]}
                  {event !== null && (
                    <>
                      {" after "}
                      <Link href={paths.after(event.id)}>{event.name}</Link>
                    </>
                  )}
                  {daysLate > 0 && <span className={styles["late"]}>, {sayCount(daysLate, "day")} late</span>}
                </p>
              </div>
              <LogTouch person={person} onLogged={setOffers} />
            </li>
          ))}
        </ul>
        {next !== undefined && (
          <p className={styles["more"]}>
            {next.event === null ? (
              `and ${more.length} more`
            ) : (
              <Link href={paths.after(next.event.id)}>and {more.length} more</Link>
            )}
          </p>
        )}
      </Section>
    </div>
  );
}
