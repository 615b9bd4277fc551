import * as z from "zod";
import { type CommandName, commands } from "#domain/commands.ts";
import { type Noun, nounNames } from "#domain/model/nouns.ts";

/** Commands that no form can ask for, each with the reason. */
export const commandsClosed: ReadonlyMap<CommandName, string> = new Map([
  ["workspace.create", "a workspace begins once"],
  ["workspace.import", "it is how a workspace begins, from an export"],
  ["workspace.nameDevice", "devices are named in Settings"],
  ["workspace.takeIn", "an export is read by Settings"],
  ["event.debrief", "files are read by Take in an event"],
  ["session.import", "a programme is read by Take in an event"],
  ["page.add", "pages are read by Take in an event"],
  ["page.capture", "a line is read by Capture"],
  ["person.capture", "a card is read by Capture, from a photo"],
  ["person.import", "contacts are read by Take in an event"],
  ["sticky.import", "a file of stickies is read by the wall"],
  ["cluster.make", "stickies are put together on the wall"],
  ["cluster.join", "stickies are put together on the wall"],
  ["undo", "it has a key"],
]);

/** One field of a command's form. */
export interface CommandField {
  name: string;
  words: string;
  isNeeded: boolean;
  /** `of` the noun or the values to choose from. */
  kind:
    | { is: "text" }
    | { is: "number" }
    | { is: "day" }
    | { is: "flag" }
    | { is: "choice"; of: string[] }
    | { is: "record"; of: Noun };
}

/** What a command asks for, read off its own schema: a new command has its form by being there. Fields that hold lists are left out. */
export function fieldsOf(name: CommandName): CommandField[] {
  const schema = z.toJSONSchema(commands[name].args as z.ZodType, { io: "input", unrepresentable: "any" }) as Shape;
  return Object.entries(schema.properties ?? {}).flatMap(([field, shape]) => {
    const kind = kindOf(field, shape);
    return kind === undefined
      ? []
      : [{ name: field, words: wordsOf(field), isNeeded: schema.required?.includes(field) ?? false, kind }];
  });
}

/** The part of JSON Schema that our commands use. */
interface Shape {
  type?: string;
  format?: string;
  enum?: string[];
  anyOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
}

function kindOf(field: string, shape: Shape): CommandField["kind"] | undefined {
  const some = shape.anyOf?.filter(({ type }) => type !== "null") ?? [shape];
  const [one] = some;
  if (one === undefined || some.length > 1) return undefined;
  if (one.enum !== undefined) return { is: "choice", of: one.enum };
  if (one.type === "boolean") return { is: "flag" };
  if (one.type === "number" || one.type === "integer") return { is: "number" };
  if (one.type !== "string") return undefined;
  if (one.format === "date") return { is: "day" };
  if (one.format !== "uuid") return one.format === "date-time" ? undefined : { is: "text" };
  const noun = nounNames.find((name) => field.toLowerCase().endsWith(`${name}id`)) ?? otherNouns[field];
  return noun === undefined ? undefined : { is: "record", of: noun };
}

/** Fields named for their part in the command and not for their noun. */
const otherNouns: Record<string, Noun> = { keepId: "person", otherId: "person" };

/** A field's name in words: "withPersonId" is "with person". */
function wordsOf(field: string): string {
  const words = field
    .replace(/Id$/, "")
    .replace(/^is(?=[A-Z])/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
