import type { Commitment } from "../model/commitment.ts";
import type { CommitmentId } from "../model/id.ts";
import type { Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { found } from "./found.ts";

/** The commitment, while it is open. */
export async function openCommitment(tx: Tx, id: CommitmentId): Promise<Commitment> {
  const commitment = await found(tx, "commitment", id);
  if (commitment.state === "open") return commitment;
  throw new Refusal(
    "changed-since",
    `"${commitment.what}" is closed already (${commitment.state}); open it again with commitment.reopen.`,
  );
}
