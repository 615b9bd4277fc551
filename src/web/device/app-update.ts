/** The app is looked for anew at most so often while it is open. */
const lookMs = 60 * 60_000;
/** So long after it opened, the app is quiet enough to fetch what the first screens do not need. */
const quietMs = 5000;

/** A newer build of the app that is here and waits. */
export interface Update {
  /** Takes it, and loads this page anew. */
  take: () => void;
}

/**
 * Keeps the app itself on this device, so that it opens with no server in reach. A newer build is fetched whole beside the one
 * that runs, and offered; until it is taken nothing of the running pages changes, and after it their files are still there.
 * @param onUpdate told when a newer build is here
 * @returns looks for a newer build now
 */
export async function keepApp(onUpdate: (update: Update) => void): Promise<() => Promise<void>> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined; // not there over plain HTTP
  const nothing = async () => undefined;
  if (container === undefined) return nothing;
  let registration: ServiceWorkerRegistration;
  try {
    registration = await container.register("/sw.js", { updateViaCache: "none" });
  } catch {
    return nothing; // a browser that keeps nothing, or a server that is just going away: the app runs from the network
  }
  const offer = (waiting: ServiceWorker) => {
    const take = () => {
      container.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("take-over");
    };
    onUpdate({ take });
  };
  const watch = (worker: ServiceWorker | null) => {
    worker?.addEventListener("statechange", () => {
      // The first one ever has nothing to wait for.
      if (worker.state === "installed" && registration.active !== null) offer(worker);
      if (worker.state === "activated") fetchRest(worker);
    });
  };
  if (registration.waiting) offer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  if (registration.active) fetchRest(registration.active);
  let lookedAt = performance.now();
  const look = async () => {
    lookedAt = performance.now();
    await registration.update().catch(() => undefined); // no server: another time
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && performance.now() - lookedAt > lookMs) void look();
  });
  return look;
}

function fetchRest(worker: ServiceWorker): void {
  setTimeout(() => worker.postMessage("fetch-rest"), quietMs);
}
