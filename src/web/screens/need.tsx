import { lazy, Suspense, useDeferredValue, useState } from "react";
import { Link, useParams } from "wouter";
import type { NeedId, PersonId } from "#domain/model/id.ts";
import { sayCount } from "#domain/model/say.ts";
import { type Asked, need as needAsked, type NeedSeen } from "#questions/needs.ts";
import { needMatches } from "#questions/need-matches.ts";
import { people as peopleAsked } from "#questions/people.ts";
import { Button } from "../parts/button.tsx";
import { DaySaid } from "../parts/day-said.tsx";
import { Dialog, DialogActs } from "../parts/dialog.tsx";
import { TextArea } from "../parts/field.tsx";
import { NotHere } from "../parts/not-here.tsx";
import { paths } from "../parts/paths.ts";
import { PersonField } from "../parts/person-field.tsx";
import { Words } from "../parts/quote.tsx";
import { Section } from "../parts/section.tsx";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./need.module.css";

const StepDraft = lazy(async () => ({ default: (await import("../parts/step-draft.tsx")).StepDraft }));

/** One need: who could help and why, who was asked, and who answered what. */
export function NeedScreen() {
  const needId = useParams<{ id: string }>().id as NeedId; // an id that is none is found nowhere
  const shown = useQuestion((replica, asking) => needAsked(replica, needId, asking), [needId]);
  if (shown === undefined) return <NotHere what="need" />;
  const { need, event, note, commitment, people } = shown;
  return (
    <article className={styles["need"]}>
      <header className={styles["head"]}>
        <p className={styles["side"]}>{need.side === "seek" ? "Looking for" : "Can offer"}</p>
        <h1>{need.what}</h1>
        {need.about !== null && <p>{need.about}</p>}
        {(event !== null || commitment !== null) && (
          <p className={styles["soft"]}>
            {event !== null && need.eventId !== null && <Link href={paths.event(need.eventId)}>{event}</Link>}
            {event !== null && commitment !== null && " · "}
            {commitment !== null && `serves: ${commitment}`}
          </p>
        )}
        {note !== undefined && (
          <Link href={paths.note(note.id)} className={styles["from"] ?? ""}>
            <Words>{note.text}</Words>
          </Link>
        )}
        <Over shown={shown} />
      </header>
      <Section title="Asked" count={people.length}>
        <ul className={styles["asked"]}>
          {people.map((one) => (
            <AskedLine key={one.step.id} asked={one} />
          ))}
        </ul>
      </Section>
      {need.state === "open" && <WhoCould needId={needId} side={need.side} />}
    </article>
  );
}

/** Whether it is open, and the ways to end it. */
function Over({ shown: { need, asked } }: { shown: NeedSeen }) {
  const run = useRun();
  const [ending, setEnding] = useState<"met" | "drop" | null>(null);
  const [words, setWords] = useState("");
  const needId = need.id;
  if (need.state !== "open") {
    return (
      <p>
        <strong>{need.state === "met" ? "Met" : "Dropped"}</strong>
        {need.cameOfIt !== null && `: ${need.cameOfIt}`}{" "}
        <Button look="bare" onPress={() => void run("need.reopen", { needId })}>
          Open it again
        </Button>
      </p>
    );
  }
  const close = async () => {
    await run(ending === "met" ? "need.met" : "need.drop", {
      needId,
      cameOfIt: words.trim() === "" ? null : words.trim(),
    });
    setEnding(null);
  };
  return (
    <div className={styles["acts"]}>
      <Button onPress={() => setEnding("met")}>It is met</Button>
      <Button look="bare" onPress={() => setEnding("drop")}>
        Drop it
      </Button>
      {ending !== null && (
        <Dialog title={ending === "met" ? "How was it met?" : "Why drop it?"} isOpen onClose={() => setEnding(null)}>
          <TextArea label="In a line" autoFocus value={words} onChange={setWords} />
          {asked.waiting > 0 && (
            <p className={styles["soft"]}>
              {sayCount(asked.waiting, "person", "people")} asked may still answer; those steps stay.
            </p>
          )}
          <DialogActs>
            <Button onPress={() => setEnding(null)}>Back</Button>
            <Button look="main" onPress={() => void close()}>
              {ending === "met" ? "It is met" : "Drop it"}
            </Button>
          </DialogActs>
        </Dialog>
      )}
    </div>
  );
}

