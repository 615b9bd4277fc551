import { useState } from "react";
import type { ArgsOf } from "#domain/run.ts";
import type { PersonId } from "#domain/model/id.ts";
import { shortened } from "#domain/model/say.ts";
import { answersTo } from "#domain/model/say-card.ts";
import type { CardAnswer } from "#domain/model/sitting.ts";
import { asksWhy } from "#domain/model/step.ts";
import { addDays, Day } from "#domain/model/time.ts";
import { touchWays } from "#domain/model/touch.ts";
import type { CardShown } from "#questions/comb-back.ts";
import type { Tie } from "#questions/comb-back/ties.ts";
import { type UnderWay, underWay } from "#questions/comb-back/under-way.ts";
import { people as peopleAsked } from "#questions/people.ts";
import { Button } from "./button.tsx";
import { TieLine } from "./comb-card.tsx";
import { DayField } from "./day-field.tsx";
import { useToday } from "./day-said.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { useKeys } from "./keys.ts";
import { PersonField } from "./person-field.tsx";
import { Pick } from "./pick.tsx";
import { useQuestion } from "./workspace.tsx";
import styles from "./comb-answers.module.css";

/** An answer with all it needs. */
export type Given = Omit<ArgsOf<"card.answer">, "cardId">;

interface Props {
  card: CardShown;
  ties: readonly Tie[];
  onAnswer: (given: Given, say: string) => void;
}

const letters: Record<CardAnswer, string> = { step: "s", join: "j", dealt: "d", rest: "r", letGo: "x" };

/**
 * The four answers, under the thumb on a phone (RV2): each says what it will do, and asks in a sheet for what it needs. At a desk 1 to 4,
 * or the letter of each.
 */
export function CombAnswers({ card, ties, onAnswer }: Props) {
  const [asking, setAsking] = useState<CardAnswer | null>(null);
  const { about } = card.face;
  const four = answersTo[about];
  const choose = (answer: CardAnswer) => {
    if (needsMore(answer, card)) setAsking(answer);
    else onAnswer({ answer }, wordsOf(answer));
  };
  const wordsOf = (answer: CardAnswer) => four.find((one) => one.answer === answer)?.words ?? "Answered";
  const keys = four.flatMap(({ answer, words }, n) => {
    const act = () => choose(answer);
    return [
      [letters[answer], { does: words, act }],
      [`${n + 1}`, act],
    ] as const;
  });
  useKeys(Object.fromEntries(keys), asking === null);
  const give = (given: Omit<Given, "answer">) => {
    if (asking === null) return;
    setAsking(null);
    onAnswer({ answer: asking, ...given }, wordsOf(asking));
  };
  const close = () => setAsking(null);
  return (
    <>
      <div className={styles["four"]} role="group" aria-label="Your answer">
        {four.map(({ answer, words }, n) => (
          <Button
            key={`${n}`}
            {...(n === 0 && { look: "main" })}
            onPress={() => choose(answer)}
            keyName={letters[answer]}
          >
            {words}
          </Button>
        ))}
      </div>
      {asking === "step" && about === "vague" && <GiveDay onGive={(on) => give({ on })} onClose={close} />}
      {asking === "step" && about !== "vague" && <MakeStep card={card} onGive={give} onClose={close} />}
      {asking === "join" && <Join ties={ties} onGive={give} onClose={close} />}
      {asking === "rest" && <Rest card={card} onGive={give} onClose={close} />}
      {asking === "dealt" && about === "cold" && <InTouch onGive={give} onClose={close} />}
      {asking === "dealt" && about !== "cold" && <CameOf onGive={(line) => give({ line })} onClose={close} />}
    </>
  );
}

function needsMore(answer: CardAnswer, { face }: CardShown): boolean {
  if (answer === "letGo") return false;
  if (answer !== "dealt") return true;
  return face.about === "cameOf" || (face.about === "cold" && face.person !== undefined);
}

interface SheetProps {
  onGive: (given: Omit<Given, "answer">) => void;
  onClose: () => void;
}

/** What, whose, and when: a step with its owner and its day (ST1). */
function MakeStep({ card, onGive, onClose }: SheetProps & { card: CardShown }) {
  const [what, setWhat] = useState(() => firstWords(card.face));
  const [owner, setOwner] = useState<"me" | "them">("me");
  const [who, setWho] = useState<PersonId | null>(null);
  const [day, setDay] = useState<Day | null>(null);
  const listed = useQuestion(peopleAsked, []);
  const isTheirs = owner === "them";
  const canMake = what.trim() !== "" && (!isTheirs || who !== null);
  const make = (on: Day | null) => {
    const days = isTheirs ? { checkBackOn: on, ownerPersonId: who } : { dueOn: on };
    onGive({ step: { what: what.trim(), isTheirs, ...days } });
  };
  return (
    <Dialog title="Make a step" isOpen onClose={onClose}>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          if (canMake) make(day);
        }}
      >
        <TextField label="What" value={what} onChange={setWhat} isRequired autoFocus autoComplete="off" />
        <Pick
          label="Whose"
          value={owner}
          onChange={setOwner}
          from={[
            { id: "me", words: "Mine" },
            { id: "them", words: "Theirs" },
          ]}
        />
        {isTheirs && <PersonField label="Who" people={listed} value={who} onChange={setWho} />}
        <DayField label={isTheirs ? "Look again when?" : "When?"} value={day} onChange={setDay} />
        <DialogActs>
          <Button onPress={onClose}>Back</Button>
          <Button look="main" type="submit" isDisabled={!canMake}>
            {day === null ? "Make it without a day" : "Make the step"}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

