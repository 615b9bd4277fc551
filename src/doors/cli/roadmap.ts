import { checkInColours, CheckInColour, type Initiative } from "#domain/model/initiative.ts";
import { sayCount, sayDay } from "#domain/model/say.ts";
import type { Day } from "#domain/model/time.ts";
import { assert, Refusal } from "#domain/refusal.ts";
import { todayIn } from "#questions/asking.ts";
import { sayMeasure } from "#questions/digest.ts";
import { lastOffsite, lastOffsiteNouns } from "#questions/last-offsite.ts";
import { type InitiativeShown, type MondayTest, roadmap, roadmapNouns } from "#questions/roadmap.ts";
import type { Replica } from "#replica/replica.ts";
import { matching } from "../matching.ts";
import { dayTyped } from "./day.ts";
import type { Desk } from "./desk.ts";
import { type Paint, paintFor } from "./paint.ts";
import { print, said, type Said, typedFrom } from "./print.ts";
import { namedOrAt, ref, severalFit } from "./ref.ts";
import { printable } from "./wrap.ts";

/** BD2 BD3 BD4: the roadmap of an offsite with its Monday test, opened with what became of the last one. */
export async function roadmapCommand(desk: Desk, name: string, options: Said): Promise<void> {
  const replica = await desk.replica([...roadmapNouns, ...lastOffsiteNouns]);
  const { id } = namedOrAt(replica, "event", name);
  const asking = { now: desk.world.now() };
  const shown = roadmap(replica, id, asking);
  assert(shown !== undefined, "the event was just found in this replica");
  const last = lastOffsite(replica, id, asking);
  const today = todayIn(replica, asking);
  const paint = paintFor(desk.world);
  print(desk, options, { ...shown, last: last ?? null }, () => {
    const { event, going, notNow, over, isTooMany, silent } = shown;
    const counts = going.length === 0 ? "nothing is under way" : `${sayCount(going.length, "initiative")} under way`;
    const lines = [
      `${paint.strong(printable(event.name))}  ${paint.soft(counts)}${silent > 0 ? `  ${paint.warn(`${silent} silent`)}` : ""}`,
    ];
    if (isTooMany) lines.push(paint.warn("More are under way than a team carries: which of them is not now?"));
    if (last !== undefined && last.became.length > 0) {
      lines.push(
        "",
        paint.accent(printable(`What became of ${last.event.name}`)),
        `  ${last.done} of ${last.begun} done`,
      );
      lines.push(...last.became.map((one) => `  ${lineOf(one, { today, paint })}`));
    }
    for (const [title, list] of [
      ["Under way", going],
      ["Not now", notNow],
      ["Over", over],
    ] as const) {
      if (list.length > 0) lines.push("", paint.accent(title), ...list.flatMap((one) => rowOf(one, { today, paint })));
    }
    if (going.length + notNow.length + over.length === 0) {
      lines.push(printable(`Put something on it: upshot initiative ${ref(id)} "what should become better"`));
    }
    return lines;
  });
}

interface Look {
  today: Day;
  paint: Paint;
}

function lineOf({ initiative, owner, checkins }: InitiativeShown, { paint }: Look): string {
  const state = initiative.state === "notNow" ? "not now" : initiative.state;
  const colour = checkins[0] === undefined ? "" : `, ${checkins[0].colour}`;
  return `${paint.soft(ref(initiative.id))}  ${printable(initiative.name)}  ${paint.soft(printable(`${state}${colour}${owner === null ? "" : `, ${owner}`}`))}`;
}

