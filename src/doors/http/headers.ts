import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";

/**
 * Style elements that react-aria makes in the page: for what can be pressed, and on iOS beneath what lies over the page. A test holds
 * them to the package that is installed.
 */
export const styleElements = [
  `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`,
  `@layer {
  * {
    overscroll-behavior: contain;
  }
}`,
];

/**
 * What the app may load and do: its own files, and pictures that it holds in memory. No script and no style stands in the page, and
 * nothing is sent anywhere else. `wasm-unsafe-eval` lets it read codes and words on photos, by WebAssembly of its own; it
 * allows no script from text.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  `style-src 'self' ${styleElements.map((text) => `'sha256-${hashOf(text)}'`).join(" ")}`,
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What no screen uses; a camera for cards and badges, and a microphone for dictation, are the app's alone. */
const denied = [
  "accelerometer",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "magnetometer",
  "midi",
  "payment",
  "publickey-credentials-get",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

const headers: readonly (readonly [string, string])[] = [
  ["Content-Security-Policy", contentSecurityPolicy],
  ["Permissions-Policy", ["camera=(self)", "microphone=(self)", ...denied.map((name) => `${name}=()`)].join(", ")],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Embedder-Policy", "require-corp"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["Referrer-Policy", "no-referrer"],
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
];

/** Gives every answer, whatever it is, the headers that keep the app to itself; those of the API are kept by nobody. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of headers) c.res.headers.set(name, value);
  if (c.req.path.startsWith("/api/")) c.res.headers.set("Cache-Control", "no-store");
};

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
