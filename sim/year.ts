import type { NoteId, PersonId, StepId } from "#domain/model/id.ts";
import { addDays, type Day, daysBetween, plainDate } from "#domain/model/time.ts";
import { today } from "#questions/today.ts";
import { Chance } from "../test/support/chance.ts";
import { assumptions } from "./assumptions.ts";
import { holdCombBack, type Held } from "./comb-back.ts";
import { Device } from "./device.ts";
import { Mind } from "./memory.ts";
import { type Happened, isWorkday, type Promised, yearDays, yearOf, yearStart } from "./world.ts";

/** What a year came to. */
export interface Outcome {
  mine: { made: number; onTime: number; late: number };
  theirs: { made: number; came: number };
  leads: { met: number; silent: number };
  notes: { taken: number; seenAgain: number };
  /** Comb-backs that were held, in their order; none without lists. */
  held: Held[];
  /** The most that stood on Today on one day. */
  worstDay: number;
}

/** A year of one seed, with Upshot's lists or without: the same events, promises and hours. */
export async function liveYear(seed: number, withLists: boolean): Promise<Outcome> {
  const life = new Life(yearOf(new Chance(seed)), new Chance(seed + 7_919), withLists ? await Device.begun() : null);
  for (let n = 0; n < yearDays; n += 1) await life.day(addDays(yearStart, n));
  return life.outcome();
}

interface Open {
  promise: Promised;
  doneOn: Day | null;
  stepId: StepId | null;
}

class Life {
  readonly device: Device | null;
  readonly #events: readonly Happened[];
  readonly #chance: Chance;
  readonly #mind: Mind;
  readonly #promises = new Map<string, Open>();
  readonly #byStep = new Map<StepId, Open>();
  readonly #leads = new Map<string, { metOn: Day; touchedOn: Day[]; personId: PersonId | null }>();
  readonly #arrivals = new Map<Day, string[]>();
  readonly #seen = new Set<NoteId | string>();
  readonly #held: Held[] = [];
  #hours = 0;
  #worstDay = 0;

  constructor(events: readonly Happened[], chance: Chance, device: Device | null) {
    this.#events = events;
    this.#chance = chance;
    this.#mind = new Mind(chance);
    this.device = device;
  }

