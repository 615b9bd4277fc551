import type { Plan, PlanStep } from "#debrief/plan.ts";
import { type ObservationKind, observationKinds } from "#domain/model/note.ts";
import type { Names, StepLabel, TrapKind } from "./annotation.ts";
import type { CorpusFolder } from "./corpus.ts";
import { fits, labelled, match, matchSteps, type Pair, type Place } from "./match.ts";
import type { Tally } from "./table.ts";

/** How often a field was right, of how many. */
export interface Right {
  right: number;
  of: number;
}

/** How days were read, over the matched steps. */
export interface DayScore {
  /** Labels with a day: start and end right. */
  right: number;
  /** Labels with a day: no day read. */
  missed: number;
  /** Labels with a day: another day read. */
  wrong: number;
  /** Labels without a day: a day read all the same. */
  invented: number;
  withDay: number;
  withoutDay: number;
}

export interface Score {
  steps: Tally;
  /** Of the matched steps, those whose ranges agree by four fifths. */
  spans: Right;
  owner: Right;
  basis: Right;
  kind: Right;
  certainty: Right;
  /** Over labels that name somebody; `extra` counts those where somebody was read and nobody is labelled. */
  who: Right & { extra: number };
  with: Right & { extra: number };
  organization: Right;
  audience: Right;
  day: DayScore;
  /** Hard negatives: how many, and how many of them were proposed as steps. */
  traps: Map<TrapKind | "observation", { of: number; taken: number }>;
  observations: Map<ObservationKind, Tally>;
  /** Whatever its kind. */
  observationsAnyKind: Tally;
  people: Tally;
  met: Right;
  organizations: Right;
  /** Steps said more than once: found, proposed once, with both quotes. */
  repeats: { of: number; found: number; once: number; withQuotes: number };
  sessions: Right;
  /** By tenth of the confidence given: how many steps were proposed, and how many of them match a label. */
  confidence: Right[];
  /** Lines that hold a step, for comparison with a bare cue expression on the same lines. */
  lines: Tally;
  mistakes: Mistake[];
}

/** One thing to look at with `--errors`. */
export interface Mistake extends Place {
  folder: string;
  what: string;
  words: string;
}

/** Everything measured on one folder; sums of these are the tables of `npm run eval`. */
export function scoreFolder(folder: CorpusFolder, plan: Plan): Score {
  const score = emptyScore();
  const name = `${folder.split}/${folder.name}`;
  const note = (place: Place, what: string, words: string) =>
    score.mistakes.push({ folder: name, file: place.file, start: place.start, end: place.end, what, words });
  const { pairs, missed, extra } = matchSteps(folder, plan);
  score.steps = { hit: pairs.length, extra: extra.length, missed: missed.length };
  for (const label of missed) note(label, "missed step", label.quote);
  const matched = new Set(pairs.map(({ proposal }) => proposal));
  for (const step of plan.steps) {
    const bin = score.confidence[Math.min(9, Math.floor(step.confidence * 10))];
    if (bin === undefined) continue;
    bin.of += 1;
    bin.right += Number(matched.has(step));
  }
  for (const { label, proposal, agreement } of pairs) {
    score.spans.of += 1;
    score.spans.right += Number(agreement >= 0.8);
    if (agreement < 0.8) note(label, "span", `"${label.quote}" read as "${proposal.quote}"`);
    scoreFields(score, { label, proposal, agreement }, folder, (what) => note(label, what, label.quote));
  }
  scoreExtras(score, folder, extra, note);
  scoreRepeats(score, folder, pairs, extra);
  scoreObservations(score, folder, plan, note);
  scorePeople(score, folder, plan, note);
  scoreSessions(score, folder, plan);
  scoreLines(score, folder, (place) =>
    plan.steps.some((step) => [step, ...step.repeats].some((at) => fits(at, place))),
  );
  return score;
}

