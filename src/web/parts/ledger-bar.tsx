import type { Ledger } from "#domain/model/ledger.ts";
import { sayCount, sayLedger } from "#domain/model/say.ts";
import styles from "./ledger-bar.module.css";

/** What the ledger counts, in the order in which a bar fills up, and the words for each. */
const parts = [
  ["made", "made into something"],
  ["proposed", "to answer"],
  ["kept", "kept"],
  ["letGo", "let go"],
  ["unread", "unread"],
] as const satisfies readonly (readonly [keyof Ledger, string])[];

/** The ledger of a page or an event as a bar that fills up, with the same counts in words (NT2). */
export function LedgerBar({ ledger, isBare = false }: { ledger: Ledger; isBare?: boolean }) {
  if (ledger.passages === 0) return null;
  let from = 0;
  const segments = parts.map(([state]) => {
    const segment = { state, x: from, width: ledger[state] };
    from += ledger[state];
    return segment;
  });
  return (
    <div className={styles["ledger"]}>
      <svg
        className={styles["bar"]}
        viewBox={`0 0 ${ledger.passages} 1`}
        preserveAspectRatio="none"
        role="img"
        aria-label={sayLedger(ledger)}
      >
        {segments.map(({ state, ...place }) => (
          <rect key={state} className={styles[state]} height={1} {...place} />
        ))}
      </svg>
      {!isBare && (
        <p className={styles["words"]}>
          <span>{sayCount(ledger.passages, "passage")}</span>
          {parts.map(([state, words]) =>
            ledger[state] === 0 ? null : (
              <span key={state}>
                <i className={styles[state]} aria-hidden />
                {ledger[state]} {words}
              </span>
            ),
          )}
        </p>
      )}
    </div>
  );
}
