import { boardModeWords } from "#domain/model/board.ts";
import { sayMoney } from "#domain/model/money.ts";
import { type Noun, type RecordOf } from "#domain/model/nouns.ts";
import type { Note, NoteState } from "#domain/model/note.ts";
import { ledgerOf } from "#domain/model/ledger.ts";
import { outcomeKindWords } from "#domain/model/outcome.ts";
import type { Proposal, ProposalState } from "#domain/model/proposal.ts";
import { pulseWords } from "#domain/model/pulse.ts";
import { kindHeadings, sayCount, sayDay, sayDayFrom, sayLedger, sayTouch, shortened } from "#domain/model/say.ts";
import { isSeenBy } from "#domain/model/sticky.ts";
import { dayWanted, type Step } from "#domain/model/step.ts";
import { type Day, dayAt } from "#domain/model/time.ts";
import { organizationName, personName, showStep, zoneOf } from "#questions/asking.ts";
import { leadsOf } from "#questions/lead.ts";
import { person as askPerson } from "#questions/people.ts";
import { sayRepeat } from "#questions/say-repeat.ts";
import { warmth } from "#questions/warmth.ts";
import type { Replica } from "#replica/replica.ts";
import type { Paint } from "./paint.ts";
import { ref } from "./ref.ts";
import { noteDots, stepDots } from "./show-dots.ts";
import { stepLine } from "./show-step.ts";
import { printable, wrap } from "./wrap.ts";

/** A record and which noun it is of. */
export type Found = { [N in Noun]: { noun: N; record: RecordOf<N> } }[Noun];

/** What the lines are made with. */
export interface Showing {
  replica: Replica;
  paint: Paint;
  today: Day;
  columns: number | undefined;
}

/** A record as a person would tell of it: what it is, whose, when, and what hangs on it. Empty fields are not told. */
export function linesOf({ noun, record }: Found, showing: Showing): string[] {
  switch (noun) {
    case "step":
      return stepLines(record, showing);
    case "person":
      return personLines(record, showing);
    case "organization":
      return organizationLines(record, showing);
    case "page":
      return pageLines(record, showing);
    case "note":
      return noteLines(record, showing);
    case "proposal":
      return proposalLines(record, showing);
    case "session":
      return sessionLines(record, showing);
    case "meeting":
      return [
        head(
          `How you met ${personName(showing.replica, record.personId) ?? "somebody"}`,
          "meeting",
          record.id,
          showing,
        ),
        ...told([
          record.metOn && sayDayFrom(record.metOn, showing.today),
          record.place,
          atEvent(record.eventId, showing),
          record.throughPersonId && `through ${personName(showing.replica, record.throughPersonId) ?? "somebody"}`,
          record.line,
        ]),
      ];
    case "touch": {
      const name = personName(showing.replica, record.personId) ?? "somebody";
      const title = capital(sayTouch(record.way, record.direction, name));
      return [
        head(title, "touch", record.id, showing),
        ...told([sayDayFrom(record.touchedOn, showing.today), record.line, atEvent(record.eventId, showing)]),
      ];
    }
    case "member":
      return [
        head(record.name, "member", record.id, showing),
        ...told([record.organization, record.email, record.id === showing.replica.memberId && "this is you"]),
      ];
    case "workspace":
    case "event":
    case "lead":
      return [head(record.name, noun, record.id, showing)];
    case "commitment":
    case "need":
      return [head(record.what, noun, record.id, showing), ...told([record.about, record.state, record.cameOfIt])];
    case "board":
      return [
        head(record.name, noun, record.id, showing),
        ...told([atEvent(record.eventId, showing), record.group, boardModeWords[record.mode].does]),
      ];
    case "cluster":
      return [head(record.name ?? "A cluster without a name", noun, record.id, showing)];
    case "sticky":
      return stickyLines(record, showing);
    case "vote":
      return [head("A dot", noun, record.id, showing)];
    case "initiative":
      return [
        head(record.name, noun, record.id, showing),
        ...told([
          record.problem,
          record.state === "notNow" ? "not now" : record.state,
          record.measure,
          record.cameOfIt,
        ]),
      ];
    case "checkin":
      return [
        head(record.line, "check-in", record.id, showing),
        ...told([record.colour, sayDayFrom(record.checkedOn, showing.today)]),
      ];
    case "charter":
      return [
        head(`Charter, version ${record.edition}`, noun, record.id, showing),
        ...told([record.state, record.mission, record.structure, ...record.roles.map(({ name }) => name)]),
      ];
    case "agreement":
      return [head(`Agreement: ${record.answer}`, noun, record.id, showing), ...told([record.remark])];
    case "outcome":
      return outcomeLines(record, showing);
    case "pulse":
      return [
        head(`Still seeing value, after ${sayCount(record.afterDays, "day")}`, noun, record.id, showing),
        ...told([`${record.answer} of 5: ${pulseWords[record.answer]}`, record.line, atEvent(record.eventId, showing)]),
      ];
    case "sitting":
      return [head(`Comb-back of ${sayDay(record.startedOn, showing.today)}`, noun, record.id, showing)];
    case "card":
    case "dot": {
      const { text } = showing.replica.get("note", record.noteId) ?? { text: record.line ?? "" };
      return [head(shortened(text), noun, record.id, showing), ...told([record.line])];
    }
  }
}

