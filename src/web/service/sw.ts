/**
 * The service worker: it keeps the app's files, so that the app opens with no server in reach. Each build has a cache of its
 * own, whole before the build is used. A newer build waits until a person takes it; the cache of the one before stays, so that a
 * page that still runs on it finds its files. Nothing of `/api` passes through here.
 */
declare const self: ServiceWorkerGlobalScope;

/** Put in place when the app is built (`vite.web.config.ts`). */
declare const UPSHOT_BUILD: {
  /** Names the build: a hash of all its files. */
  id: string;
  /** What the first screens need: there before this build is used. */
  first: string[];
  /** Everything else: fetched when the app is open and quiet. */
  rest: string[];
};

const build = UPSHOT_BUILD;
const prefix = "upshot-app-";
const cacheName = prefix + build.id;
const page = "/index.html";
const known = new Set([...build.first, ...build.rest]);

self.addEventListener("install", (event) => {
  event.waitUntil(fill(build.first));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === "take-over") event.waitUntil(self.skipWaiting());
  if (event.data === "fetch-rest") event.waitUntil(fill(build.rest));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || pathname.startsWith("/api/")) return;
  const isScreen = request.mode === "navigate" && !pathname.slice(pathname.lastIndexOf("/")).includes(".");
  if (isScreen) event.respondWith(ours(page, request));
  else if (known.has(pathname) || pathname.startsWith("/assets/")) event.respondWith(ours(pathname, request));
});

/** A file of this build; or of the one before, for a page that runs on it; or from the server. */
async function ours(path: string, request: Request): Promise<Response> {
  const mine = await caches.open(cacheName);
  const kept = (await mine.match(path)) ?? (path === page ? undefined : await caches.match(path));
  return kept ?? fetch(request);
}

/** Puts files into this build's cache; those whose name holds their content's hash are taken from an older one where they are there. */
async function fill(paths: readonly string[]): Promise<void> {
  const mine = await caches.open(cacheName);
  for (const path of paths) {
    if (await mine.match(path)) continue;
    const older = path.startsWith("/assets/") ? await caches.match(path) : undefined;
    const file = older ?? (await fetch(path, { cache: "no-cache" }));
    if (!file.ok) throw new Error(`The server answered ${file.status} to ${path}.`);
    await mine.put(path, file);
  }
}

/** Lets go of all builds' caches but this one's and that of the build before. */
async function forgetOlder(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  for (const name of names.slice(0, -1)) await caches.delete(name);
}
