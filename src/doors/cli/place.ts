import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import * as z from "zod";
import { Refusal } from "#domain/refusal.ts";
import type { World } from "./world.ts";

/** What a person may set in the config file; every key is optional. */
const Config = z.looseObject({
  /** A file path, or a postgres:// address. */
  store: z.string().optional(),
  /** A language model to ask with `--language-model`; looked at only then, see `language-model.ts`. */
  languageModel: z.unknown().optional(),
});

/**
 * Where the workspace is kept: `--store`, then `UPSHOT_STORE`, then `DATABASE_URL` (PostgreSQL), then `store` in the config
 * file, then the XDG data home (XDG Base Directory Specification 0.8).
 */
export function placeOf(world: World, option: string | undefined): string {
  const given = option ?? world.env["UPSHOT_STORE"] ?? world.env["DATABASE_URL"] ?? configOf(world).store;
  if (given === undefined || given === "") return join(dataHome(world), "upshot", "upshot.db");
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(given)?.[1];
  if (scheme !== undefined && !isPostgres(given)) {
    throw new Refusal(
      "invalid",
      `Upshot keeps nothing at ${scheme}:// addresses. Name a file, or a PostgreSQL database as postgres://user@host/name.`,
    );
  }
  return isPostgres(given) ? given : resolve(world.cwd, given);
}

export function isPostgres(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place);
}

/** What the config file says; nothing where there is none. */
export function configOf(world: World): z.infer<typeof Config> {
  const file = configFile(world);
  if (!existsSync(file)) return {};
  try {
    return Config.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new Refusal(
      "invalid",
      `The settings in ${file} cannot be read: ${error instanceof Error ? error.message : "not JSON"}.`,
    );
  }
}

/** The config file's place (XDG Base Directory Specification 0.8), whether it is there or not. */
export function configFile(world: World): string {
  return join(world.env["XDG_CONFIG_HOME"] || join(homeOf(world), ".config"), "upshot", "config.json");
}

function dataHome(world: World): string {
  return world.env["XDG_DATA_HOME"] || join(homeOf(world), ".local", "share");
}

function homeOf(world: World): string {
  return world.env["HOME"] || homedir();
}
