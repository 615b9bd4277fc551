import type { EntryId } from "#domain/model/id.ts";
import type { Proposal, StepReading } from "#domain/model/proposal.ts";
import { sayCount, sayDay } from "#domain/model/say.ts";
import { stepKinds } from "#domain/model/step.ts";
import { Refusal } from "#domain/refusal.ts";
import { todayIn, zoneOf } from "#questions/asking.ts";
import { inbox, type Inbox, inboxNouns } from "#questions/inbox.ts";
import { ask, keys } from "./ask.ts";
import { dayTyped } from "./day.ts";
import type { Desk } from "./desk.ts";
import { type Paint, paintFor } from "./paint.ts";
import { namedOrAt } from "./ref.ts";
import { printable, wrap } from "./wrap.ts";

export interface ReviewOptions {
  json?: boolean;
  event?: string;
  acceptMarked?: boolean;
}

const help = "Enter accept   e edit   n keep as note   x let go   A accept all marked   u undo   q stop";

/**
 * Answers proposals one by one, a key each (RD2). Every answer is kept at once, so it resumes where it stopped. Keys come from
 * the terminal, or from a pipe.
 */
export async function reviewCommand(desk: Desk, options: ReviewOptions): Promise<void> {
  const { world } = desk;
  const replica = await desk.replica(inboxNouns);
  const eventId = options.event === undefined ? undefined : namedOrAt(replica, "event", options.event).id;
  const open = inbox(replica, { eventId });
  if (options.acceptMarked === true) {
    const { result } = await desk.run("proposal.acceptMarked", eventId === undefined ? {} : { eventId });
    world.out.write(
      options.json === true
        ? `${JSON.stringify(result, null, 2)}\n`
        : `Made ${sayCount(result.made.length, "thing")} of what you marked.\n`,
    );
    return;
  }
  if (options.json === true) return void world.out.write(`${JSON.stringify(open, null, 2)}\n`);
  if (open.proposals.length === 0) return void world.out.write("No proposal waits for an answer.\n");
  world.out.write(
    `${sayCount(open.proposals.length, "proposal")} to answer, ${open.marked} of them marked by you.\n${help}\n`,
  );
  const sitting = new Sitting(desk, open, paintFor(world));
  sitting.show();
  for await (const key of keys(world)) {
    if (key === "q" || !(await sitting.take(key))) break;
    sitting.show();
  }
  world.out.write(`\n${sitting.summary()}\n`);
}

/** One sitting: where it is, and what was answered, so that it can be undone. */
class Sitting {
  readonly #desk: Desk;
  readonly #paint: Paint;
  readonly #open: Inbox["proposals"];
  readonly #answered: { entryId: EntryId; place: number; count: number }[] = [];
  #place = 0;
  /** Proposals that accept-all answered out of turn. */
  readonly #passed = new Set<string>();

  constructor(desk: Desk, open: Inbox, paint: Paint) {
    this.#desk = desk;
    this.#open = open.proposals;
    this.#paint = paint;
  }

