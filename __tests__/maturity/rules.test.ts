import { describe, expect, test } from '@jest/globals'
import { withoutWords } from '../../src/maturity/code/python.js'
import { commandsOf } from '../../src/maturity/code/shell.js'
import { type Deed, deedsOf } from '../../src/maturity/flow/commands.js'
import { answer, assessed } from '../support/assessed.js'
import { worked } from '../support/worked.js'

describe('Python without its words', () => {
  test.each([
    ['x = "mlflow.start_run()"', 'x = "                  "'],
    ["x = 'a\\'b' # c", "x = '    ' "],
    ['"""a\n"b" # c\n"""; y', '"""\n\n"""; y'],
    ["x = 'open\ny = 1", "x = '\ny = 1"],
    ['"""never closed\nmlflow.start_run()', '"""\n'],
    ['f\'{a}\' + rb"\\\\"', 'f\'   \' + rb"  "'],
    ["''\n#''\ny", "''\n\ny"],
  ])('%j', (text, code) => {
    const blanked = withoutWords(text)
    expect(blanked).toHaveLength(text.length)
    expect(blanked.replace(/ +$/gm, '')).toBe(code.replace(/ +$/gm, ''))
  })

  test('is linear in the text', () => {
    const text = `${'"'.repeat(100_000)}\n${"'''".repeat(100_000)}${'\\"'.repeat(100_000)}`
    const started = worked()
    expect(withoutWords(text)).toHaveLength(text.length)
    expect(worked() - started).toBeLessThan(2_000)
  })
})

/** Commands of a script, those whose failure is swallowed in brackets. */
function commands(script: string, pipefail = false): string[] {
  return commandsOf(script, 1, pipefail).map(({ words, soft, line }) => `${line}: ${soft ? `(${words})` : words}`)
}

describe('the commands of a script', () => {
  test.each([
    ['pytest # kubectl apply', ['1: pytest']],
    ['echo "pytest && docker push"', ['1: echo "pytest && docker push"']],
    ['pytest && kubectl apply -f .', ['1: pytest', '1: kubectl apply -f .']],
    ['pytest || true', ['1: (pytest)', '1: true']],
    ['pytest || exit 1', ['1: pytest', '1: exit 1']],
    ['pytest | tee log', ['1: (pytest)', '1: tee log']],
    ['set -o pipefail\npytest | tee log', ['1: set -o pipefail', '2: pytest', '2: tee log']],
    ['set +e\npytest', ['1: set +e', '2: (pytest)']],
    ['pytest &\nwait', ['1: (pytest)', '2: wait']],
    ['A=1 B="x y" uv run pytest -q', ['1: pytest -q']],
    ['poetry run python train.py', ['1: python train.py']],
    ['conda run -n ml python train.py', ['1: python train.py']],
    ['uv run --locked --no-default-groups --group dev tox run', ['1: tox run']],
    ['cd app && (cd x; pytest)', ['1: cd app', '1: cd x', '1: pytest)']],
    ['pip install x && \\\n  pytest \\\n  -q', ['1: pip install x', '2: pytest -q']],
    ['cat <<EOF\nkubectl apply\nEOF\npytest', ['1: cat <<EOF', '4: pytest']],
    ['if pytest; then kubectl apply -f .; fi', ['1: pytest', '1: kubectl apply -f .', '1: fi']],
  ])('%j', (script, found) => {
    expect(commands(script)).toEqual(found)
  })

  test('with pipefail the first part of a pipe counts', () => {
    expect(commands('pytest | tee log', true)).toEqual(['1: pytest', '1: tee log'])
  })
})

