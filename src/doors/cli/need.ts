import type { Need } from "#domain/model/need.ts";
import { sayAll, sayCount, sayDay } from "#domain/model/say.ts";
import { assert, Refusal } from "#domain/refusal.ts";
import { need as needAsked, type NeedListed, type NeedSeen, needNouns, needs, needsNouns } from "#questions/needs.ts";
import { needMatches, needMatchesNouns, type NeedMatch } from "#questions/need-matches.ts";
import type { Replica } from "#replica/replica.ts";
import { matching } from "../matching.ts";
import { dayTyped } from "./day.ts";
import type { Desk } from "./desk.ts";
import { type Paint, paintFor } from "./paint.ts";
import { print, said, type Said, typedFrom } from "./print.ts";
import { namedOrAt, ref, severalFit } from "./ref.ts";
import { printable } from "./wrap.ts";

/** What I look for and what I can offer, with how many were asked. */
export async function needsCommand(desk: Desk, options: Said): Promise<void> {
  const shown = needs(await desk.replica(needsNouns), { now: desk.world.now() });
  const paint = paintFor(desk.world);
  print(desk, options, shown, () =>
    shown.length === 0
      ? ['Nothing is looked for or offered yet: upshot seek "somebody who ran audits in Bergen"']
      : shown.map((one) => lineOf(one, paint)),
  );
}

function lineOf({ need, who, isMine, asked, waitingDays }: NeedListed, paint: Paint): string {
  const facts = [
    need.state === "open" ? "" : need.state,
    isMine ? "" : (who ?? "the team's"),
    sayAsked(asked),
    waitingDays === null || waitingDays === 0 ? "" : `asked ${sayCount(waitingDays, "day")} ago`,
  ].filter(Boolean);
  return `${paint.soft(ref(need.id))}  ${sideWords[need.side]} ${printable(need.what)}${facts.length > 0 ? `  ${paint.soft(printable(facts.join(", ")))}` : ""}`;
}

const sideWords = { seek: "looking for:", offer: "can offer:  " } as const;

function sayAsked({ waiting, answered, declined }: NeedListed["asked"]): string {
  const said = sayAll([
    [waiting, `${waiting} asked`],
    [answered, `${answered} answered`],
    [declined, `${declined} cannot`],
  ]);
  return said === "" ? "nobody asked yet" : said;
}

export interface AddNeedOptions extends Said {
  about?: string;
  event?: string;
  team?: boolean;
}

export async function addNeedCommand(
  desk: Desk,
  { side, words }: { side: Need["side"]; words: readonly string[] },
  options: AddNeedOptions,
): Promise<void> {
  const event = options.event === undefined ? null : namedOrAt(await desk.replica(["event"]), "event", options.event);
  const args = { side, what: words.join(" "), about: options.about ?? null, eventId: event?.id ?? null };
  const { result } = await desk.run("need.add", { ...args, isTeams: options.team === true });
  const id = ref(result.needId);
  said(desk, options, result, `Written down (${id}). Who could help, and to ask them: upshot need ${id}`);
}

export interface NeedOptions extends Said {
  ask?: string[];
  checkBack?: string;
  met?: string | true;
  drop?: string | true;
  reopen?: boolean;
}

