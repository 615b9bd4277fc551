import type { ClusterId } from "../model/id.ts";
import type { Sticky } from "../model/sticky.ts";
import type { Tx } from "../ports.ts";
import { unname } from "./unname.ts";

/** After a sticky has left: a cluster that nothing is left in goes, too. */
export async function leaveCluster(tx: Tx, { clusterId }: Pick<Sticky, "clusterId">): Promise<void> {
  if (clusterId === null || (await tx.list("sticky", { clusterId })).length > 0) return;
  if ((await tx.get("cluster", clusterId)) !== undefined) await dissolve(tx, clusterId);
}

/** Removes a cluster that nothing is in, with the dots on it. */
export async function dissolve(tx: Tx, clusterId: ClusterId): Promise<void> {
  for (const vote of await tx.list("vote", { clusterId })) await tx.remove("vote", vote.id);
  await unname(tx, "cluster", clusterId);
  await tx.remove("cluster", clusterId);
}
