/**
 * Gives the process a global `Temporal` where its runtime has none (Node below 26).
 * Every process of `main/` imports this first; the pure rooms then use the language's own name.
 */
if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");
