import type { StepKind } from "#domain/model/step.ts";
import { sayDay } from "#domain/model/say.ts";
import { type Day, dayAt, daysBetween } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { type StepShown, zoneOf } from "./asking.ts";

/** A step of theirs, asked again about: how long since it was written down, and words to send (ST2). */
export interface AskAgain extends StepShown {
  ageDays: number;
  draft: Draft;
}

/** A few lines to the person who owes it, to change as one likes; nothing is sent. */
interface Draft {
  /** The way to reach them by: what they were to do by call or in person is asked about by call, the rest by e-mail. */
  by: "call" | "email";
  /** Their first e-mail address or phone number, where one is known. */
  to: string | null;
  subject: string;
  text: string;
}

export function askAgain(replica: Replica, shown: StepShown, day: Day): AskAgain {
  return { ...shown, ageDays: ageDays(replica, shown, day), draft: draftFor(replica, shown, day) };
}

/** Days since a step was written down, by the workspace's days; `day` is today. */
export function ageDays(replica: Replica, { step }: StepShown, day: Day): number {
  return Math.max(0, daysBetween(dayAt(step.createdAt, zoneOf(replica)), day));
}

const spoken: ReadonlySet<StepKind> = new Set(["call", "meet"]);

function draftFor(replica: Replica, { step, who, event }: StepShown, day: Day): Draft {
  const person = replica.get("person", step.ownerPersonId);
  const me = replica.get("member", replica.memberId)?.name.split(" ")[0];
  const first = person?.givenName ?? who?.split(" ")[0];
  const by = spoken.has(step.kind) ? "call" : "email";
  const where = event === null ? "" : ` at ${event}`;
  const said = step.basis === "promised" ? "you said this would follow" : "I asked you for this";
  const due = step.dueEnd ?? step.dueOn;
  const lines = [
    first === undefined ? "Hello," : `Hello ${first},`,
    `${said}${where}: "${step.what}"${due === null ? "" : `, by ${sayDay(due, day)}`}. How does it stand?`,
    me === undefined ? "Thank you" : `Thank you,\n${me}`,
  ];
  return {
    by,
    to: (by === "call" ? person?.phones : person?.emails)?.[0]?.value ?? null,
    subject: step.what,
    text: lines.join("\n\n"),
  };
}
