import type { OrganizationId, PersonId } from "#domain/model/id.ts";
import type { Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { organizationName, personName } from "./asking.ts";
import { type Edge, edgeBetween, meNumber, type PathGraph, pathGraph } from "./path-graph.ts";
import { hopSaid, pathSaid, strengthSaid } from "./path-said.ts";
import { shortestPaths } from "./path-search.ts";
import { type End, me, tieNouns } from "./ties.ts";

/** What a path leads to. */
export type PathTarget = { personId: PersonId } | { organizationId: OrganizationId };

/** Who or what stands on a path. */
export interface PathNode {
  id: End;
  is: "me" | "person" | "organization" | "session" | "event";
  name: string;
}

/** From one on a path to the next. */
export interface PathHop {
  /** What is known of the two: "met twice, last touch 5 days ago". */
  words: string;
  strength: number;
  strengthWords: string;
}

/** One way to somebody: who stands on it, from me on, what ties them, and the whole in words. */
export interface Path {
  nodes: PathNode[];
  hops: PathHop[];
  /** How likely something is handed over all the way, from 0 to 1. */
  strength: number;
  strengthWords: string;
  sentence: string;
  /** Whom to ask; null where I know them myself. */
  door: { personId: PersonId; name: string } | null;
  isStrongest: boolean;
  /** Of those shown, the one with the fewest people between. */
  isShortest: boolean;
}

export interface Paths {
  name: string;
  /** The strongest first; each begins with somebody else. */
  paths: Path[];
}

export const pathsNouns = tieNouns;

/** More doors than that are a list of people. */
const pathsMax = 3;
/** A path weaker than this is no path: it would take a hundred tries. */
const strengthMin = 0.01;

/**
 * Who could open the door to a person or an organization: the strongest path, further ones that begin with somebody else, and the
 * shortest where that is another. Whoever `closed` names was asked and could not help: no path leads through them.
 */
export function pathsTo(
  replica: Replica,
  target: PathTarget,
  { day, max = pathsMax, closed = [] }: { day: Day; max?: number; closed?: readonly PersonId[] },
): Paths | undefined {
  const to = "personId" in target ? target.personId : target.organizationId;
  const name =
    "personId" in target ? personName(replica, target.personId) : organizationName(replica, target.organizationId);
  if (name === null) return undefined;
  const graph = pathGraph(replica, day);
  const number = graph.numbers.get(to);
  if (number === undefined) return { name, paths: [] };
  const out = new Set(closed.flatMap((id) => graph.numbers.get(id) ?? []));
  const found = shortestPaths(graph, number, { closed: out, lengths: graph.weights, max });
  const [shortest] = shortestPaths(graph, number, { closed: out, lengths: graph.hops, max: 1 });
  const [strongest] = found;
  if (shortest !== undefined && strongest !== undefined && !found.some((one) => one.join() === shortest.join())) {
    if (hopsOn(graph, shortest) < hopsOn(graph, strongest)) found.splice(1, found.length >= max ? 1 : 0, shortest);
  }
  const shown = found
    .map((numbers) => ({ hops: hopsOn(graph, numbers), path: pathOf(replica, graph, { numbers, day }) }))
    .filter(({ path }, n) => n === 0 || path.strength >= strengthMin);
  const least = Math.min(...shown.map(({ hops }) => hops));
  const shortestAt = shown.findIndex(({ hops }) => hops === least);
  const paths = shown.map(({ path }, n) => ({ ...path, isStrongest: n === 0, isShortest: n === shortestAt }));
  return { name, paths };
}

/** How strong my own tie to somebody is, without anybody between; 0 where there is none. */
export function ownTie(replica: Replica, personId: PersonId, day: Day): number {
  const graph = pathGraph(replica, day);
  const number = graph.numbers.get(personId);
  return number === undefined ? 0 : (edgeBetween(graph, meNumber, number)?.strength ?? 0);
}

function edgesOn(graph: PathGraph, numbers: readonly number[]): Edge[] {
  return numbers.slice(1).flatMap((number, n) => edgeBetween(graph, number, numbers[n] ?? meNumber) ?? []);
}

function hopsOn(graph: PathGraph, numbers: readonly number[]): number {
  return edgesOn(graph, numbers).reduce((sum, edge) => sum + edge.hops, 0);
}

function pathOf(
  replica: Replica,
  graph: PathGraph,
  { numbers, day }: { numbers: readonly number[]; day: Day },
): Omit<Path, "isStrongest" | "isShortest"> {
  const shown = numbers.map((number) => nodeOf(replica, graph.ids[number] ?? me));
  const edges = edgesOn(graph, numbers);
  const strength = edges.reduce((product, edge) => product * edge.strength, 1);
  const [, first] = shown;
  return {
    nodes: shown,
    hops: edges.map((edge) => ({
      words: hopSaid(edge, { replica, day }),
      strength: edge.strength,
      strengthWords: strengthSaid(edge.strength),
    })),
    strength,
    strengthWords: strengthSaid(strength),
    sentence: pathSaid(shown, edges, { replica, day }),
    // The first on a path is a person, since I am tied to nothing else.
    door: first === undefined || shown.length < 3 ? null : { personId: first.id as PersonId, name: first.name },
  };
}

function nodeOf(replica: Replica, id: string): PathNode {
  if (id === me) return { id, is: "me", name: "You" };
  for (const is of ["person", "organization", "session", "event"] as const) {
    const record = replica.get(is, id as never); // an id of one of the four, tried one after the other
    if (record !== undefined) return { id: record.id, is, name: "title" in record ? record.title : record.name };
  }
  return { id: id as PersonId, is: "person", name: "somebody who was removed" };
}
