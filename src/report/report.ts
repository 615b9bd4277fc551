import { outcomeKindWords } from "#domain/model/outcome.ts";
import type { EventId } from "#domain/model/id.ts";
import { sayMoney } from "#domain/model/money.ts";
import { observationHeadings, sayCount, sayDay, shortened } from "#domain/model/say.ts";
import { observationKinds } from "#domain/model/note.ts";
import { pulseWords } from "#domain/model/pulse.ts";
import { dayWanted } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import { barsPicture, followBar } from "#charts/bars.ts";
import { valueBars } from "#charts/value-bars.ts";
import type { Picture } from "#charts/picture.ts";
import { asSvg } from "#charts/svg.ts";
import { pulsePicture, timelinePicture } from "#charts/timeline.ts";
import { escapeHtml, type Html, htmlPage } from "#formats/html-page.ts";
import { type Asking, stepShownNouns } from "#questions/asking.ts";
import { event as eventAsked, eventNouns, type EventShown } from "#questions/event.ts";
import { type OutcomePart, value, type Value, valueNouns } from "#questions/value.ts";
import { costRows, momentWords, saySums, sayDaysHome } from "#questions/value-words.ts";
import { walkBack } from "#questions/walk.ts";
import type { Replica } from "#replica/replica.ts";
import { reportStyles } from "./styles.ts";

export const reportNouns = [...stepShownNouns, ...eventNouns, ...valueNouns] as const;

/** What a list of a report shows at the most; the rest is counted. */
const shownMax = 200;

/**
 * What a trip was worth, for who paid for it, as one HTML file that needs nothing else: what was learned, whom we met, what follows,
 * what came of it, what it cost. Every figure links to what it counts (OC2). Addresses and numbers of people are left out.
 */
export function reportHtml(replica: Replica, eventId: EventId, asking: Asking): Html | undefined {
  const found = value(replica, eventId, asking);
  const shown = eventAsked(replica, eventId, asking);
  if (found === undefined || shown === undefined) return undefined;
  const title = `What came of ${found.event.name}`;
  const sections = [
    learned(replica, shown),
    met(replica, shown),
    follows(found, shown),
    came(replica, found),
    cost(found),
  ];
  const body = `<h1>${escapeHtml(title)}</h1>
<p class="summary">${escapeHtml(aboutOf(found))}</p>
${figures(found, shown)}
${sections.join("\n")}`;
  return htmlPage({ title, body, styles: reportStyles });
}

function aboutOf({ event, day }: Value): string {
  const { startsOn, endsOn, place } = event;
  const from = startsOn === null ? null : sayDay(startsOn);
  const until = endsOn === null || endsOn === startsOn ? null : `to ${sayDay(endsOn)}`;
  const when = [from, until, (endsOn ?? startsOn)?.slice(0, 4)].filter(Boolean).join(" ");
  return [when, place, `as of ${sayDay(day)} ${day.slice(0, 4)}`].filter(Boolean).join(" · ");
}

/** The few figures a reader looks for, each a link to what it counts. */
function figures(found: Value, { met: people }: EventShown): Html {
  const { sums, cost: spent, outcomes, cameToNothing, followThrough, openSums, open } = found;
  const { ours } = followThrough;
  const real = outcomes.length - cameToNothing.length;
  const leads = open.reduce((count, at) => count + at.leads.length, 0);
  const rows: [href: string, figure: string, words: string][] = [
    ["cost", spent === null ? "not said" : sayMoney(spent.total, spent.currency), "it cost"],
    [
      "outcomes",
      sums.length > 0 ? saySums(sums) : String(real),
      sums.length > 0 ? `came of it, in ${sayCount(real, "outcome")}` : real === 1 ? "outcome" : "outcomes",
    ],
    ["steps", `${ours.done.length} of ${ours.made.length}`, "steps of ours done"],
    [
      "leads",
      openSums.length > 0 ? saySums(openSums) : String(leads),
      openSums.length > 0 ? `still open, in ${sayCount(leads, "lead")}` : "leads still open",
    ],
    ["people", String(people.length), people.length === 1 ? "person met" : "people met"],
  ];
  const items = rows.map(
    ([href, figure, words]) => `<li><a href="#${href}"><b>${escapeHtml(figure)}</b> ${escapeHtml(words)}</a></li>`,
  );
  return `<ul class="figures">${items.join("")}</ul>`;
}

