import type { Script } from '../collected.js'

const MAX_TARGETS = 500

/** The recipes of a makefile by folder and target, `:test` in the repository's root; what a target needs comes first. */
export function readMakefile(path: string, text: string): [string, Script][] {
  const lines = text.split('\n')
  const folder = path.split('/').slice(0, -1).join('/')
  const variables = variablesOf(lines)
  const found: [string, Script][] = []
  for (const [index, line] of lines.entries()) {
    const [, names, needs = ''] = /^([\w.-]+(?: +[\w.-]+)*)\s*::?(?!=)([^#=]*)/.exec(line) ?? []
    if (names === undefined || names === '.PHONY' || found.length >= MAX_TARGETS) continue
    const first = needs.trim() === '' ? '' : `make ${needs.trim()}`
    const recipe: string[] = [first]
    const shown: string[] = [line]
    for (let next = index + 1; /^\t|^\s*(?:#|$)/.test(lines[next] ?? 'x'); next++) {
      recipe.push(plain(lines[next] ?? '', variables))
      shown.push(lines[next] ?? '')
    }
    for (const name of names.split(/ +/))
      found.push([`${folder}:${name}`, { path, text: recipe.join('\n'), line: index + 1, shown }])
  }
  return found
}

function variablesOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const pairs = lines.flatMap((line): [string, string][] => {
    const [, name, value] = /^(\w+)\s*[:?]?:?=\s*([^#]{0,200})/.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [[name, value.trim()]]
  })
  return new Map(pairs.slice(0, 500))
}

/** A line of a recipe as a shell would see it: `@` prints nothing, `-` goes on after a failure. */
function plain(line: string, variables: ReadonlyMap<string, string>): string {
  const [, signs = '', rest = ''] = /^\t?\s*([@+-]*)\s*(.*)$/.exec(line) ?? []
  const command = rest.replace(
    /\$[({](\w+)[)}]/g,
    (whole, name: string) => variables.get(name) ?? standard(name) ?? whole,
  )
  return signs.includes('-') && command !== '' ? `${command} || true` : command
}

function standard(name: string): string | undefined {
  return name === 'MAKE' ? 'make' : name === 'PYTHON' ? 'python' : undefined
}
