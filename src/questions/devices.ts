import type { DeviceId } from "#domain/model/id.ts";
import type { Instant } from "#domain/model/time.ts";
import type { Entry } from "#domain/ports.ts";
import type { Replica } from "#replica/replica.ts";

/** A device that did something here, by the journal entries that are at hand. */
export interface DeviceSeen {
  deviceId: DeviceId;
  /** What people call it; null while nobody has said. */
  name: string | null;
  /** The one that asks. */
  isThis: boolean;
  /** When its last command was run; null where none is at hand. */
  lastAt: Instant | null;
  commands: number;
}

/**
 * The device that asks, then every other that did something or has a name, the one heard of last first.
 * @param given.deviceId the device that asks
 */
export function devices(
  replica: Replica,
  given: { entries: Iterable<Pick<Entry, "deviceId" | "at">>; deviceId: DeviceId },
): DeviceSeen[] {
  const names = deviceNames(replica);
  const seen = new Map<DeviceId, DeviceSeen>();
  const device = (deviceId: DeviceId): DeviceSeen => {
    let one = seen.get(deviceId);
    if (one === undefined) {
      const isThis = deviceId === given.deviceId;
      one = { deviceId, name: names.get(deviceId) ?? null, isThis, lastAt: null, commands: 0 };
      seen.set(deviceId, one);
    }
    return one;
  };
  for (const deviceId of [given.deviceId, ...names.keys()]) device(deviceId);
  for (const { deviceId, at } of given.entries) {
    const one = device(deviceId);
    one.commands += 1;
    if (one.lastAt === null || at > one.lastAt) one.lastAt = at;
  }
  return [...seen.values()].sort(
    (a, b) => Number(b.isThis) - Number(a.isThis) || ((a.lastAt ?? "") < (b.lastAt ?? "") ? 1 : -1),
  );
}

/** What people call their devices. */
export function deviceNames(replica: Replica): ReadonlyMap<DeviceId, string> {
  const workspace = replica.get("workspace", replica.workspaceId);
  return new Map((workspace?.deviceNames ?? []).map(({ deviceId, name }) => [deviceId, name]));
}