export function emptyScore(): Score {
  const right = (): Right => ({ right: 0, of: 0 });
  return {
    steps: { hit: 0, extra: 0, missed: 0 },
    spans: right(),
    owner: right(),
    basis: right(),
    kind: right(),
    certainty: right(),
    who: { ...right(), extra: 0 },
    with: { ...right(), extra: 0 },
    organization: right(),
    audience: right(),
    day: { right: 0, missed: 0, wrong: 0, invented: 0, withDay: 0, withoutDay: 0 },
    traps: new Map(),
    observations: new Map(observationKinds.map((kind) => [kind, { hit: 0, extra: 0, missed: 0 }])),
    observationsAnyKind: { hit: 0, extra: 0, missed: 0 },
    people: { hit: 0, extra: 0, missed: 0 },
    met: right(),
    organizations: right(),
    repeats: { of: 0, found: 0, once: 0, withQuotes: 0 },
    sessions: right(),
    confidence: Array.from({ length: 10 }, right),
    lines: { hit: 0, extra: 0, missed: 0 },
    mistakes: [],
  };
}

/** Adds the counts of several folders. */
export function sum(scores: readonly Score[]): Score {
  const all = emptyScore();
  for (const score of scores) {
    // Every other field is a flat record of counts, and both sides have the same keys.
    const { traps, observations, confidence, mistakes, ...flat } = score;
    for (const [key, counts] of Object.entries(flat)) {
      const into = all[key as keyof typeof flat] as unknown as Record<string, number>;
      for (const [field, count] of Object.entries(counts)) into[field] = (into[field] ?? 0) + count;
    }
    for (const [kind, { of, taken }] of traps) {
      const into = all.traps.get(kind) ?? { of: 0, taken: 0 };
      all.traps.set(kind, { of: into.of + of, taken: into.taken + taken });
    }
    for (const [kind, tally] of observations) {
      const into = all.observations.get(kind) ?? { hit: 0, extra: 0, missed: 0 };
      all.observations.set(kind, {
        hit: into.hit + tally.hit,
        extra: into.extra + tally.extra,
        missed: into.missed + tally.missed,
      });
    }
    for (const [tenth, { right, of }] of confidence.entries()) {
      const into = all.confidence[tenth];
      if (into === undefined) continue;
      into.right += right;
      into.of += of;
    }
    all.mistakes.push(...mistakes);
  }
  return all;
}

type Note = (place: Place, what: string, words: string) => void;

function scoreFields(
  score: Score,
  { label, proposal }: Pair<StepLabel, PlanStep>,
  folder: CorpusFolder,
  note: (what: string) => void,
): void {
  const check = (field: Right, isRight: boolean, what: string) => {
    field.of += 1;
    if (isRight) field.right += 1;
    else note(what);
  };
  check(score.owner, label.owner === proposal.owner, `owner ${label.owner}, read ${proposal.owner}`);
  check(score.basis, label.basis === proposal.basis, `basis ${label.basis}, read ${proposal.basis}`);
  check(score.kind, label.kind === proposal.kind, `kind ${label.kind}, read ${proposal.kind}`);
  check(
    score.certainty,
    label.certainty === proposal.certainty,
    `certainty ${label.certainty}, read ${proposal.certainty}`,
  );
  const me = folder.event.notesBy ?? "";
  for (const field of ["who", "with"] as const) {
    const wanted = label[field];
    // "With me" and "nobody" say the same of a step of theirs; so does a `who` on a step of mine.
    const read = proposal[field] !== null && isSame(proposal[field], me) ? null : proposal[field];
    if (wanted !== null) {
      check(score[field], isNamed(wanted, read), `${field} ${sayNames(wanted)}, read ${read ?? "nobody"}`);
    } else if (read !== null) {
      score[field].extra += 1;
      note(`${field} nobody, read ${read}`);
    }
  }
  if (label.organization !== null) {
    const read = proposal.organization;
    check(
      score.organization,
      read !== null && isSame(read, label.organization),
      `organization ${label.organization}, read ${read ?? "none"}`,
    );
  }
  if (label.audience !== null) {
    check(
      score.audience,
      label.audience === proposal.audience,
      `audience ${label.audience}, read ${proposal.audience ?? "none"}`,
    );
  }
  scoreDay(score.day, label, proposal, note);
}

function scoreDay(
  day: DayScore,
  label: Pick<StepLabel, "due" | "dueEnd">,
  proposal: Pick<PlanStep, "due" | "dueEnd">,
  note: (what: string) => void,
): void {
  const wanted = sayDays(label);
  const read = sayDays(proposal);
  if (label.due === null) {
    day.withoutDay += 1;
    if (proposal.due !== null) {
      day.invented += 1;
      note(`day none, read ${read}`);
    }
    return;
  }
  day.withDay += 1;
  if (wanted === read) day.right += 1;
  else {
    if (proposal.due === null) day.missed += 1;
    else day.wrong += 1;
    note(`day ${wanted}, read ${read}`);
  }
}

