import type { Problems } from "../file.ts";
import { limits } from "../file.ts";
import type { Moment } from "./moment.ts";

/** One item of a programme as its format states it: raw words, times not yet resolved in a zone. */
export interface Talk {
  /** Where it stands in the file, from 1. */
  line: number | null;
  guid: string | null;
  title: string | null;
  subtitle: string | null;
  track: string | null;
  room: string | null;
  kind: string | null;
  language: string | null;
  starts: Moment | null;
  ends: Moment | null;
  /** How long it lasts, where no end is stated. */
  minutes: number | null;
  speakers: TalkSpeaker[];
  abstract: string | null;
  url: string | null;
  isStarred: boolean;
}

export interface TalkSpeaker {
  name: string;
  organization: string | null;
}

/** What a format's reader gives: the event in the file's own words, and its talks in the order of the file. */
export interface ProgrammeDraft {
  name: string | null;
  /** As written: a day or a date and time. */
  startsOn: string | null;
  endsOn: string | null;
  /** The zone as the file names it. */
  timeZoneName: string | null;
  place: string | null;
  url: string | null;
  talks: Talk[];
}

/** A draft that says nothing yet. */
export function emptyDraft(): ProgrammeDraft {
  return { name: null, startsOn: null, endsOn: null, timeZoneName: null, place: null, url: null, talks: [] };
}

/** A talk that says nothing yet. */
export function emptyTalk(line: number | null): Talk {
  return {
    line,
    guid: null,
    title: null,
    subtitle: null,
    track: null,
    room: null,
    kind: null,
    language: null,
    starts: null,
    ends: null,
    minutes: null,
    speakers: [],
    abstract: null,
    url: null,
    isStarred: false,
  };
}

/** Takes talks up to `limits.sessionsMax`; what comes beyond is counted and said once, by `done`. */
export class Talks {
  readonly list: Talk[] = [];
  #beyond = 0;
  #lineBeyond: number | null = null;
  readonly #problems: Problems;

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  add(talk: Talk): void {
    if (this.list.length < limits.sessionsMax) {
      this.list.push(talk);
      return;
    }
    this.pass(talk.line);
  }

  /** True once no more are taken, so that a reader need not build what will be dropped. */
  get isFull(): boolean {
    return this.list.length >= limits.sessionsMax;
  }

  /** Counts one beyond the limit. */
  pass(line: number | null): void {
    this.#beyond += 1;
    this.#lineBeyond ??= line;
  }

  done(): Talk[] {
    if (this.#beyond > 0) {
      this.#problems.add(
        `The programme has ${this.#beyond} sessions more than the ${limits.sessionsMax} that are read`,
        {
          ...(this.#lineBeyond === null ? {} : { line: this.#lineBeyond }),
          kept: `the first ${limits.sessionsMax} sessions`,
        },
      );
    }
    return this.list;
  }
}
