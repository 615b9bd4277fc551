import type { DeviceId, EntryId } from "#domain/model/id.ts";
import type { Instant } from "#domain/model/time.ts";
import { pushCharactersMax, type PushedCommand, pushCommandsMax } from "./protocol.ts";
import type { QueuedCommand } from "./storage.ts";

/**
 * Days for which a device keeps the commands that a server has applied: a server that comes back from a backup of less than
 * so long ago gets them again.
 */
export const appliedDaysMax = 30;

/** A device's commands, in the order in which they were run. */
export class Queue {
  /** In order: a command that is put in place of another stays where that was, and a new one is the last. */
  readonly #commands: Map<EntryId, QueuedCommand>;

  constructor(commands: readonly QueuedCommand[]) {
    const ordered = commands.toSorted((a, b) => a.place - b.place);
    this.#commands = new Map(ordered.map((command) => [command.entryId, command]));
  }

  get(entryId: EntryId): QueuedCommand | undefined {
    return this.#commands.get(entryId);
  }

  all(): IterableIterator<QueuedCommand> {
    return this.#commands.values();
  }

  /** True where one of the commands that could be pushed again has a name like that. */
  holds(isLike: (name: string) => boolean): boolean {
    for (const { name, state } of this.#commands.values()) if (state !== "refused" && isLike(name)) return true;
    return false;
  }

  of(state: QueuedCommand["state"]): QueuedCommand[] {
    return [...this.#commands.values()].filter((command) => command.state === state);
  }

  /** Puts commands in place of those of the same entry, where they are at the same place in the queue. */
  put(commands: readonly QueuedCommand[]): void {
    for (const command of commands) {
      if (this.#commands.get(command.entryId)?.place !== command.place) this.#commands.delete(command.entryId);
      this.#commands.set(command.entryId, command);
    }
  }

  forget(entryIds: readonly EntryId[]): void {
    for (const id of entryIds) this.#commands.delete(id);
  }

  /** The next commands to push: as many as a message holds, in order. */
  batch(): PushedCommand[] {
    const batch: PushedCommand[] = [];
    let characters = 0;
    for (const { sequence, entryId, name, args, at, ids, idsFor, state } of this.#commands.values()) {
      if (state !== "pending") continue;
      const command = { sequence, entryId, name, args, at, ids, idsFor };
      characters += JSON.stringify(command).length;
      if (batch.length > 0 && (batch.length === pushCommandsMax || characters > pushCharactersMax)) break;
      batch.push(command);
    }
    return batch;
  }

  /** Commands numbered anew from 1 for a new device id, in order: those pending, and with `applied` those applied, too. */
  renewed(deviceId: DeviceId, which: { applied: boolean }): QueuedCommand[] {
    return [...this.#commands.values()]
      .filter(({ state }) => state === "pending" || (which.applied && state === "applied"))
      .map((command, at) => ({
        ...command,
        deviceId,
        sequence: at + 1,
        state: "pending",
        version: null,
        answeredAt: null,
        wasApplied: command.wasApplied || command.state === "applied",
      }));
  }

  /** Applied commands that were answered before `oldest`. */
  outlived(oldest: Instant): EntryId[] {
    return this.of("applied").flatMap(({ entryId, answeredAt }) =>
      answeredAt !== null && answeredAt < oldest ? [entryId] : [],
    );
  }
}
