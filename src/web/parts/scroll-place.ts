/** How far each screen was scrolled when it was left. */
const places = new Map<string, number>();

/** A list that is drawn in parts gets its length a little later; until then its place is tried for. */
const drawnMs = 2000;

/** Puts a scrolling part where it was when its screen was last left, and remembers it from here on. Gives the way to stop. */
export function keepScroll(part: HTMLElement | null): () => void {
  if (part === null) return () => {};
  const { pathname } = location;
  const wanted = places.get(pathname) ?? 0;
  let isComing = wanted > 0;
  const arrive = () => {
    if (!isComing) return;
    part.scrollTop = wanted;
    if (part.scrollTop >= wanted - 1) isComing = false;
  };
  const drawn = new ResizeObserver(arrive);
  for (const child of part.children) drawn.observe(child);
  arrive();
  const giveUp = setTimeout(() => (isComing = false), drawnMs);
  const remember = () => {
    if (!isComing) places.set(pathname, part.scrollTop);
  };
  const takeOver = () => (isComing = false);
  part.addEventListener("scroll", remember, { passive: true });
  part.addEventListener("wheel", takeOver, { passive: true });
  part.addEventListener("touchstart", takeOver, { passive: true });
  return () => {
    clearTimeout(giveUp);
    drawn.disconnect();
    part.removeEventListener("scroll", remember);
    part.removeEventListener("wheel", takeOver);
    part.removeEventListener("touchstart", takeOver);
  };
}