function rowOf(shown: InitiativeShown, look: Look): string[] {
  const { initiative, firstStep, monday, checkins, next, commitment } = shown;
  const { paint, today } = look;
  const [last] = checkins;
  const facts = [
    initiative.problem,
    sayMeasure(initiative),
    initiative.state === "stuck" ? `stuck on: ${initiative.stuckOn}` : null,
    firstStep === null
      ? null
      : `first: ${firstStep.step.what}${firstStep.step.dueOn === null ? "" : `, ${sayDay(firstStep.step.dueOn, today)}`}${firstStep.step.state === "open" ? "" : ` (${firstStep.step.state})`}`,
    last === undefined ? null : `${last.colour}: ${last.line} (${sayDay(last.checkedOn, today)})`,
    commitment === null ? null : `serves: ${commitment}`,
    initiative.cameOfIt,
  ].filter((fact) => fact !== null);
  const warns = [
    mondayWords(monday),
    next !== null && next.daysMissed > 0 ? `check-in missed by ${sayCount(next.daysMissed, "day")}` : null,
  ];
  return [
    `  ${lineOf(shown, look)}`,
    ...facts.map((fact) => `          ${paint.soft(printable(fact))}`),
    ...warns.flatMap((words) => (words === null ? [] : [`          ${paint.warn(words)}`])),
  ];
}

function mondayWords(monday: MondayTest | null): string | null {
  if (monday?.is !== "silent") return null;
  return monday.silentDays === 0
    ? "asked for the first step today"
    : `silent for ${sayCount(monday.silentDays, "day")}`;
}

export interface InitiativeOptions extends Said {
  owner?: string;
  problem?: string;
  measure?: string;
  from?: string;
  to?: string;
  begin?: string;
  due?: string;
  beyondFew?: boolean;
}

/** Puts an initiative on an event's roadmap, and begins it where its first step is given (BD2). */
export async function initiativeCommand(
  desk: Desk,
  { event, words }: { event: string; words: readonly string[] },
  options: InitiativeOptions,
): Promise<void> {
  const replica = await desk.replica([...roadmapNouns]);
  const { id: eventId, name } = namedOrAt(replica, "event", event);
  const ownerMemberId = options.owner === undefined ? replica.memberId : memberAt(replica, options.owner).id;
  const about = { problem: options.problem ?? null, measure: options.measure ?? null };
  const span = { measureFrom: options.from ?? null, measureTo: options.to ?? null };
  const args = { name: words.join(" "), eventId, ownerMemberId, ...about, ...span };
  const { result } = await desk.run("initiative.add", args);
  const { initiativeId } = result;
  if (options.begin === undefined) {
    const begin = `upshot begin ${ref(initiativeId)} "the first step" --due friday`;
    return said(desk, options, result, `On the roadmap of ${name}, not now. To begin it: ${begin}`);
  }
  await begin(desk, { replica, initiativeId, what: options.begin }, options);
}

/** Begins an initiative with its first step (BD2). */
export async function beginCommand(
  desk: Desk,
  { given, words }: { given: string; words: readonly string[] },
  options: Pick<InitiativeOptions, "due" | "beyondFew" | "json" | "owner" | "measure">,
): Promise<void> {
  const replica = await desk.replica(roadmapNouns);
  const { id: initiativeId } = initiativeAt(replica, given);
  const ownerMemberId = options.owner === undefined ? undefined : memberAt(replica, options.owner).id;
  if (ownerMemberId !== undefined || options.measure !== undefined) {
    await desk.run("initiative.change", { initiativeId, ownerMemberId, measure: options.measure });
  }
  await begin(desk, { replica, initiativeId, what: words.join(" ") }, options);
}

async function begin(
  desk: Desk,
  { replica, initiativeId, what }: { replica: Replica; initiativeId: Initiative["id"]; what: string },
  options: Pick<InitiativeOptions, "due" | "beyondFew" | "json">,
): Promise<void> {
  if (options.due === undefined) throw new Refusal("invalid", "Say by when the first step is done: --due friday");
  const dueOn = dayTyped(options.due, typedFrom(desk, replica));
  const isBeyondFew = options.beyondFew === true;
  const { result } = await desk.run("initiative.start", { initiativeId, firstStep: { what, dueOn }, isBeyondFew });
  said(desk, options, { initiativeId, ...result }, `Begun. First: ${what}, ${sayDay(dueOn)} (${ref(result.stepId)})`);
}

