import { v7 } from "uuid";
import type { DeviceId, EventId, MemberId, ProposalId, WorkspaceId } from "#domain/model/id.ts";
import type { ProposalDraft } from "#domain/model/proposal.ts";
import { addDays, addWorkingDays, type Day, dayAt, instantOf, type TimeZone } from "#domain/model/time.ts";
import { type ArgsOf, type Done, type ResultOf, run } from "#domain/run.ts";
import type { CommandName } from "#domain/commands.ts";
import type { Store } from "#store/store.ts";
import { Chance } from "./chance.ts";
import { events, outcomes, people, plainLines, sessionTitles, stepLines, topics } from "./example-words.ts";
import { passagesOf } from "./workspace.ts";

const zone = "Europe/Brussels" as TimeZone;

/** How many lines of each event's notes hold a step, the first event first; the last one's wait for a debrief. */
const stepsAt = [22, 18, 14, 24, 12, 18, 22, 20] as const;

/**
 * Fills a store with an invented year of a consultant, through commands alone and as they would have been run on their days:
 * eight events, some sixty people, about a hundred and fifty steps, done, missed, due and waited for. The last event ends today.
 */
export async function fillExampleYear(store: Store, now: Temporal.Instant): Promise<void> {
  await yearOf(store, now);
}

/** The year of a team of two: with what they agreed on at their offsites. */
export async function fillExampleTeam(store: Store, now: Temporal.Instant): Promise<void> {
  await (await yearOf(store, now)).offsite();
}

async function yearOf(store: Store, now: Temporal.Instant): Promise<Year> {
  const year = new Year(store, now);
  await year.begin();
  for (const place of events.keys()) await year.event(place);
  await year.needs();
  await year.leads();
  await year.loose();
  return year;
}

type Event = (typeof events)[number];

class Year {
  readonly #store: Store;
  readonly #now: Temporal.Instant;
  readonly #today: Day;
  readonly #chance = new Chance(20_261_124);
  readonly #workspaceId = v7() as WorkspaceId;
  /** Older than everybody else: the first of the members. */
  readonly #memberId = v7({ msecs: 0 }) as MemberId;
  readonly #deviceId = v7() as DeviceId;
  /** When the next command is run. */
  #at: Temporal.Instant;

  constructor(store: Store, now: Temporal.Instant) {
    this.#store = store;
    this.#now = now;
    this.#at = now;
    this.#today = dayAt(now, zone);
  }

