/**
 * A captured line while it is typed, kept at each input where a crash or a reload does not take it. It is written at once and not
 * in a moment: the last key before a crash counts too.
 */
export interface Draft {
  text: string;
  /** True while it is being typed: after a crash it is put before its writer again. */
  isOpen: boolean;
}

interface Kept extends Draft {
  /** Lines that are on their way into the workspace. */
  leaving: string[];
}

const place = "upshot.draft";
let draft: Kept = comeBack();

export function readDraft(): Draft {
  return draft;
}

export function keepDraft({ text, isOpen }: Draft): void {
  write({ ...draft, text, isOpen });
}

/** Takes the line that is done out of the draft; it comes back where it is not `arrived` when the app is next begun, or by `sendBack`. */
export function sendOff(line: string): void {
  write({ text: "", isOpen: false, leaving: [...draft.leaving, line] });
}

/** The line is in the workspace. */
export function arrived(line: string): void {
  write({ ...draft, leaving: draft.leaving.filter((one) => one !== line) });
}

/** The line was not taken: it is the draft again, before whatever was typed since. */
export function sendBack(line: string): void {
  const text = [line, draft.text].filter(Boolean).join("\n");
  write({ ...draft, text, leaving: draft.leaving.filter((one) => one !== line) });
}

/** What an earlier page of the app left: lines that did not arrive are the draft again. */
function comeBack(): Kept {
  const { text, isOpen, leaving } = stored();
  return { text: [...leaving, text].filter(Boolean).join("\n"), isOpen: isOpen || leaving.length > 0, leaving: [] };
}

function stored(): Kept {
  const kept: unknown = parsed();
  const { text, isOpen, leaving } = (typeof kept === "object" && kept !== null ? kept : {}) as Partial<Kept>; // checked below
  return {
    text: typeof text === "string" ? text : "",
    isOpen: isOpen === true,
    leaving: Array.isArray(leaving) ? leaving.filter((line) => typeof line === "string") : [],
  };
}

function parsed(): unknown {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "null");
  } catch {
    return null; // no storage, or nothing of ours in it
  }
}

function write(next: Kept): void {
  draft = next;
  try {
    if (next.text === "" && next.leaving.length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing still captures.
  }
}
