import { describe, expect, test } from '@jest/globals'
import type { Section } from '../../../src/evidence/card/card.js'
import { parseMarkdownCard } from '../../../src/evidence/card/markdown.js'
import { texts } from '../../../src/evidence/card/texts.js'
import { placeholders } from '../../../src/report/wording.js'
import { worked } from '../../support/worked.js'

async function sectionsOf(text: string): Promise<readonly Section[]> {
  const card = parseMarkdownCard(text, 'CARD.md')
  if (!card.ok) throw new Error(JSON.stringify(card.problems))
  return card.value.sections
}

/** `label@line:column = text`, for comparing whole cards at a glance. */
async function outline(text: string): Promise<string[]> {
  return (await sectionsOf(text)).map(({ label, at, text }) => `${label}@${at.line}:${at.column} = ${text}`)
}

describe('headings', () => {
  test.each<[string, string, string[]]>([
    ['one', '## Limitations\n\nEnglish only.\n', ['Limitations@1:1 = English only.']],
    ['of equal level end a section', '# A\na\n# B\nb', ['A@1:1 = a', 'B@3:1 = b']],
    ['of a higher level end a section', '## A\na\n# B\nb', ['A@1:1 = a', 'B@3:1 = b']],
    [
      'of a lower level belong to it, their titles do not',
      '# A\na\n## B\nb\n# C',
      ['A@1:1 = a\n\nb', 'B@3:1 = b', 'C@5:1 = '],
    ],
    [
      'that skip levels',
      '#### A\na\n## B\n###### C\nc\n### D\nd',
      ['A@1:1 = a', 'B@3:1 = c\n\nd', 'C@4:1 = c', 'D@6:1 = d'],
    ],
    [
      'in setext style',
      'Limits\n---\nno\n\nIntended use\n============\nyes',
      ['Limits@1:1 = no', 'Intended use@5:1 = yes'],
    ],
    ['over two lines in setext style', 'Intended\nuse\n===\nyes', ['Intended use@1:1 = yes']],
    ['closed by marks, and indented', '  ## A ##\na', ['A@1:3 = a']],
    ['without a text end a section and are none', '# A\na\n#\nb', ['A@1:1 = a']],
    ['with Windows line ends', '# A\r\n\r\na\r\n## B\r\nb\r\n', ['A@1:1 = a\n\nb', 'B@4:1 = b']],
    ['after a byte order mark', '\uFEFF# A\na', ['A@1:1 = a']],
    [
      'of markup are read as seen',
      '## **Intended** `use` [here](http://x) &amp; <a id="x"></a>there {#id}\nx',
      ['Intended use here & there@1:1 = x'],
    ],
    ['keep underscores within words', '# training_data_description\nx', ['training_data_description@1:1 = x']],
    [
      'in HTML',
      '<h2>Limitations</h2>\n\nno\n\n<h2 id="use" align=\'center\'>Intended <b>use</b></h2>\n<p>yes</p>\n\n<H3>Direct</H3>\nrank\n\n# B',
      ['Limitations@1:1 = no', 'Intended use@5:1 = <p>yes</p>\n\n\nrank', 'Direct@8:1 = rank', 'B@11:1 = '],
    ],
  ])('%s', async (_name, text, expected) => {
    expect(await outline(text)).toEqual(expected)
  })

  test.each([
    ['a fence', '```\n# No\n```'],
    ['a fence of waves', '~~~md\n## No\n~~~'],
    ['a fence without end', '```\n# No\nmore'],
    ['indented code', 'text\n\n    # No'],
    ['a comment', '<!--\n# No\n\n## No\n-->'],
    ['a comment without end', '<!-- \n# No'],
    ['a quotation', '> # No\n> text'],
    ['a list', '- # of layers: 12\n- # of heads: 8'],
    ['a word with a hash', '#No'],
    ['a comment, in HTML', '<!-- what\n<h2>No</h2>\n-->\n\n<!-- <h2>No</h2> -->'],
    ['another element', '<td>\n<h2>No</h2>\n</td>'],
    ['a list, in HTML', '- a\n\n  <h2>No</h2>'],
    ['a quotation, in HTML', '> <h2>No</h2>'],
    ['an element that goes on', '<h2>No</h2> and more\n\n<h2>No</h3>\n\n<h2\n>No</h2>\n\n<hr>No</hr>'],
  ])('do not count in %s', async (_name, text) => {
    expect((await sectionsOf(`# Yes\nbefore\n\n${text}\n`)).map(({ label }) => label)).toEqual(['Yes'])
  })
})

