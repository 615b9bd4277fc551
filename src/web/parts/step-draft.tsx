import { Copy, Download, Mail } from "lucide-react";
import { useState } from "react";
import type { StepId } from "#domain/model/id.ts";
import { sayTouch } from "#domain/model/say.ts";
import { type DraftLanguage, draftLanguages } from "#domain/model/template.ts";
import { type Draft, draft as draftAsked } from "#questions/draft.ts";
import { Button, ButtonLink } from "./button.tsx";
import { useToday } from "./day-said.tsx";
import { TextArea } from "./field.tsx";
import { languageWords } from "./language-words.ts";
import { NativePick } from "./native-pick.tsx";
import { sayDone } from "./toasts.tsx";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./step-draft.module.css";

/**
 * ST8: words to send about a step, to change as one likes. Nothing is sent from here: they are copied, handed to the mail program, or
 * saved as a message; saying that they were sent logs the touch.
 */
export function StepDraft({ stepId }: { stepId: StepId }) {
  const run = useRun();
  const today = useToday();
  const [language, setLanguage] = useState<DraftLanguage | undefined>(undefined);
  const [typed, setTyped] = useState<string | null>(null);
  const draft = useQuestion((replica, asking) => draftAsked(replica, stepId, { asking, language }), [stepId, language]);
  if (draft === undefined) return null;
  const { by, to, person, subject } = draft;
  const text = typed ?? draft.text;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    sayDone("Draft copied");
  };
  const logSent = async () => {
    if (person === null) return;
    const say = `Logged: ${sayTouch(by, "out", person.name)} today`;
    await run("touch.add", { personId: person.id, stepId, way: by, touchedOn: today, line: subject }, { say });
  };
  return (
    <section className={styles["draft"]} aria-label="A draft to send">
      <div className={styles["head"]}>
        <p>
          <span>Subject</span> {subject}
        </p>
        <NativePick
          label="Language"
          isNeeded
          value={draft.language}
          onChange={(chosen) => {
            setLanguage(draftLanguages.find((one) => one === chosen));
            setTyped(null);
          }}
          from={draftLanguages.map((id) => ({ id, words: languageWords[id] }))}
        />
      </div>
      <TextArea label="Draft" rows={9} value={text} onChange={setTyped} />
      <div className={styles["acts"]}>
        <Button icon={Copy} onPress={() => void copy()}>
          Copy
        </Button>
        {by === "email" && (
          <>
            <ButtonLink href={mailto({ ...draft, text })} icon={Mail}>
              Open in mail
            </ButtonLink>
            <Button icon={Download} onPress={() => void save({ ...draft, text })}>
              Save as .eml
            </Button>
          </>
        )}
        {by !== "email" && to !== null && <ButtonLink href={`tel:${to.replace(/[^+\d]/g, "")}`}>Call {to}</ButtonLink>}
        {person !== null && <Button onPress={() => void logSent()}>{by === "call" ? "I called" : "I sent it"}</Button>}
      </div>
      <p className={styles["note"]}>Nothing is sent from here.</p>
    </section>
  );
}

async function save({ from, to, person, subject, text }: Draft): Promise<void> {
  const [{ mailFile }, { handOver }] = await Promise.all([import("#formats/mail.ts"), import("./export.ts")]);
  const file = mailFile({
    from: from === null || from.email === null ? null : { name: from.name, email: from.email },
    to: to === null ? null : { name: person?.name ?? "", email: to },
    subject,
    text,
    at: Temporal.Now.instant(),
  });
  handOver(new Blob([file], { type: "message/rfc822" }), "draft.eml");
  sayDone("Draft saved");
}

function mailto({ to, subject, text }: Pick<Draft, "to" | "subject" | "text">): string {
  return `mailto:${encodeURIComponent(to ?? "")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}
