import { Printer } from "lucide-react";
import { useState } from "react";
import type { Charter } from "#domain/model/charter.ts";
import type { CharterId } from "#domain/model/id.ts";
import { charters, type CharterShown, type Said } from "#questions/charter.ts";
import { Button } from "../parts/button.tsx";
import { CharterForm } from "../parts/charter-form.tsx";
import { Dialog, DialogActs } from "../parts/dialog.tsx";
import { Empty } from "../parts/empty.tsx";
import { TextField } from "../parts/field.tsx";
import { Section } from "../parts/section.tsx";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./charter.module.css";

/** BD5: the charter that counts, the version being written, who agrees, and what nobody answers for. */
export function CharterScreen() {
  const { agreed, draft, past } = useQuestion(charters, []);
  const run = useRun();
  const [seen, setSeen] = useState<"agreed" | "draft" | null>(null);
  const shown = seen === "agreed" ? agreed : seen === "draft" ? draft : (draft ?? agreed);
  const begin = (
    <Button look="main" onPress={() => void run("charter.begin", {})}>
      {agreed === undefined ? "Write the charter" : "Begin the next version"}
    </Button>
  );
  if (shown === undefined) {
    return (
      <>
        <h1>Charter</h1>
        <Empty title="There is no charter yet" act={begin}>
          What the team is there for, who answers for what, and what is still open; agreed by those in the room.
        </Empty>
      </>
    );
  }
  return (
    <article className={styles["charter"]}>
      <header className={styles["head"]}>
        <h1>Charter, version {shown.charter.edition}</h1>
        <p className={styles["soft"]}>
          {shown.charter.state === "draft" ? "Being written" : "Agreed: this one counts"}
          {shown.event !== null && ` · ${shown.event}`}
          {past.length > 0 && ` · ${past.length === 1 ? "one version" : `${past.length} versions`} before`}
        </p>
        <div className={styles["acts"]}>
          {agreed !== undefined && draft !== undefined && (
            <Button onPress={() => setSeen(shown === agreed ? "draft" : "agreed")}>
              {shown === agreed ? "See the one being written" : "See the one that counts"}
            </Button>
          )}
          {draft === undefined && begin}
          <Button icon={Printer} onPress={() => print()}>
            Print
          </Button>
        </div>
      </header>
      <Words charter={shown} />
      {shown.charter.state === "draft" && <Draft key={shown.charter.id} shown={shown} />}
    </article>
  );
}

function Words({ charter: { charter, roles, gaps, overlaps, shared } }: { charter: CharterShown }) {
  const warnings = [
    ...gaps.duties.map((duty) => `Nobody answers for: ${duty}`),
    ...gaps.roles.map((role) => `Nobody holds: ${role}`),
    ...overlaps.map(({ duty, roles: names }) => `${names.join(" and ")} both answer for: ${duty}`),
    ...shared.map(({ role, holders }) => `${role} is held by ${holders.join(" and ")}`),
  ];
  return (
    <>
      {charter.mission !== null && (
        <Section title="Mission">
          <p className={styles["prose"]}>{charter.mission}</p>
        </Section>
      )}
      {charter.structure !== null && (
        <Section title="Structure">
          <p className={styles["prose"]}>{charter.structure}</p>
        </Section>
      )}
      <Section title="Who answers for what" count={roles.length}>
        <ul className={styles["roles"]}>
          {roles.map(({ role, holders }) => (
            <li key={role.name}>
              <h3>
                {role.name} <small>{holders.length === 0 ? "nobody yet" : holders.join(", ")}</small>
              </h3>
              <ul>
                {role.duties.map((duty) => (
                  <li key={duty}>{duty}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Gaps and overlaps" count={warnings.length}>
        <ul className={styles["warnings"]}>
          {warnings.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Section>
      <Section title="Open questions" count={charter.questions.length}>
        <ul>
          {charter.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** What can be done with a version that is being written. */
function Draft({ shown: { charter, said } }: { shown: CharterShown }) {
  const run = useRun();
  const [isWriting, setWriting] = useState(isEmpty(charter));
  const [remark, setRemark] = useState<string | null>(null);
  const charterId: CharterId = charter.id;
  const answered = said.filter(({ answer }) => answer !== null);
  const isAgreed = answered.length > 0 && answered.every(({ answer }) => answer !== "notYet");
  return (
    <>
      <Section title="Who agrees" aside="">
        <ul className={styles["said"]}>
          {said.map((one) => (
            <li key={one.name}>
              <span>{one.isMe ? `${one.name} (you)` : one.name}</span>
              <small>{sayAnswer(one)}</small>
            </li>
          ))}
        </ul>
        <div className={styles["acts"]}>
          <Button onPress={() => void run("charter.answer", { charterId, answer: "agree" })}>I agree</Button>
          <Button onPress={() => setRemark("")}>I agree, with a remark</Button>
          <Button onPress={() => void run("charter.answer", { charterId, answer: "notYet" })}>Not yet</Button>
        </div>
      </Section>
      <div className={styles["acts"]}>
        <Button onPress={() => setWriting(true)}>Write in it</Button>
        <Button look="main" isDisabled={!isAgreed} onPress={() => void run("charter.agree", { charterId })}>
          {isAgreed ? "It counts from now on" : "It counts once everybody who answered agrees"}
        </Button>
        <Button look="bare" onPress={() => void run("charter.remove", { charterId })}>
          Throw the draft away
        </Button>
      </div>
      {isWriting && <CharterForm charter={charter} onClose={() => setWriting(false)} />}
      {remark !== null && (
        <Dialog title="Agree with a remark" isOpen onClose={() => setRemark(null)}>
          <TextField label="The remark" value={remark} onChange={setRemark} autoFocus />
          <DialogActs>
            <Button onPress={() => setRemark(null)}>Back</Button>
            <Button
              look="main"
              isDisabled={remark.trim() === ""}
              onPress={() => {
                void run("charter.answer", { charterId, answer: "remark", remark: remark.trim() });
                setRemark(null);
              }}
            >
              Agree
            </Button>
          </DialogActs>
        </Dialog>
      )}
    </>
  );
}

function isEmpty({ mission, structure, roles }: Charter): boolean {
  return mission === null && structure === null && roles.length === 0;
}

function sayAnswer({ answer, remark }: Said): string {
  if (answer === null) return "no answer yet";
  if (answer === "notYet") return "not yet";
  return answer === "remark" && remark !== null ? `agrees: ${remark}` : "agrees";
}
