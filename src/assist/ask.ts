import type { Endpoint, LanguageModel } from "./endpoint.ts";
import type { Prompt } from "./prompt.ts";

/** The body of an answer, or why there is none: one of our sentences, never words of whoever answered. */
export type Reply = { body: string } | { why: string };

/** A part's proposals are some 50 kB at the most, thinking beside them the same again; more is read of no answer. */
const bodyBytesMax = 2 * 1024 * 1024;

/**
 * Sends one request and reads its answer (RD4). No tools, no stream. A redirect is not followed: pages and key go to the host
 * that was named and to no other. `signal` ends it at any point, in the midst of an answer too. Never throws.
 */
export async function ask(
  endpoint: Endpoint,
  { system, user }: Prompt,
  { model, key, signal }: { model: LanguageModel; key: string | null; signal: AbortSignal },
): Promise<Reply> {
  const messages = [
    { role: "system", content: system },
    { role: "user", content: user },
  ];
  const { temperature } = model;
  const body = { model: model.model, messages, stream: false, ...(temperature === null ? {} : { temperature }) };
  try {
    const response = await fetch(endpoint.url, {
      method: "POST",
      redirect: "manual",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
      signal,
    });
    const why = whyNot(response, endpoint);
    if (why !== null) {
      response.body?.cancel().catch(() => {}); // it may have failed already; nothing of it is wanted
      return { why };
    }
    return await bodyOf(response);
  } catch (error) {
    return { why: whyFailed(error, endpoint, model.timeoutMs) };
  }
}

function whyNot({ status, headers }: Response, endpoint: Endpoint): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) {
    const to = URL.parse(headers.get("location") ?? "", endpoint.url)?.host;
    if (to === undefined || to === endpoint.host) return `it sends elsewhere (HTTP ${status}), which is not followed`;
    return `it sends on to another host, ${to.slice(0, 100)}, which is refused`;
  }
  if (status === 401 || status === 403) return `it refuses the key (HTTP ${status})`;
  if (status === 404) return "there is no such address or model (HTTP 404)";
  if (status === 429) return "it was asked too often (HTTP 429)";
  if (status >= 500) return `it failed (HTTP ${status})`;
  return `it does not take the request (HTTP ${status}; some models want "temperature": null in the settings)`;
}

/** Reads as much as is allowed and no more, however slowly it comes; the signal of the request ends it. */
async function bodyOf({ headers, body }: Response): Promise<Reply> {
  const tooLong = { why: `its answer is longer than ${bodyBytesMax >> 20} MiB` };
  if (body === null) return { body: "" };
  const reader = body.getReader();
  const leave = (reply: Reply) => {
    reader.cancel().catch(() => {}); // the rest is not wanted, however it ends
    return reply;
  };
  if (Number(headers.get("content-length") ?? 0) > bodyBytesMax) return leave(tooLong);
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { body: text + decoder.decode() };
    bytes += value.byteLength;
    if (bytes > bodyBytesMax) return leave(tooLong);
    text += decoder.decode(value, { stream: true });
  }
}

const connectionFailures: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody answers there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "there is no such host, or no network",
  ENETUNREACH: "there is no network",
  EHOSTUNREACH: "the host cannot be reached",
  ETIMEDOUT: "the host cannot be reached",
  UND_ERR_CONNECT_TIMEOUT: "the host cannot be reached",
  ECONNRESET: "it hung up",
  UND_ERR_SOCKET: "it hung up",
};

/** An error's own message can hold a header with the key, so only its name and code are looked at. */
function whyFailed(error: unknown, { url }: Endpoint, timeoutMs: number): string {
  if (!(error instanceof Error)) return "the request failed";
  if (error.name === "TimeoutError" || error.name === "AbortError") return `no answer within ${seconds(timeoutMs)}`;
  const cause: unknown = error.cause ?? error;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
  const known = connectionFailures[code];
  if (known !== undefined) return known;
  if (url.startsWith("https:") && /CERT|TLS|SSL|SELF_SIGNED|ALTNAME/u.test(code))
    return "its certificate is not trusted";
  return "the request failed";
}

function seconds(ms: number): string {
  return ms === 1000 ? "1 second" : `${ms / 1000} seconds`;
}
