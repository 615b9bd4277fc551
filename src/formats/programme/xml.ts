import { Tokenizer } from "htmlparser2";
import type { Problems } from "../file.ts";
import { limits } from "../file.ts";
import { LineFinder } from "./line.ts";
import { unheard } from "./words.ts";

/** Who listens to a walk through an XML file. Names are lower case, without a namespace prefix. */
export interface XmlListener {
  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void;
  /** An element ended; `text` is what stood in it before any element did, entities decoded, untrimmed. */
  close(name: string, text: string): void;
}

export interface XmlShape {
  /** Elements whose content is prose: markup inside them is taken as words, not as structure. */
  prose: ReadonlySet<string>;
  /**
   * Elements that cannot stand inside themselves or in prose: where one opens or closes, what was left open ends.
   * Asked for an opening tag with its attributes, for a closing one with none.
   */
  isLandmark(name: string, attributes: ReadonlyMap<string, string> | null): boolean;
}

/** Text of one element beyond this is dropped: an abstract has 50,000 characters at most, some carry pictures. */
const elementCharactersMax = 400_000;

interface OpenElement {
  name: string;
  text: string;
  /** Holds elements: what stands between them is no words. */
  isContainer: boolean;
}

/**
 * Walks an XML text once, tolerant of whatever stands in it, and tells the listener what opens and closes. Nothing is
 * ever loaded or expanded: a DOCTYPE is ignored with a problem, so entities it defines stay as written and cost
 * nothing; only XML's own five and numbered characters are decoded (XML 1.0, sections 4.1 and 4.6). Elements nested
 * deeper than `limits.depthMax` are passed over. Linear in time; memory is one element's text at a time.
 *
 * Measured on a programme of 2.0 MB with 943 talks (Node 26, one core): htmlparser2's tokenizer 77 ms cold, its
 * parser 82 ms, fast-xml-parser 253 ms, which also gives no lines and counts honest `&lt;` against its entity limit.
 */
export function walkXml(text: string, problems: Problems, shape: XmlShape, listener: XmlListener): void {
  const walk = new Walk(text, problems, shape, listener);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, walk.callbacks());
  tokenizer.write(text);
  tokenizer.end();
  walk.end();
}

class Walk {
  readonly #text: string;
  readonly #problems: Problems;
  readonly #shape: XmlShape;
  readonly #listener: XmlListener;
  readonly #lines: LineFinder;
  readonly #open: OpenElement[] = [];
  /** Open elements beyond the depth limit; they are only counted. */
  #deeper = 0;
  #isDepthSaid = false;
  #isDoctypeSaid = false;
  #name = "";
  #nameStart = 0;
  #attributes = new Map<string, string>();
  #attribute = "";
  #value = "";

  constructor(text: string, problems: Problems, shape: XmlShape, listener: XmlListener) {
    this.#text = text;
    this.#problems = problems;
    this.#shape = shape;
    this.#listener = listener;
    this.#lines = new LineFinder(text);
  }

