import { mkdirSync, utimesSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { type Judged, judgeFiles, NOW, saidOf } from '../support/judged.js'

const HEAD = '4f2a91c0d3b8e5f60718293a4b5c6d7e8f901234'
const MERGE = '99aa91c0d3b8e5f60718293a4b5c6d7e8f901234'
const FILES = 'metrics: m.json, groups: g.json, model-card: C.md, baseline: b.json'
const GATES = `performance: {f1: {min: 0.8, max-drop: 0.1}}
fairness: {metric: f1, by: s, gap: "< 0.2"}
documentation: {require: [limitations]}`

/** Files of which each states the given keys beside what the gates ask for. */
function filesWith(of: Readonly<Record<string, Readonly<Record<string, string | number>>>>) {
  const json = (name: string, rest: object) => JSON.stringify({ ...rest, ...of[name] })
  const front = Object.entries(of.card ?? {}).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
  return {
    'm.json': json('metrics', { f1: 0.9 }),
    'b.json': json('baseline', { f1: 0.9 }),
    'g.json': json('groups', { s: { a: { f1: 0.9 }, b: { f1: 0.9 } } }),
    'C.md': `---\nname: churn\n${front.join('')}---\n# Limitations\nEnglish only.\n`,
  }
}

async function run(asked: string, of: Parameters<typeof filesWith>[0], more: Judged = {}) {
  const report = await judgeFiles(`evidence: {${FILES}, ${asked}}\n${GATES}`, filesWith(of), more)
  return { verdict: report.verdict, said: saidOf(report, 'evidence') }
}

describe('commit', () => {
  const subject = { commit: HEAD, merge_commit: MERGE, pull_request: 7 }
  const bind = 'bind: {commit: {metrics: git_commit, model-card: revision}}'

  test.each([
    ['the head', HEAD, HEAD, 'pass'],
    ['the merge commit that is checked out', MERGE, MERGE, 'pass'],
    ['short, and in capitals', HEAD.slice(0, 7).toUpperCase(), HEAD.slice(0, 12), 'pass'],
    ['too short', HEAD.slice(0, 6), HEAD, 'error'],
    ['another commit', HEAD, `${HEAD.slice(0, 39)}5`, 'error'],
    ['longer than the commit', HEAD, `${HEAD}0`, 'error'],
    ['no commit at all', 'main', HEAD, 'error'],
  ])('%s', async (_, metrics, card, verdict) => {
    const result = await run(bind, { metrics: { git_commit: metrics }, card: { revision: card } }, { subject })
    expect(result.verdict).toBe(verdict)
    expect(result.said[0]).toMatch(new RegExp(`^evidence/bind/commit ${verdict}: `))
  })

  test('names every file that is of another commit, and the judged ones', async () => {
    const other = 'c'.repeat(40)
    const { said } = await run(bind, { metrics: { git_commit: other }, card: { revision: other } }, { subject })
    expect(said[0]).toBe(
      `evidence/bind/commit error: Not of the judged commit: m.json:1 (${other}), C.md:3 (${other}). Judged: ${HEAD}, ${MERGE}. Have the job run on this commit, so that its results are the ones that are judged.`,
    )
  })

  test('where no commit is known, files have to agree', async () => {
    const agreed = await run(bind, { metrics: { git_commit: HEAD.slice(0, 8) }, card: { revision: HEAD } })
    expect(agreed.said[0]).toMatch(/^evidence\/bind\/commit pass: All of one commit: .* is not known here\.$/)
    const apart = await run(bind, { metrics: { git_commit: HEAD }, card: { revision: MERGE } })
    expect(apart.verdict).toBe('error')
    expect(apart.said[0]).toContain(`m.json:1 (${HEAD}), C.md:3 (${MERGE})`)
  })

  test('one selector is for every file but the baseline, and each has to state it', async () => {
    const stated = { git_commit: HEAD }
    const all = { metrics: stated, groups: stated, card: stated }
    expect((await run('bind: {commit: git_commit}', all, { subject })).verdict).toBe('pass')
    const { verdict, said } = await run('bind: {commit: git_commit}', { ...all, groups: {} }, { subject })
    expect(verdict).toBe('error')
    expect(said[0]).toMatch(/^evidence\/bind\/commit error: g\.json does not state git_commit/)
  })

  test('a digit-only commit is a commit', async () => {
    const digits = await run(
      'bind: {commit: {metrics: c}}',
      { metrics: { c: 1234567 } },
      { subject: { commit: `1234567${'0'.repeat(33)}` } },
    )
    expect(digits.verdict).toBe('pass')
  })
})

describe('model and data', () => {
  const bind = 'bind: {model: {metrics: sha, groups: sha}, data: {metrics: data/version, baseline: data/version}}'
  const data = (version: string | number) => JSON.parse(JSON.stringify({ data: { version } }))

  test('are one', async () => {
    const { verdict, said } = await run(bind, {
      metrics: { sha: 'ab12', ...data(3) },
      groups: { sha: 'ab12' },
      baseline: data('3'),
    })
    expect(verdict).toBe('pass')
    expect(said).toEqual([
      'evidence/bind/data pass: The same data everywhere: m.json:1 (3), b.json:1 (3).',
      'evidence/bind/model pass: The same model everywhere: m.json:1 (ab12), g.json:1 (ab12).',
    ])
  })

  test('differ: every file, place and value; and data of the baseline are not comparable', async () => {
    const { verdict, said } = await run(bind, {
      metrics: { sha: 'ab12', ...data('3.0') },
      groups: { sha: 'ab13' },
      baseline: data('3'),
    })
    expect(verdict).toBe('error')
    expect(said).toEqual([
      'evidence/bind/data error: Not comparable: the metrics and the baseline are of different data: m.json:1 (3.0), b.json:1 (3). Measure both on the same data.',
      'evidence/bind/model error: The files are not of one model: m.json:1 (ab12), g.json:1 (ab13). Have one job write them all.',
    ])
  })

  test('a baseline whose metrics are of another version is not comparable, under one selector too', async () => {
    const others = { groups: { version: 2 }, card: { version: 2 } }
    const of = (baseline: number) => ({ ...others, metrics: { version: 2 }, baseline: { version: baseline } })
    const two = await run('bind: {metric-version: {metrics: version, baseline: version}}', of(1))
    expect(two).toEqual({
      verdict: 'error',
      said: [
        'evidence/bind/metric-version error: Not comparable: the metrics and the baseline are of different metric-version: m.json:1 (2), b.json:1 (1). Compute both by the same definition.',
      ],
    })
    const all = await run('bind: {metric-version: version}', of(1))
    expect(all.said[0]).toMatch(/^evidence\/bind\/metric-version error: Not comparable: .* b\.json:1 \(1\)/)
    expect((await run('bind: {metric-version: version}', of(2))).verdict).toBe('pass')
  })

  test.each([
    ['a map', data('1'), /data is no text and no number \(m\.json:1\)/],
    ['nothing', {}, /m\.json does not state data/],
    ['an empty text', { data: ' ' }, /data is no text and no number/],
  ])('%s is no statement', async (_, metrics, said) => {
    const result = await run('bind: {data: {metrics: data, groups: data}}', { metrics, groups: { data: 'v1' } })
    expect(result.verdict).toBe('error')
    expect(result.said[0]).toMatch(said)
  })

  test('one file alone is not compared, and that is never a pass', async () => {
    const { verdict, said } = await run('bind: {model: {metrics: sha}}', { metrics: { sha: 'ab12' } })
    expect(verdict).toBe('fail')
    expect(said[0]).toMatch(/^evidence\/bind\/model missing: Nothing to compare: only m\.json:1 \(ab12\)/)
  })

  test('a kind that is bound but not there is missing; one that no gate asks for is read', async () => {
    const policy = (files: string) =>
      `evidence: {metrics: m.json, ${files}bind: {data: {metrics: v, drift: v}}}\nperformance: {f1: {min: 0.8}}`
    const files = { 'm.json': '{"f1": 0.9, "v": "1"}', 'd.json': '{"v": "2"}' }
    expect(saidOf(await judgeFiles(policy(''), files), 'evidence')[0]).toMatch(/missing: No drift file is named/)
    expect(saidOf(await judgeFiles(policy('drift: d.json, '), files), 'evidence')[0]).toMatch(
      /error: .*d\.json:1 \(2\)/,
    )
  })
})

describe('age', () => {
  const created = (at: string | number) => ({ metrics: { at } })
  const asked = 'max-age: 7d, bind: {created: {metrics: at}}'
  const metricsOf = ({ said }: { said: readonly string[] }) => said.find((line) => line.includes('age/metrics')) ?? ''
  const seconds = NOW / 1000

  test.each([
    ['2026-11-18T12:00:00Z', 'pass', /7d old, at most 7d \(as stated in m\.json:1/],
    ['2026-11-18T11:59:59Z', 'error', /Too old: 7d, at most 7d/],
    ['2026-11-18T20:59:59.123456+09:00', 'error', /Too old/],
    ['2026-11-18 21:30:00+0900', 'pass', /6d 23h old/],
    ['2026-11-20', 'pass', /5d 12h old/],
    [seconds - 3600, 'pass', /1h old/],
    [`${seconds - 8 * 86_400}.25`, 'error', /Too old: 7d 23h|Too old: 8d/],
    [NOW - 60_000, 'pass', /1m old/],
    ['2026-11-25T12:09:00Z', 'pass', /0m old/],
    ['2026-11-25T12:11:00Z', 'error', /lies in the future/],
    ['2026-11-26T01:00:00', 'pass', /0m old/],
    ['2026-11-26T03:00:00', 'error', /lies in the future/],
    ['yesterday', 'error', /is no moment/],
    ['2026-02-30', 'error', /is no moment/],
    ['2026-11-25T25:00:00Z', 'error', /is no moment/],
    [20_261_125, 'error', /is no moment/],
    [1e15, 'error', /is no moment/],
  ])('created %j: %s', async (at, outcome, said) => {
    const line = metricsOf(await run(asked, created(at), { before: young }))
    expect(line).toMatch(new RegExp(`^evidence/age/metrics ${outcome}: `))
    expect(line).toMatch(said)
  })

  /** Sets the files' times of modification to shortly before they are judged. */
  function young({ root }: { root: string }, at = NOW - 60_000) {
    for (const name of ['m.json', 'g.json', 'b.json', 'C.md']) utimesSync(`${root}/${name}`, at / 1000, at / 1000)
  }

  test('where nothing is stated the time of modification counts, but not that of the card and the baseline', async () => {
    const { verdict, said } = await run('max-age: 12h', {}, { before: young })
    expect(verdict).toBe('pass')
    expect(said).toEqual([
      'evidence/age/groups pass: 1m old, at most 12h (g.json, by its time of modification).',
      'evidence/age/metrics pass: 1m old, at most 12h (m.json, by its time of modification).',
    ])
    const old = await run('max-age: 12h', {}, { before: (folder) => young(folder, NOW - 13 * 3_600_000) })
    expect(old.verdict).toBe('error')
    expect(old.said[1]).toMatch(/Too old: 13h, at most 12h \(m\.json, by its time of modification\)/)
    const ahead = await run('max-age: 12h', {}, { before: (folder) => young(folder, NOW + 3_600_000) })
    expect(ahead.said[1]).toMatch(/m\.json lies in the future/)
  })

  test('the oldest file of a kind decides, and of a folder the oldest file that was read', async () => {
    const policy = 'evidence: {metrics: "*.json", max-age: 1d}\nperformance: {f1: {min: 0.8}}'
    const before = ({ root }: { root: string }) => {
      utimesSync(`${root}/a.json`, NOW / 1000, NOW / 1000)
      utimesSync(`${root}/b.json`, NOW / 1000 - 90_000, NOW / 1000 - 90_000)
    }
    const report = await judgeFiles(policy, { 'a.json': '{"f1": 0.9}', 'b.json': '{"x": 1}' }, { before })
    expect(saidOf(report, 'evidence')).toEqual([
      'evidence/age/metrics error: Too old: 1d 1h, at most 1d (b.json, by its time of modification). Have the job run again.',
    ])
    const folder = 'evidence: {metrics: dvclive, max-age: 1d}\nperformance: {f1: {min: 0.8}}'
    const live = await judgeFiles(
      folder,
      { 'dvclive/metrics.json': '{"f1": 0.9}' },
      {
        before: ({ root }) => {
          mkdirSync(`${root}/dvclive/plots`)
          utimesSync(`${root}/dvclive/metrics.json`, NOW / 1000 - 90_000, NOW / 1000 - 90_000)
        },
      },
    )
    expect(saidOf(live, 'evidence')[0]).toMatch(/^evidence\/age\/metrics error: Too old: 1d 1h/)
  })

  test('without a limit the age is shown; what is too old cannot be waived', async () => {
    const { said } = await run('bind: {created: {metrics: at}}', created('2026-01-01'))
    expect(said).toEqual(['evidence/age/metrics pass: 328d 12h old (as stated in m.json:1 (2026-01-01)).'])
    const waiver = '[{check: evidence/age/metrics, reason: r, owner: "@lee", approved-by: "@kim", expires: 2026-12-31}]'
    const policy = `evidence: {metrics: m.json, max-age: 7d, bind: {created: at}}\nperformance: {f1: {min: 0.8}}\nwaivers: ${waiver}`
    expect((await judgeFiles(policy, filesWith(created('2026-01-01')))).verdict).toBe('error')
  })
})

test('the block is there only where it is asked for', async () => {
  const report = await judgeFiles('evidence: {metrics: m.json}\nperformance: {f1: {min: 0.8}}', filesWith({}))
  expect(report.models[0]?.gates.map(({ id }) => id)).toEqual(['performance'])
})

test.each([
  ['max-age: 7', /max-age is 7\. Expected: text/],
  ['max-age: 7 days', /max-age is "7 days"\. Write a whole number/],
  ['max-age: 0d', /max-age is "0d"/],
  ['bind: {}', /evidence\/bind demands nothing/],
  ['bind: {comit: x}', /Did you mean commit\?/],
  ['bind: {commit: {metric: x}}', /Did you mean metrics\?/],
])('evidence: {%s} is a mistake', async (asked, said) => {
  const report = await judgeFiles(`evidence: {metrics: m.json, ${asked}}\nperformance: {f1: {min: 0.8}}`, {})
  expect(saidOf(report, 'evidence')).toEqual([expect.stringMatching(said)])
})
