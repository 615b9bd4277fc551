import { sayCount, sayDay, sayLedger } from "#domain/model/say.ts";
import { assert } from "#domain/refusal.ts";
import type { EventId } from "#domain/model/id.ts";
import type { Replica } from "#replica/replica.ts";
import { todayIn } from "#questions/asking.ts";
import { event as askEvent, type EventListed, eventNouns, events, eventsNouns } from "#questions/event.ts";
import type { Desk } from "./desk.ts";
import { paintFor } from "./paint.ts";
import { print, type Said } from "./print.ts";
import { namedOrAt, ref } from "./ref.ts";
import { stepLine } from "./show-step.ts";
import { printable } from "./wrap.ts";

export async function eventsCommand(desk: Desk, options: Said): Promise<void> {
  const found = events(await desk.replica(eventsNouns));
  const paint = paintFor(desk.world);
  print(desk, options, found, () =>
    found.length === 0
      ? ['No events yet. "upshot debrief FILES --save NAME" makes one.']
      : found.flatMap((one) => [
          `${paint.soft(ref(one.event.id))}  ${paint.strong(printable(one.event.name))}  ${paint.soft(whenOf(one))}`,
          `        ${ledgerLine(one)}`,
        ]),
  );
}

function whenOf({ event }: EventListed): string {
  if (event.startsOn === null) return event.kind;
  const until = event.endsOn === null || event.endsOn === event.startsOn ? "" : ` to ${sayDay(event.endsOn)}`;
  return `${event.kind}, ${sayDay(event.startsOn)}${until} ${event.startsOn.slice(0, 4)}`;
}

/** NT2, in words. */
function ledgerLine({ ledger, openSteps, doneSteps }: EventListed): string {
  return `${sayLedger(ledger)}; ${sayCount(openSteps, "step")} open, ${doneSteps} done`;
}

export async function eventCommand(desk: Desk, name: string, options: Said): Promise<void> {
  const replica = await desk.replica([...eventNouns, "page"]);
  printEvent(desk, { replica, eventId: namedOrAt(replica, "event", name).id, options });
}

/** One event, from a replica that has what it is asked of. */
export function printEvent(
  desk: Desk,
  { replica, eventId, options }: { replica: Replica; eventId: EventId; options: Said },
): void {
  const asking = { now: desk.world.now() };
  const shown = askEvent(replica, eventId, asking);
  assert(shown !== undefined, "the event was just found in this replica");
  const day = todayIn(replica, asking);
  const paint = paintFor(desk.world);
  print(desk, options, shown, () => {
    const lines = [`${paint.strong(printable(shown.event.name))}  ${paint.soft(whenOf(shown))}`, ledgerLine(shown)];
    const section = (title: string, list: string[]) =>
      list.length > 0 && lines.push("", paint.accent(title), ...list.map((line) => `  ${line}`));
    section(
      "What it should answer",
      shown.event.focus.map(
        ({ question, answer }) =>
          `${printable(question)}  ${answer === null ? paint.warn("no answer yet") : printable(answer)}`,
      ),
    );
    section(
      "Pages",
      replica
        .by("page", "eventId", shown.event.id)
        .map(
          ({ id, name, takenOn }) =>
            `${paint.soft(ref(id))}  ${printable(name)}${takenOn === null ? "" : `  ${paint.soft(sayDay(takenOn, day))}`}`,
        ),
    );
    section(
      "Mine",
      shown.steps.me.map((step) => stepLine(step, day, paint)),
    );
    section(
      "Colleagues'",
      shown.steps.colleague.map((step) => stepLine(step, day, paint)),
    );
    section(
      "Theirs",
      shown.steps.them.map((step) => stepLine(step, day, paint)),
    );
    section(
      "People met",
      shown.met.map(
        ({ id, name: who, organization }) =>
          `${paint.soft(ref(id))}  ${printable([who, organization].filter(Boolean).join(", "))}`,
      ),
    );
    section(
      "Observations",
      shown.observations.map(({ kind, note }) => `${paint.soft(ref(note.id))}  ${kind}: ${printable(note.text)}`),
    );
    section(
      "Sessions with notes",
      shown.sessions.withNotes.map(
        ({ session, notes }) => `${printable(session.title)}  ${paint.soft(sayCount(notes, "passage"))}`,
      ),
    );
    const { count, withdrawn, starred, attended } = shown.sessions;
    const gone = withdrawn > 0 ? `, ${withdrawn} withdrawn from it` : "";
    const inIt = `${sayCount(count - withdrawn, "session")} in the programme${gone}`;
    lines.push("", paint.soft(`${inIt}, ${starred.length} starred, ${attended.length} attended`));
    return lines;
  });
}
