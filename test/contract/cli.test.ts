import dns from "node:dns";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { commandNames } from "#domain/commands.ts";
import type { Plan } from "#debrief/plan.ts";
import type { Inbox } from "#questions/inbox.ts";
import { root } from "../house/source.ts";
import { idOf, TestTerminal } from "../support/terminal.ts";

const example = "examples/harbour-partner-day";
let terminal: TestTerminal;
beforeEach(() => void (terminal = new TestTerminal()));
afterEach(() => terminal.close());

describe("debrief", () => {
  test("SY2 the example's files give the plan, and a workspace its day, with no account, no key and no network", async () => {
    const asked: string[] = [];
    const refuse = (what: string) => (): never => {
      asked.push(what);
      throw new Error(`${what} is not there`);
    };
    const all = [
      vi.spyOn(Socket.prototype, "connect").mockImplementation(refuse("a connection")),
      vi.spyOn(dns, "lookup").mockImplementation(refuse("a name server")),
      vi.spyOn(globalThis, "fetch").mockImplementation(refuse("the web")),
    ];
    try {
      const printed = await terminal.ok(["debrief", example]);
      expect(printed).toContain("What follows from Harbour Partner Day 2026");
      expect(printed).toContain("told Ana I'd send her the pilot numbers by Friday");
      expect(printed).toContain("Theirs");
      expect(existsSync(join(terminal.folder, "data"))).toBe(false);
      await terminal.ok(["debrief", example, "--save"]);
      await terminal.ok(["review"], "aax");
      expect(await terminal.ok(["today"])).toContain("proposals to answer");
      await terminal.ok(["export", join(terminal.folder, "all.jsonl")]);
      expect(asked).toEqual([]);
    } finally {
      for (const one of all) one.mockRestore();
    }
  });

  test("RD1 NT3 in the JSON every quote is the file's text between its offsets", async () => {
    const plan = (await terminal.json(["debrief", example])) as Plan;
    const quotes = [
      ...plan.steps,
      ...plan.observations,
      ...plan.people.flatMap(({ mentions }) => mentions),
      ...plan.organizations.flatMap(({ mentions }) => mentions),
    ];
    expect(plan).toMatchObject({
      format: "upshot.plan",
      version: 1,
      event: { kind: "partner-event", timeZone: "Europe/Amsterdam" },
    });
    expect(plan.steps.length).toBeGreaterThan(8);
    for (const { file, start, end, quote } of quotes) {
      expect(readFileSync(join(root, example, file), "utf8").slice(start, end)).toBe(quote);
    }
    const { passages, ...states } = plan.ledger;
    expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(passages);
  });

  test("RD4 the same files give the same plan, to the byte", async () => {
    expect(await terminal.ok(["debrief", example, "--json"])).toBe(await terminal.ok(["debrief", example, "--json"]));
  });

  test("the plan is written as Markdown, HTML, CSV and a calendar where asked", async () => {
    const path = (end: string) => join(terminal.folder, `plan.${end}`);
    const ran = await terminal.run([
      "debrief",
      example,
      "--md",
      path("md"),
      "--html",
      path("html"),
      "--csv",
      path("csv"),
      "--ics",
      path("ics"),
    ]);
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 0, out: "" });
    expect(readFileSync(path("md"), "utf8")).toMatch(/^# What follows from Harbour Partner Day 2026\n/);
    expect(readFileSync(path("html"), "utf8")).toMatch(/^<!doctype html>/);
    expect(readFileSync(path("csv"), "utf8")).toMatch(/^\uFEFFowner,basis,kind,what/);
    expect(readFileSync(path("ics"), "utf8")).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  test("a plan is never written over a file that is there, and then nothing is kept either", async () => {
    const notes = join(terminal.folder, "notes.md");
    writeFileSync(notes, "- call Ana on Friday\n");
    for (const option of ["--md", "--html", "--csv", "--ics"]) {
      const ran = await terminal.run(["debrief", join(root, example), "--save", "Harbour", option, notes]);
      expect(ran).toMatchObject({ code: 4, out: "", err: expect.stringContaining("is there already") });
    }
    expect(readFileSync(notes, "utf8")).toBe("- call Ana on Friday\n");
    expect(existsSync(join(terminal.folder, "data"))).toBe(false);
  });

  test("columns that are named make a table with strange headings one of contacts, and names that it lacks are said", async () => {
    const table = join(terminal.folder, "odd.csv");
    writeFileSync(table, "Wer;Wo;Sonst\nAna Ruiz;Contoso;wants a demo\nBo Lind;Fabrikam;\n");
    const columns = ["--column", "name=Wer", "--column", "organization=Wo"];
    const { err } = await terminal.run(["import", table, ...columns]);
    expect(err).toContain("odd.csv: contacts, 2 cards\n  odd.csv: Wer = name, Wo = organization, Sonst = ");
    expect(await terminal.ok(["people"])).toMatch(/Ana Ruiz, Contoso\n[^]*Bo Lind, Fabrikam\n/);
    const { problems } = (await terminal.json(["debrief", table, "--column", "name=Wem"])) as Plan;
    expect(problems[0]?.what).toContain("None of the columns that were named makes this a table of contacts");
  });

  test("of many files of one kind the first are named and the others counted", async () => {
    for (let n = 0; n < 25; n += 1) writeFileSync(join(terminal.folder, `note-${n}.md`), `- call Ana, number ${n}\n`);
    const { err } = await terminal.run(["debrief", terminal.folder, "--event", "Day"]);
    const lines = err.trimEnd().split("\n");
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe("5 more files: notes, 5 pages");
  });

  test("what cannot be read is said, with the file, and the rest is kept", async () => {
    const broken = join(terminal.folder, "picture.png");
    writeFileSync(broken, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]));
    const plan = (await terminal.json(["debrief", join(root, example), broken, "nowhere.md"])) as Plan;
    expect(plan.problems.map(({ file }) => file).sort()).toEqual(["nowhere.md", "picture.png"]);
    expect(plan.pages).toHaveLength(3);
  });
});

