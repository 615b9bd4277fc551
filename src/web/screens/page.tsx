import { useState } from "react";
import { Link, useParams, useSearch } from "wouter";
import type { PageId } from "#domain/model/id.ts";
import type { NoteState } from "#domain/model/note.ts";
import { sayDay } from "#domain/model/say.ts";
import { ledgerOf } from "#domain/model/ledger.ts";
import { page as pageQuestion } from "#questions/around.ts";
import { Button } from "../parts/button.tsx";
import { LedgerBar } from "../parts/ledger-bar.tsx";
import { NotHere } from "../parts/not-here.tsx";
import { paths } from "../parts/paths.ts";
import { useQuestion } from "../parts/workspace.tsx";
import styles from "./page.module.css";

/** A page exactly as it was received (NT1), with what became of each passage (NT2). */
export function PageScreen() {
  const pageId = useParams<{ id: string }>().id as PageId; // an id that is none is found nowhere
  const asked = new URLSearchParams(useSearch());
  const [from, until] = [Number(asked.get("start") ?? -1), Number(asked.get("end") ?? -1)];
  const [isRaw, setRaw] = useState(false);
  const shown = useQuestion((replica) => pageQuestion(replica, pageId), [pageId]);
  if (shown === undefined) {
    return <NotHere what="page" />;
  }
  const { page, parts } = shown;
  const isReceived = page.markup !== "html" || isRaw;
  const ledger = ledgerOf(parts.flatMap(({ note }) => note ?? []));
  return (
    <article className={styles["page"]}>
      <header className={styles["head"]}>
        <h1>{page.name}</h1>
        <p className={styles["about"]}>
          {page.takenOn === null
            ? "Kept as it was received."
            : `Taken on ${sayDay(page.takenOn)}, kept as it was received.`}{" "}
          {page.eventId !== null && <Link href={paths.event(page.eventId)}>Go to the event</Link>}
        </p>
        <LedgerBar ledger={ledger} />
        {page.markup === "html" && (
          <div>
            <Button look="bare" onPress={() => setRaw(!isRaw)}>
              {isReceived ? "Show its words" : "Show it as it was received"}
            </Button>
          </div>
        )}
      </header>
      <div className={styles["text"]}>
        {parts.map(({ text, note }, n) => {
          if (note === null) return isReceived && <span key={n}>{text}</span>;
          const start = note.start ?? 0;
          const isAsked = start <= from && from < start + text.length;
          return (
            <Link key={note.id} href={paths.note(note.id)} data-state={note.state} title={stateWords[note.state]}>
              {!isReceived ? (
                <Clean text={note.text} isAsked={isAsked} />
              ) : isAsked ? (
                <Words text={text} from={from - start} until={until - start} />
              ) : (
                text
              )}
            </Link>
          );
        })}
      </div>
    </article>
  );
}

/** A passage of HTML without its markup. */
function Clean({ text, isAsked }: { text: string; isAsked: boolean }) {
  return (
    <span className={styles["passage"]}>
      {isAsked ? <mark ref={(mark) => mark?.scrollIntoView({ block: "center" })}>{text}</mark> : text}
    </span>
  );
}

/** The words that were asked for, brought into sight. */
function Words({ text, from, until }: { text: string; from: number; until: number }) {
  return (
    <>
      {text.slice(0, from)}
      <mark ref={(mark) => mark?.scrollIntoView({ block: "center" })}>{text.slice(from, until)}</mark>
      {text.slice(until)}
    </>
  );
}

const stateWords: Record<NoteState, string> = {
  unread: "Unread",
  proposed: "Proposed, to answer",
  made: "Made into something",
  kept: "Kept as a note",
  letGo: "Let go",
};