describe('comments', () => {
  test.each([
    ['alone', '<!-- what it is for -->', ''],
    ['over several lines', '<!-- what\n\nit is\nfor -->', ''],
    ['within a line', 'yes <!-- or no --> and no', 'yes  and no'],
    ['over lines of a paragraph', 'yes <!-- or\nno --> and no', 'yes \n and no'],
    ['without end at the start of a block', '<!-- hidden\n\nall of it', ''],
    ['without end within a paragraph are text', 'a <!-- b', 'a <!-- b'],
    ['in code are text', '```html\n<!-- x -->\n```', '```html\n<!-- x -->\n```'],
    ['two in a block', '<!-- a -->\n<!-- b -->\nc', 'c'],
    ['without content', '<!--> a', 'a'],
    ['without content but a dash', '<!---> a', 'a'],
    ['ended by an exclamation', '<!-- x --!>\ntext', 'text'],
    ['of dashes', '<!-----> a', 'a'],
  ])('%s', async (_name, body, expected) => {
    const [section] = await sectionsOf(`# A\n\n${body}\n`)
    expect(section?.text).toBe(expected)
  })

  test('do not move the lines of what follows', async () => {
    expect(await outline('# A\n<!-- x\ny\n-->\n# B\nb')).toEqual(['A@1:1 = ', 'B@5:1 = b'])
  })
})

describe('labels in bold type', () => {
  test.each<[string, string, string[]]>([
    ['colon inside', '**Intended use:** To rank.', ['Intended use@1:1 = To rank.']],
    ['colon outside', '**Intended use**: To rank.', ['Intended use@1:1 = To rank.']],
    ['underscores', '__Owner:__ Kim', ['Owner@1:1 = Kim']],
    ['over the rest of the paragraph', '**Use:** To rank\nand sort.\n\nOther.', ['Use@1:1 = To rank\nand sort.']],
    ['several in a paragraph', '**Owner:** Kim  \n**License:** MIT', ['Owner@1:1 = Kim', 'License@2:1 = MIT']],
    [
      'in a list',
      '- **Owner:** Kim\n* **License:** MIT\n1. **Version**: 2',
      ['Owner@1:3 = Kim', 'License@2:3 = MIT', 'Version@3:4 = 2'],
    ],
    [
      'over a list item',
      '- **Limits:**\n  - one\n  - two\n- **Owner:** Kim',
      ['Limits@1:3 = - one\n  - two', 'Owner@4:3 = Kim'],
    ],
    [
      'alone, over what follows',
      '**Limits**\n\nOne.\n\n- two\n\n**Use:**\n\nTo rank.\n\n# End',
      ['Limits@1:1 = One.\n\n- two', 'Use@7:1 = To rank.', 'End@11:1 = '],
    ],
    [
      'alone, up to the next label of any kind',
      '**Limits:**\n\n**Owner:** Kim\n\nMore.',
      ['Limits@1:1 = ', 'Owner@3:1 = Kim'],
    ],
    [
      'alone, up to a list of other labels',
      '**Limits:**\n\nOne.\n\n- **Owner:** Kim\n- **License:** MIT',
      ['Limits@1:1 = One.', 'Owner@5:3 = Kim', 'License@6:3 = MIT'],
    ],
    [
      'alone, with its parts in a list',
      '**Limits:**\n\n- **Language:** English only',
      ['Limits@1:1 = - **Language:** English only', 'Language@3:3 = English only'],
    ],
    [
      'alone on a line, over the paragraph and what it introduces',
      '**Training data**\nThe texts of:\n\n- tickets\n\n__Use__  \nTo rank.\n\nBesides.\n\n**Owner:** Kim',
      ['Training data@1:1 = The texts of:\n\n- tickets', 'Use@6:1 = To rank.', 'Owner@11:1 = Kim'],
    ],
    ['alone on a line of an item', '- **Limits**\n  English only.\n- b', ['Limits@1:3 = English only.']],
    [
      'alone on lines of one paragraph',
      '**Limits**\n**Use**\nTo rank.\n**Data**\nTickets.',
      ['Limits@1:1 = ', 'Use@2:1 = To rank.', 'Data@4:1 = Tickets.'],
    ],
    ['not with a bold answer at its end', '**Limits**\n**English only**', ['Limits@1:1 = **English only**']],
    [
      'with a colon alone on a line, over the same',
      '**Data:**\nThese:\n\n- tickets\n\n**Use:**\nTBD\n\nBesides.',
      ['Data@1:1 = These:\n\n- tickets', 'Use@6:1 = TBD'],
    ],
    ['not in the middle of a paragraph', 'It was\n**never**\nused.', []],
    ['not as a sentence before others', '**Never use it.**\nIt was not tested.', []],
    ['in Korean', '**한계점：** 영문 전용', ['한계점@1:1 = 영문 전용']],
    ['not at the start of a sentence', '**Never** use it for people.', []],
    ['not in a quotation', '> **Owner:** Kim', []],
    ['not in code', '```\n**Owner:** Kim\n```', []],
    ['after a comment', '**Use:** <!-- what for --> To rank.', ['Use@1:1 = To rank.']],
  ])('%s', async (_name, text, expected) => {
    expect(await outline(text)).toEqual(expected)
  })

  test('stay part of the section around them', async () => {
    const [section] = await sectionsOf('# Limitations\n\n**Do not use it for medicine.**\n')
    expect(section?.text).toBe('**Do not use it for medicine.**')
  })
})

