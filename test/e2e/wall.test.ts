import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { v7 } from "uuid";
import type { BoardId, DeviceId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import { run } from "#domain/run.ts";
import type { Store } from "#store/store.ts";
import { chromiumPath, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";
import { httpDevice, httpTransport } from "../support/http-device.ts";

const names = ["Mira Okafor", "Bo Lindqvist", "Ines Prado", "Henk de Boer"] as const;

/** An offsite with an empty board, and four people. */
interface Offsite {
  workspaceId: WorkspaceId;
  people: MemberId[];
  boardId: BoardId;
}

async function fillOffsite(store: Store, now: Temporal.Instant): Promise<Offsite> {
  const [workspaceId, first] = [v7() as WorkspaceId, v7() as MemberId]; // fresh ids
  const context = { store, workspaceId, memberId: first, deviceId: v7() as DeviceId, now, newId: () => v7() };
  await run("workspace.create", { name: "The lake team", timeZone: "Europe/Brussels", memberName: names[0] }, context);
  const people = [first];
  for (const name of names.slice(1)) people.push((await run("member.add", { name }, context)).result.memberId);
  const event = await run("event.add", { name: "Lake days", kind: "offsite", timeZone: "Europe/Brussels" }, context);
  const board = await run("board.add", { eventId: event.result.eventId, name: "What slows us down?" }, context);
  return { workspaceId, people, boardId: board.result.boardId };
}

/** One person at their own browser, with the wall open. */
interface Seat {
  page: Page;
  context: BrowserContext;
  troubles: string[];
}

describe.skipIf(chromiumPath === undefined)("a wall with four browsers", { timeout: 240_000 }, () => {
  let browser: Browser;
  let served: Served;
  let offsite: Offsite;
  let seats: Seat[];
  beforeAll(async () => {
    const fill = async (store: Store, now: Temporal.Instant) => {
      offsite = await fillOffsite(store, now);
    };
    [browser, served] = await Promise.all([launch(), serveApp({ fill })]);
    seats = await Promise.all(names.map((_, at) => sit(at)));
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  /** Each browser is another member's: the server tells a device whose it is. */
  async function sit(at: number): Promise<Seat> {
    const context = await browser.newContext({ viewport: sizes.desk, reducedMotion: "reduce" });
    const whose = { workspaceId: offsite.workspaceId, memberId: offsite.people[at] };
    await context.route("**/api/workspace", (route) => route.fulfill({ json: whose }));
    const { page, troubles } = await openPage(context);
    page.setDefaultTimeout(120_000); // a machine may be busy with other tests
    await page.goto(`${served.url}board/${offsite.boardId}`);
    await page.getByRole("heading", { name: "What slows us down?" }).waitFor();
    return { page, context, troubles };
  }

  const [mira, bo, ines, henk] = [0, 1, 2, 3].map((at) => () => seats[at]!.page) as [
    () => Page,
    () => Page,
    () => Page,
    () => Page,
  ]; // one for each name

  async function write(page: Page, text: string, column = "Broken"): Promise<void> {
    await page.getByLabel("Column", { exact: true }).selectOption(column);
    await page.getByRole("textbox", { name: "A sticky" }).fill(text);
    await page.getByRole("textbox", { name: "A sticky" }).press("Enter");
    await page.getByRole("button", { name: text, exact: true }).waitFor();
  }

  const stickyOn = (page: Page, text: string) => page.getByRole("button", { name: text, exact: true });

  /** Drags one thing onto another, or by so far. */
  async function drag(page: Page, from: string, to: string | { x: number; y: number }): Promise<void> {
    const start = await boxOf(page, from);
    const end = typeof to === "string" ? await boxOf(page, to) : { x: start.x + to.x, y: start.y + to.y };
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 10, start.y + 10);
    await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
    await page.mouse.move(end.x, end.y);
    await page.mouse.up();
  }

  async function boxOf(page: Page, text: string): Promise<{ x: number; y: number }> {
    const box = await stickyOn(page, text).boundingBox();
    if (box === null) throw new Error(`"${text}" is on the wall`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  async function goOn(to: string): Promise<void> {
    await mira().getByRole("button", { name: to, exact: true }).click();
    for (const { page } of seats) await page.locator('[aria-current="step"]', { hasText: to }).waitFor();
  }

  test("BD1 goes from private writing to what is talked about, each seeing what they may, and what was done offline is there", async () => {
    await write(mira(), "The handover gets lost in chat");
    await write(bo(), "Nobody writes the handover down");
    await write(ines(), "A day without meetings", "Ideas");
    await write(henk(), "Pairing", "Working");
    await mira().getByText("3 not shown yet").waitFor();
    expect(await stickyOn(mira(), "Pairing").count()).toBe(0);
    // Henk's train has no network: what he writes there comes when the others are further.
    await seats[3]?.context.setOffline(true);
    await write(henk(), "Written on the train");

    await goOnWithout(henk(), "Show");
    for (const page of [mira(), bo(), ines()]) await stickyOn(page, "Pairing").waitFor();
    await goOnWithout(henk(), "Cluster");
    await drag(bo(), "Nobody writes the handover down", "The handover gets lost in chat");
    await bo().getByRole("button", { name: "Give it a name" }).click();
    await bo().getByLabel("Its name").fill("Handover");
    await bo().getByRole("button", { name: "Keep the change" }).click();
    await ines().getByRole("button", { name: "Handover", exact: true }).waitFor();
    // By keys: picked up, moved over to the first column, put down.
    await stickyOn(ines(), "A day without meetings").focus();
    await ines().keyboard.press("Space");
    for (let step = 0; step < 3; step += 1) await ines().keyboard.press("Shift+ArrowLeft");
    await ines().keyboard.press("Space");
    await mira().getByRole("region", { name: "Working" }).getByText("A day without meetings").waitFor();
    await drag(mira(), "Pairing", { x: 40, y: 260 });

    await seats[3]?.context.setOffline(false);
    for (const page of [mira(), bo(), ines()]) await stickyOn(page, "Written on the train").waitFor();
    await henk().locator('[aria-current="step"]', { hasText: "Cluster" }).waitFor();

    await goOn("Vote");
    for (const page of [mira(), bo(), henk()]) {
      await page.getByRole("button", { name: "Put a dot on Handover" }).click();
      await page.getByText("2 of 3 dots left").waitFor();
    }
    await henk().getByRole("radio", { name: "List" }).click();
    const onPairing = henk().getByRole("button", { name: "Put a dot on Pairing" });
    for (let dot = 0; dot < 2; dot += 1) await onPairing.click();
    await henk().getByText("0 of 3 dots left").waitFor();
    expect(await onPairing.getAttribute("aria-disabled")).toBe("true");
    await mira().getByText("3 people have put 5").waitFor();
    expect(
      await bo()
        .getByText(/[0-9] dots$/)
        .count(),
    ).toBe(0);

    await goOn("Talk");
    await henk().getByRole("region", { name: "By dots" }).waitFor();
    const first = henk().getByRole("region", { name: "By dots" }).getByRole("listitem").first();
    expect(await first.innerText()).toMatch(/^Handover\s[^]*● 3\s+dots/);

    const [memberId] = offsite.people;
    const server = await httpDevice(
      { workspaceId: offsite.workspaceId, memberId: memberId! },
      httpTransport(served.url),
    );
    await server.sync();
    expect([...server.replica.all("sticky")].map(({ text }) => text).sort()).toEqual([
      "A day without meetings",
      "Nobody writes the handover down",
      "Pairing",
      "The handover gets lost in chat",
      "Written on the train",
    ]);
    expect(
      seats.flatMap(({ troubles }) => troubles.filter((one) => !one.includes("ERR_INTERNET_DISCONNECTED"))),
    ).toEqual([]);
  });

  /** Moves on while somebody has no network. */
  async function goOnWithout(away: Page, to: string): Promise<void> {
    await mira().getByRole("button", { name: to, exact: true }).click();
    for (const { page } of seats) {
      if (page !== away) await page.locator('[aria-current="step"]', { hasText: to }).waitFor();
    }
  }
});
