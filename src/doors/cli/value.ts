import { sayMoney } from "#domain/model/money.ts";
import { pulseDaysOf, pulseWords } from "#domain/model/pulse.ts";
import { sayCount, sayDay } from "#domain/model/say.ts";
import { daysBetween } from "#domain/model/time.ts";
import { assert, Refusal } from "#domain/refusal.ts";
import { stepShownNouns, todayIn } from "#questions/asking.ts";
import { homeOn } from "#questions/event-clock.ts";
import { pulseDue, pulseDueNouns } from "#questions/pulses.ts";
import { type Counted, type Followed, value, type Value, valueNouns } from "#questions/value.ts";
import { saySums, sayDaysHome } from "#questions/value-words.ts";
import { type Compared, values, valuesNouns } from "#questions/values.ts";
import type { Desk } from "./desk.ts";
import { outcomeLine } from "./outcome.ts";
import { type Paint, paintFor } from "./paint.ts";
import { print, said, type Said } from "./print.ts";
import { namedOrAt, ref } from "./ref.ts";
import { printable } from "./wrap.ts";

/** OC2: what an event cost and what came of it; without a name, events side by side. */
export async function valueCommand(desk: Desk, name: string, options: Said): Promise<void> {
  const now = { now: desk.world.now() };
  const paint = paintFor(desk.world);
  if (name === "") {
    const compared = values(await desk.replica(valuesNouns), now);
    return print(desk, options, compared, () =>
      compared.length === 0 ? ["There are no events yet."] : compared.flatMap((one) => comparedLines(one, paint)),
    );
  }
  const replica = await desk.replica(valueNouns);
  const found = value(replica, namedOrAt(replica, "event", name).id, now);
  assert(found !== undefined, "the event was just found in this replica");
  print(desk, options, found, () => valueLines(found, paint));
}

function valueLines(found: Value, paint: Paint): string[] {
  const { event, outcomes, open, openSums, pulses, followThrough, day } = found;
  const leads = open.flatMap(({ stage, leads: at }) =>
    at.map(({ name, amount, currency, id }) => {
      const worth = amount === null || currency === null ? "" : `  ${sayMoney(amount, currency)}`;
      return `  ${paint.soft(ref(id))}  ${printable(name)}  ${paint.soft(stage.name)}${worth}`;
    }),
  );
  return [
    `${paint.strong(`What came of ${printable(event.name)}`)}  ${paint.soft(ref(event.id))}`,
    `  ${sayCost(found)}`,
    `  came of it: ${sayCame(found)}`,
    `  steps: ${sayFollowed(followThrough.ours)}${followThrough.theirs.made.length > 0 ? `; theirs: ${sayFollowed(followThrough.theirs)}` : ""}`,
    ...timesOf(found).map((line) => `  ${line}`),
    ...(outcomes.length === 0
      ? []
      : [
          "",
          paint.accent("Outcomes"),
          ...outcomes.map(
            ({ outcome, part }) =>
              `  ${outcomeLine(outcome, paint)}${part === 10_000 ? "" : `  ${part / 100} % of it`}`,
          ),
        ]),
    ...(leads.length === 0
      ? []
      : ["", paint.accent(`Still open${openSums.length > 0 ? `: ${saySums(openSums)}` : ""}`), ...leads]),
    ...(pulses.length === 0
      ? []
      : [
          "",
          paint.accent("Still seeing value?"),
          ...pulses.map(
            ({ afterDays, answer, line, answeredOn }) =>
              `  after ${sayCount(afterDays, "day")}: ${answer} of 5, ${pulseWords[answer]?.toLowerCase()}${line === null ? "" : `: ${printable(line)}`}  ${paint.soft(sayDay(answeredOn, day))}`,
          ),
        ]),
  ];
}

function comparedLines(one: Compared, paint: Paint): string[] {
  const { event, facts, followThrough, met, sessions, day } = one;
  const when = event.startsOn === null ? "no day yet" : sayDay(event.startsOn, day);
  const lines = (words: string, some: readonly string[]) => some.map((fact) => `  ${words} ${fact}`);
  return [
    `${paint.strong(printable(event.name))}  ${paint.soft(`${when}, ${ref(event.id)}`)}`,
    `  ${sayCost(one)}; came of it: ${sayCame(one)}; ${sayFollowed(followThrough.ours)}; ${sayCount(met, "person", "people")} met, ${sayCount(sessions, "session")}`,
    ...lines("+", facts.again),
    ...lines("~ somebody else:", facts.somebodyElse),
    ...lines("-", facts.not),
  ];
}

function sayCost({ cost }: Counted): string {
  if (cost === null) return "cost: nobody said (upshot command event.change sets it)";
  return `cost: ${sayMoney(cost.total, cost.currency)}`;
}

function sayCame({ sums, withoutAmount, outcomes }: Counted): string {
  if (outcomes.length === 0) return "nothing recorded yet";
  const beside =
    withoutAmount.length > 0
      ? `${sums.length > 0 ? " and " : ""}${sayCount(withoutAmount.length, "outcome")} without an amount`
      : "";
  return saySums(sums) + beside || "nothing";
}

function sayFollowed({ made, done, dropped }: Followed): string {
  return `${done.length} of ${made.length} done${dropped.length > 0 ? `, ${dropped.length} dropped` : ""}`;
}

function timesOf({ daysToFirstStep, daysToFirstOutcome }: Value): string[] {
  return [
    ...(daysToFirstStep === null ? [] : [`first step done ${sayDaysHome(daysToFirstStep)}`]),
    ...(daysToFirstOutcome === null ? [] : [`first outcome ${sayDaysHome(daysToFirstOutcome)}`]),
  ];
}

/** OC3: answers "still seeing value?"; without an answer, says which events ask. */
export async function pulseCommand(
  desk: Desk,
  { name, answer, words }: { name: string | undefined; answer: string | undefined; words: readonly string[] },
  options: Said & { after?: string },
): Promise<void> {
  const replica = await desk.replica([...stepShownNouns, ...pulseDueNouns]);
  const now = { now: desk.world.now() };
  const due = pulseDue(replica, now);
  const paint = paintFor(desk.world);
  if (name === undefined) {
    return print(desk, options, due, () =>
      due.length === 0
        ? ["No event asks just now."]
        : due.map(
            ({ event, afterDays }) =>
              `${paint.soft(ref(event.id))}  ${printable(event.name)}: still seeing value, after ${sayCount(afterDays, "day")}? upshot pulse ${ref(event.id)} 1-5`,
          ),
    );
  }
  const event = namedOrAt(replica, "event", name);
  const number = Number(answer);
  if (!Number.isInteger(number) || number < 1 || number > 5) {
    throw new Refusal(
      "invalid",
      `Answer with a number from 1 (no value) to 5 (a great deal): upshot pulse ${ref(event.id)} 4`,
    );
  }
  const home = homeOn(event);
  const asked = due.find((one) => one.event.id === event.id)?.afterDays;
  const since = home === null ? 0 : Math.max(0, daysBetween(home, todayIn(replica, now)));
  const workspace = replica.get("workspace", replica.workspaceId);
  const last = workspace && pulseDaysOf(workspace).findLast((days) => days <= since);
  const afterDays = options.after === undefined ? (asked ?? last ?? since) : Number(options.after);
  const { result } = await desk.run("pulse.answer", {
    eventId: event.id,
    afterDays,
    answer: number,
    line: words.join(" ").trim() || null,
  });
  said(
    desk,
    options,
    result,
    `${event.name}, after ${sayCount(afterDays, "day")}: ${number} of 5, ${pulseWords[number]?.toLowerCase()}.`,
  );
}
