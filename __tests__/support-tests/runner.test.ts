import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { mergeGroup, pullRequest, type RunOptions, type RunResult, runAction, sha } from '../support/runner.js'
import { makeWorkspace, type Workspace } from '../support/workspace.js'

const HEAD = sha('head')

let workspace: Workspace
beforeEach(async () => {
  workspace = await makeWorkspace()
})
afterEach(() => workspace.dispose())

/** Runs a few lines of JavaScript as the step. */
async function step(script: string, options: Partial<RunOptions> = {}): Promise<RunResult> {
  await workspace.write('step.mjs', `import fs from 'node:fs'\nconst env = process.env\n${script}`)
  const actionYml = workspace.path('action.yml')
  const result = await runAction({
    workspace: workspace.root,
    script: workspace.path('step.mjs'),
    actionYml,
    ...options,
  })
  await result.dispose()
  return result
}

const printing = (text: string): Promise<RunResult> => step(`process.stdout.write(${JSON.stringify(text)})`)

describe('the environment', () => {
  const show = 'fs.writeFileSync(env.GITHUB_OUTPUT, "env=" + JSON.stringify({ ...env, cwd: process.cwd() }) + "\\n")'
  const environment = async (options: Partial<RunOptions>): Promise<Record<string, string | undefined>> =>
    JSON.parse((await step(show, options)).outputs.env ?? '{}') as Record<string, string>

  test('holds the inputs by the runner’s names and nothing of ours', async () => {
    process.env.ML_GATE_LEAK = 'leak'
    const env = await environment({ inputs: { 'model-card': 'M.md', 'two words': '2' }, token: 't0ken' })
    delete process.env.ML_GATE_LEAK
    expect(env).toMatchObject({ 'INPUT_MODEL-CARD': 'M.md', INPUT_TWO_WORDS: '2', INPUT_TOKEN: 't0ken' })
    expect(env.ML_GATE_LEAK).toBeUndefined()
    expect([env.cwd, env.GITHUB_WORKSPACE]).toEqual([workspace.root, workspace.root])
    expect(env.RUNNER_TEMP).not.toContain(workspace.root)
  })

  test('takes defaults from the metadata, the token’s expression included', async () => {
    await workspace.write(
      'action.yml',
      `inputs:\n  token: {default: "\${{ github.token }}"}\n  comment: {default: never}\n  policy: {}\n  flag: {default: true}\n`,
    )
    const run = await step(show, { inputs: { comment: 'always', polcy: 'x' }, token: 't0ken' })
    const env = JSON.parse(run.outputs.env ?? '{}') as Record<string, string>
    expect(env).toMatchObject({ INPUT_TOKEN: 't0ken', INPUT_COMMENT: 'always', INPUT_POLICY: '', INPUT_FLAG: 'true' })
    expect(run.unexpectedInputs).toEqual(['polcy'])
    await workspace.write('action.yml', `inputs: {x: {default: "\${{ runner.os }}"}}\n`)
    await expect(step(show)).rejects.toThrow('needs an expression')
  })

  test('says of the event what the runner says', async () => {
    const event = pullRequest({ number: 9, headSha: HEAD, fork: true })
    const env = await environment({ event, apiUrl: 'http://127.0.0.1:1', env: { RUNNER_OS: undefined, MORE: '1' } })
    expect(env).toMatchObject({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/9/merge', MORE: '1' })
    expect(env).toMatchObject({ GITHUB_BASE_REF: 'main', GITHUB_API_URL: 'http://127.0.0.1:1' })
    expect(env.GITHUB_SHA).not.toBe(HEAD)
    expect(env.RUNNER_OS).toBeUndefined()
    expect(event.payload).toMatchObject({
      pull_request: { head: { sha: HEAD, repo: { full_name: 'someone/churn', fork: true } } },
    })
    const deleted = pullRequest({ headSha: HEAD, fork: 'deleted' })
    expect(deleted.payload).toMatchObject({ pull_request: { head: { repo: null } } })
    expect(mergeGroup({ headSha: HEAD, number: 4 }).ref).toMatch(/^refs\/heads\/gh-readonly-queue\/main\/pr-4-/)
  })

  test('has the payload in a file', async () => {
    const script = 'fs.writeFileSync(env.GITHUB_STEP_SUMMARY, fs.readFileSync(env.GITHUB_EVENT_PATH))'
    const run = await step(script, { event: pullRequest({ headSha: HEAD }) })
    expect(JSON.parse(run.summary)).toMatchObject({ pull_request: { head: { sha: HEAD } } })
  })
})

describe('what a step prints', () => {
  test('gives annotations from both streams', async () => {
    const run = await step(`
      console.log('::error file=${workspace.root}/a/m.json,line=2,col=3,endColumn=5,title=F1%3A low%2C%2525::one%0Atwo')
      console.error('  ::WARNING endLine=4::%250A stays')
      console.log('text ##[notice file=b]mid%3Bline')`)
    expect(run.annotations).toContainEqual({
      ...{ level: 'error', message: 'one\ntwo', title: 'F1: low,%25', file: 'a/m.json' },
      ...{ line: 2, column: 3, endColumn: 5 },
    })
    expect(run.annotations).toContainEqual({ level: 'warning', message: '%0A stays', line: 4, endLine: 4 })
    expect(run.annotations).toContainEqual({ level: 'notice', message: 'mid;line', file: 'b' })
    expect(run.injected).toEqual([])
  })

  test.each([
    ['after a line break', 'f1: 0.9\n::add-mask::success', ['add-mask']],
    ['after a lone carriage return', 'f1: 0.9\r::set-output name=verdict::pass', ['set-output']],
    ['after white space', ' \t\u0085::save-state name=a::b', ['save-state']],
    ['in the old form, mid-line', '| cell ##[set-env name=NODE_OPTIONS]x |', ['set-env']],
    ['behind a command that is none', '::nothing ##[add-path]/opt::', ['add-path']],
    ['mid-line', 'f1 ::add-mask::success', []],
    ['with one colon', 'f:add-mask::success', []],
    ['unknown', '::frobnicate::x\n##[unknown]y', []],
    ['without an end', '::add-mask:\n##[add-mask', []],
    ['escaped', '::error::a%0A::add-mask::b', []],
    ['harmless', '::debug::a\n::group::b\n::endgroup::', []],
  ])('is searched for commands: %s', async (_, text, names) => {
    expect((await printing(text)).injected.map(({ name }) => name)).toEqual(names)
  })

  test('can set an output, and fails by a forbidden command', async () => {
    expect((await printing('::set-output name=verdict::pass\n')).outputs.verdict).toBe('pass')
    const run = await printing('::set-env name=A::b')
    expect([run.exitCode, run.conclusion, run.exported, run.runnerErrors.length]).toEqual([0, 'failure', {}, 1])
  })

  test('can stop commands until its token comes', async () => {
    const run = await printing('::stop-commands::T1\n::error::lost\n::add-mask::lost\n::t1::\n::error::seen\n')
    expect(run.annotations.map(({ message }) => message)).toEqual(['seen'])
    expect(run.injected.map(({ name }) => name)).toEqual(['stop-commands'])
  })

  test.each([
    ['line=1,endLine=3,col=2', { line: 1, endLine: 3 }],
    ['line=3,endLine=1', {}],
    ['line=2,col=5,endColumn=4', { line: 2 }],
    ['col=5', {}],
    ['line=2,endLine=2,endColumn=4', { line: 2, endLine: 2, column: 4, endColumn: 4 }],
    ['line=two', {}],
  ])('keeps of a position what makes sense: %s', async (properties, position) => {
    expect((await printing(`::error ${properties}::m`)).annotations).toEqual([
      { level: 'error', message: 'm', ...position },
    ])
  })

  test('is cut to ten of a level and 4096 characters', async () => {
    const run = await printing(`${'::error::e\n'.repeat(12)}::warning::${'w'.repeat(5000)}`)
    expect([run.annotations.length, run.droppedAnnotations]).toEqual([11, 2])
    expect(run.annotations.at(-1)?.message).toHaveLength(4096)
  })

  test('may be cut anywhere, inside a character too', async () => {
    const run = await step(`
      const bytes = Buffer.from('::error::가나\\r\\n::notice::다')
      for (const byte of bytes) { fs.writeSync(1, Buffer.from([byte])); await new Promise(r => setTimeout(r, 1)) }`)
    expect(run.annotations.map(({ message }) => message)).toEqual(['가나', '다'])
    expect(run.stdout).toBe('::error::가나\r\n::notice::다')
  })
})

describe('the files', () => {
  test('give outputs line by line and in blocks', async () => {
    const text = 'a=1=2\nb<<END\nx\n\ny=<<\nEND\n\nc<<E\nE\n'
    const run = await step(`fs.appendFileSync(env.GITHUB_OUTPUT, ${JSON.stringify(text)})`)
    expect({ ...run.outputs }).toEqual({ a: '1=2', b: 'x\n\ny=<<', c: '' })
    expect(run.conclusion).toBe('success')
  })

  test.each(['nonsense\n', 'a<<END\nx\n', '=x\n', '<<E\nE\n'])(
    'fail the step where they are broken: %j',
    async (text) => {
      const run = await step(`fs.appendFileSync(env.GITHUB_OUTPUT, ${JSON.stringify(text)})`)
      expect([run.exitCode, run.conclusion, run.runnerErrors.length]).toEqual([0, 'failure', 1])
      expect({ ...run.outputs }).toEqual({})
    },
  )

  test.each([
    [1024 * 1024, 1024 * 1024, 0],
    [1024 * 1024 + 1, 0, 1],
  ])('show a summary of %d bytes or nothing of it', async (size, shown, errors) => {
    const run = await step(`fs.appendFileSync(env.GITHUB_STEP_SUMMARY, 'x'.repeat(${size}))`)
    expect([run.summary.length, run.runnerErrors.length, run.conclusion]).toEqual([shown, errors, 'success'])
  })

  test('tell of exported variables and paths', async () => {
    const run = await step(`
      fs.appendFileSync(env.GITHUB_ENV, 'A=1\\n'); fs.appendFileSync(env.GITHUB_PATH, '/x\\n')
      fs.appendFileSync(env.GITHUB_STATE, 's=2\\n')`)
    expect([{ ...run.exported }, run.path, { ...run.state }]).toEqual([{ A: '1' }, ['/x'], { s: '2' }])
  })
})

describe('the end', () => {
  test('gives the exit code, and the folder lasts until it is disposed of', async () => {
    await workspace.write('step.mjs', 'process.exitCode = 3')
    const run = await runAction({ workspace: workspace.root, script: workspace.path('step.mjs') })
    expect([run.exitCode, run.conclusion, existsSync(run.temp)]).toEqual([3, 'failure', true])
    await run.dispose()
    expect(existsSync(run.temp)).toBe(false)
  })

  test('comes after the time limit, even if a process is left behind', async () => {
    const script = `
      const { spawn } = await import('node:child_process')
      spawn(process.execPath, ['-e', 'setTimeout(() => {}, 2500)'], { stdio: 'inherit' })
      await new Promise(() => setInterval(() => {}, 1000))`
    const run = await step(script, { timeoutMs: 600 })
    expect([run.timedOut, run.exitCode, run.signal, run.conclusion]).toEqual([true, null, 'SIGKILL', 'failure'])
    expect(run.durationMs).toBeLessThan(2300)
  })

  test('is an error where the Node asked for is none', async () => {
    process.env.ML_GATE_NODE = workspace.path('no-node')
    await expect(step(''))
      .rejects.toThrow('ENOENT')
      .finally(() => delete process.env.ML_GATE_NODE)
  })

  test('can be asked for, as a person cancels', async () => {
    const script = `
      process.on('SIGINT', () => process.exit(7))
      setInterval(() => {}, 1000)`
    const run = await step(script, { cancel: AbortSignal.timeout(700) })
    expect([run.exitCode, run.timedOut]).toEqual([7, false])
  })
})