describe('front matter', () => {
  test.each(['\n', '\r\n'])('becomes sections with their places (line end %j)', async (end) => {
    const text = ['---', '# comment', 'license: mit', 'card:', '  intended_use: To rank', '---', '# Title', 'x'].join(
      end,
    )
    expect(
      (await sectionsOf(text)).map(({ label, at, pointer, text }) => [label, at.line, at.column, pointer, text]),
    ).toEqual([
      ['license', 3, 1, '/license', 'mit'],
      ['card', 4, 1, '/card', 'To rank'],
      ['intended_use', 5, 3, '/card/intended_use', 'To rank'],
      ['Title', 7, 1, undefined, 'x'],
    ])
  })

  test('names in the index of a hub describe nothing', async () => {
    const text = '---\ndatasets:\n- squad\nmetrics: [wer]\n---\n'
    expect(await sectionsOf(text)).toEqual([])
    expect(await outline('---\ndatasets: Customers of 2023\n---\n')).toEqual(['datasets@2:1 = Customers of 2023'])
  })

  test('results of a model index are one section', async () => {
    const text =
      '---\nmodel-index:\n- name: m\n  results:\n  - dataset: {name: d}\n    metrics: [{type: f1, value: 0.9}]\n---\n'
    expect(await outline(text)).toEqual(['model-index@2:1 = m\nd\nf1\n0.9'])
  })

  test.each([
    'results: [{task: {type: asr}, metrics: [{type: wer, value: null, verified: false}]}]',
    'results: [{dataset: {name: d, revision: 17}, metrics: [{type: wer, value: ""}, {type: cer}]}]',
    'results: [{metrics: [{type: wer, value: TBD}, {type: cer, value: .nan}, {type: mer, value: 0.0}]}]',
    'results: []',
  ])('a model index without a value is no section: %s', async (results) => {
    expect(await sectionsOf(`---\nmodel-index:\n- name: m2\n  ${results}\n---\n`)).toEqual([])
  })

  test.each(['0.9', '"20.0 ± 1.2"', '{f1: 0.9}', '1'])('a model index with the value %s is one', async (value) => {
    const results = `[{metrics: [{type: wer, value: null}, {type: f1, value: ${value}}]}]`
    expect(await sectionsOf(`---\nmodel-index:\n- name: m\n  results: ${results}\n---\n`)).toHaveLength(1)
  })

  test.each<[string, string, string, number]>([
    ['broken YAML', '---\na: 1\nb: [1\n---\n# A', 'evidence.yaml', 3],
    ['a text', '---\nonly words\n---\n', 'card.front-matter-no-mapping', 2],
    ['a list', '---\n- a\n---\n', 'card.front-matter-no-mapping', 2],
    ['a key twice', '---\na: 1\na: 2\n---\n', 'evidence.duplicate-key', 3],
    ['an alias', '---\na: &x 1\nb: *x\n---\n', 'evidence.yaml.alias', 3],
    ['too long', `---\na: ${'x'.repeat(600_000)}\n---\n`, 'card.front-matter-too-long', 1],
  ])('%s is a problem with its line', async (_name, text, id, line) => {
    const card = parseMarkdownCard(text, 'CARD.md')
    const [problem] = card.ok ? [] : card.problems
    expect(problem?.message.id).toContain(id)
    expect(problem?.at).toMatchObject({ path: 'CARD.md' })
    expect(Math.abs((problem?.at?.line ?? 0) - line)).toBeLessThanOrEqual(1)
  })

  test.each([
    ['empty', '---\n---\n# A\na'],
    ['of comments', '---\n# only this\n---\n# A\na'],
    ['never closed, so a line across the page', '---\n\n# A\na'],
  ])('%s', async (_name, text) => {
    expect((await sectionsOf(text)).map(({ label }) => label)).toEqual(['A'])
  })
})

test.each<[string, string]>([
  ['paragraphs', 'Some words in a row.\n\n'.repeat(150_000)],
  ['headings', '## Heading\ntext\n'.repeat(150_000)],
  ['list items', '- item\n'.repeat(300_000)],
  ['comments', 'a <!-- b --> c\n'.repeat(300_000)],
  ['open comments', 'a <!-- b\n\n'.repeat(150_000)],
  ['quotations', `${'>'.repeat(50)} a\n`.repeat(300_000)],
])('a card of 300,000 lines of %s takes seconds at most', async (_name, filler) => {
  const started = worked()
  const sections = await sectionsOf(`# First\nyes\n\n${filler}\n# Limitations\n\nEnglish only.\n`)
  expect(sections.at(-1)).toMatchObject({ label: 'Limitations', text: 'English only.' })
  // Three times what is asked for, since other work may share the machine.
  expect(worked() - started).toBeLessThan(9_000)
})

test('both languages say the same', () => {
  expect(Object.keys(texts.ko())).toEqual(Object.keys(texts.en()))
  for (const [id, template] of Object.entries(texts.en()))
    expect(placeholders(texts.ko()[id] ?? '')).toEqual(placeholders(template))
})
