import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import type { EventId, ProposalId } from "#domain/model/id.ts";
import type { Ledger } from "#domain/model/ledger.ts";
import type { Proposal } from "#domain/model/proposal.ts";
import { around } from "#questions/around.ts";
import { sitting } from "#questions/inbox.ts";
import { Button } from "./button.tsx";
import { EditProposal } from "./edit-proposal.tsx";
import { useKeys } from "./keys.ts";
import { LedgerBar } from "./ledger-bar.tsx";
import { paths } from "./paths.ts";
import { ProposalCard } from "./proposal-card.tsx";
import { useQuestion, useRun, useUndo } from "./workspace.tsx";
import styles from "./answering.module.css";

/** How many lines of the page stand around the words on a desk: enough to see the thought they are part of. */
const linesAround = 24;

interface Props {
  title: string;
  /** It stands within another screen, which has the page's one heading. */
  isPart?: boolean;
  /** Of which event; of all without it. */
  eventId?: EventId | undefined;
  startAt?: ProposalId | null;
  /** What is shown when everything is answered. */
  done: (ledger: Ledger) => ReactNode;
}

/**
 * The page beside what the reader proposes of it, one key a decision (RD2): Enter accepts, e edits, n keeps as a note, x lets go, u
 * takes back. It resumes where it stopped, on another device too: what is answered is not asked again.
 */
export function Answering({ title, isPart = false, eventId, startAt = null, done }: Props) {
  const run = useRun();
  const [at, setAt] = useState<ProposalId | null>(startAt);
  const [isEditing, setEditing] = useState(false);
  const [answered, setAnswered] = useState<readonly ProposalId[]>([]);
  const undo = useUndo();
  // What was answered and taken back is asked again at once, wherever it was taken back: the last one taken back first.
  const reopened = useQuestion(
    (replica) => answered.find((id) => replica.get("proposal", id)?.state === "open") ?? null,
    [answered],
  );
  const now = useQuestion((replica) => sitting(replica, { eventId, at: reopened ?? at }), [eventId, reopened, at]);
  const proposal = now.current?.proposal;
  const page = useQuestion(
    (replica) => (proposal === undefined ? undefined : around(replica, proposal, linesAround)),
    [proposal?.id],
  );

  const answer = async (work: (proposalId: ProposalId) => Promise<unknown>) => {
    if (proposal === undefined) return;
    const { id } = proposal;
    await work(id);
    setAt(id);
    setAnswered((before) => [...before.filter((other) => other !== id), id]);
    setEditing(false);
  };
  const accept = () => void answer((proposalId) => run("proposal.accept", { proposalId }));
  const keep = () => void answer((proposalId) => run("proposal.keep", { proposalId }));
  const letGo = () => void answer((proposalId) => run("proposal.letGo", { proposalId }));
  const acceptMarked = () => void run("proposal.acceptMarked", eventId === undefined ? {} : { eventId });
  const go = (to: Proposal | undefined) => {
    if (to === undefined) return;
    setAnswered((before) => before.filter((id) => id !== reopened));
    setAt(to.id);
  };
  useKeys(
    {
      Enter: { does: "Accept what is proposed", act: accept },
      e: { does: "Edit it, then accept", act: () => setEditing(true) },
      n: { does: "Keep it as a note", act: keep },
      x: { does: "Let it go", act: letGo },
      A: now.marked > 0 ? { does: "Accept all you marked", act: acceptMarked } : undefined,
      j: { does: "Answer it later", act: () => go(now.next) },
      k: { does: "Back to the one before", act: () => go(now.before) },
    },
    !isEditing && proposal !== undefined,
  );

  const heading = isPart ? <h2>{title}</h2> : <h1>{title}</h1>;
  if (proposal === undefined) {
    return (
      <div className={styles["done"]}>
        {heading}
        <LedgerBar ledger={now.ledger} isBare />
        {done(now.ledger)}
        {answered.length > 0 && (
          <div>
            <Button onPress={() => void undo()} keyName="u">
              Take the last answer back
            </Button>
          </div>
        )}
      </div>
    );
  }
  return (
    <div className={styles["debrief"]}>
      <header className={styles["head"]}>
        {heading}
        <p className={styles["count"]}>
          {now.place} of {now.open} to answer
        </p>
        <div className={styles["bar"]}>
          <LedgerBar ledger={now.ledger} isBare />
        </div>
      </header>
      <section className={styles["card"]} aria-label="What the reader proposes">
        {isEditing ? (
          <EditProposal
            key={proposal.id}
            proposal={proposal}
            onAccept={(edits) => void answer((proposalId) => run("proposal.accept", { proposalId, ...edits }))}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <>
            <ProposalCard proposal={proposal} bearsOn={now.current?.bearsOn ?? null} />
            <div className={styles["acts"]}>
              <Button look="main" onPress={accept} keyName="Enter">
                Accept
              </Button>
              <Button onPress={() => setEditing(true)} keyName="e">
                Edit
              </Button>
              <Button onPress={keep} keyName="n">
                Keep as note
              </Button>
              <Button onPress={letGo} keyName="x">
                Let go
              </Button>
            </div>
            <div className={styles["more"]}>
              {answered.length > 0 && (
                <Button look="bare" onPress={() => void undo()} keyName="u">
                  Take back
                </Button>
              )}
              {now.marked > 0 && (
                <Button look="bare" onPress={acceptMarked} keyName="A">
                  Accept {now.marked === 1 ? "the one you marked" : `all ${now.marked} you marked`}
                </Button>
              )}
              {now.next !== undefined && (
                <Button look="bare" onPress={() => go(now.next)} keyName="j">
                  Later
                </Button>
              )}
            </div>
          </>
        )}
      </section>
      {page !== undefined && (
        <section className={styles["page"]} aria-label={`The page: ${page.page.name}`}>
          <h2>
            <Link href={paths.page(page.page.id, proposal)}>{page.page.name}</Link>
          </h2>
          <p className={styles["text"]}>
            {!page.isFirst && <span aria-hidden>⋯{"\n"}</span>}
            {page.parts.map((part, n) =>
              part.isQuote ? <Quoted key={`${proposal.id} ${n}`} text={part.text} /> : <span key={n}>{part.text}</span>,
            )}
            {!page.isLast && <span aria-hidden>⋯</span>}
          </p>
        </section>
      )}
    </div>
  );
}

/** The words that are asked about, brought into sight on their page; the screen stays where the answers are. */
function Quoted({ text }: { text: string }) {
  return <mark ref={bringIntoSight}>{text}</mark>;
}

function bringIntoSight(mark: HTMLElement | null): void {
  const page = mark?.closest("section");
  if (!mark || !page) return;
  const [words, sheet] = [mark.getBoundingClientRect(), page.getBoundingClientRect()];
  if (words.top >= sheet.top && words.bottom <= sheet.bottom) return;
  page.scrollTop += words.top - sheet.top - sheet.height / 3;
}
