import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parsePolicy } from '../../src/policy/parse.js'
import { english } from '../support/evidence.js'
import { repo } from '../support/repo.js'

/** The rows of docs/policy.md under "Common mistakes": what is written, and the message. */
function rows(): (readonly [written: string, message: string])[] {
  const [, section = ''] = readFileSync(repo('docs/policy.md'), 'utf8').split('\n## Common mistakes\n')
  const [body = ''] = section.split('\n## ')
  return [...body.matchAll(/^\| (.+?) \| (.+) \|$/gm)]
    .map(([, written = '', said = '']) => [written, said] as const)
    .filter(([written]) => written !== 'written' && !/^-+$/.test(written))
}

const GAP = '{metric: accuracy, by: gender, gap: {below: 0.05}}'

/** Rows that say in words what is written. */
const IN_WORDS: Readonly<Record<string, string>> = {
  '`f1:` and nothing behind it': 'performance:\n  f1:\n',
  '`f1` twice': 'performance:\n  f1: {min: 0.8}\n  f1: {min: 0.9}\n',
  'a tab before `f1`': 'performance:\n\tf1: {min: 0.85}\n',
  '`gap: {below: 5}` on `accuracy`': 'fairness:\n  - metric: accuracy\n    by: gender\n    gap: {below: 5}\n',
  'two rules for `accuracy` by `gender`': `fairness:\n  - ${GAP}\n  - ${GAP}\n`,
  'no gate': 'model: churn\n',
}

/** The smallest policy in which the line that a row shows can stand. */
function policyOf(written: string): string {
  const line = /^`([^`]+)`$/.exec(written)?.[1]
  if (line === undefined) {
    const text = IN_WORDS[written]
    if (text === undefined) throw new Error(`say in this test what is written for: ${written}`)
    return text
  }
  const [key = '', value = ''] = line.split(/:(.*)/s)
  if (key === 'gap') return `fairness:\n  - metric: accuracy\n    by: gender\n    ${line}\n`
  if (key === 'require') return `documentation:\n  ${line}\n`
  if (key === 'enforcement') return `performance: {f1: {min: 0.85}}\n${line}\n`
  return value === '' ? `${line} {f1: {min: 0.85}}\n` : `performance:\n  ${line}\n`
}

test('the table is there', () => {
  expect(rows().length).toBeGreaterThan(15)
})

test.each(rows())('%s: the gate says what the table says', async (written, said) => {
  const parsed = await parsePolicy({ text: policyOf(written), place: (position) => ({ path: 'p.yaml', ...position }) })
  expect(parsed.ok ? [] : parsed.problems.map(({ message }) => english(message))).toEqual([said])
})
