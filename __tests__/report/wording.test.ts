import { describe, expect, test } from '@jest/globals'
import { texts } from '../../src/report/texts/index.js'
import { makeWording, placeholders } from '../../src/report/wording.js'
import { message } from '../../src/shared/message.js'
import { ENFORCEMENTS, OUTCOMES, VERDICTS } from '../../src/verdict/outcome.js'

const wording = makeWording('en', () => ({
  'a.plain': 'write {min: 0.85} or {}',
  'a.one': '{name} is {count}',
  'a.list': 'one of <{names}>',
  'a.outer': '[{inner}] {name}',
}))
const upper = (data: string) => data.toUpperCase()

describe('say', () => {
  test('escapes parameters and leaves the template alone', () => {
    expect(wording.say(message('a.one', { name: 'f1', count: 2 }))).toBe('f1 is 2')
    expect(wording.say(message('a.one', { name: 'f1', count: 2 }), upper)).toBe('F1 is 2')
  })

  test('escapes each item of a list and joins them', () => {
    expect(wording.say(message('a.list', { names: ['a', 'b'] }), (data) => `'${data}'`)).toBe("one of <'a', 'b'>")
    expect(wording.say(message('a.list', { names: [] }))).toBe('one of <>')
  })

  test('words a message inside a message, its parameters escaped once', () => {
    const inner = message('a.one', { name: 'x&y', count: 1 })
    const twice = (data: string) => data.replaceAll('&', '&amp;')
    expect(wording.say(message('a.outer', { inner, name: 'n' }), twice)).toBe('[x&amp;y is 1] n')
  })

  test('takes braces that name nothing as text', () => {
    expect(wording.say(message('a.plain'))).toBe('write {min: 0.85} or {}')
  })

  test('does not read data as a template', () => {
    expect(wording.say(message('a.one', { name: '{count} $& $1', count: 3 }))).toBe('{count} $& $1 is 3')
  })

  test('throws for an unknown id and a missing parameter, whatever an object inherits', () => {
    expect(() => wording.say(message('a.none'))).toThrow('a.none')
    expect(() => wording.say(message('constructor'))).toThrow('constructor')
    expect(() => wording.say(message('a.one', { name: 'x' }))).toThrow('count')
  })
})

describe('texts', () => {
  test('have the same ids and placeholders in both languages', () => {
    const shapes = (templates: Readonly<Record<string, string>>) =>
      Object.entries(templates)
        .map(([id, template]) => `${id} ${placeholders(template).join()}`)
        .sort()
    expect(shapes(texts.ko())).toEqual(shapes(texts.en()))
  })

  test('are the report’s own and in the language they claim', () => {
    for (const id of Object.keys(texts.en())) expect(id).toMatch(/^report\./)
    const words = (template: string) => template.replace(/\{\w+\}|SHA-256|report\.json/g, '')
    for (const template of Object.values(texts.en())) expect(words(template)).not.toMatch(/\p{Script=Hangul}/u)
    for (const template of Object.values(texts.ko())) expect(words(template)).not.toMatch(/[A-Za-z]/)
  })

  test.each([
    ['outcome', OUTCOMES],
    ['verdict', VERDICTS],
    ['enforced', ENFORCEMENTS.filter((enforcement) => enforcement !== 'block')],
    ['policy', ['inline', 'head']],
  ])('name every %s', (group, members) => {
    for (const member of members) expect(texts.en()).toHaveProperty([`report.${group}.${member}`])
  })
})
