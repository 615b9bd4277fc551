import type { Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { type End, me, strengthMax, type Tie, tieNouns, ties } from "./ties.ts";

/** What is known of two who are tied. */
export interface Edge {
  from: End;
  to: End;
  ties: Tie[];
  /** How likely something is handed over, from 0 to 1. */
  strength: number;
  /** A hand-over from person to person is one; to what ties two people, half of one. */
  hops: number;
}

/**
 * Who is tied to whom, without direction: me, people, and the organizations, sessions and events that tie them. Everybody is a number,
 * and the neighbours of one stand side by side: a search goes over ten thousand people in milliseconds, which objects took a hundred times.
 */
export interface PathGraph {
  ids: End[];
  /** The number of an id; I am 0. */
  numbers: Map<string, number>;
  edges: Edge[];
  /** The neighbours of `n` are at `starts[n]` up to `starts[n + 1]` of `neighbours`, each with its edge in `edgeAt`. */
  starts: Int32Array;
  neighbours: Int32Array;
  edgeAt: Int32Array;
  /** By number, my edge to whom I am tied; -1 for all others. */
  mine: Int32Array;
  /** Of each edge -ln(strength): the sum of these is least where the product of strengths is greatest. */
  weights: Float64Array;
  /** Of each edge its hops; of equally many the stronger are shorter, by less than a hop. */
  hops: Float64Array;
}

/** The number of who is looking. */
export const meNumber = 0;

/** The graph that was made last of a replica, and of what state. */
const kept = new WeakMap<Replica, { graph: PathGraph; day: Day; state: string }>();

/** The graph of a replica, made once for its state and a day, and kept; who asks hears of every change to what it is made of. */
export function pathGraph(replica: Replica, day: Day): PathGraph {
  const state = tieNouns.map((noun) => replica.changesOf(noun)).join(" ");
  const known = kept.get(replica);
  if (known !== undefined && known.day === day && known.state === state) return known.graph;
  const graph = build(replica, day);
  kept.set(replica, { graph, day, state });
  return graph;
}

/** The edge of two, where they are tied. */
export function edgeBetween(graph: PathGraph, one: number, other: number): Edge | undefined {
  const { starts, neighbours, edgeAt, edges } = graph;
  for (let at = starts[one] ?? 0; at < (starts[one + 1] ?? 0); at += 1) {
    if (neighbours[at] === other) return edges[edgeAt[at] ?? 0];
  }
  return undefined;
}

function build(replica: Replica, day: Day): PathGraph {
  const ids: End[] = [me];
  const numbers = new Map<string, number>([[me, meNumber]]);
  const edges: Edge[] = [];
  const ends: number[] = [];
  const byEnds: Map<number, number>[] = [];
  const numberOf = (id: End) => {
    let number = numbers.get(id);
    if (number === undefined) numbers.set(id, (number = ids.push(id) - 1));
    return number;
  };
  for (const { from, to, tie, strength } of ties(replica, day)) {
    const [one, other] = [numberOf(from), numberOf(to)];
    const of = (byEnds[Math.min(one, other)] ??= new Map());
    const known = edges[of.get(Math.max(one, other)) ?? -1];
    if (known === undefined) {
      of.set(Math.max(one, other), edges.push({ from, to, ties: [tie], strength, hops: hopsOf(tie) }) - 1);
      ends.push(one, other);
    } else {
      known.ties.push(tie);
      // Two reasons fail together only where each fails.
      known.strength = Math.min(strengthMax, 1 - (1 - known.strength) * (1 - strength));
      known.hops = Math.min(known.hops, hopsOf(tie));
    }
  }
  const weights = Float64Array.from(edges, ({ strength }) => -Math.log(strength));
  const hops = Float64Array.from(edges, (edge, n) => edge.hops + (weights[n] ?? 0) / 1000);
  const lists = beside(ids.length, ends);
  const mine = new Int32Array(ids.length).fill(-1);
  for (let at = lists.starts[meNumber] ?? 0; at < (lists.starts[meNumber + 1] ?? 0); at += 1) {
    mine[lists.neighbours[at] ?? 0] = lists.edgeAt[at] ?? -1;
  }
  return { ids, numbers, edges, weights, hops, mine, ...lists };
}

/** Neighbours side by side, of edges whose ends stand in `ends` by twos. */
function beside(count: number, ends: readonly number[]): Pick<PathGraph, "starts" | "neighbours" | "edgeAt"> {
  const starts = new Int32Array(count + 1);
  for (const end of ends) starts[end + 1] = (starts[end + 1] ?? 0) + 1;
  for (let n = 0; n < count; n += 1) starts[n + 1] = (starts[n + 1] ?? 0) + (starts[n] ?? 0);
  const free = starts.slice();
  const neighbours = new Int32Array(ends.length);
  const edgeAt = new Int32Array(ends.length);
  for (const [place, end] of ends.entries()) {
    const at = free[end] ?? 0;
    free[end] = at + 1;
    neighbours[at] = ends[place ^ 1] ?? 0;
    edgeAt[at] = place >> 1;
  }
  return { starts, neighbours, edgeAt };
}

function hopsOf(tie: Tie): number {
  return tie.is === "worksAt" || tie.is === "speaksAt" || tie.is === "wasAt" ? 0.5 : 1;
}