describe("a kept event", () => {
  const save = () => terminal.run(["debrief", example, "--save"]);

  test("NT2 the ledger counts every word of the notes once, in the state it was given, and RD2 nothing is a step before it is accepted", async () => {
    await save();
    const ledger = async () =>
      ((await terminal.json(["event", "harbour"])) as { ledger: Record<string, number> }).ledger;
    const kept = async () => {
      const records = (await terminal.ok(["export"])).split("\n").filter((line) => line.includes('"noun"'));
      const of = <R>(noun: string) =>
        records
          .map((line) => JSON.parse(line) as { noun: string; fields: R })
          .flatMap((one) => (one.noun === noun ? [one.fields] : []));
      return {
        pages: of<{ id: string; text: string }>("page"),
        notes: of<{ pageId: string; start: number; end: number; state: string }>("note"),
      };
    };
    const { pages, notes } = await kept();
    // Of a page in HTML the words of the markup are in no passage.
    const plain = pages.filter(({ text }) => !text.startsWith("<"));
    expect(plain.length).toBeGreaterThan(1);
    for (const { id, text } of plain) {
      const words = [...text.matchAll(/[\p{L}\p{N}]{2,}/gu)];
      const holders = words.map(
        ({ index }) => notes.filter(({ pageId, start, end }) => pageId === id && start <= index && index < end).length,
      );
      expect([words.length > 10, new Set(holders)]).toEqual([true, new Set([1])]);
    }
    const before = await ledger();
    expect(before).toEqual({
      passages: notes.length,
      proposed: before["proposed"],
      made: 0,
      kept: 0,
      letGo: 0,
      unread: notes.length - before["proposed"]!,
    });
    expect(before["proposed"]).toBeGreaterThan(5);
    expect(await terminal.json(["steps", "--all"])).toEqual([]);
    await terminal.ok(["review-proposals"], "anxa");
    const after = await ledger();
    const states = (await kept()).notes.map(({ state }) => state);
    for (const state of ["made", "proposed", "kept", "letGo", "unread"]) {
      expect([state, after[state]]).toEqual([state, states.filter((one) => one === state).length]);
    }
    expect([after["passages"], after["unread"]]).toEqual([notes.length, before["unread"]]);
    expect(after["made"]).toBeGreaterThan(0);
  });

  test("is named by a part of its name or its id, and a new one that is like it is said to be new", async () => {
    await save();
    const day = join(terminal.folder, "monday.md");
    writeFileSync(day, "- [ ] call Ana Ruiz about the renewal\n");
    const id = idOf(await terminal.ok(["events"]), "Harbour");
    const into = `Into the event Harbour Partner Day 2026 (${id})`;
    expect((await terminal.run(["import", day, "--event", "harbour"])).err).toContain(into);
    expect((await terminal.run(["debrief", day, "--save", id])).err).toContain(into);
    expect(await terminal.json(["events"])).toHaveLength(1);
    const { err } = await terminal.run(["debrief", day, "--save", "Harbour"]);
    expect(err).toMatch(/A new event: Harbour \([0-9a-f]{6}\)\. If you meant Harbour Partner Day 2026/);
    expect(err).toContain(`upshot undo, then again with --event ${id}`);
    await terminal.ok(["undo"]);
    expect(await terminal.json(["events"])).toHaveLength(1);
  });

  test("says of a session that the newest programme no longer has that it was withdrawn, and counts it apart", async () => {
    await save();
    const file = join(terminal.folder, "newer.ics");
    const keynote = ["BEGIN:VEVENT", "UID:k", "SUMMARY:Closing", "END:VEVENT"];
    writeFileSync(file, ["BEGIN:VCALENDAR", ...keynote, "END:VCALENDAR", ""].join("\r\n"));
    await terminal.ok(["import", file, "--event", "harbour"]);
    expect(await terminal.ok(["event", "harbour"])).toContain(
      "1 session in the programme, 4 withdrawn from it, 0 starred",
    );
    expect(await terminal.ok(["show", "Stop sending decks"])).toContain(
      "withdrawn: the newest programme no longer has it",
    );
  });

  test("RD5 has its programme first and its notes later: they are of its sessions, its days and its people", async () => {
    await save();
    type Shown = { sessions: { withNotes: { session: { title: string }; notes: number }[] } };
    const sessionsOf = async (store: string[]) => {
      const { sessions } = (await terminal.json(["event", "harbour", ...store])) as Shown;
      return sessions.withNotes.map(({ session, notes }) => [session.title, notes]);
    };
    const at = ["--store", join(terminal.folder, "later.db")];
    const settings = ["--kind", "partner-event", "--time-zone", "Europe/Amsterdam"];
    await terminal.ok([
      "import",
      `${example}/schedule.json`,
      "--event",
      "Harbour Partner Day 2026",
      ...settings,
      ...at,
    ]);
    await terminal.ok(["import", `${example}/notes`, "--event", "harbour", ...at]);
    expect(await sessionsOf(at)).toEqual(await sessionsOf([]));
    const plan = ["debrief", `${example}/notes`, "--event", "Harbour Partner Day 2026"];
    const { event, people } = (await terminal.json([...plan, ...at])) as Plan;
    expect(event).toMatchObject({ kind: "partner-event", startsOn: "2026-02-03", endsOn: "2026-02-04" });
    expect(people.find(({ name }) => name === "Ana Ruiz")).toMatchObject({ known: "programme" });
  });

  test("RD2 review takes a key each, undoes, stops, and resumes where it stopped", async () => {
    await save();
    const count = async () =>
      ((await terminal.json(["review-proposals"])) as { proposals: unknown[] }).proposals.length;
    const all = await count();
    expect(await terminal.ok(["review-proposals"], "aanxu")).toContain("Undone.");
    expect(await count()).toBe(all - 3);
    expect(await terminal.ok(["review-proposals"], "q")).toContain(`${all - 3} proposals to answer`);
    expect(await count()).toBe(all - 3);
  });

  test("RD2 RD3 accept-all makes steps of what was marked, and each shows the words it came from", async () => {
    await save();
    await terminal.ok(["review-proposals", "--accept-marked"]);
    const printed = await terminal.ok(["steps"]);
    expect(printed).toContain("metering library");
    const shown = await terminal.ok(["show", idOf(printed, "metering library")]);
    expect(shown).toContain("Where it came from: notes/day-1.md, line 23");
    expect(shown).toContain("[ ] look into Fabrikam's open source metering library");
  });

  test("importing the same files again keeps one event, one programme, one of each page and person", async () => {
    await save();
    const again = await save();
    expect(again.err).toContain("0 added, 0 changed, 4 as before, 0 withdrawn");
    expect(again.err).toContain("3 pages kept already, word for word");
    expect((await terminal.json(["events"])) as unknown[]).toHaveLength(1);
    expect((await terminal.json(["people"])) as unknown[]).toHaveLength(5);
  });
});

