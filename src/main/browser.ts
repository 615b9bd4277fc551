import { spawn } from "node:child_process";
import type { World } from "#doors/cli/world.ts";

/**
 * Opens an address in the person's browser, where there is a person and a browser: at a terminal, with a desktop, and not in a build. What
 * does not work out is no matter, since the address was printed.
 */
export function openBrowser(url: string, { out, env }: Pick<World, "out" | "env">): void {
  if (out.isTTY !== true || env["CI"]) return;
  const [command, ...args] = opener(env);
  if (command === undefined) return;
  const child = spawn(command, [...args, url], { detached: true, stdio: "ignore" });
  child.on("error", () => undefined);
  child.unref();
}

function opener(env: World["env"]): string[] {
  if (process.platform === "darwin") return ["open"];
  if (process.platform === "win32") return ["explorer.exe"];
  return env["DISPLAY"] || env["WAYLAND_DISPLAY"] || env["WSL_DISTRO_NAME"] ? ["xdg-open"] : [];
}