function learned(replica: Replica, { event, observations }: EventShown): Html {
  const focus = event.focus.map(
    ({ question, answer }) =>
      `<li><b>${escapeHtml(question)}</b><br>${answer === null ? '<span class="detail">not answered yet</span>' : paragraphs(answer)}</li>`,
  );
  const kinds = observationKinds.flatMap((kind) => {
    const own = observations.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const items = own.map(({ note }) => {
      const session = replica.get("session", note.sessionId);
      const from = session === undefined ? "" : ` <span class="detail">${escapeHtml(session.title)}</span>`;
      return `<li>${escapeHtml(shortened(note.text, 400))}${from}</li>`;
    });
    return [`<h3>${observationHeadings[kind]} (${own.length})</h3>${list(items)}`];
  });
  return section("learned", "What we learned", [list(focus), ...kinds], "Nothing was written down as learned yet.");
}

function met(replica: Replica, { met: people }: EventShown): Html {
  const items = people.map(({ name, organization, id }) => {
    const role = replica.get("person", id as never)?.role ?? null; // the id of a person
    return `<li><b>${escapeHtml(name)}</b>${detail([role, organization].filter(Boolean).join(", "))}</li>`;
  });
  return section("people", `Whom we met (${people.length})`, [list(items)], "Nobody was noted as met.");
}

function follows({ followThrough, open, day }: Value, { steps }: EventShown): Html {
  const { ours, theirs } = followThrough;
  const bars = [
    followBar("Ours", countsOf(ours)),
    ...(theirs.made.length > 0 ? [followBar("Theirs", countsOf(theirs))] : []),
  ];
  const says = `Of ours ${ours.done.length} of ${ours.made.length} steps are done, of theirs ${theirs.done.length} of ${theirs.made.length}.`;
  const all = [...steps.me, ...steps.colleague, ...steps.them];
  const lines = all
    .filter(({ step }) => step.state !== "dropped")
    .toSorted(
      (a, b) =>
        rank(a.step.state) - rank(b.step.state) || ((dayWanted(a.step) ?? "9") < (dayWanted(b.step) ?? "9") ? -1 : 1),
    )
    .map(({ step, who, owner, with: other }) => {
      const wanted = dayWanted(step);
      const words = [
        owner === "me" ? null : who,
        step.state === "done" ? "done" : wanted === null ? "no day yet" : sayDay(wanted, day),
        other !== null && !step.what.includes(other) ? `with ${other}` : null,
        step.cameOfIt,
      ];
      const mark = step.state === "done" ? "✓ " : "";
      return `<li>${mark}${escapeHtml(step.what)}${detail(words.filter(Boolean).join("; "))}</li>`;
    });
  const leads = open.flatMap(({ stage, leads: at }) =>
    at.map(({ name, amount, currency, ours: next }) => {
      const worth = amount === null || currency === null ? null : sayMoney(amount, currency);
      return `<li>${escapeHtml(name)}${detail([stage.name, worth, next].filter(Boolean).join("; "))}</li>`;
    }),
  );
  return [
    section(
      "steps",
      `What follows (${ours.done.length} of ${sayCount(ours.made.length, "step")} of ours done)`,
      all.length === 0 ? [] : [picture(barsPicture(bars, says)), list(lines)],
      "No steps were made.",
    ),
    section("leads", `Still open (${leads.length})`, [list(leads)], "No lead is open."),
  ].join("\n");
}

