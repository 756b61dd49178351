import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findBlocks } from '../../../src/evidence/card/blocks.js'
import { repo } from '../../support/repo.js'
import { worked } from '../../support/worked.js'
import { nestedText, tangledText } from './markdown-texts.js'
import { referenceBlocks } from './reference-blocks.js'

/** A text, with → for tabs and ¶ for line breaks. */
function source(text: string): string {
  return text.replaceAll('→', '\t').replaceAll('¶', '\n')
}

function expectReference(text: string): void {
  expect(findBlocks(text)).toEqual(referenceBlocks(text))
}

describe('finds the blocks that markdown-it finds', () => {
  test.each<[string, string[]]>([
    ['nothing', ['', '¶', '  ¶ ', '**a**', '**a**¶', '**a**¶¶', '**a**¶ ', '# a¶→']],
    ['headings', ['# a¶## b¶### c¶#### d¶##### e¶###### f¶####### g', '#a¶# a¶#¶# ¶##→b', '   # a¶    # b¶→# c']],
    ['closed headings', ['# a #¶# a ##  ¶# a#¶# a # b¶# #¶### ###¶# a \\#¶#→a→#→¶# a →##', '# \u00a0a\u3000# #\u00a0']],
    ['headings between text', ['**a**¶# b¶**c**', 'a¶  ## b¶c', 'a¶    # **b**¶c']],
    [
      'underlined headings',
      ['a¶=', 'a¶---', 'a¶===  ¶b', 'a¶== =', 'a¶--- -', 'a¶    ===', 'a¶   ==→', '===', '¶---¶==='],
    ],
    [
      'underlined paragraphs',
      ['  a **b**→¶    c ¶---', 'a¶¶---', '---¶a¶---¶b', '# a¶---', '**a**¶***¶---', '- a¶---¶b¶---'],
    ],
    [
      'lines across',
      ['---¶***¶___', '- - -¶ * * *¶_  _→_', '--¶**¶__', '+++¶-*-', '**a**¶***¶**b**', 'a¶    ***', '_ _ _ a'],
    ],
    ['fences', ['```¶# a¶```¶# b', '~~~¶# a¶~~~¶# b', '```¶# a', '``¶# a¶``', '~~¶# a', '~~~ a ~~~¶# b¶~~~¶# c']],
    ['lengths of fences', ['````¶# a¶```¶# b¶`````¶# c', '```¶# a¶~~~¶# b¶```¶# c', '~~~¶~~~~ ¶# a', '```¶``` a¶# b']],
    ['fences with words', ['```js¶# a¶```¶# b', '``` a`b¶# c', '~~~ a`b¶# c¶~~~¶# d', '```¶# a¶```js¶# b']],
    ['indented fences', ['   ```¶# a¶  ```¶# b', '    ```¶# a', '```¶    ```¶# a', 'a¶```¶# b', '→```¶# a']],
    [
      'code',
      ['    # a¶    **b**¶# c', '→**a**', 'a¶    **b**', '    a¶¶    b¶**c**', '   →a¶# b', '# a¶    **b**¶---'],
    ],
    [
      'comments',
      ['<!-- a -->¶# b', '<!--¶# a¶¶# b¶--> c¶# d', '<!-- a¶# b', '<!-->¶# a', '   <!--¶-->', '    <!--¶# a'],
    ],
    [
      'other HTML until its end',
      ['<?a¶¶# b¶?>¶# c', '<!A¶# b¶>¶# c', '<![CDATA[¶¶# a¶]]>¶# b', '<! a¶# b', '<?a?> b¶# c'],
    ],
    [
      'verbatim HTML',
      ['<pre>¶¶# a¶</pre>¶# b', '<SCRIPT¶# a¶</Style>¶# b', '<style>a</style>¶# b', '<pre¶¶# a', '<prex>¶¶# a'],
    ],
    [
      'blocks of HTML',
      ['<div>¶# a¶¶# b', '</DIV¶# a', '<p/>¶# a', '<hr />¶# a', '**a**¶<div>¶# b', '<divx¶# a', '<h1>¶==='],
    ],
    [
      'any tags',
      ['<a>¶# b¶¶# c', '</a >¶# b', '<a b=c d="e f" g = \'h\' />¶# i', '<a:b>¶# c', '<a-b c>¶# d', '<x/>¶# a'],
    ],
    [
      'tags that are none',
      ['<a> b¶# c', '<a b=>¶# c', '<a "b">¶# c', '<a b="c>¶# d', '</a b>¶# c', '<a/ >¶# b', '< a>¶# b', '<1>¶# a'],
    ],
    ['tags in text', ['**a**¶<b>¶# c', '**a**¶<!--¶# b¶-->', '**a** <!-- b¶--> c', '- a¶<b>¶# c']],
    [
      'quotations',
      ['> # a¶> **b**', '> a¶**b**¶# c', '>**a**¶¶**b**', '   > **a**¶# b', '    > **a**', '> **a**¶>¶**b**', '>¶# a'],
    ],
    [
      'what ends a quotation',
      ['> a¶---¶**b**', '> a¶===¶**b**', '> a¶- **b**', '> ```¶**b**', '>     a¶**b**', '> <!--¶**b**¶-->'],
    ],
    [
      'quotations within',
      [
        '> > a¶**b**',
        '> > a¶> **b**¶# c',
        '> - a¶**b**',
        '- > a¶**b**',
        '- > a¶  **b**',
        '> <div>¶   > a',
        '> # a¶**b**',
      ],
    ],
    [
      'items',
      ['- **a**¶- **b**', '* **a**¶+ **b**¶1. **c**¶1) **d**', '-**a**', '1.**a**', '-→**a**', '- # a¶# b', '-¶# a'],
    ],
    [
      'numbers',
      ['10. **a**¶    **b**', '123456789. **a**', '1234567890. **a**', '-1. **a**', '0. **a**¶¶   **b**', '1.→**a**'],
    ],
    [
      'items after text',
      ['**a**¶- **b**', '**a**¶1. **b**', '**a**¶2. **b**', '**a**¶01) **b**', '**a**¶*¶**b**', '**a**¶-¶**b**'],
    ],
    [
      'more in an item',
      [
        '- **a**¶  **b**',
        '- **a**¶**b**',
        '- **a**¶¶  **b**',
        '- **a**¶¶**b**',
        '- a¶¶¶  **b**¶ **c**',
        '- a¶  ===¶# b',
      ],
    ],
    [
      'empty items',
      ['-¶  **a**', '-¶¶  **a**', '- ¶  # a', '1.¶   **a**', '-    ¶   **a**', '- -¶¶  **a**', '-¶-¶- **a**¶'],
    ],
    [
      'the content of items',
      ['-   **a**¶    **b**', '-    **a**', '-     **a**¶¶  **b**', '   - **a**¶     **b**', ' -  ```¶    # a¶# b'],
    ],
    [
      'lists in lists',
      [
        '- a¶  - **b**¶    **c**¶- **d**',
        '- - **a**¶¶  **b**',
        '1. - **a**¶   - **b**¶2. **c**',
        '- a¶ - **b**¶  - **c**',
      ],
    ],
    [
      'where items end',
      ['- **a**¶¶¶# b', '- **a**¶  - b¶¶  c¶¶¶d', '- **a**¶***¶b', '- **a**¶+ b', '- **a**¶¶¶', '1. **a**¶   > b¶c'],
    ],
    [
      'headings at items',
      ['- a¶# b', '- a¶  # b¶  c¶  ---¶# d', '- a¶===', '- # a¶  ---', '# a¶- b¶¶c¶---', '- a¶¶b¶==='],
    ],
    [
      'code in items',
      ['- ```¶  # a¶  ```¶# b', '- ```¶# a', '- a¶¶      # b¶# c', '-     a¶¶      **b**¶**c**', '- ~~~¶¶  # a¶¶# b'],
    ],
    [
      'HTML in items',
      ['- <!-- a¶  **b**¶  -->¶# c', '- <!--¶# a', '- <div>¶  a¶# b', '- <!--¶¶  -->¶  **a**', '- <b>¶¶  **a**'],
    ],
    [
      'tabs',
      ['-→# a¶→**b**', '- a¶¶→**b**', '>→**a**¶# b', '1.→**a**¶→b¶¶→**c**', '-→→**a**', ' →# a', '* a¶→* **b**'],
    ],
    ['definitions as text', ['[a]: /b¶===', '[a]: /b¶**c**', '[a]: /b "¶# c']],
  ])('%s', (_name, texts) => {
    for (const text of texts) expectReference(source(text))
  })

  test.each(markdownFiles())('in %s', (path) => {
    const text = readFileSync(repo(path), 'utf8').replace(/\r\n?/g, '\n')
    expectReference(text)
    // Without front matter too, as cards are read.
    expectReference(text.replace(/^---\n.*?\n---\n/s, ''))
  })

  test('in any tangle of lines', () => {
    fc.assert(fc.property(tangledText, expectReference), { numRuns: 500 })
  })

  test('in any blocks within each other', () => {
    fc.assert(fc.property(nestedText, expectReference), { numRuns: 500 })
  })
})

