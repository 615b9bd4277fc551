import { lazy, Suspense, use, useEffect, useState, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { type Found, openWorkspace, sayFailure } from "./device/open.ts";
import type { OpenWorkspace } from "./device/open-workspace.ts";
import { keepAppHere, Notices } from "./notices.tsx";
import { Joining, Said } from "./opening.tsx";
import { WorkspaceProvider } from "./parts/workspace.tsx";
import { Shell } from "./shell.tsx";

// Seen once; no later first screen waits for it.
const Welcome = lazy(async () => ({ default: (await import("./screens/welcome.tsx")).Welcome }));

let waitsFor: string | null = null;
const waiting = new Set<() => void>();
const found = openWorkspace((sentence) => {
  waitsFor = sentence;
  for (const listener of waiting) listener();
}).catch((error: unknown) => ({ is: "failed", sentence: sayFailure(error) }) as const);

/** Shows the app in its place of the page. */
export function begin(place: HTMLElement | null): void {
  if (place === null) throw new Error("The page of the app has a place for it.");
  createRoot(place).render(<App />);
}

/** The app: opens what this device keeps, joins what the server keeps, or begins with it. */
function App() {
  return (
    <Suspense fallback={<Waiting />}>
      <Opened found={found} />
    </Suspense>
  );
}

function Opened({ found: opening }: { found: typeof found }) {
  const opened = use(opening);
  const [begun, setBegun] = useState<OpenWorkspace | null>(null);
  // Also before there is anything to keep: an export begins a workspace with no network (DA1).
  useEffect(keepAppHere, []);
  // None is run before there is something to be seen, and no first one is to wait for them, be there a network by then or not.
  useEffect(() => void import("#domain/run.ts"), []);
  if (begun !== null) return <Whole workspace={begun} />;
  switch (opened.is) {
    case "open":
      return <Whole workspace={opened.workspace} />;
    case "joining":
      return <Joined {...opened} />;
    case "new":
      return (
        <>
          {opened.told && <Said sentence={opened.told} />}
          <Welcome
            begin={async (args, how) => {
              const made = await opened.begin(args);
              history.replaceState(null, "", how === "example" ? "/start?example" : "/start");
              setBegun(made);
            }}
            take={async (args, whose) => {
              const made = await opened.take(args, whose);
              history.replaceState(null, "", "/");
              setBegun(made);
            }}
          />
        </>
      );
    case "failed":
      return <Said sentence={opened.sentence} isAll />;
  }
}

function Joined({ workspace, arrived }: Found & { is: "joining" }) {
  return (
    <Suspense fallback={<Joining workspace={workspace} />}>
      <Arrived workspace={workspace} arrived={arrived} />
    </Suspense>
  );
}

function Arrived({ workspace, arrived }: { workspace: OpenWorkspace; arrived: Promise<void> }) {
  use(arrived);
  return <Whole workspace={workspace} />;
}

function Whole({ workspace }: { workspace: OpenWorkspace }) {
  return (
    <WorkspaceProvider workspace={workspace}>
      <Shell />
      <Notices />
    </WorkspaceProvider>
  );
}

/** Nothing, which is over in a moment; or what opening waits for. */
function Waiting() {
  const sentence = useSyncExternalStore(
    (listener) => {
      waiting.add(listener);
      return () => void waiting.delete(listener);
    },
    () => waitsFor,
  );
  return sentence === null ? null : <Said sentence={sentence} isAll />;
}
