import type { Noun } from "#domain/model/nouns.ts";
import { nounNames } from "#domain/model/nouns.ts";
import { sayCount, sayDay, sayDayFrom } from "#domain/model/say.ts";
import { type Owner, type StepKind, stepKinds } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import { showStep, todayIn } from "#questions/asking.ts";
import { event as askEvent, type EventListed, eventNouns, events, eventsNouns } from "#questions/event.ts";
import { people, peopleNouns, person } from "#questions/people.ts";
import { search, searchNouns } from "#questions/search.ts";
import { source } from "#questions/source.ts";
import { steps, stepsNouns, waiting } from "#questions/steps.ts";
import { today, todayNouns } from "#questions/today.ts";
import type { Replica } from "#replica/replica.ts";
import type { Desk } from "./desk.ts";
import { paintFor } from "./paint.ts";
import { namedOrAt, recordAt, ref } from "./ref.ts";
import { stepLine } from "./show-step.ts";
import { printable, wrap } from "./wrap.ts";

interface LookOptions {
  json?: boolean;
}

/** Lines of one list that today shows at the most; more are counted, and `upshot steps` shows them all. */
const linesMax = 15;

/** Prints what was asked: as JSON where wanted, else the lines. */
function print(desk: Desk, options: LookOptions, value: unknown, lines: () => string[]): void {
  const text = options.json === true ? `${JSON.stringify(value, null, 2)}\n` : `${lines().join("\n")}\n`;
  desk.world.out.write(text);
}

export async function todayCommand(desk: Desk, options: LookOptions): Promise<void> {
  const asking = { now: desk.world.now() };
  const shown = today(await desk.replica(todayNouns), asking);
  const paint = paintFor(desk.world);
  print(desk, options, shown, () => {
    const lines = [paint.strong(sayDay(shown.day))];
    const section = (title: string, list: string[]) => {
      if (list.length === 0) return;
      const more = list.length > linesMax ? [paint.soft(`  and ${list.length - linesMax} more (upshot steps)`)] : [];
      lines.push("", paint.accent(title), ...list.slice(0, linesMax), ...more);
    };
    section(
      "First",
      shown.first.flatMap((step) => [
        `  ${stepLine(step, shown.day, paint)}`,
        `          ${paint.soft(`${step.why}.`)}`,
      ]),
    );
    section(
      "Due",
      shown.due.map((step) => `  ${stepLine(step, shown.day, paint)}`),
    );
    section(
      "Missed",
      shown.missed.map((step) => `  ${stepLine(step, shown.day, paint)}`),
    );
    section(
      "Ask again (theirs, the check-back day has come)",
      shown.askAgain.map((step) => `  ${stepLine(step, shown.day, paint)}`),
    );
    if (lines.length === 1) lines.push("", "Nothing is due. The next ones: upshot steps");
    const more = [
      shown.vague > 0 ? `${sayCount(shown.vague, "step")} without a day (upshot steps --vague)` : "",
      shown.proposals > 0 ? `${sayCount(shown.proposals, "proposal")} to answer (upshot review-proposals)` : "",
    ].filter(Boolean);
    if (more.length > 0) lines.push("", ...more.map((line) => paint.soft(line)));
    return lines;
  });
}

export async function waitingCommand(desk: Desk, options: LookOptions): Promise<void> {
  const asking = { now: desk.world.now() };
  const replica = await desk.replica(stepsNouns);
  const shown = waiting(replica, asking);
  const day = todayIn(replica, asking);
  const paint = paintFor(desk.world);
  print(desk, options, shown, () =>
    shown.length === 0
      ? ["You are waiting for nobody."]
      : shown.flatMap(({ who, steps }) => [
          paint.accent(printable(who)),
          ...steps.map((step) =>
            `  ${stepLine({ ...step, who: null, organization: null, owner: "them" }, day, paint)}${step.isDue ? paint.warn("  ask again") : ""}`.replace(
              "somebody: ",
              "",
            ),
          ),
        ]),
  );
}

export interface StepsOptions extends LookOptions {
  mine?: boolean;
  theirs?: boolean;
  colleagues?: boolean;
  kind?: string;
  event?: string;
  person?: string;
  vague?: boolean;
  closed?: boolean;
  all?: boolean;
}

