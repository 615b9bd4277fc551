import { beforeEach, describe, expect, test } from "vitest";
import type { EventId } from "#domain/model/id.ts";
import { TestWorkspace } from "../../test/support/workspace.ts";
import { capturing, mentioned, mentions, sessionsNow } from "./capturing.ts";

describe("where a line is captured", () => {
  let workspace: TestWorkspace;
  let eventId: EventId;
  beforeEach(async () => {
    workspace = await TestWorkspace.open();
    const add = async (name: string, startsOn: string, endsOn: string | null, timeZone = "Europe/Brussels") =>
      (await workspace.run("event.add", { name, startsOn, endsOn, timeZone })).result.eventId;
    await add("Long ago", "2025-11-03", "2025-11-05");
    eventId = await add("Partner Days", "2026-02-03", "2026-02-04");
    await workspace.run("session.import", {
      eventId,
      sessions: [
        session("Opening", "2026-02-04T08:00:00Z", "2026-02-04T09:00:00Z"),
        session("Routing", "2026-02-04T09:00:00Z", "2026-02-04T10:00:00Z"),
        { ...session("Standards", "2026-02-04T09:00:00Z", "2026-02-04T10:00:00Z"), isStarred: true },
      ],
    });
  });

  const at = (instant: string) => ({ now: Temporal.Instant.from(instant) });
  const eventAt = async (instant: string) => capturing(await workspace.replica(), at(instant)).event?.name ?? null;
  const sessionAt = async (instant: string) =>
    sessionsNow(await workspace.replica(), eventId, at(instant)).session?.title ?? null;

  test("is the event that is on, by the days of its own zone", async () => {
    expect(await eventAt("2026-02-04T22:59:00Z")).toBe("Partner Days");
    expect(await eventAt("2026-02-04T23:01:00Z")).toBeNull();
    expect(await eventAt("2026-02-02T23:01:00Z")).toBe("Partner Days");
  });

  test("is the session that is on; of two the one that was starred; in the break the one before", async () => {
    expect(await sessionAt("2026-02-04T08:30:00Z")).toBe("Opening");
    expect(await sessionAt("2026-02-04T09:30:00Z")).toBe("Standards");
    expect(await sessionAt("2026-02-04T10:10:00Z")).toBe("Standards");
    expect(await sessionAt("2026-02-04T10:20:00Z")).toBeNull();
  });

  test("finds a name by the beginning of any of its words, without its accents", async () => {
    for (const name of ["Zoë Müller", "Ana Ruiz", "Mullen Ray"]) await workspace.run("person.add", { name });
    await workspace.run("organization.add", { name: "Muller Freight" });
    const found = mentions(await workspace.replica(), "mul", 10).map(({ name, noun }) => `${noun} ${name}`);
    expect(found).toEqual(["person Mullen Ray", "person Zoë Müller", "organization Muller Freight"]);
  });

  test("knows who is named by a whole name, and nobody by a part of a word", async () => {
    const { result } = await workspace.run("person.add", { name: "Ana Ruiz", organization: "Tern" });
    const replica = await workspace.replica();
    expect(mentioned(replica, "met @Ana Ruiz, who left Internal Tern")).toMatchObject({
      personIds: [result.personId],
      organizationIds: [expect.any(String)],
    });
    expect(mentioned(replica, "Ana Ruizano at Ternate")).toEqual({ personIds: [], organizationIds: [] });
  });
});

function session(title: string, startsAt: string, endsAt: string) {
  return { title, startsAt, endsAt };
}
