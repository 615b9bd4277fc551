import type { CardAnswer } from "#domain/model/sitting.ts";
import type { EntryId } from "#domain/model/id.ts";
import { sayDay, sayDayFrom, shortened } from "#domain/model/say.ts";
import { answersTo, cardHeadings, sayAnswers, sayCards } from "#domain/model/say-card.ts";
import type { ArgsOf } from "#domain/run.ts";
import { Refusal } from "#domain/refusal.ts";
import { combBack, type CardShown, combBackNouns } from "#questions/comb-back.ts";
import { sayFace } from "#questions/comb-back/show.ts";
import { type Tie, Ties } from "#questions/comb-back/ties.ts";
import type { Replica } from "#replica/replica.ts";
import { ask, Keys, Stopped } from "./ask.ts";
import { dayTyped } from "./day.ts";
import type { Desk } from "./desk.ts";
import { type Paint, paintFor } from "./paint.ts";
import { jsonText, print, said, type Said, typedFrom } from "./print.ts";
import { recordAt, ref } from "./ref.ts";
import { printable, wrap } from "./wrap.ts";

export interface CombBackOptions extends Said {
  list?: boolean;
  end?: boolean;
  next?: string;
}

/** Notes beside what they most resemble: more than that is no help. */
const tiesShown = 3;

/**
 * The weekly comb-back, a key a card (RV1 to RV5). Every answer is kept at once: it stops anywhere, and goes on at the first card that
 * is not answered, here or on another device (RV4).
 */
export async function combBackCommand(desk: Desk, options: CombBackOptions): Promise<void> {
  const { world } = desk;
  const replica = await desk.replica(combBackNouns);
  const now = () => ({ now: world.now() });
  const asked = combBack(replica, now());
  if (options.end === true) return endCommand(desk, replica, options);
  if (options.list === true || options.json === true) return list(desk, replica, options);
  if (asked.cards.length === 0 && asked.sitting === null) {
    return void world.out.write("Nothing is to be combed back: every note was answered, and nothing waits.\n");
  }
  if (asked.sitting === null) await desk.run("sitting.begin", { cards: asked.cards.map(({ subject }) => subject) });
  const sitting = new Sitting(desk, paintFor(world), new Keys(world));
  await sitting.hold();
}

function list(desk: Desk, replica: Replica, options: Said): void {
  const asked = combBack(replica, { now: desk.world.now() });
  const ties = Ties.now(replica);
  const cards = asked.cards.map((card) => ({
    ...card,
    ties: card.face.about === "note" ? ties.of(card.face.note, tiesShown) : [],
  }));
  print(desk, options, { ...asked, cards }, () => {
    if (cards.length === 0) return ["Nothing is to be combed back: every note was answered, and nothing waits."];
    return [
      `${sayCards(asked.left)}; about ${asked.minutes} min`,
      ...cards.flatMap((card) => [
        `${cardHeadings[card.face.about].padEnd(30)}  ${printable(shortened(sayFace(replica, card.face)))}`,
        ...card.ties.map((tie) => `${"".padEnd(32)}${sayTie(tie)}`),
      ]),
    ];
  });
}

function sayTie({ noun, id, title, words, reasons }: Tie): string {
  const why = [words.join(", "), ...reasons].filter(Boolean).join("; ");
  return printable(`~ ${noun} ${ref(id)} ${shortened(title, 80)} (${shortened(why, 80)})`);
}

async function endCommand(desk: Desk, replica: Replica, options: CombBackOptions): Promise<void> {
  const asked = combBack(replica, { now: desk.world.now() });
  if (asked.sitting === null)
    throw new Refusal("not-found", 'No comb-back is under way. "upshot comb-back" begins one.');
  const from = typedFrom(desk, replica);
  const nextOn = options.next === undefined ? null : dayTyped(options.next, from);
  const { result } = await desk.run("sitting.end", { sittingId: asked.sitting.id, nextOn });
  const next = `The next one: ${sayDayFrom(result.nextOn, from.today)}.`;
  said(desk, options, result, `Ended: ${sayAnswers(result.answers)}. ${next}`);
}

