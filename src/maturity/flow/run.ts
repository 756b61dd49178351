import type { Collected } from '../collected.js'
import type { Evidence, Signal } from '../facts.js'
import { GRADES } from '../ids.js'
import type { Deed } from './commands.js'
import { before, type Done, type Flow, flowsOf } from './deeds.js'
import { type Reached, reach, rootsOf, scheduledRoots } from './reach.js'

const SIGNAL: Readonly<Partial<Record<Deed, Signal>>> = {
  test: 'ci-test',
  deploy: 'ci-deploy',
  train: 'ci-train',
  evaluate: 'ci-evaluate',
  build: 'ci-build',
  gate: 'gate-run',
  apply: 'feature-apply',
  cost: 'cost',
}

/** Signals that say more where the code is run. */
const RUNNABLE: readonly Signal[] = [
  ...(['tracking', 'pipeline', 'monitor-quality', 'monitor-infra', 'drift', 'feature-store', 'feature-apply'] as const),
  ...(['data-validation', 'fairness', 'retrain', 'training'] as const),
]

/** Adds to the facts what workflows and schedules run: the third grade of evidence. */
export function addExecuted(collected: Collected): void {
  const flows = flowsOf(collected)
  for (const flow of flows) addFlow(flow, flows, collected)
  const scheduled = scheduledRoots(collected)
  const inSchedule = flows
    .filter(({ workflow }) => isScheduled(workflow.triggers))
    .flatMap((flow) => flowRoots(flow, collected))
  const byClock = reach([...scheduled, ...inSchedule], collected)
  const anyhow = reach([...scheduled, ...flows.flatMap((flow) => flowRoots(flow, collected))], collected)
  raise(collected, anyhow, byClock)
  addGated(collected)
}

/** What a policy demands is executed where a workflow runs the gate. */
function addGated({ facts }: Collected): void {
  const [gate] = facts.of('gate-run')
  if (gate === undefined) return
  for (const fact of facts.of('fairness')) {
    if (/(?:^|\/)ml-gate\.ya?ml$/.test(fact.path)) facts.add('fairness', 'executed', fact, placeOf(gate))
  }
}

function isScheduled(triggers: readonly string[]): boolean {
  return triggers.includes('schedule')
}

function flowRoots({ works }: Flow, collected: Collected) {
  return works.flatMap(({ ran }) => ran.flatMap((command) => rootsOf(command, collected)))
}

function addFlow(flow: Flow, all: readonly Flow[], { facts }: Collected): void {
  const { workflow, works } = flow
  const automatic = workflow.triggers.some((it) => ['schedule', 'repository_dispatch'].includes(it))
  for (const work of works) {
    for (const done of work.done) {
      const signal = SIGNAL[done.deed]
      // A test or a gate that may fail tests nothing.
      const lax = (done.deed === 'test' || done.deed === 'gate') && (done.soft || work.job.soft)
      if (signal !== undefined && !lax) facts.add(signal, 'executed', done)
      if (done.deed === 'train') {
        facts.add('pipeline', 'executed', done)
        if (automatic) facts.add('scheduled-training', 'executed', done)
      }
      if (done.deed === 'deploy') addDeploy(done, before(flow, work, done, all), flow, { facts })
    }
  }
  const dispatch = works.flatMap(({ done }) => done).find(({ deed }) => deed === 'dispatch')
  if (dispatch !== undefined && isScheduled(workflow.triggers)) facts.add('retrain', 'executed', dispatch)
}

function addDeploy(
  deploy: Done,
  earlier: readonly Done[],
  { workflow }: Flow,
  { facts }: Pick<Collected, 'facts'>,
): void {
  const test = earlier.find(({ deed }) => deed === 'test')
  const proof = earlier.find(({ deed }) => deed === 'evaluate' || deed === 'gate')
  if (test !== undefined) facts.add('gated-deploy', 'executed', deploy, placeOf(test))
  if (proof !== undefined) facts.add('validated-deploy', 'executed', deploy, placeOf(proof))
  if (!workflow.paths.some((path) => /model_config/.test(path))) return
  const validated = earlier.find(({ deed }) => deed === 'validate')
  facts.add('config-deploy', 'executed', deploy)
  if (validated !== undefined) facts.add('config-validated', 'executed', validated)
}

function placeOf({ path, line, text }: Evidence): Evidence {
  return { path, line, text }
}

/** Facts of files that are run become executed ones; those run by a clock are told apart where that matters. */
function raise({ facts }: Collected, anyhow: Reached, byClock: Reached): void {
  for (const fact of facts.of(...RUNNABLE)) {
    if (GRADES.indexOf(fact.grade) !== 1) continue
    const by = anyhow.get(fact.path)
    const clock = byClock.get(fact.path)
    const line = clock ?? by
    if (line !== undefined) facts.add(fact.signal, 'executed', fact, samePlace(line, fact) ? undefined : line)
    if (clock === undefined) continue
    if (fact.signal === 'drift')
      facts.add('drift-scheduled', 'executed', fact, samePlace(clock, fact) ? undefined : clock)
    if (fact.signal === 'pipeline')
      facts.add('scheduled-training', 'executed', fact, samePlace(clock, fact) ? undefined : clock)
  }
}

function samePlace(a: Evidence, b: Evidence): boolean {
  return a.path === b.path && a.line === b.line
}
