import { describe, expect, test } from "vitest";
import { debrief } from "#debrief/debrief.ts";
import type { TimeZone } from "#domain/model/time.ts";
import type { InputFile } from "#formats/file.ts";
import { noRealData, realFiles } from "../support/real-data.ts";
import { day } from "../support/workspace.ts";

const surroundings = { today: day("2026-02-04"), timeZone: "Europe/Brussels" as TimeZone }; // checked by eye
const skipped = noRealData === null ? "" : ` (skipped: ${noRealData})`;

function debriefed(file: InputFile) {
  return debrief([file], surroundings);
}

function textOf({ name, bytes }: InputFile): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : name.includes("windows") ? "windows-1252" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** How many talks a programme file has, counted without our readers. */
function talksIn(file: InputFile): number {
  const text = textOf(file);
  if (file.name.endsWith(".xml")) return text.match(/<event[ >]/g)?.length ?? 0;
  if (file.name.endsWith(".ics")) return text.match(/^BEGIN:VEVENT/gm)?.length ?? 0;
  if (file.name.endsWith("_sessions.csv")) return text.match(/^[A-Z0-9]{6},/gm)?.length ?? 0;
  const root = JSON.parse(text) as never;
  return talksInJson(root);
}

interface Schedule {
  conference: { days: { rooms?: Record<string, unknown[]> }[] };
  /** The newer shape lists its talks here. */
  events?: unknown[];
}

function talksInJson(root: { schedule: Schedule } | { rooms?: { sessions: unknown[] }[] }[]): number {
  if (!Array.isArray(root)) {
    const { conference, events } = root.schedule;
    return events?.length ?? conference.days.flatMap((one) => Object.values(one.rooms ?? {}).flat()).length;
  }
  return root.flatMap((one) => (one.rooms === undefined ? [one] : one.rooms.flatMap((room) => room.sessions))).length;
}

describe.skipIf(noRealData !== null)(`real files through debrief${skipped}`, () => {
  test("each programme gives as many sessions as it has talks", () => {
    const files = realFiles("programmes").filter(({ name }) => !name.endsWith("_speakers.csv"));
    expect(files.length).toBeGreaterThan(10);
    const counts = files.map((file) => [file.name, debriefed(file).gathered.sessions.length]);
    expect(counts).toEqual(files.map((file) => [file.name, talksIn(file)]));
  });

  test("each contact file gives as many cards as it has", () => {
    const files = realFiles("contacts");
    const counts = files.map((file) => [
      file.name,
      debriefed(file).gathered.contacts.reduce((sum, { cards }) => sum + cards.length, 0),
    ]);
    const expected = files.map((file) => {
      const text = textOf(file);
      if (file.name.endsWith(".vcf")) return [file.name, text.match(/^BEGIN:VCARD/gim)?.length ?? 0];
      const rows = text
        .split(/\r?\n/)
        .slice(text.split(/\r?\n/).findIndex((line) => line.startsWith("First Name")) + 1);
      return [file.name, rows.filter((row) => /[^,\s]/.test(row)).length];
    });
    expect(counts).toEqual(expected);
  });

  test("NT2 RD1 every page of notes and minutes is kept whole, every passage is counted, every quote is the page's own words", () => {
    const files = [...realFiles("notes"), ...realFiles("minutes")].filter(({ name }) =>
      /\.(md|txt|html|log)$/.test(name),
    );
    expect(files.length).toBeGreaterThan(150);
    for (const file of files) {
      const { gathered, readings, plan } = debriefed(file);
      expect([file.name, gathered.pages.length]).toEqual([file.name, 1]);
      const text = gathered.pages[0]?.text ?? "";
      expect(text).toBe(textOf(file).replace(/^\uFEFF/, ""));
      expect([file.name, plan.ledger.passages]).toEqual([file.name, readings[0]?.passages.length]);
      for (const { start, end, quote } of [...plan.steps, ...plan.observations])
        expect(text.slice(start, end)).toBe(quote);
    }
  });

  test("no calendar, however broken, stops a debrief", () => {
    const files = realFiles("calendars");
    expect(files.length).toBeGreaterThan(140);
    for (const file of files) {
      const { problems } = debriefed(file).plan;
      for (const problem of problems) expect(problem.what).not.toMatch(/\bat .*\.ts:\d+|TypeError|undefined is not/);
    }
  });
});
