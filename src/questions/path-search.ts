import { meNumber, type PathGraph } from "./path-graph.ts";

interface Wanted {
  /** Numbers that no path leads through. */
  closed: ReadonlySet<number>;
  /** How long each edge is; never negative. */
  lengths: Float64Array;
  /** How many paths at the most. */
  max: number;
}

/**
 * The shortest paths from me to one, at the most one for each whom I know: as numbers, from me on, the shortest first. It is Dijkstra's
 * search, begun at the far end and stopped as soon as no better door can come: a path is known once the search has reached
 * somebody I know. A path over somebody whom it is as short to ask directly is left out.
 */
export function shortestPaths(graph: PathGraph, to: number, { closed, lengths, max }: Wanted): number[][] {
  const { starts, neighbours, edgeAt, ids, mine } = graph;
  const distance = new Float64Array(ids.length).fill(Infinity);
  const next = new Int32Array(ids.length).fill(-1);
  const isSettled = new Uint8Array(ids.length);
  const doors: { at: number; total: number }[] = [];
  const heap = new Heap();
  distance[to] = 0;
  heap.push(to, 0);
  for (let item = heap.pop(); item !== undefined; item = heap.pop()) {
    const { at, far } = item;
    if (isSettled[at] === 1) continue;
    if (doors.length >= max && far >= (doors[max - 1]?.total ?? Infinity)) break;
    isSettled[at] = 1;
    const own = mine[at] ?? -1;
    if (own !== -1) insert(doors, { at, total: far + (lengths[own] ?? Infinity) });
    for (let place = starts[at] ?? 0; place < (starts[at + 1] ?? 0); place += 1) {
      const other = neighbours[place] ?? 0;
      if (other === meNumber || isSettled[other] === 1 || closed.has(other)) continue;
      const beyond = far + (lengths[edgeAt[place] ?? 0] ?? Infinity);
      if (beyond >= (distance[other] ?? 0)) continue;
      distance[other] = beyond;
      next[other] = at;
      heap.push(other, beyond);
    }
  }
  return doors.map(({ at }) => [meNumber, ...pathFrom(at)]);

  function insert(list: typeof doors, door: (typeof doors)[number]): void {
    const isBehind = pathFrom(door.at)
      .slice(1, -1)
      .some((between) => list.some((one) => one.at === between && one.total <= door.total));
    if (isBehind) return;
    const place = list.findIndex(({ total }) => total > door.total);
    list.splice(place === -1 ? list.length : place, 0, door);
    if (list.length > max) list.pop();
  }

  function pathFrom(at: number): number[] {
    const path = [at];
    for (let on = at; on !== to;) path.push((on = next[on] ?? to));
    return path;
  }
}

/** The nearest first, in a binary heap. */
class Heap {
  readonly #at: number[] = [];
  readonly #far: number[] = [];

  push(at: number, far: number): void {
    let place = this.#at.length;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if ((this.#far[parent] ?? 0) <= far) break;
      this.#put(place, this.#at[parent] ?? 0, this.#far[parent] ?? 0);
      place = parent;
    }
    this.#put(place, at, far);
  }

  pop(): { at: number; far: number } | undefined {
    const [at, far] = [this.#at[0], this.#far[0]];
    if (at === undefined || far === undefined) return undefined;
    const [lastAt, lastFar] = [this.#at.pop() ?? 0, this.#far.pop() ?? 0];
    const count = this.#at.length;
    if (count === 0) return { at, far };
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= count) break;
      if (child + 1 < count && (this.#far[child + 1] ?? 0) < (this.#far[child] ?? 0)) child += 1;
      if ((this.#far[child] ?? 0) >= lastFar) break;
      this.#put(place, this.#at[child] ?? 0, this.#far[child] ?? 0);
      place = child;
    }
    this.#put(place, lastAt, lastFar);
    return { at, far };
  }

  #put(place: number, at: number, far: number): void {
    this.#at[place] = at;
    this.#far[place] = far;
  }
}
