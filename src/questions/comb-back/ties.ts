import type { Event } from "#domain/model/event.ts";
import type { CommitmentId, EventId, LeadId, NoteId, StepId } from "#domain/model/id.ts";
import type { Note } from "#domain/model/note.ts";
import type { Noun, RecordOf } from "#domain/model/nouns.ts";
import { shortened } from "#domain/model/say.ts";
import { dayWanted, type Step } from "#domain/model/step.ts";
import { dayAt } from "#domain/model/time.ts";
import { type Alike, Likeness, type LikenessItem, type LikenessReason } from "#recall/likeness.ts";
import type { Replica } from "#replica/replica.ts";
import { personName, organizationName, zoneOf } from "../asking.ts";
import { bearing } from "../focus.ts";

/** Something under way that an old note resembles, and what ties them. */
export interface Tie {
  noun: "step" | "lead" | "commitment";
  id: StepId | LeadId | CommitmentId;
  title: string;
  /** The words both have, as the note writes them, the most telling first. */
  words: string[];
  /** What else ties them, as a person says it: "Ana Ruiz", "the same session". */
  reasons: string[];
}

/** What is under way: what a note can be joined to. */
const nouns = ["step", "lead", "commitment"] as const satisfies readonly Noun[];

/** What is read of; each is watched. */
export const tiesNouns = [...nouns, "workspace", "note", "event", "session", "person", "organization", "dot"] as const;

/**
 * What of the work under way an old note resembles (RV2, RC1), and which notes bear on a focus (FO2). It lives on with its replica, as the
 * search does: it is filled a part at a time, and keeps up with what changes.
 */
export class Ties {
  readonly #replica: Replica;
  readonly #likeness = new Likeness();
  /** By event and how many notes it has: their words never change. */
  readonly #bearing = new WeakMap<Event, { notes: number; on: ReadonlyMap<NoteId, string> }>();
  readonly #nounOf = new Map<string, Tie["noun"]>();

  private constructor(replica: Replica) {
    this.#replica = replica;
  }

  /** For the focus alone: it knows of nothing that is under way. */
  static forFocus(replica: Replica): Ties {
    return new Ties(replica);
  }

  /** Filled at once: for whoever waits anyway. */
  static now(replica: Replica): Ties {
    const ties = new Ties(replica);
    for (const noun of nouns) for (const record of replica.all(noun)) ties.#put(noun, record);
    return ties;
  }

