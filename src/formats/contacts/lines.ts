import { limits } from "../file.ts";

/** Hears of what is wrong on a line. */
export type Report = (what: string, place: { line: number; kept?: string }) => void;

/** One content line of a vCard after unfolding, with the number of its first physical line. */
export interface ContentLine {
  line: number;
  text: string;
  /** A photo, logo, sound or key: only the part up to the colon is in `text`. */
  isMedia: boolean;
}

/**
 * Text -> content lines, unfolded. Line ends may be LF, CRLF, CRCRLF or CR. Three ways of going on are understood:
 * a line that begins with a space or tab (RFC 6350 section 3.2), a soft line break of quoted-printable (vCard 2.1
 * section 2.1.5), and base64 that runs to a blank line or to the next property. The content of media is never held.
 * A line over `limits.lineCharactersMax` is a problem and is left out. Linear in the text.
 */
export function* contentLines(text: string, report: Report): Generator<ContentLine> {
  let open: OpenLine | null = null;
  let isOld = false;
  for (const { line, text: raw } of physicalLines(text)) {
    const mark = cardMark.test(raw);
    if (open !== null && !mark) {
      if (open.isSoft) {
        append(open, raw);
        open.isSoft = raw.endsWith("=");
        continue;
      }
      if (raw.startsWith(" ") || raw.startsWith("\t")) {
        append(open, isOld ? unfoldedOld(open, raw) : raw.slice(1));
        open.isSoft = open.isQuotedPrintable && raw.endsWith("=");
        open.lastLength = raw.length;
        continue;
      }
      if (open.isBase64 && raw !== "" && base64Line.test(raw)) {
        append(open, raw);
        continue;
      }
    }
    if (open !== null) {
      const done = close(open, report);
      if (done !== null) yield done;
      if (mark && open.isSoft)
        report("the value breaks off before the card ends", { line: open.line, kept: "the value up to there" });
      open = null;
    }
    const start = raw.trimStart();
    if (start === "") continue;
    if (versionLine.test(start)) isOld = start.includes("2.1");
    open = begin(line, start);
  }
  const last = open === null ? null : close(open, report);
  if (last !== null) yield last;
}

interface OpenLine {
  line: number;
  parts: string[];
  size: number;
  isMedia: boolean;
  isBase64: boolean;
  isQuotedPrintable: boolean;
  /** The last physical line ended with the soft break "=". */
  isSoft: boolean;
  lastLength: number;
}

const cardMark = /^\s{0,20}(?:BEGIN|END):VCARD\s{0,20}$/i;
const versionLine = /^VERSION:/i;
const base64Line = /^[A-Za-z0-9+/=]+\s{0,20}$/;
const media = new Set(["PHOTO", "LOGO", "SOUND", "KEY"]);

function begin(line: number, text: string): OpenLine {
  const colon = text.indexOf(":");
  const head = (colon < 0 ? text : text.slice(0, colon)).toUpperCase();
  const name = head.split(";", 1)[0] ?? "";
  const isMedia = media.has(name.slice(name.lastIndexOf(".") + 1));
  const hasParameters = head.includes(";");
  const isBase64 = isMedia || (hasParameters && /;(?:ENCODING=)?"?(?:BASE64|B)"?(?:;|$)/.test(head));
  const isQuotedPrintable = hasParameters && head.includes("QUOTED-PRINTABLE");
  const isSoft = isQuotedPrintable && text.endsWith("=");
  const parts = [isMedia ? text.slice(0, colon + 1) : isSoft ? text.slice(0, -1) : text];
  return { line, parts, size: text.length, isMedia, isBase64, isQuotedPrintable, isSoft, lastLength: text.length };
}

function append(open: OpenLine, text: string): void {
  if (open.isMedia) return;
  open.size += text.length;
  if (open.size > limits.lineCharactersMax) open.parts = [];
  else open.parts.push(open.isQuotedPrintable && text.endsWith("=") ? text.slice(0, -1) : text);
}

/**
 * In 2.1 a fold stands in place of white space (RFC 822), so the space stays; but many writers break inside a word at
 * the 75th or 76th column as in 3.0, and then it goes.
 */
function unfoldedOld(open: OpenLine, raw: string): string {
  const brokeAtColumn = open.lastLength === 75 || open.lastLength === 76;
  const hasSpace = /\s$/.test(open.parts.at(-1)?.slice(-1) ?? "");
  return brokeAtColumn || hasSpace || open.isBase64 ? raw.slice(1) : ` ${raw.trimStart()}`;
}

function close(open: OpenLine, report: Report): ContentLine | null {
  if (!open.isMedia && open.size > limits.lineCharactersMax) {
    report(`a line of more than ${limits.lineCharactersMax} characters`, {
      line: open.line,
      kept: "the card without this line",
    });
    return null;
  }
  return {
    line: open.line,
    text: open.parts.length === 1 ? (open.parts[0] ?? "") : open.parts.join(""),
    isMedia: open.isMedia,
  };
}

/** Lines by LF, CRLF, CRCRLF (seen from an iPhone export) or CR; a run of CR alone counts as its number of lines. */
function* physicalLines(text: string): Generator<{ line: number; text: string }> {
  let line = 1;
  let from = 0;
  let feed = text.indexOf("\n");
  let carriage = text.indexOf("\r");
  while (from < text.length) {
    if (feed >= 0 && feed < from) feed = text.indexOf("\n", from);
    if (carriage >= 0 && carriage < from) carriage = text.indexOf("\r", from);
    const end = feed < 0 ? carriage : carriage < 0 ? feed : Math.min(feed, carriage);
    if (end < 0) {
      yield { line, text: text.slice(from) };
      return;
    }
    yield { line, text: text.slice(from, end) };
    let next = end;
    while (text.charCodeAt(next) === 13) next += 1;
    if (text.charCodeAt(next) === 10) {
      from = next + 1;
      line += 1;
    } else {
      line += next - end;
      from = next;
    }
  }
}
