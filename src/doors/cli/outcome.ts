import type { EventId } from "#domain/model/id.ts";
import { Currency, moneyFrom, sayMoney } from "#domain/model/money.ts";
import type { Noun } from "#domain/model/nouns.ts";
import { type Outcome, OutcomeKind, outcomeKinds, outcomeKindWords } from "#domain/model/outcome.ts";
import { sayCount, sayDay, sayDayFrom, shortened } from "#domain/model/say.ts";
import { sharesOf, wholeParts } from "#domain/model/share.ts";
import { assert, Refusal } from "#domain/refusal.ts";
import { eventsOf, walkBack, walkNouns, type WalkStop } from "#questions/walk.ts";
import type { Replica } from "#replica/replica.ts";
import { dayTyped } from "./day.ts";
import type { Desk } from "./desk.ts";
import { type Paint, paintFor } from "./paint.ts";
import { print, said, type Said, typedFrom } from "./print.ts";
import { namedOrAt, recordAt, ref } from "./ref.ts";
import { printable } from "./wrap.ts";

export interface OutcomeOptions extends Said {
  kind?: string;
  amount?: string;
  currency?: string;
  on?: string;
  from?: string[];
  event?: string[];
  about?: string;
}

const nouns = ["workspace", "member", ...walkNouns] as const;

/** What an outcome can be said to have come from, by the end of an id. */
const sourceNouns = ["step", "lead", "dot", "initiative", "note"] as const;

/**
 * OC1: `add` records what came of it, `share` says what part each event has, `remove` takes one away; the id of an outcome shows the
 * way back to where it began; without words all are listed.
 */
export async function outcomeCommand(desk: Desk, words: readonly string[], options: OutcomeOptions): Promise<void> {
  const [act, ...rest] = words;
  if (act === undefined) return listed(desk, options);
  if (act === "add") return add(desk, rest.join(" ").trim(), options);
  const replica = await desk.replica(nouns);
  const given = act === "share" || act === "remove" ? rest[0] : act;
  if (given === undefined) {
    throw new Refusal(
      "invalid",
      `Say which: upshot outcome ${act} a1b2c3. "upshot outcome" lists them with their ids.`,
    );
  }
  const { record: outcome } = recordAt(replica, ["outcome"], given);
  if (act === "share") return share(desk, { replica, outcome, parts: rest.slice(1) }, options);
  if (act === "remove") {
    const { result } = await desk.run("outcome.remove", { outcomeId: outcome.id });
    return said(desk, options, result ?? {}, `Removed: ${outcome.what}. "upshot undo" brings it back.`);
  }
  shown(desk, { replica, outcome }, options);
}

async function add(desk: Desk, what: string, options: OutcomeOptions): Promise<void> {
  if (what === "") {
    throw new Refusal(
      "invalid",
      'Say what came of it: upshot outcome add "Audit for two years" --kind deal --from a1b2c3',
    );
  }
  const replica = await desk.replica(nouns);
  const from = typedFrom(desk, replica);
  const kind = OutcomeKind.safeParse((options.kind ?? "relationship").toLowerCase());
  if (!kind.success)
    throw new Refusal("invalid", `--kind is one of ${outcomeKinds.join(", ")}; "${options.kind}" is none.`);
  const sources = (options.from ?? []).map((given) => recordAt(replica, sourceNouns, given));
  const ids = (noun: Noun) => sources.filter((one) => one.noun === noun).map(({ record }) => record.id);
  const { result } = await desk.run("outcome.add", {
    what,
    kind: kind.data,
    about: options.about ?? null,
    ...worthOf(options),
    cameOn: options.on === undefined ? from.today : dayTyped(options.on, from),
    stepIds: ids("step"),
    leadIds: ids("lead"),
    dotIds: ids("dot"),
    initiativeIds: ids("initiative"),
    noteIds: ids("note"),
    eventIds: (options.event ?? []).map((name) => namedOrAt(replica, "event", name).id),
  });
  const hint =
    sources.length + (options.event?.length ?? 0) > 0
      ? ""
      : "\nIt names nothing it came from: --from takes the id of a step, lead or note.";
  said(desk, options, result, `Recorded: ${what}  ${ref(result.outcomeId)}${hint}`);
}

