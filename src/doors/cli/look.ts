import { sayPeriod } from "#domain/model/period.ts";
import { sayAge, sayCount, sayDay } from "#domain/model/say.ts";
import { type Owner, type StepKind, stepKinds } from "#domain/model/step.ts";
import { Refusal } from "#domain/refusal.ts";
import { todayIn } from "#questions/asking.ts";
import { search, searchNouns } from "#questions/search.ts";
import { steps, stepsNouns, waiting } from "#questions/steps.ts";
import { type StepServing, today, todayNouns } from "#questions/today.ts";
import { followUpLine } from "./after.ts";
import type { Desk } from "./desk.ts";
import { type Paint, paintFor } from "./paint.ts";
import { print, type Said } from "./print.ts";
import { namedOrAt, ref } from "./ref.ts";
import type { SheetOptions } from "./sheet.ts";
import { stepLine } from "./show-step.ts";
import { printable } from "./wrap.ts";

/** Lines of one list that today shows at the most; more are counted, and `upshot steps` shows them all. */
const linesMax = 15;

export async function todayCommand(desk: Desk, options: SheetOptions): Promise<void> {
  const asking = { now: desk.world.now() };
  if (options.md !== undefined || options.html !== undefined) {
    const { writeSheet } = await import("./sheet.ts");
    return writeSheet(desk, null, options);
  }
  const shown = today(await desk.replica(todayNouns), asking);
  const paint = paintFor(desk.world);
  print(desk, options, shown, () => {
    const lines = [paint.strong(sayDay(shown.day))];
    const section = (title: string, list: string[], all = "upshot steps") => {
      if (list.length === 0) return;
      const more = list.length > linesMax ? [paint.soft(`  and ${list.length - linesMax} more (${all})`)] : [];
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
      shown.due.map((step) => `  ${stepLine(step, shown.day, paint)}${servesWords(step, paint)}`),
    );
    section(
      "Missed",
      shown.missed.map((step) => `  ${stepLine(step, shown.day, paint)}${servesWords(step, paint)}`),
    );
    section(
      "Ask again (theirs, the check-back day has come)",
      shown.askAgain.map((step) => {
        const { draft, ageDays } = step;
        const to = draft.to === null ? "" : ` to ${printable(draft.to)}`;
        const words = printable(draft.text.split("\n\n")[1] ?? "");
        const lines = [`  ${stepLine(step, shown.day, paint)}`, `${sayAge(ageDays)}; a draft${to}: ${words}`];
        return lines.map((line, at) => (at === 0 ? line : `          ${paint.soft(line)}`)).join("\n");
      }),
    );
    section(
      "Follow up",
      shown.followUps.map((one) => `  ${followUpLine(one, paint)}`),
      "upshot after EVENT",
    );
    section(
      "Initiatives of yours",
      shown.initiatives.map(({ initiative, asks, daysLate }) => {
        const late = daysLate > 0 ? paint.warn(`, for ${sayCount(daysLate, "day")}`) : "";
        const wants = asks === "firstStep" ? "waits for its first step" : "waits for your check-in";
        return `  ${paint.soft(ref(initiative.id))}  ${printable(initiative.name)} ${wants}${late}`;
      }),
      "upshot check-in INITIATIVE COLOUR LINE",
    );
    section(
      "Back from their rest",
      shown.back.map(({ lead }) => `  ${paint.soft(ref(lead.id))}  ${printable(lead.name)}`),
      "upshot leads",
    );
    section(
      "Still seeing value? (1 to 5: upshot pulse EVENT 4)",
      shown.pulses.map(
        ({ event, afterDays }) =>
          `  ${ref(event.id)}  ${printable(event.name)}, ${sayCount(afterDays, "day")} after it`,
      ),
      "upshot pulse",
    );
    if (lines.length === 1) lines.push("", "Nothing is due. The next ones: upshot steps");
    const more = [
      ...shown.idle.map(
        ({ what, id }) => `nothing planned this week for "${printable(what)}" (${ref(id)}; upshot plan)`,
      ),
      shown.monthEnd === null
        ? ""
        : `${sayPeriod(shown.monthEnd.month)} ends: ${sayCount(shown.monthEnd.count, "open thing")} to keep, move or drop (upshot month-end)`,
      shown.vague > 0 ? `${sayCount(shown.vague, "step")} without a day (upshot steps --vague)` : "",
      shown.proposals > 0 ? `${sayCount(shown.proposals, "proposal")} to answer (upshot review)` : "",
    ].filter(Boolean);
    if (more.length > 0) lines.push("", ...more.map((line) => paint.soft(line)));
    return lines;
  });
}

function servesWords({ serves }: StepServing, paint: Paint): string {
  return serves === null ? "" : paint.soft(`  for “${printable(serves)}”`);
}

export async function waitingCommand(desk: Desk, options: Said): Promise<void> {
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
            `  ${stepLine({ ...step, who: null, organization: null, owner: "them" }, day, paint)}${paint.soft(`, ${sayAge(step.ageDays)}`)}${step.isDue ? paint.warn("  ask again") : ""}`.replace(
              "somebody: ",
              "",
            ),
          ),
        ]),
  );
}

export interface StepsOptions extends Said {
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

export async function searchCommand(desk: Desk, words: string, options: Said & { max: string }): Promise<void> {
  if (!/[\p{L}\p{N}]/u.test(words))
    throw new Refusal("invalid", "Say which words to look for: upshot search pilot numbers");
  const hits = search(await desk.replica(searchNouns), words, countOf(options.max));
  const paint = paintFor(desk.world);
  print(desk, options, hits, () =>
    hits.length === 0
      ? [`Nothing has the words "${words}".`]
      : hits.map(
          (hit) => `${paint.soft(`${ref(hit.id)}  ${hit.noun.padEnd(12)}`)} ${printable(hit.title).slice(0, 160)}`,
        ),
  );
}

/** A number of lines as a person types it. */
export function countOf(given: string): number {
  const count = Number(given);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new Refusal("invalid", `--max takes a number of lines, such as 20; "${given}" is none.`);
}
