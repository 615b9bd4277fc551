import type { ImportReport } from "#domain/commands/person.ts";
import type { ProgrammeReport, SessionNews } from "#domain/commands/session.ts";
import { sayDay } from "#domain/model/say.ts";
import { dayAt, type Instant, type TimeZone } from "#domain/model/time.ts";

const linesShown = 20;

/** Which people an import added to, what and why, and who may be one person, as lines. */
export function contactLines({ merged, alike }: Pick<ImportReport, "merged" | "alike">): string[] {
  const grown = merged.map(({ name, card, because, gave }) => {
    const other = card === name ? "" : ` as ${card}`;
    return `${name}${other}: ${gave.map((field) => saidFields[field] ?? field).join(", ")} added (${because})`;
  });
  const pairs = alike.map(({ name, other, because }) =>
    name === other ? `two are called ${name} (${because})` : `${name} may be ${other} (${because})`,
  );
  const next = alike.length === 0 ? [] : ['Look: "upshot people --duplicates"; merge: "upshot merge KEEP OTHER"'];
  return [...some(grown, "more people were added to"), ...some(pairs, "more may be one person"), ...next];
}

/** The fields of a person in people's words. */
const saidFields: Record<string, string> = {
  givenName: "given name",
  familyName: "family name",
  organizationId: "organization",
  emails: "e-mail",
  phones: "phone",
  urls: "web page",
  about: "words about them",
};

/** What a programme that was taken in again changed, as lines: my sessions first, what was cancelled or moved before what is new. */
export function programmeLines({ news }: Pick<ProgrammeReport, "news">, zone: TimeZone): string[] {
  const told = news.filter(({ what }) => what.some((one) => one !== "changed"));
  const sorted = told.toSorted((a, b) => Number(b.isMine) - Number(a.isMine) || rankOf(a) - rankOf(b));
  return some(
    sorted.map((one) => newsLine(one, zone)),
    "more sessions are not as before",
  );
}

const ranks = ["cancelled", "moved", "renamed", "back", "new"] as const;

function rankOf({ what }: SessionNews): number {
  return ranks.findIndex((rank) => what.includes(rank));
}

function newsLine({ title, what, isMine, before, after }: SessionNews, zone: TimeZone): string {
  const words = what.filter((one) => one !== "changed").join(", ");
  const mine = isMine ? " (yours)" : "";
  const was = what.includes("renamed") && before !== null ? `, was "${before.title}"` : "";
  const [from, to] = [whereOf(before, zone), whereOf(after, zone)];
  const where = what.includes("moved")
    ? `: ${from || "no time"} -> ${to || "no time"}`
    : from || to
      ? `: ${to || from}`
      : "";
  return `${words}${mine}: ${title}${was}${where}`;
}

function whereOf(session: SessionNews["before"], zone: TimeZone): string {
  if (session === null) return "";
  return [session.startsAt === null ? null : timeOf(session.startsAt, zone), session.room].filter(Boolean).join(", ");
}

function timeOf(instant: Instant, zone: TimeZone): string {
  const time = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime();
  return `${sayDay(dayAt(instant, zone))} ${time.toString({ smallestUnit: "minute" })}`;
}

/** The first lines of a long list, with a last one that counts the rest. */
function some(lines: readonly string[], rest: string): string[] {
  if (lines.length <= linesShown) return [...lines];
  return [...lines.slice(0, linesShown), `${lines.length - linesShown} ${rest}`];
}
