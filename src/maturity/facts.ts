import { clip } from '../shared/clip.js'
import { compareText } from '../shared/location.js'
import { GRADES, type Grade } from './ids.js'

/** What a line of a repository can be evidence of. */
export type Signal =
  | 'tracking'
  | 'lock'
  | 'data-version'
  | 'seed'
  | 'pipeline'
  | 'training'
  | 'serving'
  | 'container'
  | 'monitor-quality'
  | 'monitor-infra'
  | 'drift'
  | 'drift-scheduled'
  | 'retrain'
  | 'feature-store'
  | 'feature-apply'
  | 'ab'
  | 'autoscale'
  | 'cost'
  | 'platform-config'
  | 'config-validated'
  | 'config-deploy'
  | 'policy'
  | 'gate-run'
  | 'audit'
  | 'governance'
  | 'data-validation'
  | 'fairness'
  | 'dependency-updates'
  | 'ci-test'
  | 'ci-deploy'
  | 'gated-deploy'
  | 'validated-deploy'
  | 'ci-train'
  | 'ci-evaluate'
  | 'ci-build'
  | 'scheduled-training'

/** A place that evidence stands in, with the line's own text. */
export interface Evidence {
  readonly path: string
  readonly line: number
  readonly text: string
}

/** A line that is evidence of something, and how strong it is. */
export interface Fact extends Evidence {
  readonly signal: Signal
  readonly grade: Grade
  /** The line that has it run, for what is executed. */
  readonly by?: Evidence
}

/** Longest text of a line that is quoted, in UTF-16 units. */
export const MAX_TEXT = 160
/** Most facts of one signal and grade that are kept: a repository of a thousand pipelines shows it in a few. */
const MAX_FACTS = 400

/** Facts by signal; bounded whatever is added. */
export class Facts {
  readonly #all = new Map<string, Fact[]>()

  add(signal: Signal, grade: Grade, at: Evidence, by?: Evidence): void {
    const key = `${signal}/${grade}`
    const known = this.#all.get(key) ?? []
    this.#all.set(key, known)
    if (known.length >= MAX_FACTS || known.some(({ path, line }) => path === at.path && line === at.line)) return
    const { path, line, text } = at
    known.push({ signal, grade, path, line, text: clip(text.trim(), MAX_TEXT), ...(by && { by }) })
  }

  /** Every fact of these signals, the strongest first, then in order of place. */
  of(...signals: readonly Signal[]): Fact[] {
    return [...GRADES]
      .reverse()
      .flatMap((grade) => signals.flatMap((signal) => this.#all.get(`${signal}/${grade}`) ?? []).sort(byPlace))
  }

  /** The strongest grade of a signal; undefined where nothing was found. */
  best(...signals: readonly Signal[]): Grade | undefined {
    return this.of(...signals)[0]?.grade
  }
}

function byPlace(a: Evidence, b: Evidence): number {
  return compareText(a.path, b.path) || a.line - b.line
}
