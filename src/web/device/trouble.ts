import { Trouble } from "#domain/refusal.ts";

/** Why this browser cannot be used as it is; for each what a person can do. */
const sentences = {
  unavailable:
    "This browser keeps nothing for Upshot, so nothing you write here would last. Open Upshot in an ordinary window (not a private one), and let it keep data in the browser's settings.",
  "older-tab":
    "Another tab or window still runs an older Upshot and holds your notes. Close it or reload it, and this one goes on by itself.",
  "newer-tab":
    "A newer Upshot was opened in another tab or window. Reload this one to go on; nothing that was kept is lost.",
  "set-aside":
    "What this browser kept was set aside. Reload to go on with the workspace that the server keeps, or to begin one.",
  "newer-data":
    "What this browser keeps was written by a newer Upshot. Nothing was changed; reload, and if this stays, close all tabs of Upshot and open it again.",
  full: "This browser has no more room for Upshot, so the last change was not kept. Free some space on this device, then do it again.",
  damaged:
    "What this browser keeps for Upshot cannot be read. Nothing was changed. Close all tabs of Upshot and open it again; if this stays, what the server has can be pulled anew after you clear this site's data.",
} as const;

export type TroubleKind = keyof typeof sentences;

/** The place where the browser keeps this device's copy cannot be used. The message is for people. */
export class DeviceTrouble extends Trouble {
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind, cause?: unknown) {
    super(sentences[kind], { cause });
    this.kind = kind;
  }
}

/** What the browser said, as people can make something of it; anything else stays what it is. */
export function troubleOf(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  switch (error.name) {
    case "QuotaExceededError":
      return new DeviceTrouble("full", error);
    case "VersionError":
      return new DeviceTrouble("newer-data", error);
    // Firefox and Safari in windows that keep nothing, or where a person or a policy has forbidden it.
    case "SecurityError":
    case "InvalidAccessError":
    case "NotAllowedError":
      return new DeviceTrouble("unavailable", error);
    // Chromium where the files are broken or the disk is full, when it opens or reads.
    case "UnknownError":
    case "DataError":
    case "NotReadableError":
      return new DeviceTrouble("damaged", error);
    default:
      return error;
  }
}
