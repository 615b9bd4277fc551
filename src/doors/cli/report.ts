import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { assert } from "#domain/refusal.ts";
import { todayIn } from "#questions/asking.ts";
import { reportHtml, reportName, reportNouns } from "#report/report.ts";
import type { Desk } from "./desk.ts";
import { writeNewFile } from "./new-file.ts";
import { said, type Said } from "./print.ts";
import { printPdf } from "./print-pdf.ts";
import { namedOrAt } from "./ref.ts";

/** OC2: what a trip was worth, for who paid for it: one HTML file, and a PDF of it where a Chromium is there to print it. */
export async function reportCommand(
  desk: Desk,
  name: string,
  options: Said & { html?: string | true; pdf?: string | true },
): Promise<void> {
  const { world } = desk;
  const replica = await desk.replica(reportNouns);
  const now = { now: world.now() };
  const event = namedOrAt(replica, "event", name);
  const html = reportHtml(replica, event.id, now);
  assert(html !== undefined, "the event was just found in this replica");
  const usual = reportName(event.name, todayIn(replica, now));
  const files: string[] = [];
  if (options.html !== undefined || options.pdf === undefined) {
    const target = typeof options.html === "string" ? options.html : `${usual}.html`;
    await writeNewFile(world, { target }, (write) => write(html));
    files.push(target);
  }
  if (options.pdf !== undefined) {
    const target = typeof options.pdf === "string" ? options.pdf : `${usual}.pdf`;
    // What it is printed from stands beside it for a moment, and goes.
    const page = `${target}.html`;
    await writeNewFile(world, { target: page, mode: 0o600 }, (write) => write(html));
    try {
      await printPdf({ page: resolve(world.cwd, page), target: resolve(world.cwd, target), env: world.env });
    } finally {
      rmSync(resolve(world.cwd, page), { force: true });
    }
    files.push(target);
  }
  said(desk, options, { files }, `Written: ${files.join(", ")}`);
}
