import "../../src/main/temporal.ts";
import type { Debrief } from "#debrief/debrief.ts";
import { toKeep } from "#debrief/keep.ts";
import type { DeviceId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import { nounNames } from "#domain/model/nouns.ts";
import type { Proposal } from "#domain/model/proposal.ts";
import type { Context } from "#domain/ports.ts";
import { Refusal } from "#domain/refusal.ts";
import { run } from "#domain/run.ts";
import { known, type WorkspaceKnown } from "#questions/known.ts";
import { Replica } from "#replica/replica.ts";
import { openMemory } from "#store/memory.ts";
import type { CorpusEvent } from "../corpus.ts";
import type { Answered } from "./answers.ts";

/** A stored proposal with the name of the page it stands on. */
export type ProposalAt = Proposal & { file: string; fileOf: (pageId: Proposal["pageId"]) => string };

/** One hand's workspace, in memory; a person's answers are given through the commands. */
export class Place {
  readonly #now: Temporal.Instant;
  readonly #event: CorpusEvent;
  readonly #store = openMemory();
  readonly #workspaceId: WorkspaceId;
  readonly #memberId: MemberId;
  #ids = 0;

  constructor(event: CorpusEvent) {
    this.#event = event;
    this.#now = Temporal.Instant.from(`${event.notesTakenOn}T20:00:00Z`);
    this.#workspaceId = this.#newId() as WorkspaceId; // ids are made here, as anywhere
    this.#memberId = this.#newId() as MemberId;
  }

  async begin(): Promise<void> {
    const { notesBy = "Writer", notesByOrganization = null, timeZone } = this.#event;
    await run(
      "workspace.create",
      { name: "Eval", timeZone, memberName: notesBy, memberOrganization: notesByOrganization },
      this.#context,
    );
  }

  async known(): Promise<WorkspaceKnown> {
    return known(await this.#replica(), { now: this.#now });
  }

  /** Keeps what was read in the event of that name. */
  async keep(result: Debrief, name: string): Promise<void> {
    const replica = await this.#replica();
    const event = [...replica.all("event")].find((one) => one.name === name);
    const eventId =
      event?.id ?? (await run("event.add", { name, timeZone: this.#event.timeZone }, this.#context)).result.eventId;
    const { pages, again } = toKeep(result, {
      pages: replica.by("page", "eventId", eventId),
      notes: replica.by("note", "eventId", eventId),
      proposals: replica.by("proposal", "eventId", eventId),
      steps: replica.by("step", "eventId", eventId),
    });
    const { sessions, ...gathered } = result.gathered;
    const contacts = gathered.contacts
      .filter(({ cards }) => cards.length > 0)
      .map(({ file, cards }) => ({ source: file, cards }));
    await run("event.debrief", { eventId, sessions, contacts, pages, again }, this.#context);
  }

  /** Answers what is open. */
  async answer(answersTo: (open: readonly ProposalAt[]) => Answered[]): Promise<void> {
    const replica = await this.#replica();
    const fileOf = (pageId: Proposal["pageId"]) => replica.get("page", pageId)?.name ?? "";
    const open = [...replica.all("proposal")]
      .filter(({ state }) => state === "open")
      .map((proposal) => ({ ...proposal, file: fileOf(proposal.pageId), fileOf }));
    for (const { proposalId, edits } of answersTo(open)) {
      try {
        if (edits === null) await run("proposal.letGo", { proposalId }, this.#context);
        else await run("proposal.accept", { proposalId, ...edits }, this.#context);
      } catch (error) {
        // Which of two people of one name is meant the labels do not say; a person would leave it, too.
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }

  async #replica(): Promise<Replica> {
    const { rows } = await this.#store.load(this.#workspaceId);
    const replica = new Replica(this.#workspaceId, this.#memberId, nounNames);
    for (const noun of nounNames) {
      for (const { record, removed } of rows[noun]) replica.put({ noun, record, removed });
    }
    return replica;
  }

  get #context(): Context {
    return {
      store: this.#store,
      workspaceId: this.#workspaceId,
      memberId: this.#memberId,
      deviceId: "01940000-0000-7000-8000-00000000d001" as DeviceId, // is one
      now: this.#now,
      newId: () => this.#newId(),
    };
  }

  #newId(): string {
    this.#ids += 1;
    return `01940000-0000-7000-8000-${this.#ids.toString(16).padStart(12, "0")}`;
  }
}
