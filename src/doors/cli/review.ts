import type { EntryId } from "#domain/model/id.ts";
import type { IdOf, Noun } from "#domain/model/nouns.ts";
import type { Proposal } from "#domain/model/proposal.ts";
import { sayCount, shortened } from "#domain/model/say.ts";
import { Refusal } from "#domain/refusal.ts";
import { stepShownNouns } from "#questions/asking.ts";
import { inbox, type Inbox, inboxNouns } from "#questions/inbox.ts";
import type { Replica } from "#replica/replica.ts";
import { Keys, Stopped } from "./ask.ts";
import type { Desk } from "./desk.ts";
import { askEdits } from "./edit.ts";
import { type Paint, paintFor } from "./paint.ts";
import { jsonText, said, type Said, typedFrom } from "./print.ts";
import { namedOrAt, ref, titleOf } from "./ref.ts";
import { printable, wrap } from "./wrap.ts";

export interface ReviewOptions extends Said {
  event?: string;
  acceptMarked?: boolean;
}

const help = "Enter accept, e edit, n keep as note, x let go, A accept all marked of this event, u undo, q stop";

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
    if (open.marked === 0)
      return said(desk, options, { made: [] }, "Nothing that waits for an answer was marked by you.");
    const { result } = await desk.run("proposal.acceptMarked", eventId === undefined ? {} : { eventId });
    const after = await desk.replica([...stepShownNouns, "note"]);
    const lines = result.made.map(({ noun, id }) => madeLine(after, noun, id));
    return said(
      desk,
      options,
      result,
      [`Made ${sayCount(lines.length, "thing")} of what you marked:`, ...lines].join("\n"),
    );
  }
  if (options.json === true) return void world.out.write(jsonText(open));
  if (open.proposals.length === 0) return void world.out.write("No proposal waits for an answer.\n");
  const isMixed = open.proposals.some(({ proposal }) => proposal.eventId !== open.proposals[0]?.proposal.eventId);
  const across = isMixed ? " of several events (--event takes one)" : "";
  world.out.write(
    `${sayCount(open.proposals.length, "proposal")} to answer${across}, ${open.marked} of them marked by you.\n`,
  );
  world.out.write(`${wrap(help, world.out.columns, "")}\n`);
  const keys = new Keys(world);
  const sitting = new Sitting(desk, open, keys, paintFor(world));
  try {
    sitting.show();
    for (let key = await keys.next(); key !== undefined && key !== "q"; key = await keys.next()) {
      if (!(await sitting.take(key))) break;
      sitting.show();
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    throw new Stopped(sitting.summary());
  } finally {
    keys.close();
  }
  if (keys.isInterrupted) {
    world.err.write("\n");
    throw new Stopped(sitting.summary());
  }
  world.out.write(`\n${sitting.summary()}\n`);
}

function madeLine(replica: Replica, noun: Noun, id: string): string {
  const record = replica.get(noun, id as IdOf<Noun>); // what was made is of the noun beside it
  return `  ${ref(id)}  ${record === undefined ? noun : shortened(titleOf(record))}`;
}

/** One answer of a sitting: its journal entry, where it was given, and which proposals it settled. */
interface Answered {
  entryId: EntryId;
  place: number;
  settled: readonly string[];
}

/** One sitting: where it is, and what was answered, so that it can be undone. */
class Sitting {
  readonly #desk: Desk;
  readonly #keys: Keys;
  readonly #paint: Paint;
  readonly #open: Inbox["proposals"];
  readonly #answered: Answered[] = [];
  #place = 0;

  constructor(desk: Desk, open: Inbox, keys: Keys, paint: Paint) {
    this.#desk = desk;
    this.#open = open.proposals;
    this.#keys = keys;
    this.#paint = paint;
  }

