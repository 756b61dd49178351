/** One command of a script, without what only wraps it. */
export interface Command {
  /** `pytest tests/ -v`: the words as written, one blank between them, wrappers and variables before it left out. */
  readonly words: string
  /** The line of the file it begins in. */
  readonly line: number
  /** Its failure does not fail the script. */
  readonly soft: boolean
  /** The folder that the script has changed to before it; empty where it has not. */
  readonly folder: string
}

/** Longest command that is looked at, in UTF-16 units, and most commands of a script. */
const MAX_LENGTH = 2_000
const MAX_COMMANDS = 500

/**
 * The commands of a shell script whose first line is line `first` of its file. Comments and here-documents are no
 * commands. `pipefail` says whether the shell looks at every part of a pipe.
 */
export function commandsOf(script: string, first: number, pipefail: boolean): Command[] {
  const commands: Command[] = []
  let [careless, strict, folder] = [false, pipefail, '']
  for (const { text, lineAt } of logicalLines(script, first)) {
    const parts = split(text)
    for (const [index, { words, after, start }] of parts.entries()) {
      if (commands.length >= MAX_COMMANDS) return commands
      if (/^set -\w*e/.test(words)) careless = false
      if (/^set .*\bpipefail\b/.test(words)) strict = true
      const swallowed = after === '||' && !/^(?:exit [1-9]|false\b)/.test(parts[index + 1]?.words ?? '')
      const soft = careless || swallowed || (after === '|' && !strict) || after === '&'
      const bare = unwrapped(words)
      if (/^set [^|]*\+e\b/.test(words)) careless = true
      if (bare !== '') commands.push({ words: bare, line: lineAt(start), soft, folder })
      const [, into] = /^cd ([\w./-]+)$/.exec(bare) ?? []
      if (into !== undefined) folder = into.startsWith('/') ? into : `${folder}/${into}`
    }
  }
  return commands
}

/** A line with its continuations, and the line of the file that an offset of it stands in. */
interface Logical {
  readonly text: string
  readonly lineAt: (offset: number) => number
}

/** Lines with their continuations, without here-documents. */
function logicalLines(script: string, first: number): Logical[] {
  const lines = script.split('\n')
  const found: Logical[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = first + index
    let text = lines[index] ?? ''
    const starts = [0]
    while (/(?:^|[^\\])(?:\\\\)*\\\s*$/.test(text.slice(-40)) && index + 1 < lines.length && text.length < MAX_LENGTH) {
      index += 1
      const before = text.replace(/\\\s*$/, ' ')
      starts.push(before.length)
      text = `${before}${lines[index] ?? ''}`
    }
    found.push({
      text: text.slice(0, MAX_LENGTH),
      lineAt: (offset) => line + starts.filter((start) => start <= offset).length - 1,
    })
    const here = /<<-?\s*(['"]?)(\w+)\1/.exec(text)?.[2]
    if (here === undefined) continue
    const end = lines.findIndex((one, at) => at > index && one.trim() === here)
    index = end < 0 ? lines.length : end
  }
  return found
}

/** A command of a line, the sign behind it, and where in the line it begins. */
interface Part {
  readonly words: string
  readonly after: string
  readonly start: number
}

/** A line at `&&`, `||`, `|`, `;` and `&` outside quotes, up to a comment. */
function split(line: string): Part[] {
  const parts: Part[] = []
  let [words, begun] = ['', 0]
  let quote = ''
  for (let index = 0; index < line.length; index++) {
    const sign = line.charAt(index)
    if (quote !== '') {
      if (sign === quote) quote = ''
      words += sign
    } else if (sign === '#' && /(?:^|[\s;])$/.test(words.slice(-1))) break
    else if (sign === '$' && line.startsWith('${{', index)) {
      const end = line.indexOf('}}', index)
      words += end < 0 ? line.slice(index) : line.slice(index, end + 2)
      index = end < 0 ? line.length : end + 1
    } else if ((sign === '>' || sign === '<') && line.charAt(index + 1) === '&') {
      words += line.slice(index, index + 2)
      index += 1
    } else if ('|&;'.includes(sign)) {
      const twice = sign !== ';' && line.charAt(index + 1) === sign
      parts.push(part(words, begun, twice ? sign + sign : sign))
      words = ''
      if (twice) index += 1
      begun = index + 1
    } else {
      if (sign === '"' || sign === "'") quote = sign
      words += sign
    }
  }
  return [...parts, part(words, begun, '')]
}

function part(words: string, begun: number, after: string): Part {
  return { words: tidy(words), after, start: begun + words.search(/\S|$/) }
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

/** What stands before a command and leaves it the same command. */
const WRAPPERS = [
  /^(?:(?:if|then|else|do|while|until|!)\s+|[{(]\s*)/,
  /^[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|[^\s"']*)\s+/,
  /^(?:sudo|time|exec|command|xvfb-run|env|nohup)\s+(?!-)/,
  /^(?:uv|poetry|pipenv|pdm|hatch|rye|pixi) run\s+(?!-)/,
  /^uv run (?:(?:--(?:group|only-group|extra|with|python|package|directory|project|env-file)|-p) \S+\s+|--[\w-]+(?:=\S+)?\s+){1,8}(?!-)/,
  /^(?:conda|mamba|micromamba) run (?:-[np] \S+\s+|--no-capture-output\s+|--live-stream\s+){0,3}(?!-)/,
  /^(?:npx|pnpm exec|yarn|bunx|uvx)\s+(?:--?y(?:es)?\s+)?(?!-)/,
]

function unwrapped(words: string): string {
  let rest = words
  for (let turns = 0; turns < 6; turns++) {
    const next = WRAPPERS.reduce((text, wrapper) => text.replace(wrapper, ''), rest)
    if (next === rest) return rest
    rest = next
  }
  return rest
}
