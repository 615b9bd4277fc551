/** What a message says, before it is a file. */
export interface Mail {
  from: { name: string; email: string } | null;
  to: { name: string; email: string } | null;
  subject: string;
  text: string;
  /** When it was written. */
  at: Temporal.Instant;
}

/**
 * A message as a file (.eml, RFC 5322) that a mail program opens as a draft to go on with: `X-Unsent` says that it was not sent.
 * Words outside ASCII are encoded (RFC 2047 in headers, base64 of UTF-8 in the text); line ends in a header fold into spaces, so no
 * name or subject adds a header of its own; an address that would is left out.
 */
export function mailFile({ from, to, subject, text, at }: Mail): string {
  const head = [
    `Date: ${dateOf(at)}`,
    ...(from === null ? [] : [addressed("From", from)]),
    ...(to === null ? [] : [addressed("To", to)]),
    `Subject: ${words(subject)}`,
    "X-Unsent: 1",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
  ].filter((line) => line !== "");
  const body = base64(text.replace(/\r\n|\r|\n/g, "\r\n")).match(/.{1,76}/g) ?? [];
  return [...head, "", ...body, ""].join("\r\n");
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "Fri, 6 Feb 2026 09:00:00 +0000" (RFC 5322, section 3.3). */
function dateOf(at: Temporal.Instant): string {
  const { dayOfWeek, day, month, year, hour, minute, second } = at.toZonedDateTimeISO("UTC");
  const clock = [hour, minute, second].map((part) => String(part).padStart(2, "0")).join(":");
  return `${weekdays[dayOfWeek - 1]}, ${day} ${months[month - 1]} ${year} ${clock} +0000`;
}

function addressed(header: string, { name, email }: { name: string; email: string }): string {
  const isAddress = /^[\x21-\x7E]{1,320}$/.test(email) && email.includes("@") && !/[<>,;:"()[\]\\]/.test(email);
  return isAddress ? `${header}: ${phrase(name)} <${email}>` : "";
}

/** A display name: quoted where it is plain, encoded where it is not. */
function phrase(name: string): string {
  const line = oneLine(name);
  return isPlain(line) && line.length <= 60 ? `"${line.replace(/["\\]/g, "\\$&")}"` : encoded(line);
}

function words(text: string): string {
  const line = oneLine(text);
  return isPlain(line) && line.length <= 65 && !line.includes("=?") ? line : encoded(line);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

function isPlain(line: string): boolean {
  return /^[\x20-\x7E]*$/.test(line);
}

/** Encoded words of at most 75 characters each, cut between characters, folded onto lines of their own. */
function encoded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const character of line.toWellFormed()) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > 42) {
      parts.push(part);
      [part, bytes] = ["", 0];
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].map((one) => `=?utf-8?B?${base64(one)}?=`).join("\r\n ");
}

function base64(text: string): string {
  let binary = "";
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
