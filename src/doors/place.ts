import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import * as z from "zod";
import { sayIssues } from "#domain/issues.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Store } from "#store/store.ts";
import { fileRefusal } from "./file-trouble.ts";
import { nearest } from "./nearest.ts";

/** What a door knows of the machine it stands on. */
export interface Machine {
  env: Record<string, string | undefined>;
  cwd: string;
}

/** What a person may set in the config file; every key is optional. */
const Config = z.object({
  /** A file path, or a postgres:// address. */
  store: z.string().optional(),
  /** A language model to ask with `--language-model`; looked at only then, see `language-model.ts`. */
  languageModel: z.unknown().optional(),
});
type Config = z.infer<typeof Config>;

/**
 * Where the workspace is kept: `--store`, then `UPSHOT_STORE`, then `DATABASE_URL` (PostgreSQL), then `store` in the config
 * file, then the XDG data home (XDG Base Directory Specification 0.8).
 */
export function placeOf(machine: Machine, option: string | undefined): string {
  const given = option ?? machine.env["UPSHOT_STORE"] ?? machine.env["DATABASE_URL"] ?? configOf(machine).store;
  if (given === undefined || given === "") return join(dataHome(machine), "upshot", "upshot.db");
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(given)?.[1];
  if (scheme !== undefined && !isPostgres(given)) {
    throw new Refusal(
      "invalid",
      `Upshot keeps nothing at ${scheme}:// addresses. Name a file, or a PostgreSQL database as postgres://user@host/name.`,
    );
  }
  if (isPostgres(given)) return given;
  if (isPostgresOtherwise(given)) {
    throw new Refusal(
      "invalid",
      "A PostgreSQL database is named by its address, and in this form: postgres://user@host/name.",
    );
  }
  return resolve(machine.cwd, given);
}

export function isPostgres(place: string): boolean {
  return /^postgres(ql)?:\/\//i.test(place);
}

/** Libpq's other ways to say where a database is; taken for a file's name, they would write a password into it. */
function isPostgresOtherwise(given: string): boolean {
  return /^postgres(ql)?:/i.test(given) || /(?:^|\s)(?:host|hostaddr|dbname|user|password)\s*=/i.test(given);
}

/** Opens the store at a place, made where it is not there; the engine is loaded then. */
export async function openPlace(place: string): Promise<Store> {
  return isPostgres(place)
    ? (await import("#store/postgres.ts")).openPostgres({ url: place })
    : (await import("#store/sqlite.ts")).openSqlite({ path: place });
}

/** A place as it may be shown to people: an address without its password. */
export async function shownPlace(place: string): Promise<string> {
  return isPostgres(place) ? (await import("#store/trouble.ts")).shownAddress(place) : place;
}

/** What the config file says; nothing where there is none. A key that nobody reads is refused: it was meant to do something. */
export function configOf(machine: Machine): Config {
  const file = configFile(machine);
  const text = textOf(file);
  if (text === undefined) return {};
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    // Not in the parser's own words, which quote the text around: an address with its password, perhaps.
    const at = /line \d+ column \d+/.exec(error instanceof Error ? error.message : "")?.[0];
    const where = at === undefined ? "" : ` (${at})`;
    throw new Refusal("invalid", `${file} is not JSON${where}. Look at its quotes, commas and brackets.`);
  }
  const config = Config.safeParse(given);
  if (!config.success) throw new Refusal("invalid", `${file} cannot be used: ${sayIssues(config.error)}.`);
  const known = Object.keys(Config.shape);
  const strange = Object.keys(given as object).find((key) => !known.includes(key)); // an object, as was just checked
  if (strange === undefined) return config.data;
  const line = text.slice(0, Math.max(0, text.indexOf(JSON.stringify(strange)))).split("\n").length;
  const like = nearest(strange, known);
  throw new Refusal(
    "invalid",
    `${file}, line ${line}: there is no setting "${strange}".${like === undefined ? "" : ` Did you mean "${like}"?`} Settings are ${known.join(", ")}.`,
  );
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw fileRefusal(error, file) ?? error;
  }
}

/** The config file's place (XDG Base Directory Specification 0.8), whether it is there or not. */
export function configFile(machine: Machine): string {
  return join(machine.env["XDG_CONFIG_HOME"] || join(homeOf(machine), ".config"), "upshot", "config.json");
}

/** The XDG data home: what a program keeps for its user. */
export function dataHome(machine: Machine): string {
  return machine.env["XDG_DATA_HOME"] || join(homeOf(machine), ".local", "share");
}

function homeOf(machine: Machine): string {
  return machine.env["HOME"] || homedir();
}
