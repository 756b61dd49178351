import { describe, expect, test } from '@jest/globals'
import { worked } from '../../support/worked.js'
import { judged } from './support.js'

const HELP = 'Whoever is on call in the channel ml-support answers within a day.'

describe('a placeholder above sub-sections', () => {
  test.each([
    `## Limitations\n\nTODO\n\n### Getting help\n\n${HELP}`,
    `## Bias, Risks, and Limitations\n[More Information Needed]\n### Recommendations\n${HELP}`,
    `## Limitations\n\nTBD\n\n#### Help\n${HELP}\n### More help\n${HELP}`,
    `Limitations\n---\nNone\n\n### Getting help\n${HELP}`,
    `<h2>Limitations</h2>\n\nTODO\n\n<h3>Help</h3>\n\n${HELP}`,
  ])('decides: %j', async (text) => {
    expect(await judged('c.md', text, ['limitations'])).toEqual(['limitations: opening at c.md:1'])
  })

  test('decides over numbers too', async () => {
    const text = '## Results\nTBD\n### Speed\nLatency: 12.5 ms'
    expect(await judged('c.md', text, ['evaluation_results'])).toEqual(['evaluation_results: opening at c.md:1'])
  })

  test('is told as before where nothing else stands there', async () => {
    const text = '## Limitations\nTODO\n### Language\n[More Information Needed]'
    expect(await judged('c.md', text, ['limitations'])).toEqual(['limitations: placeholder at c.md:1'])
  })

  test('leaves a sub-section of the same field to stand for it', async () => {
    const text = `## Limitations\nTODO\n### Known limitations\n${HELP}`
    expect(await judged('c.md', text, ['limitations'])).toEqual(['limitations: pass at c.md:3'])
  })
})

describe('sub-sections', () => {
  test.each([
    '## Limitations\n### Language\nEnglish only.',
    '## Limitations\n<!-- what it cannot do -->\n### Data\nEnglish only.\n### Time\nTexts of 2023.',
    `## Limitations\n\n---\n\n### Language\n${HELP}`,
    `## Limitations\n\n![chart](a.png)\n\n### Language\nEnglish only.`,
    `## Limitations\nKnown limitations:\n### Language\nEnglish only.`,
    `## Limitations\nEnglish only.\n### Language\nTested on 12,000 tickets of 2023.\n### More\nTBD`,
  ])('say what their section leaves to them: %j', async (text) => {
    expect(await judged('c.md', text, ['limitations'])).toEqual(['limitations: pass at c.md:1'])
  })

  test('that state another field ask nothing of this one', async () => {
    const boilerplate =
      'Users (both direct and downstream) should be made aware of the risks, biases and limitations of the model. More information needed for further recommendations.'
    const card = (above: string) =>
      `## Bias, Risks, and Limitations\n${above}\n### Recommendations\n${boilerplate}\n#### Contact\nTBD`
    expect(await judged('c.md', card('English only.'), ['limitations'])).toEqual(['limitations: pass at c.md:1'])
    expect(await judged('c.md', card('See:'), ['limitations'])).toEqual(['limitations: template at c.md:1'])
  })

  test.each([
    '## Limitations\nSee below.\n### Known\nTODO',
    '## Limitations\nSee below.\n### Known limitations\nTODO',
    '## Limitations\nSee below.\n### Recommendations\nTODO\n### Language\nTODO',
  ])('that are promised count with the words that promise them: %j', async (text) => {
    expect((await judged('c.md', text, ['limitations']))[0]).toContain('limitations: placeholder')
  })

  test('below the sentence of a template may complete it', async () => {
    const text = `## How to use\nUse the code below to get started with the model.\n### Pipeline\n${HELP}`
    expect(await judged('c.md', text, ['getting_started'])).toEqual(['getting_started: pass at c.md:1'])
  })
})

test('a section of very many sub-sections takes seconds at most', async () => {
  const text = `# Limitations\nShort.\n${'## Recommendations\nTODO\n## Language\nTBD\n'.repeat(100_000)}`
  const started = worked()
  expect(await judged('c.md', text, ['limitations'])).toEqual(['limitations: placeholder at c.md:1'])
  expect(worked() - started).toBeLessThan(9_000)
})
