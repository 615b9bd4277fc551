import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../house/source.ts";
import type { Store } from "#store/store.ts";
import { fillExampleTeam } from "../support/example-year.ts";
import { whatCameOfTheYear } from "../support/year-value.ts";
import { hangOnLast } from "../support/lake-wall.ts";
import { commitInYear } from "../support/example-plan.ts";
import { chromiumPath, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";

/** Where pictures of the screens go, with `UPSHOT_SCREENS=1`; they are taken in place of the look by axe. */
const pictures = process.env["UPSHOT_SCREENS"] === undefined ? null : join(root, "docs/screens");

/** Everything everywhere: with `UPSHOT_BROWSER=all`, and for pictures. Else each place has its turn in one size and theme. */
const isAll = process.env["UPSHOT_BROWSER"] === "all" || process.env["UPSHOT_SCREENS"] !== undefined;
/** Each size and each theme once, or both of both. */
const themes: Record<"desk" | "phone", ("light" | "dark")[]> = { desk: ["light"], phone: ["dark"] };
if (isAll) {
  themes.desk.push("dark");
  themes.phone.push("light");
}

/** Something of each kind in the year: its id stands in the address of its screen. */
interface Shown {
  event: string;
  session: string;
  person: string;
  organization: string;
  note: string;
  page: string;
  need: string;
  lead: string;
  board: string;
  offsite: string;
  initiative: string;
  outcome: string;
  /** An event that something came of. */
  worth: string;
}

/** Every screen, as a person comes to it. A new screen is one line here. */
const screens: Record<string, (page: Page, shown: Shown) => Promise<unknown>> = {
  today: (page) => page.getByRole("link", { name: "Today" }).click(),
  step: (page) => page.getByRole("row").nth(1).click(),
  done: async (page) => {
    await goTo(page, "");
    await page
      .getByRole("button", { name: /^Done: / })
      .first()
      .click();
    await page.getByRole("dialog").waitFor();
  },
  "put-off": async (page) => {
    await goTo(page, "");
    await page.getByRole("row").nth(1).click();
    await page.getByRole("button", { name: "Put off" }).click();
    await page.getByRole("dialog").waitFor();
  },
  capture: async (page) => {
    await goTo(page, "");
    await page.getByRole("button", { name: /^Capture/ }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("-> send Ana Ruiz the gate numbers by Friday");
    await page.getByText(/^You .*gate numbers/).waitFor();
  },
  palette: async (page) => {
    await goTo(page, "");
    await page.keyboard.press("Control+k");
    await page.getByRole("menuitem").first().waitFor();
  },
  keys: async (page) => {
    await goTo(page, "");
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
  },
  waiting: (page) => goTo(page, "waiting"),
  steps: (page) => goTo(page, "steps"),
  vague: (page) => goTo(page, "steps?vague=1"),
  "comb-back": (page) => goTo(page, "comb-back"),
  "comb-back-card": async (page) => {
    await goTo(page, "comb-back");
    await page.getByRole("button", { name: /^Begin/ }).click();
    await page.getByRole("group", { name: "Your answer" }).waitFor();
  },
  events: (page) => goTo(page, "events"),
  event: (page, { event }) => goTo(page, `event/${event}`),
  session: (page, { session }) => goTo(page, `session/${session}`),
  debrief: (page) => goTo(page, "debrief"),
  people: (page) => goTo(page, "people"),
  person: (page, { person }) => goTo(page, `person/${person}`),
  organizations: (page) => goTo(page, "organizations"),
  organization: (page, { organization }) => goTo(page, `organization/${organization}`),
  note: (page, { note }) => goTo(page, `note/${note}`),
  page: (page, { page: id }) => goTo(page, `page/${id}`),
  roadmap: (page, { offsite }) => goTo(page, `roadmap/${offsite}`),
  initiative: (page, { initiative }) => goTo(page, `initiative/${initiative}`),
  digest: (page, { offsite }) => goTo(page, `digest/${offsite}`),
  charter: (page) => goTo(page, "charter"),
  needs: (page) => goTo(page, "needs"),
  need: async (page, { need }) => {
    await goTo(page, `need/${need}`);
    await page.getByRole("checkbox").first().waitFor();
  },
  plan: async (page) => {
    await goTo(page, "plan");
    await page.getByRole("row").nth(1).click();
    await page.getByRole("textbox", { name: "Next step" }).waitFor();
  },
  commit: async (page) => {
    await goTo(page, "plan");
    await page.getByRole("button", { name: "Commit to something" }).click();
    await page.getByRole("dialog").waitFor();
  },
  "month-end": (page) => goTo(page, `plan/${new Date().toISOString().slice(0, 7)}`),
  print: (page) => goTo(page, `print/${new Date().getUTCFullYear()}`),
  leads: (page) => goTo(page, "leads"),
  "leads-list": (page) => goTo(page, "leads?as=list"),
  "leads-stages": async (page) => {
    await goTo(page, "leads");
    await page.getByRole("button", { name: "Stages" }).click();
    await page.getByRole("dialog").waitFor();
  },
  lead: async (page, { lead }) => {
    await goTo(page, `lead/${lead}`);
    await page.getByRole("heading", { name: "Who could open the door" }).waitFor();
  },
  "lead-move": async (page, { lead }) => {
    await goTo(page, `lead/${lead}`);
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await page.getByRole("dialog").waitFor();
  },
  import: (page) => goTo(page, "import"),
  start: (page) => goTo(page, "start"),
  search: async (page) => {
    await goTo(page, "search");
    await page.getByRole("searchbox").fill("harbour");
    await page.getByRole("main").locator("mark").first().waitFor();
  },
  after: async (page, { event }) => {
    await goTo(page, `after/${event}`);
    await page.getByRole("heading", { name: /^After /, level: 1 }).waitFor();
  },
  "wall-plane": async (page, { board }) => {
    await goTo(page, `board/${board}`);
    await page.getByRole("radio", { name: "Wall" }).click();
  },
  "wall-list": async (page, { board }) => {
    await goTo(page, `board/${board}`);
    await page.getByRole("radio", { name: "List" }).click();
  },
  "wall-join": async (page, { board }) => {
    await goTo(page, `board/${board}`);
    await page.getByRole("button", { name: "Let others join" }).click();
    await page.getByRole("dialog").waitFor();
  },
  "wall-merged": (page, { event }) => goTo(page, `wall/${event}`),
  values: (page) => goTo(page, "values"),
  value: (page, { worth }) => goTo(page, `value/${worth}`),
  outcome: (page, { outcome }) => goTo(page, `outcome/${outcome}`),
  settings: (page) => goTo(page, "settings"),
  more: (page) => goTo(page, "more"),
  unapplied: (page) => goTo(page, "unapplied"),
};

describe.skipIf(chromiumPath === undefined)("every screen, with a year in it", () => {
  let browser: Browser;
  let served: Served;
  let shown: Shown;
  beforeAll(async () => {
    const fill = async (store: Store, now: Temporal.Instant) => {
      await fillExampleTeam(store, now);
      await hangOnLast(store, now);
      await whatCameOfTheYear(store, now);
      await commitInYear(store, now);
      shown = await someOf(store);
    };
    [browser, served] = await Promise.all([launch(), serveApp({ fill })]);
    if (pictures !== null) mkdirSync(pictures, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  for (const size of ["desk", "phone"] as const) {
    for (const theme of themes[size]) {
      test(`is clean for axe and without trouble: ${size}, ${theme}`, { timeout: 600_000 }, async () => {
        const isPhone = size === "phone";
        const context = await browser.newContext({
          viewport: sizes[size],
          colorScheme: theme,
          reducedMotion: "reduce",
          hasTouch: isPhone,
          isMobile: isPhone,
          baseURL: served.url,
        });
        const { page, troubles } = await openPage(context);
        await page.goto("/");
        await page.getByRole("grid").waitFor();
        const found: string[] = [];
        page.setDefaultTimeout(15_000);
        for (const [turn, [name, come]] of Object.entries(screens).entries()) {
          if (!isAll && (turn % 2 === 0) === isPhone) continue;
          await come(page, shown);
          await page.getByRole("heading").first().waitFor();
          await page.evaluate("document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 50)))");
          if (pictures !== null) await takePicture(page, join(pictures, `${name}-${size}-${theme}.webp`));
          else found.push(...(await violationsOf(page)).map((violation) => `${name}: ${violation}`));
          if (await isWiderThanScreen(page)) found.push(`${name}: is wider than the screen`);
          await page.keyboard.press("Escape");
        }
        expect(found).toEqual([]);
        expect(troubles).toEqual([]);
        await context.close();
      });
    }
  }
});

/** The last of each kind that has what its screen shows: the event that ends today, and what belongs to it. */
async function someOf(store: Store): Promise<Shown> {
  const [workspaceId] = await store.workspaces();
  if (workspaceId === undefined) throw new Error("The example year has a workspace.");
  const { rows } = await store.load(workspaceId);
  const event = rows.event.at(-1)?.record.id;
  const found = {
    event,
    session: rows.session.find(({ record }) => record.eventId === event)?.record.id,
    person: rows.step.find(({ record }) => record.withPersonId !== null)?.record.withPersonId,
    organization: rows.person.find(({ record }) => record.organizationId !== null)?.record.organizationId,
    note: rows.note.at(-1)?.record.id,
    page: rows.page.at(-1)?.record.id,
    lead: rows.lead.find(({ record }) => record.name === "Pilot at two gates")?.record.id,
    need: rows.need.at(0)?.record.id,
    board: rows.board.at(-1)?.record.id,
    offsite: rows.initiative.at(-1)?.record.eventId,
    initiative: rows.checkin.at(-1)?.record.initiativeId,
    outcome: rows.outcome.at(0)?.record.id,
    worth: rows.event.at(1)?.record.id,
  };
  return Object.fromEntries(
    Object.entries(found).map(([kind, id]) => {
      if (id === undefined || id === null) throw new Error(`The example year has no ${kind}.`);
      return [kind, id];
    }),
  ) as unknown as Shown; // the keys of found
}

/** Goes to an address as a link in the app does, without loading the page again. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(`history.pushState(null, "", ${JSON.stringify(`/${path}`)})`);
  await page.getByRole("main").getByRole("heading").first().waitFor();
}

/** True where something must be scrolled to the side to be seen. */
async function isWiderThanScreen(page: Page): Promise<boolean> {
  const width = page.viewportSize()?.width ?? 0;
  const places = page.locator("html, main, main [data-pane] > *, [role=dialog]");
  return places.evaluateAll(
    (all, most) =>
      all.some(
        (one) => one.scrollWidth > Math.max(one.clientWidth, 0) + 1 || one.getBoundingClientRect().right > most + 1,
      ),
    width,
  );
}

/** As WebP: a picture of a screen is a third of what it is as PNG, and the repository keeps every one of them. */
async function takePicture(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 60 });
  writeFileSync(path, Buffer.from(data, "base64"));
  await session.detach();
}

/** Behind a dialog the page is hidden from whoever does not see it, and so are its heading and its main part. */
const ofThePage = ["landmark-one-main", "page-has-heading-one"];

async function violationsOf(page: Page): Promise<string[]> {
  const isInDialog = (await page.getByRole("dialog").count()) > 0;
  const { violations } = await new AxeBuilder({ page }).disableRules(isInDialog ? ofThePage : []).analyze();
  return violations.map(said);
}

function said({ id, nodes }: { id: string; nodes: { html: string; failureSummary?: string }[] }): string {
  return `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ""}`).join("\n")}`;
}
