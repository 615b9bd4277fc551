import { Suspense, useState } from "react";
import { RouterProvider } from "react-aria-components";
import { Link, Route, Switch, useLocation } from "wouter";
import { Capture } from "./parts/capture.tsx";
import { useKeys } from "./parts/keys.ts";
import { SyncLine } from "./parts/sync-line.tsx";
import { Toasts } from "./parts/toasts.tsx";
import { useUndo } from "./parts/workspace.tsx";
import { screens } from "./screens.ts";
import styles from "./shell.module.css";

/** The screens that are no detail of another. */
const ways = screens.filter((screen) => screen.icon !== undefined);

/** What stands around every screen: the ways to the others, and capture within reach. */
export function Shell() {
  const [, navigate] = useLocation();
  const [isCapturing, setCapturing] = useState(false);
  const undo = useUndo();
  const undoing = { does: "Undo", act: () => void undo() };
  useKeys({ u: undoing, "mod+z": undoing });
  return (
    <RouterProvider navigate={navigate}>
      <div className={styles["shell"]}>
        <nav className={styles["rail"]} aria-label="Screens">
          <ul>
            {ways.map(({ path, title, icon: Icon }) => (
              <li key={path}>
                <Link href={path} className={(isActive) => styles[isActive ? "here" : "way"] ?? ""}>
                  {Icon && <Icon aria-hidden size={20} />}
                  <span>{title}</span>
                </Link>
              </li>
            ))}
          </ul>
          <button type="button" className={styles["capture"]} onClick={() => setCapturing(true)}>
            Capture <kbd>c</kbd>
          </button>
          <SyncLine />
        </nav>
        <main className={styles["main"]} id="main">
          <Suspense fallback={null}>
            <Switch>
              {screens.map(({ path, show: Show }) => (
                <Route key={path} path={path}>
                  <Show />
                </Route>
              ))}
              <Route>
                <h1>There is nothing at this address</h1>
                <p>
                  <Link href="/">Go to Today</Link>
                </p>
              </Route>
            </Switch>
          </Suspense>
        </main>
        <Toasts />
        <Capture isOpen={isCapturing} onClose={() => setCapturing(false)} onAsk={() => setCapturing(true)} />
      </div>
    </RouterProvider>
  );
}
