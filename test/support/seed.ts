import { configureGlobal } from "fast-check";

/**
 * Where every test that draws by chance begins. One number unless `UPSHOT_SEED` gives another, so that a commit that
 * held holds again; `UPSHOT_SEED=$RANDOM npm test` looks where nobody looked, and a failure names the seed that
 * replays it.
 */
export const seed = Number(process.env["UPSHOT_SEED"] ?? 20_260_327);

configureGlobal({ seed });
