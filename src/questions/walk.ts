import type { EventId, PersonId } from "#domain/model/id.ts";
import type { Noun, RecordOf } from "#domain/model/nouns.ts";
import type { Outcome } from "#domain/model/outcome.ts";
import { shortened } from "#domain/model/say.ts";
import type { Replica } from "#replica/replica.ts";

/** The nouns that a way between an outcome and where it began goes through. */
export const walkNames = [
  "outcome",
  "step",
  "lead",
  "dot",
  "initiative",
  "note",
  "session",
  "meeting",
  "event",
] as const;
export type WalkNoun = (typeof walkNames)[number];

/** One thing on the way, by its noun and id. */
export interface Place {
  noun: WalkNoun;
  id: string;
}

/** One thing on the way, as people read it. */
export interface WalkStop extends Place {
  title: string;
  /** The exact words it rests on, where there are some (NT3). */
  quote: string | null;
  eventId: EventId | null;
}

/** A way from one end to the other. */
export type WalkPath = readonly WalkStop[];

export const walkNouns = [...walkNames, "person"] as const satisfies readonly Noun[];

/** From an outcome no way back is longer (OC1). */
export const walkStepsMax = 4;

/**
 * The ways back from an outcome (OC1): each begins with it and ends with a session, a meeting, or the event itself where nothing finer
 * is known. No way has more than `walkStepsMax` steps, since each noun leads to coarser ones only. An outcome that names nothing has no way.
 */
export function walkBack(replica: Replica, outcomeId: Outcome["id"]): WalkPath[] {
  const outcome = replica.get("outcome", outcomeId);
  if (outcome === undefined) return [];
  const paths: WalkStop[][] = [];
  const go = (place: Place, before: readonly WalkStop[]) => {
    const path = [...before, stopAt(replica, place)];
    const back = cameFrom(replica, place);
    if (back.length === 0) paths.push(path);
    for (const next of back) go(next, path);
  };
  for (const source of sourcesOf(outcome)) go(source, [stopAt(replica, { noun: "outcome", id: outcome.id })]);
  return paths;
}

/** Where a walk forward may begin. */
export type From = Place | { noun: "person"; id: PersonId };

/**
 * What came of a session, an event, a note, a person, or anything on the way: the outcomes whose ways back go through it (OC1), and of
 * those ways the part from it on, turned round, so that each begins here and ends with its outcome.
 */
export function walkForward(replica: Replica, from: From): { outcomes: Outcome[]; paths: WalkPath[] } {
  const starts = startsOf(replica, from);
  const isStart = new Set(starts.map(keyOf));
  const named = outcomesBySource(replica);
  const seen = new Set<string>();
  const found = new Map<string, Outcome>();
  const left = [...starts];
  for (let place = left.pop(); place !== undefined; place = left.pop()) {
    if (seen.has(keyOf(place))) continue;
    seen.add(keyOf(place));
    for (const outcome of named.get(keyOf(place)) ?? []) found.set(outcome.id, outcome);
    left.push(...ledTo(replica, place));
  }
  const outcomes = [...found.values()].sort((a, b) => (a.cameOn < b.cameOn ? 1 : a.cameOn > b.cameOn ? -1 : 0));
  const paths = outcomes.flatMap(({ id }) => {
    const own = new Map<string, WalkStop[]>();
    for (const path of walkBack(replica, id)) {
      const at = path.findLastIndex((stop) => isStart.has(keyOf(stop)));
      if (at < 0) continue;
      const part = path.slice(0, at + 1).toReversed();
      own.set(part.map(keyOf).join(" "), part);
    }
    return [...own.values()];
  });
  return { outcomes, paths };
}

/** The events that led to an outcome, each once: those of all that its ways back go through. */
export function eventsOf(replica: Replica, outcome: Outcome): EventId[] {
  const events = new Set<EventId>();
  // Few ways meet again, so what was seen is not remembered: for thousands of outcomes that costs more than it saves.
  const look = (places: readonly Place[]) => {
    for (const place of places) {
      const eventId = eventAt(replica, place);
      if (eventId !== null) events.add(eventId);
      look(cameFrom(replica, place));
    }
  };
  look(sourcesOf(outcome));
  return [...events].filter((id) => replica.get("event", id) !== undefined).sort();
}

/** What an outcome says it came from, what is there of it. A noun to come is one more list here. */
function sourcesOf(outcome: Outcome): Place[] {
  return [
    ...outcome.stepIds.map((id): Place => ({ noun: "step", id })),
    ...outcome.leadIds.map((id): Place => ({ noun: "lead", id })),
    ...outcome.dotIds.map((id): Place => ({ noun: "dot", id })),
    ...outcome.initiativeIds.map((id): Place => ({ noun: "initiative", id })),
    ...outcome.noteIds.map((id): Place => ({ noun: "note", id })),
    ...outcome.eventIds.map((id): Place => ({ noun: "event", id })),
  ];
}

