import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Link, useLocation, useParams } from "wouter";
import { stopWords, wayPicture } from "#charts/way.ts";
import type { EventId, OutcomeId } from "#domain/model/id.ts";
import { sayMoney } from "#domain/model/money.ts";
import { type Outcome, outcomeKindWords } from "#domain/model/outcome.ts";
import { sayCount } from "#domain/model/say.ts";
import { sharesOf, wholeParts } from "#domain/model/share.ts";
import { eventsOf, walkBack, type WalkPath, type WalkStop } from "#questions/walk.ts";
import { Button } from "../parts/button.tsx";
import { DaySaid } from "../parts/day-said.tsx";
import { Drawn } from "../parts/drawn.tsx";
import { Empty } from "../parts/empty.tsx";
import { TextField } from "../parts/field.tsx";
import { NotHere } from "../parts/not-here.tsx";
import { OutcomeForm } from "../parts/outcome-form.tsx";
import { paths } from "../parts/paths.ts";
import { Section } from "../parts/section.tsx";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./outcome.module.css";

/** OC1: one outcome, and the way back to the session or meeting it came from, drawn and as a list. */
export function OutcomeScreen() {
  const outcomeId = useParams<{ id: string }>().id as OutcomeId; // an id that is none is found nowhere
  const run = useRun();
  const [, go] = useLocation();
  const [isChanged, setChanged] = useState(false);
  const outcome = useQuestion((replica) => replica.get("outcome", outcomeId), [outcomeId]);
  const back = useQuestion((replica) => walkBack(replica, outcomeId), [outcomeId]);
  if (outcome === undefined) return <NotHere what="outcome" />;
  const picture = wayPicture(back);
  const remove = async () => {
    await run("outcome.remove", { outcomeId });
    go("/values");
  };
  return (
    <article className={styles["outcome"]}>
      <header className={styles["head"]}>
        <h1>{outcome.what}</h1>
        <p className={styles["about"]}>
          {outcomeKindWords[outcome.kind]} · <DaySaid day={outcome.cameOn} />
        </p>
        {outcome.amount !== null && outcome.currency !== null && (
          <p className={styles["amount"]}>{sayMoney(outcome.amount, outcome.currency)}</p>
        )}
        {outcome.about !== null && <p>{outcome.about}</p>}
        <div className={styles["acts"]}>
          <Button icon={Pencil} onPress={() => setChanged(true)}>
            Change it
          </Button>
          <Button icon={Trash2} look="danger" onPress={() => void remove()}>
            Remove it
          </Button>
        </div>
      </header>
      {picture === null ? (
        <Empty title="It names nothing it came from">
          Record an outcome from a step, a note or an event, and the way back to it is drawn here.
        </Empty>
      ) : (
        <Section title="Where it came from" aside={sayCount(back.length, "way")}>
          <Drawn picture={picture} />
          <ol className={styles["ways"]}>
            {back.map((path, at) => (
              // Ways are told anew each time and have no name but their order.
              <li key={at}>
                <Way path={path} />
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Shares outcome={outcome} />
      {isChanged && <OutcomeForm outcome={outcome} onClose={() => setChanged(false)} />}
    </article>
  );
}

function Way({ path }: { path: WalkPath }) {
  return (
    <ol className={styles["way"]}>
      {path.slice(1).map((stop) => {
        const href = hrefOf(stop);
        return (
          <li key={`${stop.noun} ${stop.id}`}>
            <span className={styles["noun"]}>{stopWords[stop.noun]}</span>{" "}
            {href === null ? stop.title : <Link href={href}>{stop.title}</Link>}
            {stop.quote !== null && stop.quote !== stop.title && <blockquote>{stop.quote}</blockquote>}
          </li>
        );
      })}
    </ol>
  );
}

function hrefOf({ noun, id, eventId }: WalkStop): string | null {
  switch (noun) {
    case "outcome":
      return paths.outcome(id);
    case "step":
      return paths.step(id);
    case "note":
      return paths.note(id);
    case "session":
      return paths.session(id);
    case "event":
      return paths.event(id);
    case "meeting":
      return eventId === null ? null : paths.after(eventId);
    case "initiative":
      return paths.initiative(id);
    case "lead":
    case "dot":
      return null;
  }
}

/** What part each event has in it; the parts always sum to one. */
function Shares({ outcome }: { outcome: Outcome }) {
  const events = useQuestion(
    (replica) => eventsOf(replica, outcome).map((id) => ({ id, name: replica.get("event", id)?.name ?? "" })),
    [outcome],
  );
  if (events.length === 0) return null;
  const shares = sharesOf(
    events.map(({ id }) => id),
    outcome.shares,
  );
  if (events.length === 1) {
    return (
      <Section title="Event" aside="">
        <Link href={paths.value(events[0]?.id ?? "")}>{events[0]?.name}</Link>
      </Section>
    );
  }
  return <EditShares key={outcome.id} outcome={outcome} events={events} shares={shares} />;
}

interface EditProps {
  outcome: Outcome;
  events: readonly { id: EventId; name: string }[];
  shares: readonly { eventId: EventId; part: number }[];
}

function EditShares({ outcome, events, shares }: EditProps) {
  const run = useRun();
  const [typed, setTyped] = useState<Record<string, string> | null>(null);
  const partOf = (id: string) => (shares.find(({ eventId }) => eventId === id)?.part ?? 0) / 100;
  const parts = events.map(({ id }) => ({ id, part: Number((typed?.[id] ?? String(partOf(id))).replace(",", ".")) }));
  const isWrong = parts.some(({ part }) => !(part >= 0 && part <= 100)) || parts.every(({ part }) => part === 0);
  const keep = async () => {
    if (isWrong) return;
    const said = parts.map(({ id, part }) => ({ eventId: id, part: Math.round((part * wholeParts) / 100) }));
    await run("outcome.share", { outcomeId: outcome.id, shares: said });
    setTyped(null);
  };
  return (
    <Section title="Shared between events" aside={outcome.shares === null ? "equally" : "as you said"}>
      <form
        className={styles["shares"]}
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        {events.map(({ id, name }) => (
          <TextField
            key={id}
            label={`${name}, in per cent`}
            inputMode="decimal"
            value={typed?.[id] ?? String(partOf(id))}
            onChange={(text) => setTyped({ ...typed, [id]: text })}
            error={typed !== null && isWrong ? "From 0 to 100, and not all 0." : undefined}
          />
        ))}
        <div className={styles["acts"]}>
          <Button type="submit" isDisabled={typed === null || isWrong}>
            Keep these shares
          </Button>
          {outcome.shares !== null && (
            <Button look="bare" onPress={() => void run("outcome.share", { outcomeId: outcome.id, shares: null })}>
              Share it equally
            </Button>
          )}
        </div>
        <p className={styles["about"]}>Taken in proportion, so that they always make one whole.</p>
      </form>
    </Section>
  );
}
