import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import {
  logLine,
  logText,
  markdownCode,
  markdownText,
  plainText,
  visible,
  workflowData,
  workflowProperty,
  xmlAttribute,
  xmlText,
} from '../../src/report/escape.js'
import { worked } from '../support/worked.js'
import { HOSTILE } from './sample.js'

const markdown = new MarkdownIt({ html: true, linkify: true })
// GitHub links no address without its scheme, as in `//host.name` and `host.name`, but for `www.` (below).
markdown.linkify.add('//', null).set({ fuzzyLink: false })
const LINKED = /\bwww\.\w/i

/** Any text, with signs that mean something strewn in. */
const sign = fc.constantFrom('|', '`', '<', '>', '&', '@', '#', '*', '_', '~', '[', ']', '(', '!', '\\', '$', ':', '\n')
const anyText = fc
  .array(fc.oneof(sign, fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 12 })
  .map((parts) => parts.join(''))

/** Text as it is read on the page: without the breaks that keep GitHub from linking. */
function read(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('\u200b', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

describe('markdownText', () => {
  test('shows any text as it is, without markup, HTML or links', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const html = markdown.render(`x ${markdownText(text)}`)
        expect(read(html).trim()).toBe(`x ${visible(text)}`.trim())
        expect(html.replace(/^<p>|<\/p>\n$/g, '')).not.toMatch(/[<>]/)
        expect(html).not.toMatch(LINKED)
      }),
      { numRuns: 300 },
    )
  })

  test.each(HOSTILE.map((text) => [text]))('begins no block with %j', (text) => {
    expect(markdown.render(markdownText(text))).toMatch(/^(<p>[^<]*<\/p>\n)?$/)
  })

  test.each([
    ['@octocat', '@&#8203;octocat'],
    ['#12', '\\#&#8203;12'],
    ['GH-45', 'GH-&#8203;45'],
    ['https://x', 'https:&#8203;//x'],
    ['www.x.y', 'www&#8203;.x.y'],
    ['a1b2c3d4', 'a1b2&#8203;c3d4'],
    ['demographic_parity 0.8123456', 'demographic_parity 0.8123456'],
    ['1234567', '1234567'],
  ])('breaks %j where GitHub would link, and only there', (text, expected) => {
    expect(markdownText(text)).toBe(expected)
  })

  test('stays fast on a megabyte', () => {
    for (const unit of ['a', '1', '@', '_', ':a', ' ', '\ud800', 'w', '|`']) {
      const text = unit.repeat(1_000_000 / unit.length)
      const start = worked()
      markdownText(text)
      markdownCode(text)
      logLine(text)
      expect(worked() - start).toBeLessThan(3_000)
    }
  })
})

describe('markdownCode', () => {
  test('shows any text as one piece of code, in a table too', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const html = markdown.render(`| a | b |\n|---|---|\n| ${markdownCode(text)} | end |`)
        const row = /<tbody>\n<tr>\n<td><code>([^<]*)<\/code><\/td>\n<td>end<\/td>\n<\/tr>\n<\/tbody>/.exec(html)
        expect(row).not.toBeNull()
        expect(read(row?.[1] ?? '').trim()).toBe(visible(text))
      }),
      { numRuns: 300 },
    )
  })

  test('keeps ordinary names readable', () => {
    expect(markdownCode('outputs/metrics.json:2')).toBe('`outputs/metrics.json:2`')
    expect(markdownCode('a|b')).toBe('<code>a&#124;b</code>')
    expect(markdownCode('a`b')).toBe('<code>a\\`b</code>')
  })
})

describe('logLine', () => {
  test('leaves nothing that a runner would obey', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const line of logText(text).split('\n')) {
          expect(line.trim()).not.toMatch(/^::/)
          expect(line).not.toContain('##[')
          expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
        }
        expect(logLine(text)).not.toContain('\n')
      }),
    )
  })

  test('keeps text, its indent and its inner colons', () => {
    expect(logLine('  a::b 통과 ⚠ #1')).toBe('  a::b 통과 ⚠ #1')
    expect(logLine(' ::error::x')).toBe(' : :error::x')
    expect(logLine('###[x]')).toBe('## #[x]')
    expect(logLine(':\ufe0f:error::x')).toBe(': :error::x')
  })
})

describe('workflow commands', () => {
  test('escape as the runner unescapes', () => {
    expect(workflowData('50%\r\n::x, y')).toBe('50%25%0D%0A::x, y')
    expect(workflowProperty('a:b,c%\n')).toBe('a%3Ab%2Cc%25%0A')
  })
})

describe('plain text', () => {
  test('makes the hidden visible and mentions nobody', () => {
    expect(plainText('a\u202eb\n\t c\u0000 @kim')).toBe('a\ufffdb c\ufffd @\u200bkim')
    expect(visible('\ud800x')).toBe('\ufffdx')
    expect(visible('가\u200d나 👩‍🔬')).toBe('가\u200d나 👩‍🔬')
  })
})

describe('XML', () => {
  test('escapes markup and drops what XML cannot hold', () => {
    expect(xmlText('<a> & ]]>\u0000\ud800\ufffe')).toBe('&lt;a&gt; &amp; ]]&gt;')
    expect(xmlAttribute('"\'\n\t<')).toBe('&quot;&apos;&#10;&#9;&lt;')
    expect(xmlText('👍가')).toBe('👍가')
  })
})
