import { Suspense, use, useEffect, useState, useSyncExternalStore } from "react";
import { type Found, openWorkspace, sayFailure } from "./device/open.ts";
import type { OpenWorkspace } from "./device/open-workspace.ts";
import { keepAppHere, Notices } from "./notices.tsx";
import { Joining, Said } from "./opening.tsx";
import { WorkspaceProvider } from "./parts/workspace.tsx";
import { Welcome } from "./screens/welcome.tsx";
import { Shell } from "./shell.tsx";

let waitsFor: string | null = null;
const waiting = new Set<() => void>();
const found = openWorkspace((sentence) => {
  waitsFor = sentence;
  for (const listener of waiting) listener();
}).catch((error: unknown) => ({ is: "failed", sentence: sayFailure(error) }) as const);

/** The app: opens what this device keeps, joins what the server keeps, or begins with it. */
export function App() {
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
