import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { scanFolder } from '../../src/app/assess/scan.js'
import { assessWording } from '../../src/app/assess/wording.js'
import { type Assessment, assess } from '../../src/maturity/assess.js'
import { assessmentJson } from '../../src/maturity/render/json.js'
import { repo } from '../support/repo.js'

/** Ten layouts of repositories, small and written by hand; each holds words that are no evidence. */
const FOLDER = repo('__tests__/fixtures/maturity')
const names = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

interface Row {
  readonly level: number
  readonly google: number
  readonly microsoft: number
  readonly ml_test_score: Readonly<Record<string, number>>
  readonly models: number | null
  readonly items: Readonly<Record<string, { readonly status: string; readonly evidence: readonly string[] }>>
}

const table: Readonly<Record<string, Row>> = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8'))

async function assessmentOf(name: string): Promise<Assessment> {
  const { collected, scan } = await scanFolder(join(FOLDER, name))
  return assess(collected, { attestations: [] }, scan)
}

function rowOf({ level, google, microsoft, testScore, scale, items }: Assessment): Row {
  return {
    level,
    google: google.level,
    microsoft: microsoft.level,
    ml_test_score: Object.fromEntries(testScore.sections.map(({ id, points }) => [id, points])),
    models: scale.models ?? null,
    items: Object.fromEntries(
      items.map(({ id, status, grade, lacks, evidence }) => [
        id,
        { status, grade, lacks, evidence: evidence.map((one) => `${one.grade} ${one.path}:${one.line}: ${one.text}`) },
      ]),
    ),
  }
}

test('the table is of the ten layouts', () => {
  expect(names).toHaveLength(10)
  expect(Object.keys(table)).toEqual(names)
})

describe.each(names)('%s', (name) => {
  test('has the answers and the lines of the table', async () => {
    expect(rowOf(await assessmentOf(name))).toEqual(table[name])
  })

  test('every line that is quoted stands there', async () => {
    const { items } = await assessmentOf(name)
    for (const { path, line, text } of items.flatMap(({ evidence }) => evidence)) {
      const lines = readFileSync(join(FOLDER, name, path), 'utf8').split('\n')
      expect({ path, line, text }).toEqual({ path, line, text: lines[line - 1]?.trim() })
    }
  })

  test('nothing rests on prose, comments or the code of others', async () => {
    const { items } = await assessmentOf(name)
    for (const { path, text } of items.flatMap(({ evidence }) => evidence)) {
      expect(path).not.toMatch(/README|(?:^|\/)(?:vendor|third_party)\//)
      expect(text).not.toMatch(/^(?:#|\/\/|"""|echo)/)
    }
  })

  test('is what the published schema says', async () => {
    const schema = JSON.parse(readFileSync(repo('schema/assessment.schema.json'), 'utf8'))
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema)
    validate(JSON.parse(assessmentJson(await assessmentOf(name), assessWording('en'))))
    expect(validate.errors).toBeNull()
  })
})
