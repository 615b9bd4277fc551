import { sayCount, sayDay } from "#domain/model/say.ts";
import type { Day } from "#domain/model/time.ts";
import { people, peopleNouns } from "#questions/people.ts";
import type { Desk } from "./desk.ts";
import { paintFor } from "./paint.ts";
import { print, said, type Said } from "./print.ts";
import { namedOrAt, ref } from "./ref.ts";
import { printable } from "./wrap.ts";

/** The people, or pairs of them that may be one. */
export async function peopleCommand(desk: Desk, options: Said & { duplicates?: boolean }): Promise<void> {
  const replica = await desk.replica(peopleNouns);
  const paint = paintFor(desk.world);
  if (options.duplicates === true) {
    const { duplicates } = await import("#questions/duplicates.ts");
    return printPairs(desk, options, duplicates(replica), {
      none: "No two people look alike.",
      merge: 'Merge two with "upshot merge KEEP OTHER"; "upshot undo" parts them again.',
    });
  }
  const found = people(replica);
  print(desk, options, found, () =>
    found.length === 0
      ? ['No people yet. "upshot import people.vcf" takes contacts in.']
      : found.map(({ person: one, organization, lastSeenOn, openSteps }) => {
          const about = [
            lastSeenOn === null ? "" : `last seen ${sayDay(lastSeenOn as Day)}`, // questions answer in days
            openSteps > 0 ? sayCount(openSteps, "open step") : "",
          ];
          const words = about.filter(Boolean).join(", ");
          return `${paint.soft(ref(one.id))}  ${printable([one.name, one.role, organization].filter(Boolean).join(", "))}${words && `  ${paint.soft(words)}`}`;
        }),
  );
}

interface Pair {
  keep: { id: string; name: string };
  other: { id: string; name: string };
  reason: string;
}

/** Pairs of records that may be one, each with its reason. */
export function printPairs(
  desk: Desk,
  options: Said,
  pairs: readonly Pair[],
  words: { none: string; merge: string },
): void {
  const paint = paintFor(desk.world);
  print(desk, options, pairs, () =>
    pairs.length === 0
      ? [words.none]
      : [
          ...pairs.flatMap(({ keep, other, reason }) => [
            `${ref(keep.id)} ${printable(keep.name)}  =  ${ref(other.id)} ${printable(other.name)}`,
            `        ${paint.soft(printable(reason))}`,
          ]),
          "",
          paint.soft(words.merge),
        ],
  );
}

/** Makes two people, or two organizations, one. */
export async function mergeCommand(
  desk: Desk,
  keep: string,
  other: string,
  options: Said & { organizations?: boolean },
): Promise<void> {
  const replica = await desk.replica(["person", "organization"]);
  const done = options.organizations === true ? await mergeOrganizations() : await mergePeople();
  said(desk, options, done.result, `${done.other} is now part of ${done.keep}. "upshot undo" parts them again.`);

  async function mergePeople() {
    const [kept, gone] = [namedOrAt(replica, "person", keep), namedOrAt(replica, "person", other)];
    const result = { keepId: kept.id, otherId: gone.id };
    await desk.run("person.merge", result);
    return { result, keep: kept.name, other: gone.name };
  }

  async function mergeOrganizations() {
    const [kept, gone] = [namedOrAt(replica, "organization", keep), namedOrAt(replica, "organization", other)];
    const result = { keepId: kept.id, otherId: gone.id };
    await desk.run("organization.merge", result);
    return { result, keep: kept.name, other: gone.name };
  }
}
