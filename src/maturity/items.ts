import type { Signal } from './facts.js'
import type { Grade, ItemId, Level } from './ids.js'

/** Where a level's investments go, in the order of the roadmap. */
export const AREA_IDS = [
  'tracking',
  'training',
  'serving',
  'ci-cd',
  'containers',
  'monitoring',
  'feature-store',
  'drift',
  'ab',
  'platform',
  'cost',
  'governance',
] as const
export type AreaId = (typeof AREA_IDS)[number]

/** One thing that an item asks for; it is there where one of its signals has the grade. */
export interface Part {
  readonly id: string
  readonly any: readonly (readonly [Signal, Grade])[]
  /** Signals that show a beginning, and no more. */
  readonly also?: readonly Signal[]
  /** Nothing without the other parts: a fixed seed alone is no tracking of experiments. */
  readonly aside?: true
}

export interface Item {
  readonly id: ItemId
  readonly level: Exclude<Level, 0>
  readonly area: AreaId
  readonly parts: readonly Part[]
}

/** The self-assessment's ten questions, each with the level it belongs to and what has to be found for a yes. */
export const ITEMS: readonly Item[] = [
  {
    id: 'experiment-tracking',
    level: 1,
    area: 'tracking',
    parts: [
      { id: 'tracking', any: [['tracking', 'wired']] },
      { id: 'lock', any: [['lock', 'declared']], aside: true },
      {
        id: 'reproducible',
        any: [
          ['data-version', 'declared'],
          ['seed', 'wired'],
        ],
        aside: true,
      },
    ],
  },
  { id: 'pipeline-as-code', level: 1, area: 'training', parts: [{ id: 'pipeline', any: [['pipeline', 'wired']] }] },
  {
    id: 'tested-deployment',
    level: 2,
    area: 'ci-cd',
    parts: [
      { id: 'ci-test', any: [['ci-test', 'executed']] },
      { id: 'ci-deploy', any: [['ci-deploy', 'executed']] },
      { id: 'gated', any: [['gated-deploy', 'executed']] },
    ],
  },
  {
    id: 'ml-ci-cd',
    level: 2,
    area: 'ci-cd',
    parts: [
      { id: 'ci-train', any: [['ci-train', 'executed']] },
      { id: 'ci-evaluate', any: [['ci-evaluate', 'executed']] },
      { id: 'ci-build', any: [['ci-build', 'executed']], also: ['container'] },
    ],
  },
  {
    id: 'performance-monitoring',
    level: 2,
    area: 'monitoring',
    parts: [{ id: 'quality', any: [['monitor-quality', 'wired']], also: ['monitor-infra'] }],
  },
  {
    id: 'drift-detection',
    level: 3,
    area: 'drift',
    parts: [{ id: 'scheduled', any: [['drift-scheduled', 'executed']], also: ['drift'] }],
  },
  {
    id: 'feature-store',
    level: 3,
    area: 'feature-store',
    parts: [
      { id: 'defined', any: [['feature-store', 'wired']] },
      { id: 'applied', any: [['feature-apply', 'executed']] },
    ],
  },
  { id: 'ab-testing', level: 3, area: 'ab', parts: [{ id: 'split', any: [['ab', 'wired']] }] },
  {
    id: 'self-service',
    level: 4,
    area: 'platform',
    parts: [
      { id: 'config', any: [['platform-config', 'wired']] },
      { id: 'validated', any: [['config-validated', 'executed']] },
      { id: 'deployed', any: [['config-deploy', 'executed']] },
    ],
  },
  {
    id: 'automated-governance',
    level: 4,
    area: 'governance',
    parts: [
      { id: 'policy', any: [['policy', 'wired']], also: ['governance'] },
      { id: 'gate', any: [['gate-run', 'executed']] },
      { id: 'trail', any: [['audit', 'proven']] },
    ],
  },
]
