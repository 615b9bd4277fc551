import { Mail, MessageSquare, Phone } from "lucide-react";
import type { StepId } from "#domain/model/id.ts";
import type { Person } from "#domain/model/person.ts";
import { sayTouch } from "#domain/model/say.ts";
import { firstNameOf } from "#questions/warmth.ts";
import { Button } from "./button.tsx";
import { useToday } from "./day-said.tsx";
import { IconButton } from "./icon-button.tsx";
import { useStepActs } from "./step-acts.tsx";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./log-touch.module.css";

const ways = [
  { way: "email", icon: Mail, does: "e-mailed" },
  { way: "call", icon: Phone, does: "called" },
  { way: "message", icon: MessageSquare, does: "messaged" },
] as const;

interface Props {
  person: Person;
  /** Told which promises it may have kept; whoever shows the row asks about them, since the row itself may be gone by then. */
  onLogged: (offers: readonly StepId[]) => void;
}

/** One tap logs that I was in touch with a person today. It closes nothing; the promise it may have kept is offered (EC2). */
export function LogTouch({ person, onLogged }: Props) {
  const run = useRun();
  const today = useToday();
  const name = firstNameOf(person);
  const log = async (way: (typeof ways)[number]["way"]) => {
    const say = `Logged: ${sayTouch(way, "out", name)} today`;
    const { result } = await run("touch.add", { personId: person.id, way, touchedOn: today }, { say });
    onLogged(result.offers);
  };
  return (
    <div className={styles["ways"]} role="group" aria-label={`Log a touch with ${person.name}`}>
      {ways.map(({ way, icon, does }) => (
        <IconButton key={way} icon={icon} label={`I ${does} ${name} today`} onPress={() => void log(way)} />
      ))}
    </div>
  );
}

/** The promises that a touch may have kept, each with the way to say so. */
export function TouchOffers({ steps, onClose }: { steps: readonly StepId[]; onClose: () => void }) {
  const acts = useStepActs();
  const open = useQuestion(
    (replica) => steps.flatMap((id) => replica.get("step", id) ?? []).filter(({ state }) => state === "open"),
    [steps],
  );
  if (open.length === 0) return null;
  return (
    <div className={styles["offers"]} role="status">
      <span>Was it this?</span>
      {open.map((step) => (
        <Button key={step.id} onPress={() => acts.done(step.id)}>
          Done: {step.what}
        </Button>
      ))}
      <Button look="bare" onPress={onClose}>
        No
      </Button>
    </div>
  );
}