export async function stepsCommand(desk: Desk, options: StepsOptions): Promise<void> {
  const asking = { now: desk.world.now() };
  const replica = await desk.replica(stepsNouns);
  const kind = options.kind === undefined ? undefined : kindNamed(options.kind);
  const owner: Owner | undefined = options.mine
    ? "me"
    : options.theirs
      ? "them"
      : options.colleagues
        ? "colleague"
        : undefined;
  const found = steps(
    replica,
    {
      owner,
      kind,
      isVague: options.vague,
      state: options.all ? "all" : options.closed ? "done" : "open",
      eventId: options.event === undefined ? undefined : namedOrAt(replica, "event", options.event).id,
      personId: options.person === undefined ? undefined : namedOrAt(replica, "person", options.person).id,
    },
    asking,
  );
  const day = todayIn(replica, asking);
  const paint = paintFor(desk.world);
  print(desk, options, found, () =>
    found.length === 0 ? ["No steps fit."] : found.map((step) => stepLine(step, day, paint)),
  );
}

function kindNamed(given: string): StepKind {
  const kind = stepKinds.find((one) => one === given);
  if (kind === undefined) throw new Refusal("invalid", `--kind is one of ${stepKinds.join(", ")}; "${given}" is none.`);
  return kind;
}

export async function eventsCommand(desk: Desk, options: LookOptions): Promise<void> {
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
  const { passages, made, kept, letGo, proposed, unread } = ledger;
  const words = `${sayCount(passages, "passage")}: ${made} made into something, ${proposed} proposed, ${kept} kept, ${letGo} let go, ${unread} unread`;
  return `${words}; ${sayCount(openSteps, "step")} open, ${doneSteps} done`;
}

