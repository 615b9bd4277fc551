import { type Lead, type Stage, stagesOf } from "#domain/model/lead.ts";
import { moneyFrom, sayMoney } from "#domain/model/money.ts";
import { sayCount, sayDay, sayDayFrom } from "#domain/model/say.ts";
import { type Day, dayAt } from "#domain/model/time.ts";
import { assert, Refusal } from "#domain/refusal.ts";
import { zoneOf } from "#questions/asking.ts";
import { askedInVain, coldLeads, coldLeadsNouns, targetOf } from "#questions/cold-leads.ts";
import { lead as leadAsked, leadNouns } from "#questions/lead.ts";
import type { LeadShown } from "#questions/lead-shown.ts";
import { type LeadFilter, leadFilters, leads, leadsNouns } from "#questions/leads.ts";
import { type Path, pathsNouns, pathsTo } from "#questions/paths.ts";
import type { Replica } from "#replica/replica.ts";
import { matching } from "../matching.ts";
import { didYouMean } from "../nearest.ts";
import { dayTyped } from "./day.ts";
import type { Desk } from "./desk.ts";
import { type Paint, paintFor } from "./paint.ts";
import { print, said, type Said, typedFrom } from "./print.ts";
import { namedOrAt, ref, severalFit } from "./ref.ts";
import { stepLine } from "./show-step.ts";
import { printable } from "./wrap.ts";

/** LD5: leads by stage, those that are stuck with the reason. */
export async function leadsCommand(desk: Desk, options: Said & Partial<Record<LeadFilter, boolean>>): Promise<void> {
  if (options.cold === true) return coldLeadsCommand(desk, options);
  const { leads: all, stages, day } = leads(await desk.replica(leadsNouns), { now: desk.world.now() });
  const filter = (["stuck", "resting", "all"] as const).find((name) => options[name] === true) ?? "open";
  const shown = all.filter((one) => leadFilters[filter](one));
  const paint = paintFor(desk.world);
  print(desk, options, shown, () => {
    if (shown.length === 0) return [emptyWords(filter, all.length)];
    return stages.flatMap((stage) => {
      const here = shown.filter((one) => one.stage.key === stage.key);
      if (here.length === 0) return [];
      const title = `${paint.accent(printable(stage.name))} ${paint.soft(String(here.length))}`;
      return [title, ...here.flatMap((one) => leadLines(one, day, paint))];
    });
  });
}

/** EC4: the less familiar first, each with the path that is still open. */
async function coldLeadsCommand(desk: Desk, options: Said): Promise<void> {
  const replica = await desk.replica(coldLeadsNouns);
  const day = dayAt(desk.world.now(), zoneOf(replica));
  const shown = coldLeads(replica, { day });
  const paint = paintFor(desk.world);
  print(desk, options, shown, () =>
    shown.length === 0
      ? [emptyWords("cold", replica.count("lead"))]
      : shown.flatMap((one) => [
          ...leadLines(one, day, paint),
          `          ${one.path === null ? paint.warn("no path is open") : printable(`open: ${one.path.sentence}`)}`,
        ]),
  );
}

function emptyWords(filter: LeadFilter, count: number): string {
  if (count > 0 && filter !== "open" && filter !== "all") return `No lead is ${filter}.`;
  return 'There is no lead here yet: upshot lead add "Pilot" --person ana --next "send her the deck" --by friday';
}

function leadLines(
  { lead, person, organization, next, stuck, isBack, warmth }: LeadShown,
  day: Day,
  paint: Paint,
): string[] {
  const who = [person, organization].filter((name) => name !== null && name !== lead.name).join(", ");
  const rests = lead.restsUntil !== null && !isBack ? `rests until ${sayDayFrom(lead.restsUntil, day)}` : "";
  const facts = [who, rests, sayAmount(lead)].filter(Boolean).join("  ");
  return [
    `  ${paint.soft(ref(lead.id))}  ${printable(lead.name)}  ${paint.soft(printable(facts))}`,
    ...(stuck === null ? [] : [`          ${paint.warn(printable(`stuck: ${stuck}`))}`]),
    ...(next === null ? [] : [`          next: ${stepLine(next, day, paint)}`]),
    `          ${paint.soft(printable(warmth.sentence))}`,
  ];
}

function sayAmount({ amount, currency }: Pick<Lead, "amount" | "currency">): string {
  return amount === null || currency === null ? "" : sayMoney(amount, currency);
}

/** A lead by its id, or its name or part of it. */
function leadNamed(replica: Replica, given: string): Lead {
  const found = matching<Lead>(replica.all("lead"), ({ name }) => name, given);
  const [only, second] = found;
  if (only === undefined) {
    throw new Refusal("not-found", `There is no lead called "${given}". "upshot leads --all" lists them.`);
  }
  if (second === undefined) return only;
  throw severalFit(
    given,
    found.map(({ name, id }) => `${name} (${ref(id)})`),
  );
}

