import { useState } from "react";
import { DraftLanguage, draftLanguages, DraftPurpose, draftPurposes, templateFields } from "#domain/model/template.ts";
import { templateFor } from "#questions/draft.ts";
import { Button } from "./button.tsx";
import { DialogActs } from "./dialog.tsx";
import { TextArea, TextField } from "./field.tsx";
import { languageWords } from "./language-words.ts";
import { NativePick } from "./native-pick.tsx";
import { useQuestion, useRun } from "./workspace.tsx";

const purposeWords: Record<DraftPurpose, string> = {
  email: "E-mail",
  message: "Message",
  call: "Call",
  meet: "Meet",
  introduce: "Introduce",
  share: "Share",
  "ask-again": "Ask again: they promised",
  remind: "Ask again: I asked them",
  seek: "Make known: what I look for",
  offer: "Make known: what I can give",
};

/** ST8: the words that drafts begin from, per purpose and language, to be put into one's own. */
export function Templates() {
  const [purpose, setPurpose] = useState<DraftPurpose>("email");
  const [language, setLanguage] = useState<DraftLanguage>("en");
  return (
    <section aria-labelledby="templates">
      <h2 id="templates">Words for drafts</h2>
      <p>
        {"A field in braces is filled in: "}
        {templateFields.map((field) => `{${field}}`).join(" ")}
        {". What stands in [brackets] is left out where a field in it says nothing."}
      </p>
      <NativePick
        label="For"
        isNeeded
        value={purpose}
        onChange={(chosen) => setPurpose(DraftPurpose.parse(chosen))}
        from={draftPurposes.map((id) => ({ id, words: purposeWords[id] }))}
      />
      <NativePick
        label="Language"
        isNeeded
        value={language}
        onChange={(chosen) => setLanguage(DraftLanguage.parse(chosen))}
        from={draftLanguages.map((id) => ({ id, words: languageWords[id] }))}
      />
      <Words key={`${purpose} ${language}`} purpose={purpose} language={language} />
    </section>
  );
}

function Words({ purpose, language }: { purpose: DraftPurpose; language: DraftLanguage }) {
  const run = useRun();
  const template = useQuestion((replica) => templateFor(replica, purpose, language), [purpose, language]);
  const [typed, setTyped] = useState<{ subject?: string; text?: string }>({});
  const { subject, text } = { ...template, ...typed };
  const keep = async () => {
    await run("template.write", { purpose, language, subject, text });
    setTyped({});
  };
  const reset = async () => {
    await run("template.reset", { purpose, language });
    setTyped({});
  };
  return (
    <form
      className="asked"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextField
        label="Subject"
        value={subject}
        onChange={(words) => setTyped({ ...typed, subject: words })}
        isRequired
      />
      <TextArea
        label="Text"
        rows={9}
        value={text}
        onChange={(words) => setTyped({ ...typed, text: words })}
        isRequired
      />
      <DialogActs>
        {template.isOwn && <Button onPress={() => void reset()}>Back to the usual words</Button>}
        <Button look="main" type="submit" isDisabled={Object.keys(typed).length === 0}>
          Keep these words
        </Button>
      </DialogActs>
    </form>
  );
}
