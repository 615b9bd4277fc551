import { v7 } from "uuid";
import type { CommandName } from "#domain/commands.ts";
import type { DeviceId, EventId } from "#domain/model/id.ts";
import { addDays, type Day, dayAt, type TimeZone } from "#domain/model/time.ts";
import { type ArgsOf, type Done, type ResultOf, run } from "#domain/run.ts";
import type { Store } from "#store/store.ts";

const outcomes = [
  { kind: "deal", what: "Gate counters for the northern terminal, two years", amount: 4_800_000, after: 96 },
  { kind: "partnership", what: "Joint offer with the people of the data exchange", amount: null, after: 61 },
  { kind: "saving", what: "One converter fewer to keep", amount: 620_000, after: 40 },
  { kind: "content", what: "A post on queues at the gate, read by four ports", amount: null, after: 33 },
  { kind: "nothing", what: "The pilot with the ferry company", amount: null, after: 55 },
] as const;

/**
 * What came of the example year, through commands: the older events have what they cost, leads, outcomes from their own steps, one of
 * them shared by two events, and answers to "still seeing value?". The last two have nothing yet.
 */
export async function whatCameOfTheYear(store: Store, now: Temporal.Instant): Promise<void> {
  const [workspaceId] = await store.workspaces();
  if (workspaceId === undefined) throw new Error("The example year has a workspace.");
  const { rows } = await store.load(workspaceId);
  const memberId = rows.member.find(({ record }) => record.name === "Mira Okafor")!.record.id; // who the year is of
  const today = dayAt(now, "Europe/Brussels" as TimeZone);
  const deviceId = v7() as DeviceId;
  const act = <C extends CommandName>(name: C, args: ArgsOf<C>, at = now): Promise<Done<ResultOf<C>>> =>
    run(name, args, { store, workspaceId, memberId, deviceId, now: at, newId: () => v7() });
  const done = (eventId: EventId) =>
    rows.step.map(({ record }) => record).filter((step) => step.eventId === eventId && step.state === "done");
  const events = rows.event.map(({ record }) => record).slice(0, -2);
  for (const [place, { id: eventId, endsOn }] of events.entries()) {
    const home = endsOn ?? today;
    await act("event.change", {
      eventId,
      cost: {
        currency: "EUR",
        fee: 60_000 + place * 15_000,
        travel: 48_000 + place * 9_050,
        days: 2 + (place % 2),
        dayRate: 70_000,
      },
    });
    const own = done(eventId);
    for (const [at, { kind, what, amount, after }] of outcomes.entries()) {
      if ((place + at) % 3 === 2) continue;
      const day = addDays(home, after);
      const other = at === 0 ? done(events[(place + 1) % events.length]?.id ?? eventId)[0] : undefined;
      const steps = [own[at % Math.max(1, own.length)], other].filter((step) => step !== undefined);
      await act("outcome.add", {
        kind,
        what,
        amount: amount === null ? null : amount + place * 125_000,
        currency: amount === null ? null : "EUR",
        cameOn: day < today ? day : today,
        stepIds: steps.map(({ id }) => id),
      });
    }
    for (const [at, name] of ["A pilot at the second port", "Training for the night shift"].entries()) {
      await act("lead.add", {
        name,
        eventId,
        amount: (at + 1) * 900_000,
        currency: "EUR",
        stage: at === 0 ? "talking" : "contacted",
      });
    }
    for (const [at, afterDays] of [30, 90, 180].entries()) {
      const day = addDays(home, afterDays + 1);
      if (day > today) continue;
      const when = Temporal.Instant.from(`${day satisfies Day}T09:00:00Z`);
      const line = ["The counters are in talks", "First numbers from the terminal", null][at] ?? null;
      await act("pulse.answer", { eventId, afterDays, answer: 5 - ((place + at) % 4), line }, when);
    }
  }
}
