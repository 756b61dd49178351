import type { Facts, Signal } from './facts.js'
import { type Grade, type ItemId, reaches } from './ids.js'
import type { Answer } from './judge.js'

/** A level of another model of maturity, from the same evidence, and what keeps it from being the next one. */
export interface OtherLevel {
  readonly level: number
  readonly lacks: readonly string[]
}

interface Ask {
  readonly answers: readonly Answer[]
  readonly facts: Facts
}

/** A rung of a ladder: what has to be there, by name. */
type Rung = readonly (readonly [name: string, there: (ask: Ask) => boolean])[]

const met =
  (id: ItemId) =>
  ({ answers }: Ask) =>
    answers.some((one) => one.id === id && (one.status === 'met' || one.status === 'attested'))
const has =
  (signal: Signal, grade: Grade) =>
  ({ facts }: Ask) =>
    facts.of(signal).some((fact) => reaches(fact.grade, grade))
const either =
  (...some: readonly ((ask: Ask) => boolean)[]) =>
  (ask: Ask) =>
    some.some((there) => there(ask))

/** Google's three levels: by hand; continuous training by a pipeline; continuous delivery of the pipeline itself. */
const GOOGLE: readonly Rung[] = [
  [
    ['pipeline', met('pipeline-as-code')],
    ['continuous-training', has('scheduled-training', 'executed')],
    [
      'validation',
      either(has('ci-evaluate', 'executed'), has('data-validation', 'wired'), has('gate-run', 'executed')),
    ],
  ],
  [
    ['tested-deployment', met('tested-deployment')],
    ['ml-ci-cd', met('ml-ci-cd')],
  ],
]

/** Microsoft's five levels: none; DevOps; automated training; automated deployment; automated operations. */
const MICROSOFT: readonly Rung[] = [
  [
    ['ci-test', has('ci-test', 'executed')],
    ['release', either(has('ci-deploy', 'executed'), has('ci-build', 'executed'))],
  ],
  [
    ['experiment-tracking', met('experiment-tracking')],
    ['pipeline', met('pipeline-as-code')],
  ],
  [
    ['tested-deployment', met('tested-deployment')],
    ['ml-ci-cd', met('ml-ci-cd')],
  ],
  [
    ['performance-monitoring', met('performance-monitoring')],
    ['retraining', either(has('retrain', 'executed'), has('scheduled-training', 'executed'))],
  ],
]

function climb(rungs: readonly Rung[], ask: Ask): OtherLevel {
  for (const [level, rung] of rungs.entries()) {
    const lacks = rung.filter(([, there]) => !there(ask)).map(([name]) => name)
    if (lacks.length > 0) return { level, lacks }
  }
  return { level: rungs.length, lacks: [] }
}

export function googleLevel(ask: Ask): OtherLevel {
  return climb(GOOGLE, ask)
}

export function microsoftLevel(ask: Ask): OtherLevel {
  return climb(MICROSOFT, ask)
}

/** The 28 tests of the ML Test Score by section; those that a repository can show have the signals that show them. */
const TESTS: Readonly<Record<'data' | 'model' | 'infrastructure' | 'monitoring', readonly (readonly Signal[])[]>> = {
  // 1 feature expectations are captured in a schema
  data: [['data-validation'], [], [], [], [], [], []],
  // 6 quality on important slices, 7 considerations of inclusion: this gate's fairness, or a library for it
  model: [[], [], [], [], [], ['fairness'], ['fairness']],
  // 1 training is reproducible, 3 the pipeline is integration-tested, 4 quality is validated before serving, 6 canaries
  infrastructure: [['tracking'], [], ['ci-train'], ['validated-deploy'], [], ['ab'], []],
  // 1 dependencies' changes notify, 2 data invariants, 3 skew, 4 staleness, 7 prediction quality
  monitoring: [
    ['dependency-updates'],
    ['data-validation'],
    ['drift'],
    ['scheduled-training'],
    [],
    [],
    ['monitor-quality'],
  ],
}

export interface TestScore {
  /** The least of the sections, each test that was not assessed counting nothing: no more than a lower bound. */
  readonly at_least: number
  readonly sections: readonly {
    readonly id: string
    readonly points: number
    readonly found: number
    readonly not_assessed: number
  }[]
  readonly assessed: number
  readonly of: number
}

/** Half a point for what is wired and so run by hand, one for what runs by itself; the score is the least section's. */
export function testScore({ facts, answers }: Ask): TestScore {
  const reproducible = met('experiment-tracking')({ facts, answers })
  const sections = Object.entries(TESTS).map(([id, tests]) => {
    const points = tests.map((signals) => {
      if (signals.length === 0 || (signals.includes('tracking') && !reproducible)) return 0
      return ALWAYS_ON.some((one) => signals.includes(one) && has(one, 'wired')({ facts, answers }))
        ? 1
        : pointsOf(facts, signals)
    })
    return {
      id,
      points: points.reduce<number>((sum, one) => sum + one, 0),
      found: points.filter((one) => one > 0).length,
      not_assessed: tests.filter((signals) => signals.length === 0).length,
    }
  })
  const assessed = sections.reduce((sum, one) => sum + 7 - one.not_assessed, 0)
  return { at_least: Math.min(...sections.map(({ points }) => points)), sections, assessed, of: 28 }
}

/** What runs by itself once it is configured. */
const ALWAYS_ON: readonly Signal[] = ['ab', 'dependency-updates']

function pointsOf(facts: Facts, signals: readonly Signal[]): number {
  const grades = facts.of(...signals).map(({ grade }) => grade)
  return grades.some((grade) => reaches(grade, 'executed')) ? 1 : grades.includes('wired') ? 0.5 : 0
}
