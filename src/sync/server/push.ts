import { isCommand } from "#domain/commands.ts";
import { instantOf } from "#domain/model/time.ts";
import { OutOfTurn, type Transactor } from "#domain/ports.ts";
import { Mistake, Refusal } from "#domain/refusal.ts";
import { type ArgsOf, run } from "#domain/run.ts";
import { isFounding } from "#domain/transaction.ts";
import { Draws } from "../draws.ts";
import { type CommandResult, protocol, type Push, type PushAnswer, type PushedCommand } from "../protocol.ts";
import type { Serving } from "./server.ts";

/**
 * A device's clock may be ahead of ours by this much: the usual allowance (RFC 4120, section 3.2.3). A
 * command from later than that is taken to have run now, so that no wrong clock writes years into the future. However
 * long ago one ran is as good as any: a device may have been away.
 */
export const clockAheadMaxMs = 5 * 60_000;

/**
 * Runs the commands of a device's queue, each once: its number is counted in the transaction that runs it. What was
 * handled before is answered again as it was then.
 */
export async function push(message: Push, serving: Serving): Promise<PushAnswer> {
  const { store } = serving;
  const { workspaceId, cookie } = message;
  const lookUp = () => store.look(workspaceId, async ({ head }) => head.epoch).catch(nothingThere);
  const epoch = await lookUp();
  const [first] = message.commands;
  if (epoch === undefined && !(first && isFounding(first.name))) return { answer: "no-workspace", protocol };
  if (epoch === undefined && serving.isOne === true && (await store.workspaces()).length > 0)
    return { answer: "no-workspace", protocol };
  if (epoch !== undefined && cookie !== null && cookie.epoch !== epoch) return { answer: "pull-first", protocol };
  const results: CommandResult[] = [];
  for (const command of message.commands) {
    const result = await handle(command, message, serving);
    if (result === "other-began") return { answer: "no-workspace", protocol };
    if (typeof result === "string") return { answer: "renew", ...(await handled()), why: result };
    results.push(result);
  }
  return { answer: "done", ...(await handled()) };

  async function handled() {
    return { protocol, epoch: epoch ?? (await lookUp()) ?? null, results };
  }
}

function nothingThere(error: unknown): undefined {
  if (error instanceof Refusal && error.code === "not-found") return undefined;
  throw error;
}

/** Runs a command, or says what became of it before; or why the device's count does not fit. */
async function handle(
  command: PushedCommand,
  message: Push,
  serving: Serving,
): Promise<CommandResult | "gap" | "forked" | "other-began"> {
  const { sequence } = command;
  // It is out of turn where it was handled before, where another like it is handled at this moment, or where the count does
  // not fit. The second becomes the first while we look; so few rounds are enough.
  for (let round = 0; round < 5; round += 1) {
    try {
      return await once(command, message, serving);
    } catch (error) {
      if (!(error instanceof OutOfTurn)) throw error;
    }
    const known = await before(command, message, serving);
    if (known !== undefined) return known;
  }
  throw new Error(`Command ${sequence} of device ${message.deviceId} is in turn and out of turn.`);
}

/** @throws OutOfTurn where it is not the device's next, or its entry is there already. */
async function once(
  command: PushedCommand,
  message: Push,
  { store, now, isOne }: Serving,
): Promise<CommandResult | "other-began"> {
  const { workspaceId, memberId, deviceId } = message;
  const { sequence, name, args } = command;
  const draws = new Draws(command, null);
  const isFirst = isOne === true && isFounding(name);
  const counting: Transactor = {
    transact: (id, head, work) =>
      store.transact(id, { ...head, sequence, ...(isFirst && { isFirst }) }, (tx) => {
        draws.rewind(); // the store may run it again
        return work(tx);
      }),
  };
  try {
    if (!isCommand(name)) throw new Refusal("invalid", `This Upshot has no command "${name}".`);
    const context = { store: counting, workspaceId, memberId, deviceId, now: timeOf(command, now), newId: draws.newId };
    const { version } = await run(name, args as ArgsOf<typeof name>, context); // `run` checks them
    return { outcome: "applied", sequence, version };
  } catch (error) {
    // It is its workspace's first command, so that nothing is a duplicate but the beginning itself: another began meanwhile.
    if (isFirst && error instanceof Refusal && error.code === "duplicate" && (await isElsewhere()))
      return "other-began";
    const refused = refusalOf(error);
    if (refused === undefined) throw error;
    const refusal = { entryId: command.entryId, code: refused.code, message: refused.sentence };
    // Where there is no workspace, there is nothing to count it in; asked again, it is refused again.
    await store.settle(workspaceId, { deviceId, sequence, refusal }).catch(nothingThere);
    return { outcome: "refused", sequence, ...refused };
  }

  async function isElsewhere(): Promise<boolean> {
    return !(await store.workspaces()).includes(workspaceId);
  }
}

/** What became of a command that is out of turn; undefined where it is in turn now. */
async function before(
  { sequence, entryId }: PushedCommand,
  { workspaceId, deviceId }: Push,
  { store }: Serving,
): Promise<CommandResult | "gap" | "forked" | undefined> {
  const looking = store.look(workspaceId, async (look) => ({
    last: await look.lastSequence(deviceId),
    entry: await look.entry(entryId),
    refusal: await look.refusal(deviceId, sequence),
  }));
  const seen = (await looking.catch(nothingThere)) ?? { last: 0, entry: undefined, refusal: undefined };
  if (sequence > seen.last + 1) return "gap";
  if (seen.entry) {
    if (sequence === seen.last + 1) await store.settle(workspaceId, { deviceId, sequence, refusal: null });
    return { outcome: "applied", sequence, version: seen.entry.version };
  }
  if (sequence > seen.last) return undefined;
  if (seen.refusal?.entryId !== entryId) return "forked";
  const { code, message } = seen.refusal;
  return { outcome: "refused", sequence, code, sentence: message };
}

/** The rules' no, or a mistake of ours that would happen again each time; neither holds up what comes after it. */
function refusalOf(error: unknown): { code: string; sentence: string } | undefined {
  if (error instanceof Refusal) return { code: error.code, sentence: error.message };
  if (!(error instanceof Mistake)) return undefined;
  return { code: "mistake", sentence: `Upshot made a mistake with this and did not do it (${error.message}).` };
}

function timeOf({ at }: PushedCommand, now: Temporal.Instant): Temporal.Instant {
  const said = Temporal.Instant.from(at);
  const isAhead = said.epochMilliseconds > now.epochMilliseconds + clockAheadMaxMs;
  return isAhead ? Temporal.Instant.from(instantOf(now)) : said;
}