export async function checkInCommand(
  desk: Desk,
  { given, colour, words }: { given: string; colour: string; words: readonly string[] },
  options: Said,
): Promise<void> {
  const chosen = CheckInColour.safeParse(colour.toLowerCase());
  if (!chosen.success) {
    throw new Refusal("invalid", `A check-in is ${checkInColours.join(", ")}; "${colour}" is none.`);
  }
  const initiative = initiativeAt(await desk.replica(roadmapNouns), given);
  const args = { initiativeId: initiative.id, colour: chosen.data, line: words.join(" ") };
  const { result } = await desk.run("initiative.checkIn", args);
  said(desk, options, result, `Checked in: ${initiative.name}, ${chosen.data}`);
}

export async function stuckCommand(
  desk: Desk,
  { given, words }: { given: string; words: readonly string[] },
  options: Said & { of?: string; due?: string },
): Promise<void> {
  const replica = await desk.replica(roadmapNouns);
  const initiative = initiativeAt(replica, given);
  const of = options.of === undefined ? {} : whomAt(replica, options.of);
  const dueOn = options.due === undefined ? null : dayTyped(options.due, typedFrom(desk, replica));
  const { result } = await desk.run("initiative.stuck", {
    initiativeId: initiative.id,
    on: words.join(" "),
    dueOn,
    ...of,
  });
  said(desk, options, result, `Stuck: ${initiative.name}. What would help is a step (${ref(result.stepId)})`);
}

/** Ends an initiative, leaves it for later, lets it go on, or carries it over to the next offsite. */
export async function endInitiativeCommand(
  desk: Desk,
  given: string,
  options: Said & { done?: string | true; drop?: string; later?: boolean; goesOn?: boolean; carryTo?: string },
): Promise<void> {
  const replica = await desk.replica(roadmapNouns);
  const { id: initiativeId, name } = initiativeAt(replica, given);
  if (options.done !== undefined) {
    await desk.run("initiative.done", { initiativeId, cameOfIt: options.done === true ? null : options.done });
    return said(desk, options, { initiativeId }, `Done: ${name}`);
  }
  if (options.drop !== undefined) {
    await desk.run("initiative.drop", { initiativeId, why: options.drop });
    return said(desk, options, { initiativeId }, `Dropped: ${name}`);
  }
  if (options.later === true) {
    await desk.run("initiative.later", { initiativeId });
    return said(desk, options, { initiativeId }, `Left for later: ${name}`);
  }
  if (options.goesOn === true) {
    await desk.run("initiative.unstick", { initiativeId });
    return said(desk, options, { initiativeId }, `Goes on: ${name}`);
  }
  if (options.carryTo !== undefined) {
    const event = namedOrAt(replica, "event", options.carryTo);
    const { result } = await desk.run("initiative.carry", { initiativeId, eventId: event.id });
    return said(desk, options, result, `Carried over to ${event.name}: ${name} (${ref(result.initiativeId)})`);
  }
  throw new Refusal("invalid", "Say what becomes of it: --done, --drop WHY, --later, --goes-on or --carry-to EVENT.");
}

function initiativeAt(replica: Replica, given: string): Initiative {
  return oneOf(
    "initiative",
    matching<Initiative>(replica.all("initiative"), ({ name }) => name, given),
    given,
  );
}

function memberAt(replica: Replica, given: string) {
  return oneOf(
    "member",
    matching(replica.all("member"), ({ name }) => name, given),
    given,
  );
}

/** Of a member where the name is one's, else of a person outside. */
function whomAt(replica: Replica, given: string) {
  const members = matching(replica.all("member"), ({ name }) => name, given);
  return members.length === 0
    ? { personId: namedOrAt(replica, "person", given).id }
    : { memberId: oneOf("member", members, given).id };
}

function oneOf<T extends { id: string; name: string }>(noun: string, found: readonly T[], given: string): T {
  const [only, second] = found;
  if (only === undefined) throw new Refusal("not-found", `There is no ${noun} called "${given}".`);
  if (second !== undefined) {
    throw severalFit(
      given,
      found.map(({ id, name }) => `${name} (${ref(id)})`),
    );
  }
  return only;
}
