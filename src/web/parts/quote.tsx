import { Link } from "wouter";
import { DaySaid } from "./day-said.tsx";
import { paths } from "./paths.ts";
import type { Source } from "#questions/source.ts";
import styles from "./quote.module.css";

/** The person's own words, and the way to the page they stand on (NT3). */
export function Quote({ source, start }: { source: Source; start: number }) {
  const { page, line, quote, around } = source;
  const at = around.lines.indexOf(quote);
  const [before, after] = at === -1 ? ["", ""] : [around.lines.slice(0, at), around.lines.slice(at + quote.length)];
  return (
    <figure className={styles["quote"]}>
      <blockquote className={styles["words"]}>
        <span className={styles["around"]}>{before}</span>
        <mark>{quote}</mark>
        <span className={styles["around"]}>{after}</span>
      </blockquote>
      <figcaption className={styles["from"]}>
        <Link href={paths.page(page.id, { start, end: start + quote.length })}>Where it came from</Link>: {page.name},
        line {line}
        {page.takenOn !== null && (
          <>
            {", "}
            <DaySaid day={page.takenOn} />
          </>
        )}
      </figcaption>
    </figure>
  );
}

/** Words that were captured on the spot: they are their own source. */
export function Words({ children }: { children: string }) {
  return <blockquote className={styles["words"]}>{children}</blockquote>;
}
