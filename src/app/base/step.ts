import { parseDocument } from 'yaml'
import { sameText } from '../inline-policy.js'
import { NAMES } from '../inputs.js'
import { DEFAULT_CHECK_NAME } from '../options.js'

/** What is known of the step that runs, for finding the same one in another version of its workflow. */
export interface RunningStep {
  readonly job?: string
  /** Its `id`. */
  readonly step?: string
  readonly checkName: string
  /** `OWNER/REPO` of the action, where it is not a local one. */
  readonly action?: string
}

/** A step's inputs as its workflow writes them, names in lower case; values may hold `${{ expressions }}`. */
export type StepInputs = Readonly<Record<string, string>>

/** `unknown`: there are several, and none of them is this one for certain. `unreadable`: the text is no YAML. */
export type StepFound =
  | { readonly kind: 'found'; readonly inputs: StepInputs; readonly job: string }
  | { readonly kind: 'none' | 'unknown' | 'unreadable' }

interface Candidate {
  readonly job: string
  readonly id: string
  readonly inputs: StepInputs
}

/**
 * The step of a workflow that is the running one: of the same job (else of any), using this action, by its id, else by
 * its check name, else as the only one.
 */
export function findStep(workflow: string, running: RunningStep): StepFound {
  const data = plainData(workflow)
  if (data === undefined) return { kind: 'unreadable' }
  const all = candidatesIn(data, running.action)
  const ofJob = all.filter(({ job }) => job === running.job)
  const candidates = ofJob.length > 0 ? ofJob : all
  const byId = candidates.filter(({ id }) => id !== '' && id === running.step)
  const byName = candidates.filter(({ inputs }) =>
    sameText(inputs['check-name'] || DEFAULT_CHECK_NAME, running.checkName),
  )
  const [only] = [byId, byName, candidates].find(({ length }) => length === 1) ?? []
  if (only !== undefined) return { kind: 'found', inputs: only.inputs, job: only.job }
  return { kind: candidates.length === 0 ? 'none' : 'unknown' }
}

/** The steps that use this action; a local form of it counts where no step names the repository. */
function candidatesIn(workflow: unknown, action: string | undefined): Candidate[] {
  const steps = stepsIn(workflow)
  const repository = action?.toLowerCase()
  const named = steps.filter(({ uses }) =>
    repository === undefined ? /^[^./][^/]*\/ml-governance-gate(?:@|$)/i.test(uses) : nameOf(uses) === repository,
  )
  return named.length > 0 ? named : steps.filter(isLocalGate)
}

function nameOf(uses: string): string {
  return (uses.split('@')[0] ?? '').toLowerCase()
}

/** `uses: ./`, or a folder of the repository that is given this action's inputs and no others. */
function isLocalGate({ uses, inputs }: Step): boolean {
  if (!uses.startsWith('./')) return false
  const names = Object.keys(inputs)
  return uses === './' || (names.length > 0 && names.every((name) => NAMES.some((known) => known === name)))
}

interface Step extends Candidate {
  readonly uses: string
}

function stepsIn(workflow: unknown): Step[] {
  const jobs = member(workflow, 'jobs')
  return entriesOf(jobs).flatMap(([job, data]) => {
    const steps = member(data, 'steps')
    return (Array.isArray(steps) ? steps : []).map((step: unknown) => {
      const inputs = entriesOf(member(step, 'with')).map(([name, value]) => [name.toLowerCase(), textOf(value)])
      return {
        job,
        id: textOf(member(step, 'id')),
        uses: textOf(member(step, 'uses')),
        inputs: Object.fromEntries(inputs),
      }
    })
  })
}

/** The workflow's data with every scalar as it is written; nothing where it is no YAML. */
function plainData(workflow: string): unknown {
  try {
    const options = { schema: 'failsafe', logLevel: 'silent', prettyErrors: false, uniqueKeys: false } as const
    const document = parseDocument(workflow, options)
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 })
  } catch {
    return undefined
  }
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}

function member(value: unknown, key: string): unknown {
  return entriesOf(value).find(([name]) => name === key)?.[1]
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
