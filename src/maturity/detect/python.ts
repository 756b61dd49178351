import { Lines } from '../code/lines.js'
import { type Import, importsOf, withoutWords } from '../code/python.js'
import type { Evidence, Signal } from '../facts.js'
import type { Grade } from '../ids.js'
import { GENERAL_PIPELINES, PYTHON_RULES, type PythonRule, SCHEDULES, TRIGGERS } from './python-rules.js'

/** What one Python file shows. */
export interface PythonFile {
  readonly path: string
  readonly findings: readonly Finding[]
  /** Modules it imports, as written. */
  readonly imports: readonly string[]
  /** The line that has an orchestrator run it by itself. */
  readonly schedule?: Evidence
  /** Names of the pipelines that it defines, and of those that it starts. */
  readonly defines: readonly string[]
  readonly starts: readonly (Evidence & { readonly name: string })[]
  /** Commands of shell operators: `BashOperator(bash_command="…")`. */
  readonly commands: readonly { readonly script: string; readonly line: number; readonly text: string }[]
}

export interface Finding extends Evidence {
  readonly signal: Signal
  readonly grade: Grade
}

/** Words without which no rule can apply: most files need no second look. */
const INTERESTING = /\b(?:import|from)\b/

const LIBRARIES: readonly (readonly [RegExp, Signal])[] = [
  [/^(?:mlflow|wandb|neptune|clearml|comet_ml|dvclive|aim|trackio)(?:\.|$)/, 'tracking'],
  [/^(?:kedro|zenml|metaflow|kfp|flytekit|tfx)(?:\.|$)/, 'pipeline'],
  [/^(?:evidently|nannyml|whylogs|arize|fiddler)(?:\.|$)/, 'monitor-infra'],
  [/^(?:alibi_detect|frouros)(?:\.|$)/, 'drift'],
  [/^(?:feast|tecton|hsfs|hopsworks)(?:\.|$)/, 'feature-store'],
  [/^(?:growthbook|UnleashClient|ldclient|statsig|eppo_client)(?:\.|$)/, 'ab'],
]

/** Reads a Python file; `code` and `text` have the same lines. */
export function readPython(path: string, text: string): PythonFile {
  if (!INTERESTING.test(text)) return { path, findings: [], imports: [], commands: [], defines: [], starts: [] }
  const code = withoutWords(text)
  const lines = new Lines(text)
  const imports = importsOf(code)
  const apply = (rules: readonly PythonRule[], grade: Grade = 'wired'): Finding[] =>
    rules.flatMap((rule) => found(rule, grade))
  function found(rule: PythonRule, grade: Grade): Finding[] {
    if (rule.module !== undefined && !imports.some(({ module }) => rule.module?.test(module))) return []
    for (const offset of offsets(rule.call, code)) {
      if (rule.words !== undefined && !rule.words.test(text.slice(offset, offset + 200).split('\n\n')[0] ?? ''))
        continue
      return [{ signal: rule.signal, grade, ...evidence(offset) }]
    }
    return []
  }
  const evidence = (offset: number): Evidence => {
    const line = lines.at(offset)
    return { path, line, text: lines.line(line) }
  }
  const [schedule] = apply(SCHEDULES)
  const general = trains(path, code, text) ? apply(GENERAL_PIPELINES) : []
  return {
    path,
    findings: [
      ...apply(PYTHON_RULES),
      ...general,
      ...apply(TRIGGERS),
      ...script(path, code, evidence),
      ...mere(imports, evidence),
    ],
    imports: imports.map(({ module }) => module),
    commands: shellCommands(code, text, lines),
    defines: definitions(code, text),
    starts: namesAfter(/\btrigger_dag_id\s*=\s*["']/, code, text).map(({ name, offset }) => ({
      name,
      ...evidence(offset),
    })),
    ...(schedule && { schedule: { path, line: schedule.line, text: schedule.text } }),
  }
}

function* offsets(pattern: RegExp, code: string): Generator<number> {
  const global = new RegExp(pattern.source, [...new Set([...pattern.flags, 'g'])].join(''))
  let count = 0
  for (const match of code.matchAll(global)) {
    if (++count > 50) return
    yield match.index
  }
}

/** An import whose library is never called: there, and no more. */
function mere(imports: readonly Import[], evidence: (offset: number) => Evidence): Finding[] {
  return LIBRARIES.flatMap(([module, signal]): Finding[] => {
    const first = imports.find((one) => module.test(one.module))
    return first === undefined ? [] : [{ signal, grade: 'declared', ...evidence(first.offset) }]
  })
}

/** Whether an orchestrator's file is about training: by its name, its code's names, or the commands it runs. */
function trains(path: string, code: string, text: string): boolean {
  const name = path.split('/').at(-1) ?? ''
  if (
    /train|fit_model/i.test(name) ||
    /train(?!_?test)\w*|\.fit\s*\(/i.test(code.replace(/X_train|y_train|train_test_split/g, ''))
  )
    return true
  return /\bbash_command\s*=\s*[fr]?["'][^"'\n]*train/.test(text) && /\bbash_command\s*=/.test(code)
}

/** A training script that can be run: the smallest pipeline in code. */
function script(path: string, code: string, evidence: (offset: number) => Evidence): Finding[] {
  const name = path.split('/').at(-1) ?? ''
  const main = code.search(/^if __name__ ==/m)
  return /(?:^|[_-])train(?:ing|er)?(?:[_-]\w*)?\.py$/.test(name) && main >= 0
    ? [{ signal: 'pipeline', grade: 'wired', ...evidence(main) }]
    : []
}

/** The pipelines of Airflow that a file defines: functions below `@dag`, and `DAG("name")`. */
function definitions(code: string, text: string): string[] {
  const functions = [...code.matchAll(/^@dag\b[^\n]*\n(?:(?!def )[^\n]*\n){0,20}def (\w+)/gm)].map(
    ([, name = '']) => name,
  )
  const named = [/\bDAG\s*\(\s*["']/, /\bdag_id\s*=\s*["']/].flatMap((pattern) => namesAfter(pattern, code, text))
  return [...functions, ...named.map(({ name }) => name)].slice(0, 50)
}

/** The strings that follow what a pattern finds up to its opening quote. */
function namesAfter(pattern: RegExp, code: string, text: string): { name: string; offset: number }[] {
  return [...offsets(pattern, code)].flatMap((offset) => {
    const name = /^[^"']{0,60}["']([\w.-]{1,200})["']/.exec(text.slice(offset, offset + 300))?.[1]
    return name === undefined ? [] : [{ name, offset }]
  })
}

function shellCommands(code: string, text: string, lines: Lines): PythonFile['commands'] {
  return [...offsets(/\bbash_command\s*=\s*[fr]?["']/, code)].flatMap((offset) => {
    const open = /["']/.exec(text.slice(offset, offset + 60))
    if (open === null) return []
    const start = offset + open.index
    const quotes = text.startsWith(open[0].repeat(3), start) ? open[0].repeat(3) : open[0]
    const end = text.indexOf(quotes, start + quotes.length)
    const line = lines.at(offset)
    return end < 0
      ? []
      : [{ script: text.slice(start + quotes.length, Math.min(end, start + 4000)), line, text: lines.line(line) }]
  })
}