export interface LeadOptions extends Said {
  person?: string;
  organization?: string;
  step?: string;
  stage?: string;
  ours?: string;
  theirs?: string;
  amount?: string;
  next?: string;
  by?: string;
  on?: string;
  until?: string;
  why?: string;
}

const acts = {
  add: addLead,
  move: moveLead,
  show: showLead,
  ask: askForLead,
} satisfies Record<string, (desk: Desk, words: readonly string[], options: LeadOptions) => Promise<void>>;

/** One lead: make it, move it, show it, or ask somebody for an introduction to it. */
export async function leadCommand(
  desk: Desk,
  act: string,
  words: readonly string[],
  options: LeadOptions,
): Promise<void> {
  const known = Object.keys(acts) as (keyof typeof acts)[]; // the keys of a literal object
  const wanted = known.find((name) => name === act);
  if (wanted === undefined) {
    throw new Refusal(
      "invalid",
      `"${act}" is nothing to do with a lead: add, move, show or ask.${didYouMean(act, known)}`,
    );
  }
  await acts[wanted](desk, words, options);
}

async function addLead(desk: Desk, words: readonly string[], options: LeadOptions): Promise<void> {
  await desk.context(); // a first lead begins the workspace
  const replica = await desk.replica(leadNouns);
  const from = typedFrom(desk, replica);
  const { person, organization, next, by } = options;
  const name = words.join(" ").trim() || null;
  if (by !== undefined && next === undefined)
    throw new Refusal("invalid", "--by says when --next is wanted; give both.");
  const { result } = await desk.run("lead.add", {
    name,
    ...(person !== undefined && { personId: namedOrAt(replica, "person", person).id }),
    ...(organization !== undefined && { organizationId: namedOrAt(replica, "organization", organization).id }),
    ...(options.step !== undefined && { stepId: stepAt(replica, options.step) }),
    ...(options.stage !== undefined && { stage: stageNamed(replica, options.stage).key }),
    ...(options.until !== undefined && { restsUntil: dayTyped(options.until, from) }),
    ...(options.why !== undefined && { why: options.why }),
    ...(options.ours !== undefined && { ours: options.ours }),
    ...(options.theirs !== undefined && { theirs: options.theirs }),
    ...(options.amount !== undefined && amountTyped(options.amount)),
    ...(next !== undefined && { next: { what: next, dueOn: by === undefined ? null : dayTyped(by, from) } }),
  });
  const made = (await desk.replica(["lead"])).get("lead", result.leadId);
  const step = next === undefined ? "" : `, next: ${next}`;
  said(desk, options, result, `Lead: ${made?.name ?? ""} (${ref(result.leadId)})${step}`);
}

function stepAt(replica: Replica, given: string) {
  const found = matching(replica.all("step"), ({ what }) => what, given);
  const [only, second] = found;
  if (only === undefined || second !== undefined) {
    throw new Refusal("not-found", `No one step fits "${given}". "upshot steps" shows the ids.`);
  }
  return only.id;
}

function stageNamed(replica: Replica, given: string): Stage {
  const stages = stagesOf({ stages: replica.get("workspace", replica.workspaceId)?.stages ?? null });
  const wanted = given.toLowerCase();
  const stage = stages.find(({ key, name }) => key === wanted || name.toLowerCase() === wanted);
  if (stage !== undefined) return stage;
  const names = stages.map(({ name }) => name);
  throw new Refusal("not-found", `There is no stage "${given}": ${names.join(", ")}.${didYouMean(given, names)}`);
}

/** "12000 EUR", "EUR 12,000.50". */
function amountTyped(given: string): { amount: number; currency: string } {
  const currency = /[A-Za-z]{3}/.exec(given)?.[0].toUpperCase();
  const amount = currency === undefined ? undefined : moneyFrom(given.replace(/[A-Za-z]{3}/, ""), currency);
  if (currency === undefined || amount === undefined) {
    throw new Refusal("invalid", `"${given}" is no amount with its currency; write it like "12000 EUR".`);
  }
  return { amount, currency };
}

async function moveLead(desk: Desk, words: readonly string[], options: LeadOptions): Promise<void> {
  const replica = await desk.replica(leadNouns);
  const given = words.at(-1);
  if (given === undefined || words.length < 2) {
    throw new Refusal("invalid", "Say which lead, and to which stage: upshot lead move pilot won");
  }
  const stage = stageNamed(replica, given);
  const lead = leadNamed(replica, words.slice(0, -1).join(" "));
  const from = typedFrom(desk, replica);
  const { result } = await desk.run("lead.move", {
    leadId: lead.id,
    stage: stage.key,
    on: options.on === undefined ? null : dayTyped(options.on, from),
    restsUntil: options.until === undefined ? null : dayTyped(options.until, from),
    why: options.why ?? null,
  });
  const isOver = result.means === "won" || result.means === "lost";
  const open = isOver && result.openSteps > 0 ? `; ${sayCount(result.openSteps, "step")} of it still open` : "";
  said(desk, options, result, `${lead.name} is at ${stage.name}${open}`);
}

