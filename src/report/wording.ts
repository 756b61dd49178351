import type { Message, Param, Templates } from '../shared/message.js'

export type Language = 'en' | 'ko'

/** Turns messages into one language's sentences. */
export interface Wording {
  readonly language: Language
  /**
   * The sentence of a message. Every parameter is data and passes through `escapeData`; the templates' own text is
   * trusted and does not. An unknown id or a parameter that is not there is a mistake in this program and throws.
   */
  say(message: Message, escapeData?: (data: string) => string): string
}

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9_-]*)\}/g

/** The names that a template has placeholders for, each once, in code-unit order. */
export function placeholders(template: string): string[] {
  return [...new Set([...template.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))].sort()
}

/** A wording from the templates of each room, which are asked for once, when a message of that room is said. */
export function makeWording(language: Language, templatesOf: (room: string) => Templates | undefined): Wording {
  const known = new Map<string, Templates>()
  function templateOf(id: string): string | undefined {
    const room = id.slice(0, id.indexOf('.'))
    const templates = known.get(room) ?? templatesOf(room) ?? {}
    known.set(room, templates)
    return own(templates, id)
  }
  function say(message: Message, escapeData: (data: string) => string = (data) => data): string {
    const template = templateOf(message.id)
    if (template === undefined) throw new Error(`no ${language} text for the message ${message.id}`)
    return template.replace(PLACEHOLDER, (_whole, name: string) => {
      const param = own(message.params, name)
      if (param === undefined) throw new Error(`the message ${message.id} has no parameter ${name}`)
      return fill(param, escapeData)
    })
  }
  function fill(param: Param, escapeData: (data: string) => string): string {
    if (typeof param === 'string') return escapeData(param)
    if (typeof param === 'number') return escapeData(String(param))
    if ('id' in param) return say(param, escapeData)
    return param.map(escapeData).join(', ')
  }
  return { language, say }
}

/** A property of the record itself: `constructor` and its like are no templates and no parameters. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