describe("a workspace", () => {
  test("RD5 keeps the days of where the person works, not those of the first event they went to", async () => {
    const notes = join(terminal.folder, "notes.md");
    writeFileSync(notes, "# 2026-02-03\n- call Ana Ruiz on Friday\n");
    await terminal.run(["debrief", notes, "--save", "Tokyo Days", "--time-zone", "Asia/Tokyo"]);
    const exported = await terminal.ok(["export"]);
    expect(exported).toContain('"timeZone":"Europe/Amsterdam"');
    expect(exported).toContain('"name":"Tokyo Days"');
  });
});

describe("files taken in again", () => {
  const csv = (...rows: string[]) => `Title,Start,End,Room\n${rows.join("\n")}\n`;
  const write = (name: string, text: string) => {
    writeFileSync(join(terminal.folder, name), text);
    return join(terminal.folder, name);
  };
  const take = async (...names: string[]) => {
    const ran = await terminal.run(["import", ...names, "--event", "Quay Day", "--time-zone", "Europe/Brussels"]);
    return ran.err;
  };

  test("a changed programme says what moved, was called off, and is new", async () => {
    const first = csv(
      "Tides,2026-02-03 09:00,2026-02-03 10:00,Quay Hall",
      "Cranes,2026-02-03 11:00,2026-02-03 12:00,Quay Hall",
    );
    await take(write("sessions.csv", first));
    const second = csv(
      "Tides,2026-02-03 14:30,2026-02-03 15:30,Crane Room",
      "Ropes,2026-02-03 16:00,2026-02-03 17:00,Quay Hall",
    );
    const said = await take(write("sessions.csv", second));
    expect(said).toContain("  cancelled: Cranes: Tue 3 Feb 11:00, Quay Hall\n");
    expect(said).toContain("  moved: Tides: Tue 3 Feb 09:00, Quay Hall -> Tue 3 Feb 14:30, Crane Room\n");
    expect(said).toContain("  new: Ropes: Tue 3 Feb 16:00, Quay Hall\n");
  });

  test("RD5 notes that come later are read with the days and the programme of the event they are added to", async () => {
    await take(write("sessions.csv", csv("Tides for partners,2026-02-03 09:00,2026-02-03 10:00,Quay Hall")));
    await take(write("late.md", "## Tides for partners\n\n- I'll send Ana Ruiz the tide table on Friday\n"));
    const { proposals } = (await terminal.json(["review"])) as Inbox;
    const step = proposals.find(({ proposal }) => proposal.means === "step")?.proposal;
    expect(step?.step).toMatchObject({ who: null, with: "Ana Ruiz", dueOn: "2026-02-06" });
    expect(step?.sessionId).not.toBeNull();
  });

  test("a contact file says whom it added to and why, and who may be one person", async () => {
    await take(write("one.csv", "Name,E-mail,Role\nAna Ruiz,ana@contoso.example,\n"));
    const said = await take(
      write("two.csv", "Name,E-mail,Role\nAna Ruiz,ana@contoso.example,CTO\nA. R.,ana@contoso.example,\n"),
    );
    expect(said).toContain("  Ana Ruiz: role added (same name and e-mail ana@contoso.example)\n");
    expect(said).toContain("  A. R. may be Ana Ruiz (same e-mail ana@contoso.example)\n");
  });
});

