import type { Stopped } from "#sync/client.ts";

const sentences: Record<Stopped, string> = {
  "server-older":
    "The server runs an older Upshot than this browser. What you do is kept here, and sent once the server is brought up to date.",
  "client-older":
    "The server runs a newer Upshot. What you do here reaches it, but nothing new comes back until you reload this page.",
  "no-workspace":
    "The server does not have this workspace. What you do is kept here. Start the server with the data it had, or restore a backup; then this goes on by itself.",
  "other-workspace":
    "The server keeps another workspace, begun somewhere else. What you wrote is kept in this browser and nothing is lost. Set it aside as a file to go on with the server's workspace here; there you can import it.",
};

/** Why this device and the server do not sync, and what would help. */
export function sayStopped(stopped: Stopped): string {
  return sentences[stopped];
}
