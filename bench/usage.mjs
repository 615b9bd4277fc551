// Loaded into a measured process: at its end it says how much memory it held at the most, as bytes, and its processor seconds.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  if (process.env.UPSHOT_BENCH_USAGE) writeFileSync(process.env.UPSHOT_BENCH_USAGE, usage());
});

function usage() {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  return `${maxRSS * 1024} ${(userCPUTime + systemCPUTime) / 1e6}`;
}