function outcomesBySource(replica: Replica): Map<string, Outcome[]> {
  const named = new Map<string, Outcome[]>();
  for (const outcome of replica.all("outcome")) {
    for (const source of sourcesOf(outcome)) {
      const key = keyOf(source);
      const same = named.get(key);
      if (same === undefined) named.set(key, [outcome]);
      else same.push(outcome);
    }
  }
  return named;
}

/** One step back: to what is finer first, and to the event only where nothing else is known. `ledTo` is its inverse. */
function cameFrom(replica: Replica, place: Place): Place[] {
  switch (place.noun) {
    case "step": {
      const step = recordAt(replica, "step", place);
      if (step === undefined) return [];
      const finer = [...notes([step.noteId, ...joined(replica, "stepId", step.id)]), ...leads([step.leadId])];
      if (step.noteId !== null) return finer;
      const here = began(replica, step, [step.withPersonId, step.ownerPersonId]);
      return finer.length > 0 || here.length > 0 ? [...finer, ...here] : events(step.eventId);
    }
    case "lead": {
      const lead = recordAt(replica, "lead", place);
      if (lead === undefined) return [];
      const finer = notes([lead.noteId, ...joined(replica, "leadId", lead.id)]);
      if (lead.noteId !== null) return finer;
      const here = began(replica, lead, [lead.personId]);
      return finer.length > 0 || here.length > 0 ? [...finer, ...here] : events(lead.eventId);
    }
    case "dot": {
      const dot = recordAt(replica, "dot", place);
      return dot === undefined ? [] : notes([dot.noteId]);
    }
    case "initiative":
      return events(recordAt(replica, "initiative", place)?.eventId ?? null);
    case "note": {
      const note = recordAt(replica, "note", place);
      if (note === undefined) return [];
      const here = began(replica, note, note.eventId === null ? [] : note.personIds);
      return here.length > 0 ? here : events(note.eventId);
    }
    case "outcome":
    case "session":
    case "meeting":
    case "event":
      return [];
  }
}

/** One step on: all that came from a place. */
function ledTo(replica: Replica, place: Place): Place[] {
  const to = (noun: WalkNoun, records: readonly { id: string }[]) => records.map(({ id }): Place => ({ noun, id }));
  switch (place.noun) {
    case "session": {
      const sessionId = place.id as RecordOf<"session">["id"]; // the id of a session, as the place says
      return [
        ...to("note", replica.by("note", "sessionId", sessionId)),
        ...to("step", replica.by("step", "sessionId", sessionId)),
        ...to("lead", replica.by("lead", "sessionId", sessionId)),
      ].filter((next) => leadsBackTo(replica, next, place));
    }
    case "meeting": {
      const meeting = recordAt(replica, "meeting", place);
      if (meeting === undefined) return [];
      const { eventId, personId } = meeting;
      return [
        ...(eventId === null ? [] : to("note", replica.by("note", "eventId", eventId))),
        ...to("step", replica.by("step", "withPersonId", personId)),
        ...to("step", replica.by("step", "ownerPersonId", personId)),
        ...to("lead", replica.by("lead", "personId", personId)),
      ].filter((next) => leadsBackTo(replica, next, place));
    }
    case "event": {
      const eventId = place.id as EventId; // the id of an event, as the place says
      return [
        ...to("note", replica.by("note", "eventId", eventId)),
        ...to("step", replica.by("step", "eventId", eventId)),
        ...to("lead", replica.by("lead", "eventId", eventId)),
        ...to("initiative", replica.by("initiative", "eventId", eventId)),
      ].filter((next) => leadsBackTo(replica, next, place));
    }
    case "note": {
      const noteId = place.id as RecordOf<"note">["id"]; // the id of a note, as the place says
      const dots = replica.by("dot", "noteId", noteId);
      return [
        ...to("step", replica.by("step", "noteId", noteId)),
        ...to("lead", replica.by("lead", "noteId", noteId)),
        ...to("dot", dots),
        ...dots.flatMap(({ stepId }): Place[] => (stepId === null ? [] : [{ noun: "step", id: stepId }])),
        ...dots.flatMap(({ leadId }): Place[] => (leadId === null ? [] : [{ noun: "lead", id: leadId }])),
      ];
    }
    case "lead":
      return to("step", replica.by("step", "leadId", place.id as RecordOf<"lead">["id"])); // as the place says
    case "outcome":
    case "step":
    case "dot":
    case "initiative":
      return [];
  }
}

function leadsBackTo(replica: Replica, from: Place, to: Place): boolean {
  return cameFrom(replica, from).some((place) => place.noun === to.noun && place.id === to.id);
}

