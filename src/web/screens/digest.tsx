import { Copy, Printer } from "lucide-react";
import { useParams } from "wouter";
import type { EventId } from "#domain/model/id.ts";
import { digest, digestOutline } from "#questions/digest.ts";
import { Button } from "../parts/button.tsx";
import { NotHere } from "../parts/not-here.tsx";
import { sayDone } from "../parts/toasts.tsx";
import { useQuestion } from "../parts/workspace.tsx";
import styles from "./digest.module.css";

/** BD6: for those who stayed at home, to print, to copy, to save. */
export function DigestScreen() {
  const eventId = useParams<{ id: string }>().id as EventId; // an id that is none is found nowhere
  const shown = useQuestion(
    (replica, asking) => {
      const found = digest(replica, eventId, asking);
      return found === undefined ? undefined : digestOutline(found);
    },
    [eventId],
  );
  if (shown === undefined) return <NotHere what="event" />;
  const copy = async () => {
    const { asMarkdown } = await import("#debrief/as-markdown.ts");
    await navigator.clipboard.writeText(asMarkdown(shown));
    sayDone("Digest copied as Markdown");
  };
  const save = async () => {
    const [{ asHtml }, { handOver }] = await Promise.all([import("#debrief/as-html.ts"), import("../parts/export.ts")]);
    handOver(new Blob([asHtml(shown)], { type: "text/html" }), "digest.html");
    sayDone("Digest saved");
  };
  return (
    <article className={styles["digest"]}>
      <header>
        <h1>{shown.title}</h1>
        <p className={styles["soft"]}>{shown.summary}</p>
        <div className={styles["acts"]}>
          <Button icon={Printer} onPress={() => print()}>
            Print
          </Button>
          <Button icon={Copy} onPress={() => void copy()}>
            Copy as Markdown
          </Button>
          <Button onPress={() => void save()}>Save as HTML</Button>
        </div>
      </header>
      {shown.sections.length === 0 && <p>Nothing was decided yet: put initiatives on the roadmap first.</p>}
      {shown.sections.map(({ title, note, items }) => (
        <section key={title}>
          <h2>{title}</h2>
          {note !== null && <p className={styles["soft"]}>{note}</p>}
          <ul>
            {items.map(({ line, detail }) => (
              <li key={line}>
                {line}
                {detail !== null && <p className={styles["soft"]}>{detail}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
