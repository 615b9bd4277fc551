import { argv, stdin } from "node:process";
import { once } from "node:events";
import { writeSync } from "node:fs";
import { restoreSqlite } from "#store/restore.ts";

/**
 * A process that, once a byte comes in, restores one backup after the other in a store's place, again and again, until
 * `test/store/restore.test.ts` ends it. Arguments: the store's file, and the two backups.
 */
const [, , place = "", ...backups] = argv;
writeSync(1, "ready\n");
await once(stdin, "data");
stdin.destroy();
for (let round = 0; ; round += 1) {
  await restoreSqlite({ source: backups[round % 2] ?? "", place, aside: `${place}.before-${process.pid}-${round}` });
}
