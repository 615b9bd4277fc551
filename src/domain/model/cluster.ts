import * as z from "zod";
import { BoardId, ClusterId } from "./id.ts";
import { Instant } from "./time.ts";
import { Place } from "./sticky.ts";

/**
 * Stickies that belong together; each of them says so. Its place is that of its upper left corner. Written by `cluster.make`,
 * `cluster.name`, `cluster.move`, `cluster.remove`, `sticky.import`, and `cluster.leave`, which removes one that nothing is left in.
 */
export const Cluster = z.object({
  id: ClusterId,
  createdAt: Instant,
  boardId: BoardId,
  name: z.string().trim().min(1).max(120).nullable().default(null),
  ...Place.shape,
});
export type Cluster = z.infer<typeof Cluster>;