describe('what a command does', () => {
  test.each<readonly [string, readonly Deed[]]>([
    ['python train.py --config configs/smoke_test.yaml', ['train']],
    ['python -u src/models/train_model.py', ['train']],
    ['python -m churn.train', ['train']],
    ['python training/run.py', ['train']],
    ['python run_pipeline.py', ['train']],
    ['python evaluate.py --threshold 0.85', ['evaluate']],
    ['python deploy/push.py', ['deploy']],
    ['python tools/check_schema.py models/*/model_config.yaml', ['validate']],
    ['python .github/workflows/json_to_md.py results/training_results.json results/evaluation.json', []],
    ['python tests/test_train.py', []],
    ['python main.py train', []],
    ['python report.py --train-log evaluation/log.txt', []],
    ['ls training/train.py', []],
    ['pip install pytest dvc', []],
    ['pytest tests/ -v', ['test']],
    ['python3.12 -m pytest', ['test']],
    ['pytest --version', []],
    ['promptfoo@latest eval -c x.yaml', ['test', 'evaluate']],
    ['dvc repro', ['train']],
    ['dvc pull', []],
    ['dvc metrics diff main', ['evaluate']],
    ['cml-send-comment report.md', ['evaluate']],
    ['kubectl apply -f k8s/', ['deploy']],
    ['kubectl -n prod set image deployment/x x=y', ['deploy']],
    ['kubectl get pods', []],
    ['kubectl apply --dry-run=server -f k8s/', []],
    ['docker build -t x .', ['build']],
    ['docker push x', ['deploy', 'build']],
    ['docker run x pytest', ['test']],
    ['feast -c repo apply', ['apply']],
    ['feast plan', []],
    ['terraform plan', []],
    ['ml-gate check', ['gate']],
    ['ml-gate assess', []],
  ])('%s: %j', (words, deeds) => {
    expect([...deedsOf(words)].sort()).toEqual([...deeds].sort())
  })
})

const WORKFLOW = '.github/workflows/w.yml'
const JOB = (id: string, run: string, more = '') => `  ${id}:\n    runs-on: x\n${more}    steps:\n      - run: ${run}\n`
const FLOW = (...jobs: string[]) => `name: W\non: push\njobs:\n${jobs.join('')}`

async function deployment(text: string, more: Readonly<Record<string, string>> = {}) {
  return answer(await assessed({ [WORKFLOW]: text, ...more }), 'tested-deployment')
}

