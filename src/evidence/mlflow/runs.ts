import { compareText } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { ok, type Result } from '../../shared/problem.js'
import { mapOf, refused, textNode } from '../formats/build.js'
import type { Wanted } from '../formats/contract.js'
import type { At, MapNode, Node } from '../tree.js'
import { choose, listed } from './choose.js'

/** A run as every store of MLflow describes it. */
export interface Run {
  readonly id: string
  readonly name: string
  readonly experiment: { readonly id: string; readonly name: string }
  /** `RUNNING`, `SCHEDULED`, `FINISHED`, `FAILED` or `KILLED`; anything else is no status of MLflow's. See `statusOf`. */
  readonly status: string
  /** Milliseconds since 1970, as text; empty where the store has none. */
  readonly start: string
  readonly end: string
  /** The id of the run that it is nested in, wherever that one is. */
  readonly parent: string | undefined
  readonly at: At
  /** Its latest metrics, its parameters and its tags, by name. */
  readonly content: () => Result<RunContent>
}

export interface RunContent {
  readonly metrics: ReadonlyMap<string, Node>
  readonly params: ReadonlyMap<string, Node>
  readonly tags: ReadonlyMap<string, Node>
}

/** Statuses as the file store numbers them (mlflow.entities.RunStatus). */
const STATUSES: ReadonlyMap<string, string> = new Map([
  ['1', 'RUNNING'],
  ['2', 'SCHEDULED'],
  ['3', 'FINISHED'],
  ['4', 'FAILED'],
  ['5', 'KILLED'],
  ['', 'UNKNOWN'],
])

/** A status by its name, whichever way a store writes it; `UNKNOWN` where it writes none. */
export function statusOf(written: string): string {
  return STATUSES.get(written) ?? written
}

/** Whether a run or an experiment counts. The oldest versions wrote no stage; one that is not known is not trusted. */
export function isActive(stage: string): boolean {
  return stage === '' || stage === 'active'
}

/**
 * The run that is asked for (`choose`), as a tree of its metrics, `params`, `tags`, and `children` by id and by name.
 * Deleted runs must have been left out. `isOne`: the file or folder is one run, so that naming it has chosen the run.
 */
export function runTree(runs: readonly Run[], wanted: Wanted, isOne = false): Result<Node> {
  const run = choose(runs, wanted, isOne)
  if (!run.ok) return run
  const own = run.value.content()
  if (!own.ok) return own
  const children = childrenOf(run.value, runs)
  if (!children.ok) return children
  const { at } = run.value
  const { metrics, params, tags } = own.value
  return ok(
    mapOf(at, [
      ...metrics,
      ['params', mapOf(at, params)],
      ['tags', mapOf(at, tags)],
      ['run', mapOf(at, facts(run.value))],
      ...(children.value.length > 0 ? [['children', mapOf(at, children.value)] as const] : []),
    ]),
  )
}

function facts({ id, name, status, experiment, at }: Run): [string, Node][] {
  const named = { id, name, status, experiment: experiment.name || experiment.id }
  return Object.entries(named).map(([key, text]) => [key, textNode(text, at)])
}

interface Child {
  readonly run: Run
  readonly metrics: MapNode
}

/** The runs nested in this one, by id and by name. What two share the name of is refused, and so is an unfinished one's. */
function childrenOf(run: Run, runs: readonly Run[]): Result<[string, Node][]> {
  const children: Child[] = []
  for (const child of runs.filter(({ parent, id }) => parent === run.id && id !== run.id)) {
    const content = child.content()
    if (!content.ok) return content
    const metrics = mapOf(child.at, content.value.metrics)
    children.push({ run: child, metrics: child.status === 'FINISHED' ? metrics : unfinished(child, metrics) })
  }
  children.sort((a, b) => compareText(a.run.id, b.run.id))
  const ids = new Set(children.map((child) => child.run.id))
  const byName = new Map<string, Child[]>()
  const add = (name: string, child: Child) => byName.set(name, [...(byName.get(name) ?? []), child])
  for (const child of children) add(child.run.id, child)
  for (const child of children) if (child.run.name !== '' && !ids.has(child.run.name)) add(child.run.name, child)
  return ok([...byName].map(([name, called]) => [name, onlyOf(name, called)]))
}

function onlyOf(name: string, called: readonly Child[]): Node {
  const [first, ...others] = called
  if (first !== undefined && others.length === 0) return first.metrics
  const why = message('evidence.mlflow.several', { run: name, runs: listed(called.map(({ run }) => run)) })
  const all = called.flatMap(({ metrics }) => [...metrics.entries])
  return mapOf(
    first?.run.at ?? {},
    all.map(([metric, { value }]) => [metric, refused(value, why)]),
  )
}

function unfinished({ id, name, status, at }: Run, metrics: MapNode): MapNode {
  const why = message('evidence.mlflow.not-finished', { run: name || id, status })
  return mapOf(
    at,
    [...metrics.entries].map(([metric, { value }]) => [metric, refused(value, why)] as const),
  )
}
