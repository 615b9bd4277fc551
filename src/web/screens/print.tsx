import { Printer, Square, SquareCheck, SquareX } from "lucide-react";
import { useParams } from "wouter";
import { periodAt } from "#domain/model/period.ts";
import { type SheetLine, sheetOf } from "#questions/sheet.ts";
import { Button, ButtonLink } from "../parts/button.tsx";
import { paths } from "../parts/paths.ts";
import { useQuestion } from "../parts/workspace.tsx";
import styles from "./print.module.css";

const boxes = { open: Square, done: SquareCheck, dropped: SquareX } as const;

/** The list of today, a month or a year as one page of paper (PL5); what stands around it is not printed. */
export function PrintScreen() {
  const { period: key } = useParams<{ period: string }>();
  const period = periodAt(key) ?? null;
  const sheet = useQuestion((replica, asking) => sheetOf(replica, period, asking), [key]);
  return (
    <>
      <div className={styles["acts"]} data-unprinted>
        <Button look="main" icon={Printer} onPress={() => print()}>
          Print
        </Button>
        <ButtonLink href={period === null ? "/" : paths.plan(key)}>Back</ButtonLink>
      </div>
      <article className={styles["sheet"]}>
        <h1>{sheet.title}</h1>
        {sheet.about !== "" && <p className={styles["about"]}>{sheet.about}</p>}
        {sheet.parts.length === 0 && <p>Nothing stands here.</p>}
        {sheet.parts.map(({ heading, lines, more }) => (
          <section key={heading} aria-label={heading}>
            <h2>{heading}</h2>
            <ul>
              {lines.map((line, place) => (
                <Line key={`${place} ${line.text}`} line={line} />
              ))}
              {more > 0 && <li className={styles["more"]}>and {more} more</li>}
            </ul>
          </section>
        ))}
      </article>
    </>
  );
}

function Line({ line: { text, beside, depth, box } }: { line: SheetLine }) {
  const Box = box === null ? null : boxes[box];
  return (
    <li data-depth={depth} data-box={box ?? undefined}>
      {Box && <Box aria-hidden size={13} strokeWidth={1.5} />}
      <span>
        <span className={styles["words"]}>{text}</span>
        {box === "done" && <span className="unseen"> (done)</span>}
        {beside !== null && <small> {beside}</small>}
      </span>
    </li>
  );
}