describe('a deployment that waits for its tests', () => {
  test.each([
    ['needs the tests', FLOW(JOB('t', 'pytest'), JOB('d', 'docker push x', '    needs: t\n'))],
    [
      'needs them over another job',
      FLOW(JOB('t', 'pytest'), JOB('m', 'make x', '    needs: t\n'), JOB('d', 'docker push x', '    needs: [m]\n')),
    ],
    ['comes behind them in a job', FLOW(JOB('a', '|\n          pytest\n          docker push x'))],
    [
      'runs on success, said in full',
      FLOW(
        JOB('t', 'pytest'),
        JOB('d', 'docker push x', "    needs: t\n    if: always() && needs.t.result == 'success'\n"),
      ),
    ],
  ])('it %s', async (_, text) => {
    expect(await deployment(text)).toMatchObject({ status: 'met', grade: 'executed', lacks: [] })
  })

  test.each([
    ['needs nothing', FLOW(JOB('t', 'pytest'), JOB('d', 'docker push x'))],
    ['needs another job', FLOW(JOB('t', 'pytest'), JOB('o', 'ls'), JOB('d', 'docker push x', '    needs: o\n'))],
    ['comes before them', FLOW(JOB('a', '|\n          docker push x\n          pytest'))],
    ['runs always', FLOW(JOB('t', 'pytest'), JOB('d', 'docker push x', '    needs: t\n    if: always()\n'))],
    [
      'needs a job that runs always',
      FLOW(
        JOB('t', 'pytest'),
        JOB('m', 'ls', '    needs: t\n    if: always()\n'),
        JOB('d', 'docker push x', '    needs: m\n'),
      ),
    ],
    [
      'needs tests that may fail',
      FLOW(JOB('t', 'pytest', '    continue-on-error: true\n'), JOB('d', 'docker push x', '    needs: t\n')),
    ],
    [
      'needs tests whose failure is swallowed',
      FLOW(JOB('t', 'pytest || true'), JOB('d', 'docker push x', '    needs: t\n')),
    ],
    [
      'needs tests that only collect',
      FLOW(JOB('t', 'pytest --collect-only'), JOB('d', 'docker push x', '    needs: t\n')),
    ],
    [
      'needs tests that never run',
      FLOW(JOB('t', 'pytest', '    if: false\n'), JOB('d', 'docker push x', '    needs: t\n')),
    ],
    ['only pretends', FLOW(JOB('t', 'pytest'), JOB('d', 'kubectl apply --dry-run=client -f .', '    needs: t\n'))],
    ['only installs the tests', FLOW(JOB('t', 'pip install pytest'), JOB('d', 'docker push x', '    needs: t\n'))],
  ])('it does not where it %s', async (_, text) => {
    const { status, lacks } = await deployment(text)
    expect({ status, gated: lacks.includes('gated') }).toEqual({ status: 'partial', gated: true })
  })

  test('of another workflow, by workflow_run and its success', async () => {
    const tests = FLOW(JOB('t', 'pytest'))
    const deploy = (condition: string) =>
      `on: {workflow_run: {workflows: [W], types: [completed]}}\njobs:\n${JOB('d', 'docker push x', condition)}`
    const file = '.github/workflows/d.yml'
    const success = "    if: github.event.workflow_run.conclusion == 'success'\n"
    expect(await deployment(tests, { [file]: deploy(success) })).toMatchObject({ status: 'met' })
    expect(await deployment(tests, { [file]: deploy('') })).toMatchObject({ status: 'partial', lacks: ['gated'] })
  })

  test('a workflow that nothing starts runs nothing', async () => {
    const text = FLOW(JOB('a', '|\n          pytest\n          docker push x')).replace('on: push', 'on: workflow_call')
    expect(await deployment(text)).toMatchObject({ status: 'not-found', evidence: [] })
  })

  test('by a target of Make, a script and an action of the repository', async () => {
    const steps = '      - uses: ./.github/actions/check\n      - run: bash ci/deploy.sh\n'
    const text = `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n${steps}`
    const found = await deployment(text, {
      Makefile: 'PY = python\ntest:\n\t@$(PY) -m pytest -q\n',
      'ci/deploy.sh': '#!/bin/sh\n# docker push old\ndocker push new\n',
      '.github/actions/check/action.yml':
        'runs:\n  using: composite\n  steps:\n    - run: make test\n      shell: bash\n',
    })
    expect(found.status).toBe('met')
    expect(found.evidence.map(({ path, line, text: quoted }) => `${path}:${line} ${quoted}`)).toEqual([
      'Makefile:3 @$(PY) -m pytest -q',
      'ci/deploy.sh:3 docker push new',
    ])
  })
})

describe('what is run by a schedule', () => {
  const DETECTOR = 'from evidently.presets import DataDriftPreset\n\n\ndef drifted():\n    return DataDriftPreset()\n'
  const drift = async (files: Readonly<Record<string, string>>) =>
    answer(await assessed({ 'app/drift.py': DETECTOR, ...files }), 'drift-detection')
  const cron = (run: string) => `on: {schedule: [{cron: "0 1 * * *"}]}\njobs:\n${JOB('d', run)}`

  test.each([
    ['a workflow', { [WORKFLOW]: cron('python app/drift.py') }],
    ['a workflow, as a module', { [WORKFLOW]: cron('python -m app.drift') }],
    [
      'a scheduled DAG that imports it',
      { 'dags/w.py': 'from airflow import DAG\nfrom app.drift import drifted\n\nDAG("w", schedule="@daily")\n' },
    ],
    [
      'a scheduled DAG that runs it in a shell',
      {
        'dags/w.py':
          'from airflow import DAG\n\nDAG("w", schedule="@daily")\nBashOperator(bash_command="python app/drift.py")\n',
      },
    ],
    [
      'a cron job of the cluster',
      {
        'k8s/c.yaml':
          'apiVersion: batch/v1\nkind: CronJob\nspec:\n  schedule: "0 1 * * *"\n  jobTemplate: {spec: {template: {spec: {containers: [{name: d, command: [python, app/drift.py]}]}}}}\n',
      },
    ],
  ])('%s', async (_, files) => {
    expect(await drift(files)).toMatchObject({ status: 'met', grade: 'executed' })
  })

  test.each([
    ['nothing', {}],
    ['a workflow of a push', { [WORKFLOW]: FLOW(JOB('d', 'python app/drift.py')) }],
    [
      'a DAG without a schedule',
      { 'dags/w.py': 'from airflow import DAG\nfrom app.drift import drifted\n\nDAG("w", schedule=None)\n' },
    ],
    [
      'a schedule in a comment',
      { 'dags/w.py': 'from airflow import DAG\nfrom app.drift import drifted\n\nDAG("w")  # schedule="@daily"\n' },
    ],
    ['a scheduled workflow that says so', { [WORKFLOW]: cron('echo python app/drift.py') }],
  ])('not by %s', async (_, files) => {
    expect(await drift(files)).toMatchObject({ status: 'partial', lacks: ['scheduled'] })
  })
})

