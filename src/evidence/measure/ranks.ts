/** Calls with the positive and the negative rows of each score, from the lowest on; rows of one score are tied. */
export type Steps = (visit: (positives: number, negatives: number) => void) => void

/** Rows by class. */
export interface Sizes {
  readonly positives: number
  readonly negatives: number
}

/** Pairs of a positive and a negative row that the scores order rightly, in halves: a tie is one. */
export function rankedHalves(steps: Steps): number {
  let below = 0
  let halves = 0
  steps((up, down) => {
    halves += up * (2 * below + down)
    below += down
  })
  return halves
}

/**
 * The variance of the area under the ROC curve (DeLong, DeLong & Clarke-Pearson 1988): of the share of the other class
 * that each row is ranked rightly against. Undefined with a single row of a class.
 */
export function areaVariance(steps: Steps, { positives, negatives }: Sizes): number | undefined {
  if (positives < 2 || negatives < 2) return undefined
  const area = rankedHalves(steps) / 2 / positives / negatives
  let below = 0
  let seen = 0
  let ofPositives = 0
  let ofNegatives = 0
  steps((up, down) => {
    const share = (below + down / 2) / negatives - area
    const other = 1 - (seen + up / 2) / positives - area
    ofPositives += up * share * share
    ofNegatives += down * other * other
    below += down
    seen += up
  })
  return ofPositives / (positives - 1) / positives + ofNegatives / (negatives - 1) / negatives
}
