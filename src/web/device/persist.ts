import type { OpenWorkspace } from "./open-workspace.ts";

/**
 * Asks the browser not to take what is kept here when it is short of room, once a person has something here that no server has: then
 * the question, where a browser puts one, makes sense to them. Chromium and Safari decide by themselves; Firefox asks. Said
 * no, it is asked again only when the app is opened anew.
 */
export function askToKeep(workspace: OpenWorkspace): void {
  const storage = navigator.storage as StorageManager | undefined; // not there over plain HTTP
  if (storage === undefined) return;
  const stop = workspace.onStatus(({ pending }) => {
    if (pending === 0) return;
    stop();
    void storage
      .persisted()
      .then((isKept) => isKept || storage.persist())
      .catch(() => false);
  });
}
