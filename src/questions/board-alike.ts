import type { ClusterId, StickyId } from "#domain/model/id.ts";
import { type Alike, Likeness, type LikenessItem } from "#recall/likeness.ts";
import { type BoardShown, clusterName, type StickyShown } from "./board.ts";

/** Stickies that seem to belong together, or into a cluster that is there, with the words that they share. */
export interface ProposedCluster {
  stickies: StickyShown[];
  /** The cluster they would go into; null for a new one. */
  into: { id: ClusterId; name: string } | null;
  words: string[];
}

/** More at once is a wall of its own. */
const proposedMax = 6;
/** A larger heap is no cluster but a topic of the whole wall. */
const stickiesMax = 8;
/** How far down its list of likes a sticky looks; both must have the other there. */
const nearMax = 4;

/**
 * What likeness would put together of what hangs alone, the likest first. It changes nothing: a person puts them together or does not
 * (RD2). Of two stickies each must be among the likest of the other, and a third joins only where it is like most of them, so that no chain of
 * likenesses makes one heap of all.
 */
export function proposedClusters({ columns }: Pick<BoardShown, "columns">): ProposedCluster[] {
  const loose = columns.flatMap(({ stickies }) => stickies);
  const clusters = columns.flatMap((column) => column.clusters);
  const likeness = new Likeness();
  for (const { id, text } of loose) likeness.put(item(id, text));
  for (const cluster of clusters) {
    likeness.put(item(cluster.id, [cluster.name, ...cluster.stickies.map(({ text }) => text)].join("\n")));
  }
  const near = new Map(loose.map(({ id, text }) => [id, likeness.like(item(id, text), nearMax)]));
  const byId = new Map(loose.map((sticky) => [sticky.id as string, sticky]));
  const found = [...intoClusters(clusters, near, byId), ...ofLoose(loose, near, byId)];
  const taken = new Set<string>();
  return found
    .sort((a, b) => b.score - a.score)
    .flatMap(({ stickies, into, words }) => {
      const free = stickies.filter(({ id }) => !taken.has(id));
      if (free.length < (into === null ? 2 : 1)) return [];
      for (const { id } of free) taken.add(id);
      return [{ stickies: free, into, words }];
    })
    .slice(0, proposedMax);
}

interface Scored extends ProposedCluster {
  score: number;
}

type Near = ReadonlyMap<StickyId, readonly Alike[]>;

function intoClusters(
  clusters: readonly { id: ClusterId; name: string | null; stickies: StickyShown[] }[],
  near: Near,
  byId: ReadonlyMap<string, StickyShown>,
): Scored[] {
  return clusters.flatMap((cluster) => {
    const alike = [...near].flatMap(([id, [likest]]) => (likest?.id === cluster.id ? [{ id, likest }] : []));
    const stickies = alike.flatMap(({ id }) => byId.get(id) ?? []).slice(0, stickiesMax);
    const score = Math.max(0, ...alike.map(({ likest }) => likest.score));
    const words = said(alike.map(({ likest }) => likest));
    return stickies.length === 0
      ? []
      : [{ stickies, into: { id: cluster.id, name: clusterName(cluster) }, words, score }];
  });
}

function ofLoose(loose: readonly StickyShown[], near: Near, byId: ReadonlyMap<string, StickyShown>): Scored[] {
  const likes = (a: StickyId, b: string) => near.get(a)?.find(({ id }) => id === b);
  const isMutual = (a: StickyShown, b: StickyShown) =>
    likes(a.id, b.id) !== undefined && likes(b.id, a.id) !== undefined;
  return loose.flatMap((first) => {
    const group = [first];
    const alike: Alike[] = [];
    for (const like of near.get(first.id) ?? []) {
      const other = byId.get(like.id);
      if (other === undefined || group.length >= stickiesMax) continue;
      if (group.filter((one) => isMutual(one, other)).length * 2 <= group.length && group.length > 1) continue;
      if (!isMutual(first, other)) continue;
      group.push(other);
      alike.push(like);
    }
    const score = alike.reduce((sum, { score }) => sum + score, 0);
    return group.length < 2 ? [] : [{ stickies: group, into: null, words: said(alike), score }];
  });
}

/** The words that a likeness rests on, the most telling first. */
function said(alike: readonly Alike[]): string[] {
  return [...new Set(alike.flatMap(({ words }) => words.slice(0, 2).map(({ here }) => here.toLowerCase())))].slice(
    0,
    4,
  );
}

function item(id: string, text: string): LikenessItem {
  return { id, text, personIds: [], organizationIds: [], sessionId: null, eventId: null, on: null };
}
