import { lookNames } from "#domain/model/clock.ts";
import { lookWords, sayCount, sayDay, sayDayFrom, sayTouch } from "#domain/model/say.ts";
import { assert } from "#domain/refusal.ts";
import { after, type After, afterNouns, type FollowedUp } from "#questions/after.ts";
import type { FollowUpDue } from "#questions/follow-ups.ts";
import { promiseLists } from "#questions/people.ts";
import type { Desk } from "./desk.ts";
import { type Paint, paintFor } from "./paint.ts";
import { print, type Said } from "./print.ts";
import { namedOrAt, ref } from "./ref.ts";
import { printable } from "./wrap.ts";

/** EC1: the fortnight after an event, a person a row. */
export async function afterCommand(desk: Desk, name: string, options: Said): Promise<void> {
  const replica = await desk.replica(afterNouns);
  const shown = after(replica, namedOrAt(replica, "event", name).id, { now: desk.world.now() });
  assert(shown !== undefined, "the event was just found in this replica");
  const paint = paintFor(desk.world);
  print(desk, options, shown, () => [
    ...headOf(shown, paint),
    ...shown.people.flatMap((one) => ["", ...rowOf(one, shown, paint)]),
  ]);
}

function headOf({ event, day, homeOn, looks, people, withoutFirst, colleagues }: After, paint: Paint): string[] {
  const home = homeOn === null ? "it has no day yet" : `home ${sayDayFrom(homeOn, day)}`;
  const lines = [`${paint.strong(`After ${printable(event.name)}`)}  ${paint.soft(home)}`];
  if (people.length === 0) {
    return [
      ...lines,
      'Nobody was met there yet. Answer whom you met ("upshot review"), or take in the contacts you scanned ("upshot import").',
    ];
  }
  const beside = colleagues > 0 ? `, ${sayCount(colleagues, "colleague")} beside` : "";
  lines.push(`${sayCount(people.length, "person", "people")} met${beside}; ${sayWithoutFirst(withoutFirst)}`);
  if (looks !== null) {
    const days = lookNames.map((look) => `${look} ${sayDay(looks[look], day)}`);
    lines.push(paint.soft(`looks: ${days.join(", ")}   ● was, ○ to come, ! its day has passed`));
  }
  return lines;
}

function sayWithoutFirst(count: number): string {
  return count === 0 ? "everybody has had a first follow-up" : `${count} without a first follow-up`;
}

function rowOf(
  { person, organization, clock, daysLate, promises, lastTouch, warmth }: FollowedUp,
  shown: After,
  paint: Paint,
) {
  const who = [person.name, person.role, organization].filter(Boolean).join(", ");
  const marks = clock?.looks.map(({ doneOn, dueOn }) =>
    doneOn !== null ? "●" : dueOn < shown.day ? paint.warn("!") : "○",
  );
  const next = clock?.next ?? null;
  const when = next === null ? "" : `${lookWords[next.look]} ${sayDayFrom(next.dueOn, shown.day)}`;
  const told = promiseLists.flatMap((list) =>
    promises[list].length === 0
      ? []
      : [`${list}: ${promises[list].map(({ step }) => `${step.what} (${ref(step.id)})`).join("; ")}`],
  );
  if (lastTouch !== null && lastTouch.line !== null) {
    told.push(
      `${sayDay(lastTouch.touchedOn, shown.day)}, ${sayTouch(lastTouch.way, lastTouch.direction, person.name)}: ${lastTouch.line}`,
    );
  }
  return [
    `${paint.soft(ref(person.id))}  ${marks?.join("") ?? "   "}  ${printable(who)}  ${daysLate > 0 ? paint.warn(when) : paint.soft(when)}`,
    `             ${paint.soft(printable(warmth.sentence))}`,
    ...told.map((line) => `             ${printable(line)}`),
  ];
}

/** A follow-up on today's list: who, which look, after which event, how late. */
export function followUpLine({ person, organization, event, look, daysLate }: FollowUpDue, paint: Paint): string {
  const who = printable([person.name, organization].filter(Boolean).join(", "));
  const after = event === null ? "" : ` after ${printable(event.name)}`;
  const late = daysLate === 0 ? "" : `  ${paint.warn(`${sayCount(daysLate, "day")} late`)}`;
  return `${paint.soft(ref(person.id))}  ${who}  ${paint.soft(`${lookWords[look]}${after}`)}${late}`;
}
