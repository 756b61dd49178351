/** Values with the weight of each; without weights, each counts alike. */
export interface Sample {
  readonly values: Float64Array
  readonly weights?: Float64Array
}

/**
 * The first Wasserstein distance of two samples: the area between their distribution functions, in the values' unit.
 * Undefined where a sample is empty, holds a value that is not finite, or has weights that do not fit it.
 */
export function wasserstein(first: Sample, second: Sample): number | undefined {
  const a = steps(first)
  const b = steps(second)
  if (a === undefined || b === undefined) return undefined
  let area = 0
  let i = 0
  let j = 0
  let at = Math.min(a.values[0] ?? 0, b.values[0] ?? 0)
  while (i < a.values.length || j < b.values.length) {
    const next = Math.min(a.values[i] ?? Number.POSITIVE_INFINITY, b.values[j] ?? Number.POSITIVE_INFINITY)
    area += (next - at) * Math.abs((a.below[i] ?? 1) - (b.below[j] ?? 1))
    at = next
    while (a.values[i] === next) i += 1
    while (b.values[j] === next) j += 1
  }
  return area
}

/** Sorted values, and for each the share of weight before it; after the last it is exactly 1. */
function steps({ values, weights }: Sample): { values: Float64Array; below: Float64Array } | undefined {
  if (values.length === 0 || !values.every(Number.isFinite)) return undefined
  if (weights === undefined) {
    return { values: values.toSorted(), below: values.map((_, i) => i / values.length) }
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (weights.length !== values.length || !weights.every((weight) => weight >= 0)) return undefined
  if (!(total > 0) || !Number.isFinite(total)) return undefined
  const order = Uint32Array.from(values, (_, i) => i).sort((x, y) => (values[x] ?? 0) - (values[y] ?? 0))
  let before = 0
  const below = Float64Array.from(order, (row) => {
    const share = before / total
    before += weights[row] ?? 0
    return share
  })
  return { values: Float64Array.from(order, (row) => values[row] ?? 0), below }
}
