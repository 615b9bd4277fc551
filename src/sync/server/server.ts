import type * as z from "zod";
import type { DeviceId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import type { Store } from "#store/store.ts";
import { Envelope, type PageMax, protocol, Pull, type PullAnswer, Push, type PushAnswer } from "../protocol.ts";
import { pull } from "./pull.ts";
import { push } from "./push.ts";

/** Who a message says it is from. */
export interface Speaker {
  workspaceId: WorkspaceId;
  memberId: MemberId;
  deviceId: DeviceId;
}

/** What a message is answered with: where the data is, what time it is, and who may speak. */
export interface Serving {
  store: Store;
  now: Temporal.Instant;
  /**
   * True where whoever sent the message may speak as `speaker`; asked before anything is looked up (invariant 9). A
   * stranger is answered as if the workspace were not there.
   */
  isAllowed(speaker: Speaker): boolean;
  /**
   * True where the store keeps one workspace only: a device that brings the beginning of another is answered as if there were none, and
   * keeps what it has. Of two that begin at once, one does.
   */
  isOne?: boolean;
  /** Where pages are to be smaller than the wire allows. */
  pageMax?: PageMax;
}

/** Answers a device's push. Whatever the message is, it is answered; it rejects only where the store fails. */
export async function answerPush(message: unknown, serving: Serving): Promise<PushAnswer> {
  const { said, problem } = read(message, Push);
  if (problem !== undefined) return problem;
  if (!serving.isAllowed(said)) return { answer: "no-workspace", protocol };
  return push(said, serving);
}

/** Answers a device's pull. */
export async function answerPull(message: unknown, serving: Serving): Promise<PullAnswer> {
  const { said, problem } = read(message, Pull);
  if (problem !== undefined) return problem;
  if (!serving.isAllowed(said)) return { answer: "no-workspace", protocol };
  if (said.protocol < protocol) return { answer: "client-older", protocol };
  return pull(said, serving);
}

type Problem =
  | { answer: "server-older"; protocol: number }
  | { answer: "malformed"; protocol: number; problem: string };

function read<T>(
  message: unknown,
  schema: z.ZodType<T>,
): { said: T; problem?: undefined } | { said?: undefined; problem: Problem } {
  const envelope = Envelope.safeParse(message);
  // A later wire's message may be of any shape, so its number is looked at first.
  if (envelope.success && envelope.data.protocol > protocol) return { problem: { answer: "server-older", protocol } };
  const parsed = schema.safeParse(message);
  if (parsed.success) return { said: parsed.data };
  const [issue] = parsed.error.issues;
  return { problem: { answer: "malformed", protocol, problem: `${issue?.path.join(".")}: ${issue?.message}` } };
}