/** One need: who was asked and who answered what, who could help and why; or one thing done with it. */
export async function needCommand(desk: Desk, words: string, options: NeedOptions): Promise<void> {
  const replica = await desk.replica([...needNouns, ...needMatchesNouns]);
  const { id: needId, what } = needAt(replica, words);
  if (options.ask !== undefined) return ask(desk, { replica, needId, what }, options);
  if (options.met !== undefined || options.drop !== undefined) {
    const [name, line] =
      options.met === undefined ? (["need.drop", options.drop] as const) : (["need.met", options.met] as const);
    const { result } = await desk.run(name, { needId, cameOfIt: line === true || line === undefined ? null : line });
    const open = result.waiting === 0 ? "" : `; ${sayCount(result.waiting, "person", "people")} asked may still answer`;
    return said(desk, options, { needId, ...result }, `${name === "need.met" ? "Met" : "Dropped"}: ${what}${open}`);
  }
  if (options.reopen === true) {
    await desk.run("need.reopen", { needId });
    return said(desk, options, { needId }, `Open again: ${what}`);
  }
  const shown = needAsked(replica, needId, { now: desk.world.now() });
  assert(shown !== undefined, "the need was just found in this replica");
  const matches = shown.need.state === "open" ? needMatches(replica, needId) : [];
  print(desk, options, { ...shown, matches }, () => seenLines(shown, matches, paintFor(desk.world)));
}

async function ask(
  desk: Desk,
  { replica, needId, what }: { replica: Replica; needId: Need["id"]; what: string },
  options: NeedOptions,
): Promise<void> {
  const personIds = (options.ask ?? []).map((name) => namedOrAt(replica, "person", name).id);
  const checkBackOn = options.checkBack === undefined ? null : dayTyped(options.checkBack, typedFrom(desk, replica));
  const { result } = await desk.run("need.makeKnown", { needId, personIds, checkBackOn });
  const after = await desk.replica(needNouns);
  const lines = result.stepIds.map((stepId) => {
    const step = after.get("step", stepId);
    const back = step?.checkBackOn ? `, look again ${sayDay(step.checkBackOn)}` : "";
    return `  ${after.get("person", step?.ownerPersonId ?? null)?.name ?? "somebody"}${back}: upshot draft ${ref(stepId)}`;
  });
  said(
    desk,
    options,
    result,
    [`To be asked about "${what}"; nothing was sent, the words for each are here:`, ...lines].join("\n"),
  );
}

function needAt(replica: Replica, given: string): Need {
  const found = matching<Need>(replica.all("need"), ({ what }) => what, given);
  const [only, second] = found;
  if (only === undefined)
    throw new Refusal("not-found", `There is no need called "${given}". "upshot needs" lists them.`);
  if (second !== undefined)
    throw severalFit(
      given,
      found.map(({ id, what }) => `${what} (${ref(id)})`),
    );
  return only;
}

function seenLines(
  { need, event, note, commitment, people, asked }: NeedSeen,
  matches: readonly NeedMatch[],
  paint: Paint,
): string[] {
  const soft = (line: string) => `  ${paint.soft(printable(line))}`;
  return [
    `${paint.strong(printable(need.what))}  ${paint.soft(`${sideWords[need.side].trim()} ${ref(need.id)}`)}`,
    ...[
      need.about,
      need.state === "open" ? null : [need.state, need.cameOfIt].filter(Boolean).join(": "),
      event,
      commitment && `serves: ${commitment}`,
      note && `“${note.text}”`,
    ]
      .filter((line): line is string => Boolean(line))
      .map(soft),
    soft(sayAsked(asked)),
    ...people.map(({ who, step, ageDays, lateDays }) => {
      const state =
        step.state === "open"
          ? `waiting ${sayCount(ageDays, "day")}${lateDays > 0 ? ", look again" : ""}`
          : step.state === "done"
            ? "answered"
            : "cannot";
      return `  ${paint.soft(ref(step.id))}  ${printable(who ?? "somebody")}  ${paint.soft(state)}${step.cameOfIt === null ? "" : `  ${printable(step.cameOfIt)}`}`;
    }),
    ...(matches.length === 0 ? [] : ["", paint.accent(need.side === "seek" ? "Who could help" : "Who could use it")]),
    ...matches.flatMap(({ name, about, reasons }) => [
      `  ${printable([name, about].filter(Boolean).join(", "))}`,
      ...reasons.map(({ words, quote }) => `      ${paint.soft(printable(`${words.join(", ")}: ${quote}`))}`),
    ]),
  ];
}