function worthOf({ amount, currency }: OutcomeOptions): { amount: number | null; currency: Currency | null } {
  if (amount === undefined) return { amount: null, currency: null };
  const named = Currency.safeParse((currency ?? "EUR").toUpperCase());
  if (!named.success) throw new Refusal("invalid", `--currency is three letters, as in EUR; "${currency}" is none.`);
  const minor = moneyFrom(amount, named.data);
  if (minor === undefined) throw new Refusal("invalid", `"${amount}" is no amount; write it like 12500 or 12500.50.`);
  return { amount: minor, currency: named.data };
}

/** "fosdem=70" "partner day=30": parts of any size, in proportion. Without parts it is shared equally again. */
async function share(
  desk: Desk,
  { replica, outcome, parts }: { replica: Replica; outcome: Outcome; parts: readonly string[] },
  options: Said,
): Promise<void> {
  const shares = parts.map((given) => {
    const [, name, part] = /^(.+)=\s*(\d{1,4})\s*%?$/.exec(given.trim()) ?? [];
    if (name === undefined || part === undefined) {
      throw new Refusal("invalid", `"${given}" is no part of an event; write it like "FOSDEM 2026=70".`);
    }
    return { eventId: namedOrAt(replica, "event", name).id, part: Number(part) };
  });
  await desk.run("outcome.share", { outcomeId: outcome.id, shares: shares.length === 0 ? null : shares });
  const after = await desk.replica(nouns);
  const now = after.get("outcome", outcome.id);
  assert(now !== undefined, "the outcome was shared just now");
  said(desk, options, { outcomeId: outcome.id }, `${outcome.what}: ${sayShares(after, now)}`);
}

async function listed(desk: Desk, options: Said): Promise<void> {
  const replica = await desk.replica(nouns);
  const outcomes = [...replica.all("outcome")].sort((a, b) => (a.cameOn < b.cameOn ? 1 : -1));
  const paint = paintFor(desk.world);
  const { today } = typedFrom(desk, replica);
  print(desk, options, outcomes, () =>
    outcomes.length === 0
      ? ['Nothing is recorded yet: upshot outcome add "Audit for two years" --kind deal --amount 12500 --from a1b2c3']
      : outcomes.map((one) => `${outcomeLine(one, paint)}  ${paint.soft(sayDay(one.cameOn, today))}`),
  );
}

/** An outcome on a line: its id, its words, its kind, its amount. */
export function outcomeLine({ id, what, kind, amount, currency }: Outcome, paint: Paint): string {
  const worth = amount === null || currency === null ? "" : `  ${paint.strong(sayMoney(amount, currency))}`;
  return `${paint.soft(ref(id))}  ${printable(what)}  ${paint.soft(outcomeKindWords[kind].toLowerCase())}${worth}`;
}

function shown(desk: Desk, { replica, outcome }: { replica: Replica; outcome: Outcome }, options: Said): void {
  const paths = walkBack(replica, outcome.id);
  const paint = paintFor(desk.world);
  const { today } = typedFrom(desk, replica);
  print(desk, options, { outcome, events: sharesIn(replica, outcome), paths }, () => [
    `${outcomeLine(outcome, paint)}  ${paint.soft(sayDayFrom(outcome.cameOn, today))}`,
    ...(outcome.about === null ? [] : [`  ${printable(outcome.about)}`]),
    ...(eventsOf(replica, outcome).length > 1 ? [`  shared: ${printable(sayShares(replica, outcome))}`] : []),
    ...(paths.length === 0
      ? ["", "It names nothing it came from."]
      : [
          "",
          paint.accent(sayCount(paths.length, "way back", "ways back")),
          ...paths.flatMap((path) => path.slice(1).map((stop, at) => stopLine(stop, at, paint))),
        ]),
  ]);
}

function stopLine({ noun, id, title, quote }: WalkStop, depth: number, paint: Paint): string {
  const words = quote === null || quote === title ? "" : `  ${paint.soft(`"${printable(shortened(quote, 80))}"`)}`;
  return `${"  ".repeat(depth + 1)}← ${paint.soft(noun)} ${printable(title)}  ${paint.soft(ref(id))}${words}`;
}

function sharesIn(replica: Replica, outcome: Outcome): { eventId: EventId; part: number }[] {
  return sharesOf(eventsOf(replica, outcome), outcome.shares);
}

function sayShares(replica: Replica, outcome: Outcome): string {
  return sharesIn(replica, outcome)
    .map(({ eventId, part }) => `${replica.get("event", eventId)?.name ?? "an event"} ${(part * 100) / wholeParts} %`)
    .join(", ");
}