function outcomeLines(record: RecordOf<"outcome">, showing: Showing): string[] {
  const { kind, amount, currency, cameOn, about } = record;
  return [
    head(record.what, "outcome", record.id, showing),
    ...told([
      outcomeKindWords[kind],
      amount !== null && currency !== null && sayMoney(amount, currency),
      sayDayFrom(cameOn, showing.today),
      about,
    ]),
  ];
}

/** BD1: what others write for themselves is not told here either. */
function stickyLines(record: RecordOf<"sticky">, showing: Showing): string[] {
  const { replica } = showing;
  const board = replica.get("board", record.boardId);
  const isSeen = board === undefined || isSeenBy(board, record, replica.memberId);
  const title = isSeen ? record.text : "A sticky that is not on the wall yet";
  const writer = replica.get("member", record.memberId)?.name ?? record.guestName;
  return [head(title, "sticky", record.id, showing), ...told([writer, board?.name])];
}

/** The thing in its own words, with its noun and short id. */
function head(title: string, noun: string, id: string, { paint, columns }: Showing): string {
  return `${paint.strong(wrap(title, columns, ""))}  ${paint.soft(`${noun} ${ref(id)}`)}`;
}

/** One fact a line; what is empty is left out. */
function told(facts: readonly (string | false | null | undefined)[]): string[] {
  return facts.flatMap((fact) => (fact ? [`  ${printable(fact)}`] : []));
}

function section(title: string, lines: readonly string[], { paint }: Showing): string[] {
  return lines.length === 0 ? [] : ["", paint.accent(title), ...lines.map((line) => `  ${line}`)];
}

function serves(step: Step, replica: Replica): string | null {
  const commitment = replica.get("commitment", step.commitmentId);
  return commitment === undefined ? null : `serves "${commitment.what}"`;
}

function stepLines(step: Step, showing: Showing): string[] {
  const { replica, today } = showing;
  const session = replica.get("session", step.sessionId);
  const day = (value: Day) => sayDay(value, today);
  return [
    head(step.what, "step", step.id, showing),
    ...told([
      whoseWords(step, replica),
      dayWords(step, today),
      step.isUrgent && "urgent",
      step.certainty === "tentative" && "maybe: it was said without being settled",
      step.cue && `when: ${step.cue}`,
      step.repeats !== null &&
        sayRepeat(step.repeats, replica.get("workspace", replica.workspaceId)?.workingDays ?? []),
      serves(step, replica),
      atEvent(step.eventId, showing),
      session && `in "${session.title}"`,
      step.audience && `for the ${step.audience}`,
      ...step.deferrals.map(
        ({ from, to, why }) =>
          `put off${from === null ? "" : ` from ${day(from)}`} to ${day(to)}${why === null ? "" : `: ${why}`}`,
      ),
      closedWords(step, replica, today),
    ]),
    ...section("Old notes joined to it", stepDots(replica, step), showing),
  ];
}

/** Whose it is, what kind, and between whom: "yours (e-mail), for Ana Ruiz of Contoso". */
function whoseWords(step: Step, replica: Replica): string {
  const shown = showStep(replica, step);
  const kind = kindHeadings[step.kind].toLowerCase();
  const other = [shown.with, shown.organization].filter(Boolean).join(" of ");
  const asked = step.basis === "asked";
  const who = shown.who ?? shown.organization ?? "somebody";
  switch (shown.owner) {
    case "me":
      return `yours (${kind})${other === "" ? "" : `, ${mineWords(asked, shown.with !== null)} ${other}`}`;
    case "colleague":
      return `your colleague ${who}'s (${kind})${other === "" ? "" : `, with ${other}`}`;
    case "them":
      return `theirs (${kind}): ${who} ${asked ? "was asked by you" : "promised you"}`;
  }
}

/** What is mine is for a person; an organization alone is what it is about. */
function mineWords(isAsked: boolean, hasPerson: boolean): string {
  if (isAsked) return "asked of you by";
  return hasPerson ? "for" : "about";
}

