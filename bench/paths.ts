import type { DeviceId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import { type Noun, nouns, type RecordOf } from "#domain/model/nouns.ts";
import type { Day } from "#domain/model/time.ts";
import { pathGraph } from "#questions/path-graph.ts";
import { pathsNouns, pathsTo } from "#questions/paths.ts";
import { ties } from "#questions/ties.ts";
import { Replica } from "#replica/replica.ts";
import { median } from "./whole.ts";

const peopleCount = 10_000;
const organizationCount = 600;
const day = "2026-02-04" as Day;
const createdAt = "2026-01-01T09:00:00.000Z";

/**
 * Milliseconds to answer who could open the door, to people whom nobody knows directly, where 10,000 people are tied by 60,000 ties; and
 * to make the graph it is found in, which is done once for a state of the workspace.
 */
export function pathFigures() {
  const replica = manyTies();
  const tiesMs = timed(() => [...ties(replica, day)].length);
  const buildMs = timed(() => pathGraph(replica, day).ids.length);
  const strangers = [...replica.all("person")].filter(
    ({ id }) => replica.by("meeting", "personId", id).length + replica.by("touch", "personId", id).length === 0,
  );
  const asked = strangers.filter((_, place) => place % Math.ceil(strangers.length / 200) === 0);
  const all = asked.map(({ id }) => timed(() => pathsTo(replica, { personId: id }, { day })).ms);
  const one = asked.map(({ id }) => timed(() => pathsTo(replica, { personId: id }, { day, max: 1 })).ms);
  return {
    people: peopleCount,
    ties: tiesMs.answer,
    tiesMs: tiesMs.ms,
    buildMs: buildMs.ms,
    askMs: { p50: median(all), p95: all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? Number.NaN },
    searchMs: median(one),
  };
}

function timed<T>(work: () => T): { answer: T; ms: number } {
  const before = performance.now();
  const answer = work();
  return { answer, ms: performance.now() - before };
}

/** A tenth of the people were met; the rest is tied by organizations, introductions, notes and programmes. */
function manyTies(): Replica {
  let drawn = 20_260_204;
  // The constants of Numerical Recipes' quick generator: chance enough for ties, and the same each time.
  const below = (max: number) => (((drawn = (drawn * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32) * max) | 0;
  let ids = 0;
  const newId = () => `01940000-0000-7000-8000-${(ids += 1).toString(16).padStart(12, "0")}`;
  const workspaceId = newId() as WorkspaceId;
  const replica = new Replica(workspaceId, newId() as MemberId, [...pathsNouns]);
  const put = <N extends Noun>(noun: N, fields: object): RecordOf<N> => {
    const record = nouns[noun].parse({ id: newId(), createdAt, ...fields }) as RecordOf<N>; // as its schema says
    replica.put({ noun, record, removed: false });
    return record;
  };
  put("workspace", { id: workspaceId, name: "Many", timeZone: "Europe/Brussels", deviceId: newId() as DeviceId });
  const organizations = Array.from({ length: organizationCount }, (_, n) => put("organization", { name: `O${n}` }).id);
  const events = Array.from(
    { length: 20 },
    (_, n) => put("event", { name: `E${n}`, timeZone: "Europe/Brussels", startsOn: "2025-09-01" }).id,
  );
  const people = Array.from({ length: peopleCount }, (_, n) => {
    const organizationId = organizations[below(organizationCount)];
    const emails = n % 2 === 0 ? [{ value: `${n}@example.org` }] : [];
    return put("person", { name: `Person ${n}`, organizationId, emails });
  });
  const somebody = () => people[below(peopleCount)] ?? people[0];
  for (let n = 0; n < peopleCount / 10; n += 1) {
    put("meeting", {
      personId: somebody()?.id,
      eventId: events[below(events.length)],
      metOn: "2025-09-01",
      throughPersonId: n % 2 === 0 ? somebody()?.id : null,
    });
  }
  for (let n = 0; n < 8_000; n += 1) {
    put("step", {
      what: "Introduce us",
      kind: "introduce",
      isTheirs: true,
      ownerPersonId: somebody()?.id,
      withPersonId: somebody()?.id,
    });
  }
  for (let n = 0; n < 2_000; n += 1) {
    put("note", { text: "Some of them", personIds: Array.from({ length: 6 }, () => somebody()?.id), state: "unread" });
  }
  for (let n = 0; n < 1_200; n += 1) {
    const speakers = Array.from({ length: 4 }, () => ({ name: somebody()?.name }));
    put("session", { eventId: events[below(events.length)], title: `S${n}`, speakers });
  }
  return replica;
}
