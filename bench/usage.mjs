// Loaded into a measured process: at its end it says how much memory it held at the most, as bytes.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  if (process.env.UPSHOT_BENCH_USAGE)
    writeFileSync(process.env.UPSHOT_BENCH_USAGE, String(process.resourceUsage().maxRSS * 1024));
});
