import { sayCount, sayDay, sayDistance } from "#domain/model/say.ts";
import { type Day, daysBetween } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { eventOf } from "./asking.ts";
import type { Edge } from "./path-graph.ts";
import type { PathNode } from "./paths.ts";
import type { Tie } from "./ties.ts";

interface Telling {
  replica: Replica;
  day: Day;
}

/** How strong, in a word. */
export function strengthSaid(strength: number): string {
  if (strength >= 0.6) return "strong";
  if (strength >= 0.3) return "fair";
  return strength >= 0.1 ? "thin" : "very thin";
}

/** What is known of two who stand next to each other on a path: "met twice, last touch 5 days ago". */
export function hopSaid({ ties }: Edge, telling: Telling): string {
  return ties
    .filter(({ is }) => is !== "contact" || ties.length === 1)
    .map((tie) => tieSaid(tie, telling))
    .join(", ");
}

function tieSaid(tie: Tie, { day }: Telling): string {
  switch (tie.is) {
    case "known":
      return [
        tie.meetings > 0 ? `met ${times(tie.meetings)}` : sayCount(tie.touches, "touch", "touches"),
        ...(tie.lastOn === null ? [] : [`last touch ${sayDistance(daysBetween(day, tie.lastOn))}`]),
      ].join(", ");
    case "colleague":
      return "works with you";
    case "contact":
      return "in your contacts, never in touch";
    case "introduced":
      return "introduced you";
    case "introduces":
      return tie.isDone ? "introduced you" : "asked to introduce you";
    case "noted":
      return "named together in a note";
    case "worksAt":
      return "works there";
    case "speaksAt":
      return "speaks there";
    case "wasAt":
      return "was there";
  }
}

function times(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

/** A path as one would tell it: "You met Ana at Partner Day on Tue 3 Feb; Ana works at Contoso with Li". */
export function pathSaid(nodes: readonly PathNode[], edges: readonly Edge[], telling: Telling): string {
  const clauses: string[] = [];
  for (let n = 0; n < edges.length; n += 1) {
    const [from, to, beyond] = [nodes[n], nodes[n + 1], nodes[n + 2]];
    const edge = edges[n];
    if (from === undefined || to === undefined || edge === undefined) continue;
    const isGroup = to.is !== "person";
    if (isGroup && beyond !== undefined) {
      clauses.push(throughSaid(from, to, beyond));
      n += 1;
    } else if (isGroup) clauses.push(`${from.name} ${groupVerb(to)} ${to.name}`);
    else clauses.push(from.is === "me" ? mineSaid(to, edge, telling) : betweenSaid(from, to, edge));
  }
  return clauses.join("; ");
}

function groupVerb(group: PathNode): string {
  return group.is === "organization" ? "works at" : group.is === "session" ? "speaks at" : "was at";
}

function throughSaid(from: PathNode, group: PathNode, to: PathNode): string {
  if (group.is === "organization") return `${from.name} works at ${group.name} with ${to.name}`;
  if (group.is === "session") return `${from.name} and ${to.name} both speak at “${group.name}”`;
  return `${from.name} and ${to.name} were both at ${group.name}`;
}

function mineSaid({ name }: PathNode, { ties }: Edge, { replica, day }: Telling): string {
  const known = ties.find((tie) => tie.is === "known");
  if (known !== undefined && known.meetings > 0) {
    const event = eventOf(replica, known.metAt);
    const where = event === undefined ? "" : ` at ${event.name}`;
    const when = known.metOn === null ? "" : ` on ${sayDay(known.metOn, day)}`;
    return `You met ${name}${where}${when}`;
  }
  if (known !== undefined) return `You and ${name} have been in touch`;
  if (ties.some(({ is }) => is === "colleague")) return `${name} works with you`;
  return `${name} is in your contacts, and you were never in touch`;
}

function betweenSaid(from: PathNode, to: PathNode, { ties, from: first }: Edge): string {
  const [one, other] = first === from.id ? [from, to] : [to, from];
  const has = (is: Tie["is"]) => ties.some((tie) => tie.is === is);
  if (has("introduced")) return `${one.name} introduced you to ${other.name}`;
  const asked = ties.find((tie) => tie.is === "introduces");
  if (asked !== undefined) {
    return asked.isDone
      ? `${one.name} introduced you to ${other.name}`
      : `${one.name} was asked to introduce you to ${other.name}`;
  }
  return `${from.name} and ${to.name} stand in one note of yours`;
}