  async begin(): Promise<void> {
    this.#turnTo(addDays(this.#today, -330));
    await this.#run("workspace.create", {
      name: "Mira's events",
      timeZone: zone,
      memberName: "Mira Okafor",
      memberOrganization: "Northbeam",
    });
  }

  async event(place: number): Promise<void> {
    const event = events[place];
    if (event === undefined) throw new Error("The example has eight events.");
    const startsOn = addDays(this.#today, -event.daysAgo);
    this.#turnTo(startsOn);
    const { name, kind, purpose } = event;
    const endsOn = addDays(startsOn, event.days - 1);
    const added = await this.#run("event.add", {
      name,
      kind,
      purpose,
      startsOn,
      endsOn,
      timeZone: zone,
      place: event.place,
    });
    const { eventId } = added.result;
    if (event.focus.length > 0) await this.#run("event.focus", { eventId, questions: [...event.focus] });
    await this.#programme(eventId, event, startsOn);
    const met = people.filter((_, person) => person % events.length === place);
    for (const [name, organization, role] of met)
      await this.#meet({ name, organization, role, eventId, metOn: startsOn });
    await this.#notes(eventId, { place, takenOn: startsOn, met: met.map(([name]) => name) });
  }

  /** What was set without any notes: to look into, to write; one of them without a day. */
  async loose(): Promise<void> {
    this.#turnTo(addDays(this.#today, -2));
    await this.#run("step.add", { what: "Look into what the new freight standard costs to join", kind: "investigate" });
    await this.#run("step.add", {
      what: "Write the post about queues at the gate",
      kind: "write",
      dueOn: addDays(this.#today, 4),
    });
    await this.#run("note.add", { text: "Ask at the next chapter evening who wants to speak in spring" });
  }

  /**
   * The offsite of the year had two initiatives, one done and one that goes on; the next one, a few days ago, put it and two others on its
   * roadmap: one checked in, one silent, one for later. A charter is being written.
   */
  async offsite(): Promise<void> {
    const { rows } = await this.#store.load(this.#workspaceId, ["event"]);
    const before = rows.event.find(({ record }) => record.kind === "offsite")?.record;
    if (before === undefined) throw new Error("The example year has an offsite.");
    this.#turnTo(addDays(this.#today, -60));
    const next = { name: "Northbeam autumn offsite", kind: "offsite", timeZone: zone, place: "Bled" } as const;
    const days = { startsOn: addDays(this.#today, -12), endsOn: addDays(this.#today, -10) };
    const { eventId } = (await this.#run("event.add", { ...next, ...days })).result;
    const ben = (await this.#run("member.add", { name: "Ben Adeyemi" })).result.memberId;
    const add = async (of: EventId, name: string, problem: string, ownerMemberId: typeof ben) => {
      const span = { measure: "days until a port has an answer", measureFrom: "9", measureTo: "3" };
      const { result } = await this.#run("initiative.add", { eventId: of, name, problem, ownerMemberId, ...span });
      return result.initiativeId;
    };
    const start = (initiativeId: Awaited<ReturnType<typeof add>>, what: string) =>
      this.#run("initiative.start", { initiativeId, firstStep: { what, dueOn: addDays(dayAt(this.#at, zone), 3) } });
    this.#turnTo(before.endsOn ?? this.#today);
    const answers = await add(
      before.id,
      "Ports have an answer in three days",
      "Ports wait for weeks, and ask twice",
      this.#memberId,
    );
    await start(answers, "List the questions that came twice");
    await this.#run("initiative.checkIn", { initiativeId: answers, colour: "amber", line: "Two of five ports" });
    const list = await add(before.id, "One price list", "Four lists, and nobody knows which counts", ben);
    await start(list, "Collect the four lists");
    await this.#run("initiative.done", {
      initiativeId: list,
      cameOfIt: "One list since May; nobody misses the others",
    });
    this.#turnTo(days.endsOn);
    const carried = (await this.#run("initiative.carry", { initiativeId: answers, eventId })).result.initiativeId;
    await start(carried, "Give the list of questions to the desk");
    await start(
      await add(eventId, "A new colleague is alone at a gate after two weeks", "It takes two months", ben),
      "Write down the first day",
    );
    await add(eventId, "Counters that install themselves", "A day for each gate", ben);
    this.#turnTo(addDays(this.#today, -9));
    await this.#run("initiative.checkIn", {
      initiativeId: carried,
      colour: "green",
      line: "The desk answers four of five",
    });
    const { charterId } = (await this.#run("charter.begin", { eventId })).result;
    await this.#run("charter.change", {
      charterId,
      mission: "Ports work with us because it is easy.",
      needed: ["Answers ports", "Keeps the price list", "Plans the events"],
      roles: [
        { name: "Port desk", duties: ["Answers ports", "Keeps the price list"], holderIds: [this.#memberId] },
        { name: "Events", duties: ["Plans the events", "Keeps the price list"], holderIds: [] },
      ],
      questions: ["Who decides on discounts?"],
    });
    await this.#run("charter.answer", { charterId, answer: "remark", remark: "until June" });
  }

  /** What is looked for and offered: one that two were asked about and one answered, and one that nobody was. */
  async needs(): Promise<void> {
    this.#turnTo(addDays(this.#today, -12));
    const sought = await this.#run("need.add", {
      what: "A port that tries the gate pilot with us in spring",
      about: "Six weeks, two gates; we bring the counters and somebody on site.",
    });
    const { needId } = sought.result;
    const { rows } = await this.#store.load(this.#workspaceId, ["person"]);
    const personIds = rows.person.slice(0, 2).map(({ record }) => record.id);
    const { result } = await this.#run("need.makeKnown", { needId, personIds });
    this.#turnTo(addDays(this.#today, -5));
    const [first] = result.stepIds;
    if (first !== undefined) {
      await this.#run("step.done", {
        stepId: first,
        cameOfIt: "Yes, from April; wants to see the numbers of last year first",
      });
    }
    await this.#run("need.add", { side: "offer", what: "A day of help with counting trucks at a gate" });
  }

  /** What may come of it: leads at each stage, one that is stuck, one that rests, and one whose person was never met. */
  async leads(): Promise<void> {
    this.#turnTo(addDays(this.#today, -20));
    const { rows } = await this.#store.load(this.#workspaceId, ["person", "note"]);
    const known = rows.person.map(({ record }) => record);
    const at = (place: number) => known.at(place % known.length)?.id ?? null;
    const note = rows.note.find(({ record }) => record.eventId !== null)?.record.id ?? null;
    const next = (what: string, inDays: number) => ({ what, dueOn: addDays(this.#today, inDays) });
    const stranger = await this.#run("person.add", { name: "Ingrid Dahl", organization: people[3]?.[1] ?? null });
    const made = [
      {
        name: "Pilot at two gates",
        personId: stranger.result.personId,
        noteId: note,
        ours: "Bring the counters for six weeks",
        theirs: "Open two gates to us in spring",
        amount: 4_800_000,
        currency: "EUR",
        next: next("Send the numbers of last year", 2),
      },
      { name: "Framework agreement", personId: at(5), stage: "talking", amount: 12_000_000, currency: "EUR" },
      {
        name: "Training for the night shift",
        personId: at(9),
        stage: "contacted",
        next: next("Call about the dates", 1),
      },
      { name: "Joint talk in autumn", personId: at(12), stage: "agreed", next: next("Send the abstract", 6) },
      { name: "Berth planning", personId: at(17), stage: "won", amount: 900_000, currency: "EUR" },
      { name: "Cold store audit", personId: at(21), stage: "lost", why: "they took the one they know" },
      {
        name: "Quay sensors",
        personId: at(26),
        stage: "resting",
        restsUntil: addDays(this.#today, 40),
        why: "budget in spring",
      },
    ];
    for (const lead of made) await this.#run("lead.add", lead);
  }

  async #programme(eventId: EventId, event: Event, startsOn: Day): Promise<void> {
    const hours = event.days > 1 ? 2 : 1;
    const sessions = sessionTitles.map((title, number) => {
      const day = addDays(startsOn, number % event.days);
      const hour = Math.min(22, 8 + Math.floor(number / event.days) * hours);
      const begin = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: { hour } });
      const [speaker, organization] = people[(number * 7) % people.length] ?? ["", ""];
      return {
        title,
        room: `Room ${(number % 3) + 1}`,
        track: ["Practice", "Data", "People"][number % 3] ?? null,
        startsAt: instantOf(begin.toInstant()),
        endsAt: instantOf(begin.add({ minutes: hours * 60 - 10 }).toInstant()),
        speakers: [{ name: speaker, organization }],
        isStarred: number % 3 === 0,
      };
    });
    await this.#run("session.import", { eventId, sessions });
  }

  async #meet(person: {
    name: string;
    organization: string;
    role: string;
    eventId: EventId;
    metOn: Day;
  }): Promise<void> {
    const { name, organization, role, eventId, metOn } = person;
    const [given = "", ...family] = name.split(" ");
    const email = `${given}.${family.join("")}@${organization.split(" ")[0]}.example`.toLowerCase();
    const { result } = await this.#run("person.add", {
      name,
      organization,
      role,
      emails: [{ value: email }],
      isColleague: organization === "Northbeam",
    });
    await this.#run("meeting.add", { personId: result.personId, eventId, metOn });
  }

  async #notes(
    eventId: EventId,
    { place, takenOn, met }: { place: number; takenOn: Day; met: string[] },
  ): Promise<void> {
    const lines = this.#lines(place, takenOn, met);
    const text = `${lines.map(({ line }) => line).join("\n")}\n`;
    let from = 0;
    const proposals: ProposalDraft[] = [];
    for (const { line, draft } of lines) {
      if (draft !== undefined) proposals.push(draft(from));
      from += line.length + 1;
    }
    const page = { name: "notes.md", text, takenOn, passages: passagesOf(text), proposals };
    this.#at = this.#at.add({ hours: 10 });
    await this.#run("page.add", { eventId, pages: [page] });
    const isLast = place === events.length - 1;
    const kept = (await this.#store.load(this.#workspaceId, ["proposal"])).rows.proposal
      .map(({ record }) => record)
      .filter((proposal) => proposal.eventId === eventId);
    this.#at = this.#at.add({ hours: 1 });
    for (const [number, { id, means }] of kept.entries()) {
      if (isLast && number > 12) break; // the rest waits for an answer
      await this.#answer(id, means === "step" || this.#chance.is(70));
    }
    if (!isLast) await this.#followUp(eventId, takenOn);
  }

  async #answer(proposalId: ProposalId, isAccepted: boolean): Promise<void> {
    this.#at = this.#at.add({ seconds: 20 });
    await this.#run(isAccepted ? "proposal.accept" : this.#chance.is(50) ? "proposal.keep" : "proposal.letGo", {
      proposalId,
    });
  }

  /** Most of an old event's steps are closed; the rest was put off, is missed, or waits. */
  async #followUp(eventId: EventId, takenOn: Day): Promise<void> {
    const steps = (await this.#store.load(this.#workspaceId, ["step"])).rows.step
      .map(({ record }) => record)
      .filter((step) => step.eventId === eventId);
    const age = Math.round(
      (this.#now.epochMilliseconds - Temporal.Instant.from(instantOf(this.#at)).epochMilliseconds) / 86_400_000,
    );
    for (const { id: stepId, dueOn } of steps) {
      const isClosed = this.#chance.is(age > 60 ? 88 : age > 20 ? 45 : 10);
      const day = addDays(takenOn, 2 + this.#chance.below(Math.max(1, Math.min(age - 3, 25))));
      if (day >= this.#today) continue;
      this.#turnTo(day);
      if (isClosed && this.#chance.is(90)) {
        await this.#run("step.done", { stepId, cameOfIt: this.#chance.of(outcomes) ?? null });
      } else if (isClosed) {
        await this.#run("step.drop", { stepId });
      } else {
        const to = addWorkingDays(this.#today, 1 + this.#chance.below(9));
        const isPutOff = dueOn === null || age > 30 || this.#chance.is(72);
        if (isPutOff) await this.#run("step.defer", { stepId, to: this.#chance.is(30) ? this.#missed(day) : to });
      }
    }
  }

  /** A day lately past, or today; never before the day on which it is said. */
  #missed(said: Day): Day {
    const lately = addDays(this.#today, -this.#chance.below(9));
    return lately < said ? said : lately;
  }

  /** The lines of a page: a few that hold a step, between those that hold none. */
  #lines(place: number, takenOn: Day, met: string[]): { line: string; draft?: (from: number) => ProposalDraft }[] {
    const isLast = place === events.length - 1;
    const lines: { line: string; draft?: (from: number) => ProposalDraft }[] = [];
    for (let number = 0; number < (stepsAt[place] ?? 0); number += 1) {
      const template = stepLines[(number * 5 + place) % stepLines.length];
      const [plain = "", observation = null] = plainLines[(number * 7 + place * 3) % plainLines.length] ?? [];
      if (template === undefined) continue;
      const person = met[(number + place) % met.length] ?? "Ana Ruiz";
      const topic = topics[(number * 3 + place) % topics.length] ?? "the plan";
      const dueOn = addWorkingDays(isLast ? this.#today : takenOn, 1 + (number % 9));
      const day = ["on Monday", "by Friday", "next week", "tomorrow", "in two weeks"][number % 5] ?? "soon";
      const words = (text: string) => text.replaceAll("{p}", person).replaceAll("{t}", topic).replaceAll("{d}", day);
      const { owner, basis, kind, isMarked } = template;
      const isVague = number % 11 === 7;
      const [line, quote] = [`${number % 9 === 4 ? "! " : ""}${words(template.line)}`, words(template.quote)];
      lines.push({
        line,
        draft: (from) => ({
          means: "step",
          start: from + line.indexOf(quote),
          end: from + line.indexOf(quote) + quote.length,
          quote,
          repeats: [],
          session: null,
          heading: null,
          step: {
            owner,
            basis,
            kind,
            what: words(template.what),
            who: owner === "them" ? person : null,
            with: owner === "me" && template.line.includes("{p}") ? person : null,
            organization: null,
            audience: null,
            dueOn: isVague ? null : dueOn,
            dueEnd: null,
            dueText: isVague ? null : day,
            checkBackOn: null,
            certainty: "firm",
            isUrgent: line.startsWith("!"),
          },
          person: null,
          organization: null,
          observation: null,
          reading: owner === "me" ? `You: ${words(template.what)}` : `${person}: ${words(template.what)}`,
          isMarked,
          confidence: isMarked ? 0.97 : 0.82,
        }),
      });
      if (number % 2 !== 0) continue;
      lines.push({
        line: plain,
        ...(observation === null ? {} : { draft: (from: number) => observed(plain, observation, from) }),
      });
    }
    return lines;
  }

  /** The next command is run in the morning of a day, never later than now. */
  #turnTo(day: Day): void {
    const morning = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: "08:10" }).toInstant();
    this.#at = Temporal.Instant.compare(morning, this.#now) > 0 ? this.#now : morning;
  }

  #run<C extends CommandName>(name: C, args: ArgsOf<C>): Promise<Done<ResultOf<C>>> {
    const now = Temporal.Instant.compare(this.#at, this.#now) > 0 ? this.#now : this.#at;
    return run(name, args, {
      store: this.#store,
      workspaceId: this.#workspaceId,
      memberId: this.#memberId,
      deviceId: this.#deviceId,
      now,
      newId: () => v7({ msecs: now.epochMilliseconds }),
    });
  }
}

function observed(quote: string, observation: NonNullable<ProposalDraft["observation"]>, start: number): ProposalDraft {
  return {
    means: "observation",
    start,
    end: start + quote.length,
    quote,
    repeats: [],
    session: null,
    heading: null,
    step: null,
    person: null,
    organization: null,
    observation,
    reading: `Seen: ${quote}`,
    isMarked: false,
    confidence: 0.8,
  };
}
