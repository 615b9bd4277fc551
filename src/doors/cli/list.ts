import { sayCount, sayDay, sayTouch } from "#domain/model/say.ts";
import { todayIn } from "#questions/asking.ts";
import {
  meetings,
  meetingsNouns,
  members,
  membersNouns,
  organizations,
  organizationsNouns,
  touches,
  touchesNouns,
} from "#questions/lists.ts";
import type { Replica } from "#replica/replica.ts";
import type { Desk } from "./desk.ts";
import { countOf } from "./look.ts";
import { paintFor } from "./paint.ts";
import { printPairs } from "./people.ts";
import { print, type Said } from "./print.ts";
import { namedOrAt, ref } from "./ref.ts";
import { printable } from "./wrap.ts";

/** Lists of nouns that have no page of their own: a line each, with the id that other words take. */

export async function organizationsCommand(desk: Desk, options: Said & { duplicates?: boolean }): Promise<void> {
  const replica = await desk.replica(organizationsNouns);
  if (options.duplicates === true) {
    const { organizationDuplicates } = await import("#questions/duplicates.ts");
    return printPairs(desk, options, organizationDuplicates(replica), {
      none: "No two organizations look alike.",
      merge: 'Merge two with "upshot merge --organizations KEEP OTHER"; "upshot undo" parts them again.',
    });
  }
  const found = organizations(replica);
  const line = lineFor(desk);
  print(desk, options, found, () =>
    found.length === 0
      ? ["No organizations yet. They come with contacts, and with proposals that are accepted."]
      : found.map(({ organization, people, openSteps }) =>
          line(
            organization.id,
            [organization.name, organization.relation],
            [people > 0 && sayCount(people, "person", "people"), openSteps > 0 && sayCount(openSteps, "open step")],
          ),
        ),
  );
}

export async function membersCommand(desk: Desk, options: Said): Promise<void> {
  const found = members(await desk.replica(membersNouns));
  const line = lineFor(desk);
  print(desk, options, found, () =>
    found.map(({ member, isMe, openSteps }) =>
      line(
        member.id,
        [member.name, member.organization],
        [isMe && "you", openSteps > 0 && sayCount(openSteps, "open step")],
      ),
    ),
  );
}

export interface OfWhomOptions extends Said {
  person?: string;
  event?: string;
  max: string;
}

export async function meetingsCommand(desk: Desk, options: OfWhomOptions): Promise<void> {
  const replica = await desk.replica(meetingsNouns);
  const found = meetings(replica, ofWhom(replica, options));
  const line = lineFor(desk);
  const today = todayIn(replica, { now: desk.world.now() });
  printSome(desk, options, {
    found,
    none: "You met nobody yet, as far as is known here.",
    lineOf: ({ meeting, person, event, through }) =>
      line(
        meeting.id,
        [person],
        [
          meeting.metOn !== null && sayDay(meeting.metOn, today),
          meeting.place,
          event !== null && `at ${event}`,
          through !== null && `through ${through}`,
          meeting.line,
        ],
      ),
  });
}

export async function touchesCommand(desk: Desk, options: OfWhomOptions): Promise<void> {
  const replica = await desk.replica(touchesNouns);
  const found = touches(replica, ofWhom(replica, options));
  const line = lineFor(desk);
  const today = todayIn(replica, { now: desk.world.now() });
  printSome(desk, options, {
    found,
    none: 'No contacts were logged yet. "upshot touch PERSON" logs one.',
    lineOf: ({ touch, person }) =>
      line(
        touch.id,
        [`${sayDay(touch.touchedOn, today)}: ${sayTouch(touch.way, touch.direction, person)}`],
        [touch.line],
      ),
  });
}

function ofWhom(replica: Replica, { person, event }: OfWhomOptions) {
  return {
    personId: person === undefined ? undefined : namedOrAt(replica, "person", person).id,
    eventId: event === undefined ? undefined : namedOrAt(replica, "event", event).id,
  };
}

/** The newest ones, and how many more there are; as JSON all of them. */
function printSome<T>(
  desk: Desk,
  options: OfWhomOptions,
  { found, none, lineOf }: { found: readonly T[]; none: string; lineOf: (one: T) => string },
): void {
  const max = countOf(options.max);
  print(desk, options, found, () => {
    if (found.length === 0) return [none];
    const more =
      found.length > max ? [paintFor(desk.world).soft(`and ${found.length - max} more (--max ${found.length})`)] : [];
    return [...found.slice(0, max).map(lineOf), ...more];
  });
}

/** A line of a list: the id, the words, and softer ones behind them; what is empty is left out. */
function lineFor(desk: Desk) {
  const paint = paintFor(desk.world);
  const joined = (words: readonly (string | false | null)[]) => printable(words.filter(Boolean).join(", "));
  return (id: string, words: readonly (string | null)[], about: readonly (string | false | null)[]): string =>
    `${paint.soft(ref(id))}  ${[joined(words), paint.soft(joined(about))].filter(Boolean).join("  ")}`;
}
