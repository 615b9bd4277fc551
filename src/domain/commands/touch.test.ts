import { describe, expect, test } from "vitest";
import { TestWorkspace } from "../../../test/support/workspace.ts";

async function withAna() {
  const workspace = await TestWorkspace.open();
  const { personId } = (await workspace.run("person.add", { name: "Ana Ruiz" })).result;
  return { workspace, personId };
}

describe("touches and how we met", () => {
  test("EC2 a touch has happened: a day to come is refused, by the workspace's clock or the event's", async () => {
    const { workspace, personId } = await withAna();
    const log = (touchedOn: string, eventId: string | null = null) =>
      workspace.run("touch.add", { personId, way: "call", touchedOn, eventId });
    await expect(log("2026-02-05")).rejects.toThrow(
      "A touch with Ana Ruiz on 2026-02-05 has not happened yet; what is planned is a step.",
    );
    const { eventId } = (await workspace.run("event.add", { name: "Partner Day", timeZone: "Asia/Tokyo" })).result;
    const { touchId } = (await log("2026-02-05", eventId)).result; // in Tokyo it is tomorrow already
    await expect(workspace.run("touch.change", { touchId, touchedOn: "2026-02-06" })).rejects.toThrow(
      "has not happened",
    );
    await expect(workspace.run("touch.change", { touchId, touchedOn: "2026-02-05", eventId: null })).rejects.toThrow(
      "yet",
    );
    await workspace.run("touch.change", { touchId, touchedOn: "2026-02-04", eventId: null, line: "sent it" });
    expect((await workspace.records()).touch).toMatchObject([
      { touchedOn: "2026-02-04", line: "sent it", eventId: null },
    ]);
  });

  test("nobody is met on a day to come, nor through themselves, when it is said first or changed later", async () => {
    const { workspace, personId } = await withAna();
    const bo = (await workspace.run("person.add", { name: "Bo Lindqvist" })).result.personId;
    const { meetingId } = (await workspace.run("meeting.add", { personId, throughPersonId: bo })).result;
    for (const wrong of [{ throughPersonId: personId }, { metOn: "2026-02-05" }]) {
      const words = "metOn" in wrong ? "Meeting Ana Ruiz on 2026-02-05 has not happened yet" : "met through themselves";
      await expect(workspace.run("meeting.add", { personId, ...wrong })).rejects.toThrow(words);
      await expect(workspace.run("meeting.change", { meetingId, ...wrong })).rejects.toThrow(words);
    }
    await workspace.run("meeting.change", { meetingId, metOn: "2026-02-04" });
    expect((await workspace.records()).meeting).toMatchObject([{ metOn: "2026-02-04", throughPersonId: bo }]);
  });
});
