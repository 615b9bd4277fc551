import type { DeviceId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import { type Noun, nounNames, type RecordOf } from "#domain/model/nouns.ts";
import type { ProposalDraft } from "#domain/model/proposal.ts";
import type { Day } from "#domain/model/time.ts";
import type { Context } from "#domain/ports.ts";
import { type ArgsOf, type Done, type ResultOf, run } from "#domain/run.ts";
import type { CommandName } from "#domain/commands.ts";
import { Replica } from "#replica/replica.ts";
import { openMemory } from "#store/memory.ts";
import type { Store } from "#store/store.ts";

/** A day in tests, checked by eye. */
export function day(text: string): Day {
  return text as Day;
}

/**
 * A workspace with one member (Mira Okafor, Brussels) on a store in memory, a clock that stands still until it is moved,
 * and ids that count up.
 */
export class TestWorkspace {
  /** Where it is kept; a test may go on in a copy. */
  store: Store;
  now = Temporal.Instant.from("2026-02-04T18:00:00Z");
  #ids = 0;
  readonly workspaceId: WorkspaceId;
  readonly memberId: MemberId;

  private constructor(store: Store) {
    this.store = store;
    this.workspaceId = this.newId() as WorkspaceId;
    this.memberId = this.newId() as MemberId;
  }

  static async open(store: Store = openMemory()): Promise<TestWorkspace> {
    const workspace = new TestWorkspace(store);
    await workspace.run("workspace.create", { name: "Test", timeZone: "Europe/Brussels", memberName: "Mira Okafor" });
    return workspace;
  }

  newId = (): string => {
    this.#ids += 1;
    return `01940000-0000-7000-8000-${this.#ids.toString(16).padStart(12, "0")}`;
  };

  get context(): Context {
    return {
      store: this.store,
      workspaceId: this.workspaceId,
      memberId: this.memberId,
      deviceId: "01940000-0000-7000-8000-00000000d001" as DeviceId,
      now: this.now,
      newId: this.newId,
    };
  }

  run<C extends CommandName>(name: C, args: ArgsOf<C>): Promise<Done<ResultOf<C>>> {
    return run(name, args, this.context);
  }

  /** Every record that is there, by noun, in order of id. */
  async records(): Promise<{ [N in Noun]: RecordOf<N>[] }> {
    const { rows } = await this.store.load(this.workspaceId);
    const live = nounNames.map((noun) => [
      noun,
      rows[noun]
        .filter((row) => !row.removed)
        .map((row) => row.record)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]);
    return Object.fromEntries(live) as { [N in Noun]: RecordOf<N>[] }; // one list for each noun
  }

  async replica(): Promise<Replica> {
    const replica = new Replica(this.workspaceId, this.memberId, nounNames);
    const records = await this.records();
    for (const noun of nounNames) for (const record of records[noun]) replica.put({ noun, record, removed: false });
    return replica;
  }

  /** An event, a page of it with the given lines as passages, and what is proposed from them. */
  async page(
    text: string,
    drafts: readonly Partial<ProposalDraft>[] = [],
  ): Promise<{ eventId: RecordOf<"event">["id"]; pageId: RecordOf<"page">["id"] }> {
    const event = await this.run("event.add", { name: "Partner Day", timeZone: "Europe/Brussels" });
    const { eventId } = event.result;
    const page = {
      name: "day-1.md",
      text,
      takenOn: "2026-02-04",
      passages: passagesOf(text),
      proposals: drafts.map((draft) => draftOf(text, draft)),
    };
    const { result } = await this.run("page.add", { eventId, pages: [page] });
    const pageId = result.pageIds[0];
    if (pageId === undefined) throw new Error("page.add made no page");
    return { eventId, pageId };
  }
}

/** Each line that is not blank is a passage. */
export function passagesOf(text: string): { start: number; end: number; text: string }[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0].trim(),
  }));
}

/** A proposal of a step of mine on the words `quote`; whatever is given differs from that. */
export function draftOf(text: string, draft: Partial<ProposalDraft>): ProposalDraft {
  const quote = draft.quote ?? text;
  const start = draft.start ?? text.indexOf(quote);
  return {
    means: "step",
    start,
    end: start + quote.length,
    quote,
    repeats: [],
    session: null,
    step:
      draft.means !== undefined && draft.means !== "step"
        ? null
        : {
            owner: "me",
            basis: "promised",
            kind: "email",
            what: "Send Ana the deck",
            who: null,
            with: "Ana Ruiz",
            organization: null,
            audience: null,
            dueOn: day("2026-02-06"),
            dueEnd: null,
            dueText: "by Friday",
            checkBackOn: null,
            certainty: "firm",
            isUrgent: false,
          },
    person: null,
    organization: null,
    observation: null,
    reading: "You -> Ana Ruiz: send the deck (e-mail), by Fri 6 Feb",
    isMarked: false,
    confidence: 0.9,
    heading: null,
    ...draft,
  };
}
