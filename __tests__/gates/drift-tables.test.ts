import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/report/model.js'
import { english, parsed } from '../support/evidence.js'
import { judgeFiles, NOW, saidOf } from '../support/judged.js'

/** Numbers from 0 to below 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** `n` values that are roughly normal. */
function normal(n: number, mean: number, seed: number): string[] {
  const next = random(seed)
  const one = () => Array.from({ length: 12 }, next).reduce((sum, it) => sum + it, 0) - 6
  return Array.from({ length: n }, () => (mean + one()).toFixed(6))
}

const repeat = (n: number, of: (i: number) => string) => Array.from({ length: n }, (_, i) => of(i))

/** A table as CSV; the first column says how many rows there are. */
function csv(columns: Readonly<Record<string, readonly string[]>>): string {
  const names = Object.keys(columns)
  const rows = Math.max(...Object.values(columns).map((cells) => cells.length))
  const line = (i: number) => names.map((name) => columns[name]?.[i] ?? '').join(',')
  return `${names.join(',')}\n${repeat(rows, line).join('\n')}\n`
}

type Columns = Readonly<Record<string, readonly string[]>>

async function report(options: string, reference: Columns | string, current: Columns | string): Promise<Report> {
  const text = (table: Columns | string) => (typeof table === 'string' ? table : csv(table))
  const policy = `drift: {reference: ref.csv, current: cur.csv, ${options}}`
  return judgeFiles(policy, { 'ref.csv': text(reference), 'cur.csv': text(current) })
}

async function run(options: string, reference: Columns | string, current: Columns | string): Promise<string[]> {
  return saidOf(await report(options, reference, current), 'drift')
}

const REFERENCE = { x: normal(2000, 0, 1), plan: repeat(2000, (i) => (i % 4 === 0 ? 'pro' : 'free')) }
const SAME = { x: normal(2000, 0, 2), plan: repeat(2000, (i) => (i % 4 === 1 ? 'pro' : 'free')) }
const MOVED = { x: normal(2000, 0.8, 3), plan: repeat(2000, (i) => (i % 2 === 1 ? 'pro' : 'free')) }

