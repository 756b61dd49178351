/*
 * How the real runner finds commands in a step's output. Both streams are searched line by line in the order the lines
 * arrive, so text printed by a library or an attacker counts as much as text printed by the action.
 */

export interface Command {
  readonly name: string
  /** Keys in lower case: the runner does not tell `endLine` from `endline`. */
  readonly properties: ReadonlyMap<string, string>
  readonly data: string
  readonly stream: 'stdout' | 'stderr'
}

const REGISTERED: ReadonlySet<string> = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
])

/** Finds commands line by line; remembers whether commands are stopped. */
export class CommandReader {
  readonly commands: Command[] = []
  private stopToken: string | undefined

  line(line: string, stream: Command['stream']): void {
    const command = parseColons(line, stream, this.isCommand) ?? parseHashes(line, stream, this.isCommand)
    if (command === undefined) return
    if (this.stopToken !== undefined) {
      if (command.name === this.stopToken) this.stopToken = undefined
      return
    }
    this.commands.push(command)
    if (command.name === 'stop-commands' && command.data !== '') this.stopToken = command.data.toLowerCase()
  }

  private readonly isCommand = (name: string): boolean => REGISTERED.has(name) || name === this.stopToken
}

type Known = (name: string) => boolean

/** `::name key=value,key=value::data`, where the line begins with it. */
function parseColons(line: string, stream: Command['stream'], known: Known): Command | undefined {
  // U+0085 is white space to the runner and not to JavaScript.
  const text = line.replace(/^[\s\u0085]+/, '')
  if (!text.startsWith('::')) return undefined
  const end = text.indexOf('::', 2)
  if (end < 0) return undefined
  const [name, rest] = splitInfo(text.slice(2, end))
  if (!known(name)) return undefined
  const properties = readProperties(rest.trim(), ',', unescapeProperty)
  return { name, properties, data: unescapeData(text.slice(end + 2)), stream }
}

/** `##[name key=value;key=value]data`, anywhere in the line. */
function parseHashes(line: string, stream: Command['stream'], known: Known): Command | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return undefined
  const [name, rest] = splitInfo(line.slice(start + 3, end))
  if (!known(name)) return undefined
  return { name, properties: readProperties(rest, ';', unescapeOld), data: unescapeOld(line.slice(end + 1)), stream }
}

function splitInfo(info: string): readonly [name: string, rest: string] {
  const space = info.indexOf(' ')
  return space < 0 ? [info.toLowerCase(), ''] : [info.slice(0, space).toLowerCase(), info.slice(space + 1)]
}

function readProperties(text: string, between: string, decode: (value: string) => string): Map<string, string> {
  const properties = new Map<string, string>()
  for (const part of text.split(between)) {
    const equals = part.indexOf('=')
    if (equals > 0 && equals < part.length - 1) {
      properties.set(part.slice(0, equals).toLowerCase(), decode(part.slice(equals + 1)))
    }
  }
  return properties
}

// The order is the runner's: `%25` comes last, so that `%250A` is the text `%0A` and no line break.
const unescapeData = (text: string): string => unescapeWith(text, ['%0D', '\r'], ['%0A', '\n'])
const unescapeProperty = (text: string): string =>
  unescapeWith(text, ['%0D', '\r'], ['%0A', '\n'], ['%3A', ':'], ['%2C', ','])
const unescapeOld = (text: string): string =>
  unescapeWith(text, ['%3B', ';'], ['%0D', '\r'], ['%0A', '\n'], ['%5D', ']'])

function unescapeWith(text: string, ...pairs: readonly (readonly [code: string, plain: string])[]): string {
  return pairs.reduce((so, [code, plain]) => so.replaceAll(code, plain), text).replaceAll('%25', '%')
}

/** Cuts a stream into lines as the runner does: `\n`, `\r\n` and a lone `\r` all end one. */
export class LineSplitter {
  private rest = ''
  private afterReturn = false

  constructor(private readonly emit: (line: string) => void) {}

  push(text: string): void {
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const char = text[at]
      if (char === '\n' && this.afterReturn) from = at + 1
      else if (char === '\n' || char === '\r') {
        this.emit(this.rest + text.slice(from, at))
        this.rest = ''
        from = at + 1
      }
      this.afterReturn = char === '\r'
    }
    this.rest += text.slice(from)
  }

  end(): void {
    if (this.rest !== '') this.emit(this.rest)
    this.rest = ''
  }
}
