import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { sayTouch } from "#domain/model/say.ts";
import { DraftLanguage, draftLanguages, DraftPurpose, draftPurposes } from "#domain/model/template.ts";
import { assert, Refusal } from "#domain/refusal.ts";
import { mailFile } from "#formats/mail.ts";
import { todayIn } from "#questions/asking.ts";
import { type Draft, draft, draftNouns, templateFor } from "#questions/draft.ts";
import type { Desk } from "./desk.ts";
import { didYouMean } from "../nearest.ts";
import { readInputs } from "./input.ts";
import { readAll } from "./input-stream.ts";
import { writeNewFile } from "./new-file.ts";
import { paintFor } from "./paint.ts";
import { print, said, type Said } from "./print.ts";
import { recordAt, ref } from "./ref.ts";
import { printable } from "./wrap.ts";

export interface DraftOptions extends Said {
  language?: string;
  eml?: string;
  sent?: boolean;
}

/** Prints the draft for a step, or saves it as a message; with `--sent`, logs that it was sent. Nothing is sent from here. */
export async function draftCommand(desk: Desk, id: string, options: DraftOptions): Promise<void> {
  const replica = await desk.replica(draftNouns);
  const { record: step } = recordAt(replica, ["step"], id);
  const asking = { now: desk.world.now() };
  const written = draft(replica, step.id, { asking, language: languageOf(options.language) });
  assert(written !== undefined, "the step was just found in this replica");
  if (options.sent === true)
    return logSent(desk, { written, stepId: step.id, today: todayIn(replica, asking) }, options);
  if (options.eml !== undefined) {
    await saveMail(desk, written, options.eml);
    const sentence = `Saved the draft to ${options.eml}. Nothing was sent; once you have: upshot draft ${ref(step.id)} --sent`;
    return said(desk, options, { ...written, file: resolve(desk.world.cwd, options.eml) }, sentence);
  }
  print(desk, options, written, () => {
    const paint = paintFor(desk.world);
    const to = [written.person?.name, written.to].filter(Boolean).join(", ") || "nobody named";
    return [
      paint.soft(`To: ${printable(to)}`),
      paint.soft(`Subject: ${printable(written.subject)}`),
      "",
      ...written.text.split("\n").map(printable),
    ];
  });
}

async function logSent(
  desk: Desk,
  { written, stepId, today }: { written: Draft; stepId: string; today: string },
  options: Said,
): Promise<void> {
  const { person, by, subject } = written;
  if (person === null) {
    throw new Refusal(
      "not-allowed",
      "This step names no person whom you could have written to, so there is no touch to log.",
    );
  }
  const touch = { personId: person.id, stepId, way: by, touchedOn: today, line: subject };
  const { result } = await desk.run("touch.add", touch);
  const offer = result.offers.some((one) => one === stepId) ? `\n  Was that it? upshot done ${ref(stepId)}` : "";
  said(desk, options, result, `Logged: ${sayTouch(by, "out", person.name)}, today${offer}`);
}

async function saveMail(desk: Desk, written: Draft, target: string): Promise<void> {
  const { from, person, to, subject, text } = written;
  if (existsSync(resolve(desk.world.cwd, target))) {
    throw new Refusal("duplicate", `${target} is there already; name a new file.`);
  }
  const mail = mailFile({
    from: from === null || from.email === null ? null : { name: from.name, email: from.email },
    to: to === null || written.by !== "email" ? null : { name: person?.name ?? "", email: to },
    subject,
    text,
    at: desk.world.now(),
  });
  await writeNewFile(desk.world, { target }, (write) => write(mail));
}

export interface TemplateOptions extends Said {
  from?: string;
  subject?: string;
  reset?: boolean;
}

/** Lists the templates; shows one, writes it anew from a file, or goes back to the usual words. */
export async function templateCommand(
  desk: Desk,
  given: { purpose: string | undefined; language: string | undefined },
  options: TemplateOptions,
): Promise<void> {
  const replica = await desk.replica([]);
  if (given.purpose === undefined) {
    const all = draftPurposes.flatMap((purpose) =>
      draftLanguages.map((language) => templateFor(replica, purpose, language)),
    );
    return print(desk, options, all, () =>
      draftPurposes.map((purpose) => {
        const own = all.filter((one) => one.purpose === purpose && one.isOwn).map(({ language }) => language);
        return `${purpose.padEnd(10)}  ${draftLanguages.join(", ")}${own.length > 0 ? `   your own words: ${own.join(", ")}` : ""}`;
      }),
    );
  }
  const purpose = purposeOf(given.purpose);
  const language = languageOf(given.language) ?? "en";
  if (options.reset === true) {
    await desk.run("template.reset", { purpose, language });
    return said(
      desk,
      options,
      { purpose, language },
      `Drafts of "${purpose}" (${language}) begin from the usual words again.`,
    );
  }
  const before = templateFor(replica, purpose, language);
  if (options.from !== undefined || options.subject !== undefined) {
    const text = options.from === undefined ? before.text : await textOf(desk, options.from);
    const template = { purpose, language, subject: options.subject ?? before.subject, text };
    await desk.run("template.write", template);
    return said(desk, options, template, `Drafts of "${purpose}" (${language}) begin from your words now.`);
  }
  print(desk, options, before, () => [
    `Subject: ${printable(before.subject)}`,
    "",
    ...before.text.split("\n").map(printable),
  ]);
}

async function textOf(desk: Desk, from: string): Promise<string> {
  const { world } = desk;
  if (from === "-") return new TextDecoder().decode(await readAll(world));
  const { files, problems } = readInputs([from], world.cwd);
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new Refusal("invalid", problems[0]?.what ?? `${from} is no single file of text.`);
  }
  return new TextDecoder().decode(file.bytes);
}

function languageOf(given: string | undefined): DraftLanguage | undefined {
  if (given === undefined) return undefined;
  const language = DraftLanguage.safeParse(given.toLowerCase());
  if (language.success) return language.data;
  throw new Refusal("invalid", `Drafts are written in ${draftLanguages.join(", ")}; "${given}" is none of these.`);
}

function purposeOf(given: string): DraftPurpose {
  const purpose = DraftPurpose.safeParse(given.toLowerCase().replace("e-mail", "email"));
  if (purpose.success) return purpose.data;
  const like = didYouMean(given.toLowerCase(), draftPurposes);
  throw new Refusal("invalid", `A template is for one of ${draftPurposes.join(", ")}; "${given}" is none.${like}`);
}
