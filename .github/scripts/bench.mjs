// `npm run bench [-- --json] [-- --strict]`: what a run costs, held against budgets. Node is the one that ML_GATE_NODE
// names, or this. Only `--strict` fails over a budget: on a shared machine a figure says as much about the neighbours.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  actionOnExample,
  commandOnCard,
  commandOnMetrics,
  commandOnModels,
  commandOnRepository,
  nothing,
} from './bench/jobs.mjs'
import { interleaved, summary } from './bench/measure.mjs'

/**
 * Ratios, not seconds: they hold on a slow machine too.
 *
 * - The step is paid on every pull request, so it must cost little more than Node itself. A bundle with the runner's
 *   toolkit and a YAML parser alone takes 3 to 3.3 times an empty Node; actions of this kind take 3.2 to 9. The
 *   budget leaves no room for compiling a schema or loading GitHub's client before they are needed, about 2 each.
 *   It is for Node 24, which runs the action; on others it is measured and not judged.
 * - Files come from whoever opened the pull request, so ten times the file may cost ten times the work and no more;
 *   half as much again is left for the machine's caches and the collector.
 */
const BUDGETS = {
  node: 24,
  startUpWall: 3.6,
  startUpPeakMiB: 72,
  growthOverTenfold: 15,
}
const START_UP = { count: 15, warmUps: 2 }
const GROWTH = { count: 5, warmUps: 0 }
const MB = 1_000_000

const node = process.env.ML_GATE_NODE || process.execPath
const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
const judgesStartUp = version.startsWith(`v${BUDGETS.node}.`)

/** A row of the table: median, least and most, and the budget it is held against, if any. */
function row(name, unit, values, budget) {
  const { median, min, max } = summary(values)
  return { name, unit, median, min, max, ...(budget !== undefined && { budget, ok: median <= budget }) }
}

function startUp(scratch) {
  const [base, job] = interleaved(node, [nothing(scratch), actionOnExample(scratch)], START_UP)
  const ratio = (key) => job.map((sample, index) => sample[key] / base[index][key])
  const peaks = job.map(({ peakMiB }) => peakMiB)
  const [wallBudget, peakBudget] = judgesStartUp ? [BUDGETS.startUpWall, BUDGETS.startUpPeakMiB] : []
  return [
    row('action on examples/churn, wall ÷ node -e 0', '×', ratio('wallMs'), wallBudget),
    row('action on examples/churn, processor ÷ node -e 0', '×', ratio('cpuMs')),
    row('action on examples/churn, peak memory', 'MiB', peaks, peakBudget),
    row(
      'action on examples/churn, wall',
      'ms',
      job.map(({ wallMs }) => wallMs),
    ),
    row(
      'node -e 0, wall',
      'ms',
      base.map(({ wallMs }) => wallMs),
    ),
    row(
      'node -e 0, peak memory',
      'MiB',
      base.map(({ peakMiB }) => peakMiB),
    ),
  ]
}

/** What each size costs; the last of `sizes` is ten times the one at `tenth`, and `small` is what a run costs without either. */
function growth(name, small, sizes, tenth = 0) {
  const [base, ...samples] = interleaved(node, [small, ...sizes.map(({ job }) => job)], GROWTH)
  const median = (of, key) => summary(of.map((sample) => sample[key])).median
  // Never divides by nothing: where a megabyte costs less than can be measured, there is nothing to complain of.
  const beyond = (of, key) => Math.max(median(of, key) - median(base, key), 1)
  const tenfold = (key) => [beyond(samples[samples.length - 1], key) / beyond(samples[tenth], key)]
  return [
    ...sizes.flatMap(({ size }, index) => [
      row(
        `${name}, ${size}, wall`,
        'ms',
        samples[index].map(({ wallMs }) => wallMs),
      ),
      row(
        `${name}, ${size}, peak memory`,
        'MiB',
        samples[index].map(({ peakMiB }) => peakMiB),
      ),
    ]),
    row(`${name}, tenfold, wall beyond start-up`, '×', tenfold('wallMs'), BUDGETS.growthOverTenfold),
    row(`${name}, tenfold, memory beyond start-up`, '×', tenfold('peakMiB'), BUDGETS.growthOverTenfold),
  ]
}

function metricsGrowth(scratch) {
  const sizes = [1, 5, 10].map((size) => ({ size: `${size} MB`, job: commandOnMetrics(scratch, size * MB) }))
  return growth('metrics.json', commandOnMetrics(scratch, 100), sizes)
}

function cardGrowth(scratch) {
  const sizes = [30_000, 300_000].map((lines) => ({
    size: `${lines / 1000},000 lines`,
    job: commandOnCard(scratch, lines),
  }))
  return growth('model card', commandOnCard(scratch, 20), sizes)
}

function repositoryGrowth(scratch) {
  const sizes = [5_000, 50_000].map((count) => ({
    size: `${count / 1000},000 files`,
    job: commandOnRepository(scratch, count),
  }))
  return growth('assess', commandOnRepository(scratch, 100), sizes)
}

function modelsGrowth(scratch) {
  const sizes = [10, 100, 1_000].map((count) => ({ size: `${count} models`, job: commandOnModels(scratch, count) }))
  return growth('check', commandOnModels(scratch, 1), sizes, 1)
}

/** Measures once more what is over its budget: a busy machine is no slow program. */
function judged(measurement, scratch) {
  const rows = measurement(scratch)
  return rows.some(({ ok }) => ok === false) ? measurement(scratch) : rows
}

function table(rows) {
  const figure = (value, unit) => value.toFixed(unit === '×' ? 2 : 0)
  const cells = rows.map(({ name, unit, median, min, max, budget, ok }) => [
    name,
    `${figure(median, unit)} ${unit}`,
    min === max ? '' : `${figure(min, unit)}–${figure(max, unit)}`,
    budget === undefined ? '' : `≤ ${budget}`,
    ok === undefined ? '' : ok ? 'ok' : 'OVER',
  ])
  const all = [['measure', 'median', 'min–max', 'budget', ''], ...cells]
  const widths = all[0].map((_, column) => Math.max(...all.map((line) => line[column].length)))
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const scratch = mkdtempSync(join(tmpdir(), 'ml-gate-bench-'))
try {
  const rows = [startUp, metricsGrowth, cardGrowth, repositoryGrowth, modelsGrowth].flatMap((measurement) =>
    judged(measurement, scratch),
  )
  const ok = rows.every((it) => it.ok !== false)
  const machine = { node: version, processors: availableParallelism() }
  const text = `Node ${version}, ${machine.processors} processors\n${table(rows)}`
  process.stdout.write(
    `${process.argv.includes('--json') ? JSON.stringify({ ...machine, ok, rows }, null, 2) : text}\n`,
  )
  process.exitCode = ok || !process.argv.includes('--strict') ? 0 : 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