function sayDays({ due, dueEnd }: Pick<StepLabel, "due" | "dueEnd">): string {
  if (due === null) return "none";
  return dueEnd === null || dueEnd === due ? due : `${due}..${dueEnd}`;
}

/** Proposals that match no label: which trap each fell into, and the list for `--errors`. */
function scoreExtras(score: Score, folder: CorpusFolder, extra: readonly PlanStep[], note: Note): void {
  const count = (kind: TrapKind | "observation", taken: boolean) => {
    const into = score.traps.get(kind) ?? { of: 0, taken: 0 };
    score.traps.set(kind, { of: into.of + 1, taken: into.taken + Number(taken) });
  };
  const explained = new Set<PlanStep>();
  const steps = labelled(folder, "step");
  for (const step of extra) {
    const twice = steps.find((label) => [label, ...label.repeats].some((at) => fits(at, step)));
    if (twice === undefined) continue;
    explained.add(step);
    note(step, "proposed twice", step.quote);
  }
  for (const trap of labelled(folder, "trap")) {
    const taken = extra.filter((step) => fits(step, trap));
    count(trap.kind, taken.length > 0);
    for (const step of taken) {
      if (!explained.has(step)) note(step, `not a step (${trap.kind})`, step.quote);
      explained.add(step);
    }
  }
  // S12: an observation, whatever its grammar, is no step either.
  for (const observation of labelled(folder, "observation")) {
    const taken = extra.filter((step) => fits(step, observation));
    count("observation", taken.length > 0);
    for (const step of taken) {
      if (!explained.has(step)) note(step, `not a step (observation: ${observation.kind})`, step.quote);
      explained.add(step);
    }
  }
  for (const step of extra) if (!explained.has(step)) note(step, "not a step (plain content)", step.quote);
}

function scoreRepeats(
  score: Score,
  folder: CorpusFolder,
  pairs: readonly Pair<StepLabel & { file: string }, PlanStep>[],
  extra: readonly PlanStep[],
): void {
  for (const label of labelled(folder, "step")) {
    if (label.repeats.length === 0) continue;
    score.repeats.of += 1;
    const places: Place[] = [label, ...label.repeats];
    const pair = pairs.find(({ label: other }) => other.file === label.file && other.start === label.start);
    if (pair === undefined) continue;
    score.repeats.found += 1;
    if (extra.some((step) => places.some((place) => fits(place, step)))) continue;
    score.repeats.once += 1;
    const quotes = [pair.proposal, ...pair.proposal.repeats];
    score.repeats.withQuotes += Number(places.every((place) => quotes.some((quote) => fits(quote, place))));
  }
}

function scoreObservations(score: Score, folder: CorpusFolder, plan: Plan, note: Note): void {
  const { pairs, missed, extra } = match(labelled(folder, "observation"), plan.observations, {
    labelPlaces: (label) => [label],
    proposalPlaces: (observation) => [observation],
    likeness: (label, observation) => Number(label.kind === observation.kind),
  });
  score.observationsAnyKind = { hit: pairs.length, extra: extra.length, missed: missed.length };
  const of = (kind: ObservationKind): Tally => {
    const tally = score.observations.get(kind);
    if (tally === undefined) throw new Error(`"${kind}" is no kind of observation`);
    return tally;
  };
  for (const { label, proposal } of pairs) {
    if (label.kind === proposal.kind) of(label.kind).hit += 1;
    else {
      of(label.kind).missed += 1;
      of(proposal.kind).extra += 1;
      note(label, `observation ${label.kind}, read ${proposal.kind}`, label.quote);
    }
  }
  for (const label of missed) {
    of(label.kind).missed += 1;
    note(label, `missed observation (${label.kind})`, label.quote);
  }
  for (const observation of extra) {
    of(observation.kind).extra += 1;
    note(observation, `no observation, read ${observation.kind}`, observation.quote);
  }
}

/**
 * People of a folder, by name. Expected are those labelled and those a step names; the writer and colleagues are neither
 * asked for nor held against the reader, nor are names that have to stay open.
 */
