/** A language model as a person switches it on in the settings. The key is never among them: only the name of its variable is. */
export interface LanguageModel {
  /** The base address ("https://host/v1") or the whole one that ends in `/chat/completions`. */
  url: string;
  /** The model's name as the endpoint knows it. */
  model: string;
  /** How long one request may take, its answer included, in milliseconds. */
  timeoutMs: number;
  /** Pages may go unencrypted to another machine: for a network that is one's own. */
  allowPlainHttp: boolean;
  /** 0 asks for the likeliest answer; null leaves it out, for models that refuse to be told. */
  temperature: number | null;
}

/** Where requests go: the whole address, and the host that people are told. */
export interface Endpoint {
  url: string;
  host: string;
}

/**
 * The endpoint that settings name, or why it is refused (RD4): no web address, a name and password in it, or pages going
 * unencrypted to another machine.
 */
export function endpointOf({
  url,
  allowPlainHttp,
}: Pick<LanguageModel, "url" | "allowPlainHttp">): Endpoint | { why: string } {
  const parsed = URL.parse(url.trim());
  if (parsed === null || (parsed.protocol !== "https:" && parsed.protocol !== "http:") || parsed.hostname === "")
    return { why: "its url is no web address" };
  if (parsed.username !== "" || parsed.password !== "")
    return { why: "its url holds a name or password; a key goes into an environment variable" };
  if (parsed.protocol === "http:" && !isLoopback(parsed.hostname) && !allowPlainHttp)
    return {
      why: `http://${parsed.host} is another machine, and what goes there is not encrypted (https, or "allowPlainHttp": true)`,
    };
  const path = parsed.pathname.replace(/\/$/u, "");
  parsed.pathname = path.endsWith("/chat/completions") ? path : `${path}/chat/completions`;
  parsed.hash = "";
  return { url: parsed.href, host: parsed.host };
}

/** This machine: `localhost`, 127.0.0.0/8 (RFC 1122, 3.2.1.3) and ::1 (RFC 4291, 2.5.3), as `URL` writes them. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
}
