/** How many of the sorted values are below a value, or not above it. */
export function countBelow(sorted: Float64Array, value: number, orEqual: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const at = sorted[middle] ?? value
    if (at < value || (orEqual && at === value)) low = middle + 1
    else high = middle
  }
  return low
}