describe('methods', () => {
  test.each([
    ['x: {psi: {max: 0.1}}'],
    ['x: {ks: {max: 0.1}}'],
    ['x: {ks_p: {min: 0.001}}'],
    ['x: {js: {max: 0.1}}'],
    ['x: {wasserstein: {max: 0.1}}'],
    ['plan: {psi: {max: 0.1}}'],
    ['plan: {chi2_p: {min: 0.001}}'],
    ['plan: {chi2: {max: 10}}'],
    ['plan: {js: {max: 0.1}}'],
  ])('%s tells data that moved from data that did not', async (features) => {
    const [name = '', method = ''] = /^(\w+): {(\w+)/.exec(features)?.slice(1) ?? []
    expect(await run(`features: {${features}}`, REFERENCE, SAME)).toEqual([
      expect.stringMatching(`^drift/${name}/${method} pass: ${name}: ${method} is .*2000 values against 2000`),
    ])
    expect(await run(`features: {${features}}`, REFERENCE, MOVED)).toEqual([
      expect.stringMatching(`^drift/${name}/${method} fail: ${name}: ${method} is .*is required`),
    ])
  })

  test('missing values are left out, and a rise of their share has a bound of its own', async () => {
    const holes = { x: SAME.x.map((it, i) => (i % 4 === 0 ? '' : it)), plan: SAME.plan }
    expect(await run('features: {x: {psi: {max: 0.1}, missing_rise: {max: 0.2}}}', REFERENCE, holes)).toEqual([
      expect.stringMatching(/^drift\/x\/missing_rise fail: x: missing_rise is 0\.25; <= 0\.2/),
      expect.stringMatching(/^drift\/x\/psi pass: .*2000 values against 1500; missing: 0 \+ 500/),
    ])
    expect(await run('features: {x: {missing_rise: {max: 0}}}', holes, REFERENCE)).toEqual([
      expect.stringMatching(/^drift\/x\/missing_rise pass: x: missing_rise is 0,/),
    ])
  })

  test('a column that is all missing now is undecided by distance, and a fall by its share', async () => {
    const gone = { x: repeat(2000, () => 'NaN') }
    expect(await run('features: {x: {psi: {max: 0.1}, missing_rise: {max: 0.2}}}', { x: REFERENCE.x }, gone)).toEqual([
      expect.stringMatching(/missing_rise fail: x: missing_rise is 1;/),
      expect.stringMatching(/psi insufficient: x: psi needs 100 values .* has 2000, the current data 0/),
    ])
  })

  test('a category that the reference does not have is drift by any bound', async () => {
    const more = { plan: SAME.plan.map((it, i) => (i === 0 ? 'trial' : it)) }
    expect(
      await run('features: {plan: {chi2: {max: 1000}, chi2_p: {min: 0.01}}}', { plan: REFERENCE.plan }, more),
    ).toEqual([
      expect.stringMatching(/^drift\/plan\/chi2 fail: plan: chi2 is beyond any bound .*the category "trial"/),
      expect.stringMatching(/^drift\/plan\/chi2_p fail: plan: chi2_p is 0;/),
    ])
  })

  test('a constant that stays is no drift, and one that moves is', async () => {
    const constant = (value: string) => ({ x: repeat(200, () => value) })
    const all =
      'features: {x: {psi: {max: 0.1}, ks: {max: 0.1}, wasserstein: {max: 0.1}, js: {max: 0.1}, chi2_p: {min: 0.05}}}'
    const outcomes = (lines: readonly string[]) => lines.map((line) => line.split(' ').slice(0, 2).join(' '))
    expect(outcomes(await run(all, constant('5'), `x\n${repeat(200, () => '5.0').join('\n')}\n`))).toEqual([
      'drift/x/chi2_p insufficient:',
      ...['js', 'ks', 'psi', 'wasserstein'].map((method) => `drift/x/${method} pass:`),
    ])
    expect(outcomes(await run(all, constant('5'), constant('4.999')))).toEqual([
      'drift/x/chi2_p fail:',
      ...['js', 'ks', 'psi', 'wasserstein'].map((method) => `drift/x/${method} fail:`),
    ])
  })

  test('a value that many rows have keeps a bin of its own: what falls below it shows', async () => {
    const spikes = (at: string) => ({ x: repeat(2000, (i) => (i % 2 === 0 ? at : String(i + 10))) })
    expect(await run('features: {x: {psi: {max: 0.1}}}', spikes('0'), spikes('-1'))).toEqual([
      expect.stringMatching(/^drift\/x\/psi fail/),
    ])
  })

  test('bins are those of the reference, as many as asked for, or those of Evidently', async () => {
    const values = await Promise.all(
      ['bins: 10', 'bins: 20', 'bins: evidently'].map(async (bins) => {
        const { models } = await report(`${bins}, features: {x: {psi: {max: 0.1}}}`, REFERENCE, MOVED)
        return models[0]?.gates[0]?.checks[0]?.actual
      }),
    )
    expect(new Set(values).size).toBe(3)
    expect(await run('features: {x: {psi: {max: 0.1}}}', REFERENCE, MOVED)).toEqual(
      await run('bins: 10, features: {x: {psi: {max: 0.1}}}', REFERENCE, MOVED),
    )
  })
})

describe('what cannot be decided', () => {
  const few = (n: number, mean: number) => ({ x: normal(n, mean, 7) })

  test('too few rows, with the floor said', async () => {
    expect(await run('features: {x: {psi: {max: 0.1}}}', few(99, 0), few(500, 0))).toEqual([
      expect.stringMatching(/insufficient: x: psi needs 100 values in each table; the reference has 99, .* 500\./),
    ])
    expect(await run('min-rows: 50, features: {x: {ks: {max: 0.9}}}', few(99, 0), few(500, 0))).toEqual([
      expect.stringMatching(/pass/),
    ])
  })

  test('a PSI that chance alone reaches', async () => {
    expect(await run('features: {x: {psi: {max: 0.01}}}', few(150, 0), { x: normal(150, 0, 11) })).toEqual([
      expect.stringMatching(
        /^drift\/x\/psi insufficient: x: psi is 0\.\d+, but with so few values chance alone reaches 0\.226 .*10 bins/,
      ),
    ])
    expect(await run('features: {x: {psi: {max: 0.01}}}', few(150, 0), few(150, 3))).toEqual([
      expect.stringMatching(/^drift\/x\/psi fail/),
    ])
  })
})

describe('what is not there or cannot be used', () => {
  test.each([
    [
      'a column that is in neither',
      'y: {psi: {max: 0.1}}',
      REFERENCE,
      SAME,
      /^drift\/y\/psi missing: .*no column y in ref\.csv, cur\.csv/,
    ],
    [
      'a column that is gone',
      'x: {psi: {max: 0.1}}',
      REFERENCE,
      { plan: SAME.plan },
      /missing: .*no column x in cur\.csv/,
    ],
    [
      'text among numbers',
      'x: {psi: {max: 0.1}}',
      REFERENCE,
      { x: [...SAME.x, 'n.a. (soon)'], plan: SAME.plan },
      /error: .*the text "n\.a\. \(soon\)" in the current/,
    ],
    [
      'infinity among numbers',
      'x: {psi: {max: 0.1}}',
      { x: REFERENCE.x },
      { x: [...SAME.x, 'inf'] },
      /error: .*the text "inf"/,
    ],
    [
      'names where numbers are compared',
      'plan: {wasserstein: {max: 0.1}}',
      REFERENCE,
      SAME,
      /error: .*wasserstein compares numbers, and it holds names such as "pro"/,
    ],
    [
      'the same content',
      'x: {psi: {max: 0.1}}',
      REFERENCE,
      REFERENCE,
      /error: ref\.csv and cur\.csv have the same content/,
    ],
    ['no rows', 'x: {psi: {max: 0.1}}', REFERENCE, 'x,plan\n', /error: .*no row/],
    ['a ragged table', 'x: {psi: {max: 0.1}}', REFERENCE, 'x,plan\n1\n', /error: /],
  ])('%s', async (_name, features, reference, current, said) => {
    expect(await run(`features: {${features}}`, reference, current)).toEqual([expect.stringMatching(said)])
  })

  test('tables that are not there are told both', async () => {
    const policy = 'drift: {reference: ref.csv, current: cur.csv, max-share: 0.3, features: {x: {psi: {max: 0.1}}}}'
    const lines = saidOf(await judgeFiles(policy, {}), 'drift')
    expect(lines).toEqual([
      expect.stringMatching(/^drift\/max-share missing: .*ref\.csv/),
      expect.stringMatching(/^drift\/x\/psi missing: .*ref\.csv/),
    ])
  })

  test('numbers that are names are compared as such', async () => {
    const zip = (n: number) => ({ zip: repeat(1000, (i) => String(10_000 + (i % 50) * n)) })
    expect(await run('categorical: [zip], features: {zip: {wasserstein: {max: 0.5}}}', zip(1), zip(2))).toEqual([
      expect.stringMatching(/error: .*compares numbers, and it holds names/),
    ])
    expect(await run('categorical: [zip], features: {zip: {js: {max: 0.1}}}', zip(1), zip(2))).toEqual([
      expect.stringMatching(/^drift\/zip\/js fail/),
    ])
  })
})

describe('all columns', () => {
  test('under * each has a check, but for those that are left out', async () => {
    const id = { id: repeat(2000, (i) => `a${i}`) }
    const options = 'except: [id], features: {"*": {psi: {max: 0.1}}, x: {ks: {max: 0.1}}}'
    expect(await run(options, { ...id, ...REFERENCE }, { ...id, ...MOVED })).toEqual([
      expect.stringMatching(/^drift\/plan\/psi fail/),
      expect.stringMatching(/^drift\/x\/ks fail/),
    ])
  })

  test('with a share, those under * only count', async () => {
    const options = 'max-share: 0.5, features: {"*": {psi: {max: 0.1}}}'
    expect(await run(options, REFERENCE, { ...MOVED, plan: SAME.plan })).toEqual([
      expect.stringMatching(/^drift\/max-share pass: .* is 0\.5 \(2 compared; drifted: x \(psi 0\.\d+\)\)/),
    ])
    expect(await run(options, REFERENCE, MOVED)).toEqual([
      expect.stringMatching(
        /^drift\/max-share fail: .* is 1 \(2 compared; drifted: x \(psi .*\), plan \(psi .*\)\); <= 0\.5/,
      ),
    ])
  })

  test('bounds of its own keep no column out of the share', async () => {
    const options = 'max-share: 0.4, features: {x: {psi: {max: 50}}, plan: {js: {max: 0.5}}}'
    expect(await run(options, REFERENCE, { ...MOVED, plan: SAME.plan })).toEqual([
      expect.stringMatching(/^drift\/max-share fail: .* is 0\.5 \(2 compared; drifted: x \(psi/),
      expect.stringMatching(/^drift\/plan\/js pass/),
      expect.stringMatching(/^drift\/x\/psi pass/),
    ])
  })

  test('a share alone takes PSI above 0.1 for drift', async () => {
    expect(await run('max-share: 0.4', REFERENCE, { ...MOVED, plan: SAME.plan })).toEqual([
      expect.stringMatching(/^drift\/max-share fail: .* is 0\.5 /),
    ])
  })

  test('of one that is gone nothing is known: it may have drifted', async () => {
    const options = (limit: number) => `max-share: ${limit}, features: {"*": {psi: {max: 0.1}}}`
    expect(await run(options(0.4), REFERENCE, { plan: SAME.plan })).toEqual([
      expect.stringMatching(
        /^drift\/max-share insufficient: Of 2 features 0 drifted, .* nothing is known: x\. x cannot/,
      ),
    ])
    expect(await run(options(0.5), REFERENCE, { plan: SAME.plan })).toEqual([expect.stringMatching(/max-share pass/)])
    expect(await run(`min-features: 2, ${options(0.5)}`, REFERENCE, { plan: SAME.plan })).toEqual([
      expect.stringMatching(/insufficient: 1 features were compared/),
    ])
  })

  test('* that stands for no column passes nothing', async () => {
    expect(await run('except: [x, plan], features: {"*": {psi: {max: 0.1}}}', REFERENCE, SAME)).toEqual([
      expect.stringMatching(/^drift\/\* missing: cur\.csv has no column to compare/),
    ])
    expect(await run('except: [x, plan], max-share: 0.5', REFERENCE, SAME)).toEqual([
      expect.stringMatching(/^drift\/max-share missing: cur\.csv has no column/),
    ])
  })
})

test('JSON Lines and TSV give what CSV gives', async () => {
  const lines = (table: Columns) =>
    repeat(2000, (i) => JSON.stringify({ x: Number(table.x?.[i]), plan: table.plan?.[i], other: null })).join('\n')
  const asTsv = csv(MOVED).replaceAll(',', '\t')
  const options = 'features: {x: {psi: {max: 0.1}, ks_p: {min: 0.05}}, plan: {js: {max: 0.1}}}'
  expect(await run(options, lines(REFERENCE), asTsv)).toEqual(await run(options, REFERENCE, MOVED))
})

test('both files are in the report, with their digests', async () => {
  const { models } = await report('features: {x: {psi: {max: 0.1}}}', REFERENCE, SAME)
  expect(models[0]?.evidence.map(({ kind, path, format, sha256 }) => [kind, path, format, sha256.length])).toEqual([
    ['drift-current', 'cur.csv', 'csv', 64],
    ['drift-reference', 'ref.csv', 'csv', 64],
  ])
})

describe('mistakes', () => {
  test.each([
    ['{reference: a.csv, features: {x: {psi: {max: 0.1}}}}', /Add `current`/],
    ['{current: a.csv, features: {x: {psi: {max: 0.1}}}}', /Add `reference`/],
    ['{reference: a.csv, current: a.csv, features: {x: {psi: {max: 0.1}}}}', /same table/],
    ['{reference: a.csv, current: {path: a.csv, format: csv}, max-share: 0.3}', /same table/],
    ['{reference: a.csv, current: b.csv}', /drift demands nothing/],
    ['{reference: a.csv, current: b.csv, max-share: 0.3, bins: 1}', /`bins` is 1\. Write a whole number from 2/],
    ['{reference: a.csv, current: b.csv, max-share: 0.3, bins: sturges}', /`bins` is sturges/],
    ['{reference: a.csv, current: b.csv, dataset: stable}', /`dataset` asks for what a report says/],
    ['{reference: a.csv, current: b.csv, features: {x: stable}}', /`x: stable` asks for what a report says/],
    ['{reference: a.csv, current: b.csv, features: {x: {hellinger: {max: 0.1}}}}', /not computed from tables/],
    ['{max-share: 0.3, bins: 5}', /`bins` is about two tables/],
    ['{max-share: 0.3, except: [id]}', /`except` is about two tables/],
    ['{features: {"*": {psi: {max: 0.1}}}}', /`\*` is about two tables/],
    ['{features: {x: {missing_rise: {max: 0.1}}}}', /`missing_rise` is about two tables/],
  ])('%s', (drift, said) => {
    const policy = parsed(`drift: ${drift}`, 'p.yaml')
    const found = policy.ok ? [] : policy.problems.map(({ message }) => english(message))
    expect(found.filter((it) => said.test(it))).toHaveLength(1)
  })
})

test('columns that only the current table has are a note', async () => {
  const more = { ...SAME, region: SAME.plan, id: SAME.plan }
  const { notes } = await report('max-share: 0.5, except: [id]', REFERENCE, more)
  expect(notes.map(english)).toEqual([
    'cur.csv has columns that ref.csv lacks, so they are compared with nothing: region.',
  ])
  expect((await report('features: {x: {psi: {max: 0.1}}}', REFERENCE, more)).notes).toEqual([])
})

test('the current table has to be young under max-age, the reference has not', async () => {
  const files = { 'ref.csv': csv(REFERENCE), 'cur.csv': csv(SAME) }
  const policy =
    'evidence: {max-age: 7d}\ndrift: {reference: ref.csv, current: cur.csv, features: {x: {psi: {max: 0.1}}}}'
  const judged = (old: string) =>
    judgeFiles(policy, files, {
      before: (folder) => {
        for (const name of Object.keys(files)) {
          const days = name === old ? 30 : 1
          utimesSync(join(folder.root, name), NOW / 1000, NOW / 1000 - days * 86_400)
        }
      },
    })
  expect(saidOf(await judged('ref.csv'), 'evidence')).toEqual([
    expect.stringMatching(/^evidence\/age\/drift-current pass/),
  ])
  expect(saidOf(await judged('cur.csv'), 'evidence')).toEqual([
    expect.stringMatching(/^evidence\/age\/drift-current error/),
  ])
})

describe('what looks like no drift because nothing was compared', () => {
  const lines = async (options: string, reference: Columns | string, current: Columns | string) =>
    saidOf(await report(options, reference, current), 'drift').join('\n')
  const table = { a: normal(300, 0, 1), b: repeat(300, (i) => String(i % 3)) }

  test.each([
    ['with another end of file', (text: string) => `${text}\n`],
    [
      'in another order',
      (text: string) => [text.split('\n')[0], ...text.trim().split('\n').slice(1).reverse()].join('\n'),
    ],
    [
      'with another column',
      (text: string) =>
        text
          .trim()
          .split('\n')
          .map((line, i) => `${line},${i}`)
          .join('\n'),
    ],
  ])('the same table %s is an error', async (_name, change) => {
    const text = csv(table)
    expect(await lines('max-share: 0.3', text, change(text))).toMatch(/error.*have the same content/)
  })

  test('columns that happen to have the same few values are compared', async () => {
    const reference = { b: repeat(300, (i) => String(i % 3)), c: normal(300, 0, 1) }
    expect(await lines('features: {b: {psi: {max: 0.1}}}', reference, { ...reference, c: normal(300, 0, 2) })).toMatch(
      /pass/,
    )
  })

  test('a table without any of the columns is missing, one of texts for numbers an error', async () => {
    expect(await lines('max-share: 0.3', { a: table.a }, { A: table.a })).toMatch(/^drift\/max-share missing: .*A/)
    expect(await lines('max-share: 0.3', { a: table.a }, { a: repeat(300, () => 'x') })).toMatch(/error/)
  })

  test.each(['wasserstein', 'psi', 'js'])('of values whose distance is no double %s has no value', async (method) => {
    const huge = (sign: number) => ({ a: normal(300, 9, 1).map((it) => `${sign * Number.parseFloat(it)}e307`) })
    const options = `bins: evidently, features: {a: {${method}: {max: 0.1}}}`
    expect(await lines(options, huge(1), huge(-1))).toMatch(/error/)
  })
})
