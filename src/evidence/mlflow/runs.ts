import { clip } from '../../shared/clip.js'
import { type Decimal, parseDecimal } from '../../shared/decimal.js'
import { compareText } from '../../shared/location.js'
import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { mapOf, textNode } from '../formats/build.js'
import type { Wanted } from '../formats/contract.js'
import { numberNode } from '../readers/scalars.js'
import type { At, Node, ScalarNode } from '../tree.js'

/** A run as every store of MLflow describes it. */
export interface Run {
  readonly id: string
  readonly name: string
  readonly experiment: { readonly id: string; readonly name: string }
  /** `RUNNING`, `SCHEDULED`, `FINISHED`, `FAILED` or `KILLED`. */
  readonly status: string
  /** Milliseconds since 1970, as text. */
  readonly start: string
  readonly end: string
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
export const STATUSES = ['', 'RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED']

/** Most runs that a message lists. */
const MAX_LISTED = 8

/**
 * The run that is asked for by id or name, else the newest finished one that is no other's child; as a tree of its
 * metrics, `params`, `tags`, and `children` by name. Deleted runs must have been left out.
 */
export function runTree(runs: readonly Run[], wanted: Wanted): Result<Node> {
  const run = pick(runs, wanted)
  if (!run.ok) return run
  const own = run.value.content()
  if (!own.ok) return own
  const children: [string, Node][] = []
  for (const child of runs.filter(({ parent }) => parent === run.value.id).sort(newestFirst)) {
    const content = child.content()
    if (!content.ok) return content
    const node = mapOf(child.at, content.value.metrics)
    children.push([child.name, node], [child.id, node])
  }
  const { at } = run.value
  const { metrics, params, tags } = own.value
  return ok(
    mapOf(at, [
      ...metrics,
      ['params', mapOf(at, params)],
      ['tags', mapOf(at, tags)],
      ['run', mapOf(at, facts(run.value))],
      ...(children.length > 0 ? [['children', mapOf(at, children)] as const] : []),
    ]),
  )
}

function facts({ id, name, status, experiment, at }: Run): [string, Node][] {
  const named = { id, name, status, experiment: experiment.name || experiment.id }
  return Object.entries(named).map(([key, text]) => [key, textNode(text, at)])
}

function pick(runs: readonly Run[], { path, run, experiment }: Wanted): Result<Run> {
  const inside = runs.filter(({ experiment: it }) => !experiment || it.id === experiment || it.name === experiment)
  const none = (id: string, listed: readonly Run[]) => {
    const params = { run: run ?? '', experiment: experiment ?? '', runs: listed.slice(0, MAX_LISTED).map(described) }
    return failed(problem(id, params, { path }))
  }
  if (inside.length === 0) {
    return none(experiment === undefined ? 'evidence.mlflow.no-run' : 'evidence.mlflow.no-experiment', runs)
  }
  if (run !== undefined) {
    const named = inside.filter(({ id, name }) => id === run || name === run)
    const byId = named.find(({ id }) => id === run)
    const [only, ...others] = byId === undefined ? named : [byId]
    if (only === undefined) return none('evidence.mlflow.not-found', [...inside].sort(newestFirst))
    return others.length === 0 ? ok(only) : none('evidence.mlflow.several', named)
  }
  const ids = new Set(runs.map(({ id }) => id))
  const isChild = ({ parent }: Run) => parent !== undefined && ids.has(parent)
  const finished = inside.filter((it) => it.status === 'FINISHED' && !isChild(it)).sort(newestFirst)
  const [newest] = finished
  return newest === undefined ? none('evidence.mlflow.none-finished', inside) : ok(newest)
}

/** By end, then start, the newest first; of equal ones the first by id, so that the order of a store decides nothing. */
function newestFirst(a: Run, b: Run): number {
  return later(a.end, b.end) || later(a.start, b.start) || compareText(a.id, b.id)
}

function later(a: string, b: string): number {
  return time(b).cmp(time(a))
}

const NEVER = parseDecimal('-1')

function time(text: string): Decimal {
  const value = parseDecimal(text) ?? NEVER
  if (value === undefined) throw new Error('unreachable: -1 is a decimal')
  return value
}

function described({ id, name, status }: Run): string {
  return clip(`${name || '-'} (${id.slice(0, 8)}…, ${status})`, 80)
}

/** What a store without infinity holds for it: the largest double (mlflow/store/tracking/sqlalchemy_store.py). */
export function withInfinity(node: Node): Node {
  const largest = node.kind === 'number' && /^-?1\.7976931348623157e\+?308$/i.test(node.text)
  return largest ? { kind: 'nonfinite', at: node.at, text: node.text.startsWith('-') ? '-inf' : 'inf' } : node
}

/** A value as Python writes a float: `0.9`, `1e-05`, `nan`, `inf`. */
export function pythonFloat(text: string, at: At): ScalarNode | undefined {
  if (/^[-+]?(?:nan|inf|infinity)$/i.test(text)) return { kind: 'nonfinite', at, text }
  return parseDecimal(text) === undefined ? undefined : numberNode(text, at)
}
