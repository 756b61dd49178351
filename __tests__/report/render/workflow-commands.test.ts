import { expect, test } from '@jest/globals'
import type { Annotation } from '../../../src/report/model.js'
import { annotationsOf } from '../../../src/report/render/annotations.js'
import { workflowCommands } from '../../../src/report/render/workflow-commands.js'
import { bigReport, HOSTILE, hostileReport, wordingIn } from '../sample.js'

const en = wordingIn('en')
const one: Annotation = {
  level: 'failure',
  at: { path: 'a,b:c.yaml', line: 6, column: 3 },
  title: 'f1: 50%',
  message: 'first\n::error::second',
}

test('writes what the runner reads', () => {
  expect(workflowCommands([one], en)).toEqual([
    '::error file=a%2Cb%3Ac.yaml,line=6,col=3,title=f1%3A 50%25::first%0A::error::second',
  ])
  const { column: _none, ...at } = one.at
  expect(workflowCommands([{ ...one, level: 'warning', at }], en)[0]).toMatch(/^::warning file=[^,]*,line=6,title=/)
  expect(workflowCommands([{ ...one, level: 'notice' }], en)[0]).toMatch(/^::notice /)
})

test('leaves the tenth of a kind to the step and counts the surplus', () => {
  const many = (level: Annotation['level'], count: number) => Array.from({ length: count }, () => ({ ...one, level }))
  const lines = workflowCommands([...many('failure', 12), ...many('warning', 10), ...many('notice', 9)], en)
  expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(27)
  expect(lines.at(-1)).toBe('3 more errors, 1 more warnings and 0 more notices are in the report')
  expect(workflowCommands(many('notice', 9), en)).toHaveLength(9)
  expect(workflowCommands(annotationsOf(bigReport(5_000), en), en)).toHaveLength(10)
})

test.each(HOSTILE.map((text) => [text]))('%j gives one command a line', (text) => {
  for (const line of workflowCommands(annotationsOf(hostileReport(text), en), en)) {
    expect(line).toMatch(/^::(?:error|warning|notice) file=[^:,]*,line=\d+(?:,col=\d+)?,title=[^:,]*::[^\r\n]*$/u)
    expect(line).not.toContain('##[')
  }
})