describe("colleagues", () => {
  test("whom the workspace knows as a colleague is one for a captured line and for a debrief alike", async () => {
    await terminal.ok(["command", "person.add", JSON.stringify({ name: "Jonas Weber", isColleague: true })]);
    const line = "Jonas Weber will check the billing by 2026-02-13";
    const notes = join(terminal.folder, "notes.md");
    writeFileSync(notes, `- ${line}\n`);
    const plan = (await terminal.json(["debrief", notes])) as Plan;
    expect(plan.steps.map(({ owner, who }) => [owner, who])).toEqual([["colleague", "Jonas Weber"]]);
    await terminal.ok(["add", line]);
    expect(await terminal.json(["steps"])).toMatchObject([{ owner: "colleague", who: "Jonas Weber" }]);
  });
});

describe("steps", () => {
  test("a captured line is a step at once, is done with what came of it, and ST6 is undone", async () => {
    const printed = await terminal.ok(["add", "call Ana Ruiz on Friday about the deck"]);
    expect(printed).toMatch(/^[0-9a-f]{6} {2}Call Ana Ruiz about the deck {2}Fri 6 Feb, in 2 days\n$/);
    const id = idOf(printed, "Ana Ruiz");
    expect(await terminal.ok(["done", id, "--came-of", "nothing"])).toContain("What came of it: nothing");
    expect(await terminal.ok(["steps"])).toBe("No steps fit.\n");
    expect(await terminal.ok(["undo"])).toContain("Undone: marked done: Call Ana Ruiz");
    expect(await terminal.ok(["steps"])).toContain(id);
    expect(await terminal.ok(["undo"])).toContain("Undone: captured a line: call Ana Ruiz");
    expect(await terminal.ok(["steps"])).toBe("No steps fit.\n");
  });

  test("ST6 an id that fits several entries is told with what each was, and with an id that names it", async () => {
    for (let n = 0; n < 40; n += 1) await terminal.ok(["add", "--note", `line ${n}`]);
    const ids = (await terminal.ok(["history", "--max", "50"])).split("\n").map((line) => line.slice(0, 6));
    const last = ids.map((id) => id.slice(-1)).find((end, at, all) => end !== "" && all.indexOf(end) !== at) ?? "";
    const { code, err } = await terminal.run(["undo", last]);
    expect({ code, first: err.split("\n")[0] }).toEqual({
      code: 2,
      first: `upshot: "${last}" fits several. Which do you mean?`,
    });
    const [id, words] = /^ {2}([0-9a-f]{6,})  noted: (line \d+)$/m.exec(err)?.slice(1) ?? [];
    expect(id?.endsWith(last)).toBe(true);
    expect(await terminal.ok(["undo", id ?? ""])).toContain(`Undone: noted: ${words}`);
  });

  test("ST3 putting off takes words, is counted, and asks why after the third time", async () => {
    const id = idOf(await terminal.ok(["add", "write the post tomorrow"]), "post");
    for (const to of ["friday", "2026-02-09", "+7"]) await terminal.ok(["put-off", id, to]);
    const refused = await terminal.run(["put-off", id, "2026-03-01"]);
    expect(refused).toMatchObject({ code: 6, out: "" });
    expect(refused.err).toContain("was put off 3 times already; say why this time");
    expect(await terminal.ok(["put-off", id, "2026-03-01", "--why", "the chapter moved"])).toContain(
      "put off 4 times now",
    );
  });

  test("people and steps are found by letters that no keyboard elsewhere has", async () => {
    await terminal.ok(["command", "person.add", '{"name":"Øystein Dahl"}']);
    await terminal.ok(["add", "call Øystein Dahl about the pricing"]);
    expect(await terminal.ok(["search", "oystein"])).toMatch(/step +Call Øystein Dahl[^]*person +Øystein Dahl\n/);
    expect(await terminal.ok(["steps", "--person", "oystein"])).toContain("Call Øystein Dahl about the pricing");
  });

  test("EC2 a touch is logged and offers the promise it may have been", async () => {
    await terminal.ok(["command", "person.add", '{"name":"Ana Ruiz"}']);
    await terminal.ok(["add", "email Ana Ruiz the deck"]);
    expect(await terminal.ok(["touch", "ana", "sent it", "--by", "email"])).toContain("Was this it? upshot done");
    expect(await terminal.ok(["steps"])).toContain("Ana Ruiz");
  });

  test("ST2 what is theirs is in waiting, and asked again about when its day has come", async () => {
    await terminal.ok(["add", "Ana Ruiz will send me the contract by Friday"]);
    expect(await terminal.ok(["waiting"])).toContain("Ana Ruiz");
    terminal.now = Temporal.Instant.from("2026-02-10T08:00:00Z");
    const today = await terminal.ok(["today"]);
    expect(today).toContain("Ask again");
    expect(today).toContain("written down 6 days ago; a draft: you said this would follow:");
    expect(await terminal.ok(["waiting"])).toContain("written down 6 days ago  ask again");
  });
});

