/**
 * Runs `work` again while it fails for a reason that passes: another writer was in the way, and the engine has
 * rolled everything back. The pauses double from 1 ms to 32 ms (a synced command takes about 1.5 ms, so the first
 * few cost little) and are spread by chance, so that two writers do not meet in step. After `patienceMs` the last
 * failure is thrown.
 */
export async function retry<T>(
  work: () => Promise<T>,
  options: { patienceMs: number; isPassing: (error: unknown) => boolean },
): Promise<T> {
  const until = performance.now() + options.patienceMs;
  for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, 32)) {
    try {
      return await work();
    } catch (error) {
      if (!options.isPassing(error) || performance.now() > until) throw error;
    }
    await pause(pauseMs * (0.5 + Math.random()));
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
