import { describe, expect, test } from '@jest/globals'
import type { ModelCard } from '../../../src/evidence/card/card.js'
import type { Source } from '../../../src/evidence/evidence.js'
import { FIELD_IDS } from '../../../src/gates/documentation/fields.js'
import { gate } from '../../../src/gates/documentation/gate.js'
import { texts as readingTexts } from '../../../src/gates/reading.js'
import { makeWording } from '../../../src/report/wording.js'
import { problem } from '../../../src/shared/problem.js'
import { worked } from '../../support/worked.js'
import { judge, judged, NOTHING, source, summary } from './support.js'

describe('a field', () => {
  test.each<[string, string, string, string]>([
    ['without a heading', 'c.md', '# Title\nText', 'limitations: absent at c.md:1'],
    ['without any heading', 'c.md', 'Text', 'limitations: absent at c.md:1'],
    ['of a similar heading', 'c.md', '# Limitaions\nText', 'limitations: absent-near at c.md:1'],
    ['that is part of a heading', 'c.md', '# Limitations of liability\nText', 'limitations: absent-near at c.md:1'],
    ['without text', 'c.md', '# x\n## Limitations\n\n## Next', 'limitations: empty at c.md:2'],
    ['of a comment only', 'c.md', '# Limitations\n<!-- English\nonly -->', 'limitations: empty at c.md:1'],
    ['of sub-headings only', 'c.md', '# Limitations\n## Language\n## Data', 'limitations: empty at c.md:1'],
    ['of a placeholder', 'c.md', '# 한계\n추후 작성 예정', 'limitations: placeholder at c.md:1'],
    ['in code', 'c.md', '# x\n```\n# Limitations\nEnglish only.\n```', 'limitations: absent at c.md:1'],
    ['null', 'c.json', '{"limitations": null}', 'limitations: empty at c.json:1'],
    ['of empty values', 'c.yaml', 'x: 1\nlimitations: {a: "", b: []}', 'limitations: empty at c.yaml:2'],
    ['of a template in data', 'c.yaml', 'limitations: "{{ limitations }}"', 'limitations: placeholder at c.yaml:1'],
    [
      'stated at the second place',
      'c.md',
      '# Limitations\nTBD\n# Known limitations\nEnglish only.',
      'limitations: pass at c.md:3',
    ],
  ])('%s', async (_name, path, text, expected) => {
    expect(await judged(path, text, ['limitations'])).toEqual([expected])
  })

  test.each<[string, string]>([
    ['# Metrics\nF1 and accuracy.', 'evaluation_results: absent at c.md:1'],
    ['# Metrics\nF1 0.91', 'evaluation_results: pass at c.md:1'],
    ['# Evaluation\nAs good as last year.', 'evaluation_results: pass at c.md:1'],
    ['# Evaluation\nOn 2023.\n## Results\nTBD', 'evaluation_results: placeholder at c.md:3'],
  ])('a wider heading stands in for results only where it holds them: %j', async (text, expected) => {
    expect(await judged('c.md', text, ['evaluation_results'])).toEqual([expected])
  })

  test('of one card is enough', async () => {
    const cards = await source({ 'a.md': '# Limitations\nTBD', 'b.md': '# Limitations\nEnglish only.' })
    expect(judge(cards, ['limitations']).map(summary)).toEqual(['limitations: pass at b.md:1'])
  })

  test('carries its place in the policy and in the card', async () => {
    const [check] = judge(await source({ 'c.json': '{\n"limitations": "few"}' }), ['limitations'])
    expect(check).toMatchObject({
      policy: { pointer: '/require/0' },
      evidence: { path: 'c.json', line: 2, pointer: '/limitations' },
    })
  })

  test("of one's own goes by its names and its id", async () => {
    const require = [{ field: 'rollback_plan', names: ['Way back', '롤백 계획'] }]
    for (const heading of ['Way back', '롤백계획', 'Rollback plan', '2. Way Back']) {
      expect(await judged('c.md', `# ${heading}\nRestore v1.`, require)).toEqual(['rollback_plan: pass at c.md:1'])
    }
    expect(await judged('c.md', '# Other\nRestore v1.', require)).toEqual(['rollback_plan: absent at c.md:1'])
  })

  test('that is known may be given more names', async () => {
    const require = [{ field: 'limitations', names: ['Sharp edges'] }]
    expect(await judged('c.md', '# Sharp edges\nEnglish only.', require)).toEqual(['limitations: pass at c.md:1'])
    expect(await judged('c.md', '# Limitations\nEnglish only.', require)).toEqual(['limitations: pass at c.md:1'])
  })

  test('is checked once, however often it is required', async () => {
    expect(await judged('c.md', '# Limitations\nx', ['limitations', 'limitations'])).toHaveLength(1)
  })
})

