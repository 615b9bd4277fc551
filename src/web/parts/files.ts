import type { DropItem } from "react-aria-components";

/** A file that a person gave, with the name they know it by (its folders too). */
export interface FileGiven {
  name: string;
  bytes: () => Promise<Uint8Array>;
}

/** More are no event: a home folder dropped by mistake must not be read to its end. */
const filesMax = 20_000;

/** Files chosen in a dialog of the browser. */
export function filesChosen(list: FileList | null): FileGiven[] {
  return [...(list ?? [])].slice(0, filesMax).map((file) => given(file, file.webkitRelativePath || file.name));
}

/** Files and folders dropped; folders with all that is in them. */
export async function filesDropped(items: readonly DropItem[]): Promise<FileGiven[]> {
  const found: FileGiven[] = [];
  const walk = async (item: DropItem, folder: string): Promise<void> => {
    if (found.length >= filesMax) return;
    if (item.kind === "file") found.push(given(await item.getFile(), `${folder}${item.name}`));
    if (item.kind !== "directory") return;
    for await (const inner of item.getEntries()) await walk(inner, `${folder}${item.name}/`);
  };
  for (const item of items) await walk(item, "");
  return found;
}

/** Words that were pasted, as a file of notes; none where there are no words. */
export function pasted(text: string): FileGiven[] {
  if (text.trim() === "") return [];
  return [{ name: "pasted.md", bytes: async () => new TextEncoder().encode(text) }];
}

function given(file: File, name: string): FileGiven {
  return { name, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}
