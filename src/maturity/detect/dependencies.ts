import { parseJson } from '../../evidence/readers/json/parse.js'
import { parseToml } from '../../evidence/readers/toml/parse.js'
import { Lines } from '../code/lines.js'
import { at, entriesAt, type Tree, treeOf } from '../code/tree.js'
import { readYaml } from '../code/yaml.js'
import type { Signal } from '../facts.js'
import type { Finding } from './python.js'

/** Packages by what having them announces; names as registries normalise them. */
const PACKAGES: readonly (readonly [Signal, string])[] = [
  [
    'tracking',
    'mlflow mlflow-skinny wandb neptune comet-ml clearml aim dvclive trackio sagemaker-mlflow azureml-mlflow kedro-mlflow',
  ],
  ['pipeline', 'dvc kedro zenml metaflow kfp tfx flytekit'],
  [
    'monitor-infra',
    'evidently nannyml whylogs prometheus-client prometheus-fastapi-instrumentator arize fiddler-client',
  ],
  ['drift', 'alibi-detect frouros evidently nannyml'],
  ['feature-store', 'feast tecton hsfs hopsworks databricks-feature-engineering'],
  [
    'ab',
    'growthbook unleashclient launchdarkly-server-sdk statsig eppo-server-sdk @growthbook/growthbook unleash-client',
  ],
  ['governance', 'fairlearn aif360 shap lime captum interpret model-card-toolkit'],
  ['serving', 'fastapi flask bentoml mlserver litserve torchserve'],
  ['data-validation', 'great-expectations pandera tensorflow-data-validation'],
]

const SIGNALS: ReadonlyMap<string, readonly Signal[]> = PACKAGES.reduce((map, [signal, names]) => {
  for (const name of names.split(' ')) map.set(name, [...(map.get(name) ?? []), signal])
  return map
}, new Map<string, Signal[]>())

/** Whether a file lists what a project depends on. */
export function isDependencyFile(name: string): boolean {
  return (
    /^requirements[\w.-]*\.(?:txt|in)$/.test(name) ||
    /^(?:environment|conda)[\w.-]*\.ya?ml$/.test(name) ||
    ['pyproject.toml', 'Pipfile', 'setup.cfg', 'package.json'].includes(name)
  )
}

/** What the packages that a file names announce: that something is there, and no more. */
export async function readDependencies(path: string, name: string, text: string): Promise<Finding[]> {
  const lines = new Lines(text)
  const found = await named(path, name, text)
  return found.slice(0, 2_000).flatMap(({ name: written, line }) => {
    const signals = SIGNALS.get(normal(written)) ?? []
    return signals.map((signal) => ({ signal, grade: 'declared' as const, path, line, text: lines.line(line) }))
  })
}

interface Named {
  readonly name: string
  readonly line: number
}

async function named(path: string, name: string, text: string): Promise<Named[]> {
  if (name === 'package.json') {
    const read = parseJson(text, path)
    return read.ok ? ['dependencies', 'devDependencies'].flatMap((key) => keysOf(treeOf(read.value), key)) : []
  }
  if (name === 'pyproject.toml' || name === 'Pipfile') {
    const read = await parseToml(text, path)
    return read.ok ? tables(treeOf(read.value), name) : []
  }
  if (/\.ya?ml$/.test(name)) return readYaml(text).flatMap((tree) => listed(at(tree, 'dependencies')))
  const section =
    name === 'setup.cfg' ? installed(text) : text.split('\n').map((one, index) => ({ one, line: index + 1 }))
  return section.flatMap(({ one, line }) => requirement(one, line))
}

function tables(tree: Tree, name: string): Named[] {
  if (name === 'Pipfile') return ['packages', 'dev-packages'].flatMap((key) => keysOf(tree, key))
  const groups = (...keys: readonly string[]) => entriesAt(tree, ...keys).flatMap(([, { value }]) => listed(value))
  const poetry = entriesAt(tree, 'tool', 'poetry', 'group').flatMap(([, { value }]) => keysOf(value, 'dependencies'))
  return [
    ...listed(at(tree, 'project', 'dependencies')),
    ...groups('project', 'optional-dependencies'),
    ...groups('dependency-groups'),
    ...keysOf(tree, 'tool', 'poetry', 'dependencies'),
    ...keysOf(tree, 'tool', 'poetry', 'dev-dependencies'),
    ...keysOf(tree, 'tool', 'pixi', 'dependencies'),
    ...keysOf(tree, 'tool', 'pixi', 'pypi-dependencies'),
    ...poetry,
  ]
}

function keysOf(tree: Tree, ...keys: readonly string[]): Named[] {
  return entriesAt(tree, ...keys).map(([name, { line }]) => ({ name, line }))
}

/** Requirements in a list, and in the lists below it (`pip:` of conda). */
function listed(tree: Tree | undefined): Named[] {
  return (tree?.items ?? []).flatMap((item) => [
    ...(item.text === undefined ? [] : requirement(item.text, item.line)),
    ...[...(item.entries?.values() ?? [])].flatMap(({ value }) => listed(value)),
  ])
}

function installed(text: string): { one: string; line: number }[] {
  let inside = false
  return text.split('\n').flatMap((one, index) => {
    if (/^\S/.test(one)) inside = /^(?:install_requires|\[options\.extras_require)/.test(one)
    return inside ? [{ one: one.replace(/^install_requires\s*=/, ''), line: index + 1 }] : []
  })
}

function requirement(text: string, line: number): Named[] {
  const name = /^\s*(?:[\w-]+::)?([A-Za-z0-9][A-Za-z0-9._-]*)/.exec(text)?.[1]
  return name === undefined ? [] : [{ name, line }]
}

/** PEP 503: case, dots and underscores do not tell packages apart. */
function normal(name: string): string {
  return name.toLowerCase().replace(/[._-]+/g, '-')
}

/** Whether every requirement of a file is pinned to one version. */
export function isPinned(text: string): boolean {
  const lines = text.split('\n').map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
  const needs = lines.filter((line) => /^[A-Za-z0-9]/.test(line))
  return (
    needs.length > 0 &&
    needs.every((line) => /^[A-Za-z0-9._-]+(?:\[[\w,\s-]+\])?\s*(?:===?\s*[\w.+!-]+|@\s)/.test(line))
  )
}
