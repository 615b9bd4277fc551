import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WorkspaceId } from "#domain/model/id.ts";
import { openMemory } from "#store/memory.ts";
import { readText, takeIn } from "../support/copy.ts";
import { fillExampleYear } from "../support/example-year.ts";
import { TestWorkspace } from "../support/workspace.ts";
import { chromiumPath, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";

describe.skipIf(chromiumPath === undefined)("settings", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveApp({ fill: fillExampleYear })]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test("DA1 a changed name is in the export, and the export taken into an empty store is the same workspace", async () => {
    const context = await browser.newContext({ viewport: sizes.desk, baseURL: served.url });
    const { page, troubles } = await openPage(context);
    await page.goto("/settings");
    const name = page.getByLabel("Your name");
    await name.fill("Mira O. Okafor");
    await name.press("Enter");
    await page.getByText("Changed", { exact: true }).waitFor();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export everything" }).click();
    const text = readFileSync(await (await coming).path(), "utf8");
    const { workspaceId } = await readText(text);
    const store = openMemory();
    const { context: surroundings } = await TestWorkspace.open();
    await takeIn(text, { ...surroundings, store, workspaceId: workspaceId as WorkspaceId }); // what it says it is
    const { rows } = await store.load(workspaceId as WorkspaceId); // as above
    expect(rows.member.map(({ record }) => record.name)).toEqual(["Mira O. Okafor"]);
    expect([rows.event.length, rows.person.length, rows.page.length]).toEqual([8, 61, 8]);
    expect(troubles).toEqual([]);
    await context.close();
  });
});
