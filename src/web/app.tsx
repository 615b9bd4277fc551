import { Suspense, use, useState } from "react";
import { type Found, openWorkspace } from "./device/open.ts";
import type { OpenWorkspace } from "./device/open-workspace.ts";
import { WorkspaceProvider } from "./parts/workspace.tsx";
import { Welcome } from "./screens/welcome.tsx";
import { Shell } from "./shell.tsx";

const found = openWorkspace();

/** The app: opens what this device keeps, or begins with it. */
export function App() {
  return (
    <Suspense fallback={null}>
      <Opened found={found} />
    </Suspense>
  );
}

function Opened({ found: opening }: { found: Promise<Found> }) {
  const opened = use(opening);
  const [begun, setBegun] = useState<OpenWorkspace | null>(null);
  const workspace = begun ?? (opened.is === "open" ? opened.workspace : null);
  if (workspace === null) {
    if (opened.is === "open") throw new Error("What is open is a workspace.");
    return <Welcome begin={async (args) => setBegun(await opened.begin(args))} />;
  }
  return (
    <WorkspaceProvider workspace={workspace}>
      <Shell />
    </WorkspaceProvider>
  );
}
