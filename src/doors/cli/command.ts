import * as z from "zod";
import { type CommandName, commandNames, commands } from "#domain/commands.ts";
import { type Noun, nounNames } from "#domain/model/nouns.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Desk } from "./desk.ts";
import { readAll } from "./input-stream.ts";
import { memberNamed } from "../identity.ts";
import { didYouMean } from "../nearest.ts";
import { jsonText, print, said, type Said } from "./print.ts";
import { namedOrAt, recordAt, shownNouns } from "./ref.ts";

/** How many journal entries an entry's short id is looked for in. */
const entriesMax = 500;

/** Runs any command by name with its arguments as JSON: what has no word of its own is reached here. */
export async function rawCommand(
  desk: Desk,
  given: string | undefined,
  args: string | undefined,
  options: Said,
): Promise<void> {
  if (given === undefined) return said(desk, options, commandNames, commandNames.join("\n"));
  const name = commandNames.find((one) => one === given);
  if (name === undefined) {
    throw new Refusal(
      "invalid",
      `There is no command "${given}".${didYouMean(given, commandNames)} "upshot command" lists them.`,
    );
  }
  if (args === undefined && fieldsOf(name).some((field) => field.isNeeded)) return describe(desk, name, options);
  const parsed = parse(name, args === "-" ? new TextDecoder().decode(await readAll(desk.world)) : (args ?? "{}"));
  const done = await desk.run(name, (await withWholeIds(desk, name, parsed)) as never); // run checks the arguments against the command's schema
  desk.world.out.write(jsonText({ result: done.result ?? null, entryId: done.entryId, version: done.version }));
}

function parse(name: CommandName, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw new Refusal("invalid", `The arguments of ${name} must be JSON (${why}). Try: ${exampleOf(name)}`);
  }
}

interface Field {
  name: string;
  kind: string;
  isNeeded: boolean;
}

/** What a command takes, from its schema. */
function describe(desk: Desk, name: CommandName, options: Said): void {
  const fields = fieldsOf(name);
  print(desk, options, { name, title: commands[name].title, arguments: schemaOf(name) }, () => {
    const width = Math.max(...fields.map((field) => field.name.length));
    return [
      `${name}: ${commands[name].title}`,
      ...fields.map(
        ({ name: field, kind, isNeeded }) => `  ${field.padEnd(width)}  ${kind}${isNeeded ? ", needed" : ""}`,
      ),
      "",
      `upshot command ${exampleOf(name)}`,
    ];
  });
}

/** The part of a JSON schema that is told. */
interface Schema {
  type?: string;
  format?: string;
  enum?: unknown[];
  items?: Schema;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
}

function schemaOf(name: CommandName): Schema {
  return z.toJSONSchema(commands[name].args, { io: "input", unrepresentable: "any" }) as Schema; // JSON Schema, 2020-12
}

function fieldsOf(name: CommandName): Field[] {
  const schema = schemaOf(name);
  return Object.entries(schema.properties ?? {})
    .map(([field, inner]) => ({
      name: field,
      kind: kindOf(inner),
      isNeeded: schema.required?.includes(field) === true,
    }))
    .sort((a, b) => Number(b.isNeeded) - Number(a.isNeeded));
}

function kindOf(schema: Schema): string {
  if (schema.anyOf !== undefined) {
    const kinds = schema.anyOf.filter((one) => one.type !== "null").map(kindOf);
    return [...new Set(kinds)].join(" or ");
  }
  if (schema.enum !== undefined) return schema.enum.join(" | ");
  if (schema.format === "uuid") return "an id";
  if (schema.format === "date") return "a day, 2026-02-06";
  if (schema.format === "date-time") return "an instant, 2026-02-06T08:00:00Z";
  if (schema.type === "array") return `a list of: ${kindOf(schema.items ?? {})}`;
  const kinds: Record<string, string> = {
    string: "text",
    integer: "a whole number",
    number: "a number",
    boolean: "true or false",
  };
  return kinds[schema.type ?? ""] ?? "an object";
}

function exampleOf(name: CommandName): string {
  const values = fieldsOf(name)
    .filter((field) => field.isNeeded)
    .map(({ name: field, kind }) => `"${field}": ${exampleValue(kind)}`);
  return `${name} '{${values.join(", ")}}'`;
}

function exampleValue(kind: string): string {
  if (kind === "an id") return '"a1b2c3"';
  if (kind.startsWith("a day")) return '"2026-02-06"';
  if (kind.startsWith("a list")) return "[...]";
  if (kind === "an object") return "{...}";
  if (kind === "true or false") return "true";
  return kind.includes("number") ? "1" : `"${kind.includes(" | ") ? kind.split(" | ")[0] : "..."}"`;
}

/** Ids as people type them (their end; for people, events and organizations a name) become whole ones. */
async function withWholeIds(desk: Desk, name: CommandName, args: unknown): Promise<unknown> {
  if (typeof args !== "object" || args === null) return args;
  const short = Object.entries(args).filter(
    ([field, value]) => /Ids?$/.test(field) && !ofNoRecord.has(field) && isShort(value),
  );
  if (short.length === 0) return args;
  const replica = await desk.replica(nounNames);
  const whole = async (field: string, value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map((one) => whole(field, one)));
    if (typeof value !== "string" || isWhole(value)) return value;
    if (field === "entryId") return entryAt(desk, value);
    const noun = nounOf(field, name);
    if (noun === "member") return memberNamed([...replica.all("member")], value).id;
    if (noun === "person" || noun === "event" || noun === "organization") return namedOrAt(replica, noun, value).id;
    return recordAt(replica, noun === undefined ? shownNouns : [noun], value).record.id;
  };
  const entries = await Promise.all(short.map(async ([field, value]) => [field, await whole(field, value)] as const));
  return { ...args, ...Object.fromEntries(entries) };
}

/** A board's columns stand in the board, under ids of their own. */
const ofNoRecord: ReadonlySet<string> = new Set(["columnId"]);

function isShort(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isShort) : typeof value === "string" && !isWhole(value);
}

function isWhole(value: string): boolean {
  return z.uuid().safeParse(value).success;
}

/** "ownerPersonId" names a person; "keepId" what the command is about. */
function nounOf(field: string, command: CommandName): Noun | undefined {
  const words = field.replace(/Ids?$/, "").toLowerCase();
  return nounNames.find((noun) => words.endsWith(noun)) ?? nounNames.find((noun) => command.startsWith(`${noun}.`));
}

async function entryAt(desk: Desk, end: string): Promise<string> {
  const [only, second] = (await desk.entries(entriesMax)).filter((entry) => entry.id.endsWith(end.toLowerCase()));
  if (only !== undefined && second === undefined) return only.id;
  throw new Refusal("not-found", `No one entry of the history ends in "${end}". "upshot history" shows them.`);
}
