import { commandsOf } from '../code/shell.js'
import type { Collected, Script } from '../collected.js'
import type { Evidence } from '../facts.js'

/** A command that is run, with the line that says so and the folder it is run in. */
export interface Ran extends Evidence {
  readonly words: string
  readonly folder: string
  readonly soft: boolean
}

const MAX_DEPTH = 3
const MAX_RAN = 300

/** A command and those that it leads to: a target of Make, a shell script, DVC's stages, an MLflow project. */
export function expand(command: Ran, collected: Collected, depth = 0): Ran[] {
  const scripts = depth < MAX_DEPTH ? scriptsOf(command, collected) : []
  const inner = scripts.flatMap(({ script, folder }) =>
    commandsOf(script.text, script.line, false)
      .flatMap(({ words, line, soft, folder: into }) => {
        const text = (script.shown ?? script.text.split('\n'))[line - script.line] ?? words
        const ran = { words, folder: join(folder, into), soft: soft || command.soft, path: script.path, line, text }
        return expand(ran, collected, depth + 1)
      })
      .slice(0, MAX_RAN),
  )
  return [command, ...inner].slice(0, MAX_RAN)
}

function scriptsOf(
  { words, folder }: Ran,
  { targets, stages, shell }: Collected,
): { script: Script; folder: string }[] {
  const make = /^make (?:-C (\S+) )?(?:-\S+ )*([\w.-]+(?: [\w.-]+)*)/.exec(words)
  if (make !== null) {
    const inside = join(folder, make[1] ?? '')
    return (make[2] ?? '').split(' ').flatMap((target) => {
      const script = targets.get(`${inside}:${target}`)
      return script === undefined ? [] : [{ script, folder: inside }]
    })
  }
  const file = /^(?:bash |sh |\.\/)(?:-\w+ )*([\w./-]+\.sh)\b/.exec(words)?.[1]
  const script = file === undefined ? undefined : shell.get(join(folder, file))
  if (script !== undefined) return [{ script, folder }]
  const tool = /^dvc (?:repro|exp run)\b/.test(words) ? 'dvc' : /^mlflow run\b/.test(words) ? 'mlflow' : undefined
  return stages
    .filter((stage) => stage.tool === tool)
    .map((stage) => ({ script: stage.script, folder: dirOf(stage.script.path) }))
}

/** A path below a folder of the repository, without `.` and `..`; `''` is the repository itself. */
export function join(folder: string, path: string): string {
  const parts: string[] = []
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

export function dirOf(path: string): string {
  return path.split('/').slice(0, -1).join('/')
}

/** The Python file that a command runs, as paths it may be found under. */
export function pythonTargets({ words, folder }: Pick<Ran, 'words' | 'folder'>): string[] {
  const [, module, file] =
    /^(?:python[\d.]*|torchrun|accelerate launch|deepspeed|streamlit run)(?: -[uBOW]\S*| --[\w-]+=\S+)* (?:-m ([\w.]+)|([\w./-]+\.py))(?: |$)/.exec(
      words,
    ) ?? []
  const paths =
    file !== undefined
      ? [file]
      : module === undefined
        ? []
        : [`${module.replaceAll('.', '/')}.py`, `${module.replaceAll('.', '/')}/__main__.py`]
  return paths.flatMap((path) => [join(folder, path), join(folder, `src/${path}`), join('', path)])
}
