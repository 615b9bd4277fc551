import { Refusal } from "#domain/refusal.ts";
import { charterNouns, charters, type CharterShown } from "#questions/charter.ts";
import type { Desk } from "./desk.ts";
import { type Paint, paintFor } from "./paint.ts";
import { print, said, type Said } from "./print.ts";
import { namedOrAt } from "./ref.ts";
import { printable } from "./wrap.ts";

/** BD5: the charter that counts and the one being written; with an answer, what I say to it; with --agree, it counts. */
export async function charterCommand(
  desk: Desk,
  options: Said & { begin?: string | true; answer?: string; agree?: boolean },
): Promise<void> {
  if (options.begin !== undefined) {
    const event = options.begin === true ? null : namedOrAt(await desk.replica(["event"]), "event", options.begin);
    const { result } = await desk.run("charter.begin", { eventId: event?.id ?? null });
    return said(
      desk,
      options,
      result,
      "The next version is begun; write it in the app, or with upshot command charter.change.",
    );
  }
  const replica = await desk.replica(charterNouns);
  const { agreed, draft, past } = charters(replica);
  if (options.answer !== undefined || options.agree === true) {
    if (draft === undefined)
      throw new Refusal("not-found", "No version of the charter is being written: upshot charter --begin");
    const charterId = draft.charter.id;
    if (options.answer !== undefined) await desk.run("charter.answer", { charterId, ...answerOf(options.answer) });
    if (options.agree === true) await desk.run("charter.agree", { charterId });
    const words =
      options.agree === true
        ? `Version ${draft.charter.edition} of the charter counts now.`
        : "Answered to the charter.";
    return said(desk, options, { charterId }, words);
  }
  const paint = paintFor(desk.world);
  print(desk, options, { agreed: agreed ?? null, draft: draft ?? null, past }, () => {
    const shown = [agreed, draft].filter((one) => one !== undefined);
    if (shown.length === 0) return ["There is no charter yet: upshot charter --begin"];
    return shown.flatMap((one, at) => [...(at > 0 ? [""] : []), ...charterLines(one, paint)]);
  });
}

function answerOf(words: string): { answer: "agree" | "notYet" } | { answer: "remark"; remark: string } {
  if (/^(agree|yes)$/i.test(words)) return { answer: "agree" };
  if (/^not ?yet$/i.test(words)) return { answer: "notYet" };
  return { answer: "remark", remark: words };
}

function charterLines({ charter, roles, said: answers, gaps, overlaps }: CharterShown, paint: Paint): string[] {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", paint.accent(title), ...lines.map((line) => `  ${printable(line)}`)];
  return [
    `${paint.strong(`Charter, version ${charter.edition}`)}  ${paint.soft(charter.state === "draft" ? "being written" : charter.state)}`,
    ...[charter.mission, charter.structure].flatMap((text) =>
      text === null ? [] : text.split("\n").map((line) => `  ${printable(line)}`),
    ),
    ...list(
      "Roles",
      roles.flatMap(({ role, holders }) => [
        `${role.name}: ${holders.join(", ") || "nobody"}`,
        ...role.duties.map((duty) => `    ${duty}`),
      ]),
    ),
    ...list("Gaps", [
      ...gaps.duties.map((duty) => `nobody answers for: ${duty}`),
      ...gaps.roles.map((role) => `nobody holds: ${role}`),
    ]),
    ...list(
      "Overlaps",
      overlaps.map(({ duty, roles: names }) => `${duty}: ${names.join(", ")}`),
    ),
    ...list("Open questions", charter.questions),
    ...(charter.state === "draft"
      ? list(
          "Who agrees",
          answers.map(
            ({ name, answer, remark }) =>
              `${name}: ${answer === null ? "no answer yet" : answer === "notYet" ? "not yet" : answer === "remark" ? `agrees, ${remark}` : "agrees"}`,
          ),
        )
      : []),
  ];
}