async function showLead(desk: Desk, words: readonly string[], options: LeadOptions): Promise<void> {
  const replica = await desk.replica([...leadNouns, ...pathsNouns]);
  const asking = { now: desk.world.now() };
  const found = leadNamed(replica, words.join(" "));
  const seen = leadAsked(replica, found.id, asking);
  assert(seen !== undefined, "the lead was just found in this replica");
  const day = dayAt(asking.now, zoneOf(replica));
  const target = targetOf(found);
  const paths =
    target === null ? [] : (pathsTo(replica, target, { day, closed: askedInVain(replica, found) })?.paths ?? []);
  const paint = paintFor(desk.world);
  print(desk, options, { ...seen, paths }, () => {
    const { lead, stage, steps, closed, event, session, note, source, commitment } = seen;
    const facts = [
      `at ${stage.name} since ${sayDay(lead.stageOn, day)}`,
      lead.why && `why: ${lead.why}`,
      lead.ours && `our call to action: ${lead.ours}`,
      lead.theirs && `theirs: ${lead.theirs}`,
      [event?.name, session].filter(Boolean).join(", ") &&
        `began at: ${[event?.name, session].filter(Boolean).join(", ")}`,
      commitment && `serves: ${commitment}`,
      note &&
        `“${source?.quote ?? note.text}”${source === undefined ? "" : `  (${source.page.name}, line ${source.line})`}`,
      lead.about,
    ];
    return [
      ...leadLines({ ...seen, next: null }, day, paint),
      ...facts.flatMap((fact) => (fact ? [`          ${printable(fact)}`] : [])),
      ...section(
        "Next steps",
        steps.map((step) => stepLine(step, day, paint)),
        paint,
      ),
      ...section(
        "Paths",
        paths.flatMap((path) => pathLines(path, paint)),
        paint,
      ),
      ...section(
        "Closed",
        closed.map((step) => stepLine(step, day, paint)),
        paint,
      ),
    ];
  });
}

function section(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : ["", paint.accent(title), ...lines.map((line) => `  ${line}`)];
}

async function askForLead(desk: Desk, words: readonly string[], options: LeadOptions): Promise<void> {
  const replica = await desk.replica(leadNouns);
  const [given, ...who] = words;
  if (given === undefined || who.length === 0) {
    throw new Refusal("invalid", "Say which lead, and whom to ask for an introduction: upshot lead ask pilot ana");
  }
  const lead = leadNamed(replica, given);
  const through = namedOrAt(replica, "person", who.join(" "));
  const from = typedFrom(desk, replica);
  const { result } = await desk.run("lead.askIntroduction", {
    leadId: lead.id,
    throughPersonId: through.id,
    dueOn: options.by === undefined ? null : dayTyped(options.by, from),
    checkBackOn: options.until === undefined ? null : dayTyped(options.until, from),
  });
  const after = await desk.replica(leadNouns);
  const lines = [result.stepId, result.theirStepId].map((id) => {
    const step = after.get("step", id);
    const day = step?.checkBackOn ?? step?.dueOn ?? null;
    return `${ref(id)}  ${step?.isTheirs === true ? `${through.name}: ` : ""}${step?.what ?? ""}${day === null ? "" : `, ${sayDayFrom(day, from.today)}`}`;
  });
  said(desk, options, result, lines.join("\n"));
}

/** LD6: who could open the door to a person or an organization. */
export async function pathsCommand(desk: Desk, given: string, options: Said): Promise<void> {
  const replica = await desk.replica(pathsNouns);
  const person = matching(replica.all("person"), ({ name }) => name, given);
  const target =
    person.length > 0
      ? { personId: namedOrAt(replica, "person", given).id }
      : { organizationId: namedOrAt(replica, "organization", given).id };
  const found = pathsTo(replica, target, { day: dayAt(desk.world.now(), zoneOf(replica)) });
  assert(found !== undefined, "whom a path leads to was just found in this replica");
  const paint = paintFor(desk.world);
  print(desk, options, found, () => [
    paint.strong(`To ${printable(found.name)}`),
    ...(found.paths.length === 0
      ? ["Nobody you know is known to open that door. A note that names both, or who works where, may say more."]
      : found.paths.flatMap((path) => pathLines(path, paint))),
  ]);
}

function pathLines(path: Path, paint: Paint): string[] {
  const marks = [path.strengthWords, path.isStrongest ? "strongest" : "", path.isShortest ? "shortest" : ""];
  const way = path.nodes.map(({ name }) => name).join(" -> ");
  return [
    `${printable(way)}  ${paint.soft(marks.filter(Boolean).join(", "))}`,
    `  ${printable(path.sentence)}`,
    ...path.hops.map(({ words }, n) => `    ${paint.soft(printable(`${path.nodes[n + 1]?.name ?? ""}: ${words}`))}`),
  ];
}
