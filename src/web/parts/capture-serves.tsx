import type { CommitmentId } from "#domain/model/id.ts";
import { sayPeriod } from "#domain/model/period.ts";
import { openCommitments } from "#questions/plan.ts";
import { useQuestion } from "./workspace.tsx";
import styles from "./capture.module.css";

interface Props {
  value: CommitmentId | null;
  onChange: (commitment: CommitmentId | null) => void;
}

/** Which commitment the line's steps serve (PL1); nothing where there is none. */
export function CaptureServes({ value, onChange }: Props) {
  const commitments = useQuestion(openCommitments, []);
  if (commitments.length === 0) return null;
  return (
    <div className={styles["where"]}>
      <span>
        <span aria-hidden>For</span>
        <select
          aria-label="Commitment"
          value={value ?? ""}
          onChange={({ target }) =>
            onChange(commitments.find(({ commitment }) => commitment.id === target.value)?.commitment.id ?? null)
          }
        >
          <option value="">No commitment</option>
          {commitments.map(({ commitment }) => (
            <option key={commitment.id} value={commitment.id}>
              {commitment.what}, {sayPeriod(commitment)}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
