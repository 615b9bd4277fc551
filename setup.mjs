// Brings a bare machine (Node 20 or newer, npm, git) to where Upshot runs, then does one task.
// Plain JavaScript on purpose: it runs before anything is installed, on the machine's own Node.
//
//   node setup.mjs start | test | bench | eval | simulate | train | upshot [arguments...]
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
const stampFile = join(root, "node_modules", ".upshot-installed");
/** The first Node that runs TypeScript and SQLite without flags. */
const nodeMajorMin = 24;

const [task = "start", ...rest] = process.argv.slice(2);
const tasks = {
  start: () => runBuilt("start.js", rest),
  // As the launcher does.
  upshot: () => run(node, ["--max-semi-space-size=8", join(root, "dist", "upshot.js"), ...rest]),
  test: () => test(rest),
  bench: () => runTypeScript("bench/bench.ts", rest),
  eval: () => runTypeScript("eval/eval.ts", rest),
  simulate: () => runTypeScript("sim/simulate.ts", rest),
  train: () => runTypeScript("eval/train.ts", rest),
};

if (!(task in tasks)) fail(`There is no task "${task}". Tasks: ${Object.keys(tasks).join(", ")}.`);
install();
const node = findNode();
if (!["eval", "simulate", "train"].includes(task)) build();
process.exit(await tasks[task]());

/** Installs what the lock file names, once per lock file and machine; says nothing when there is nothing to do. */
function install() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .update(`${process.platform} ${process.arch}`)
    .digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  say("Installing into node_modules what package-lock.json names (once; about 400 MB with its own Node) ...");
  rmSync(stampFile, { force: true });
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    console.error(npm.stdout ?? "", npm.stderr ?? "", npm.error?.message ?? "");
    fail(
      "npm could not install the packages. Check the network and the free disk space, then run the same command again.",
    );
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}

/** The machine's Node where it is new enough, else the one the npm package `node` brought. */
function findNode() {
  if (Number(process.versions.node.split(".")[0]) >= nodeMajorMin) return process.execPath;
  const brought = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (spawnSync(brought, ["--version"]).status === 0) return brought;
  rmSync(stampFile, { force: true });
  return fail(
    `Upshot needs Node ${nodeMajorMin} or newer; this is ${process.version}, and the npm package "node" brought none for ${process.platform}-${process.arch}. ` +
      `If npm is set to skip install scripts, run "npm rebuild node --ignore-scripts=false" here; or install a newer Node.`,
  );
}

/** Builds the command line where a source is newer than what was built; into a new folder first, so that no run sees half of it. */
function build() {
  const dist = join(root, "dist");
  const builtAt = statSync(join(dist, "upshot.js"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = [
    join(root, "package-lock.json"),
    join(root, "vite.config.ts"),
    join(root, "vite.web.config.ts"),
    ...filesIn(join(root, "src")),
  ];
  if (sources.every((file) => statSync(file).mtimeMs <= builtAt)) return;
  say("Building the command line and the app into dist (once for each change of the source) ...");
  const fresh = join(root, `dist-${process.pid}`);
  for (const [config, outDir] of [
    ["vite.config.ts", fresh],
    ["vite.web.config.ts", join(fresh, "web")],
  ]) {
    const vite = [join(root, "node_modules/vite/bin/vite.js"), "build", "--config", config, "--outDir", outDir];
    const child = spawnSync(node, [...vite, "--logLevel", "error"], { cwd: root, encoding: "utf8" });
    if (child.status === 0) continue;
    console.error(child.stdout, child.stderr);
    rmSync(fresh, { recursive: true, force: true });
    fail(
      "The build failed: the first message above names the file. After a fresh clone this should not happen; tell us.",
    );
  }
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.(tsx?|json|css|html|svg|png)$/.test(entry.name) && !entry.name.endsWith(".test.ts"),
    )
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function runBuilt(file, args) {
  return run(node, [join(root, "dist", file), ...args]);
}

function runTypeScript(file, args) {
  return run(node, [join(root, file), ...args]);
}

/** Everything that must hold, in the order in which a failure is cheapest to find. */
async function test(args) {
  const tool = (path, ...toolArgs) => [join(root, "node_modules", path), ...toolArgs];
  const steps = [
    {
      title: "Types, room by room",
      command: tool("typescript/bin/tsc", "-b"),
      advice: "Read the first error; the ones after it often follow from it.",
    },
    {
      title: "Lint",
      command: tool("oxlint/bin/oxlint", "--type-aware"),
      advice: "Each finding names its rule; .oxlintrc.json lists the rules we mean.",
    },
    { title: "Format", command: tool("oxfmt/bin/oxfmt", "--check"), advice: 'Run "npm run format".' },
    {
      title: "Unused files, exports and packages",
      command: tool("knip/bin/knip.js", "--no-progress"),
      advice: "Delete what nothing uses, or use it.",
    },
    {
      title: "Tests",
      command: tool("vitest/vitest.mjs", "run", ...args),
      advice: "A failed test's title names the rule; SPEC.md says what it means.",
    },
  ];
  say(`npm test: ${steps.map(({ title }) => title.toLowerCase()).join("; ")}. The first that fails ends it.`);
  const startedAt = Date.now();
  for (const { title, command, advice } of steps) {
    say(`${title} ...`);
    const stepAt = Date.now();
    const status = await run(node, command);
    if (status !== 0) return fail(`${title}: failed. ${advice}`);
    say(`${title}: ok (${((Date.now() - stepAt) / 1000).toFixed(1)} s)`);
  }
  say(`Everything holds (${((Date.now() - startedAt) / 1000).toFixed(0)} s).`);
  return 0;
}

/** Runs a program to its end. Whoever ends this process ends it, and not only what started it. */
async function run(command, args) {
  const path = `${dirname(node)}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`;
  const child = spawn(command, args, {
    cwd: task === "upshot" ? process.cwd() : root,
    stdio: "inherit",
    env: { ...process.env, PATH: path },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.once("error", (error) => fail(`Could not start ${command}: ${error.message}`));
    child.once("exit", (status) => done(status ?? 1));
  });
}

function say(line) {
  console.error(`upshot: ${line}`);
}

function fail(line) {
  console.error(`upshot: ${line}`);
  process.exit(1);
}
