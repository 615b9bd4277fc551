/** What a token is; `word` includes names and contractions, cut at their apostrophe ("I" + "'ll"). */
export type TokenKind = "word" | "number" | "link" | "handle" | "arrow" | "mark";

/** A word, number, link, handle, arrow or single sign of clean words. */
export interface Token {
  /** Range in the clean words. */
  start: number;
  end: number;
  text: string;
  /** Lower case, with a plain apostrophe and a trailing English negation kept ("won't"). */
  lower: string;
  kind: TokenKind;
  isCapital: boolean;
}

// One alternation, tried at each place in turn. Every repetition is either bounded or over a class that its
// follower is not in, so the cost is linear in the text.
const pattern =
  /(?<link>(?:https?:\/\/|www\.)[^\s<>"]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})|(?<handle>@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,60})|(?<arrow><?[-=]{1,3}>|<[-=]{1,3}(?!\w)|[→⇒←⇐⟶➔➜])|(?<word>\p{L}[\p{L}\p{M}\p{N}]*(?:['’_-][\p{L}\p{N}]+)*)|(?<number>\p{N}+(?:[.,:/]\p{N}+)*[a-z]{0,3})|(?<mark>\S)/gu;

const endings = new Set(["ll", "d", "ve", "re", "m", "s"]);
const beginnings = new Set(["j", "l", "d", "m", "t", "s", "n", "c", "qu"]);

/** The tokens of clean words, in order; blanks between them are left out. Linear in the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const words = match[0];
    const start = match.index;
    if (groups["word"] !== undefined) pushWord(tokens, words, start);
    else tokens.push(token(words, start, kindOf(groups)));
  }
  return tokens;
}

function kindOf(groups: Record<string, string | undefined>): TokenKind {
  if (groups["link"] !== undefined) return "link";
  if (groups["handle"] !== undefined) return "handle";
  if (groups["arrow"] !== undefined) return "arrow";
  if (groups["number"] !== undefined) return "number";
  return "mark";
}

function token(text: string, start: number, kind: TokenKind): Token {
  const lower = text.toLowerCase().replace("’", "'");
  const first = text.charAt(0);
  return { start, end: start + text.length, text, lower, kind, isCapital: first !== first.toLowerCase() };
}

/** English endings ("I'll") and French beginnings ("j'envoie") are tokens of their own. */
function pushWord(tokens: Token[], text: string, start: number): void {
  let at = text.indexOf("'");
  if (at < 0) at = text.indexOf("’");
  if (at > 0) {
    if (beginnings.has(text.slice(0, at).toLowerCase()) && text.length - at > 2) {
      tokens.push(token(text.slice(0, at + 1), start, "word"));
      pushWord(tokens, text.slice(at + 1), start + at + 1);
      return;
    }
    if (endings.has(text.slice(at + 1).toLowerCase())) {
      tokens.push(token(text.slice(0, at), start, "word"), token(text.slice(at), start + at, "word"));
      return;
    }
  }
  tokens.push(token(text, start, "word"));
}
