import { decodeHTMLStrict } from "entities";
import { Tokenizer } from "htmlparser2";

/**
 * The words of a title, room or name: one line, entities decoded, inline formatting gone, trimmed, at most `max`
 * UTF-16 code units. Null when nothing is left. A tag goes only where its closing tag is there too, so that a talk
 * on `<br>` keeps its title.
 */
export function lineOf(text: string | null, max: number): string | null {
  if (text === null) return null;
  const bounded = text.slice(0, max * 8);
  const bare = bounded.includes("</") ? withoutInlineTags(bounded) : bounded;
  const words = decoded(bare).replace(blanks, " ").trim();
  return words === "" ? null : cut(words, max);
}

/**
 * The words of an abstract or description: paragraphs as lines, markup gone, entities decoded, at most `max` code
 * units. Markup is seen by the names of HTML's own elements, so `Vec<T>` in plain text stays. Null when empty.
 */
export function proseOf(text: string | null, max: number): string | null {
  if (text === null) return null;
  const bounded = text.slice(0, max * 4);
  const words = tidy(htmlTag.test(bounded) ? htmlWords(bounded) : decoded(bounded));
  return words === "" ? null : cut(words, max);
}

/** Blank characters of every kind, and the controls that no title needs (NUL among them). */
const blanks = /[\s\p{Cc}\u200b\ufeff]+/gu;

/** Anything but single spaces: most lines have none of it, and this is a third of the cost of replacing. */
const untidy = / {2}|[^\S ]|[\p{Cc}\u200b\ufeff]/u;

const inline = "a|abbr|b|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|tt|u";
const blocks =
  "article|aside|blockquote|br|center|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul";
const others = "body|head|html|iframe|img|input|link|meta|script|style|svg|video|audio|source|button|label";

const htmlTag = new RegExp(`<\\/?(?:${inline}|${blocks}|${others})(?:\\s[^<>]*)?\\/?>`, "i");
const inlineTag = new RegExp(`<\\/?(?:${inline})(?:\\s[^<>]*)?>`, "gi");
const knownName = new RegExp(`^(?:${inline}|${blocks}|${others})$|[:-]`, "i");
const blockName = new RegExp(`^(?:${blocks})$`, "i");
const silent: ReadonlySet<string> = new Set(["script", "style"]);

function withoutInlineTags(text: string): string {
  return text.replace(inlineTag, "");
}

function decoded(text: string): string {
  return (text.includes("&") ? decodeHTMLStrict(text) : text).toWellFormed();
}

/** Spaces collapsed within lines, at most one empty line between paragraphs. */
function tidy(text: string): string {
  const lines: string[] = [];
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = (untidy.test(raw) ? raw.replace(blanks, " ") : raw).trim();
    if (line === "" && (lines.length === 0 || lines.at(-1) === "")) continue;
    lines.push(line);
  }
  if (lines.at(-1) === "") lines.pop();
  return lines.join("\n");
}

/**
 * Markup -> words, by the tokenizer alone: it keeps no tree, so time and memory are linear whatever the nesting.
 * A line end inside a paragraph is a blank; outside one it stays, because calendars mix plain lines with markup.
 */
function htmlWords(html: string): string {
  let words = "";
  let name = "";
  let nameStart = 0;
  let paragraph = false;
  let preformatted = false;
  let hidden = false;
  // How many line ends the words end with. Counted here: looking at the end of a growing string copies it each time.
  let ends = 2;
  const say = (text: string): void => {
    if (hidden || text === "") return;
    words += paragraph && !preformatted ? text.replace(/[\r\n]+/g, " ") : text;
    if (/\S/.test(text)) ends = 0;
  };
  const endLine = (count: number): void => {
    if (ends < count) words += "\n".repeat(count - ends);
    ends = Math.max(ends, count);
  };
  const opened = (endIndex: number): void => {
    if (!knownName.test(name)) {
      say(html.slice(nameStart - 1, endIndex + 1));
      return;
    }
    if (silent.has(name)) hidden = true;
    if (name === "pre") preformatted = true;
    if (!blockName.test(name)) return;
    if (name === "br" || name === "hr") {
      words += "\n";
      ends += 1;
      return;
    }
    endLine(name === "p" ? 2 : 1);
    if (name === "li") {
      words += "- ";
      ends = 0;
    }
    paragraph = true;
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ...unheard,
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        nameStart = start;
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag(start, end) {
        const closed = html.slice(start, end).toLowerCase();
        if (!knownName.test(closed)) say(`</${closed}>`);
        if (silent.has(closed)) hidden = false;
        if (closed === "pre") preformatted = false;
        if (!blockName.test(closed)) return;
        endLine(closed === "p" || closed === "ul" || closed === "ol" ? 2 : 1);
        paragraph = false;
      },
      ontext: (start, end) => say(html.slice(start, end)),
      ontextentity: (codepoint) => say(String.fromCodePoint(codepoint)),
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return words.toWellFormed();
}

const nothing = (): void => {};

/** A tokenizer wants every callback; these are the ones nobody here listens to. */
export const unheard = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
  ontext: nothing,
  ontextentity: nothing,
};

/** At most `max` code units, never half of a surrogate pair. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  const whole = last >= 0xd800 && last <= 0xdbff ? max - 1 : max;
  return text.slice(0, whole).trimEnd();
}
