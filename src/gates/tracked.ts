import type { Evidence } from '../evidence/evidence.js'
import { compareText, type Location } from '../shared/location.js'
import { message } from '../shared/message.js'
import type { Check } from '../verdict/outcome.js'
import { unavailable } from './reading.js'

/** Formats that an experiment tracker writes for a run; a file by hand has none of them. */
const TRACKERS: readonly string[] = [
  ...['dvclive', 'mlflow-evaluation', 'mlflow-run', 'mlflow-sqlite', 'mlflow-store', 'wandb-summary'],
]

/** Whether the metrics come from a run of an experiment tracker: one file is enough. `at` is where the policy asks for it. */
export function trackedCheck({ metrics }: Evidence, at: Location): Check {
  const asked = {
    id: 'evidence/tracked',
    title: message('binding.tracked-title'),
    mend: 'evidence' as const,
    policy: at,
  }
  const gap = unavailable(metrics, 'metrics')
  if (gap !== undefined) {
    const place = gap.at === undefined ? {} : { evidence: gap.at }
    return { ...asked, outcome: gap.outcome, message: gap.message, ...place }
  }
  const files = metrics.items.map(({ file }) => file)
  const run = files.find(({ format }) => TRACKERS.includes(format))
  if (run !== undefined) {
    const { path, format } = run
    return { ...asked, outcome: 'pass', message: message('binding.tracked', { path, format }), evidence: { path } }
  }
  const formats = [...new Set(files.map(({ format }) => format))].sort(compareText)
  return { ...asked, outcome: 'missing', message: message('binding.untracked', { formats, known: TRACKERS }) }
}
