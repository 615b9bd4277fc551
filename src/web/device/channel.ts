import { type Message, tabWire } from "./messages.ts";

type Said = Message extends infer M ? (M extends { wire: number } ? Omit<M, "wire"> : never) : never;

/** How the tabs of this browser hear each other. What one says the others hear, in the order in which it was said. */
export class Channel {
  readonly #channel = new BroadcastChannel("upshot");
  readonly #listeners = new Set<(message: Message) => void>();

  /** @param onOther told where a tab of a newer program speaks */
  constructor(onNewer: () => void) {
    this.#channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
      // Only our own pages speak here, though perhaps of another version.
      if (data.wire > tabWire) return onNewer();
      if (data.wire < tabWire) return;
      for (const listener of this.#listeners) listener(data);
    });
  }

  say(said: Said): void {
    this.#channel.postMessage({ wire: tabWire, ...said });
  }

  /** Gives the way to stop. */
  hear(listener: (message: Message) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
