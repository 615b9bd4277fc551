import type { ProposalDraft } from "#domain/model/proposal.ts";
import { sayCount } from "#domain/model/say.ts";
import type { Known, PageReading, PageToRead } from "#reading/read.ts";
import { answerOf } from "./answer.ts";
import { ask } from "./ask.ts";
import type { Endpoint, LanguageModel } from "./endpoint.ts";
import { type DropReason, dropReasons, gate, type Gated } from "./gate.ts";
import { join } from "./join.ts";
import { type Asked, askedOf } from "./numbered.ts";
import { type People, peopleOf, wordList } from "./people.ts";
import { partCharactersMax, partsOf, promptOf, sealOf } from "./prompt.ts";

/** What a run may cost, whatever the endpoint does. */
export interface Limits {
  /** Characters of a page in one request. */
  partCharactersMax: number;
  /** 100 requests are some 600,000 characters of notes: an event of many people. */
  requestsMax: number;
  /** At once: a local server works at one or two, a hosted one does not mind. */
  atOnce: number;
  /** The whole run, in milliseconds. */
  runMs: number;
  /** So many failures one after the other, and the endpoint is asked no more. */
  failuresMax: number;
}

export const limitsDefault: Limits = {
  partCharactersMax,
  requestsMax: 100,
  atOnce: 2,
  runMs: 10 * 60_000,
  failuresMax: 3,
};

export interface Assistance {
  endpoint: Endpoint;
  model: LanguageModel;
  key: string | null;
  /** Takes lines for people. None holds words of a page, of a contact or of an answer; file names and counts only. */
  say: (line: string) => void;
  /** Called with how many requests are answered, of how many. */
  progress?: (done: number, total: number) => void;
  limits?: Partial<Limits>;
}

/**
 * Asks a language model about pages that were read, and gives the readings with what it added (RD4). The built-in reader's
 * proposals stay as they are; the model's pass the gate or are dropped and counted. Whatever goes wrong with a request is said in one line
 * and leaves that part of its page to the built-in reader. Never throws because of what answers, and ends within its limits.
 */
export async function assist(
  pages: readonly PageToRead[],
  readings: readonly PageReading[],
  known: Known,
  { endpoint, model, key, say, progress = () => {}, limits: given = {} }: Assistance,
): Promise<PageReading[]> {
  const limits = { ...limitsDefault, ...given };
  const people = peopleOf(known);
  const { jobs, left } = jobsOf(pages, readings, known, limits);
  const gated: (Gated | null)[] = jobs.map(() => null);
  const run = AbortSignal.timeout(limits.runMs);
  let next = 0;
  let done = 0;
  let failures = 0;
  const mayGoOn = () => failures < limits.failuresMax && !run.aborted;
  const work = async () => {
    while (next < jobs.length && mayGoOn()) {
      const at = next;
      next += 1;
      const job = jobs[at];
      if (job === undefined) return;
      const signal = AbortSignal.any([run, AbortSignal.timeout(model.timeoutMs)]);
      const result = await answered(job, { known, people, endpoint, model, key, signal });
      if ("why" in result) {
        failures += 1;
        const why = run.aborted ? `the ${sayMinutes(limits.runMs)} for a run are over` : result.why;
        say(`${job.name}: ${why}; read by the built-in reader alone`);
      } else {
        failures = 0;
        gated[at] = result;
      }
      done += 1;
      progress(done, jobs.length);
    }
  };
  await Promise.all(Array.from({ length: limits.atOnce }, work));
  const unasked = jobs.length - next;
  if (unasked > 0) {
    const why = run.aborted
      ? `the ${sayMinutes(limits.runMs)} for a run are over`
      : `${limits.failuresMax} requests failed one after the other`;
    say(`${why}; ${sayCount(unasked, "part")} not asked about, read by the built-in reader alone`);
  }
  if (left > 0)
    say(
      `a run makes ${sayCount(limits.requestsMax, "request")}; ${sayCount(left, "page")} not asked about, or not to the end`,
    );
  const offers = pages.map((): ProposalDraft[] => []);
  for (const [at, one] of gated.entries()) {
    const job = jobs[at];
    if (one !== null && job !== undefined) offers[job.page]?.push(...one.drafts);
  }
  const joined = join(readings, offers);
  const through = gated.filter((one) => one !== null);
  if (through.length > 0) say(summaryOf(joined, through));
  return joined.readings;
}

/** One request: a part of a page. */
interface Job {
  page: number;
  /** The page's name, and which part it is where there are several. */
  name: string;
  part: Asked[];
  read: PageToRead;
  seal: string;
  pageWords: ReadonlySet<string>;
}

/** The parts of pages in order, as many as a run may ask about; `left` counts pages that are not asked about to their end. */
function jobsOf(
  pages: readonly PageToRead[],
  readings: readonly PageReading[],
  known: Known,
  limits: Limits,
): { jobs: Job[]; left: number } {
  const jobs: Job[] = [];
  let left = 0;
  for (const [page, read] of pages.entries()) {
    const passages = readings[page]?.passages ?? [];
    if (passages.length === 0) continue;
    const room = limits.requestsMax - jobs.length;
    if (room <= 0) {
      left += 1;
      continue;
    }
    const parts = partsOf(askedOf(read, passages, known), limits.partCharactersMax);
    if (parts.length > room) left += 1;
    const seal = sealOf(read.text);
    const pageWords = new Set(passages.flatMap((passage) => wordList(passage.text)));
    for (const [at, part] of parts.slice(0, room).entries()) {
      const name = parts.length === 1 ? read.file : `${read.file} (part ${at + 1} of ${parts.length})`;
      jobs.push({ page, name, part, read, seal, pageWords });
    }
  }
  return { jobs, left };
}

interface Asking {
  known: Known;
  people: People;
  endpoint: Endpoint;
  model: LanguageModel;
  key: string | null;
  signal: AbortSignal;
}

async function answered(job: Job, { known, people, endpoint, ...how }: Asking): Promise<Gated | { why: string }> {
  const reply = await ask(endpoint, promptOf(job.part, job.seal, known, people), how);
  if ("why" in reply) return reply;
  const answer = answerOf(reply.body);
  if ("why" in answer) return answer;
  return gate(answer.proposals, job.part, { page: job.read, pageWords: job.pageWords, known, people });
}

/** "4 proposals added, 11 read already, 3 dropped (2 a quote that is not in the notes, 1 ...), 1 day taken off". */
function summaryOf({ added, agreeing }: { added: number; agreeing: number }, gated: readonly Gated[]): string {
  const dropped = new Map<DropReason, number>();
  let days = 0;
  let names = 0;
  for (const one of gated) {
    for (const reason of one.dropped) dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
    days += one.daysTakenOff;
    names += one.namesTakenOff;
  }
  const total = [...dropped.values()].reduce((sum, count) => sum + count, 0);
  const reasons = [...dropped].map(([reason, count]) => `${count}: ${dropReasons[reason]}`).join("; ");
  const parts = [
    `${sayCount(added, "proposal")} added`,
    `${agreeing} read already`,
    total > 0 ? `${total} dropped (${reasons})` : "0 dropped",
    days > 0 ? `${sayCount(days, "day")} taken off that the notes do not say` : "",
    names > 0 ? `${sayCount(names, "name")} taken off that the notes do not say` : "",
  ];
  return parts.filter(Boolean).join(", ");
}

function sayMinutes(ms: number): string {
  return ms % 60_000 === 0 ? sayCount(ms / 60_000, "minute") : sayCount(ms / 1000, "second");
}