export async function eventCommand(desk: Desk, name: string, options: LookOptions): Promise<void> {
  const asking = { now: desk.world.now() };
  const replica = await desk.replica(eventNouns);
  const shown = askEvent(replica, namedOrAt(replica, "event", name).id, asking);
  if (shown === undefined) throw new Refusal("not-found", `There is no event called "${name}".`);
  const day = todayIn(replica, asking);
  const paint = paintFor(desk.world);
  print(desk, options, shown, () => {
    const lines = [`${paint.strong(printable(shown.event.name))}  ${paint.soft(whenOf(shown))}`, ledgerLine(shown)];
    const section = (title: string, list: string[]) =>
      list.length > 0 && lines.push("", paint.accent(title), ...list.map((line) => `  ${line}`));
    section(
      "What it should answer",
      shown.event.focus.map(({ question, answer }) => `${question}  ${answer ?? paint.warn("no answer yet")}`),
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
    lines.push(
      "",
      paint.soft(
        `${sayCount(shown.sessions.count, "session")} in the programme, ${shown.sessions.starred.length} starred, ${shown.sessions.attended.length} attended`,
      ),
    );
    return lines;
  });
}

export interface PeopleOptions extends LookOptions {
  duplicates?: boolean;
}

export async function peopleCommand(desk: Desk, options: PeopleOptions): Promise<void> {
  const replica = await desk.replica(peopleNouns);
  const paint = paintFor(desk.world);
  if (options.duplicates === true) {
    const { duplicates } = await import("#questions/duplicates.ts");
    const pairs = duplicates(replica);
    print(desk, options, pairs, () =>
      pairs.length === 0
        ? ["No two people look alike."]
        : [
            ...pairs.flatMap(({ keep, other, reason }) => [
              `${ref(keep.id)} ${printable(keep.name)}  =  ${ref(other.id)} ${printable(other.name)}`,
              `        ${paint.soft(reason)}`,
            ]),
            "",
            paint.soft('Merge two with "upshot merge KEEP OTHER"; "upshot undo" parts them again.'),
          ],
    );
    return;
  }
  const found = people(replica);
  print(desk, options, found, () =>
    found.length === 0
      ? ["No people yet."]
      : found.map(({ person: one, organization, lastSeenOn, openSteps }) => {
          const open = openSteps > 0 ? `, ${sayCount(openSteps, "open step")}` : "";
          const seen = lastSeenOn === null ? "" : `last seen ${sayDay(lastSeenOn as Day)}`; // questions answer in days
          return `${paint.soft(ref(one.id))}  ${printable([one.name, one.role, organization].filter(Boolean).join(", "))}  ${paint.soft(seen + open)}`;
        }),
  );
}

const showNouns: readonly Noun[] = nounNames.filter((noun) => noun !== "workspace");

/** One thing, with its quote and the way back to the page (NT3). */
export async function showCommand(desk: Desk, id: string, options: LookOptions): Promise<void> {
  const replica = await desk.replica(nounNames);
  const { noun, record } = recordAt(replica, showNouns, id);
  const origin = originOf(replica, noun, record);
  const details = noun === "person" ? person(replica, record.id as Parameters<typeof person>[1]) : record; // the noun says whose id it is
  print(desk, options, { noun, record: details, source: origin ?? null }, () => {
    const paint = paintFor(desk.world);
    const lines = [`${paint.accent(noun)} ${paint.soft(record.id)}`];
    if (noun === "step")
      lines.push(
        stepLine(
          showStep(replica, record as Parameters<typeof showStep>[1]),
          todayIn(replica, { now: desk.world.now() }),
          paint,
        ),
      );
    if (noun === "person") lines.push(...personLines(replica, record.id, desk, paint));
    lines.push(...fieldLines(record).map((line) => paint.soft(line)));
    if (origin !== undefined) {
      const { before, lines: words, after } = origin.around;
      const where = `${origin.page.name}, line ${origin.line}${origin.page.takenOn === null ? "" : `, ${sayDay(origin.page.takenOn)} ${origin.page.takenOn.slice(0, 4)}`}`;
      lines.push("", paint.accent(`Where it came from: ${printable(where)}`));
      for (const line of [before, ...words.split("\n"), after])
        if (line.trim() !== "") lines.push(`  | ${wrap(line, desk.world.out.columns, "  | ")}`);
    }
    return lines;
  });
}

function personLines(replica: Replica, id: string, desk: Desk, paint: ReturnType<typeof paintFor>): string[] {
  const shown = person(replica, id as Parameters<typeof person>[1]); // the noun says whose id it is
  if (shown === undefined) return [];
  const day = todayIn(replica, { now: desk.world.now() });
  return [
    printable([shown.person.name, shown.person.role, shown.organization].filter(Boolean).join(", ")),
    ...shown.meetings.map(
      ({ meeting, event }) =>
        `met ${[meeting.metOn === null ? null : sayDayFrom(meeting.metOn, day), event].filter(Boolean).join(", ")}`,
    ),
    ...shown.touches.map(
      (touch) => `${sayDay(touch.touchedOn)}  ${touch.way} ${touch.direction}  ${printable(touch.line ?? "")}`,
    ),
    ...shown.steps.map((step) => stepLine(step, day, paint)),
  ];
}

function originOf(replica: Replica, noun: Noun, record: object): ReturnType<typeof source> {
  const at = record as { pageId?: Parameters<typeof source>[1]; start?: number | null; end?: number | null }; // nouns with a source have these
  if (at.pageId) return source(replica, at.pageId, at.start ?? null, at.end ?? null);
  if (noun !== "person" && noun !== "organization") return undefined;
  const made = [...replica.all("proposal")].find((proposal) => proposal.madeId === (record as { id: string }).id);
  return made === undefined ? undefined : source(replica, made.pageId, made.start, made.end);
}

/** The fields that say something, one a line. */
function fieldLines(record: object): string[] {
  return Object.entries(record).flatMap(([field, value]) => {
    const isEmpty = value === null || value === false || (Array.isArray(value) && value.length === 0);
    if (isEmpty || field === "id" || field === "text") return [];
    return [`${field}: ${printable(typeof value === "string" ? value : JSON.stringify(value)).slice(0, 500)}`];
  });
}

export async function searchCommand(desk: Desk, words: string, options: LookOptions & { max?: string }): Promise<void> {
  const hits = search(await desk.replica(searchNouns), words, Number(options.max ?? 20) || 20);
  const paint = paintFor(desk.world);
  print(desk, options, hits, () =>
    hits.length === 0
      ? [`Nothing has the words "${words}".`]
      : hits.map(
          (hit) => `${paint.soft(`${ref(hit.id)}  ${hit.noun.padEnd(12)}`)} ${printable(hit.title).slice(0, 160)}`,
        ),
  );
}