  /** Filled in parts, so that no key waits for it, and kept up to date until it is stopped. */
  static async following(replica: Replica): Promise<{ ties: Ties; stop: () => void }> {
    const ties = new Ties(replica);
    const follow = (noun: Tie["noun"], id: string) => {
      const kept = replica.kept(noun, id);
      if (kept === undefined || kept.removed) ties.#likeness.remove(id);
      else ties.#put(noun, kept.record);
    };
    const meanwhile: [Tie["noun"], string][] = [];
    let isFilled = false;
    const stop = replica.watch([...nouns.map((noun) => ({ noun })), { noun: "dot" as const }], (changes) => {
      for (const { noun, before, after, id } of changes) {
        const told = noun === "dot" ? ties.#ends(before, after) : [[noun as Tie["noun"], id] as const]; // what is watched
        for (const [of, at] of told) {
          if (isFilled) follow(of, at);
          else meanwhile.push([of, at]);
        }
      }
    });
    const items = nouns.flatMap((noun) => [...replica.all(noun)].flatMap((record) => ties.#itemOf(noun, record) ?? []));
    await ties.#likeness.putInParts(items);
    isFilled = true;
    for (const [noun, id] of meanwhile) follow(noun, id);
    return { ties, stop };
  }

  /** What a note resembles, the likest first; what came of the note itself, or is joined to it already, is not there. */
  of(note: Note, limit: number): Tie[] {
    const { session, ...query } = this.#queryOf(note);
    const joined = new Set(
      this.#replica
        .by("dot", "noteId", note.id)
        .map(({ stepId, leadId, commitmentId }) => stepId ?? leadId ?? commitmentId),
    );
    const alike = this.#likeness.like({ ...query, track: session?.track ?? null }, limit + joined.size + ownMax);
    return alike
      .flatMap((one) => (joined.has(one.id as StepId) ? [] : (this.#tieOf(note, one) ?? []))) // an id of one of the three
      .slice(0, limit);
  }

  /** The question of its event's focus that a note bears on (FO2). */
  bearsOn = (note: Note): string | null => {
    const event = this.#replica.get("event", note.eventId);
    if (event === undefined || event.focus.length === 0) return null;
    const notes = this.#replica.by("note", "eventId", event.id).length;
    let known = this.#bearing.get(event);
    if (known === undefined || known.notes !== notes) {
      known = { notes, on: bearing(this.#replica, event.id) };
      this.#bearing.set(event, known);
    }
    return known.on.get(note.id) ?? null;
  };

  #queryOf(note: Note) {
    const { id, text, personIds, organizationIds, sessionId, eventId, createdAt } = note;
    const session = this.#replica.get("session", sessionId);
    const on = dayAt(createdAt, zoneOf(this.#replica));
    return { id, text, personIds, organizationIds, sessionId, eventId, on, session };
  }

  #tieOf(note: Note, { id, words, reasons }: Alike): Tie | null {
    const noun = this.#nounOf.get(id);
    const record = noun && this.#replica.get(noun, id as never); // the noun's own id
    if (noun === undefined || record === undefined) return null;
    if ("noteId" in record && record.noteId === note.id) return null;
    return {
      noun,
      id: record.id,
      title: "name" in record ? record.name : record.what,
      words: words.map(({ here }) => here),
      reasons: reasons.flatMap((reason) => this.#sayReason(reason) ?? []),
    };
  }

  #sayReason(reason: LikenessReason): string | null {
    const replica = this.#replica;
    switch (reason.kind) {
      case "person":
        return personName(replica, reason.id as Parameters<typeof personName>[1]); // as its kind says
      case "organization":
        return organizationName(replica, reason.id as Parameters<typeof organizationName>[1]); // as above
      case "session":
        return "the same session";
      case "event":
        return replica.get("event", reason.id as EventId)?.name ?? null; // as above
      case "track":
        return reason.name;
      case "joined": {
        const text = replica.get("note", reason.noteId as NoteId)?.text; // as above
        return text === undefined ? null : `like “${shortened(text, 60)}”, which you joined to it`;
      }
    }
  }

  #put(noun: Tie["noun"], record: RecordOf<Noun>): void {
    const item = this.#itemOf(noun, record);
    if (item === null) this.#likeness.remove(record.id);
    else this.#likeness.put(item);
  }

  /** What is under way as likeness takes it; null for what is over. */
  #itemOf(noun: Tie["noun"], record: RecordOf<Noun>): LikenessItem | null {
    this.#nounOf.set(record.id, noun);
    const joined = this.#joinedTo(noun, record.id);
    switch (noun) {
      case "step": {
        const { id, what, quote, state, withPersonId, ownerPersonId, organizationId, sessionId, eventId, ...step } =
          record as Step; // the noun beside it says so
        if (state !== "open") return null;
        const on = dayWanted({ ...step });
        const personIds = present(withPersonId, ownerPersonId);
        return {
          id,
          title: what,
          text: quote ?? "",
          personIds,
          organizationIds: present(organizationId),
          sessionId,
          eventId,
          on,
          joined,
        };
      }
      case "lead": {
        const lead = record as RecordOf<"lead">; // as above
        const { id, name, ours, theirs, about, personId, organizationId, sessionId, eventId, stageOn } = lead;
        const text = present(ours, theirs, about).join("\n");
        const organizationIds = present(organizationId);
        return {
          id,
          title: name,
          text,
          personIds: present(personId),
          organizationIds,
          sessionId,
          eventId,
          on: stageOn,
          joined,
        };
      }
      case "commitment": {
        const { id, what, about, state } = record as RecordOf<"commitment">; // as above
        if (state !== "open") return null;
        return {
          id,
          title: what,
          text: about ?? "",
          personIds: [],
          organizationIds: [],
          sessionId: null,
          eventId: null,
          on: null,
          joined,
        };
      }
    }
  }

  #joinedTo(noun: Tie["noun"], id: string): { noteId: string; text: string }[] {
    const field = `${noun}Id` as const;
    return this.#replica.by("dot", field, id as never).flatMap(({ noteId }) => {
      const note = this.#replica.get("note", noteId);
      return note === undefined ? [] : [{ noteId, text: note.text }];
    });
  }

  /** What a dot that came or went joins. */
  #ends(...dots: (RecordOf<Noun> | undefined)[]): [Tie["noun"], string][] {
    return dots.flatMap((dot) =>
      nouns.flatMap((noun): [Tie["noun"], string][] => {
        const id = (dot as RecordOf<"dot"> | undefined)?.[`${noun}Id`]; // a dot, as is watched
        return id === undefined || id === null ? [] : [[noun, id]];
      }),
    );
  }
}

/** Steps that came of the note itself are as like it as can be, and are left out. */
const ownMax = 4;

function present<T>(...some: (T | null)[]): T[] {
  return some.filter((one) => one !== null);
}