function came(replica: Replica, found: Value): Html {
  const { outcomes, timeline, day, pulses, daysToFirstOutcome, daysToFirstStep } = found;
  const rows = outcomes.map((part) => {
    const { outcome, amount } = part;
    const worth = amount === null || outcome.currency === null ? "" : sayMoney(amount, outcome.currency);
    return `<tr id="o-${outcome.id}"><td>${escapeHtml(outcome.what)}${detail(fromWords(replica, part))}</td><td>${outcomeKindWords[outcome.kind]}</td><td class="day">${sayDay(outcome.cameOn, day)}</td><td class="amount">${escapeHtml(worth)}</td></tr>`;
  });
  const table = `<table><thead><tr><th>What came of it</th><th>Kind</th><th>Day</th><th class="amount">Our part</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  const times = [
    daysToFirstStep === null ? null : `first step done ${sayDaysHome(daysToFirstStep)}`,
    daysToFirstOutcome === null ? null : `first outcome ${sayDaysHome(daysToFirstOutcome)}`,
  ].filter(Boolean);
  const line = timelinePicture(timeline, day);
  const answers = pulsePicture(pulses);
  const said = pulses.map(
    ({ afterDays, answer, line: words }) =>
      `<li>After ${sayCount(afterDays, "day")}: ${pulseWords[answer]} (${answer} of 5)${detail(words ?? "")}</li>`,
  );
  const parts = [
    outcomes.length === 0 ? "" : table,
    times.length === 0 ? "" : `<p class="detail">${capital(times.join(", "))}.</p>`,
    line === null ? "" : `<h3>From then to now</h3>${picture(line)}${momentsTable(found)}`,
    answers === null ? "" : `<h3 id="pulses">Still seeing value?</h3>${picture(answers)}${list(said)}`,
  ];
  const note = outcomes.length === 0 ? '<p class="note">Nothing was recorded as having come of it yet.</p>' : "";
  return section("outcomes", `What came of it (${outcomes.length})`, [note, ...parts], "");
}

/** OC1: the shortest way back, in words, with the quote at its end. */
function fromWords(replica: Replica, { outcome, others }: OutcomePart): string {
  const [path] = walkBack(replica, outcome.id).toSorted((a, b) => a.length - b.length);
  const way = path?.slice(1).map(({ title }) => shortened(title, 80));
  const beside = others.length === 0 ? null : `shared with ${others.map(({ name }) => name).join(", ")}`;
  return [way === undefined ? null : `from ${way.join(" ← ")}`, beside].filter(Boolean).join("; ");
}

/** The time line's facts, folded away: the picture says the same. */
function momentsTable({ timeline, day }: Value): Html {
  const rows = timeline
    .slice(0, shownMax)
    .map(
      ({ day: on, what, title }) =>
        `<tr><td class="day">${sayDay(on, day)}</td><td>${momentWords[what]}</td><td>${escapeHtml(title)}</td></tr>`,
    );
  return `<details><summary>The same as a table</summary><table><tbody>${rows.join("")}</tbody></table>${more(timeline.length)}</details>`;
}

function cost(found: Value): Html {
  const { cost: spent } = found;
  if (spent === null) return section("cost", "What it cost", [], "Nobody said what it cost.");
  const rows = costRows(spent).map(
    ([words, amount]) => `<tr><td>${escapeHtml(words)}</td><td class="amount">${escapeHtml(amount)}</td></tr>`,
  );
  const total = `<tr class="total"><td>Together</td><td class="amount">${escapeHtml(sayMoney(spent.total, spent.currency))}</td></tr>`;
  const charts = valueBars(found).map(({ bars, says }) => picture(barsPicture(bars, says)));
  return section("cost", "What it cost", [`<table><tbody>${rows.join("")}${total}</tbody></table>`, ...charts], "");
}

function section(id: string, title: string, parts: readonly Html[], empty: string): Html {
  const inside = parts.filter((part) => part !== "").join("\n");
  const words = inside === "" ? `<p class="note">${escapeHtml(empty)}</p>` : inside;
  return `<section id="${id}"><h2>${escapeHtml(title)}</h2>\n${words}</section>`;
}

function list(items: readonly Html[]): Html {
  return items.length === 0 ? "" : `<ul>${items.slice(0, shownMax).join("\n")}</ul>${more(items.length)}`;
}

function more(count: number): Html {
  return count > shownMax ? `<p class="note">and ${count - shownMax} more</p>` : "";
}

function detail(words: string): Html {
  return words === "" ? "" : ` <span class="detail">${escapeHtml(words)}</span>`;
}

function paragraphs(text: string): Html {
  return escapeHtml(text).replace(/\n+/g, "<br>");
}

function picture(drawn: Picture): Html {
  return `<figure>${asSvg(drawn, escapeHtml)}</figure>`;
}

function countsOf(one: Value["followThrough"]["ours"]) {
  const { made, done, dropped, open } = one;
  return { made: made.length, done: done.length, dropped: dropped.length, open: open.length };
}

function rank(state: string): number {
  return state === "open" ? 0 : 1;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The day of a report in its file's name: "upshot-partner-day-2026-02-04". */
export function reportName(name: string, day: Day): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `upshot-${plain.slice(0, 60) || "event"}-${day}`;
}
