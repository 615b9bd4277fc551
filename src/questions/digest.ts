import type { Event } from "#domain/model/event.ts";
import type { EventId } from "#domain/model/id.ts";
import type { Initiative } from "#domain/model/initiative.ts";
import type { Note } from "#domain/model/note.ts";
import { sayCount, sayDay } from "#domain/model/say.ts";
import type { Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import type { Asking } from "./asking.ts";
import { charterNouns, charterOf, type CharterShown } from "./charter.ts";
import { type InitiativeShown, roadmap, roadmapNouns } from "./roadmap.ts";

/** What somebody who was there looks for, and whom to talk to: "Ben looks for two people for onboarding" (BD6). */
export interface Opening {
  who: string | null;
  what: string;
  about: string | null;
}

/** For those who stayed at home (BD6): what was decided, what changes for them, and where they can join in. */
export interface Digest {
  event: Event;
  decided: InitiativeShown[];
  /** Put off on purpose. */
  notNow: InitiativeShown[];
  /** The charter this offsite made. */
  charter: CharterShown | undefined;
  /** Steps that others than those at home have from it: who does what by when. */
  steps: { who: string; what: string; dueOn: Day | null }[];
  openings: Opening[];
  learned: Note[];
}

export const digestNouns = [...roadmapNouns, ...charterNouns, "need", "note"] as const;

export function digest(replica: Replica, eventId: EventId, asking: Asking): Digest | undefined {
  const shown = roadmap(replica, eventId, asking);
  if (shown === undefined) return undefined;
  const memberName = (id: Parameters<typeof replica.get<"member">>[1]) => replica.get("member", id)?.name ?? null;
  const needs = replica.by("need", "eventId", eventId).filter(({ state, side }) => state === "open" && side === "seek");
  const steps = replica.by("step", "eventId", eventId).filter((step) => step.state === "open" && !step.isTheirs);
  return {
    event: shown.event,
    decided: shown.going,
    notNow: shown.notNow,
    charter: charterOf(replica, eventId),
    steps: steps
      .filter(({ initiativeId }) => initiativeId === null)
      .map(({ ownerMemberId, ownerName, what, dueOn }) => ({
        who: memberName(ownerMemberId) ?? ownerName ?? "Somebody",
        what,
        dueOn,
      })),
    openings: needs.map(({ memberId, what, about }) => ({ who: memberName(memberId), what, about })),
    learned: replica.by("note", "eventId", eventId).filter(({ observation }) => observation === "learned"),
  };
}

/** One line of a digest as a writer of files takes it. */
interface DigestLine {
  line: string;
  detail: string | null;
  sources: readonly [];
  isTask: false;
}

/** The digest in the order in which it is read, for every writer: title, a sentence, and sections that are never empty. */
export function digestOutline({ event, decided, notNow, charter, steps, openings, learned }: Digest): {
  title: string;
  summary: string;
  sections: { title: string; note: string | null; items: DigestLine[] }[];
} {
  const days = [event.startsOn, event.endsOn].filter((day) => day !== null).map((day) => sayDay(day));
  const of = (line: string, ...details: (string | null)[]): DigestLine => {
    const detail = details.filter(Boolean).join(". ");
    return { line, detail: detail === "" ? null : detail, sources: [], isTask: false };
  };
  const sections = [
    {
      title: "What was decided",
      note: "each with one owner",
      items: decided.map(({ initiative, owner, firstStep }) =>
        of(
          `${initiative.name}: ${owner ?? "nobody yet"}`,
          initiative.problem,
          sayMeasure(initiative),
          firstStep === null
            ? null
            : `First: ${firstStep.step.what}${firstStep.step.dueOn === null ? "" : `, by ${sayDay(firstStep.step.dueOn)}`}`,
        ),
      ),
    },
    {
      title: "What changes for you",
      note:
        charter === undefined
          ? null
          : `the charter, version ${charter.charter.edition}${charter.charter.state === "agreed" ? "" : ", not agreed yet"}`,
      items: [
        ...(charter?.charter.mission ? [of(`Mission: ${charter.charter.mission}`)] : []),
        ...(charter?.roles ?? []).map(({ role, holders }) =>
          of(`${role.name}: ${holders.length === 0 ? "nobody yet" : holders.join(", ")}`, role.duties.join("; ")),
        ),
        ...(charter?.charter.questions ?? []).map((question) => of(`Open: ${question}`)),
      ],
    },
    {
      title: "Where you can join in",
      note: null,
      items: openings.map(({ who, what, about }) =>
        of(who === null ? `Looked for: ${what}` : `${who} looks for ${what}`, about),
      ),
    },
    {
      title: "Who does what next",
      note: null,
      items: steps.map(({ who, what, dueOn }) => of(`${who}: ${what}`, dueOn === null ? null : `by ${sayDay(dueOn)}`)),
    },
    {
      title: "Not now",
      note: "kept for later",
      items: notNow.map(({ initiative }) => of(initiative.name, initiative.problem)),
    },
    { title: "What we learned", note: null, items: learned.map(({ text }) => of(text)) },
  ];
  return {
    title: `${event.name}: what came out of it`,
    summary:
      [days.join(" to "), event.place, `${sayCount(decided.length, "initiative")} under way`]
        .filter(Boolean)
        .join(", ") + ".",
    sections: sections.filter(({ items }) => items.length > 0),
  };
}

/** What is measured, and from where to where: "days until an answer: 9 to 3". */
export function sayMeasure({
  measure,
  measureFrom,
  measureTo,
}: Pick<Initiative, "measure" | "measureFrom" | "measureTo">): string | null {
  if (measure === null) return null;
  const span = [measureFrom, measureTo].filter((end) => end !== null).join(" to ");
  return span === "" ? measure : `${measure}: ${span}`;
}