type Answer = Omit<ArgsOf<"card.answer">, "cardId">;

class Sitting {
  readonly #desk: Desk;
  readonly #paint: Paint;
  readonly #keys: Keys;
  readonly #given: EntryId[] = [];
  #ties: Tie[] = [];

  constructor(desk: Desk, paint: Paint, keys: Keys) {
    this.#desk = desk;
    this.#paint = paint;
    this.#keys = keys;
  }

  /** Shows card after card until all are answered, or somebody stops. */
  async hold(): Promise<void> {
    const { world } = this.#desk;
    try {
      for (;;) {
        const replica = await this.#desk.replica(combBackNouns);
        const asked = combBack(replica, { now: world.now() });
        const [card] = asked.cards;
        if (card === undefined) return await this.#end();
        this.#show(replica, card, `${asked.answered + 1}/${asked.answered + asked.cards.length}`);
        const key = await this.#keys.next();
        if (key === undefined || key === "q") break;
        await this.#take(key, { replica, card });
      }
    } finally {
      this.#keys.close();
    }
    const left = `Stopped; what was answered is kept. Go on with "upshot comb-back", or end it: upshot comb-back --end`;
    if (this.#keys.isInterrupted) throw new Stopped(left);
    world.out.write(`\n${left}\n`);
  }

  #show(replica: Replica, { face, bearsOn }: CardShown, place: string): void {
    const { out } = this.#desk.world;
    const line = (text: string) => out.write(`${text}\n`);
    line(`\n${this.#paint.soft(`${place}  ${cardHeadings[face.about]}`)}`);
    if (bearsOn !== null) line(this.#paint.soft(`  bears on: ${wrap(bearsOn, out.columns, "    ")}`));
    line(this.#paint.strong(`  ${wrap(sayFace(replica, face), out.columns, "  ")}`));
    const about = aboutOf(face);
    if (about !== "") line(this.#paint.soft(`  ${wrap(about, out.columns, "  ")}`));
    this.#ties = face.about === "note" ? Ties.now(replica).of(face.note, tiesShown) : [];
    for (const [n, tie] of this.#ties.entries()) line(this.#paint.accent(`  ${n + 1} ${sayTie(tie)}`));
    line(
      `  ${answersTo[face.about].map(({ answer, words }) => `${keyOf[answer]} ${words.toLowerCase()}`).join(", ")}, u undo, q stop`,
    );
  }

  async #take(key: string, at: { replica: Replica; card: CardShown }): Promise<void> {
    try {
      if (key === "u") return await this.#undo();
      const answer = answersTo[at.card.face.about].find((one) => keyOf[one.answer] === key)?.answer;
      const cardId = at.card.card?.id;
      if (answer === undefined || cardId === undefined) return;
      const given = await this.#filled(answer, at);
      const { entryId } = await this.#desk.run("card.answer", { cardId, ...given });
      this.#given.push(entryId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#say(error.message);
    }
  }

  /** What an answer needs besides itself is asked at a terminal; in a pipe it is left open. */
  async #filled(
    answer: CardAnswer,
    { replica, card: { face } }: { replica: Replica; card: CardShown },
  ): Promise<Answer> {
    const isTerminal = this.#desk.world.in.isTTY === true;
    if (answer === "join") return { answer, ...(await this.#joined(isTerminal)) };
    if (answer === "step" && face.about === "vague") return { answer, on: await this.#day("on which day", replica) };
    if (answer === "step") {
      const what = await this.#line("what", shortened(sayFace(replica, face), 200));
      return { answer, step: { what, dueOn: await this.#day("due (a day, or empty)", replica) } };
    }
    if (answer === "rest") return { answer, restsUntil: await this.#day("until (a day, or empty)", replica) };
    if (answer === "dealt" && face.about === "cameOf") return { answer, line: await this.#line("what came of it", "") };
    return { answer };
  }

  async #joined(isTerminal: boolean): Promise<Partial<Answer>> {
    const [first, second] = this.#ties;
    const said =
      isTerminal && (second !== undefined || first === undefined)
        ? await this.#line("to which (a number, or an id)", "1")
        : "1";
    const tie = this.#ties[Number(said) - 1];
    if (tie !== undefined) return { [`${tie.noun}Id`]: tie.id, line: tie.words.join(", ").slice(0, 1000) || null };
    const replica = await this.#desk.replica(combBackNouns);
    const { noun, record } = recordAt(replica, ["step", "lead", "commitment"], said);
    return { [`${noun}Id`]: record.id };
  }

  async #line(label: string, before: string): Promise<string> {
    if (this.#desk.world.in.isTTY !== true) return before;
    this.#keys.forget();
    return (await ask(this.#desk.world, `  ${label}: `, before)) || before;
  }

  async #day(label: string, replica: Replica) {
    const words = await this.#line(label, "");
    return words === "" ? null : dayTyped(words, typedFrom(this.#desk, replica));
  }

  async #undo(): Promise<void> {
    const last = this.#given.pop();
    if (last === undefined) return this.#say('Nothing was answered here yet; "upshot undo" goes further back.');
    await this.#desk.run("undo", { entryId: last });
    this.#say("Undone.");
  }

  async #end(): Promise<void> {
    const replica = await this.#desk.replica(combBackNouns);
    const { sitting, day } = combBack(replica, { now: this.#desk.world.now() });
    if (sitting === null) return;
    const { result } = await this.#desk.run("sitting.end", { sittingId: sitting.id });
    const change = "another day: upshot command sitting.end";
    this.#say(`All done: ${sayAnswers(result.answers)}.`);
    this.#say(
      `The next comb-back: ${sayDayFrom(result.nextOn, day)} (${change} '{"sittingId": "${ref(sitting.id)}", "nextOn": "..."}')`,
    );
  }

  #say(line: string): void {
    this.#desk.world.out.write(`  ${printable(line)}\n`);
  }
}

const keyOf: Record<CardAnswer, string> = { step: "s", join: "j", dealt: "d", rest: "r", letGo: "x" };

function aboutOf(face: CardShown["face"]): string {
  switch (face.about) {
    case "note":
      return [face.event?.name, face.session?.title, sayDay(face.takenOn)].filter(Boolean).join(", ");
    case "cold":
      return [face.organization, face.warmth?.sentence, face.path].filter(Boolean).join("; ");
    case "event":
      return `${face.notes} notes, and no step yet`;
    case "commitment":
      return `${face.commitment.span} from ${sayDay(face.commitment.startsOn)}`;
    case "theirs":
    case "vague":
    case "cameOf":
      return [face.shown.with, face.shown.event, `written down ${face.ageDays} days ago`].filter(Boolean).join(", ");
  }
}

/** Joins a note to something under way, and parts them again. */
export async function joinCommand(
  desk: Desk,
  ids: { note: string; other: string },
  options: Said & { because?: string; part?: boolean },
): Promise<void> {
  const replica = await desk.replica(["note", "step", "lead", "commitment", "dot"]);
  const { record: note } = recordAt(replica, ["note"], ids.note);
  const { noun, record } = recordAt(replica, ["step", "lead", "commitment"], ids.other);
  const title = "name" in record ? record.name : record.what;
  const words = `"${shortened(note.text, 60)}" and "${shortened(title, 60)}"`;
  if (options.part === true) {
    const dot = replica.by("dot", "noteId", note.id).find((one) => one[`${noun}Id`] === record.id);
    if (dot === undefined) throw new Refusal("not-found", `${words} are not joined.`);
    await desk.run("dot.part", { dotId: dot.id });
    return said(desk, options, { dotId: dot.id }, `Parted: ${words}.`);
  }
  const { result } = await desk.run("dot.join", {
    noteId: note.id,
    [`${noun}Id`]: record.id,
    line: options.because ?? null,
  });
  if (options.json === true) return void desk.world.out.write(jsonText(result));
  said(desk, options, result, `Joined: ${words}.`);
}
