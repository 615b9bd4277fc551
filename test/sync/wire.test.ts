import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { commands } from "#domain/commands.ts";
import { nouns } from "#domain/model/nouns.ts";
import { protocol, Pull, PullAnswer, Push, PushAnswer } from "#sync/protocol.ts";
import { Chance } from "../support/chance.ts";
import { TestDevice, World } from "./world.ts";

const frozen = fileURLToPath(new URL("../frozen/sync/", import.meta.url));

/** What was said on a wire: each message of a device, and the server's answer. */
type Said = ({ push: Push; answer: PushAnswer } | { pull: Pull; answer: PullAnswer })[];

describe("the wire", () => {
  // A changed message, noun or command goes with a higher `protocol` in src/sync/protocol.ts, once this one is released; then
  // `UPSHOT_KEEP_WIRE=1 vitest run test/sync/wire.test.ts` keeps the shapes of the new number. Until then it keeps them anew.
  test("SY6 has a number that stands for the shapes of all messages, nouns and commands", () => {
    const path = join(frozen, String(protocol), "shapes.json");
    if (process.env["UPSHOT_KEEP_WIRE"]) {
      mkdirSync(join(frozen, String(protocol)), { recursive: true });
      writeFileSync(path, `${JSON.stringify(shapes(), null, 2)}\n`);
    }
    expect(existsSync(path), `the shapes of protocol ${protocol} are kept`).toBe(true);
    expect(shapes()).toEqual(JSON.parse(readFileSync(path, "utf8")));
  });

  const versions = readdirSync(frozen).filter((version) => existsSync(join(frozen, version, "messages.json")));
  const saidIn = (version: string) => JSON.parse(readFileSync(join(frozen, version, "messages.json"), "utf8")) as Said; // never edited

  test.each(versions)("SY6 what devices of protocol %s said is still answered as it was", async (version) => {
    const world = new World(new Chance(1));
    world.now = Temporal.Instant.from("2026-03-02T10:00:00Z");
    const server = world.server();
    const heard: unknown[] = [];
    for (const said of saidIn(version)) {
      heard.push("push" in said ? await server.push(said.push) : await server.pull({ ...said.pull, seen: null }));
    }
    const expected = saidIn(version).map(({ answer }) =>
      // Rows go to devices of today's wire only.
      answer.answer === "page" && answer.protocol < protocol ? { answer: "client-older", protocol } : answer,
    );
    expect(heard.map(plain)).toMatchObject(expected.map((answer) => plain({ ...answer, protocol })));
  });

  test.each(versions)("SY6 what servers of protocol %s answered is still understood", async (version) => {
    const said = saidIn(version);
    for (const each of said) {
      const schema = "push" in each ? PushAnswer : PullAnswer;
      expect(schema.parse(each.answer)).toMatchObject(each.answer);
    }
    const page = said.flatMap(({ answer }) => (answer.answer === "page" ? [answer] : [])).at(-1);
    const device = new TestDevice(new World(new Chance(1)), {
      push: async () => ({ answer: "no-workspace", protocol }),
      pull: async () => page,
    });
    const client = await device.open();
    await client.sync();
    expect([...client.replica.all("event")].map(({ name }) => name)).toEqual(["Lyon Summit"]);
    expect([...client.replica.all("note")].map(({ text }) => text)).toEqual(["They charge by the seat"]);
    expect(client.status.stopped).toBeNull();
  });

  test("is kept for every protocol there was", () => {
    expect(versions.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: protocol }, (_, n) => n + 1));
  });
});

/** An answer without its sentences, which may be put better, and its stamp, which is made by chance. */
function plain(answer: unknown): unknown {
  const without = (key: string, value: unknown) => (key === "sentence" || key === "stamp" ? "" : value);
  return JSON.parse(JSON.stringify(answer, without));
}

/** A line for each message, noun and command: what it is called, and a hash of its JSON Schema. */
function shapes(): Record<string, string> {
  const named: [string, z.ZodType][] = [
    ...Object.entries({ Push, PushAnswer, Pull, PullAnswer }).map(([name, schema]): [string, z.ZodType] => [
      `message ${name}`,
      schema,
    ]),
    ...Object.entries(nouns).map(([name, schema]): [string, z.ZodType] => [`noun ${name}`, schema]),
    ...Object.entries(commands).map(([name, { args }]): [string, z.ZodType] => [`command ${name}`, args]),
  ];
  return Object.fromEntries(
    named.map(([name, schema]) => {
      const text = JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
      return [name, createHash("sha256").update(text).digest("hex").slice(0, 16)];
    }),
  );
}
