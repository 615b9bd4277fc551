import { ChevronLeft } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useRef } from "react";
import { useSearchParams } from "wouter";
import { Button } from "./button.tsx";
import { keepScroll } from "./scroll-place.ts";
import styles from "./list-pane.module.css";

interface Props {
  /** What the list holds; also its way back on a phone. */
  title: string;
  /** Beside the title. */
  aside?: ReactNode;
  list: ReactNode;
  /** What is chosen in the list; null where nothing is. */
  detail: ReactNode | null;
  /** Closes the detail. */
  onBack: () => void;
  /** What stands in the detail's place at a desk while nothing is chosen. */
  nothing?: ReactNode;
}

/** A list with what is chosen in it beside it: at a desk side by side, on a phone one over the other. Each keeps its scroll place. */
export function ListPane({ title, aside, list, detail, onBack, nothing }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const beside = useRef<HTMLElement>(null);
  const isOpen = detail !== null;
  const wasOpen = useRef(isOpen);
  useEffect(() => keepScroll(place.current), []);
  useEffect(() => {
    // On a phone the detail is another screen: the focus goes to it, and comes back with it.
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    if (place.current === null || getComputedStyle(place.current).visibility === "visible") return;
    if (isOpen) beside.current?.focus();
  }, [isOpen]);
  return (
    <div className={styles["pane"]} data-pane data-open={isOpen || undefined}>
      <div className={styles["list"]} ref={place}>
        <header className={styles["head"]}>
          <h1>{title}</h1>
          {aside !== undefined && <p>{aside}</p>}
        </header>
        {list}
      </div>
      <section className={styles["detail"]} ref={beside} tabIndex={-1} aria-label="Details">
        {isOpen ? (
          <>
            {/* On a phone this stands in the place of the list's own title. */}
            <h1 className={styles["back"]}>
              <Button look="bare" icon={ChevronLeft} onPress={onBack}>
                {title}
              </Button>
            </h1>
            {detail}
          </>
        ) : (
          <div className={styles["nothing"]}>{nothing}</div>
        )}
      </section>
    </div>
  );
}

/** Which thing of a list is chosen: it stands in the address, so that Back closes it and a link opens it. */
export function useChosen(name: string): [string | null, (id: string | null) => void] {
  const [params, setParams] = useSearchParams();
  const chosen = params.get(name);
  const choose = useCallback(
    (id: string | null) => {
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          if (id === null) next.delete(name);
          else next.set(name, id);
          return next;
        },
        // Going through a list leaves one step in the history, not one for each line.
        { replace: chosen !== null },
      );
    },
    [name, setParams, chosen],
  );
  return [chosen, choose];
}