describe("data", () => {
  test("DA1 an export taken into an empty place gives an equal export", async () => {
    await terminal.run(["debrief", example, "--save"]);
    await terminal.ok(["review-proposals"], "aaanxa");
    const file = join(terminal.folder, "all.jsonl");
    await terminal.ok(["export", file]);
    const other = join(terminal.folder, "other.db");
    expect(await terminal.ok(["import", file, "--store", other])).toContain("Took in");
    const lines = (text: string) =>
      text
        .split("\n")
        .slice(1)
        .filter((line) => !line.includes('"command":"workspace.import"'));
    expect(lines(await terminal.ok(["export", "--store", other]))).toEqual(lines(readFileSync(file, "utf8")));
    const refused = await terminal.run(["import", file]);
    expect(refused.code).toBe(6);
  });

  test("a backup is restored, and what was there before is kept aside", async () => {
    await terminal.ok(["add", "call Ana"]);
    const file = join(terminal.folder, "backup.db");
    await terminal.ok(["backup", file]);
    await terminal.ok(["add", "call Bo"]);
    expect(await terminal.ok(["restore", file])).toContain("What was there before is kept as");
    const printed = await terminal.ok(["steps"]);
    expect(printed).toContain("all Ana");
    expect(printed).not.toContain("all Bo");
    writeFileSync(file, "not a database at all, but long enough to look like one ".repeat(20));
    expect(await terminal.run(["restore", file])).toMatchObject({
      code: 2,
      err: expect.stringContaining("is no backup that can be restored"),
    });
    expect(await terminal.ok(["steps"])).toContain("all Ana");
  });
});

