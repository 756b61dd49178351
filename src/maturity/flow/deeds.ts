import type { Collected } from '../collected.js'
import type { Evidence } from '../facts.js'
import { actionDeeds, type Deed, deedsOf } from './commands.js'
import { expand, join, type Ran } from './expand.js'
import type { Job, Step, Workflow } from './workflow.js'

/** Something that a job does, at its place in the order of the job. */
export interface Done extends Evidence {
  readonly deed: Deed
  readonly order: number
  /** Its failure stops nothing. */
  readonly soft: boolean
  /** It is done although something before it has failed. */
  readonly regardless: boolean
}

/** A job with all that it does. */
export interface Work {
  readonly job: Job
  readonly done: readonly Done[]
  readonly ran: readonly Ran[]
}

/** A workflow that something starts, with the work of each of its jobs. */
export interface Flow {
  readonly workflow: Workflow
  readonly works: readonly Work[]
}

const MAX_CALLS = 3

/** The workflows that an event can start. One that is only called shows where it is called from. */
export function flowsOf(collected: Collected): Flow[] {
  return collected.workflows
    .filter(({ triggers }) => triggers.some((trigger) => trigger !== 'workflow_call'))
    .map((workflow) => ({ workflow, works: workflow.jobs.map((job) => workOf(job, collected)) }))
}

function workOf(job: Job, collected: Collected): Work {
  const done: Done[] = []
  const ran: Ran[] = []
  for (const step of stepsOf(job, collected, 0)) {
    const mine = doneBy(step, collected, done.length)
    done.push(...mine.done)
    ran.push(...mine.ran)
  }
  return { job, done, ran }
}

/** A job's steps, with those of the workflows and actions of the repository that it uses in their places. */
function stepsOf({ calls, steps, soft }: Job, collected: Collected, depth: number): Step[] {
  const called = collected.workflows.find(({ path }) => path === calls)
  const inner =
    called === undefined || depth >= MAX_CALLS
      ? []
      : called.jobs.flatMap((job) =>
          stepsOf(job, collected, depth + 1).map((step) => ({ ...step, soft: step.soft || soft || job.soft })),
        )
  return [...inner, ...steps.flatMap((step) => [step, ...usedSteps(step, collected)])]
}

function usedSteps({ uses, soft, regardless }: Step, { actions }: Collected): Step[] {
  const folder = /^\.\/(.*?)\/?$/.exec(uses?.action ?? '')?.[1]
  const steps = folder === undefined ? undefined : actions.get(folder)
  return (steps ?? []).map((step) => ({
    ...step,
    soft: step.soft || soft,
    regardless: step.regardless || regardless,
  }))
}

function doneBy(step: Step, collected: Collected, from: number): { done: Done[]; ran: Ran[] } {
  const ran = step.commands.flatMap(({ words, line, text, soft, folder }) =>
    expand(
      { words, line, text, soft: soft || step.soft, path: step.path, folder: join(step.folder, folder) },
      collected,
    ),
  )
  const { path, line, text, soft, regardless } = step
  const byAction = actionDeeds(step).map((deed) => ({ deed, path, line, text, soft, regardless }))
  const byCommand = ran.flatMap(({ words, soft, path, line, text }) =>
    deedsOf(words).map((deed) => ({ deed, path, line, text, soft, regardless })),
  )
  // One command may do two things; they share its place.
  const done = [...byAction, ...byCommand].map((one, index) => ({ ...one, order: from + index }))
  return { done, ran }
}

/** What has to have succeeded before something in a job is done. */
export function before(flow: Flow, work: Work, deed: Done, all: readonly Flow[]): Done[] {
  if (deed.regardless) return []
  const here = work.done.filter(
    ({ order, soft, line, path }) => order < deed.order && !soft && !(line === deed.line && path === deed.path),
  )
  if (work.job.regardless) return here
  return [...here, ...needed(flow, work).flatMap(blocking), ...waitedFor(flow, work, all)]
}

function blocking({ job, done }: Work): Done[] {
  return job.soft ? [] : done.filter(({ soft }) => !soft)
}

/** The jobs that a job needs, at any depth; not beyond one that runs whatever became of its own needs. */
function needed({ works }: Flow, work: Work): Work[] {
  const found = new Set<Work>()
  const queue = [work]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const id of next.job.needs) {
      const need = works.find(({ job }) => job.id === id)
      if (need === undefined || found.has(need)) continue
      found.add(need)
      if (!need.job.regardless) queue.push(need)
    }
  }
  return [...found]
}

/** The jobs of a workflow that this one waits for, where the job asks for its success. */
function waitedFor({ workflow }: Flow, { job }: Work, all: readonly Flow[]): Done[] {
  if (!/workflow_run\.conclusion\s*==\s*'success'/.test(job.condition)) return []
  return all
    .filter((flow) => workflow.after.includes(flow.workflow.name))
    .flatMap(({ works }) => works.flatMap(blocking))
}
