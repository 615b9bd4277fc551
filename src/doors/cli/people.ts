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
    const pairs = duplicates(replica);
    print(desk, options, pairs, () =>
      pairs.length === 0
        ? ["No two people look alike."]
        : [
            ...pairs.flatMap(({ keep, other, reason }) => [
              `${ref(keep.id)} ${printable(keep.name)}  =  ${ref(other.id)} ${printable(other.name)}`,
              `        ${paint.soft(printable(reason))}`,
            ]),
            "",
            paint.soft('Merge two with "upshot merge KEEP OTHER"; "upshot undo" parts them again.'),
          ],
    );
    return;
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

/** Makes two people one. */
export async function mergeCommand(desk: Desk, keep: string, other: string, options: Said): Promise<void> {
  const replica = await desk.replica(["person", "organization"]);
  const kept = namedOrAt(replica, "person", keep);
  const gone = namedOrAt(replica, "person", other);
  await desk.run("person.merge", { keepId: kept.id, otherId: gone.id });
  said(
    desk,
    options,
    { keepId: kept.id, otherId: gone.id },
    `${gone.name} is now part of ${kept.name}. "upshot undo" parts them again.`,
  );
}
