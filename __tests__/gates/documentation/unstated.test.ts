import { describe, expect, test } from '@jest/globals'
import { isFilled } from '../../../src/gates/documentation/placeholder.js'
import { worked } from '../../support/worked.js'
import { judged } from './support.js'

describe('not shown', () => {
  test.each([
    ...['[//]: # (hidden)', '[comment]: <> (English only)', '[a]: b "English only"', '[//]: #\n(hidden words)'],
    ...['<?php English only ?>', '<![CDATA[English only]]>', '<!DOCTYPE html>', '<!-- English only --!>', '<!-->'],
    ...['<p hidden>English only</p>', '<div style="display: none">English <div>a</div> only</div>', '<b HIDDEN>x</b>'],
    ...['<script>English only</script>', '<style>\np { color: red }\n</style>', '<div hidden>never closed'],
    ...['&ZeroWidthSpace;&#8204;', '&#x200b; &#xa0; &shy;', '&nbsp;', '&copy;', '\u00ad\u200d'],
    ...['![ROC curve](roc.png)', '![a [b] c](x.png "t")', '![English only][1]', '[![badge](a.svg)](docs/x)'],
    '<img\n  src="a.png"\n  alt="English only">',
  ])('%j', (text) => {
    expect(isFilled(text).filled).toBe(false)
  })

  test.each([
    ...['<!---> English only', '<!--> English only', '<!-- x --!>\nEnglish only', '[^1]: English only'],
    ...['[Note]: English and Korean only', '<p hidden>x</p>English only', '<p class="hidden">English only</p>'],
    ...['<p data-hidden="x">English only</p>', '<details><summary>More</summary>English only</details>'],
    ...['A <? sign', 'Uses `<p hidden>` tags. English only', '```html\n<p hidden>\n```\nEnglish only', 'R&D; only'],
    ...['See ![ROC](a.png) for English only', '&Auml;rzte', '&#50;', 'Hidden layers display: none of it is known'],
  ])('%j shows something', (text) => {
    expect(isFilled(text)).toEqual({ filled: true })
  })
})

describe('a form that nobody filled in', () => {
  test.each([
    ...['| Risk | Mitigation |\n|---|---|', '| Risk |\n|---|', 'a | b\n--|--\n'],
    ...['', '-', '?', 'NaN', 'N/A', 'XX%', 'X.XX', 'TBD', '—', '**N/A**', '...'].map(
      (cell) =>
        `| Measure | Value | Groups |\n|---|:-:|---|\n| Accuracy of all | ${cell} | ${cell} |\n| Recall | ${cell} | |`,
    ),
    ...[
      '- Known bias:\n- Failure cases:',
      'Known bias:\nFailure cases:',
      '알려진 편향：',
      '1. Known bias: -\n2. Groups: ?',
    ],
    ...['- Known bias: N/A\n- Failure cases: TBD', 'Limitations:', 'X.XX', '0.XX', '- License: NOASSERTION'],
    '| Limitation | Impact |\n|---|---|\n\n| Group | Metric |\n|---|---|',
    '| Limitation | Impact |\n|---|---|\n\n\n\n| Group | Metric |\n|---|---|\n|  |  |\n\n| Use |\n|---|',
  ])('%j', (text) => {
    expect(isFilled(text).filled).toBe(false)
  })

  test.each([
    ...[
      '| F1 | AUC |\n|---|---|\n| 0.91 | - |',
      '| Risk |\n|---|\n| Old people |',
      '| A | B |\n|---|---|\n| Medical | x |',
    ],
    ...['| A | B |\n|---|---|\n| F1 | - |\n| AUC | 0.9 |', 'It fails for:\n- children\n- dogs', 'Groups: adults'],
    ...[
      '| A | B |\n|---|---|\n| F1 | |\n\nEnglish only',
      '| A | B |\n|---|---|\n\n| C | D |\n|---|---|\n| F1 | 0.9 |',
      'At 12:30',
      'Ratio 1:2',
    ],
  ])('%j is filled in', (text) => {
    expect(isFilled(text)).toEqual({ filled: true })
  })
})

