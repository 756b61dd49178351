import { commandsOf } from '../code/shell.js'
import type { Collected } from '../collected.js'
import type { Evidence } from '../facts.js'
import { dirOf, expand, join, pythonTargets, type Ran } from './expand.js'

/** Python files that something runs, each with the line that says so. */
export type Reached = ReadonlyMap<string, Evidence>

/** A file that is run, or a command that runs one, and why. */
export interface Root {
  readonly by: Evidence
  readonly path?: string
  readonly ran?: Pick<Ran, 'words' | 'folder'>
}

/** The files that are run, and those of the repository that they import, at any depth. */
export function reach(roots: readonly Root[], { python }: Collected): Reached {
  const reached = new Map<string, Evidence>()
  const queue: string[] = []
  const names = byName([...python.keys()])
  const visit = (path: string, by: Evidence) => {
    if (reached.has(path) || !python.has(path)) return
    reached.set(path, by)
    queue.push(path)
  }
  for (const { by, path, ran } of roots) {
    if (path !== undefined) visit(path, by)
    if (ran === undefined) continue
    // The first that is there is the one that Python would run.
    const target = pythonTargets(ran).find((one) => python.has(one))
    if (target !== undefined) visit(target, by)
    if (/^kedro run\b/.test(ran.words))
      for (const one of python.values()) if (usesKedro(one.imports)) visit(one.path, by)
  }
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const by = reached.get(path)
    if (by === undefined) continue
    for (const module of python.get(path)?.imports ?? []) {
      const near = filesOf(module, path).filter((one) => python.has(one))
      const far = near.length === 0 && python.get(path)?.schedule !== undefined ? elsewhere(module, names) : []
      for (const one of [...near, ...far]) visit(one, by)
    }
  }
  return reached
}

/** Files by their name alone. */
function byName(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    names.set(name, [...(names.get(name) ?? []), path])
  }
  return names
}

/**
 * A scheduler's image often lays files out otherwise than the repository: a module of a telling name that only one file
 * has is that file.
 */
function elsewhere(module: string, names: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const name = module.slice(module.lastIndexOf('.') + 1)
  const found = name.includes('_') ? (names.get(`${name}.py`) ?? []) : []
  return found.length === 1 ? found : []
}

function usesKedro(imports: readonly string[]): boolean {
  return imports.some((module) => module === 'kedro' || module.startsWith('kedro.'))
}

/** Where a module may lie that a file imports: beside it, above it, in `src`, or from the repository's root. */
function filesOf(module: string, from: string): string[] {
  const dots = /^\.+/.exec(module)?.[0].length ?? 0
  const name = module.slice(dots).replaceAll('.', '/')
  const here = dirOf(from)
  const folders: string[] = []
  if (dots > 0) folders.push(join(here, '../'.repeat(dots - 1)))
  else
    for (let folder = here; ; folder = dirOf(folder)) {
      folders.push(folder, join(folder, 'src'))
      if (folder === '') break
    }
  return folders.flatMap((folder) => [join(folder, `${name}.py`), join(folder, `${name}/__init__.py`)])
}

/** What is run by itself, without a workflow: scheduled files of orchestrators and cron jobs of a cluster. */
export function scheduledRoots(collected: Collected): Root[] {
  const files = [...collected.python.values()]
  const own = files.flatMap(({ path, schedule, commands }): Root[] =>
    schedule === undefined
      ? []
      : [
          { by: schedule, path },
          ...commands.flatMap(({ script, line, text }) =>
            commandsOf(script, line, false).flatMap((command) =>
              rootsOf({ ...command, path, text, folder: '' }, collected),
            ),
          ),
        ],
  )
  const crons = collected.crons.flatMap(({ words, by }) =>
    rootsOf({ words, folder: '', soft: false, ...by }, collected),
  )
  const started = files.filter(({ schedule }) => schedule !== undefined).flatMap(({ starts }) => starts)
  const other = started.flatMap(({ name, path, line, text }) =>
    files
      .filter(({ defines }) => defines.includes(name))
      .map((file): Root => ({ by: { path, line, text }, path: file.path })),
  )
  return [...own, ...other, ...crons]
}

/** What a command runs, itself and by what it leads to. */
export function rootsOf(command: Ran, collected: Collected): Root[] {
  const { path, line, text } = command
  return expand(command, collected).map((ran) => ({ by: { path, line, text }, ran }))
}
