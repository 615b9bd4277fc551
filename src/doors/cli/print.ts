import { todayIn, zoneOf } from "#questions/asking.ts";
import type { Replica } from "#replica/replica.ts";
import type { DayTypedFrom } from "./day.ts";
import type { Desk } from "./desk.ts";
import type { World } from "./world.ts";
import { printable } from "./wrap.ts";

/** What every word takes. */
export interface Said {
  json?: boolean;
}

/** Says what was done: the sentences, or the result as JSON. */
export function said(desk: Desk, options: Said, value: unknown, sentences: string): void {
  const lines = sentences.split("\n").map((line) => `${printable(line)}\n`);
  desk.world.out.write(options.json === true ? jsonText(value) : lines.join(""));
}

/** Prints what was asked: as JSON where wanted, else the lines, which are printable already. */
export function print(desk: Desk, options: Said, value: unknown, lines: () => string[]): void {
  desk.world.out.write(options.json === true ? jsonText(value) : `${lines().join("\n")}\n`);
}

/** A value as JSON text that no terminal obeys: control characters and changes of direction are escaped, the value stays the same. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, escaped)}\n`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** One line beside the result, on standard error: what was read, what was kept, what comes next. */
export function note(world: World, line: string): void {
  world.err.write(`${printable(line)}\n`);
}

/** Where days that a person types count from. */
export function typedFrom(desk: Desk, replica: Replica): DayTypedFrom {
  const workingDays = replica.get("workspace", replica.workspaceId)?.workingDays ?? [];
  return { today: todayIn(replica, { now: desk.world.now() }), timeZone: zoneOf(replica), workingDays };
}
