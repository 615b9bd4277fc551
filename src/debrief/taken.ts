import { sayCount } from "#domain/model/say.ts";
import type { FileTaken } from "./gather.ts";

/** What a file was taken for, in words: "programme, 12 sessions". */
export function sayTaken({ as, count }: Pick<FileTaken, "as" | "count">): string {
  switch (as) {
    case "programme":
      return `programme, ${sayCount(count, "session")}`;
    case "favourites":
      return `favourites, ${sayCount(count, "session")}`;
    case "contacts":
      return `contacts, ${sayCount(count, "card")}`;
    case "notes":
      return `notes, ${sayCount(count, "page")}`;
    case "event":
      return "the event's settings";
    case "archive":
      return `archive, ${sayCount(count, "file")}`;
    case "nothing":
      return "not read";
  }
}
