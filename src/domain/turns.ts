/**
 * Lets one piece of work run after another, in the order in which they asked. A failure is the asker's own and
 * does not hold up the next.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
