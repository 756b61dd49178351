import { type Bound, satisfies } from '../../gates/bound.js'
import type { Files, Ladder, Sought, Specimen } from '../../gates/specimens.js'
import type { ModelReport } from '../../report/model.js'
import { parseDecimal } from '../../shared/decimal.js'
import type { Check } from '../../verdict/outcome.js'
import { checksOf } from './tried.js'

/** Into how many parts of a ladder it is looked first, and then. */
const GRIDS = [4, 16]
/** Most sets of files that are judged for the sake of ladders. */
const MAX_JUDGED = 1_000

type Judge = (files: Files) => Promise<ModelReport>

/** A step at which a check no longer passes, and what was judged there and at the last one before it that passes. */
export interface Found {
  readonly specimen: Specimen
  readonly good: ModelReport
  readonly bad: ModelReport
}

/** What came of ladders: the steps that were found, the bounds for which none was, and how many sets of files were judged. */
export interface Climbed {
  readonly found: readonly Found[]
  readonly unfound: readonly Sought[]
  readonly judged: number
}

/**
 * Looks for each bound on one ladder after the other for a step that its check passes and that fails one step further, in
 * whichever direction. What is undecided on few rows is sought on more, and counts as failed where nothing better is found.
 */
export async function climb(
  sought: readonly Sought[],
  rounds: readonly (() => readonly Ladder[])[],
  judge: Judge,
): Promise<Climbed> {
  const found: Found[] = []
  const undecided = new Set<string>()
  let open = [...sought]
  let judged = 0
  const counted: Judge = (files) => {
    judged += 1
    return judge(files)
  }
  const tries = [isBroken, isUndecided].flatMap((isBad) => rounds.map((ladders) => ({ isBad, ladders })))
  for (const [turn, { isBad, ladders }] of tries.entries()) {
    const isPursued = ({ id }: Sought) => turn === 0 || undecided.has(id)
    if (!open.some(isPursued)) break
    for (const ladder of ladders()) {
      const pursued = open.filter((one) => isPursued(one) && one.of === ladder.of)
      if (pursued.length === 0 || judged > MAX_JUDGED) continue
      const steps = new Steps(ladder, counted)
      for (const one of pursued) {
        // Many rows take their time: there it is looked less closely.
        const edge = await edgeOf(one, steps, isBad, turn === 0 ? GRIDS : GRIDS.slice(0, 1))
        if (edge === undefined) {
          if (steps.isUndecided(one.id)) undecided.add(one.id)
        } else {
          open = open.filter((other) => other !== one)
          found.push({ ...edge, specimen: specimenOf(one, ladder, edge.step) })
        }
      }
    }
  }
  return { found, unfound: open, judged }
}

function specimenOf({ id }: Sought, { at, change }: Ladder, step: number): Specimen {
  return { id, change: change(step), files: () => at(step) }
}

/** A ladder whose steps are judged when they are looked at, and once. */
class Steps {
  readonly #known = new Map<number, ModelReport>()

  constructor(
    readonly ladder: Ladder,
    private readonly judge: Judge,
  ) {}

  async report(step: number): Promise<ModelReport> {
    const report = this.#known.get(step) ?? (await this.judge(this.ladder.at(step)))
    this.#known.set(step, report)
    return report
  }

  /** Whether a check was undecided at a step that was looked at. */
  isUndecided(id: string): boolean {
    return [...this.#known.values()].some((report) =>
      checksOf(report).some((check) => check.id === id && check.outcome === 'insufficient'),
    )
  }

  async check(id: string, step: number): Promise<Check | undefined> {
    return checksOf(await this.report(step)).find((check) => check.id === id)
  }
}

interface Edge {
  readonly good: ModelReport
  readonly bad: ModelReport
  readonly step: number
}

type IsBad = (check: Check | undefined) => boolean

function isBroken(check: Check | undefined): boolean {
  return check?.outcome === 'fail' || check?.outcome === 'waived'
}

function isUndecided(check: Check | undefined): boolean {
  return isBroken(check) || check?.outcome === 'insufficient'
}

function isPassed(check: Check | undefined): boolean {
  return check?.outcome === 'pass'
}

/** Whether it is this bound, of several, on whose wrong side the value lies. */
function isBrokenBy(check: Check | undefined, { limit, relation }: Bound): boolean {
  const actual = parseDecimal(check?.actual ?? '')
  return actual !== undefined && !satisfies(actual.cmp(limit), relation)
}

/** Between a step that passes and one that fails: the first that fails, and the last before it that passes. */
async function edgeOf(sought: Sought, steps: Steps, isBad: IsBad, grids: readonly number[]): Promise<Edge | undefined> {
  for (const parts of grids) {
    const found = await edgeIn(parts, sought, steps, isBad)
    if (found !== undefined) return found
  }
  return undefined
}

async function edgeIn(parts: number, { id, bound }: Sought, steps: Steps, isBad: IsBad): Promise<Edge | undefined> {
  const isMeant: IsBad = (check) => isBad(check) && (bound === undefined || isBrokenBy(check, bound))
  const last = steps.ladder.steps
  const grid = [...new Set(Array.from({ length: parts + 1 }, (_, index) => Math.round((index * last) / parts)))]
  const seen = []
  for (const step of grid) seen.push({ step, check: await steps.check(id, step) })
  const passed = seen.filter(({ check }) => isPassed(check))
  const failed = seen.filter(({ check }) => isMeant(check))
  const pairs = passed.flatMap((one) => failed.map((other) => [one.step, other.step] as const))
  const [pair] = pairs.sort(([a, b], [c, d]) => Math.abs(a - b) - Math.abs(c - d))
  if (pair === undefined) return undefined
  const [, bad] = await between(pair, async (step) => !isMeant(await steps.check(id, step)))
  const [good] = await between([pair[0], bad], async (step) => isPassed(await steps.check(id, step)))
  return { good: await steps.report(good), bad: await steps.report(bad), step: bad }
}

/** Halves the way between two steps, one of which holds and the other does not, until they are neighbours. */
async function between(
  [holding, breaking]: readonly [number, number],
  holds: (step: number) => Promise<boolean>,
): Promise<readonly [number, number]> {
  let [from, to] = [holding, breaking]
  while (Math.abs(from - to) > 1) {
    const middle = Math.floor((from + to) / 2)
    if (await holds(middle)) from = middle
    else to = middle
  }
  return [from, to]
}