  show(): void {
    const item = this.#open[this.#place];
    if (item === undefined) return;
    const { out } = this.#desk.world;
    const { proposal, source } = item;
    const where = source === undefined ? "" : `${source.page.name}, line ${source.line}`;
    out.write(`\n${this.#paint.soft(`${this.#place + 1}/${this.#open.length}  ${printable(where)}`)}\n`);
    out.write(`${this.#paint.quote(`  "${wrap(proposal.quote, out.columns, "   ")}"`)}\n`);
    out.write(
      `${this.#paint.strong(`  ${wrap(proposal.reading, out.columns, "  ")}`)}${proposal.isMarked ? this.#paint.accent("  marked") : ""}\n`,
    );
  }

  /** Does what a key says; false when there is nothing more to answer. */
  async take(key: string): Promise<boolean> {
    const proposal = this.#open[this.#place]?.proposal;
    if (proposal === undefined) return false;
    if (key === "enter" || key === "a")
      await this.#answer("Accepted", () => this.#desk.run("proposal.accept", { proposalId: proposal.id }));
    else if (key === "n")
      await this.#answer("Kept as a note", () => this.#desk.run("proposal.keep", { proposalId: proposal.id }));
    else if (key === "x")
      await this.#answer("Let go", () => this.#desk.run("proposal.letGo", { proposalId: proposal.id }));
    else if (key === "e") await this.#edit(proposal);
    else if (key === "A") await this.#acceptMarked();
    else if (key === "u") await this.#undo();
    else this.#desk.world.out.write(`${help}\n`);
    while (this.#passed.has(this.#open[this.#place]?.proposal.id ?? "")) this.#place += 1;
    return this.#place < this.#open.length;
  }

  summary(): string {
    const answered = this.#answered.reduce((sum, one) => sum + one.count, 0);
    const left = this.#open.length - answered;
    return left > 0
      ? `${sayCount(answered, "answer")}; ${left} left, go on with "upshot review-proposals".`
      : `All ${this.#open.length} are answered. Next: "upshot today"`;
  }

  async #answer(word: string, work: () => Promise<{ entryId: EntryId }>): Promise<void> {
    const { entryId } = await work();
    this.#answered.push({ entryId, place: this.#place, count: 1 });
    this.#place += 1;
    this.#desk.world.out.write(`  ${word}.\n`);
  }

  async #acceptMarked(): Promise<void> {
    const marked = this.#open
      .slice(this.#place)
      .filter(({ proposal }) => proposal.isMarked && !this.#passed.has(proposal.id));
    const eventId = this.#open[this.#place]?.proposal.eventId;
    const { entryId, result } = await this.#desk.run("proposal.acceptMarked", eventId ? { eventId } : {});
    for (const { proposal } of marked) if (proposal.eventId === eventId) this.#passed.add(proposal.id);
    this.#answered.push({ entryId, place: this.#place, count: result.made.length });
    this.#desk.world.out.write(`  Accepted ${sayCount(result.made.length, "marked one")}.\n`);
  }

  async #undo(): Promise<void> {
    const last = this.#answered.pop();
    if (last === undefined)
      return void this.#desk.world.out.write(
        '  Nothing was answered in this sitting; "upshot undo" goes further back.\n',
      );
    await this.#desk.run("undo", { entryId: last.entryId });
    this.#place = last.place;
    if (last.count > 1) this.#passed.clear();
    this.#desk.world.out.write("  Undone.\n");
  }

  async #edit(proposal: Proposal): Promise<void> {
    const { world } = this.#desk;
    if (proposal.step === null)
      return void world.out.write('  Only steps can be edited here; accept it and change it with "upshot command".\n');
    if (world.in.isTTY !== true) return void world.out.write("  Editing needs a terminal.\n");
    try {
      const step = await this.#editedStep(proposal.step);
      await this.#answer("Accepted as edited", () =>
        this.#desk.run("proposal.accept", { proposalId: proposal.id, step }),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      world.out.write(`  ${error.message}\n`);
    }
  }

  async #editedStep(step: StepReading): Promise<Partial<StepReading>> {
    const { world } = this.#desk;
    const replica = await this.#desk.replica([]);
    const today = todayIn(replica, { now: world.now() });
    const what = await ask(world, "  what: ", step.what);
    const kind = await ask(world, `  kind (${stepKinds.join(", ")}): `, step.kind);
    const other = await ask(world, "  with: ", step.with ?? "");
    const isTheirs = step.owner === "them";
    const before = (isTheirs ? step.checkBackOn : step.dueOn) ?? null;
    const shown = before === null ? "" : before;
    const words = await ask(
      world,
      `  ${isTheirs ? "check back" : "due"}${before === null ? "" : ` (${sayDay(before)})`}: `,
      shown,
    );
    const day = words === "" ? null : dayTyped(words, today, zoneOf(replica));
    return {
      what: what || step.what,
      kind: stepKinds.find((one) => one === kind) ?? step.kind,
      with: other || null,
      ...(isTheirs ? { checkBackOn: day } : { dueOn: day, dueEnd: day === step.dueOn ? step.dueEnd : null }),
    };
  }
}