describe('a placeholder in disguise', () => {
  test.each([
    ...[
      '[More Information\nNeeded]',
      'More\u00a0Information\u00a0Needed',
      'TO\u200bDO',
      'TO\u00adDO',
      '**TO**DO',
      '*TO*DO',
    ],
    ...['&#84;ODO', '&#x54;BD', 'T&shy;BD', 'To do', 'To-do: describe it before the release', 'TO DO'],
    ...[
      'TODO describe where the model fails',
      'TODO: list',
      'TODO list the limitations of the model',
      'Please fill in.',
    ],
    ...[
      'Fill me in',
      'Describe the limitations of the model.',
      'Describe the known limitations and biases.',
      'List risks',
    ],
    ...['Please describe where the model fails.', '(insert limitations)', 'Pending.', 'To follow.', 'To be done'],
    ...['Will be added later.', 'This section will be documented in a later release.', 'Details will follow.'],
    ...[
      'Not documented.',
      'Empty',
      '(blank)',
      'undefined',
      'null, null',
      '- [ ] Describe limitations',
      'true',
      'true\ntrue',
    ],
    ...['[[limitations]]', '__LIMITATIONS__', '%LIMITATIONS%', '<%= x %>', '<%= model.limitations %>', '@LIMITATIONS@'],
    ...[
      '모델의 한계를 적어 주세요.',
      '모델의 한계를 기술하세요.',
      '모델의 한계점을 자세히 기술하십시오',
      '곧 추가될 예정입니다',
    ],
    ...[
      '작성 요망',
      '미기재',
      '검토 중',
      '비어 있음',
      '모델의 한계를 여기에 서술합니다. TODO',
      '한계를 작성 바랍니다.',
    ],
  ])('%j', (text) => {
    expect(isFilled(text)).toMatchObject({ filled: false })
  })

  test.each([
    ...[
      'English only.',
      'None of the groups is below 0.8.',
      'Describes customers of one country only.',
      'True for adults',
    ],
    ...['Ranks TODO lists', 'Works with Microsoft To Do', 'TODO lists are ranked', 'List prices of used cars'],
    ...['Claims that are pending are left out', 'Empty texts score 0', 'Pending claims', 'Fails on blank pages'],
    ...['Explain the decision to the customer before use.', 'Provide the score together with its interval.'],
    ...['The model will be updated every quarter.', 'Results will be provided to the physician within a day.'],
    ...['Null values are not handled', 'Undefined behaviour for minors', 'Insertions are not covered'],
    ...[
      '검토 중인 청구는 제외됩니다',
      '결과를 고객에게 설명하십시오.',
      '비어 있음 여부를 판별하지 못함',
      '모델은 매월 업데이트될 예정입니다',
    ],
    ...['2*3 grids', '50% of **men**', '__English__ only', '{a} or {b} only', '[[0.9, 0.1], [0.2, 0.8]]'],
  ])('%j is none', (text) => {
    expect(isFilled(text)).toEqual({ filled: true })
  })
})

describe('a label', () => {
  test.each([
    '**Limitations:**\n\n**Owner:** Team Churn',
    '**Limitations**\n\n**Owner**: Team Churn',
    '**Limitations:**\n\n- **Owner:** Team Churn\n- **License:** MIT',
    '- **Limitations:**\n  - **Owner:** Team Churn',
  ])('does not take what belongs to the next one: %j', async (text) => {
    expect(await judged('c.md', text, ['limitations'])).toEqual(['limitations: empty at c.md:1'])
  })

  test.each([
    '**Limitations:**\n\n- **Language:** English only.',
    '**Limitations:**\n\nEnglish only.\n\n**Owner:** Kim',
  ])('has what stands below it: %j', async (text) => {
    expect(await judged('c.md', text, ['limitations'])).toEqual(['limitations: pass at c.md:1'])
  })
})

test.each<[string, string, string]>([
  ['true', 'c.yaml', 'limitations: true'],
  ['a list of zeros', 'c.yaml', 'limitations: [0, 0.0, null]'],
  ['a list of lists of zeros', 'c.json', '{"limitations": [[0, 0], [0]]}'],
  ['a list of true', 'c.json', '{"limitations": [true, true]}'],
])('%s in data is no content', async (_name, path, text) => {
  const [found] = await judged(path, text, ['limitations'])
  expect(found).toMatch(/^limitations: (?:empty|placeholder) /)
})

test('a list of measures with zeros among them is content', async () => {
  expect(await judged('c.yaml', 'evaluation_results: [0, 0.9]', ['evaluation_results'])).toEqual([
    'evaluation_results: pass at c.yaml:1',
  ])
})

test.each<[string, string]>([
  ['definitions', '[a]: b (\n'],
  ['definitions that are whole', '[a]: b\n'],
  ['pictures', '!['],
  ['pictures without end', '![]('],
  ['links', '[]('],
  ['instructions', '<?'],
  ['declarations', '<!a'],
  ['data', '<![CDATA['],
  ['hidden elements', '<p hidden>'],
  ['hidden elements that end', '<p hidden></p>'],
  ['display', '<p style="display   '],
  ['references', '&#84;'],
  ['open references', '&a'],
  ['stars in words', 'a*'],
  ['table rows', '| a | - |\n'],
  ['tables', '| a |\n|---|\n'],
  ['labels', 'a:\n'],
  ['instructions to describe', 'describe the model and '],
  ['lines to describe', 'describe the model\n'],
  ['Korean instructions', '한계를 '],
  ['Korean instructions with a verb', '한계를 여기에 적어 주세요 곧 추가될 예정 '],
  ['announcements', 'a will '],
  ['words to do', 'to do '],
  ['soft hyphens', 'a\u00ad'],
  ['emptied comments', '<!-->'],
  ['open comments', '<!-- --!'],
])('ten megabytes of %s take seconds at most', (_name, part) => {
  const text = part.repeat(Math.ceil(10_000_000 / part.length))
  const started = worked()
  isFilled(text)
  expect(worked() - started).toBeLessThan(6_000)
})