describe('traffic that is divided', () => {
  const ab = async (text: string) => answer(await assessed({ 'k8s/a.yaml': text }), 'ab-testing').status
  const route = (...weights: number[]) =>
    `apiVersion: networking.istio.io/v1\nkind: VirtualService\nspec: {http: [{route: [${weights.map((weight) => `{destination: {host: a}, weight: ${weight}}`).join(', ')}]}]}\n`

  test.each([
    ['two shares', route(90, 10), 'met'],
    ['one share', route(100), 'not-found'],
    ['a share of nothing', route(100, 0), 'not-found'],
    [
      'a canary of KServe',
      'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nspec: {predictor: {canaryTrafficPercent: 10}}\n',
      'met',
    ],
    [
      'a canary with all of it',
      'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nspec: {predictor: {canaryTrafficPercent: 100}}\n',
      'not-found',
    ],
    [
      'a canary in a comment',
      'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nspec:\n  predictor: {} # canaryTrafficPercent: 10\n',
      'not-found',
    ],
    [
      'a rollout with a canary',
      'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec: {strategy: {canary: {steps: []}}}\n',
      'met',
    ],
    [
      'a blue-green rollout',
      'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec: {strategy: {blueGreen: {}}}\n',
      'not-found',
    ],
    [
      'a canary in a text',
      'kind: ConfigMap\napiVersion: v1\ndata:\n  a: |\n    apiVersion: flagger.app/v1\n    kind: Canary\n',
      'not-found',
    ],
  ])('%s: %s', async (_, text, status) => {
    expect(await ab(text)).toBe(status)
  })
})

test('a training script without its main is no pipeline, and a seed alone is no tracking', async () => {
  const assessment = await assessed({ 'train.py': 'import numpy as np\n\nnp.random.seed(1)\nmodel.fit(X, y)\n' })
  expect(answer(assessment, 'pipeline-as-code').status).toBe('not-found')
  expect(answer(assessment, 'experiment-tracking')).toMatchObject({ status: 'not-found', evidence: [] })
})

test('a library that is imported and never called is declared', async () => {
  const assessment = await assessed({ 'a.py': 'import mlflow\n\nprint("mlflow.start_run()")\n' })
  expect(answer(assessment, 'experiment-tracking')).toMatchObject({ status: 'partial', grade: 'declared' })
})

test('a call without its library is none', async () => {
  const assessment = await assessed({ 'a.py': 'from mine import mlflow_like as mlflow\n\nmlflow.start_run()\n' })
  expect(answer(assessment, 'experiment-tracking').status).toBe('not-found')
})

test('a run of the gate whose failure fails nothing governs nothing', async () => {
  const step = (more: string) =>
    `on: pull_request\njobs:\n  g:\n    runs-on: x\n    steps:\n      - uses: acme/ml-governance-gate@v1\n${more}`
  const files = (more: string) => ({
    [WORKFLOW]: step(more),
    '.github/ml-gate.yaml': 'performance: {f1: {min: 0.8}}\n',
  })
  const lacks = async (more: string) => answer(await assessed(files(more)), 'automated-governance').lacks
  expect(await lacks('')).toEqual(['trail'])
  expect(await lacks('        continue-on-error: true\n')).toEqual(['gate', 'trail'])
  expect(await lacks('        with: {command: assess}\n')).toEqual(['gate', 'trail'])
})
