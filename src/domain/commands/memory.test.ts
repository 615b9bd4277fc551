import { describe, expect, test } from "vitest";
import { TestWorkspace } from "../../../test/support/workspace.ts";

async function forgotten(workspace: TestWorkspace): Promise<readonly string[] | null | undefined> {
  return (await workspace.records()).workspace[0]?.forgotten;
}

describe("forgetting", () => {
  test("RD6 what is forgotten is a fact of the workspace, and can be remembered again", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.run("memory.forget", { key: "name ana" });
    await workspace.run("memory.forget", { key: "name bo" });
    expect(await forgotten(workspace)).toEqual(["name ana", "name bo"]);
    await workspace.run("memory.remember", { key: "name ana" });
    expect(await forgotten(workspace)).toEqual(["name bo"]);
    await workspace.run("memory.remember", { key: "name bo" });
    expect(await forgotten(workspace)).toBeNull();
  });

  test("ST6 forgetting can be undone", async () => {
    const workspace = await TestWorkspace.open();
    const { entryId } = await workspace.run("memory.forget", { key: "name ana" });
    await workspace.run("undo", { entryId });
    expect(await forgotten(workspace)).toBeNull();
  });

  test("RD6 what is forgotten already, or is not, is refused with a sentence", async () => {
    const workspace = await TestWorkspace.open();
    await workspace.run("memory.forget", { key: "name ana" });
    await expect(workspace.run("memory.forget", { key: "name ana" })).rejects.toMatchObject({
      code: "duplicate",
      message: expect.stringContaining("forgotten already"),
    });
    await expect(workspace.run("memory.remember", { key: "name bo" })).rejects.toMatchObject({ code: "not-found" });
  });
});