  show(): void {
    const item = this.#open[this.#place];
    if (item === undefined) return;
    const { out } = this.#desk.world;
    const { proposal, source, bearsOn } = item;
    const times = proposal.repeats.length;
    const about = [proposal.isMarked && "marked", times > 0 && `said ${times + 1} times`].filter(Boolean).join(", ");
    const where = source === undefined ? "" : `${source.page.name}, line ${source.line}`;
    out.write(`\n${this.#paint.soft(`${this.#place + 1}/${this.#open.length}  ${printable(where)}`)}\n`);
    if (bearsOn !== null) out.write(`${this.#paint.soft(`  bears on: ${wrap(bearsOn, out.columns, "    ")}`)}\n`);
    out.write(`${this.#paint.quote(`  "${wrap(proposal.quote, out.columns, "   ")}"`)}\n`);
    out.write(
      `${this.#paint.strong(`  ${wrap(proposal.reading, out.columns, "  ")}`)}${about === "" ? "" : this.#paint.accent(`  ${about}`)}\n`,
    );
  }

  /** Does what a key says; false when there is nothing more to answer. */
  async take(key: string): Promise<boolean> {
    const proposal = this.#open[this.#place]?.proposal;
    if (proposal === undefined) return false;
    try {
      await this.#act(key, proposal);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#say(error.message);
      if (error.code === "changed-since") this.#place += 1; // answered elsewhere meanwhile
    }
    const settled = this.#settled();
    while (settled.has(this.#open[this.#place]?.proposal.id ?? "")) this.#place += 1;
    return this.#place < this.#open.length;
  }

  async #act(key: string, proposal: Proposal): Promise<void> {
    const { id: proposalId } = proposal;
    switch (key) {
      case "enter":
      case "a":
        return this.#answer("Accepted", () => this.#desk.run("proposal.accept", { proposalId }));
      case "n":
        return this.#answer("Kept as a note", () => this.#desk.run("proposal.keep", { proposalId }));
      case "x":
        return this.#answer("Let go", () => this.#desk.run("proposal.letGo", { proposalId }));
      case "e":
        return this.#edit(proposal);
      case "A":
        return this.#acceptMarked(proposal);
      case "u":
        return this.#undo();
      default:
        this.#desk.world.out.write(`  ${wrap(help, this.#desk.world.out.columns, "  ")}\n`);
    }
  }

  summary(): string {
    const answered = this.#settled().size;
    const left = this.#open.length - answered;
    return left > 0
      ? `${sayCount(answered, "answer")} kept; ${left} left, go on with "upshot review".`
      : `All ${this.#open.length} are answered. Next: "upshot today"`;
  }

  #settled(): Set<string> {
    return new Set(this.#answered.flatMap(({ settled }) => settled));
  }

  async #answer(word: string, work: () => Promise<{ entryId: EntryId }>): Promise<void> {
    const proposal = this.#open[this.#place]?.proposal;
    const { entryId } = await work();
    this.#answered.push({ entryId, place: this.#place, settled: proposal === undefined ? [] : [proposal.id] });
    this.#place += 1;
    this.#say(`${word}.`);
  }

  /** What was marked in the event that is under review; where a page has no event, on that page. */
  async #acceptMarked({ eventId, pageId }: Proposal): Promise<void> {
    const settled = this.#settled();
    const marked = this.#open
      .map(({ proposal }) => proposal)
      .filter((one) => one.isMarked && !settled.has(one.id))
      .filter((one) => (eventId === null ? one.pageId === pageId : one.eventId === eventId));
    if (marked.length === 0) return this.#say("Nothing that waits here was marked by you.");
    const { entryId, result } = await this.#desk.run(
      "proposal.acceptMarked",
      eventId === null ? { pageId } : { eventId },
    );
    this.#answered.push({ entryId, place: this.#place, settled: marked.map(({ id }) => id) });
    this.#say(`Accepted ${sayCount(result.made.length, "marked one")}.`);
  }

  async #undo(): Promise<void> {
    const last = this.#answered.at(-1);
    if (last === undefined) return this.#say('Nothing was answered in this sitting; "upshot undo" goes further back.');
    await this.#desk.run("undo", { entryId: last.entryId });
    this.#answered.pop();
    this.#place = last.place;
    this.#say("Undone.");
  }

  async #edit(proposal: Proposal): Promise<void> {
    const { world } = this.#desk;
    if (world.in.isTTY !== true) return this.#say("Editing needs a terminal.");
    this.#keys.forget();
    const edits = await askEdits(world, proposal, typedFrom(this.#desk, await this.#desk.replica([])));
    await this.#answer("Accepted as edited", () =>
      this.#desk.run("proposal.accept", { proposalId: proposal.id, ...edits }),
    );
  }

  #say(line: string): void {
    this.#desk.world.out.write(`  ${printable(line)}\n`);
  }
}
