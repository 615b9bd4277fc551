// Node 24 and 25 have no Temporal of their own; the processes in src/main install the same polyfill.
import "#main/temporal.ts";
