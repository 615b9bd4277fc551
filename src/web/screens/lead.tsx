import { ArrowRightLeft, Pencil, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link, useLocation, useParams } from "wouter";
import type { LeadId, PersonId } from "#domain/model/id.ts";
import type { Lead } from "#domain/model/lead.ts";
import { sayMoney } from "#domain/model/money.ts";
import type { Day } from "#domain/model/time.ts";
import { askedInVain, targetOf } from "#questions/cold-leads.ts";
import { lead as leadQuestion, type LeadSeen } from "#questions/lead.ts";
import { Button } from "../parts/button.tsx";
import { DayField } from "../parts/day-field.tsx";
import { DaySaid } from "../parts/day-said.tsx";
import { EditLead } from "../parts/edit-lead.tsx";
import { TextField } from "../parts/field.tsx";
import { History } from "../parts/history.tsx";
import { useKeys } from "../parts/keys.ts";
import { LeadPaths } from "../parts/lead-paths.tsx";
import { MoveLead } from "../parts/move-lead.tsx";
import { NotHere } from "../parts/not-here.tsx";
import { paths } from "../parts/paths.ts";
import { Quote, Words } from "../parts/quote.tsx";
import { Section } from "../parts/section.tsx";
import { StepLinks } from "../parts/step-links.tsx";
import { WarmthSaid } from "../parts/warmth-said.tsx";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./lead.module.css";

/** One lead: both calls to action, what comes next, who could open the door, and the words it came from (NT3). */
export function LeadScreen() {
  const leadId = useParams<{ id: string }>().id as LeadId; // an id that is none is found nowhere
  const run = useRun();
  const [, navigate] = useLocation();
  const [asks, setAsks] = useState<"edit" | "move" | null>(null);
  const seen = useQuestion((replica, asking) => leadQuestion(replica, leadId, asking), [leadId]);
  const closed = useQuestion(
    (replica): PersonId[] => {
      const found = replica.get("lead", leadId);
      return found === undefined ? [] : askedInVain(replica, found);
    },
    [leadId],
  );
  useKeys({
    e: { does: "Change", act: () => setAsks("edit") },
    m: { does: "Move to a stage", act: () => setAsks("move") },
  });
  if (seen === undefined) return <NotHere what="lead" />;
  const { lead, stage, stages, stuck, steps, closed: done, note, source, warmth, others } = seen;
  const target = targetOf(lead);
  const remove = async () => {
    await run("lead.remove", { leadId });
    navigate("/leads");
  };
  return (
    <article className={styles["lead"]}>
      <header className={styles["head"]}>
        <h1>{lead.name}</h1>
        <p className={styles["soft"]}>
          {stage.name}, since <DaySaid day={lead.stageOn} />
          {lead.why !== null && `: ${lead.why}`}
        </p>
        {lead.restsUntil !== null && stage.means === "resting" && (
          <p>
            {seen.isBack ? "Its rest is over, since " : "Rests until "}
            <DaySaid day={lead.restsUntil} />
          </p>
        )}
        {stuck !== null && <p className={styles["stuck"]}>Stuck: {stuck}.</p>}
        <WarmthSaid warmth={warmth} />
        <div className={styles["acts"]}>
          <Button look="main" icon={ArrowRightLeft} keyName="m" onPress={() => setAsks("move")}>
            Move
          </Button>
          <Button icon={Pencil} keyName="e" onPress={() => setAsks("edit")}>
            Change
          </Button>
          <Button icon={Trash2} onPress={() => void remove()}>
            Remove
          </Button>
        </div>
      </header>
      <Facts seen={seen} />
      <Section title="Next steps" aside={steps.length === 0 ? "none yet" : steps.length}>
        <StepLinks steps={steps} />
        <AddStep lead={lead} isNeeded={steps.length === 0} />
      </Section>
      {target !== null && <LeadPaths target={target} leadId={leadId} closed={closed} />}
      {note !== undefined && (
        <Section title="Where it came from">
          {source === undefined || note.start === null ? (
            <Words>{note.text}</Words>
          ) : (
            <Quote source={source} start={note.start} />
          )}
          <Link href={paths.note(note.id)}>The note</Link>
        </Section>
      )}
      <Section title="Closed" count={done.length}>
        <StepLinks steps={done} />
      </Section>
      <Section title="Other leads there" count={others.length}>
        <ul>
          {others.map((one) => (
            <li key={one.id}>
              <Link href={paths.lead(one.id)}>{one.name}</Link>
            </li>
          ))}
        </ul>
      </Section>
      <History noun="lead" id={leadId} />
      {asks === "edit" && <EditLead lead={lead} onClose={() => setAsks(null)} />}
      {asks === "move" && <MoveLead lead={lead} stages={stages} to={null} onClose={() => setAsks(null)} />}
    </article>
  );
}

function Facts({ seen: { lead, person, organization, event, session, commitment } }: { seen: LeadSeen }) {
  const { personId, organizationId, sessionId, amount, currency } = lead;
  const facts: [string, ReactNode][] = [
    ["Our call to action", lead.ours],
    ["Theirs", lead.theirs],
    ["With", person !== null && personId !== null && <Link href={paths.person(personId)}>{person}</Link>],
    [
      "At",
      organization !== null && organizationId !== null && (
        <Link href={paths.organization(organizationId)}>{organization}</Link>
      ),
    ],
    ["May be worth", amount !== null && currency !== null && sayMoney(amount, currency)],
    ["Began at", event !== undefined && <Link href={paths.event(event.id)}>{event.name}</Link>],
    ["Session", session !== null && sessionId !== null && <Link href={paths.session(sessionId)}>{session}</Link>],
    ["Serves", commitment],
    ["About", lead.about],
  ];
  return (
    <dl className={styles["facts"]}>
      {facts
        .filter(([, fact]) => fact !== false && fact !== null)
        .map(([title, fact]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  );
}

/** A next step of mine with the lead's person: one line and a day. */
function AddStep({ lead, isNeeded }: { lead: Lead; isNeeded: boolean }) {
  const run = useRun();
  const [what, setWhat] = useState("");
  const [day, setDay] = useState<Day | null>(null);
  const add = async () => {
    const { id: leadId, personId: withPersonId, organizationId, eventId, sessionId, commitmentId } = lead;
    const of = { leadId, withPersonId, organizationId, eventId, sessionId, commitmentId };
    await run("step.add", { ...of, what: what.trim(), dueOn: day });
    setWhat("");
    setDay(null);
  };
  return (
    <form
      className={styles["add"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (what.trim() !== "") void add();
      }}
    >
      <TextField
        label={isNeeded ? "What comes next?" : "One more next step"}
        value={what}
        onChange={setWhat}
        autoComplete="off"
      />
      {what.trim() !== "" && (
        <>
          <DayField label="By when" value={day} onChange={setDay} />
          <Button type="submit" look="main">
            Add the step
          </Button>
        </>
      )}
    </form>
  );
}
