import type { Transport } from "#sync/client.ts";
import type { Push } from "#sync/protocol.ts";
import type { Chance } from "../support/chance.ts";

/** The network between devices and a server: it loses, doubles, holds back and reorders, as long as it is bad. */
export class Network {
  readonly #chance: Chance;
  readonly #server: Transport;
  isBad = true;
  /** No message gets anywhere. */
  isDown = false;
  /** Messages that are on their way still, though whoever sent them has given up. */
  readonly #late: (() => Promise<unknown>)[] = [];
  /** Every push as it was sent. */
  readonly sent: Push[] = [];

  constructor(chance: Chance, server: Transport) {
    this.#chance = chance;
    this.#server = server;
  }

  /** A device's way to the server. Messages are text on the way, so that nothing is shared. */
  transport(): Transport {
    return {
      push: (message) => {
        const sent = asText(message);
        this.sent.push(sent);
        return this.#carry(() => this.#server.push(asText(sent)));
      },
      pull: (message) => this.#carry(() => this.#server.pull(asText(message))),
    };
  }

  /** Delivers some of what was held back, in any order. */
  async deliverLate(howMany = Infinity): Promise<void> {
    for (let left = howMany; left > 0 && this.#late.length > 0; left -= 1) {
      const [deliver] = this.#late.splice(this.#chance.below(this.#late.length), 1);
      await deliver?.();
    }
  }

  async #carry(deliver: () => Promise<unknown>): Promise<unknown> {
    if (this.isDown) throw new Error("There is no network.");
    if (!this.isBad) return asText(await deliver());
    const luck = this.#chance.below(100);
    if (luck < 10) throw new Error("The network lost a request.");
    if (luck < 20) {
      this.#late.push(deliver);
      throw new Error("The network was too slow.");
    }
    const answer = await deliver();
    if (luck < 30) throw new Error("The network lost an answer.");
    if (luck < 40) return asText(await deliver());
    if (luck < 45) this.#late.push(deliver);
    return asText(answer);
  }
}

function asText<T>(message: T): T {
  return JSON.parse(JSON.stringify(message)) as T; // what goes in comes out
}
