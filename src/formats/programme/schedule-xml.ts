import type { Problems } from "../file.ts";
import { type FrabDay, type FrabEvent, talkOfFrab } from "./frab.ts";
import { emptyDraft, type ProgrammeDraft, type TalkSpeaker, Talks } from "./talk.ts";
import { walkXml, type XmlShape } from "./xml.ts";

/**
 * Reads `schedule.xml` as frab, pentabarf, pretalx, wafer and FOSDEM write it, old and new: with or without `date` in
 * each event, a list of tracks, slugs and guids. A broken event is a problem with its line and the others are kept.
 * Source: the c3voc schedule.xml XSD and the files of FOSDEM 2025 and earlier.
 */
export function readScheduleXml(text: string, problems: Problems): ProgrammeDraft {
  const reader = new ScheduleReader(problems);
  walkXml(text, problems, shape, {
    open: (name, attributes, line) => reader.open(name, attributes, line),
    close: (name, words) => reader.close(name, words),
  });
  return reader.done();
}

const prose: ReadonlySet<string> = new Set(["title", "subtitle", "abstract", "description", "biography"]);

const shape: XmlShape = {
  prose,
  isLandmark(name, attributes) {
    // `<room name="...">` holds events; a plain `<room>` is a field of one. A closing tag cannot tell.
    if (name === "room") return attributes === null || attributes.has("name");
    return name === "event" || name === "day" || name === "conference" || name === "schedule";
  },
};

const noDay: FrabDay = { date: null, start: null, end: null };

class ScheduleReader {
  readonly #problems: Problems;
  readonly #talks: Talks;
  readonly #draft = emptyDraft();
  #venue: string | null = null;
  #city: string | null = null;
  #dayChange: string | null = null;
  #isInConference = false;
  #day = noDay;
  #room: string | null = null;
  #event: FrabEvent | null = null;
  #person: TalkSpeaker | null = null;

  constructor(problems: Problems) {
    this.#problems = problems;
    this.#talks = new Talks(problems);
  }

  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    const attribute = (key: string): string | null => attributes.get(key)?.trim() || null;
    switch (name) {
      case "conference":
        this.#isInConference = true;
        break;
      case "day":
        this.#day = { date: attribute("date"), start: attribute("start"), end: attribute("end") };
        break;
      case "room":
        if (this.#event === null) this.#room = attribute("name");
        break;
      case "event":
        this.#event = newEvent(line, attribute("guid"), attribute("id") ?? attribute("code"), this.#room);
        break;
      case "person":
        this.#person = { name: attribute("name") ?? "", organization: attribute("organization") };
        break;
      default:
    }
  }

  close(name: string, raw: string): void {
    const words = raw.trim() === "" ? null : raw;
    if (name === "event") this.#closeEvent();
    else if (this.#person !== null) this.#closeInPerson(this.#person, name, words);
    else if (this.#event !== null) this.#closeInEvent(this.#event, name, words);
    else this.#closeOutside(name, words);
  }

  done(): ProgrammeDraft {
    const place = [this.#venue, this.#city].filter((part) => part !== null).join(", ");
    return { ...this.#draft, place: place === "" ? null : place, talks: this.#talks.done() };
  }

  #closeEvent(): void {
    const event = this.#event;
    this.#event = null;
    this.#person = null;
    if (event !== null) this.#talks.add(talkOfFrab(event, this.#day, this.#dayChange, this.#problems));
  }

  #closeInPerson(person: TalkSpeaker, name: string, words: string | null): void {
    switch (name) {
      case "person":
        if (person.name === "") person.name = words ?? "";
        if (person.name.trim() !== "" && this.#event !== null) this.#event.persons.push(person);
        this.#person = null;
        break;
      case "name":
      case "full_name":
      case "public_name":
        person.name ||= words ?? "";
        break;
      case "organization":
      case "organisation":
      case "affiliation":
      case "company":
        person.organization ??= words;
        break;
      default:
    }
  }

  #closeInEvent(event: FrabEvent, name: string, words: string | null): void {
    switch (name) {
      case "title":
      case "subtitle":
      case "track":
      case "type":
      case "language":
      case "date":
      case "start":
      case "end":
      case "duration":
      case "abstract":
      case "description":
        event[name] ??= words?.trim() ?? null;
        break;
      case "room":
        event.room = words?.trim() ?? event.room;
        break;
      case "url":
      case "full_conf_url":
      case "origin_url":
      case "conf_url":
        event.url ??= words?.trim() ?? null;
        break;
      case "slug":
        // The last resort for matching a changed programme: older files have neither guid nor id.
        event.id ??= words?.trim() ?? null;
        break;
      default:
    }
  }

  #closeOutside(name: string, words: string | null): void {
    if (name === "conference") this.#isInConference = false;
    if (name === "day") this.#day = noDay;
    if (name === "room") this.#room = null;
    if (!this.#isInConference || words === null) return;
    const stated = words.trim();
    if (name === "title") this.#draft.name ??= stated;
    else if (name === "start") this.#draft.startsOn ??= stated;
    else if (name === "end") this.#draft.endsOn ??= stated;
    else if (name === "day_change") this.#dayChange ??= stated;
    else if (name === "time_zone_name" || name === "timezone") this.#draft.timeZoneName ??= stated;
    else if (name === "url") this.#draft.url = stated;
    else if (name === "base_url") this.#draft.url ??= stated;
    else if (name === "venue") this.#venue ??= stated;
    else if (name === "city") this.#city ??= stated;
  }
}

function newEvent(line: number, guid: string | null, id: string | null, room: string | null): FrabEvent {
  return {
    line,
    guid,
    id,
    title: null,
    subtitle: null,
    track: null,
    room,
    type: null,
    language: null,
    date: null,
    start: null,
    end: null,
    duration: null,
    abstract: null,
    description: null,
    url: null,
    persons: [],
  };
}
