import { clip } from '../../shared/clip.js'
import { type Decimal, parseDecimal } from '../../shared/decimal.js'
import { compareText } from '../../shared/location.js'
import { failed, ok, problem, type Result } from '../../shared/problem.js'
import type { Wanted } from '../formats/contract.js'
import type { Run } from './runs.js'

/** Most runs or experiments that a message lists, and the longest part of a name. */
const MAX_LISTED = 8
const MAX_NAME = 60

/**
 * The run that is asked for by id or name, the one there is, or else the newest one that is not nested in another. Only
 * a finished run is evidence, in every store and whichever way it was named: one that failed has logged what it had got to.
 * A name that several share, and several of which the newest cannot be told, are errors that list them.
 */
export function choose(runs: readonly Run[], wanted: Wanted, isOne: boolean): Result<Run> {
  const { run: name, experiment } = wanted
  if (runs.length === 0) return refusal('evidence.mlflow.no-run', wanted, runs)
  const inside = experiment === undefined ? ok(runs) : inExperiment(runs, experiment, wanted)
  if (!inside.ok) return inside
  if (name === undefined && !isOne) return newest(inside.value, wanted)
  const named = name === undefined ? inside.value : byIdOrName(inside.value, name)
  const [run, ...others] = named
  if (run === undefined) return refusal('evidence.mlflow.not-found', wanted, [...inside.value].sort(newestFirst))
  if (others.length > 0) return refusal('evidence.mlflow.several', wanted, named)
  if (run.status === 'FINISHED') return ok(run)
  const params = { run: clip(run.name || run.id, MAX_NAME), status: clip(run.status, MAX_NAME) }
  return failed(problem('evidence.mlflow.not-finished', params, { path: wanted.path, ...run.at }))
}

/** Runs as a message lists them, with the ids that tell them apart. */
export function listed(runs: readonly Run[]): string[] {
  return named(
    runs,
    ({ id, name, status }) => `${clip(name || '-', MAX_NAME)} (${clip(id, MAX_NAME)}, ${clip(status, MAX_NAME)})`,
  )
}

function named<T>(items: readonly T[], shown: (item: T) => string): string[] {
  const more = items.length > MAX_LISTED ? ['…'] : []
  return [...items.slice(0, MAX_LISTED).map(shown), ...more]
}

function refusal(id: string, { path, run = '', experiment = '' }: Wanted, runs: readonly Run[]): Result<never> {
  return failed(problem(id, { run, experiment, runs: listed(runs) }, { path }))
}

/** Those whose id it is; only where it is none's id, those that are called so. */
function byIdOrName(runs: readonly Run[], asked: string): readonly Run[] {
  const byId = runs.filter(({ id }) => id === asked)
  return byId.length > 0 ? byId : runs.filter(({ name }) => name === asked)
}

function inExperiment(runs: readonly Run[], asked: string, wanted: Wanted): Result<readonly Run[]> {
  const byId = runs.filter(({ experiment }) => experiment.id === asked)
  const found = byId.length > 0 ? byId : runs.filter(({ experiment }) => experiment.name === asked)
  if (found.length === 0) return refusal('evidence.mlflow.no-experiment', wanted, runs)
  const ids = [...new Set(found.map(({ experiment }) => experiment.id))].sort(compareText)
  if (ids.length === 1) return ok(found)
  const experiments = named(ids, (id) => clip(id, MAX_NAME))
  return failed(
    problem('evidence.mlflow.several-experiments', { experiment: asked, experiments }, { path: wanted.path }),
  )
}

function newest(runs: readonly Run[], wanted: Wanted): Result<Run> {
  const finished = runs.filter(({ status }) => status === 'FINISHED')
  if (finished.length === 0) return refusal('evidence.mlflow.none-finished', wanted, runs)
  // A nested run is a part of another one (a fold, a trial), whether that one is there or not.
  const sorted = finished.filter(({ parent }) => parent === undefined).sort(newestFirst)
  const [first, second] = sorted
  if (first === undefined) return refusal('evidence.mlflow.only-nested', wanted, finished)
  if (second === undefined) return ok(first)
  const undated = sorted.filter((run) => ended(run) === undefined)
  if (undated.length > 0) return refusal('evidence.mlflow.undated', wanted, undated)
  const equal = sorted.filter((run) => byTime(run, first) === 0)
  return equal.length === 1 ? ok(first) : refusal('evidence.mlflow.undated', wanted, equal)
}

/** By end, then start, the newest first; those without a time last. */
function newestFirst(a: Run, b: Run): number {
  return byTime(a, b) || compareText(a.id, b.id)
}

function byTime(a: Run, b: Run): number {
  return later(ended(a), ended(b)) || later(parseDecimal(a.start), parseDecimal(b.start))
}

/** When it ended; its start where it was set to finished without an end (`MlflowClient.update_run`). */
function ended({ start, end }: Run): Decimal | undefined {
  return parseDecimal(end === '' ? start : end)
}

function later(a: Decimal | undefined, b: Decimal | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1
  return b.cmp(a)
}