function scorePeople(score: Score, folder: CorpusFolder, plan: Plan, note: Note): void {
  const wanted = new Map<string, { name: string; met: boolean | null; place: Place }>();
  const ignored = new Set([folder.event.notesBy ?? "", ...(folder.event.colleagues ?? [])].map(fold));
  for (const label of labelled(folder, "person")) {
    const before = wanted.get(fold(label.name));
    wanted.set(fold(label.name), {
      name: label.name,
      met: label.met === true || before?.met === true,
      place: before?.place ?? label,
    });
  }
  for (const label of labelled(folder, "step")) {
    for (const names of [label.who, label.with]) {
      for (const name of names?.names ?? []) {
        if (names?.isOpen === true) ignored.add(fold(name));
        else if (!wanted.has(fold(name))) wanted.set(fold(name), { name, met: null, place: label });
      }
    }
  }
  for (const name of ignored) wanted.delete(name);
  const read = new Map(plan.people.map((person) => [fold(person.name), person]));
  for (const [key, { name, met, place }] of wanted) {
    const person = read.get(key);
    if (person === undefined) {
      score.people.missed += 1;
      note(place, "missed person", name);
      continue;
    }
    score.people.hit += 1;
    if (met === null) continue;
    score.met.of += 1;
    if (person.met === met) score.met.right += 1;
    else note(place, `${met ? "met" : "only mentioned"}, read ${person.met ? "met" : "only mentioned"}`, name);
  }
  for (const [key, person] of read) {
    if (wanted.has(key) || ignored.has(key)) continue;
    score.people.extra += 1;
    note(person.mentions[0] ?? { file: "", start: 0, end: 0 }, "no such person", person.name);
  }
  const organizations = new Set(plan.organizations.map(({ name }) => fold(name)));
  const named = new Set(labelled(folder, "organization").map(({ name }) => fold(name)));
  for (const label of labelled(folder, "person")) if (label.organization !== null) named.add(fold(label.organization));
  for (const name of named) {
    score.organizations.of += 1;
    score.organizations.right += Number(organizations.has(name));
  }
}

/** In folders with a programme: does each step and observation belong to the session that was labelled? */
function scoreSessions(score: Score, folder: CorpusFolder, plan: Plan): void {
  for (const page of folder.pages) {
    if (page.sessions.length === 0) continue;
    for (const label of page.labels) {
      if (label.means !== "step" && label.means !== "observation") continue;
      const middle = (label.start + label.end) / 2;
      const read = plan.sessions.find(({ passages }) =>
        passages.some(({ file, start, end }) => file === page.file && start <= middle && middle < end),
      );
      score.sessions.of += 1;
      score.sessions.right += Number((read?.guid ?? null) === label.session);
    }
  }
}

/** Line by line: does it hold a step, and was it said to? */
export function scoreLines(
  score: Pick<Score, "lines">,
  folder: CorpusFolder,
  says: (line: Place & { text: string }) => boolean,
): void {
  const places = labelled(folder, "step").flatMap((label): Place[] => [label, ...label.repeats]);
  for (const { file, text } of folder.pages) {
    let start = 0;
    for (const line of text.split("\n")) {
      const place = { file, start, end: start + line.length, text: line };
      start += line.length + 1;
      if (line.trim() === "") continue;
      const holds = places.some((at) => fits(at, place));
      const said = says(place);
      if (holds && said) score.lines.hit += 1;
      else if (holds) score.lines.missed += 1;
      else if (said) score.lines.extra += 1;
    }
  }
}

/** Is the name read one of those wanted? One that has to stay open may be left out, or kept as written. */
function isNamed(wanted: Names, read: string | null): boolean {
  if (wanted.isOpen && read === null) return true;
  return read !== null && wanted.names.some((name) => isSame(name, read));
}

function sayNames({ names, isOpen }: Names): string {
  return isOpen ? `${names.join(" or ")} (open)` : names.join(" or ");
}

function isSame(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

/** Names are the same without case, accents, titles. */
function fold(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’`]/gu, "'")
    .replace(/^(?:(?:dr|mr|mrs|ms|prof|rev|frau|herr|don|dona|mme|m|lady|sir)\.? )+/u, "")
    .replace(/\s+/gu, " ")
    .trim();
}
