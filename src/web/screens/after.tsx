import { ArrowDownLeft, ArrowUpRight } from "lucide-react";
import { useState } from "react";
import { Link, useParams } from "wouter";
import type { EventId, StepId } from "#domain/model/id.ts";
import { lookWords, sayCount, sayDayFrom, sayTouch } from "#domain/model/say.ts";
import { daysMissed } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import { after, type After, type FollowedUp } from "#questions/after.ts";
import { promiseLists } from "#questions/people.ts";
import { ButtonLink } from "../parts/button.tsx";
import { DaySaid } from "../parts/day-said.tsx";
import { Empty } from "../parts/empty.tsx";
import { Filters } from "../parts/filters.tsx";
import { LogTouch, TouchOffers } from "../parts/log-touch.tsx";
import { LookMarks } from "../parts/look-marks.tsx";
import { NotHere } from "../parts/not-here.tsx";
import { paths } from "../parts/paths.ts";
import { WarmthSaid } from "../parts/warmth-said.tsx";
import { useQuestion } from "../parts/workspace.tsx";
import styles from "./after.module.css";

const views = {
  all: { words: "Everybody", fits: () => true },
  due: { words: "Due", fits: ({ clock }: FollowedUp, day: Day) => (clock?.next?.dueOn ?? "9") <= day },
  first: { words: "No follow-up yet", fits: ({ clock }: FollowedUp) => clock?.next?.look === "first" },
  promised: {
    words: "Something promised",
    fits: ({ promises }: FollowedUp) => promiseLists.some((list) => promises[list].length > 0),
  },
} as const;

/** The fortnight after an event: a row for each person met, with the clock's three looks, what is promised, and how warm it is (EC1 to EC3). */
export function AfterScreen() {
  const eventId = useParams<{ id: string }>().id as EventId; // an id that is none is found nowhere
  const shown = useQuestion((replica, asking) => after(replica, eventId, asking), [eventId]);
  const [view, setView] = useState<keyof typeof views>("all");
  // Nothing jumps: who was acted on stays where they were, in the view in which they stood, until another view is chosen.
  const [order, setOrder] = useState<readonly string[]>(() => idsOf(shown, "all"));
  if (shown === undefined) {
    return <NotHere what="event" />;
  }
  const { event, day } = shown;
  const people = inOrderOf(order, shown.people);
  if (people.length === 0) {
    return (
      <>
        <h1>After {event.name}</h1>
        <Empty
          title="Nobody was met there yet"
          act={<ButtonLink href={paths.import(event.id)}>Take in contacts or notes</ButtonLink>}
        >
          Whom you met comes here, with when to be in touch: from the badges you scanned, and from your notes.
        </Empty>
      </>
    );
  }
  const choose = (next: keyof typeof views) => {
    setView(next);
    setOrder(idsOf(shown, next));
  };
  const rows = people.filter((one) => order.includes(one.person.id) || views[view].fits(one, day));
  return (
    <article className={styles["after"]}>
      <header className={styles["head"]}>
        <h1>After {event.name}</h1>
        <p className={styles["about"]}>
          <Link href={paths.event(event.id)}>The event</Link> ·{" "}
          <Link href={paths.value(event.id)}>What came of it</Link> · {aboutOf(shown)}
        </p>
        <Filters label="Show" choices={views} chosen={view} onChoose={choose} />
        <p role="status" className="unseen">
          {sayCount(rows.length, "person", "people")}
        </p>
      </header>
      {rows.length === 0 && <p className={styles["about"]}>Nobody here. Choose another view.</p>}
      <ul>
        {rows.map((one) => (
          <Row key={one.person.id} one={one} day={day} />
        ))}
      </ul>
    </article>
  );
}

function idsOf(shown: After | undefined, view: keyof typeof views): string[] {
  if (shown === undefined) return [];
  return shown.people.filter((one) => views[view].fits(one, shown.day)).map(({ person }) => person.id);
}

/** Those of `order` first, as they stand there; the others as they come. */
function inOrderOf(order: readonly string[], people: readonly FollowedUp[]): FollowedUp[] {
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ person }: FollowedUp) => places.get(person.id) ?? order.length;
  return people.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function aboutOf({ homeOn, day, people, withoutFirst, colleagues }: After): string {
  const home = homeOn === null ? "it has no day yet" : `home ${sayDayFrom(homeOn, day)}`;
  const beside = colleagues === 0 ? "" : ` and ${sayCount(colleagues, "colleague")}`;
  const left = withoutFirst === 0 ? "everybody has had a first follow-up" : `${withoutFirst} without a first follow-up`;
  return `${home} · ${sayCount(people.length, "person", "people")} met${beside} · ${left}`;
}

function Row({ one, day }: { one: FollowedUp; day: Day }) {
  const { person, organization, clock, lastTouch, warmth } = one;
  const [offers, setOffers] = useState<readonly StepId[]>([]);
  return (
    <li className={styles["row"]}>
      <div className={styles["who"]}>
        <h2>
          <Link href={paths.person(person.id)}>{person.name}</Link>
        </h2>
        <p className={styles["about"]}>{[person.role, organization].filter(Boolean).join(", ")}</p>
        <WarmthSaid warmth={warmth} />
        {lastTouch !== null && lastTouch.line !== null && (
          <p className={styles["line"]}>
            {sayTouch(lastTouch.way, lastTouch.direction, person.name)}: {lastTouch.line}
          </p>
        )}
      </div>
      <div className={styles["clock"]}>
        {clock === null ? (
          <p className={styles["about"]}>No day to count from</p>
        ) : (
          <LookMarks clock={clock} today={day} />
        )}
        <Next one={one} />
      </div>
      <Promises one={one} day={day} />
      <LogTouch person={person} onLogged={setOffers} />
      {offers.length > 0 && <TouchOffers steps={offers} onClose={() => setOffers([])} />}
    </li>
  );
}

function Next({ one: { clock, daysLate } }: { one: FollowedUp }) {
  if (clock === null) return null;
  if (clock.next === null) return <p className={styles["next"]}>All three looks were</p>;
  return (
    <p className={`${styles["next"]} ${daysLate > 0 ? styles["late"] : ""}`}>
      {lookWords[clock.next.look]}{" "}
      {daysLate > 0 ? `${sayCount(daysLate, "day")} late` : <DaySaid day={clock.next.dueOn} />}
    </p>
  );
}

function Promises({ one: { promises }, day }: { one: FollowedUp; day: Day }) {
  const open = promiseLists.flatMap((list) => promises[list].map((shown) => ({ list, shown })));
  if (open.length === 0) return null;
  return (
    <ul className={styles["promises"]}>
      {open.map(({ list, shown: { step, owner } }) => {
        const late = daysMissed(step, day);
        const Way = owner === "them" ? ArrowDownLeft : ArrowUpRight;
        return (
          <li key={step.id} data-whose={owner}>
            <Way aria-hidden size={14} strokeWidth={2} />
            <Link href={paths.step(step.id)}>
              <span className={styles["list"]}>{list}: </span>
              {step.what}
              {late > 0 && <span className={styles["late"]}> {sayCount(late, "day")} late</span>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