  callbacks(): ConstructorParameters<typeof Tokenizer>[1] {
    return {
      ...unheard,
      onopentagname: (start, end) => {
        this.#name = localName(this.#text.slice(start, end));
        this.#nameStart = start;
        this.#attributes = new Map();
      },
      onattribname: (start, end) => {
        this.#attribute = localName(this.#text.slice(start, end));
        this.#value = "";
      },
      onattribdata: (start, end) => this.#growValue(this.#text.slice(start, end)),
      onattribentity: (codepoint) => this.#growValue(String.fromCodePoint(codepoint)),
      onattribend: () => {
        // More than a few dozen attributes are an attack, not a talk.
        if (this.#attributes.size < 64) this.#attributes.set(this.#attribute, this.#value);
      },
      onopentagend: (end) => this.#opened(end),
      onselfclosingtag: (end) => {
        const inProse = this.#isInProse();
        this.#opened(end);
        if (!inProse) this.#closed(this.#name, this.#nameStart);
      },
      onclosetag: (start, end) => this.#closed(localName(this.#text.slice(start, end)), start),
      ontext: (start, end) => this.#say(this.#text.slice(start, end)),
      ontextentity: (codepoint) => this.#say(String.fromCodePoint(codepoint)),
      oncdata: (start, end, endOffset) => this.#say(this.#text.slice(start, end - endOffset)),
      ondeclaration: (start) => this.#declared(start),
    };
  }

  /** The file ended: whatever is still open ends with it. */
  end(): void {
    if (this.#open.length > 0) {
      this.#problems.add(`The file ends inside <${this.#open[0]?.name}>; it may have been cut off`, {
        line: this.#lines.at(this.#text.length),
        kept: "everything before the end",
      });
    }
    this.#closeDownTo(0);
  }

  #growValue(part: string): void {
    if (this.#value.length < elementCharactersMax) this.#value += part;
  }

  #say(words: string): void {
    const element = this.#open.at(-1);
    if (element === undefined || element.isContainer) return;
    if (element.text.length < elementCharactersMax) element.text += words;
  }

  #opened(end: number): void {
    const name = this.#name;
    if (this.#shape.isLandmark(name, this.#attributes)) this.#closeAround(name);
    if (this.#isInProse()) {
      this.#say(this.#text.slice(this.#nameStart - 1, end + 1));
      return;
    }
    if (this.#open.length >= limits.depthMax) {
      this.#deeper += 1;
      this.#sayTooDeep();
      return;
    }
    const parent = this.#open.at(-1);
    if (parent !== undefined) parent.isContainer = true;
    this.#open.push({ name, text: "", isContainer: false });
    this.#listener.open(name, this.#attributes, this.#lines.at(this.#nameStart));
  }

  #isInProse(): boolean {
    const current = this.#open.at(-1);
    return current !== undefined && this.#shape.prose.has(current.name);
  }

  /** A landmark opens: the same landmark still open, or prose that never ended, ends here. */
  #closeAround(name: string): void {
    const same = this.#open.findIndex((element) => element.name === name);
    const prose = this.#open.findIndex((element) => this.#shape.prose.has(element.name));
    const from = same === -1 ? prose : same;
    if (from === -1) return;
    this.#problems.add(`<${this.#open[from]?.name}> has no end before the next <${name}>`, {
      line: this.#lines.at(this.#nameStart),
      kept: "both",
    });
    this.#closeDownTo(from);
    this.#deeper = 0;
  }

  #closed(name: string, start: number): void {
    const at = this.#open.findLastIndex((element) => element.name === name);
    if (this.#isInProse() && at !== this.#open.length - 1 && (at === -1 || !this.#shape.isLandmark(name, null))) {
      this.#say(`</${this.#text.slice(start, start + name.length)}>`);
      return;
    }
    if (this.#deeper > 0) {
      this.#deeper -= 1;
      return;
    }
    if (at !== -1) this.#closeDownTo(at);
  }

  #closeDownTo(length: number): void {
    while (this.#open.length > length) {
      const element = this.#open.pop();
      if (element !== undefined) this.#listener.close(element.name, element.text);
    }
  }

  #declared(start: number): void {
    if (this.#isDoctypeSaid) return;
    this.#isDoctypeSaid = true;
    this.#problems.add("The file brings definitions of its own (DOCTYPE, ENTITY); they are not followed", {
      line: this.#lines.at(start),
      kept: "everything but what they would have added",
    });
  }

  #sayTooDeep(): void {
    if (this.#isDepthSaid) return;
    this.#isDepthSaid = true;
    this.#problems.add(`Elements are nested deeper than ${limits.depthMax}; what stands deeper is passed over`, {
      line: this.#lines.at(this.#nameStart),
      kept: "everything above that depth",
    });
  }
}

function localName(name: string): string {
  const colon = name.lastIndexOf(":");
  return (colon === -1 ? name : name.slice(colon + 1)).toLowerCase();
}
