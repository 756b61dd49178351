/**
 * Holm's step-down p-values (Holm 1979): each at most α only where its hypothesis is rejected while the chance of any
 * false rejection among all stays at α, whatever the tests' dependence. In the order given.
 */
export function holm(p: readonly number[]): number[] {
  return adjusted(p, (sorted) => {
    let largest = 0
    return sorted.map((value, i) => {
      largest = Math.max(largest, Math.min(1, (sorted.length - i) * value))
      return largest
    })
  })
}

/** Benjamini and Hochberg's step-up p-values (1995), which hold the expected share of false rejections. In the order given. */
export function benjaminiHochberg(p: readonly number[]): number[] {
  return adjusted(p, (sorted) => {
    let smallest = 1
    return sorted
      .map((value, i) => ({ value, rank: i + 1 }))
      .reverse()
      .map(({ value, rank }) => {
        smallest = Math.min(smallest, (sorted.length / rank) * value)
        return smallest
      })
      .reverse()
  })
}

/** Adjusts p-values from the smallest to the largest and puts them back in their places. One that is not a number counts as 1. */
function adjusted(p: readonly number[], adjust: (sorted: readonly number[]) => readonly number[]): number[] {
  const known = p.map((value) => (value >= 0 && value <= 1 ? value : 1))
  const order = known.map((value, place) => ({ value, place })).sort((a, b) => a.value - b.value)
  const results = adjust(order.map(({ value }) => value))
  const back = new Array<number>(p.length).fill(1)
  order.forEach(({ place }, i) => {
    back[place] = results[i] ?? 1
  })
  return back
}
