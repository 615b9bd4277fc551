import type { DeviceId } from "#domain/model/id.ts";
import type { Instant } from "#domain/model/time.ts";
import type { Entry } from "#domain/ports.ts";

/** A device that did something here, by the journal entries that are at hand. */
export interface DeviceSeen {
  deviceId: DeviceId;
  /** When its last command was run. */
  lastAt: Instant;
  commands: number;
}

/** Every device that did something, the one heard of last first. */
export function devices(entries: Iterable<Pick<Entry, "deviceId" | "at">>): DeviceSeen[] {
  const seen = new Map<DeviceId, DeviceSeen>();
  for (const { deviceId, at } of entries) {
    const device = seen.get(deviceId);
    if (device === undefined) seen.set(deviceId, { deviceId, lastAt: at, commands: 1 });
    else {
      device.commands += 1;
      if (at > device.lastAt) device.lastAt = at;
    }
  }
  return [...seen.values()].sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
}
