import type { Block } from "#domain/model/block.ts";

/** The attributes of a tag that say something here, by name; those that are missing are missing. */
export type Attributes = Partial<Record<string, string>>;

/** How an element changes the reading of what is inside it. */
export type Effect =
  | { is: "hidden" | "title" | "quote" | "struck" | "bold" | "table-head" }
  | { is: "heading"; level: number }
  | { is: "list"; level: number | null }
  | { is: "item"; isFirst: boolean; box: Block["box"]; level: number | null }
  | { is: "pre"; isCode: boolean };

/** Elements that have no content. */
export const voidTags = words("area base br col embed en-media en-todo hr img input link meta param source track wbr");

/** Elements that stand on lines of their own. */
export const blockTags = words(
  "address article aside blockquote body button caption center dd details dialog dir div dl dt en-note fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "head header hgroup html legend li main menu nav ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead title tr ul xmp",
);

export const tableTags = words("table thead tbody tfoot tr td th");

/** Elements whose content a browser does not show as text. */
const unseenTags = words(
  "script style template svg math iframe object noscript noembed noframes audio video canvas datalist en-crypt",
);

/** The attributes that are read; a longer value than `attributeMax` holds a picture. */
export const attributesRead = words(
  "class style type checked hidden content name data-tag data-checked colspan aria-checked",
);
export const attributeMax = 2000;

/** What an element does, or null for one that only holds others. Tables are the scanner's. */
export function effectOf(name: string, attributes: Attributes): Effect | null {
  const { style = "" } = attributes;
  if (unseenTags.has(name) || isHidden(attributes, style)) return { is: "hidden" };
  if (name === "title") return { is: "title" };
  if (name === "li") return itemOf(attributes);
  if (name === "ul" || name === "ol" || name === "menu" || name === "dir") return listOf(attributes);
  if (name === "blockquote") return { is: "quote" };
  if (name === "thead") return { is: "table-head" };
  if (name === "pre" || name === "xmp")
    return { is: "pre", isCode: /highlight|code|source/iu.test(attributes["class"] ?? "") };
  if (name === "s" || name === "strike" || name === "del") return { is: "struck" };
  const heading = /^h([1-6])$/u.exec(name)?.[1];
  if (heading !== undefined) return { is: "heading", level: Number(heading) };
  if (style === "") return null;
  // Word and OneNote write lists as paragraphs.
  const level = /mso-list:\s*l\d{1,6} level(\d)/iu.exec(style)?.[1];
  if (level !== undefined) return { is: "item", isFirst: true, box: null, level: Number(level) - 1 };
  if (/text-decoration[^;]{0,40}line-through/iu.test(style)) return { is: "struck" };
  if (/font-weight:\s{0,4}(?:bold|[6-9]00)/iu.test(style)) return { is: "bold" };
  return null;
}

/**
 * The task box that an element stands for: a checkbox, Evernote's `en-todo`, Notion's `checkbox-on` and `-off`,
 * OneNote's `data-tag="to-do"`, and `aria-checked`; null where it is none.
 */
export function boxOf(name: string, attributes: Attributes): Block["box"] {
  const { checked, class: classes = "" } = attributes;
  const tag = attributes["data-tag"];
  const aria = attributes["aria-checked"];
  if (name === "en-todo" || (name === "input" && attributes["type"]?.toLowerCase() === "checkbox")) {
    return checked !== undefined && checked.toLowerCase() !== "false" ? "ticked" : "open";
  }
  if (aria !== undefined) return aria === "true" ? "ticked" : "open";
  if (tag !== undefined && /(?:^|,)to-do/u.test(tag)) return tag.includes("to-do:completed") ? "ticked" : "open";
  if (classes.includes("checkbox-on")) return "ticked";
  return classes.includes("checkbox-off") ? "open" : null;
}

function itemOf(attributes: Attributes): Effect {
  const { class: classes = "" } = attributes;
  const checked = attributes["data-checked"];
  // Google Keep writes "listitem checked", most editors data-checked.
  const isTicked = checked === "true" || /(?:^|\s)checked(?:\s|$)/u.test(classes);
  const box = isTicked ? "ticked" : checked === "false" ? "open" : null;
  return { is: "item", isFirst: true, box, level: null };
}

/** Google Docs writes each depth as a list of its own and puts the depth into the class: `lst-kix_abc-2`. */
function listOf(attributes: Attributes): Effect {
  const level = /lst-kix_[a-z0-9]{1,40}-(\d)/u.exec(attributes["class"] ?? "")?.[1];
  return { is: "list", level: level === undefined ? null : Number(level) };
}

function isHidden(attributes: Attributes, style: string): boolean {
  if (attributes["hidden"] !== undefined) return true;
  // "mso-list:Ignore" holds the bullet that Word draws itself.
  return style !== "" && /display:\s{0,4}none|visibility:\s{0,4}hidden|mso-list:\s{0,4}ignore/iu.test(style);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** An opening tag ends these, where they are open inside the nearest of the others. */
export const impliedEnds = new Map([
  ["li", { ends: ["li"], within: ["ul", "ol", "menu", "dir", "td", "th"] }],
  ["tr", { ends: ["td", "th", "tr"], within: ["table"] }],
  ["td", { ends: ["td", "th"], within: ["tr", "table"] }],
  ["th", { ends: ["td", "th"], within: ["tr", "table"] }],
  ["thead", { ends: ["td", "th", "tr", "thead"], within: ["table"] }],
  ["tbody", { ends: ["td", "th", "tr", "thead"], within: ["table"] }],
  ["tfoot", { ends: ["td", "th", "tr", "thead"], within: ["table"] }],
]);