  async day(day: Day): Promise<void> {
    this.device?.turnTo(day);
    const isAtEvent = this.#events.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
    if (plainDate(day).dayOfWeek === 1) this.#hours = isAtEvent ? assumptions.hoursAtEvent : assumptions.hoursAWeek;
    for (const happened of this.#events) if (happened.endsOn === day) await this.#comeHome(happened, day);
    for (const id of this.#arrivals.get(day) ?? []) await this.#arrives(id, day);
    if (isAtEvent || !isWorkday(day)) return;
    if (this.device !== null && this.#chance.next() < assumptions.opensToday) await this.#workTheList(this.device, day);
    for (const what of this.#mind.comesUp(day)) await this.#doFromMind(what, day);
    if (this.device !== null && plainDate(day).dayOfWeek === 5 && this.#chance.next() < assumptions.holdsCombBack) {
      this.#held.push(await this.#combBack(this.device, day));
    }
  }

  async #comeHome(happened: Happened, day: Day): Promise<void> {
    const { promises, leads, notes, name } = happened;
    const personIds = this.device === null ? [] : await keepEvent(this.device, happened);
    for (const promise of promises) {
      const open: Open = { promise, doneOn: null, stepId: null };
      this.#promises.set(promise.id, open);
      if (promise.comesOn !== null) this.#expect(promise.id, promise.comesOn);
      this.#mind.takeIn(`promise ${promise.id}`, day);
      if (this.device === null) continue;
      const { isTheirs, dueOn, person } = promise;
      const whose = isTheirs
        ? { ownerPersonId: personIds[person] ?? null }
        : { withPersonId: personIds[person] ?? null };
      const what = `Promise ${promise.id}`;
      const { stepId } = await this.device.run("step.add", { what, isTheirs, dueOn, ...whose });
      open.stepId = stepId;
      this.#byStep.set(stepId, open);
    }
    for (const person of leads) {
      const id = `${name} ${person}`;
      this.#leads.set(id, { metOn: day, touchedOn: [], personId: personIds[person] ?? null });
      this.#mind.takeIn(`lead ${id}`, day);
    }
    if (this.#chance.next() < assumptions.leafsThrough && this.device === null)
      for (const note of notes) this.#seen.add(note);
  }

  #expect(id: string, day: Day): void {
    this.#arrivals.set(day, [...(this.#arrivals.get(day) ?? []), id]);
  }

  /** Something of theirs comes: they did it. */
  async #arrives(id: string, day: Day): Promise<void> {
    const open = this.#promises.get(id);
    if (open === undefined || open.doneOn !== null) return;
    open.doneOn = day;
    this.#mind.letGo(`promise ${id}`);
    await this.#close(open);
  }

  async #close({ stepId }: Open): Promise<void> {
    if (this.device === null || stepId === null) return;
    if (this.device.replica.get("step", stepId)?.state === "open") await this.device.run("step.done", { stepId });
  }

  #spend(hours: number): boolean {
    if (this.#hours < hours) return false;
    this.#hours -= hours;
    return true;
  }

  async #keep(open: Open, day: Day): Promise<void> {
    if (open.doneOn !== null || !this.#spend(open.promise.hours)) return;
    open.doneOn = day;
    this.#mind.letGo(`promise ${open.promise.id}`);
    await this.#close(open);
  }

  /** True where they were asked; half of those who are do it within three days. */
  #ask({ promise, doneOn }: Open, day: Day): boolean {
    if (doneOn !== null || !this.#spend(assumptions.askHours)) return false;
    if (this.#chance.next() < assumptions.theyAnswer) this.#expect(promise.id, addDays(day, 3));
    return true;
  }

  #touched(personId: PersonId, day: Day): void {
    for (const lead of this.#leads.values()) if (lead.personId === personId) lead.touchedOn.push(day);
  }

  async #doFromMind(what: string, day: Day): Promise<void> {
    const id = what.slice(what.indexOf(" ") + 1);
    const open = this.#promises.get(id);
    if (what.startsWith("promise") && open !== undefined) {
      if (!open.promise.isTheirs) return this.#keep(open, day);
      if (open.promise.dueOn < day) this.#ask(open, day);
      return;
    }
    const lead = this.#leads.get(id);
    if (lead === undefined || !this.#spend(assumptions.touchHours)) return;
    lead.touchedOn.push(day);
    if (this.device === null || lead.personId === null) return;
    await this.device.run("touch.add", { personId: lead.personId, way: "email", touchedOn: day });
  }

  /** Today's list from the top, as long as there are hours. */
  async #workTheList(device: Device, day: Day): Promise<void> {
    const { first, missed, due, askAgain, followUps } = today(device.replica, { now: device.now });
    this.#worstDay = Math.max(
      this.#worstDay,
      first.length + missed.length + due.length + askAgain.length + followUps.length,
    );
    for (const { step } of [...first, ...missed, ...due]) {
      const open = this.#byStep.get(step.id);
      if (open !== undefined) await this.#keep(open, day);
      else if (this.#spend(assumptions.touchHours)) await device.run("step.done", { stepId: step.id });
    }
    for (const { step } of askAgain) {
      const open = this.#byStep.get(step.id);
      if (open === undefined || !this.#ask(open, day)) continue;
      await device.run("step.change", { stepId: step.id, checkBackOn: addDays(day, 7) });
    }
    for (const { person } of followUps.slice(0, 5)) {
      if (!this.#spend(assumptions.touchHours)) break;
      await device.run("touch.add", { personId: person.id, way: "email", touchedOn: day });
      this.#touched(person.id, day);
    }
  }

  async #combBack(device: Device, day: Day): Promise<Held> {
    const held = await holdCombBack(device, this.#chance, {
      askedAgain: (stepId) => {
        const open = this.#byStep.get(stepId);
        if (open !== undefined) this.#ask(open, day);
      },
      touched: (personId) => {
        if (!this.#spend(assumptions.touchHours)) return false;
        this.#touched(personId, day);
        return true;
      },
    });
    for (const id of held.notes) this.#seen.add(id);
    return held;
  }

  outcome(): Outcome {
    const all = [...this.#promises.values()];
    const mine = all.filter(({ promise }) => !promise.isTheirs);
    const theirs = all.filter(({ promise }) => promise.isTheirs);
    const leads = [...this.#leads.values()].filter(
      ({ metOn }) => daysBetween(metOn, addDays(yearStart, yearDays)) > assumptions.silentDays,
    );
    const isTouched = ({ metOn, touchedOn }: (typeof leads)[number]) =>
      touchedOn.some((day) => daysBetween(metOn, day) <= assumptions.silentDays);
    const onTime = mine.filter(({ doneOn, promise }) => doneOn !== null && doneOn <= promise.dueOn).length;
    return {
      mine: { made: mine.length, onTime, late: mine.filter(({ doneOn }) => doneOn !== null).length - onTime },
      theirs: { made: theirs.length, came: theirs.filter(({ doneOn }) => doneOn !== null).length },
      leads: { met: leads.length, silent: leads.filter((lead) => !isTouched(lead)).length },
      notes: { taken: this.#events.length * assumptions.notes, seenAgain: this.#seen.size },
      held: this.#held,
      worstDay: this.#worstDay,
    };
  }
}

/** What is kept of an event on the evening of its last day: event, people, how we met, notes. */
async function keepEvent(device: Device, { name, startsOn, endsOn, people, notes }: Happened): Promise<PersonId[]> {
  const { eventId } = await device.run("event.add", { name, startsOn, endsOn, timeZone: "UTC" });
  const personIds: PersonId[] = [];
  for (const person of people) {
    const { personId } = await device.run("person.add", { name: person });
    await device.run("meeting.add", { personId, eventId, metOn: startsOn });
    personIds.push(personId);
  }
  for (const text of notes) await device.run("note.add", { text, eventId });
  return personIds;
}