describe('without a card', () => {
  const gone = problem('file.gone', {}, { path: 'policy', line: 3 })
  const broken = problem('yaml.broken', {}, { path: 'a.md', line: 7 })

  test('not named', () => {
    expect(judge(NOTHING, ['limitations']).map(summary)).toEqual(['limitations: no-card'])
  })
  test('not there', async () => {
    const [check] = judge(await source({}, { absent: [gone] }), ['limitations'])
    expect(check).toMatchObject({ outcome: 'missing', message: { id: 'documentation.no-card' } })
    expect(JSON.stringify(check?.message)).toContain('file.gone')
  })
  test('not readable', async () => {
    const [check] = judge(await source({ 'b.md': '# Limitations\nEnglish only.' }, { unreadable: [broken] }), [
      'limitations',
    ])
    expect(check).toMatchObject({
      outcome: 'error',
      message: { id: 'documentation.unreadable' },
      evidence: { path: 'a.md', line: 7 },
    })
    expect(JSON.stringify(check?.message)).toContain('yaml.broken')
  })
  test('one there, one not: what is stated counts, the rest is missing', async () => {
    const cards = await source({ 'b.md': '# Limitations\nEnglish only.' }, { absent: [gone] })
    expect(judge(cards, ['limitations', 'owner']).map(summary)).toEqual([
      'limitations: pass at b.md:1',
      'owner: no-file',
    ])
  })
})

describe('the words', () => {
  test('fit every check that can come up, with nothing left over', async () => {
    const cards = [
      'Text',
      '# Limitaions\nx',
      '# Limitations',
      '# Limitations\nTBD',
      '# Limitations\nEnglish only.',
      '# Limitations\nTBD\n## Language\nEnglish texts of customers.',
      `# Recommendations\nUse the code below to get started with the model.`,
    ]
    const lost = problem('documentation.title', { field: 'x' })
    const sources: Source<ModelCard>[] = [
      NOTHING,
      { ...NOTHING, declared: true, absent: [lost] },
      { ...NOTHING, declared: true, unreadable: [lost] },
    ]
    for (const text of cards) sources.push(await source({ 'c.md': text }))
    sources.push(await source({ 'c.json': '{"limitations": [{"type": "language"}]}' }))
    sources.push(await source({ 'c.md': 'Text' }, { absent: [lost] }))
    const checks = sources.flatMap((cards) => judge(cards, ['limitations', 'recommendations']))
    const require = ['owner', 'owner', { field: 'a', names: ['*'] }]
    const mistakes = gate.mistakes?.({ options: { require }, locate: () => ({ path: 'p' }) }) ?? []
    const messages = [
      ...checks.flatMap(({ title, message }) => [title, message]),
      ...mistakes.map(({ message }) => message),
    ]
    for (const language of ['en', 'ko'] as const) {
      const wording = makeWording(language, (room) => (room === 'reading' ? readingTexts : gate.texts)[language]())
      for (const message of messages) expect(wording.say(message)).not.toMatch(/[{}]|undefined/)
    }
    expect(new Set(messages.map(({ id }) => id))).toEqual(
      new Set(Object.keys(gate.texts.en()).filter((id) => !id.includes('.measured-') && id !== 'documentation.all')),
    )
  })

  test('name the nearest headings and the accepted names, three of each at most', async () => {
    const [check] = judge(
      await source({ 'c.md': '# Limitaion\n# Limitatons\n# Limits\n# Limittions\n# Licence terms\n# Cats' }),
      ['limitations'],
    )
    expect(check?.message.params).toMatchObject({
      names: ['Limitations', 'Known limitations', '한계'],
      nearest: expect.arrayContaining(['Limitaion', 'Limitatons']),
    })
    expect(check?.message.params.nearest).toHaveLength(3)
    expect(check?.message.params.nearest).not.toContain('Cats')
  })
})

test('a card of very many headings takes seconds at most', async () => {
  const text = Array.from({ length: 100_000 }, (_, index) => `## Heading ${index}\n## Limitations\nTBD\n`).join('\n')
  const cards = await source({ 'c.md': text })
  const started = worked()
  expect(judge(cards, FIELD_IDS)).toHaveLength(FIELD_IDS.length)
  expect(worked() - started).toBeLessThan(6_000)
})
