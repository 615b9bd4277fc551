/** What a language model proposed, not yet looked at by the gate; or why nothing can be taken from its answer. */
export type Answer = { proposals: readonly unknown[] } | { why: string };

/** More than a part of a page can hold: such an answer is nonsense, and none of it is used. */
export const proposalsMax = 500;

/**
 * Reads the body of a chat-completions answer (RD4). Only `choices[0].message.content` is looked at, and in it one JSON object
 * with a list of `proposals` (or the list alone), bare, in one code fence, or after a model's own thinking. `why` is one of our
 * sentences and never holds words of the answer. Never throws.
 */
export function answerOf(body: string): Answer {
  const answer = parsed(body);
  if (answer === undefined) return { why: "what answered is no chat-completions endpoint: its answer is not JSON" };
  const choice = at(at(answer, "choices"), 0);
  const message = at(choice, "message");
  if (!isRecord(message)) return { why: "what answered is no chat-completions endpoint: its answer has no message" };
  const ended = at(choice, "finish_reason");
  const refusal = at(message, "refusal");
  if (ended === "content_filter" || (typeof refusal === "string" && refusal !== ""))
    return { why: "the model refused to answer" };
  if (ended === "length") return { why: "the model's answer was cut off" };
  const content = at(message, "content");
  if (typeof content !== "string" || content.trim() === "") return { why: "the model's answer is empty" };
  const said = parsed(bare(content));
  if (said === undefined) return { why: "the model's answer is not JSON" };
  const proposals = Array.isArray(said) ? said : at(said, "proposals");
  if (!Array.isArray(proposals)) return { why: "the model's answer has not the shape that was asked for" };
  if (proposals.length > proposalsMax)
    return { why: `the model's answer holds ${proposals.length} proposals, more than ${proposalsMax}` };
  return { proposals };
}

/** Without a model's thinking before its answer, and without the code fence around it. */
function bare(content: string): string {
  let text = content.trim();
  const thought = text.startsWith("<think>") ? text.indexOf("</think>") : -1;
  if (thought >= 0) text = text.slice(thought + "</think>".length).trim();
  if (!text.startsWith("```") || !text.endsWith("```")) return text;
  const lineEnd = text.indexOf("\n");
  return lineEnd < 0 ? text : text.slice(lineEnd + 1, -3);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function at(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === "number" ? value[key] : undefined;
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A JSON object. */
export function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
