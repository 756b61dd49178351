// Runs processes and says what they took.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const PROBE = fileURLToPath(new URL('probe.cjs', import.meta.url))

/**
 * One run of `job` ({ args, cwd, env, check }), as a whole process: wall time from an undisturbed run, processor time
 * and peak memory from a second one that carries the probe. `check` throws where the job did not do its work, so that
 * a fast failure is never taken for a fast run.
 */
export function measure(node, job) {
  const started = process.hrtime.bigint()
  const plain = run(node, job.args, job)
  const wallMs = Number(process.hrtime.bigint() - started) / 1e6
  job.check?.(plain)
  const probed = run(node, ['--require', PROBE, ...job.args], job)
  job.check?.(probed)
  return { wallMs, ...JSON.parse(probed.output[3]) }
}

function run(node, args, { cwd, env }) {
  const stdio = ['ignore', 'pipe', 'pipe', 'pipe']
  const done = spawnSync(node, args, {
    cwd,
    env,
    stdio,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 120_000,
  })
  if (done.error) throw done.error
  return done
}

/** Runs the jobs in turn, `count` times after `warmUps`, so that a busy moment of the machine meets all of them. */
export function interleaved(node, jobs, { count, warmUps }) {
  const samples = jobs.map(() => [])
  for (let round = -warmUps; round < count; round += 1) {
    for (const [index, job] of jobs.entries()) {
      const sample = measure(node, job)
      if (round >= 0) samples[index].push(sample)
    }
  }
  return samples
}

/** Median, least and most. */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const median = (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2
  return { median, min: sorted[0], max: sorted[sorted.length - 1] }
}
