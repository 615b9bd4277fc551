import { Refusal, type RefusalCode } from "#domain/refusal.ts";

/** What the file system says, as a refusal that names the path and what would help; undefined where it is no such error. */
export function fileRefusal(error: unknown, path?: string): Refusal | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  const known = sentences[error.code];
  const place = path ?? ("path" in error && typeof error.path === "string" ? error.path : undefined);
  if (known === undefined || place === undefined) return undefined;
  return new Refusal(
    known.code,
    known.sentence.replace("PATH", () => place),
  );
}

/** Does something with one file that a person named, as they wrote it. */
export function withFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fileRefusal(error, path) ?? error;
  }
}

/** By the file system's own code (errno(3)). */
const sentences: Record<string, { code: RefusalCode; sentence: string }> = {
  ENOENT: {
    code: "not-found",
    sentence: "PATH is not there, or its folder is not. Look at the name, or make the folder first.",
  },
  EACCES: {
    code: "not-allowed",
    sentence: "You have no right to PATH. Give yourself the right, or name another file.",
  },
  EPERM: { code: "not-allowed", sentence: "You have no right to PATH. Give yourself the right, or name another file." },
  EROFS: { code: "not-allowed", sentence: "PATH is on a disk that is read-only. Name another place." },
  EEXIST: { code: "duplicate", sentence: "PATH is there already and is left as it is. Name a new file." },
  EISDIR: { code: "invalid", sentence: "PATH is a folder. Name a file in it." },
  ENOTDIR: {
    code: "invalid",
    sentence: "PATH cannot be reached: something on the way to it is a file. Look at the name.",
  },
  ELOOP: { code: "invalid", sentence: "PATH is a link that leads back to itself. Name the file itself." },
  ENAMETOOLONG: { code: "invalid", sentence: "PATH is too long a name for this disk. Name a shorter one." },
  ENOSPC: { code: "too-large", sentence: "The disk that holds PATH is full. Make room and try again." },
  EDQUOT: {
    code: "too-large",
    sentence: "The disk that holds PATH has no room left for you. Make room and try again.",
  },
  EFBIG: { code: "too-large", sentence: "PATH would be larger than its disk allows. Name another place." },
  EMFILE: { code: "not-allowed", sentence: "Too many files are open to open PATH. Close some programs and try again." },
  EBUSY: { code: "not-allowed", sentence: "PATH is in use by another program. Wait for it and try again." },
  EIO: {
    code: "not-allowed",
    sentence: "PATH could not be read or written: the disk answered with an error. Look after the disk.",
  },
};