/** Where a thing without a note began: its session, else the meetings of its people (at its event; anywhere, where it has none). */
function began(
  replica: Replica,
  { sessionId, eventId }: Pick<RecordOf<"step">, "sessionId" | "eventId">,
  personIds: readonly (PersonId | null)[],
): Place[] {
  if (replica.get("session", sessionId) !== undefined) return [{ noun: "session", id: sessionId! }]; // it is there
  const people = new Set(personIds.filter((id) => id !== null));
  return [...people].flatMap((personId) =>
    replica
      .by("meeting", "personId", personId)
      .filter((meeting) => eventId === null || meeting.eventId === eventId)
      .map(({ id }): Place => ({ noun: "meeting", id })),
  );
}

/** The old notes that were joined to a step or a lead (dots). */
function joined(replica: Replica, field: "stepId" | "leadId", id: string) {
  const dots =
    field === "stepId"
      ? replica.by("dot", "stepId", id as RecordOf<"step">["id"]) // the id of the noun that the field names
      : replica.by("dot", "leadId", id as RecordOf<"lead">["id"]); // as above
  return dots.map(({ noteId }) => noteId);
}

function notes(ids: readonly (string | null)[]): Place[] {
  return [...new Set(ids)].flatMap((id): Place[] => (id === null ? [] : [{ noun: "note", id }]));
}

function leads(ids: readonly (string | null)[]): Place[] {
  return ids.flatMap((id): Place[] => (id === null ? [] : [{ noun: "lead", id }]));
}

function events(id: EventId | null): Place[] {
  return id === null ? [] : [{ noun: "event", id }];
}

/** What a walk from here begins with: the thing itself; of a person or an event, all that names it. */
function startsOf(replica: Replica, from: From): Place[] {
  const all = (noun: WalkNoun, records: readonly { id: string }[]) => records.map(({ id }): Place => ({ noun, id }));
  if (from.noun === "person") {
    return [
      ...all("meeting", replica.by("meeting", "personId", from.id)),
      ...all("step", replica.by("step", "withPersonId", from.id)),
      ...all("step", replica.by("step", "ownerPersonId", from.id)),
      ...all("lead", replica.by("lead", "personId", from.id)),
      ...[...replica.all("note")].flatMap(({ id, personIds }): Place[] =>
        personIds.includes(from.id) ? [{ noun: "note", id }] : [],
      ),
    ];
  }
  if (from.noun !== "event") return [from];
  const eventId = from.id as EventId; // the id of an event, as the place says
  return [
    from,
    ...all("session", replica.by("session", "eventId", eventId)),
    ...all("meeting", replica.by("meeting", "eventId", eventId)),
    ...all("note", replica.by("note", "eventId", eventId)),
    ...all("step", replica.by("step", "eventId", eventId)),
    ...all("lead", replica.by("lead", "eventId", eventId)),
    ...all("initiative", replica.by("initiative", "eventId", eventId)),
  ];
}

/** The event that a place is of. */
function eventAt(replica: Replica, place: Place): EventId | null {
  if (place.noun === "event") return place.id as EventId; // the id of an event, as the place says
  if (place.noun === "outcome" || place.noun === "dot") return null;
  return recordAt(replica, place.noun, place)?.eventId ?? null;
}

function stopAt(replica: Replica, place: Place): WalkStop {
  return { ...place, ...wordsAt(replica, place), eventId: eventAt(replica, place) };
}

function wordsAt(replica: Replica, place: Place): Pick<WalkStop, "title" | "quote"> {
  switch (place.noun) {
    case "outcome":
      return { title: recordAt(replica, "outcome", place)?.what ?? gone, quote: null };
    case "step": {
      const step = recordAt(replica, "step", place);
      return { title: step?.what ?? gone, quote: step?.quote ?? null };
    }
    case "lead":
      return { title: recordAt(replica, "lead", place)?.name ?? gone, quote: null };
    case "initiative": {
      const initiative = recordAt(replica, "initiative", place);
      return { title: initiative?.name ?? gone, quote: initiative?.problem ?? null };
    }
    case "dot":
      return { title: recordAt(replica, "dot", place)?.line ?? "Joined to an old note", quote: null };
    case "note": {
      const note = recordAt(replica, "note", place);
      return { title: note === undefined ? gone : shortened(note.text, 120), quote: note?.text ?? null };
    }
    case "session":
      return { title: recordAt(replica, "session", place)?.title ?? gone, quote: null };
    case "meeting": {
      const meeting = recordAt(replica, "meeting", place);
      const name = meeting && replica.get("person", meeting.personId)?.name;
      return { title: name === undefined ? gone : `Met ${name}`, quote: meeting?.line ?? null };
    }
    case "event":
      return { title: recordAt(replica, "event", place)?.name ?? gone, quote: null };
  }
}

/** What was removed while something still named it. */
const gone = "Removed since";

function recordAt<N extends WalkNoun>(replica: Replica, noun: N, { id }: Place): RecordOf<N> | undefined {
  return replica.get(noun, id as RecordOf<N>["id"]); // a place's id is of its noun
}

/** One text for each place. */
function keyOf({ noun, id }: Place): string {
  return `${noun} ${id}`;
}
