import { useDeferredValue, useEffect, useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { sayCount } from "#domain/model/say.ts";
import { Finder } from "#questions/search.ts";
import { foundIn, type Hit } from "#recall/search.ts";
import { Empty } from "../parts/empty.tsx";
import { TextField } from "../parts/field.tsx";
import { paths } from "../parts/paths.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import styles from "./search.module.css";

/** As many as somebody looks through; more words find fewer. */
const hitsMax = 50;

/** The page's one index, begun with the first search and kept current from then on. */
let begun: { replica: object; finder: Finder } | undefined;

function useFinder(): Finder | undefined {
  const { replica } = useWorkspace();
  const [ready, setReady] = useState<Finder>();
  useEffect(() => {
    if (begun?.replica !== replica) {
      begun?.finder.stop();
      begun = { replica, finder: new Finder(replica) };
    }
    const { finder } = begun;
    let isHere = true;
    void finder.isReady.then(() => isHere && setReady(finder));
    return () => {
      isHere = false;
    };
  }, [replica]);
  return ready;
}

/** Everything by its words, as they are typed: steps, notes, people, organizations, sessions, events. */
export function SearchScreen() {
  const [, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get("q") ?? "";
  const [words, setWords] = useState(asked);
  const wanted = useDeferredValue(words).trim();
  const finder = useFinder();
  const hits = wanted === "" || finder === undefined ? [] : finder.search(wanted, hitsMax);
  useEffect(() => {
    if (wanted === asked) return;
    navigate(wanted === "" ? "/search" : `/search?q=${encodeURIComponent(wanted)}`, { replace: true });
  }, [wanted, asked, navigate]);
  return (
    <>
      <h1>Search</h1>
      <div className={styles["field"]} role="search">
        <TextField
          label="Words"
          isLabelUnseen
          placeholder="Words of a note, a step, a name"
          type="search"
          autoFocus
          value={words}
          onChange={setWords}
        />
      </div>
      <p role="status" className={styles["count"]}>
        {wanted === "" ? "" : finder === undefined ? "Looking" : sayCount(hits.length, "hit")}
      </p>
      {wanted !== "" && finder !== undefined && hits.length === 0 && (
        <Empty title="Nothing has these words">Fewer words find more; the beginning of a word is enough.</Empty>
      )}
      <ul className={styles["hits"]}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <Link href={placeOf(hit)}>
              <small>{nounWords[hit.noun] ?? hit.noun}</small>
              <span>
                {foundIn(hit.title, hit.terms).map((part, n) =>
                  part.isFound ? <mark key={n}>{part.text}</mark> : <span key={n}>{part.text}</span>,
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

const nounWords: Readonly<Record<string, string>> = {
  step: "Step",
  note: "Note",
  person: "Person",
  organization: "Organization",
  session: "Session",
  event: "Event",
};

function placeOf({ noun, id }: Hit): string {
  switch (noun) {
    case "step":
      return paths.step(id);
    case "person":
      return paths.person(id);
    case "organization":
      return paths.organization(id);
    case "session":
      return paths.session(id);
    case "event":
      return paths.event(id);
    default:
      return paths.note(id);
  }
}
