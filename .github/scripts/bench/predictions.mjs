// `npm run bench:predictions [-- --large] [-- --python PATH] [-- --runs N]`: `ml-gate check` on a table of predictions beside
// the same job in Python, whole processes in turn. Python needs the packages of ../measure/requirements.txt; build dist/ first.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { interleavedPrograms, summary } from './measure.mjs'

const options = {
  large: { type: 'boolean' },
  python: { type: 'string', default: 'python3' },
  runs: { type: 'string', default: '5' },
}
const { values: given } = parseArgs({ options })
const node = process.env.ML_GATE_NODE || process.execPath
const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const sizes = [10_000, 100_000, 1_000_000, ...(given.large ? [10_000_000] : [])]

const policy = (file) => `model: bench
evidence:
  predictions: {path: ${file}, label: y_true, prediction: y_pred, score: y_score, positive: 1, groups: [gender, age_band], id: row_id}
performance:
  accuracy: {min: 0.5}
  f1: {min: 0.5}
  auc: {min: 0.5}
fairness: {metric: accuracy, by: gender, gap: {below: 0.1}}
`

/** A run is worth its time only where it came to the verdict. */
function passed({ status, stdout, stderr }) {
  if (status !== 0 || JSON.parse(stdout).verdict !== 'pass')
    throw new Error(`did not pass: ${status}\n${stdout}\n${stderr}`)
}

function jobsOn(folder, file) {
  writeFileSync(join(folder, `${file}.yaml`), policy(file))
  const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: folder }
  const shared = { cwd: folder, env, check: passed }
  const gate = [here('../../../dist/cli.js'), 'check', '.', '--policy', `${file}.yaml`, '--format', 'json']
  return [
    { ...shared, program: node, args: gate, probe: ['--require', here('probe.cjs')] },
    { ...shared, program: given.python, args: [here('predictions.py'), file], probe: [here('probe.py')] },
  ]
}

const scratch = mkdtempSync(join(tmpdir(), 'ml-gate-bench-'))
try {
  const lines = [['rows', 'file', 'gate', 'Python', 'faster', 'gate', 'Python', 'memory']]
  for (const rows of sizes) {
    const folder = join(scratch, String(rows))
    mkdirSync(folder)
    execFileSync(given.python, [here('predictions.py'), '--make', String(rows), folder])
    for (const file of ['predictions.csv', 'predictions.parquet']) {
      const [gate, python] = interleavedPrograms(jobsOn(folder, file), { count: Number(given.runs), warmUps: 1 })
      const median = (of, key) => summary(of.map((sample) => sample[key])).median
      const ratios = (key, over, under) => summary(over.map((sample, at) => sample[key] / under[at][key]))
      const faster = ratios('wallMs', python, gate)
      const memory = ratios('peakMiB', gate, python)
      lines.push([
        String(rows),
        file.split('.')[1],
        `${median(gate, 'wallMs').toFixed(0)} ms`,
        `${median(python, 'wallMs').toFixed(0)} ms`,
        `${faster.median.toFixed(1)} × (${faster.min.toFixed(1)}–${faster.max.toFixed(1)})`,
        `${median(gate, 'peakMiB').toFixed(0)} MiB`,
        `${median(python, 'peakMiB').toFixed(0)} MiB`,
        `${memory.median.toFixed(2)} ×`,
      ])
    }
    rmSync(folder, { recursive: true })
  }
  const widths = lines[0].map((_, at) => Math.max(...lines.map((line) => line[at].length)))
  const text = lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  process.stdout.write(
    `Node ${version}, ${availableParallelism()} processors, medians of ${given.runs} runs\n${text}\n`,
  )
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
