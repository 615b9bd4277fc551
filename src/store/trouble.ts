import { Refusal, Trouble } from "#domain/refusal.ts";

/**
 * What a database or the file system says when a place cannot be used, as a sentence that names the place and what would
 * help. `undefined` where it is no such thing.
 */

/** Of `node:sqlite` and of the file system, about the file at `place`. */
export function sqliteTrouble(error: unknown, place: string): Trouble | undefined {
  return troubleOf(error, place, sqliteSentences[String(sqliteCodeOf(error))] ?? fileSentences[String(codeOf(error))]);
}

/** SQLite's primary result code, which is the lowest byte of an extended one. */
export function sqliteCodeOf(error: unknown): number | undefined {
  return error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : undefined;
}

/** By SQLite's primary result code (sqlite.org/rescode.html). */
const sqliteSentences: Record<string, string> = {
  3: "PLACE may not be opened by you. Give yourself the right to, or name another place with --store.",
  5: "PLACE is being written by another process that does not come to an end. Wait for it or end it, and try again.",
  6: "PLACE is being written by another process that does not come to an end. Wait for it or end it, and try again.",
  8: "PLACE cannot be written: the file or its folder is read-only. Make it writable, or name another place with --store.",
  10: "PLACE could not be read or written: the disk answered with an error. Look after the disk; a backup is taken in with upshot restore.",
  11: "PLACE is damaged. Put a backup in its place with upshot restore; the damaged file is kept aside.",
  13: "The disk that holds PLACE is full, and nothing was changed. Make room and try again.",
  14: "PLACE cannot be opened. See that its folder is there and is yours, or name another place with --store.",
  26: "PLACE is no database of Upshot's. Name another place with --store, or put a backup in its place with upshot restore.",
};

/** By the file system's own code. */
const fileSentences: Record<string, string> = {
  EACCES: "PLACE may not be opened by you. Give yourself the right to, or name another place with --store.",
  EPERM: "PLACE may not be opened by you. Give yourself the right to, or name another place with --store.",
  EROFS: "PLACE cannot be written: its disk is read-only. Name another place with --store.",
  ENOSPC: "The disk that holds PLACE is full, and nothing was changed. Make room and try again.",
  EDQUOT: "The disk that holds PLACE has no room left for you, and nothing was changed. Make room and try again.",
  EISDIR: "PLACE is a folder. Name a file in it with --store.",
  ENOTDIR: "PLACE cannot be made: something on the way to it is a file, no folder. Name another place with --store.",
  EEXIST: "PLACE cannot be made: something on the way to it is a file, no folder. Name another place with --store.",
  ENOENT: "PLACE cannot be made: its folder is not there. Make it, or name another place with --store.",
  ENAMETOOLONG: "PLACE is too long a name for this disk. Name another place with --store.",
  EIO: "PLACE could not be read or written: the disk answered with an error. Look after the disk.",
};

/** Of `pg` and of the network, about the database at the address `url`, which is shown without its password. */
export function postgresTrouble(error: unknown, url: string): Trouble | undefined {
  const code = String(codeOf(error));
  const sentence = postgresSentences[code] ?? postgresClasses[code.slice(0, 2)] ?? networkSentences[code];
  return troubleOf(error, shownAddress(url), sentence ?? saidOnly.find(([said]) => said.test(messageOf(error)))?.[1]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

export function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

const lost = "The connection to PLACE was lost, and the command did not end. See that the server runs, and try again.";

/** What `pg` says without a code. */
const saidOnly: readonly (readonly [RegExp, string])[] = [
  [/^Connection terminated|timeout exceeded when trying to connect/, lost],
  [
    /^The server does not support SSL connections/,
    "PLACE has no SSL. Leave sslmode out of the address, or set SSL up on the server.",
  ],
];

/** By SQLSTATE (PostgreSQL documentation, appendix A). */
const postgresSentences: Record<string, string> = {
  "25006": "PLACE cannot be written: the server is read-only, a standby perhaps. Name the one that may be written.",
  "3D000": "PLACE is not there: the server has no such database. Make it with createdb, or name another.",
  "42501": "PLACE may not be written by this user. Grant it the right to create tables there, or name another user.",
  "53100": "The disk of PLACE is full, and nothing was changed. Make room and try again.",
  "53300": "PLACE has no connection left. Wait or end others, and try again.",
};

/** By SQLSTATE's class, its first two characters. */
const postgresClasses: Record<string, string> = {
  "08": lost,
  "28": "PLACE did not let this user in. See to the user and the password in the address.",
  "53": "PLACE has run out of something it needs (memory, room). Ask whoever runs the server.",
  "57": "PLACE is starting, stopping, or ended the command. Try again in a moment.",
  "58": "PLACE answered with an error of its disk. Ask whoever runs the server.",
};

const networkSentences: Record<string, string> = {
  ECONNREFUSED:
    "PLACE does not answer: no PostgreSQL listens there. Start it, or see to the host and port in the address.",
  ECONNRESET: lost,
  EPIPE: lost,
  ENOTFOUND: "PLACE does not answer: there is no such host. See to the host in the address.",
  EAI_AGAIN: "PLACE does not answer: its host's name cannot be looked up now. See to the network, and try again.",
  ETIMEDOUT: "PLACE does not answer. See to the network and to the host and port in the address.",
  EHOSTUNREACH: "PLACE does not answer: its host cannot be reached. See to the network, and try again.",
  ENETUNREACH: "PLACE does not answer: its host cannot be reached. See to the network, and try again.",
  ERR_INVALID_URL: "The database's address cannot be read. It looks like postgres://user@host/name.",
  ENOENT: "PLACE does not answer: there is no such socket. Start PostgreSQL, or see to the address.",
};

/** Tables are made with `if not exists` on strict collations and `on conflict`; the oldest release that is tested. */
const postgresMin = 15;

/** Refuses a server that is too old. `serverVersion` is what `show server_version_num` says: 150004 is 15.4. */
export function refuseOldPostgres(serverVersion: number, url: string): void {
  const major = Math.floor(serverVersion / 10_000);
  if (major >= postgresMin) return;
  throw new Refusal(
    "not-allowed",
    `${shownAddress(url)} is PostgreSQL ${major}; Upshot needs ${postgresMin} or later. Nothing was changed.`,
  );
}

/**
 * An address as it may be shown: without user, password and options. One with an "@" further on is not shown at all: its password holds
 * a "/", "?" or "#" that was not written as %2F, %3F or %23, and the host would be a part of it.
 */
export function shownAddress(url: string): string {
  const address = URL.parse(url);
  const isWhole = address !== null && !`${address.pathname}${address.search}${address.hash}`.includes("@");
  return isWhole ? `${address.protocol}//${address.host}${address.pathname}` : "The database";
}

function troubleOf(error: unknown, place: string, sentence: string | undefined): Trouble | undefined {
  return sentence === undefined
    ? undefined
    : new Trouble(
        sentence.replace("PLACE", () => place),
        { cause: error },
      );
}
