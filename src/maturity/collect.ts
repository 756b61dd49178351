import { Lines } from './code/lines.js'
import { at, entriesAt, entry, everyEntry, itemsAt, type Tree, textAt } from './code/tree.js'
import { readYaml } from './code/yaml.js'
import type { Collected } from './collected.js'
import { isDependencyFile, readDependencies } from './detect/dependencies.js'
import { isNamed, readNamed } from './detect/files.js'
import { declaredModel, MANIFEST_WORDS, readManifest } from './detect/manifests.js'
import { notebookCode } from './detect/notebook.js'
import { type Finding, readPython } from './detect/python.js'
import { Facts } from './facts.js'
import { readMakefile } from './flow/makefile.js'
import { readWorkflow, type Step, stepOf } from './flow/workflow.js'

/** Files of any other name and ending say nothing, and are not opened. */
const KINDS = {
  python: /(?<!(?:^|\/)(?:test_[^/]*|conftest|[^/]*_test))\.py$/,
  notebook: /\.ipynb$/,
  yaml: /\.ya?ml$|(?:^|\/)(?:MLproject|dvc\.lock)$|\.dvc$/,
  makefile: /(?:^|\/)(?:GNUm|M|m)akefile$/,
  shell: /\.sh$/,
} as const

/** Whether a file is worth opening, by its path alone. */
export function isOfInterest(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return Object.values(KINDS).some((kind) => kind.test(path)) || isDependencyFile(name) || isNamed(path)
}

/** Most YAML that is parsed, in files and in UTF-16 units: it takes longer than anything else. */
const MAX_YAML = { files: 20_000, length: 24 * 1024 * 1024 }
/** Most files of Python whose imports are kept. */
const MAX_PYTHON = 30_000

/** Reads a repository's files one by one, and keeps of each what is evidence. */
export class Collector {
  readonly collected: Collected = {
    facts: new Facts(),
    python: new Map(),
    workflows: [],
    actions: new Map(),
    targets: new Map(),
    stages: [],
    shell: new Map(),
    crons: [],
    models: [],
    notebookTraining: [],
  }
  readonly #yaml = { files: 0, length: 0 }
  /** Whether there was more than is looked at. */
  cut = false

  async add(path: string, text: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (text.includes('\0')) return
    this.#keep(readNamed(path, text))
    if (isDependencyFile(name)) this.#keep(await readDependencies(path, name, text))
    if (KINDS.python.test(path)) this.#python(path, text)
    else if (KINDS.notebook.test(path)) this.#notebook(path, text)
    else if (KINDS.makefile.test(path))
      for (const [key, script] of readMakefile(path, text)) this.collected.targets.set(key, script)
    else if (KINDS.shell.test(path)) this.#shell(path, text)
    else if (KINDS.yaml.test(path)) this.#manifest(path, text)
  }

