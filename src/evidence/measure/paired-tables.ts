import { Keys } from '../predictions/keys.js'
import { Classes } from './classes.js'
import type { Measurements, PredictionColumns } from './contract.js'
import type { Pairing } from './paired.js'
import { PairedDifference } from './paired-difference.js'
import { pairRows, ranksOf } from './paired-join.js'
import { RowsKept } from './paired-rows.js'

/**
 * Keeps the rows of two tables while each is read once: first all of the model that is judged, then all of the baseline.
 */
export class PairedTables {
  readonly #classes = new Classes()
  readonly #keys = new Keys()
  readonly current: RowsKept
  readonly baseline: RowsKept

  constructor(
    private readonly columns: PredictionColumns,
    metrics: readonly string[],
  ) {
    const common = { classes: this.#classes, keys: this.#keys }
    this.current = new RowsKept(columns, metrics, common)
    this.baseline = new RowsKept(columns, metrics, common)
  }

  /** The pairing, once both tables were read; `baseline` is what the baseline's table gave. */
  pairing(baseline: Measurements): Pairing {
    const { id, quantile } = this.columns
    const classes = this.#classes
    const rows = pairRows(this.current.rows(), this.baseline.rows(), { id, keys: this.#keys, classes })
    if (!rows.ok) return { rows: baseline.rows, problems: rows.problems, baseline, difference: () => undefined }
    const difference = new PairedDifference(rows.value, this.#positive(), quantile)
    return {
      rows: rows.value.count,
      problems: [],
      baseline,
      difference: (metric, level) => difference.interval(metric, level),
    }
  }

  /** The number of the positive class among classes in order of name; −1 where none is positive. */
  #positive(): number {
    const { positive } = this.columns
    if (positive === undefined && !this.#classes.areUsual()) return -1
    const [name = ''] = this.#classes.meant(positive ?? '1')
    return ranksOf(this.#classes)[this.#classes.idOf(name)] ?? -1
  }
}
