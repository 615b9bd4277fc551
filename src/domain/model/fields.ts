import { type Noun, nounNames, nouns, references } from "./nouns.ts";

/** What kinds of values fields hold: an id, text (days and instants too), numbers, yes or no, a list or an object. */
export type Kind = "id" | "text" | "integer" | "real" | "boolean" | "json";

/** One field of a noun, as its schema says. */
export interface Field {
  name: string;
  kind: Kind;
  isNullable: boolean;
  /** The noun whose ids it holds. */
  refersTo: Noun | null;
}

const fields = new Map<Noun, ReadonlyMap<string, Field>>(nounNames.map((noun) => [noun, fieldsFrom(noun)]));

/** A noun's fields by name, in the schema's order. */
export function fieldsOf(noun: Noun): ReadonlyMap<string, Field> {
  return fields.get(noun)!; // one for each noun
}

function fieldsFrom(noun: Noun): Map<string, Field> {
  const targets: Record<string, Noun | undefined> = references[noun];
  return new Map(
    Object.entries(nouns[noun].shape).map(([name, schema]) => {
      const kind = kindOf(schema as Schema); // every zod schema has this much
      return [name, { name, ...kind, refersTo: targets[name] ?? null }];
    }),
  );
}

/** What is read of a zod schema; `def` is zod's public description of it. */
interface Schema {
  def: { type: string; format?: string; innerType?: Schema };
}

function kindOf({ def }: Schema): { kind: Kind; isNullable: boolean } {
  switch (def.type) {
    case "nullable":
      return { ...innerKind(def), isNullable: true };
    case "default":
      return innerKind(def);
    case "string":
      return { kind: def.format === "uuid" ? "id" : "text", isNullable: false };
    case "enum":
      return { kind: "text", isNullable: false };
    case "number":
      return { kind: def.format === "safeint" ? "integer" : "real", isNullable: false };
    case "boolean":
      return { kind: "boolean", isNullable: false };
    case "array":
    case "object":
      return { kind: "json", isNullable: false };
    default:
      throw new Error(`No kind of field is known for a schema of type ${def.type}.`);
  }
}

function innerKind(def: Schema["def"]): { kind: Kind; isNullable: boolean } {
  if (!def.innerType) throw new Error(`A ${def.type} schema wraps another.`);
  return kindOf(def.innerType);
}