  #keep(findings: readonly Finding[]): void {
    for (const finding of findings) this.collected.facts.add(finding.signal, finding.grade, finding)
  }

  #python(path: string, text: string): void {
    const { python } = this.collected
    if (python.size >= MAX_PYTHON) this.cut = true
    else {
      const file = readPython(path, text)
      python.set(path, file)
      this.#keep(file.findings)
    }
  }

  #notebook(path: string, text: string): void {
    const code = notebookCode(text, path)
    if (code === undefined) return
    const findings = readPython(path, code.text).findings.map((one) => ({ ...one, line: code.lineOf(one.line) }))
    // A notebook is run by hand: what it logs is tracked, but it is no pipeline, monitor or service.
    const counted = findings.filter(({ signal }) =>
      ['tracking', 'seed', 'data-validation', 'fairness'].includes(signal),
    )
    this.#keep(counted)
    const training = findings.find(({ signal }) => signal === 'training')
    if (training !== undefined && this.collected.notebookTraining.length < 20) {
      this.collected.notebookTraining.push({ path, line: training.line, text: training.text.trim() })
    }
  }

  #shell(path: string, text: string): void {
    if (this.collected.shell.size < 2_000 && text.length < 65_536)
      this.collected.shell.set(path, { path, text, line: 1 })
  }

  #manifest(path: string, text: string): void {
    const isWorkflow = /^\.github\/workflows\/[^/]+$/.test(path)
    const isAction = /(?:^|\/)action\.ya?ml$/.test(path)
    const named = /(?:^|\/)(?:dvc\.(?:yaml|lock)|MLproject|ml-gate\.ya?ml|mlflow\.ya?ml)$|\.dvc$/.test(path)
    if (!isWorkflow && !isAction && !named && !MANIFEST_WORDS.test(text)) return
    this.#yaml.files += 1
    this.#yaml.length += text.length
    if (this.#yaml.files > MAX_YAML.files || this.#yaml.length > MAX_YAML.length) {
      this.cut = true
      return
    }
    for (const tree of readYaml(text)) {
      if (isWorkflow) this.#workflow(path, tree, text)
      else if (isAction) this.#action(path, tree, text)
      else this.#document(path, tree, text)
    }
  }

  #workflow(path: string, tree: Tree, text: string): void {
    const workflow = readWorkflow(path, tree, text)
    if (workflow !== undefined) this.collected.workflows.push(workflow)
  }

  #action(path: string, tree: Tree, text: string): void {
    const around = { path, lines: new Lines(text), defaults: undefined }
    const steps = itemsAt(tree, 'runs', 'steps').flatMap((step): Step[] => [stepOf(step, around) ?? []].flat())
    if (steps.length > 0) this.collected.actions.set(path.split('/').slice(0, -1).join('/'), steps)
  }

  #document(path: string, tree: Tree, text: string): void {
    this.#keep(readManifest(path, tree, text))
    const model = declaredModel(path, tree)
    if (model !== undefined && this.collected.models.length < 10_000) this.collected.models.push(model)
    if (path.endsWith('dvc.yaml')) this.#stages(path, tree, text)
    if (path.endsWith('MLproject')) this.#entryPoints(path, tree, text)
    if (/^Cron(?:Job|Workflow)$/.test(textAt(tree, 'kind'))) this.#cron(path, tree, text)
  }

  #stages(path: string, tree: Tree, text: string): void {
    for (const [, { value }] of entriesAt(tree, 'stages')) {
      const cmd = at(value, 'do', 'cmd') ?? at(value, 'cmd')
      for (const one of cmd?.items ?? (cmd === undefined ? [] : [cmd])) this.#stage('dvc', path, one, text)
    }
  }

  #entryPoints(path: string, tree: Tree, text: string): void {
    for (const [, { value }] of entriesAt(tree, 'entry_points')) {
      const command = at(value, 'command')
      if (command !== undefined) this.#stage('mlflow', path, command, text)
    }
  }

  #stage(tool: 'dvc' | 'mlflow', path: string, { text = '', line, block }: Tree, whole: string): void {
    if (this.collected.stages.length >= 500) return
    const first = block === true ? line + 1 : line
    const lines = new Lines(whole)
    const shown = text.split('\n').map((_, index) => lines.line(first + index))
    this.collected.stages.push({ tool, script: { path, text, line: first, shown } })
  }

  #cron(path: string, tree: Tree, text: string): void {
    const schedule = entry(tree, 'spec', 'schedule') ?? entry(tree, 'spec', 'schedules')
    if (schedule === undefined || this.collected.crons.length >= 500) return
    const by = { path, line: schedule.line, text: new Lines(text).line(schedule.line).trim() }
    const words = (node: Tree | undefined) => (node?.items ?? []).map((one) => one.text ?? '')
    for (const [key, { value }] of everyEntry(tree)) {
      if (key !== 'container' && key !== 'containers') continue
      for (const container of value.items ?? [value]) {
        const line = [...words(at(container, 'command')), ...words(at(container, 'args'))].join(' ')
        // A shell around the command is no part of it.
        if (line !== '') this.collected.crons.push({ words: line.replace(/^(?:\/bin\/)?(?:ba)?sh -\w*c /, ''), by })
      }
    }
  }
}
