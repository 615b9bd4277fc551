import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerOf, proposalsMax } from "./answer.ts";

const body = (content: unknown, more: Record<string, unknown> = {}) =>
  JSON.stringify({ choices: [{ message: { role: "assistant", content }, ...more }] });

describe("a language model's answer", () => {
  test("RD4 only the message's list of proposals is taken", () => {
    const content = JSON.stringify({ proposals: [1, "two"], done: true });
    const answer = JSON.stringify({
      proposals: ["outside"],
      choices: [
        { message: { content, tool_calls: [{ function: { name: "export" } }] } },
        { message: { content: "{}" } },
      ],
    });
    expect(answerOf(answer)).toEqual({ proposals: [1, "two"] });
  });

  test.for([
    ["null", null],
    ["a number", 7],
    ["parts", [{ type: "text", text: '{"proposals":[]}' }]],
    ["blank", " \n"],
  ] as const)("RD4 content that is %s is no answer", ([, content]) => {
    expect(answerOf(body(content))).toEqual({ why: "the model's answer is empty" });
  });

  test("RD4 a fence or thinking that never ends is not JSON", () => {
    for (const content of ['```json\n{"proposals":[]}', "```", "``````", '<think>{"proposals":[]}', "<think></think>"])
      expect(answerOf(body(content))).toEqual({ why: "the model's answer is not JSON" });
  });

  test("RD4 more proposals than a part can hold are none", () => {
    const of = (count: number) => body(JSON.stringify(Array.from({ length: count }, () => 0)));
    expect(answerOf(of(proposalsMax))).toMatchObject({ proposals: expect.any(Array) });
    expect(answerOf(of(proposalsMax + 1))).toEqual({ why: expect.stringContaining("501 proposals") });
  });

  test("RD4 depth and names of our own language's insides do no harm", () => {
    expect(answerOf(body(`${"[".repeat(200_000)}${"]".repeat(200_000)}`))).toBeDefined();
    expect(answerOf(body('{"__proto__": {"proposals": []}}'))).toEqual({ why: expect.stringContaining("shape") });
    expect(answerOf('{"__proto__": {"choices": []}}')).toEqual({ why: expect.stringContaining("no message") });
  });

  test("RD4 no text makes it throw, and no reason holds the answer's words", () => {
    const secret = "Quetzalcoatl";
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map(body),
      fc.string().map(body),
      fc.json().map((one) => body(`\`\`\`\n${one}\n\`\`\``)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const answer = answerOf(text.replace(/[a-z]/u, secret));
        expect("why" in answer ? answer.why : "").not.toContain(secret);
        expect("why" in answer || Array.isArray(answer.proposals)).toBe(true);
      }),
    );
  });
});
