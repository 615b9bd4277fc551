/** A file of the app as bytes: from the browser's own keeping where it is there, else from the server. Rejects where neither has it. */
export async function fetched(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`The server answered ${answer.status} to ${url}.`);
  return answer.arrayBuffer();
}