describe('follows CommonMark where markdown-it does not', () => {
  test.each<[string, string, [number, number][]]>([
    // Text may go on with a paragraph at any indent, and four columns before it keep marks from being ones.
    ['four columns, left of the item', '10.  **a**¶    # b¶c¶===¶', [[0, 4]]],
    ['four columns and a line across', '1.   **a**¶    ***¶', [[0, 2]]],
    ['four columns and the mark of a quotation', '> a¶    > ***¶**b**', []],
    // The library counts a tab from another column there.
    ['a tab behind three marks of quotations', '> > > →a¶**b**', []],
    // And it leaves out the rest of the text.
    ['more containers than there may be', `${'- '.repeat(60)}a¶¶**b**`, [[2, 3]]],
  ])('%s', (_name, text, paragraphs) => {
    const found = findBlocks(source(text))
    expect(found.headings).toEqual([])
    expect(found.paragraphs.map(({ from, to }) => [from, to])).toEqual(paragraphs)
  })
})

test('takes the marks of more than twenty containers for text', () => {
  expect(findBlocks(`${'- '.repeat(20)}<b>`).html).toEqual([{ from: 0, to: 1 }])
  expect(findBlocks(`${'- '.repeat(21)}<b>`).html).toEqual([])
})

describe('a line of millions of characters takes no more than seconds', () => {
  test.each<[string, string, string]>([
    ['marks of items', '', '- '],
    ['numbers of items', '', '1. '],
    ['marks of quotations', '', '>'],
    ['a line across', '', '* '],
    ['an underline', 'a\n', '-'],
    ['a closed heading', '# ', ' #'],
    ['a fence', '', '`'],
    ['attributes', '<a', ' b'],
    ['attributes with values', '<a', ' b = "c"'],
    ['attributes with odd spaces', '<a', ' a=x\u00a0b\u00a0b'],
    ['a name', '<', 'a'],
    ['comments', '', '<!--'],
    ['spaces', 'a', ' '],
    ['tabs', '', '\t'],
    ['tabs behind words', '', 'a\t'],
    ['digits', '', '1'],
  ])('%s', (_name, start, part) => {
    const started = worked()
    const { headings } = findBlocks(`# a\n${start}${part.repeat(8_000_000 / part.length)} !`)
    expect(headings[0]).toEqual({ from: 0, to: 1, level: 1, content: 'a' })
    expect(worked() - started).toBeLessThan(9_000)
  })
})

/** The examples' texts, and real cards where they lie beside the repository. */
function markdownFiles(): string[] {
  return ['examples', join('..', 'shared', 'samples')].flatMap((folder) =>
    existsSync(repo(folder))
      ? readdirSync(repo(folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.md'))
          .map((name) => join(folder, name))
      : [],
  )
}
