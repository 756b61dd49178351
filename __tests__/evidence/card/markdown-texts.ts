import fc from 'fast-check'

const TEXT = ['**a**', '**b** c', '__d__ <!-- e -->', 'text', '**f**  ', '**g** ##']
const BLOCKS = [
  ...['# **x**', '## y ##', '####### no', '#', '# #', '#\t**t** # \t', '\\# no', '===', '==', '---', '--'],
  ...['- - -', '***', '* * *', '_ _ _', '```', '````', '```js', '``` a`b', '~~~', '~~~ x', '~~~~'],
  ...['<!-- **x**', '-->', '<!-- a -->', '<?a', '?>', '<!DOCTYPE x>', '<!X', '<![CDATA[', ']]>', '<pre>', '</pre>'],
  ...['<div>', '</div>', '<script src="x">**a**</script>', '<a href="b">', '</a>', '<a href=b c>', '<a **b**'],
  ...['<b> **c**', '<x y=z', '<custom-tag />', '<http://x.y>', '|a|b|', '|-|-|', '[a]: /b', '   ', '', '', ''],
  ...['-x', '>x', '1', '1.x'],
]
const indent = fc.constantFrom('', '', '', '', ' ', '  ', '   ', '    ', '     ', '      ', '\t', ' \t', '  \t', '\t\t')
const mark = fc.constantFrom('>', '>', '-', '*', '+', '1.', '2.', '1)', '01.', '10.', '123456789.', '1234567890.')
const gap = fc.constantFrom(' ', ' ', ' ', '', '  ', '   ', '    ', '     ', '      ', '\t', ' \t', '\t\t')
const marks = fc.array(fc.tuple(mark, gap), { maxLength: 3 }).map((pairs) => pairs.flat().join(''))
const line = fc
  .tuple(indent, marks, fc.constantFrom(...TEXT, ...BLOCKS))
  .map((parts) => parts.join(''))
  .filter((text) => !hasTabInQuotations(text))

/**
 * Lines in any order, each with any marks before it: what follows from what is left to chance. Two things are kept out,
 * in which markdown-it differs from CommonMark's text and from its reference implementation:
 *
 * - A line that begins with a mark behind four columns and more right under another line. Where it leaves the container
 *   of a paragraph it is more text of that paragraph, and markdown-it lets it end the paragraph. A blank line is put
 *   between them. (Below, in `nestedText`, such lines stand where they have not left their container.)
 * - A tab behind the marks of two quotations, where markdown-it counts columns from another place.
 *
 * What CommonMark says of these is held in `blocks.test.ts`. Both need text left of where its author put the rest, or
 * tabs in quotations of quotations: no card's sections depend on them.
 */
export const tangledText = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 8 }), fc.constantFrom('', '\n', '\n\n', '\n  '))
  .map(
    ([lines, end]) =>
      lines.flatMap((text, at) => (at > 0 && isIndentedMark(text) ? ['', text] : [text])).join('\n') + end,
  )

function hasTabInQuotations(text: string): boolean {
  return />.*>.*\t/.test(text)
}

function isIndentedMark(text: string): boolean {
  let columns = ''
  for (const character of text) columns += character === '\t' ? ' '.repeat(4 - (columns.length % 4)) : character
  // After marks only; a letter, or bold type, is text wherever it stands.
  return /^[>\d.)*+ -]*?(?<= {4})(?! |[a-z]|\*\*[a-z]|__[a-z]|$)/.test(columns)
}

const WHOLE: string[][] = [
  ['# **h**'],
  ['**h**', '---'],
  ['h', 'i', '==='],
  ['***'],
  ['', '    # code', '', '    **code**'],
  ['```', '# no', '', '```'],
  ['~~~', '**a**'],
  ['<!--', '# no', '', '-->'],
  ['<div>', '# no', '</div>', ''],
  ['<b>', '# no'],
]

/** Blocks within each other as their authors mean them: every line is indented as its containers ask for. */
export const nestedText = fc
  .letrec<{ blocks: string[]; block: string[] }>((tie) => ({
    blocks: fc
      .array(fc.tuple(tie('block'), fc.constantFrom([], [''], ['', ''])), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.flat(2)),
    block: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      fc.array(fc.constantFrom(...TEXT), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...WHOLE),
      tie('blocks').map((lines) => lines.map((text) => `> ${text}`)),
      fc
        .tuple(fc.constantFrom('- ', '*   ', '1. ', '10.  ', '+    ', '100) ', '-\n  '), tie('blocks'))
        .map(([start, lines]) => itemOf(start, lines)),
    ),
  }))
  .blocks.map((lines) => lines.join('\n'))

function itemOf(start: string, [first = '', ...rest]: readonly string[]): string[] {
  const width = start.endsWith('\n  ') ? 2 : start.length
  return [...`${start}${first}`.split('\n'), ...rest.map((text) => (text === '' ? '' : ' '.repeat(width) + text))]
}