/** Somebody who was asked: the words to send, and what they answered. */
function AskedLine({ asked: { who, step, ageDays, lateDays } }: { asked: Asked }) {
  const run = useRun();
  const [isDrafting, setDrafting] = useState(false);
  const [answer, setAnswer] = useState<string | null>(null);
  const say = async (command: "step.done" | "step.drop") => {
    await run(command, { stepId: step.id, cameOfIt: (answer ?? "").trim() === "" ? null : (answer ?? "").trim() });
    setAnswer(null);
  };
  const name = who ?? "Somebody";
  return (
    <li>
      <div className={styles["line"]}>
        <span>{step.ownerPersonId === null ? name : <Link href={paths.person(step.ownerPersonId)}>{name}</Link>}</span>
        <small>
          {step.state === "open" ? (
            <>
              {ageDays === 0 ? "asked today" : `asked ${sayCount(ageDays, "day")} ago`}
              {step.checkBackOn !== null && (
                <>
                  {lateDays > 0 ? ", time to look again since " : ", look again "}
                  <DaySaid day={step.checkBackOn} />
                </>
              )}
            </>
          ) : step.state === "done" ? (
            "answered"
          ) : (
            "cannot"
          )}
        </small>
      </div>
      {step.cameOfIt !== null && <p className={styles["said"]}>{step.cameOfIt}</p>}
      {step.state === "open" && answer === null && (
        <div className={styles["acts"]}>
          <Button look="bare" aria-expanded={isDrafting} onPress={() => setDrafting(!isDrafting)}>
            Words to send
          </Button>
          <Button look="bare" onPress={() => setAnswer("")}>
            They answered
          </Button>
        </div>
      )}
      {step.state === "open" && answer !== null && (
        <form
          className={styles["answer"]}
          onSubmit={(event) => {
            event.preventDefault();
            void say("step.done");
          }}
        >
          <TextArea label={`What ${name} answered`} autoFocus rows={2} value={answer} onChange={setAnswer} />
          <div className={styles["acts"]}>
            <Button type="submit" look="main">
              They can
            </Button>
            <Button onPress={() => void say("step.drop")}>They cannot</Button>
            <Button look="bare" onPress={() => setAnswer(null)}>
              Back
            </Button>
          </div>
        </form>
      )}
      {isDrafting && step.state === "open" && (
        <Suspense fallback={null}>
          <StepDraft stepId={step.id} />
        </Suspense>
      )}
    </li>
  );
}

/** Who could help, each with the words that say so; chosen, they are asked all at once, and nothing is sent. */
function WhoCould({ needId, side }: { needId: NeedId; side: "seek" | "offer" }) {
  const run = useRun();
  // Looked for when the rest is there: much is read for it.
  const isLate = useDeferredValue(true, false);
  const matches = useQuestion((replica) => (isLate ? needMatches(replica, needId) : null), [needId, isLate]);
  const everybody = useQuestion((replica) => (isLate ? peopleAsked(replica) : []), [isLate]);
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(new Set());
  const [other, setOther] = useState<PersonId | null>(null);
  const personIds = [...new Set([...chosen, ...(other === null ? [] : [other])])];
  const ask = async () => {
    await run("need.makeKnown", { needId, personIds });
    setChosen(new Set());
    setOther(null);
  };
  const open = (matches ?? []).filter(({ asked }) => asked !== "open");
  return (
    <Section title={side === "seek" ? "Who could help" : "Who could use it"} aside="">
      {matches !== null && open.length === 0 && (
        <p className={styles["soft"]}>
          Nothing you noted shares a word with it, other than of those you asked. Choose somebody below, or say more
          about it.
        </p>
      )}
      <ul className={styles["could"]}>
        {open.map(({ personId, organizationId, name, about, reasons }) => (
          <li key={personId ?? organizationId}>
            <div className={styles["line"]}>
              {personId === null ? (
                <Link href={paths.organization(organizationId ?? "")}>{name}</Link>
              ) : (
                <label className={styles["check"]}>
                  <input
                    type="checkbox"
                    checked={chosen.has(personId)}
                    onChange={({ target }) => {
                      const next = new Set(chosen);
                      if (target.checked) next.add(personId);
                      else next.delete(personId);
                      setChosen(next);
                    }}
                  />
                  {name}
                </label>
              )}
              <small>{personId === null ? "nobody known there" : about}</small>
            </div>
            <ul className={styles["reasons"]}>
              {reasons.map(({ words, quote, noteId }) => (
                <li key={`${noteId} ${quote}`}>
                  <b>{words.join(", ")}</b> {noteId === null ? quote : <Link href={paths.note(noteId)}>“{quote}”</Link>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <PersonField label="Somebody else" people={everybody} value={other} onChange={setOther} />
      <div className={styles["acts"]}>
        <Button look="main" isDisabled={personIds.length === 0} onPress={() => void ask()}>
          {personIds.length === 0 ? "Choose whom to ask" : `Ask ${sayCount(personIds.length, "person", "people")}`}
        </Button>
        <span className={styles["soft"]}>Makes one step for each, with words to send. Nothing is sent.</span>
      </div>
    </Section>
  );
}
