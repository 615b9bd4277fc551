import { type Event, focusMax } from "#domain/model/event.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Desk } from "./desk.ts";
import { said, type Said } from "./print.ts";
import { namedOrAt, ref } from "./ref.ts";

/** FO1: the few questions an event should answer. Without questions they are shown, never taken away. */
export async function focusCommand(
  desk: Desk,
  name: string,
  words: readonly string[],
  options: Said & { answer?: string; clear?: boolean },
): Promise<void> {
  let event = namedOrAt(await desk.replica(["event"]), "event", name);
  if (options.answer !== undefined) {
    const question = event.focus[Number(options.answer) - 1]?.question;
    if (question === undefined)
      throw new Refusal(
        "not-found",
        `${event.name} has no question ${options.answer}: ${event.focus.length === 0 ? "it has no focus yet" : `its questions are 1 to ${event.focus.length}`}. See: upshot focus ${ref(event.id)}`,
      );
    await desk.run("event.answer", { eventId: event.id, question, answer: words.join(" ").trim() || null });
  } else if (options.clear === true || words.length > 0) {
    if (words.length > focusMax)
      throw new Refusal(
        "invalid",
        `An event answers up to ${focusMax} questions, and these are ${words.length}. Put each in quotes, and keep the ones that matter.`,
      );
    await desk.run("event.focus", { eventId: event.id, questions: [...words] });
  }
  if (desk.kept > 0) event = (await desk.replica(["event"])).get("event", event.id) ?? event;
  said(desk, options, { eventId: event.id, focus: event.focus }, sayFocus(event));
}

function sayFocus({ id, name, focus }: Event): string {
  if (focus.length === 0)
    return `${name} has no focus yet. Set up to ${focusMax} questions: upshot focus ${ref(id)} "..." "..."`;
  const lines = focus.flatMap(({ question, answer }, place) => [
    `  ${place + 1}. ${question}`,
    `     ${answer ?? `no answer yet (upshot focus ${ref(id)} --answer ${place + 1} "...")`}`,
  ]);
  return [`${name} should answer:`, ...lines].join("\n");
}
