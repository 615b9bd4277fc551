import type { CommandName } from "#domain/commands.ts";
import type { DeviceId, EntryId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import { nounNames } from "#domain/model/nouns.ts";
import type { Day } from "#domain/model/time.ts";
import type { Entry, Transactor } from "#domain/ports.ts";
import { type ArgsOf, type ResultOf, run } from "#domain/run.ts";
import { carryOut } from "#domain/transaction.ts";
import { newTrace, ReplicaAccess } from "#replica/access.ts";
import { Replica } from "#replica/replica.ts";

/** A workspace in memory through the real commands, as a device holds it; ids count up, and the clock is where it was put. */
export class Device {
  readonly replica: Replica;
  now = Temporal.Instant.from("2026-01-01T08:00:00Z");
  #ids = 0;
  readonly #workspaceId: WorkspaceId;
  readonly #memberId: MemberId;
  readonly #entries = new Map<EntryId, Entry>();

  private constructor() {
    this.#workspaceId = this.#newId() as WorkspaceId; // a new one
    this.#memberId = this.#newId() as MemberId; // as above
    this.replica = new Replica(this.#workspaceId, this.#memberId, nounNames);
  }

  static async begun(): Promise<Device> {
    const device = new Device();
    await device.run("workspace.create", { name: "A year", timeZone: "UTC", memberName: "Mira", combBackDay: 5 });
    return device;
  }

  turnTo(day: Day): void {
    this.now = Temporal.Instant.from(`${day}T08:00:00Z`);
  }

  async run<C extends CommandName>(name: C, args: ArgsOf<C>): Promise<ResultOf<C>> {
    const { result } = await run(name, args, {
      store: this.#store,
      workspaceId: this.#workspaceId,
      memberId: this.#memberId,
      deviceId: "01940000-0000-7000-8000-00000000d001" as DeviceId, // is one
      now: this.now,
      newId: () => this.#newId(),
    });
    return result;
  }

  readonly #store: Transactor = {
    transact: (_, head, work) => {
      const journal = { entry: (id: EntryId) => this.#entries.get(id), newest: () => [] };
      return carryOut(new ReplicaAccess(this.replica, newTrace(), journal), head, work);
    },
  };

  #newId(): string {
    this.#ids += 1;
    return `01940000-0000-7000-8000-${this.#ids.toString(16).padStart(12, "0")}`;
  }
}
