import type { Location } from '../../shared/location.js'
import { type Problem, problem } from '../../shared/problem.js'
import { BATCH_ROWS, type Batch, type ColumnWanted } from '../predictions/contract.js'
import { type Plan, planFor } from './cell.js'
import { Cells } from './cells.js'
import { Classes } from './classes.js'
import { MAX_GROUPS, type PredictionColumns, type Wanted } from './contract.js'
import { Budget } from './counts.js'

/** A set of attributes and its groups. */
export interface AttributeGroups {
  readonly attributes: readonly string[]
  readonly cells: Cells
}

/** The classes of a batch's rows, and the class that each code of their column stands for. */
interface Coded {
  readonly codes: Int32Array
  readonly translation: number[]
}

/** Everything that is collected in one pass: for all rows, and for the groups of each set of attributes. */
export class Collection {
  /** The columns to read. */
  readonly columns: ColumnWanted[] = []
  readonly all: Cells
  readonly groups: readonly AttributeGroups[]
  /** Undefined where no metric asks for classes. */
  readonly classes: Classes | undefined
  /** What may be asked for, at any depth. */
  readonly plan: Plan
  readonly #budget = new Budget()
  readonly #positive: string
  readonly #at: { label?: number; prediction?: number; score?: number; truth?: number; estimate?: number } = {}
  readonly #labels: Coded = { codes: new Int32Array(BATCH_ROWS), translation: [] }
  readonly #predictions: Coded = { codes: new Int32Array(BATCH_ROWS), translation: [] }
  #rows = 0
  #crowded: readonly string[] | undefined
  #improbable: { readonly row: number; readonly found: string } | undefined

  constructor(
    private readonly names: PredictionColumns,
    wanted: Wanted,
  ) {
    const { label, prediction, score, positive, quantile } = names
    const has = {
      prediction: prediction !== undefined,
      score: score !== undefined,
      numbers: prediction !== undefined && positive === undefined,
    }
    this.plan = planFor([...wanted.metrics, ...wanted.groups.flatMap(({ metrics }) => metrics)], has)
    this.#positive = positive ?? '1'
    if (this.plan.classes) {
      this.classes = new Classes()
      this.#at.label = this.#read({ name: label, as: 'category', required: true })
      if (prediction !== undefined)
        this.#at.prediction = this.#read({ name: prediction, as: 'category', required: true })
    }
    if (score !== undefined && (this.plan.ranking || this.plan.probability)) {
      this.#at.score = this.#read({ name: score, as: 'number' })
    }
    if (prediction !== undefined && this.plan.numbers) {
      this.#at.truth = this.#read({ name: label, as: 'number' })
      this.#at.estimate = this.#read({ name: prediction, as: 'number' })
    }
    this.all = new Cells([], planFor(wanted.metrics, has), quantile, this.#budget)
    const known = wanted.groups.filter(({ attributes }) => attributes.every((name) => names.groups.includes(name)))
    this.groups = known.map(({ attributes, metrics }) => {
      const positions = attributes.map((name) => this.#read({ name, as: 'category', required: true }))
      return { attributes, cells: new Cells(positions, planFor(metrics, has), quantile, this.#budget) }
    })
  }

  /** The position of a column in a batch; it is read once, whoever asks for it. */
  #read(column: ColumnWanted): number {
    const known = this.columns.findIndex(({ name, as }) => name === column.name && as === column.as)
    return known >= 0 ? known : this.columns.push(column) - 1
  }

  /** Adds the rows of a batch. */
  add(batch: Batch): void {
    if (this.#crowded !== undefined || this.#budget.isSpent) return
    const { rows } = batch
    const labels = this.#classesOf(batch, this.#at.label, this.#labels, true)
    const predictions = this.#classesOf(batch, this.#at.prediction, this.#predictions, false)
    const scores = numbersOf(batch, this.#at.score)
    if (scores !== undefined && this.plan.probability) this.#checkProbabilities(scores)
    const facts = {
      ...{ rows, labels, predictions, scores },
      positive: this.#positiveClass(),
      truths: numbersOf(batch, this.#at.truth),
      estimates: numbersOf(batch, this.#at.estimate),
    }
    this.all.add(batch, facts)
    const crowded = this.groups.find(({ cells }) => !cells.add(batch, facts))
    this.#crowded = crowded?.attributes
    this.#rows += rows
  }

  /** The number of the positive class, as far as it is known; that a policy may mean two is told at the end. */
  #positiveClass(): number {
    const [name = ''] = this.classes?.meant(this.#positive) ?? []
    return this.classes?.idOf(name) ?? -1
  }

  #classesOf(batch: Batch, at: number | undefined, into: Coded, isLabel: boolean): Int32Array | undefined {
    const column = at === undefined ? undefined : batch.columns[at]
    if (column?.as !== 'category' || this.classes === undefined) return undefined
    this.classes.translate(column, into.translation, isLabel, into.codes)
    return into.codes
  }

  #checkProbabilities(scores: Float64Array): void {
    if (this.#improbable !== undefined) return
    const at = scores.findIndex((score) => !(score >= 0 && score <= 1))
    if (at >= 0) this.#improbable = { row: this.#rows + at + 1, found: String(scores[at]) }
  }

  /** What is wrong with the rows. */
  problems(at: Location): Problem[] {
    const { score: column = '' } = this.names
    const crowded =
      this.#crowded && problem('evidence.measure.groups', { attributes: this.#crowded, limit: MAX_GROUPS }, at)
    const spent = this.#budget.isSpent ? problem('evidence.measure.classes', {}, at) : undefined
    const improbable =
      this.#improbable && problem('evidence.measure.not-probability', { column, ...this.#improbable }, at)
    return [crowded, spent, improbable].filter((it) => it !== undefined)
  }
}

function numbersOf({ columns }: Batch, at: number | undefined): Float64Array | undefined {
  const column = at === undefined ? undefined : columns[at]
  return column?.as === 'number' ? column.values : undefined
}
