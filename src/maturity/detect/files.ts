import { Lines } from '../code/lines.js'
import type { Signal } from '../facts.js'
import type { Grade } from '../ids.js'
import { isPinned } from './dependencies.js'
import type { Finding } from './python.js'

/** A file whose name says what it is; `line` is what its evidence is looked for by, else its first line. */
interface FileRule {
  readonly path: RegExp
  readonly signal: Signal
  readonly grade: Grade
  readonly line?: RegExp
}

const RULES: readonly FileRule[] = [
  { path: /(?:^|\/)(?:uv|poetry|pdm|pixi|Pipfile)\.lock$/, signal: 'lock', grade: 'declared', line: /^[^#\s]/m },
  { path: /(?:^|\/)conda-lock\.ya?ml$/, signal: 'lock', grade: 'declared', line: /^[^#\s]/m },
  { path: /(?:^|\/)\.gitattributes$/, signal: 'data-version', grade: 'declared', line: /^[^#\n]*\bfilter=lfs\b/m },
  { path: /(?:^|\/)\.dvc\/config$/, signal: 'data-version', grade: 'declared', line: /^[ \t]*url[ \t]*=/m },
  { path: /(?:^|\/)Dockerfile[^/]*$|\.Dockerfile$/, signal: 'container', grade: 'declared', line: /^FROM\s+\S/im },
  { path: /(?:^|\/)bentofile\.ya?ml$/, signal: 'container', grade: 'declared', line: /^service:/m },
  { path: /(?:^|\/)Snakefile$/, signal: 'pipeline', grade: 'wired', line: /^rule\s+\w*train\w*\s*:/m },
  { path: /^(?:\.github\/|docs\/)?CODEOWNERS$/, signal: 'governance', grade: 'declared', line: /^[^#\s]\S*\s+\S*@/m },
  { path: /(?:^|\/)model[_-]?card[^/]*\.(?:md|ya?ml|json)$/i, signal: 'governance', grade: 'declared', line: /\S/ },
  {
    path: /(?:^|\/)renovate\.json5?$|^\.github\/renovate\.json5?$/,
    signal: 'dependency-updates',
    grade: 'wired',
    line: /\S/,
  },
  { path: /(?:^|\/)(?:copier\.ya?ml|cookiecutter\.json)$/, signal: 'platform-config', grade: 'declared', line: /\S/ },
  { path: /(?:^|\/)wandb\/run-[^/]+\/files\/wandb-summary\.json$/, signal: 'tracking', grade: 'proven', line: /\S/ },
  { path: /(?:^|\/)dvclive\/metrics\.json$/, signal: 'tracking', grade: 'proven', line: /"[^"]+"\s*:/ },
  {
    path: /(?:^|\/)mlruns\/[^/]+\/[^/]+\/meta\.yaml$/,
    signal: 'tracking',
    grade: 'proven',
    line: /^run_(?:id|uuid):/m,
  },
  // An entry of this gate's own trail: `entries/000000/000000042.json` below its root.
  {
    path: /(?:^|\/)entries\/\d{6}\/\d{9}\.json$/,
    signal: 'audit',
    grade: 'proven',
    line: /"schema"\s*:\s*"ml-gate-audit\/1"/,
  },
  { path: /\.rego$/, signal: 'governance', grade: 'declared', line: /^package\s+\S/m },
]

/** What a file's name and one of its lines show. */
export function readNamed(path: string, text: string): Finding[] {
  const lines = new Lines(text)
  const at = (signal: Signal, grade: Grade, offset: number): Finding => {
    const line = lines.at(offset)
    return { signal, grade, path, line, text: lines.line(line) }
  }
  const found = RULES.flatMap(({ path: name, signal, grade, line }) => {
    if (!name.test(path)) return []
    const offset = line === undefined ? 0 : text.search(line)
    return offset < 0 ? [] : [at(signal, grade, offset)]
  })
  const pinned = /(?:^|\/)requirements[\w.-]*\.txt$/.test(path) && isPinned(text)
  return pinned ? [...found, at('lock', 'declared', text.search(/^[A-Za-z0-9]/m))] : found
}

/** Whether a path is named by one of these rules. */
export function isNamed(path: string): boolean {
  return RULES.some(({ path: name }) => name.test(path))
}
