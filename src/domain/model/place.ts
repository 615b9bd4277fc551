/** In a list in order of place (UTF-16 offsets), the index of the first item that begins at an offset or after it; by halving. */
export function firstFrom(list: readonly { start: number }[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
