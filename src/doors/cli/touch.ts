import { sayDayFrom, sayTouch } from "#domain/model/say.ts";
import { Direction, TouchWay, touchWays } from "#domain/model/touch.ts";
import { Refusal } from "#domain/refusal.ts";
import { stepShownNouns } from "#questions/asking.ts";
import { dayTyped } from "./day.ts";
import type { Desk } from "./desk.ts";
import { said, type Said, typedFrom } from "./print.ts";
import { namedOrAt, ref } from "./ref.ts";

/** EC2: logs a contact. It closes nothing by itself; it offers what may be done with it. */
export async function touchCommand(
  desk: Desk,
  who: string,
  words: readonly string[],
  options: Said & { by: string; in?: boolean; on?: string },
): Promise<void> {
  const replica = await desk.replica(stepShownNouns);
  const person = namedOrAt(replica, "person", who);
  const way = wayNamed(options.by);
  const from = typedFrom(desk, replica);
  const touchedOn = options.on === undefined ? from.today : dayTyped(options.on, from);
  const direction = Direction.parse(options.in === true ? "in" : "out");
  const line = words.join(" ").trim() || null;
  const { result } = await desk.run("touch.add", { personId: person.id, way, direction, touchedOn, line });
  const offers = result.offers.flatMap((stepId) => {
    const step = replica.get("step", stepId);
    return step === undefined ? [] : [`  Was this it? upshot done ${ref(stepId)}   ${step.what}`];
  });
  const sentence = `Logged: ${sayTouch(way, direction, person.name)}, ${sayDayFrom(touchedOn, from.today)}`;
  said(desk, options, result, [sentence, ...offers].join("\n"));
}

/** A way of being in touch as a person types it. */
export function wayNamed(given: string): TouchWay {
  const way = TouchWay.safeParse(given.toLowerCase().replace("e-mail", "email"));
  if (way.success) return way.data;
  throw new Refusal("invalid", `--by is one of ${touchWays.join(", ")}; "${given}" is none.`);
}
