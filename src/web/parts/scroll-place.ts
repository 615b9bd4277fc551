/** How far each screen was scrolled when it was left. */
const places = new Map<string, number>();

/** Puts a scrolling part where it was when its screen was last left, and remembers it from here on. Gives the way to stop. */
export function keepScroll(part: HTMLElement | null): () => void {
  if (part === null) return () => {};
  const { pathname } = location;
  part.scrollTop = places.get(pathname) ?? 0;
  const remember = () => places.set(pathname, part.scrollTop);
  part.addEventListener("scroll", remember, { passive: true });
  return () => part.removeEventListener("scroll", remember);
}
