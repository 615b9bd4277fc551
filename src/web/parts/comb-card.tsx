import { Target } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { sayAge, sayCount, shortened } from "#domain/model/say.ts";
import { cardHeadings } from "#domain/model/say-card.ts";
import type { CardShown } from "#questions/comb-back.ts";
import type { Tie } from "#questions/comb-back/ties.ts";
import { DaySaid } from "./day-said.tsx";
import { paths } from "./paths.ts";
import styles from "./comb-card.module.css";

/** One card: the words as they were written, large, and where they are from; below an old note what it resembles, and why. */
export function CombCard({ card, ties }: { card: CardShown; ties: readonly Tie[] }) {
  const { face, bearsOn } = card;
  return (
    <section className={styles["card"]} aria-label="The card" aria-live="polite">
      <p className={styles["kind"]}>{cardHeadings[face.about]}</p>
      <Face face={face} />
      {bearsOn !== null && (
        <p className={styles["focus"]}>
          <Target aria-hidden size={16} /> <span>Bears on: {bearsOn}</span>
        </p>
      )}
      {ties.length > 0 && (
        <div className={styles["ties"]}>
          <h2>Under way, and like it</h2>
          <ul>
            {ties.map((tie) => (
              <li key={tie.id}>
                <TieLine tie={tie} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Something under way with what ties a note to it. */
export function TieLine({ tie: { title, noun, words, reasons } }: { tie: Tie }) {
  const why = [words.slice(0, 4).join(", "), ...reasons.slice(0, 2)].filter(Boolean).join(" · ");
  return (
    <>
      <span className={styles["title"]}>{title}</span>
      <small className={styles["why"]}>{[noun === "step" ? null : noun, why].filter(Boolean).join(" · ")}</small>
    </>
  );
}

function Face({ face }: { face: CardShown["face"] }) {
  switch (face.about) {
    case "note": {
      const { note, event, session, takenOn } = face;
      return (
        <>
          <Words>{note.text}</Words>
          <About>
            {event !== undefined && <Link href={paths.event(event.id)}>{event.name}</Link>}
            {session !== undefined && <Link href={paths.session(session.id)}>{session.title}</Link>}
            <DaySaid day={takenOn} />
            <Link href={paths.note(note.id)}>The note</Link>
          </About>
        </>
      );
    }
    case "theirs":
    case "vague":
    case "cameOf": {
      const { shown, ageDays } = face;
      return (
        <>
          <Words>{shown.step.what}</Words>
          <About>
            {shown.who !== null && <b>{shown.who}</b>}
            {shown.with !== null && <span>with {shown.with}</span>}
            {shown.event !== null && <span>{shown.event}</span>}
            <span>{sayAge(ageDays)}</span>
            <Link href={paths.step(shown.step.id)}>The step</Link>
          </About>
        </>
      );
    }
    case "cold": {
      const { person, lead, organization, warmth, path } = face;
      return (
        <>
          <Words>{lead?.name ?? person?.name ?? ""}</Words>
          <About>
            {organization !== null && <span>{organization}</span>}
            {person !== undefined && <Link href={paths.person(person.id)}>{person.name}</Link>}
            {warmth !== null && <span>{warmth.sentence}</span>}
            {path !== null && <span>{path}</span>}
          </About>
        </>
      );
    }
    case "event":
      return (
        <>
          <Words>{face.event.name}</Words>
          <About>
            <span>{sayCount(face.notes, "note")}, and no step of it yet</span>
            <Link href={paths.event(face.event.id)}>The event</Link>
          </About>
        </>
      );
    case "commitment":
      return (
        <>
          <Words>{face.commitment.what}</Words>
          <About>
            <span>for the {face.commitment.span}</span>
            {face.commitment.about !== null && <span>{shortened(face.commitment.about)}</span>}
          </About>
        </>
      );
  }
}

function Words({ children }: { children: string }) {
  const size = children.length > 220 ? "long" : "short";
  return (
    <blockquote className={styles["words"]} data-size={size}>
      {children}
    </blockquote>
  );
}

function About({ children }: { children: ReactNode }) {
  return <p className={styles["about"]}>{children}</p>;
}