describe("the door", () => {
  test("every command is reachable by its name", async () => {
    expect((await terminal.ok(["command"])).trim().split("\n")).toEqual(commandNames);
    const refused = await terminal.run(["command", "event.add", '{"title":"x"}']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("Add an event: name is missing; timeZone is missing");
  });

  test("a wrong word, a wrong option and a missing thing each end with their own code and say what would help", async () => {
    expect(await terminal.run(["frobnicate"])).toMatchObject({ code: 2 });
    expect(await terminal.run(["debrief"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("Name the files or the folder"),
    });
    expect(await terminal.run(["debrief", example, "--time-zone", "Mars"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("Europe/Brussels"),
    });
    expect(await terminal.run(["today"])).toMatchObject({
      code: 3,
      err: expect.stringContaining("There is no workspace here yet"),
    });
    expect(await terminal.run(["--help"])).toMatchObject({ code: 0, out: expect.stringContaining("Examples:") });
  });

  test("a place that cannot be used is named with what would help, is no mistake of ours, and nothing is made there", async () => {
    const file = join(terminal.folder, "notes.txt");
    writeFileSync(file, "Notes, and no database. ".repeat(100));
    const under = await terminal.run(["add", "call Ana", "--store", join(file, "upshot.db")]);
    expect(under).toMatchObject({
      code: 8,
      err: expect.stringMatching(/^upshot: .*notes.txt\/upshot.db cannot be made/),
    });
    expect(await terminal.run(["today", "--store", file])).toMatchObject({
      code: 8,
      err: expect.stringContaining("notes.txt is no database of Upshot's"),
    });
    const elsewhere = await terminal.run(["add", "call Ana", "--store", "mysql://mira:secret@db/upshot"]);
    expect(elsewhere).toMatchObject({ code: 2, err: expect.stringContaining("postgres://user@host/name") });
    expect(elsewhere.err).not.toContain("secret");
    expect(existsSync(join(root, "mysql:"))).toBe(false);
  });

  test("text from outside never steers the terminal", async () => {
    await terminal.ok(["add", "call \u001B[31mAna\u001B]0;x\u0007 on Friday"]);
    expect(await terminal.ok(["steps"])).not.toMatch(/[^\P{Cc}\n]/u);
  });
});
