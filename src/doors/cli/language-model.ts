import * as z from "zod";
import { assist } from "#assist/assist.ts";
import { endpointOf, type LanguageModel } from "#assist/endpoint.ts";
import { type Debrief, pagesToRead, planOf } from "#debrief/debrief.ts";
import { sayIssues } from "#domain/issues.ts";
import { Refusal } from "#domain/refusal.ts";
import { configFile, configOf } from "../place.ts";
import type { World } from "./world.ts";
import { printable } from "./wrap.ts";

/** `languageModel` in the config file. Strict, so that a key put there by mistake is refused and not left lying. */
const Settings = z.strictObject({
  url: z.string().min(1).max(2000),
  model: z.string().min(1).max(200),
  keyEnv: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/u, { error: "is the name of an environment variable, never the key itself" })
    .optional(),
  timeoutMs: z.int().min(1).max(600_000).default(60_000),
  allowPlainHttp: z.boolean().default(false),
  temperature: z.number().min(0).max(2).nullable().default(0),
});

/**
 * Switches the language model of the settings on for one run (RD4). Says on standard error where pages go before anything is
 * sent, or why none do; gives what asks about a debrief. Settings that are missing or malformed are refused; a model that does not answer
 * is not: the built-in reader has read the pages already.
 */
export function languageModel(world: World): (read: Debrief, progress: ProgressLine) => Promise<Debrief> {
  const model = settingsOf(world);
  const say = (line: string) => void world.err.write(`Language model: ${printable(line)}\n`);
  const endpoint = endpointOf(model);
  const holder = keyOf(world, model.keyEnv);
  if ("why" in endpoint || "why" in holder) {
    const why = "why" in endpoint ? endpoint.why : "why" in holder ? holder.why : "";
    say(`not asked, ${why}; pages are read by the built-in reader alone`);
    return (read) => Promise.resolve(read);
  }
  say(
    `pages go to ${endpoint.host} (model ${model.model}), with the names of colleagues and of known people they mention`,
  );
  return async (read, progress) => {
    const { gathered, known } = read;
    const readings = await assist(pagesToRead(gathered), read.readings, known, {
      endpoint,
      model,
      key: holder.key,
      say: (line) => {
        progress.clear();
        say(line);
      },
      progress: (done, total) => progress.step(done, total, "language model"),
    });
    return { ...read, readings, plan: planOf(gathered, known, readings) };
  };
}

/** The one line that shows how far a run is. */
interface ProgressLine {
  step: (done: number, total: number, what: string) => void;
  clear: () => void;
}

function settingsOf(world: World): LanguageModel & { keyEnv?: string | undefined } {
  const file = configFile(world);
  const given = configOf(world).languageModel;
  if (given === undefined)
    throw new Refusal(
      "invalid",
      `--language-model needs one in ${file}: { "languageModel": { "url": "http://localhost:11434/v1", "model": "NAME" } }, and "keyEnv": "VARIABLE" where it wants a key.`,
    );
  const settings = Settings.safeParse(given);
  if (settings.success) return settings.data;
  throw new Refusal("invalid", `languageModel in ${file} cannot be used: ${sayIssues(settings.error)}.`);
}

/** The key that the named variable holds; null where none is named. Only what may stand in a header is one (RFC 6750, 2.1). */
function keyOf(world: World, name: string | undefined): { key: string | null } | { why: string } {
  if (name === undefined) return { key: null };
  const key = world.env[name]?.trim() ?? "";
  if (key === "") return { why: `there is no key in ${name}` };
  return /^[\x21-\x7e]{1,4096}$/u.test(key) ? { key } : { why: `what ${name} holds is no key` };
}