function firstWords(face: CardShown["face"]): string {
  switch (face.about) {
    case "note":
      return shortened(face.note.text, 120);
    case "theirs":
      return `Ask ${face.shown.who ?? "them"}: ${face.shown.step.what}`;
    case "cold":
      return `Get in touch with ${face.person?.name ?? face.lead?.name ?? "them"}`;
    case "event":
      return `Look through the notes of ${face.event.name}`;
    case "vague":
    case "commitment":
    case "cameOf":
      return "";
  }
}

function GiveDay({ onGive, onClose }: { onGive: (day: Day) => void; onClose: () => void }) {
  return (
    <Dialog title="On which day?" isOpen onClose={onClose}>
      <DayField label="On which day?" value={null} onChange={(day) => day !== null && onGive(day)} />
    </Dialog>
  );
}

/** More is looked through by typing. */
const foundMax = 8;

function Join({ ties, onGive, onClose }: SheetProps & { ties: readonly Tie[] }) {
  const [words, setWords] = useState("");
  const found = useQuestion((replica) => underWay(replica, words, foundMax), [words]);
  const shown: (Tie | UnderWay)[] = words.trim() === "" ? [...ties] : found;
  const join = (one: Tie | UnderWay) => {
    const line = "words" in one ? one.words.join(", ").slice(0, 1000) : "";
    onGive({ [`${one.noun}Id`]: one.id, line: line || null });
  };
  return (
    <Dialog title="Join it to what?" isOpen onClose={onClose}>
      <ul className={styles["joins"]}>
        {shown.map((one) => (
          <li key={one.id}>
            <Button onPress={() => join(one)}>
              {"words" in one ? <TieLine tie={one} /> : `${one.title} (${one.noun})`}
            </Button>
          </li>
        ))}
      </ul>
      {words.trim() !== "" && shown.length === 0 && <p>Nothing under way has these words.</p>}
      <TextField
        label="Something else under way"
        placeholder="Words of a step, a lead, a commitment"
        value={words}
        onChange={setWords}
        autoComplete="off"
      />
    </Dialog>
  );
}

/** As long as things rest among people; a day of one's own stands beside them. */
const rests = [
  { words: "A week", days: 7 },
  { words: "A month", days: 30 },
  { words: "Three months", days: 91 },
  { words: "Half a year", days: 182 },
] as const;

function Rest({ card: { face }, onGive, onClose }: SheetProps & { card: CardShown }) {
  const today = useToday();
  const [why, setWhy] = useState("");
  const [day, setDay] = useState<Day | null>(null);
  const until = (restsUntil: Day | null) => onGive({ restsUntil, line: why.trim() || null });
  const needsWhy = face.about === "theirs" && asksWhy(face.shown.step, addDays(today, 7)) && why.trim() === "";
  return (
    <Dialog title={face.about === "theirs" ? "Look again when?" : "Rest it until when?"} isOpen onClose={onClose}>
      {face.about === "theirs" && asksWhy(face.shown.step, addDays(today, 7)) && (
        <TextField
          label="Why this time?"
          hint="It was put off several times. A line is enough."
          value={why}
          onChange={setWhy}
          autoFocus
          autoComplete="off"
        />
      )}
      <div className={styles["rests"]}>
        {rests.map(({ words, days }) => (
          <Button key={days} isDisabled={needsWhy} onPress={() => until(addDays(today, days))}>
            {words}
          </Button>
        ))}
        {face.about !== "theirs" && <Button onPress={() => until(null)}>Until it is its turn</Button>}
      </div>
      <div className={styles["other"]}>
        <label>
          Another day{" "}
          <input
            type="date"
            min={addDays(today, 1)}
            value={day ?? ""}
            onChange={({ target }) => setDay(Day.safeParse(target.value).data ?? null)}
          />
        </label>
        <Button isDisabled={day === null || day <= today || needsWhy} onPress={() => until(day)}>
          Rest until then
        </Button>
      </div>
    </Dialog>
  );
}

const wayWords = { call: "Called", email: "E-mailed", message: "Messaged", meeting: "Met" } as const;

function InTouch({ onGive, onClose }: SheetProps) {
  return (
    <Dialog title="How were you in touch?" isOpen onClose={onClose}>
      <div className={styles["rests"]}>
        {touchWays.map((way) => (
          <Button key={way} onPress={() => onGive({ touch: way })}>
            {wayWords[way]}
          </Button>
        ))}
        <Button onPress={() => onGive({})}>It stands already</Button>
      </div>
    </Dialog>
  );
}

function CameOf({ onGive, onClose }: { onGive: (line: string) => void; onClose: () => void }) {
  const [line, setLine] = useState("");
  return (
    <Dialog title="What came of it?" isOpen onClose={onClose}>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          if (line.trim() !== "") onGive(line.trim());
        }}
      >
        <TextField label="In one line" value={line} onChange={setLine} autoFocus isRequired autoComplete="off" />
        <DialogActs>
          <Button onPress={onClose}>Back</Button>
          <Button look="main" type="submit" isDisabled={line.trim() === ""}>
            Keep it
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
