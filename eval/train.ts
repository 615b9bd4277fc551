import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { calibrationOf, judgedApart } from "./train/calibrate.ts";
import { readWith } from "./train/candidates.ts";
import { compareModels } from "./train/compare.ts";
import { corpusMaterial, isMinutesDev, minutesMaterial, realMaterial } from "./train/material.ts";
import { fitObservations } from "./train/observations.ts";
import { fitSteps } from "./train/steps.ts";
import { filesOf } from "./train/stored.ts";

const usage = `npm run train -- [options]: fits the reader's weights and writes them to src/reading

  --check      write nothing; say whether the stored weights are what training gives, and fail if not
  --compare    write nothing; print how well other models do on the same pages

Needs the real notes and minutes too (UPSHOT_DATA names their folder): without them it would give other weights, so it stops.`;

const { values: asked } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    compare: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const dataFolder = process.env["UPSHOT_DATA"] ?? join(import.meta.dirname, "..", "..", "shared", "data");

if (asked.help) console.log(usage);
else if (!existsSync(join(dataFolder, "minutes", "labels.jsonl"))) {
  console.log(
    `No real notes and minutes in ${dataFolder}: nothing was trained${asked.check ? " or checked" : ", and the stored weights stay as they are"}. Set UPSHOT_DATA to their folder.`,
  );
  process.exitCode = 1;
} else if (asked.compare) console.log(compareModels(dataFolder));
else train();

function train(): void {
  const corpus = corpusMaterial("train");
  const real = realMaterial(dataFolder);
  const minutes = minutesMaterial(dataFolder).filter(({ name }) => !isMinutesDev(name));
  const files = new Set(minutes.map(({ name }) => name)).size;
  console.log(`Learning from ${corpus.length} folders, ${real.length} real files, lines of ${files} minutes`);
  const all = [...corpus, ...real, ...minutes];
  const { table: steps, lessons } = fitSteps(all);
  const examples = lessons.flatMap((lesson) => lesson.examples);
  console.log(`  ${examples.length} examples, ${examples.filter(({ isStep }) => isStep).length} of them steps`);
  const observations = fitObservations([...corpus, ...real]);
  const judged = judgedApart(lessons);
  readWith(steps);
  const calibration = calibrationOf(judged);
  const changed = filesOf({ steps, observations, calibration }).filter(
    ({ path, text }) => !existsSync(path) || readFileSync(path, "utf8") !== text,
  );
  const names = changed.map(({ path }) => basename(path)).join(", ");
  if (!asked.check) for (const { path, text } of changed) writeFileSync(path, text);
  if (changed.length === 0) console.log("The stored weights are what training gives.");
  else if (asked.check) {
    console.log(`Training gives other weights than those stored: ${names}. Run npm run train.`);
    process.exitCode = 1;
  } else console.log(`Written: ${names}`);
}
