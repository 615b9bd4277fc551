import { Link } from "wouter";
import { paths } from "./paths.ts";
import styles from "./note-list.module.css";

/** Notes by their words, each the way to itself. */
export function NoteList({ notes }: { notes: readonly { id: string; text: string }[] }) {
  return (
    <ul className={styles["list"]}>
      {notes.map((note) => (
        <li key={note.id}>
          <Link href={paths.note(note.id)}>{note.text}</Link>
        </li>
      ))}
    </ul>
  );
}
