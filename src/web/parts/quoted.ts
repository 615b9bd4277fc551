import type { Proposal } from "#domain/model/proposal.ts";
import { useQuestion } from "./workspace.tsx";

/** The words that a proposal rests on, as a person reads them: of an HTML page without its markup. */
export function useQuoted({ pageId, quote }: Pick<Proposal, "pageId" | "quote">): string {
  const markup = useQuestion((replica) => replica.get("page", pageId)?.markup, [pageId]);
  return markup === "html" ? wordsOfHtml(quote) : quote;
}

/** The words of a quote that was cut out of HTML, without its markup. Nothing in it is run or loaded: the document that it is read into is inert. */
function wordsOfHtml(html: string): string {
  return new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/\s+/g, " ").trim();
}
