// Runs processes and says what they took.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const PROBE = fileURLToPath(new URL('probe.cjs', import.meta.url))

/**
 * One run of `job` ({ program, args, probe, cwd, env, check }), as a whole process: wall time from an undisturbed run, processor time
 * and peak memory from a second one that carries the probe (arguments before its own). `check` throws where the job did not do its work, so that
 * a fast failure is never taken for a fast run.
 */
function measureProgram({ program, args, probe, ...job }) {
  const started = process.hrtime.bigint()
  const plain = run(program, args, job)
  const wallMs = Number(process.hrtime.bigint() - started) / 1e6
  job.check?.(plain)
  const probed = run(program, [...probe, ...args], job)
  job.check?.(probed)
  return { wallMs, ...JSON.parse(probed.output[3]) }
}

function run(program, args, { cwd, env }) {
  const stdio = ['ignore', 'pipe', 'pipe', 'pipe']
  const done = spawnSync(program, args, {
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
export function interleaved(node, jobs, rounds) {
  return interleavedPrograms(
    jobs.map((job) => ({ ...job, program: node, probe: ['--require', PROBE] })),
    rounds,
  )
}

/** The same for jobs that name their programs. */
export function interleavedPrograms(jobs, { count, warmUps }) {
  const samples = jobs.map(() => [])
  for (let round = -warmUps; round < count; round += 1) {
    for (const [index, job] of jobs.entries()) {
      const sample = measureProgram(job)
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
