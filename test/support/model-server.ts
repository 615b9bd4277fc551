import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as the server received it. */
export interface Received {
  path: string;
  authorization: string | undefined;
  /** The body as it was sent, and as JSON. */
  text: string;
  body: { model: string; messages: { role: string; content: string }[]; [key: string]: unknown };
  /** The passages of the request, by their number. */
  passages: Map<number, string>;
}

/** Gives proposals for one request. */
export type Proposing = (received: Received) => unknown;

/**
 * How the server answers: a status and a body; proposals in a good answer; or the bad ways, by name. `silent` never answers,
 * `drip` sends a character now and then for ever, `huge` never stops sending, `hang-up` closes the connection.
 */
export type Answer =
  | { proposals: Proposing }
  | { content: string | null; finish?: string; refusal?: string }
  | { status: number; body?: string; location?: string }
  | "silent"
  | "drip"
  | "huge"
  | "hang-up";

/** A real HTTP server on this machine that speaks as a chat-completions endpoint does, well or badly. It keeps what it was sent. */
export class ModelServer {
  readonly received: Received[] = [];
  answer: Answer | ((received: Received) => Answer);
  readonly #server: Server;
  readonly #timers = new Set<NodeJS.Timeout>();
  /** Requests at work now, and the most there were at once. */
  #open = 0;
  mostAtOnce = 0;
  /** Waited for before each answer. */
  hold: () => Promise<void> = () => Promise.resolve();

  private constructor(answer: ModelServer["answer"]) {
    this.answer = answer;
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async open(answer: ModelServer["answer"]): Promise<ModelServer> {
    const server = new ModelServer(answer);
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`; // it listens on a port
  }

  get url(): string {
    return `http://${this.host}/v1`;
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#open += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open);
    response.on("close", () => (this.#open -= 1));
    request.setEncoding("utf8");
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const body = JSON.parse(text) as Received["body"];
    const { authorization } = request.headers;
    const received = { path: request.url ?? "", authorization, text, body, passages: passagesIn(body) };
    this.received.push(received);
    await this.hold();
    this.#reply(typeof this.answer === "function" ? this.answer(received) : this.answer, received, response);
  }

  #reply(answer: Answer, received: Received, response: ServerResponse): void {
    if (answer === "silent") return;
    if (answer === "hang-up") return void response.destroy();
    if (answer === "drip") return this.#every(20, response, () => response.write(" "));
    if (answer === "huge") return this.#every(1, response, () => response.write("x".repeat(256 * 1024)));
    if ("status" in answer) {
      response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location });
      return void response.end(answer.body ?? "");
    }
    const content = "proposals" in answer ? JSON.stringify({ proposals: answer.proposals(received) }) : answer.content;
    const finish = "finish" in answer ? (answer.finish ?? "stop") : "stop";
    const refusal = "refusal" in answer ? (answer.refusal ?? null) : null;
    response.writeHead(200, { "content-type": "application/json" });
    const message = { role: "assistant", content, refusal };
    response.end(
      JSON.stringify({ object: "chat.completion", choices: [{ index: 0, message, finish_reason: finish }] }),
    );
  }

  #every(ms: number, response: ServerResponse, send: () => void): void {
    response.writeHead(200, { "content-type": "application/json" });
    const timer = setInterval(send, ms);
    this.#timers.add(timer);
    response.on("close", () => clearInterval(timer));
  }
}

/** The numbered passages of a request, without the marks before them. */
function passagesIn(body: Received["body"]): Map<number, string> {
  const user = body.messages.find((message) => message.role === "user")?.content ?? "";
  const lines = user.matchAll(/^\[(\d+)\] (?:\([^)]*\) )?(.*)$/gmu);
  return new Map([...lines].map((match) => [Number(match[1]), match[2] ?? ""]));
}
