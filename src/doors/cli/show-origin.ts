import type { Noun, RecordOf } from "#domain/model/nouns.ts";
import type { Proposal } from "#domain/model/proposal.ts";
import { sayDay, shortened } from "#domain/model/say.ts";
import { source, type Source } from "#questions/source.ts";
import type { Replica } from "#replica/replica.ts";
import { ref } from "./ref.ts";
import type { Showing } from "./show-record.ts";
import { printable, wrap } from "./wrap.ts";

/** Where a record comes from, and where else it is said (S10). */
export interface Origin {
  source: Source;
  again: Source[];
}

/** The way back from a record to the pages that say it (NT3); undefined where it came from none. */
export function originOf(replica: Replica, noun: Noun, record: RecordOf<Noun>): Origin | undefined {
  const at = record as { pageId?: Parameters<typeof source>[1]; start?: number | null; end?: number | null }; // nouns with a source have these
  const proposal = noun === "proposal" ? (record as Proposal) : proposalOf(replica, record.id); // the noun says which
  const place = at.pageId ? { pageId: at.pageId, start: at.start ?? null, end: at.end ?? null } : proposal;
  const found = place === undefined ? undefined : source(replica, place.pageId, place.start, place.end);
  if (found === undefined) return undefined;
  const again = (proposal?.repeats ?? []).flatMap(
    ({ pageId, start, end }) => source(replica, pageId, start, end) ?? [],
  );
  return { source: found, again };
}

function proposalOf(replica: Replica, madeId: string): Proposal | undefined {
  return replica.by("proposal", "madeId", madeId)[0];
}

/** Page, line, the exact quote, the lines it stands in, and where the whole page is. */
export function originLines(origin: Origin, { paint, columns }: Showing): string[] {
  const { page, line, quote, around } = origin.source;
  const when = page.takenOn === null ? "" : `, taken ${sayDay(page.takenOn)} ${page.takenOn.slice(0, 4)}`;
  const whole = around.lines.split("\n");
  const lines = ["", paint.accent(`Where it came from: ${printable(page.name)}, line ${line}${when}`)];
  if (quote.trim() !== around.lines.trim()) lines.push(`  ${paint.quote(`"${wrap(quote, columns, "   ")}"`)}`);
  const context = (text: string) => (text.trim() === "" ? [] : [paint.soft(`  | ${wrap(text, columns, "  | ")}`)]);
  const own = whole.filter((text) => text.trim() !== "").map((text) => `  | ${wrap(text, columns, "  | ")}`);
  lines.push(...context(around.before), ...own, ...context(around.after));
  for (const again of origin.again)
    lines.push(printable(`  said again in ${again.page.name}, line ${again.line}: "${shortened(again.quote)}"`));
  lines.push(paint.soft(`The whole page: upshot show ${ref(page.id)}`));
  return lines;
}