function dayWords(step: Step, today: Day): string | null {
  if (step.state !== "open") return null;
  const wanted = dayWanted(step);
  const promised =
    step.isTheirs && step.dueOn !== null ? `promised for ${sayDay(step.dueEnd ?? step.dueOn, today)}; ` : "";
  if (wanted === null) return "no day yet: upshot put-off gives it one";
  const range = step.isTheirs || step.dueEnd === null || step.dueOn === null ? "" : `${sayDay(step.dueOn, today)} to `;
  const words = `${range}${sayDayFrom(wanted, today)}`;
  const read = step.dueText === null ? "" : ` ("${step.dueText}")`;
  return step.isTheirs ? `${promised}check back ${words}` : `due ${words}${read}`;
}

function closedWords(step: Step, replica: Replica, today: Day): string | null {
  if (step.state === "open") return null;
  const on = step.closedAt === null ? "" : ` on ${sayDay(dayAt(step.closedAt, zoneOf(replica)), today)}`;
  const came = step.cameOfIt === null ? "" : `; what came of it: ${step.cameOfIt}`;
  return `${step.state}${on}${came}`;
}

function personLines(record: RecordOf<"person">, showing: Showing): string[] {
  const { replica, today, paint } = showing;
  const shown = askPerson(replica, record.id);
  const title = [record.name, record.role, organizationName(replica, record.organizationId)].filter(Boolean).join(", ");
  const address = ({ value, label }: { value: string; label: string | null }) =>
    label === null ? value : `${value} (${label})`;
  return [
    head(title, "person", record.id, showing),
    ...told([
      record.isColleague && "a colleague",
      record.nicknames.length > 0 && `also called ${record.nicknames.join(", ")}`,
      [...record.emails, ...record.phones].map(address).join(", "),
      record.urls.map(address).join(", "),
      record.place,
      record.about,
      ...(shown?.meetings ?? []).map(
        ({ meeting, event, through }) =>
          `met ${[meeting.metOn && sayDayFrom(meeting.metOn, today), meeting.place, event && `at ${event}`, through && `through ${through}`].filter(Boolean).join(", ")}`,
      ),
      record.source && `from ${record.source}`,
      shown && shown.touches.length + shown.meetings.length > 0 && warmth(replica, record, today).sentence,
      record.rhythmDays !== null && `in touch every ${sayCount(record.rhythmDays, "day")}`,
    ]),
    ...leadsSection({ personId: record.id }, showing),
    ...section(
      "Steps",
      (shown?.steps ?? []).map((step) => stepLine(step, today, paint)),
      showing,
    ),
    ...section(
      "Touches",
      (shown?.touches ?? []).map((touch) => {
        const words = [sayTouch(touch.way, touch.direction, record.name), touch.line].filter(Boolean).join(": ");
        return `${paint.soft(sayDay(touch.touchedOn, today))}  ${printable(words)}`;
      }),
      showing,
    ),
    ...section(
      "In your notes",
      (shown?.notes ?? []).map((note) => noteLine(note, showing)),
      showing,
    ),
  ];
}

function leadsSection(of: Parameters<typeof leadsOf>[1], showing: Showing): string[] {
  const { replica, today, paint } = showing;
  const found = leadsOf(replica, of, today);
  return section(
    "Leads",
    found.map(({ lead, stage, stuck }) => {
      const why = stuck === null ? "" : `  ${paint.warn(printable(`stuck: ${stuck}`))}`;
      return `${paint.soft(ref(lead.id))}  ${printable(`${lead.name}, ${stage.name}`)}${why}`;
    }),
    showing,
  );
}

function organizationLines(record: RecordOf<"organization">, showing: Showing): string[] {
  const { replica, today, paint } = showing;
  const notes = [...replica.all("note")].filter((note) => note.organizationIds.includes(record.id));
  const people = replica.by("person", "organizationId", record.id);
  return [
    head(record.name, "organization", record.id, showing),
    ...told([record.relation && `a ${record.relation}`, record.url, record.domains.join(", "), record.about]),
    ...section(
      "People",
      people.map(
        ({ id, name, role }) => `${paint.soft(ref(id))}  ${printable([name, role].filter(Boolean).join(", "))}`,
      ),
      showing,
    ),
    ...leadsSection({ organizationId: record.id }, showing),
    ...section(
      "Steps",
      replica.by("step", "organizationId", record.id).map((step) => stepLine(showStep(replica, step), today, paint)),
      showing,
    ),
    ...section(
      "In your notes",
      notes.map((note) => noteLine(note, showing)),
      showing,
    ),
  ];
}

const stateWords: Record<NoteState, string> = {
  unread: "unread",
  proposed: "proposed",
  made: "made",
  kept: "kept",
  letGo: "let go",
};

const answerWords: Record<ProposalState, string> = {
  open: "waits for an answer: upshot review",
  accepted: "accepted",
  kept: "kept as a note",
  letGo: "let go",
};

