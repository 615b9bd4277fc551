import { sayCount } from "#domain/model/say.ts";
import type { MergedTopic, MergedWall } from "./boards.ts";

/**
 * A wall as a list in Markdown: headings are columns, a cluster is an item with its stickies below it, dots stand behind. Reading it back
 * (`formats/stickies`) gives the same columns, clusters and stickies. Where several groups have boards each topic says its own.
 */
export function wallMarkdown({ event, boards, columns }: MergedWall): string {
  const isSeveral = boards.length > 1;
  const lines = [`# ${oneLine(event.name)}${isSeveral ? "" : `: ${oneLine(boards[0]?.name ?? "")}`}`];
  for (const { name, topics } of columns) {
    lines.push("", `## ${oneLine(name)}`, "");
    for (const topic of topics) lines.push(...topicLines(topic, isSeveral));
  }
  return `${lines.join("\n")}\n`;
}

function topicLines({ name, votes, group, isCluster, stickies }: MergedTopic, isSeveral: boolean): string[] {
  const dots = votes === null || votes === 0 ? "" : ` (${sayCount(votes, "dot")})`;
  const whose = isSeveral ? ` (${oneLine(group)})` : "";
  if (!isCluster) return [`- ${oneLine(name)}${whose}${dots}`];
  return [`- **${oneLine(name)}**${whose}${dots}`, ...stickies.map(({ text }) => `  - ${oneLine(text)}`)];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
