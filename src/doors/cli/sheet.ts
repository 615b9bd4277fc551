import type { Period } from "#domain/model/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { sheetNouns, sheetOf } from "#questions/sheet.ts";
import type { Desk } from "./desk.ts";
import { writeNewFile } from "./new-file.ts";
import { note, type Said } from "./print.ts";
import { sheetHtml, sheetMarkdown } from "./sheet-text.ts";
import { printable } from "./wrap.ts";

export interface SheetOptions extends Said {
  /** A file, or standard output where none is named. */
  md?: string | true;
  html?: string | true;
}

/** PL5: writes the list of a day (`period` is null), a month or a year, for one page of paper. */
export async function writeSheet(desk: Desk, period: Period | null, { md, html, json }: SheetOptions): Promise<void> {
  const { world } = desk;
  const asked = [md, html].filter((target) => target === true || target === "-");
  if (asked.length > 1 || (asked.length > 0 && json === true)) {
    throw new Refusal("invalid", "Only one form can go to standard output; name a file for each other: --md list.md");
  }
  const sheet = sheetOf(await desk.replica(sheetNouns), period, { now: world.now() });
  for (const [target, text] of [[md, sheetMarkdown] as const, [html, sheetHtml] as const]) {
    if (target === undefined) continue;
    const whole = text(sheet);
    if (target === true || target === "-") {
      world.out.write(world.out.isTTY === true ? whole.split("\n").map(printable).join("\n") : whole);
      continue;
    }
    await writeNewFile(world, { target }, (put) => put(whole));
    note(world, `Wrote ${target}`);
  }
}
