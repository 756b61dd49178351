/** A row of predictions. */
export interface Row {
  readonly label: number
  readonly prediction: number
  readonly score: number
  readonly gender: string
  readonly age_band: string
}

/** Rows of a model that is right more often than not, the same at each call; scores have so many decimals. */
export function rowsOf(count: number, decimals: number, seed = 7): Row[] {
  let state = seed
  // Park and Miller's generator (1988): tests need no better one.
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  return Array.from({ length: count }, () => {
    const label = next() < 0.4 ? 1 : 0
    const score = Number(Math.min(1, Math.max(0, (next() + next()) / 2 + (label ? 0.15 : -0.15))).toFixed(decimals))
    const gender = next() < 0.3 ? 'F' : 'M'
    const age_band = ['18-29', '30-49', '50+'][Math.floor(3 * next())] ?? ''
    return { label, prediction: score > 0.5 ? 1 : 0, score, gender, age_band }
  })
}

export function predictionsCsv(rows: readonly Row[]): string {
  const lines = rows.map((row) => `${row.label},${row.prediction},${row.score},${row.gender},${row.age_band}`)
  return `y_true,y_pred,y_score,gender,age_band\n${lines.join('\n')}\n`
}
