import * as z from "zod";

/**
 * The fields of a noun as a change may give them: each optional, and without the default that creation would fill in, so
 * that a change writes what was given and nothing else (invariant 6).
 */
export function changes<Shape extends z.ZodRawShape>(fields: z.ZodObject<Shape>): Changes<Shape> {
  const shape = Object.entries(fields.shape).map(([name, field]) => [
    name,
    z.optional(field instanceof z.ZodDefault ? field.unwrap() : field),
  ]);
  return Object.fromEntries(shape) as Changes<Shape>; // same keys, each optional and without its default
}

type Changes<Shape extends z.ZodRawShape> = {
  [K in keyof Shape]: z.ZodOptional<Shape[K] extends z.ZodDefault<infer Inner> ? Inner : Shape[K]>;
};

/** The fields that were given; an absent one is not written. */
export function given<T extends object>(args: T): Given<T> {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined)) as Given<T>; // same keys, fewer
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
