import { useState } from "react";
import { Link } from "wouter";
import { type Event, focusMax } from "#domain/model/event.ts";
import type { Note } from "#domain/model/note.ts";
import { focus as focusQuestion } from "#questions/focus.ts";
import { Button } from "./button.tsx";
import { TextArea, TextField } from "./field.tsx";
import { Section } from "./section.tsx";
import { paths } from "./paths.ts";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./focus.module.css";

/** The few questions an event should answer, and the answers (FO1). An unanswered one stays in sight. */
export function Focus({ event }: { event: Event }) {
  const run = useRun();
  const [isAsking, setAsking] = useState(false);
  const [question, setQuestion] = useState("");
  const shown = useQuestion((replica) => focusQuestion(replica, event.id), [event.id]);
  const questions = event.focus.map((one) => one.question);
  const left = focusMax - questions.length;
  const unanswered = event.focus.filter((one) => one.answer === null).length;
  const set = (all: string[]) => run("event.focus", { eventId: event.id, questions: all });
  const add = async () => {
    if (question.trim() === "") return;
    await set([...questions, question.trim()]);
    setQuestion("");
    setAsking(false);
  };
  return (
    <Section title="Focus" aside={questions.length > 0 && (unanswered === 0 ? "answered" : `${unanswered} to answer`)}>
      {questions.length === 0 && (
        <p className={styles["why"]}>
          What should this event answer? Up to {focusMax} questions keep the rest in order.
        </p>
      )}
      <ul className={styles["list"]}>
        {shown.map((one) => (
          <li key={one.question} className={styles["one"]}>
            <h3>{one.question}</h3>
            <Answer
              answer={one.answer}
              onAnswer={(answer) => run("event.answer", { eventId: event.id, question: one.question, answer })}
              onRemove={() => set(questions.filter((other) => other !== one.question))}
            />
            <Bearing notes={one.notes} />
          </li>
        ))}
      </ul>
      {isAsking ? (
        <form
          className={styles["ask"]}
          onSubmit={(submitted) => {
            submitted.preventDefault();
            void add();
          }}
        >
          <TextField label="A question this event should answer" autoFocus value={question} onChange={setQuestion} />
          <Button type="submit" look="main">
            Add it
          </Button>
          <Button onPress={() => setAsking(false)}>Back</Button>
        </form>
      ) : (
        left > 0 && (
          <div>
            <Button look="bare" onPress={() => setAsking(true)}>
              Add a question
            </Button>
          </div>
        )
      )}
    </Section>
  );
}

/** The notes that bear on a question (FO2). */
function Bearing({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className={styles["notes"]} aria-label="Notes that bear on it">
      {notes.map((note) => (
        <li key={note.id}>
          <Link href={paths.note(note.id)}>{note.text}</Link>
        </li>
      ))}
    </ul>
  );
}

interface AnswerProps {
  answer: string | null;
  onAnswer: (answer: string | null) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
}

function Answer({ answer, onAnswer, onRemove }: AnswerProps) {
  const [words, setWords] = useState<string | null>(null);
  if (words === null) {
    return (
      <>
        {answer !== null && <p className={styles["answer"]}>{answer}</p>}
        <div className={styles["acts"]}>
          <Button look="bare" onPress={() => setWords(answer ?? "")}>
            {answer === null ? "Answer it" : "Change the answer"}
          </Button>
          <Button look="bare" onPress={() => void onRemove()}>
            Take the question away
          </Button>
        </div>
      </>
    );
  }
  return (
    <form
      className={styles["ask"]}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void onAnswer(words.trim() === "" ? null : words.trim()).then(() => setWords(null));
      }}
    >
      <TextArea label="What came out, and what follows: adapt or grow?" autoFocus value={words} onChange={setWords} />
      <Button type="submit" look="main">
        Keep the answer
      </Button>
      <Button onPress={() => setWords(null)}>Back</Button>
    </form>
  );
}
