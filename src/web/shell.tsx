import { Ellipsis, Plus, Search } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { RouterProvider } from "react-aria-components";
import { Button } from "react-aria-components/Button";
import { Link, Route, Switch, useLocation } from "wouter";
import { ErrorBoundary } from "./parts/error-boundary.tsx";
import { keepDraft, readDraft } from "./parts/draft.ts";
import { type KeyNow, type Keys, keysNow, sayKey, useKeys } from "./parts/keys.ts";
import { keepScroll } from "./parts/scroll-place.ts";
import { StepActsProvider } from "./parts/step-acts.tsx";
import { SyncLine } from "./parts/sync-line.tsx";
import { Toasts } from "./parts/toasts.tsx";
import { useUndo } from "./parts/workspace.tsx";
import { type Screen, screens } from "./screens.ts";
import styles from "./shell.module.css";

const loadCapture = () => import("./parts/capture.tsx");
const Capture = lazy(async () => ({ default: (await loadCapture()).Capture }));
const loadPalette = () => import("./parts/palette.tsx");
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const Help = lazy(async () => ({ default: (await import("./parts/help.tsx")).Help }));

/** What stands before the screen: a line to capture, everything that can be done, or the keys. */
type Before = "capture" | "palette" | { help: KeyNow[] } | null;

/** What stands around every screen: the ways to the others, and capture within reach. */
export function Shell() {
  const [, navigate] = useLocation();
  const [before, setBefore] = useState<Before>(() => (readDraft().isOpen ? "capture" : null));
  const close = useCallback(() => {
    keepDraft({ ...readDraft(), isOpen: false });
    setBefore(null);
  }, []);
  const capture = useCallback(() => setBefore("capture"), []);
  const help = () => setBefore({ help: keysNow() });
  const undo = useUndo();
  const undoing = { does: "Undo", act: () => void undo() };
  useKeys({
    c: { does: "Capture a line", act: capture },
    "mod+k": { does: "Everything you can do", act: () => setBefore("palette") },
    "?": { does: "The keys", act: help },
    "/": { does: "Search", act: () => navigate("/search") },
    u: undoing,
    "mod+z": undoing,
    ...useGoKeys(),
  });
  // What stands before a screen is fetched once the first one is there: no key waits for it, nor does the screen.
  useEffect(() => {
    const timers = [setTimeout(() => void loadCapture(), 250), setTimeout(() => void loadPalette(), 1000)];
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <RouterProvider navigate={navigate}>
      <StepActsProvider>
        <a className={styles["skip"]} href="#main">
          Skip to the screen
        </a>
        <div className={styles["shell"]}>
          <nav className={styles["rail"]} aria-label="Screens">
            <p className={styles["name"]}>Upshot</p>
            <Button className={styles["capture"] ?? ""} onPress={capture}>
              <Plus aria-hidden size={18} /> Capture <kbd aria-hidden>c</kbd>
            </Button>
            <ul>{screens.map((screen) => (screen.icon ? <Way key={screen.path} screen={screen} /> : null))}</ul>
            <div className={styles["foot"]}>
              <SyncLine />
              <Button className={styles["find"] ?? ""} onPress={() => setBefore("palette")}>
                <Search aria-hidden size={18} strokeWidth={1.75} />
                <span>Commands</span> <kbd aria-hidden>{sayKey("mod+k")}</kbd>
              </Button>
            </div>
          </nav>
          <Main />
          <nav className={styles["bar"]} aria-label="Screens">
            <SyncLine isSlim />
            <Bar onCapture={capture} />
          </nav>
        </div>
        <Toasts />
        <Suspense fallback={null}>
          {before === "capture" && <Capture onClose={close} />}
          {before === "palette" && <Palette onClose={close} onCapture={capture} onHelp={help} />}
          {typeof before === "object" && before !== null && <Help keys={before.help} onClose={close} />}
        </Suspense>
      </StepActsProvider>
    </RouterProvider>
  );
}

function Way({ screen: { path, title, icon: Icon } }: { screen: Screen }) {
  const isHere = useIsAt(path);
  return (
    <li>
      <Link href={path} className={styles[isHere ? "here" : "way"]} aria-current={isHere ? "page" : undefined}>
        {Icon && <Icon aria-hidden size={18} strokeWidth={1.75} />}
        <span>{title}</span>
      </Link>
    </li>
  );
}

/** The bar at the thumb: two screens, capture in the middle, one more, and the way to all others. */
function Bar({ onCapture }: { onCapture: () => void }) {
  const shown = screens.filter((screen) => screen.isInBar);
  const [first, ...others] = shown.map((screen) => <Way key={screen.path} screen={screen} />);
  return (
    <ul>
      {first}
      {others[0]}
      <li>
        <Button className={styles["capture"] ?? ""} aria-label="Capture" onPress={onCapture}>
          <Plus aria-hidden size={24} />
        </Button>
      </li>
      {others[1]}
      <Way screen={more} />
    </ul>
  );
}

const more: Screen = { path: "/more", title: "More", icon: Ellipsis, show: () => null };

/** True where the screen of a path, or one below it, is shown. */
function useIsAt(path: string): boolean {
  const [location] = useLocation();
  return path === "/" ? location === "/" : location === path || location.startsWith(`${path}/`);
}

/** The screen itself: it has the title of the page, and the focus when it comes. */
function Main() {
  const [location] = useLocation();
  const place = useRef<HTMLElement>(null);
  const shown = useRef(location);
  useEffect(() => keepScroll(place.current), [location]);
  useEffect(() => {
    const main = place.current;
    if (main === null || shown.current === location) return;
    shown.current = location;
    main.focus({ preventScroll: true });
  }, [location]);
  return (
    <main className={styles["main"]} id="main" tabIndex={-1} ref={place}>
      <div className={styles["page"]}>
        <Suspense fallback={null}>
          <Switch>
            {screens.map(({ path, title, show: Show }) => (
              <Route key={path} path={path}>
                <Titled title={title} />
                <ErrorBoundary at={location} what={title}>
                  <Show />
                </ErrorBoundary>
              </Route>
            ))}
            <Route>
              <Titled title="Not found" />
              <h1>There is nothing at this address</h1>
              <p>
                <Link href="/">Go to Today</Link>
              </p>
            </Route>
          </Switch>
        </Suspense>
      </div>
    </main>
  );
}

/** Says in the tab which screen it is. */
function Titled({ title }: { title: string }) {
  return <title>{`${title} · Upshot`}</title>;
}

/** `g` and then a screen's letter goes there. */
function useGoKeys(): Keys {
  const [, navigate] = useLocation();
  return Object.fromEntries(
    screens.flatMap(({ path, title, key }) =>
      key === undefined ? [] : [[`g ${key}`, { does: title, act: () => navigate(path) }]],
    ),
  );
}
