import { randomFrom } from '../../stats/random.js'
import { BLOCKS } from './contract.js'
import type { PairedRows } from './paired-join.js'

/** An order of the rows that depends on what they hold and not on how they were written: sorted. */
export function orderOf({ count, current, baseline }: PairedRows): Uint32Array {
  const values = [current, baseline].flatMap(({ labels, predictions, scores, truths, estimates }) =>
    [labels, predictions, scores, truths, estimates].filter((column) => column !== undefined),
  )
  const order = new Uint32Array(count)
  for (let row = 0; row < count; row += 1) order[row] = row
  order.sort((a, b) => {
    for (const column of values) {
      const difference = (column[a] ?? 0) - (column[b] ?? 0)
      if (difference !== 0) return difference
    }
    return 0
  })
  return order
}

/**
 * The order in which rows are dealt out to the blocks of the bootstrap: where several share a block, permuted from a fixed
 * seed, because sorted rows would be dealt out too evenly (Fisher & Yates; Durstenfeld 1964).
 */
export function dealt(sorted: Uint32Array): Uint32Array {
  if (sorted.length <= BLOCKS) return sorted
  const order = sorted.slice()
  const random = randomFrom('predictions/rows')
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1)
    const moved = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = moved
  }
  return order
}