/** NT2: a page with its passages in order, the state of each, and what was read in it. */
function pageLines(record: RecordOf<"page">, showing: Showing): string[] {
  const { replica, paint, columns, today } = showing;
  const notes = replica.by("note", "pageId", record.id).sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  const stateWidth = Math.max(...Object.values(stateWords).map((word) => word.length));
  const lineAt = lineCounter(record.text);
  return [
    head(record.name, "page", record.id, showing),
    ...told([
      record.takenOn && `taken ${sayDayFrom(record.takenOn, today)}`,
      atEvent(record.eventId, showing),
      sayLedger(ledgerOf(notes)),
    ]),
    "",
    ...notes.flatMap((note) => {
      const line = `${String(lineAt(note.start ?? 0)).padStart(4)}  ${stateWords[note.state].padEnd(stateWidth)}  `;
      const indent = " ".repeat(line.length);
      const read = [
        ...replica
          .by("proposal", "noteId", note.id)
          .filter((proposal) => proposal.state === "open")
          .map((one) => one.reading),
        ...replica.by("step", "noteId", note.id).map((step) => `step ${ref(step.id)}: ${step.what}`),
      ];
      return [
        `${paint.soft(line)}${wrap(note.text, columns, indent)}`,
        ...read.map((words) => `${indent}${paint.accent("=>")} ${wrap(words, columns, `${indent}   `)}`),
      ];
    }),
  ];
}

/** Line numbers (from 1) of places that are asked for in order. */
function lineCounter(text: string): (start: number) => number {
  let [line, at] = [1, 0];
  return (start) => {
    for (let next = text.indexOf("\n", at); next !== -1 && next < start; next = text.indexOf("\n", at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}

function noteLines(note: Note, showing: Showing): string[] {
  const { replica, paint, today } = showing;
  const about = [
    ...note.personIds.map((id) => personName(replica, id)),
    ...note.organizationIds.map((id) => organizationName(replica, id)),
  ].filter(Boolean);
  const session = replica.get("session", note.sessionId);
  const { lines: joined, back } = noteDots(replica, note, today);
  return [
    head(note.text, "note", note.id, showing),
    ...told([
      stateWords[note.state],
      note.observation && `an observation: ${note.observation}`,
      about.length > 0 && `about ${about.join(", ")}`,
      atEvent(note.eventId, showing),
      session && `in "${session.title}"`,
      back,
    ]),
    ...section("Joined to", joined, showing),
    ...section(
      "Steps made of it",
      replica.by("step", "noteId", note.id).map((step) => stepLine(showStep(replica, step), today, paint)),
      showing,
    ),
  ];
}

function proposalLines(proposal: Proposal, showing: Showing): string[] {
  return [
    head(proposal.reading, "proposal", proposal.id, showing),
    ...told([
      answerWords[proposal.state],
      proposal.madeId && `it became ${ref(proposal.madeId)}`,
      proposal.isMarked && "you marked it",
      proposal.repeats.length > 0 && `said ${proposal.repeats.length + 1} times`,
      atEvent(proposal.eventId, showing),
    ]),
  ];
}

function sessionLines(record: RecordOf<"session">, showing: Showing): string[] {
  const { replica, columns } = showing;
  const zone = replica.get("event", record.eventId)?.timeZone ?? zoneOf(replica);
  const at = (instant: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });
  const when =
    record.startsAt === null
      ? null
      : `${sayDay(dayAt(record.startsAt, zone))}, ${at(record.startsAt)}${record.endsAt === null ? "" : ` to ${at(record.endsAt)}`}`;
  return [
    head(record.title, "session", record.id, showing),
    ...told([
      [when, record.room, record.track].filter(Boolean).join(", "),
      record.speakers.map((speaker) => speaker.name).join(", "),
      record.isWithdrawn && "withdrawn: the newest programme no longer has it",
      record.isStarred && "starred: you meant to go",
      record.isAttended === true && "you attended",
      record.isAttended === false && "you did not attend",
      atEvent(record.eventId, showing),
    ]),
    ...(record.abstract === null ? [] : ["", `  ${wrap(record.abstract, columns, "  ")}`]),
    ...section(
      "Your notes",
      replica.by("note", "sessionId", record.id).map((note) => noteLine(note, showing)),
      showing,
    ),
  ];
}

function noteLine({ id, text }: { id: string; text: string }, { paint }: Showing): string {
  return `${paint.soft(ref(id))}  ${printable(shortened(text))}`;
}

function atEvent(eventId: RecordOf<"event">["id"] | null, { replica }: Showing): string | null {
  const event = replica.get("event", eventId);
  return event === undefined ? null : `at ${event.name}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
