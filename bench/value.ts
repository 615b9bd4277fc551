import type { MemberId, WorkspaceId } from "#domain/model/id.ts";
import { type Noun, nounNames, nouns } from "#domain/model/nouns.ts";
import { values } from "#questions/values.ts";
import { value } from "#questions/value.ts";
import { Replica } from "#replica/replica.ts";
import { reportHtml } from "#report/report.ts";

/** What the value pages cost with many years in them: 100 events, 5,000 outcomes, 20,000 steps, 30,000 notes. Milliseconds of processor time, the median of nine. */
export function valueFigures(): { compared: number; one: number; report: number; reportKilobytes: number } {
  const replica = manyYears();
  const asking = { now: Temporal.Instant.from("2026-06-01T08:00:00Z") };
  const [first] = replica.all("event");
  if (first === undefined) throw new Error("There are a hundred events.");
  let html = "";
  const figures = {
    compared: medianMs(() => values(replica, asking)),
    one: medianMs(() => value(replica, first.id, asking)),
    report: medianMs(() => (html = reportHtml(replica, first.id, asking) ?? "")),
  };
  return { ...figures, reportKilobytes: html.length / 1024 };
}

function medianMs(work: () => unknown): number {
  const times = Array.from({ length: 9 }, () => {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  });
  return times.toSorted((a, b) => a - b)[4] ?? Number.NaN;
}

function manyYears(): Replica {
  const id = (kind: number, count: number) =>
    `01940000-0000-7000-${8000 + kind}-${count.toString(16).padStart(12, "0")}`;
  const replica = new Replica(id(0, 1) as WorkspaceId, id(1, 1) as MemberId, nounNames); // ids of this bench
  const put = (noun: Noun, record: object) =>
    replica.put({
      noun,
      record: nouns[noun].parse({ createdAt: "2025-01-01T09:00:00Z", ...record }),
      removed: false,
    }); // its schema
  put("workspace", { id: id(0, 1), name: "Years", timeZone: "Europe/Brussels" });
  put("member", { id: id(1, 1), name: "Mira Okafor" });
  const cost = { currency: "EUR", fee: 90_000, travel: 41_000, days: 2, dayRate: 60_000 };
  const year = { timeZone: "Europe/Brussels", startsOn: "2025-02-03", endsOn: "2025-02-05", cost };
  for (let n = 0; n < 100; n += 1) put("event", { ...year, id: id(2, n), name: `Event ${n}` });
  for (let n = 0; n < 2_000; n += 1) put("session", { id: id(3, n), eventId: id(2, n % 100), title: `Session ${n}` });
  for (let n = 0; n < 30_000; n += 1) {
    put("note", { id: id(4, n), text: `Note ${n} of a day`, eventId: id(2, n % 100), sessionId: id(3, n % 2_000) });
  }
  for (let n = 0; n < 20_000; n += 1) {
    const from = { eventId: id(2, n % 100), noteId: id(4, n), ownerMemberId: id(1, 1) };
    const closed = n % 3 === 0 ? {} : { state: "done", closedAt: "2025-03-03T09:00:00Z" };
    put("step", { ...from, ...closed, id: id(5, n), what: `Step ${n}`, kind: "do", basis: "promised" });
  }
  for (let n = 0; n < 5_000; n += 1) {
    const stepIds = n % 5 === 0 ? [id(5, n), id(5, n + 1)] : [id(5, n)];
    put("outcome", {
      id: id(6, n),
      kind: "deal",
      what: `Outcome ${n}`,
      cameOn: "2025-04-01",
      amount: n * 100,
      currency: "EUR",
      stepIds,
    });
  }
  return replica;
}
