import { after, isNameNext, type Scan, skipArticle, type Span, time, wordAt } from "./scan.ts";
import { yearAt } from "./months.ts";
import { parts, whichWords, words } from "./words.ts";

/** Said whole: as soon as possible, in four languages. */
const soon: readonly string[][] =
  "asap, as soon as possible, as soon as practicable, soonest, soon, so bald wie moglich, baldmoglichst, bald, demnachst, bientot, des que possible, pronto, lo antes posible, cuanto antes, when possible"
    .split(", ")
    .map((said) => said.split(" "));

/** What is held again and again, so that "next ..." is a time that a calendar knows and these words do not. */
const recurring = words(
  "call meeting sync standup session retro retrospective checkin catchup review sprint steering steerco board time round edition conference event meetup " +
    "offsite release visit weekly monthly quarterly one agenda gathering summit anruf treffen termin sitzung besprechung mal appel reunion fois llamada reunion vez",
);
const qualifiers = words(
  "team sig wg project partner status planning sprint steering board weekly monthly biweekly bi quarterly community tsc sc working group regular leads staff scheduled regularly our the 1 all hands account customer vertrieb",
);

const seasons = words(
  "spring summer autumn fall winter fruhling fruhjahr sommer herbst printemps ete automne hiver primavera verano otono invierno",
);

const home: readonly string[][] =
  "back home, back in the office, back at the office, back at work, back at my desk, back from the trip, home again, wieder zu hause, zuruck im buro, wieder im buro, de retour au bureau, de retour, de vuelta en la oficina"
    .split(", ")
    .map((said) => said.split(" "));

const soonByFirst = Map.groupBy(soon, (list) => list[0] ?? "");
const homeByFirst = Map.groupBy(home, (list) => list[0] ?? "");

/** The words a time that is no day can begin with. */
export const vagueStarts: ReadonlySet<string> = new Set([
  ...[...soon, ...home].map((list) => list[0] ?? ""),
  ...seasons,
  "when",
  "once",
  "as",
]);

/**
 * Times that are no day: ASAP, "soon", "next call", "in the spring", "when I'm back". They are found so that their
 * words can be shown, and never turned into a day (RD5).
 */
export function vagueAt(scan: Scan, at: number): Span | null {
  for (const list of soonByFirst.get(wordAt(scan, at)) ?? []) {
    const next = after(scan, at, ...list);
    if (next !== -1 && !(list[0] === "soon" && ["as", "after", "before"].includes(wordAt(scan, next))))
      return time(next);
  }
  return backHome(scan, at) ?? nextTime(scan, at) ?? season(scan, at);
}

/** "when I'm back", "once back in the office", "back home". */
function backHome(scan: Scan, at: number): Span | null {
  let next = at;
  const isWhen = ["when", "once", "as"].includes(wordAt(scan, next));
  if (isWhen) {
    next += wordAt(scan, next) === "as" && after(scan, next, "as", "soon", "as") !== -1 ? 3 : 1;
    if (["i'm", "we're"].includes(wordAt(scan, next))) next += 1;
    else if (["i", "we"].includes(wordAt(scan, next)) && ["am", "are", "get", "come"].includes(wordAt(scan, next + 1)))
      next += 2;
  }
  for (const list of homeByFirst.get(wordAt(scan, next)) ?? []) {
    const to = after(scan, next, ...list);
    if (to !== -1) return time(to);
  }
  return isWhen && next > at + 1 && wordAt(scan, next) === "back" ? time(next + 1) : null;
}

/** "next call", "our next steering meeting". */
function nextTime(scan: Scan, at: number): Span | null {
  if (whichWords.get(wordAt(scan, at)) !== 1) return null;
  let next = at + 1;
  while (
    next < at + 4 &&
    qualifiers.has(wordAt(scan, next)) &&
    !recurring.has(wordAt(scan, next + 1) === "" ? wordAt(scan, next) : "")
  )
    next += 1;
  const word = wordAt(scan, next);
  return recurring.has(word) && word !== "one" ? time(next + 1) : null;
}

/** "in spring", "this summer", "early autumn 2026": only behind a word that makes it a time ("Spring Boot" is none). */
function season(scan: Scan, at: number): Span | null {
  let next = at;
  let isMarked = scan.lead !== null && ["in", "by", "before", "after", "since", "from"].includes(scan.lead.kind);
  if (parts.has(wordAt(scan, next)) || whichWords.has(wordAt(scan, next))) {
    isMarked = true;
    next = skipArticle(scan, ["of", "de"].includes(wordAt(scan, next + 1)) ? next + 2 : next + 1);
  }
  if (!isMarked || !seasons.has(wordAt(scan, next)) || isNameNext(scan, next + 1)) return null;
  return time(yearAt(scan, next + 1)?.next ?? next + 1);
}
