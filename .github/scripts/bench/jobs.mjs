// What is measured: the action as the runner starts it, and the command on large files. The build takes the first for what
// usually runs (eager.mjs).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Node doing nothing: what every action pays, whatever it contains. */
export function nothing(scratch) {
  return { args: ['-e', '0'], cwd: root, env: cleanEnvironment(scratch), check: expectExit(0) }
}

/** The action's main job on examples/churn, with the environment a step has on the runner and no token. */
export function actionOnExample(scratch) {
  const temp = join(scratch, 'runner')
  mkdirSync(temp, { recursive: true })
  const file = (name, content = '') => {
    writeFileSync(join(temp, name), content)
    return join(temp, name)
  }
  const output = file('output')
  // On a push nothing is asked of GitHub: a pull request's policy comes over the network, which start-up is not about.
  const event = { ref: 'refs/heads/main', after: 'b'.repeat(40) }
  const env = {
    ...cleanEnvironment(scratch),
    ...inputs({ 'working-directory': 'examples/churn', 'policy-file': 'policy.yaml', 'check-run': 'false' }),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
    GITHUB_OUTPUT: output,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'acme/churn',
    GITHUB_RUN_ID: '4242',
    GITHUB_SHA: 'b'.repeat(40),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_WORKSPACE: root,
    RUNNER_TEMP: temp,
  }
  const check = (done) => {
    expectExit(0)(done)
    if (!/^verdict=pass$/m.test(readFileSync(output, 'utf8'))) throw new Error('the example did not pass')
  }
  return { args: [join(root, 'dist/index.js')], cwd: root, env, check }
}

/** `ml-gate check` on a folder that holds a metrics file of about so many bytes. */
export function commandOnMetrics(scratch, bytes) {
  const policy = 'model: large\nevidence: {metrics: metrics.json}\nperformance: {f1: {min: 0.9}}\n'
  return commandOn(scratch, `metrics-${bytes}`, policy, { 'metrics.json': metrics(bytes) })
}

/** `ml-gate check` on a folder that holds a model card of so many lines. */
export function commandOnCard(scratch, lines) {
  const policy =
    'model: large\nevidence: {model-card: MODEL_CARD.md}\ndocumentation: {require: [intended_use, limitations]}\n'
  return commandOn(scratch, `card-${lines}`, policy, { 'MODEL_CARD.md': card(lines) })
}

/** Endings and texts of a repository of services, by turns: what `assess` opens, and what it passes by. */
const REPOSITORY = [
  [
    '.py',
    `"""mlflow.start_run()"""\nimport os\nfrom a.b import c\n\n\n${'def f(x):\n    return {"key": x}  # a comment\n\n\n'.repeat(60)}`,
  ],
  ['.yaml', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  key: value\n'],
  ['.yaml', 'name: a\nvalues: [1, 2, 3]\n'],
  ['.sh', 'set -e\npytest\n'],
  ...['.md', '.json', '.ts', '.tsx', '.go', '.png'].map((ending) => [ending, 'mlflow\n']),
]

/** `ml-gate assess` on a repository of so many files, a hundred a folder. */
export function commandOnRepository(scratch, count) {
  const cwd = join(scratch, `repository-${count}`)
  for (let index = 0; index < count; index++) {
    const folder = join(cwd, `p${Math.floor(index / 100)}`)
    if (index % 100 === 0) mkdirSync(folder, { recursive: true })
    const [ending, text] = REPOSITORY[index % REPOSITORY.length]
    writeFileSync(join(folder, `f${index}${ending}`), text)
  }
  const check = (done) => {
    expectExit(0)(done)
    if (JSON.parse(done.stdout).scan.files !== count) throw new Error(`not all of ${count} files were looked at`)
  }
  const args = [join(root, 'dist/cli.js'), 'assess', '.', '--format', 'json']
  return { args, cwd, env: cleanEnvironment(scratch), check }
}

/** `ml-gate check` on so many models of a folder each, with twenty checks a model. */
export function commandOnModels(scratch, count) {
  const metrics = Array.from({ length: 20 }, (_, index) => `metric_${index}`)
  const bounds = metrics.map((name) => `  ${name}: {min: 0.9}\n`).join('')
  const policy = `models: "models/*/model_config.yaml"\nevidence: {metrics: metrics.json}\nperformance:\n${bounds}`
  const values = `{${metrics.map((name) => `"${name}": 0.95`).join(', ')}}\n`
  const name = `models-${count}`
  for (let index = 0; index < count; index++) {
    const folder = join(scratch, name, 'models', `m${index}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'model_config.yaml'), `model: {name: m${index}, owner: a@example.com}\n`)
    writeFileSync(join(folder, 'metrics.json'), values)
  }
  const job = commandOn(scratch, name, policy, {})
  const check = (done) => {
    job.check(done)
    if (JSON.parse(done.stdout).models.length !== count) throw new Error(`not all of ${count} models were judged`)
  }
  return { ...job, check }
}

function commandOn(scratch, name, policy, files) {
  const cwd = join(scratch, name)
  mkdirSync(cwd, { recursive: true })
  for (const [path, content] of Object.entries({ 'policy.yaml': policy, ...files }))
    writeFileSync(join(cwd, path), content)
  const args = [join(root, 'dist/cli.js'), 'check', '.', '--policy', 'policy.yaml', '--format', 'json']
  const check = (done) => {
    expectExit(0)(done)
    if (JSON.parse(done.stdout).verdict !== 'pass') throw new Error(`${name} did not pass`)
  }
  return { args, cwd, env: cleanEnvironment(scratch), check }
}

function metrics(bytes) {
  const records = []
  let length = 40
  for (let epoch = 1; length < bytes; epoch += 1) {
    const record = `{"epoch": ${epoch}, "loss": 0.${(epoch * 7919) % 1_000_000}, "val_auc": 0.8${(epoch * 104_729) % 10_000}}`
    records.push(record)
    length += record.length + 3
  }
  return `{"f1": 0.91, "history": [\n${records.join(',\n ')}\n]}\n`
}

function card(count) {
  const lines = [
    '# Model card',
    '',
    '## Intended use',
    '',
    'Ranks customers by how likely they are to leave.',
    '',
    '## Limitations',
    '',
  ]
  for (let line = lines.length; line < count; line += 1) {
    if (line % 1000 === 0) lines.push(`### Run ${line}`)
    else
      lines.push(
        line % 10 === 9 ? '' : `Measured in run ${line}: **accuracy** 0.8${line % 1000} on split \`${line % 7}\`.`,
      )
  }
  return `${lines.join('\n')}\n`
}

/** Every input as the runner passes it: the defaults of action.yml, then what the workflow gives; no token. */
function inputs(given) {
  const { inputs: declared } = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
  const values = Object.entries(declared).map(([name, { default: value }]) => [name, given[name] ?? value ?? ''])
  return Object.fromEntries(
    values.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, name === 'token' ? '' : value]),
  )
}

function cleanEnvironment(scratch) {
  return { PATH: process.env.PATH, HOME: scratch, TMPDIR: scratch }
}

function expectExit(code) {
  return (done) => {
    if (done.status !== code) throw new Error(`exit code ${done.status ?? done.signal}\n${done.stdout}\n${done.stderr}`)
  }
}
