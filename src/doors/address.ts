/** True for the names and addresses that only this machine itself can ask for: nothing from a network gets there. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || /^(?:\[::1\]|::1)$/.test(host) || /^127(?:\.\d{1,3}){3}$/.test(host);
}
