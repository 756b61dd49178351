import { describe, expect, test } from '@jest/globals'
import { readContent } from '../../../src/evidence/formats/choose.js'
import type { Role } from '../../../src/evidence/kinds.js'
import { lookUpMetric } from '../../../src/evidence/select.js'
import { english } from '../../support/evidence.js'
import { opened } from '../../support/opened.js'

/** Quirks of real files that a naive reader takes for something else. */
async function ask(
  text: string | Uint8Array,
  selector: string,
  asked: { path?: string; role?: Role; format?: string } = {},
) {
  const { path = 'x.json', role = 'metrics', format } = asked
  const read = await readContent(opened(text), { path, role }, format)
  if (!read.ok) return `refused: ${read.problems.map(({ message }) => english(message)).join('; ')}`
  const found = lookUpMetric([{ path, content: read.value.content }], selector)
  if (found.kind !== 'found') return found.kind
  return found.value.kind === 'refused'
    ? `refused: ${english(found.value.why)}`
    : 'text' in found.value
      ? found.value.text
      : '…'
}

const LM_EVAL = {
  results: { gsm8k: { 'exact_match,strict': 0.81, 'exact_match_stderr,strict': 0.01, 'acc,a': 0.4, 'acc,b': 0.5 } },
  versions: { gsm8k: 3 },
}
const EVIDENTLY = {
  metrics: [
    {
      metric: 'DatasetDriftMetric',
      result: { drift_share: 0.5, number_of_columns: 13, number_of_drifted_columns: 3, share_of_drifted_columns: 0.23 },
    },
  ],
}
const PROMPTFOO = {
  evalId: 'e',
  results: {
    stats: { successes: 3, failures: 1, errors: 1 },
    prompts: [
      {
        label: 'p',
        provider: 'echo',
        metrics: {
          score: 17.5,
          testPassCount: 3,
          testFailCount: 1,
          testErrorCount: 1,
          namedScores: { kind: 4 },
          namedScoresCount: { kind: 8 },
        },
      },
    ],
  },
}
const K6 = {
  metrics: {
    http_req_failed: { type: 'rate', values: { rate: 0.397, passes: 349, fails: 529 } },
    http_reqs: { type: 'counter', values: { count: 878, rate: 87 } },
    http_req_duration: { type: 'trend', values: { 'p(95)': 30.02 } },
    iteration_duration: { type: 'trend', values: {} },
  },
  root_group: {},
}

describe('a value is not what its name says', () => {
  test.each<[string, unknown, string, string | RegExp]>([
    ["Evidently's drift_share", EVIDENTLY, 'drift_share', /limit that was set for the report.*Use share/],
    ['and its share', EVIDENTLY, 'share', '0.23'],
    ["promptfoo's score", PROMPTFOO, 'prompts/0/score', /a sum over tests.*Use score_mean/],
    ['and its mean', PROMPTFOO, 'prompts/0/score_mean', '3.5'],
    ['a named score', PROMPTFOO, 'prompts/0/scores/kind', '0.5'],
    ['errors count against the pass rate', PROMPTFOO, 'pass_rate', '0.6'],
    ["k6's passes", K6, 'http_req_failed/passes', /despite its name it counts failed/],
    ['and the rate', K6, 'error_rate', '0.39749430523917995'],
    [
      "a metric of the harness's placeholder",
      { ...LM_EVAL, results: { t: { 'bypass,none': 999 } } },
      't/bypass',
      /wrote 999/,
    ],
    ['a limited run', { ...LM_EVAL, config: { limit: 10 } }, 'gsm8k/exact_match', /part of the data only \(limit=10\)/],
    [
      'Clarify with an error',
      {
        post_training_bias_metrics: {
          facets: {
            sex: [{ value_or_threshold: '1', metrics: [{ name: 'CDDPL', value: null, error: 'no group variable' }] }],
          },
        },
      },
      'post_training/sex/1/CDDPL',
      /no group variable/,
    ],
    ['what the file says as plain JSON is there on demand', PROMPTFOO, 'pass_rate', '0.6'],
  ])('%s', async (_, file, selector, expected) => {
    const found = await ask(JSON.stringify(file), selector)
    if (typeof expected === 'string') expect(found).toBe(expected)
    else expect(found).toMatch(expected)
  })

  test('a plain syntax reads the keys of the file alone', async () => {
    expect(await ask(JSON.stringify(EVIDENTLY), 'metrics/0/result/drift_share', { format: 'json' })).toBe('0.5')
    expect(await ask(JSON.stringify(EVIDENTLY), 'share', { format: 'json' })).toBe('absent')
  })
})

describe('names', () => {
  test('with a comma: whole, short where one filter was used, never where two were', async () => {
    const text = JSON.stringify(LM_EVAL)
    expect(await ask(text, 'gsm8k/exact_match,strict')).toBe('0.81')
    expect(await ask(text, 'gsm8k/exact_match')).toBe('0.81')
    expect(await ask(text, 'gsm8k/exact_match_stderr')).toBe('0.01')
    expect(await ask(text, 'results/gsm8k/acc,b')).toBe('0.5')
    expect(await ask(text, 'gsm8k/acc')).toBe('absent')
  })

  test('of classes that look like integers keep their own values', async () => {
    const row = (recall: number) => ({ precision: 1, recall, 'f1-score': 1, support: 1 })
    const report = `{"10": ${JSON.stringify(row(0.1))}, "2": ${JSON.stringify(row(0.2))}, "macro avg": ${JSON.stringify(row(0.15))}, "weighted avg": ${JSON.stringify(row(0.15))}}`
    expect(await ask(report, '10/recall')).toBe('0.1')
    expect(await ask(report, '2/recall')).toBe('0.2')
    expect(await ask(report, 'macro avg/f1-score')).toBe('1')
    expect(await ask(report, 'macro avg.recall')).toBe('0.15')
  })

  test('of the language itself are names like any other', async () => {
    const text =
      '{"evalId": 1, "results": {"stats": {"successes": 1, "failures": 0, "errors": 0}, "prompts": [{"metrics": {"testPassCount": 1, "testFailCount": 0, "testErrorCount": 0, "namedScores": {"__proto__": 1, "constructor": 2}}}]}}'
    expect(await ask(text, 'prompts/0/scores/constructor')).toMatch(/a sum over tests/)
    expect(await ask(text, 'prompts/0/scores/toString')).toBe('absent')
  })
})

describe('numbers that are none', () => {
  test.each([
    ['{"f1": NaN}', 'NaN'],
    ['{"f1": Infinity}', 'Infinity'],
    ['{"f1": "N/A"}', 'N/A'],
    ['{"f1": "0.9"}', '0.9'],
    ['{"f1": "91.2%"}', '91.2%'],
  ])('%s stays what it is', async (text, expected) => {
    expect(await ask(text, 'f1')).toBe(expected)
  })

  test('the text of a number counts only in formats that write numbers so', async () => {
    const card = (value: string) =>
      JSON.stringify({ model_details: {}, quantitative_analysis: { performance_metrics: [{ type: 'f1', value }] } })
    const kindOf = async (text: string) => {
      const read = await readContent(opened(text), { path: 'card.json', role: 'metrics' })
      const found = read.ok && lookUpMetric([{ path: 'card.json', content: read.value.content }], 'f1')
      return found && found.kind === 'found' ? found.value.kind : 'none'
    }
    expect(await kindOf(card('0.97'))).toBe('number')
    expect(await kindOf(card('0.97 or so'))).toBe('text')
    expect(await kindOf(card('97%'))).toBe('text')
    expect(await kindOf('{"f1": "0.97"}')).toBe('text')
  })
})

describe('text files', () => {
  const LOG = 'epoch,step,train_loss,val_loss\r\n0,1,0.7,\r\n0,1,,0.6\r\n1,2,0.5,\r\n1,2,,0.4\r\n2,3,0.3,\r\n'

  test('CRLF, a byte order mark and empty cells of a training log', async () => {
    expect(await ask(`\ufeff${LOG}`, 'val_loss', { path: 'metrics.csv' })).toBe('0.4')
    expect(await ask(LOG, 'train_loss', { path: 'metrics.csv' })).toBe('0.3')
    expect(await ask(LOG, 'rows/1/val_loss', { path: 'metrics.csv' })).toBe('0.6')
  })

  test('a log that another training was appended to says where it starts over, and is read by its rows', async () => {
    const log = 'epoch,accuracy,val_accuracy\n0,0.36,0.6\n1,0.41,0.61\n0,0.34,0.58\n1,0.5,0.62\n'
    const asked = { path: 'training_log.csv' }
    expect(await ask(log, 'val_accuracy', asked)).toMatch(
      /^refused: `epoch` goes back in training_log\.csv:4: .*several trainings.*rows\/3\//,
    )
    expect(await ask(log, 'rows/3/val_accuracy', asked)).toBe('0.62')
    expect(await ask(log, '3/val_accuracy', { ...asked, format: 'csv' })).toBe('0.62')
    const grid = 'epoch,lr,accuracy\n10,0.1,0.7\n20,0.1,0.8\n10,0.2,0.6\n'
    expect(await ask(grid, '2/accuracy', asked)).toBe('0.6')
    const folds = 'fold,epoch,accuracy\n1,0,0.7\n1,1,0.8\n2,0,0.6\n'
    expect(await ask(folds, '2/accuracy', asked)).toBe('0.6')
    const steps = 'epoch,step,val_loss\n0,1,0.5\n1,2,0.4\n0,3,0.3\n'
    expect(await ask(steps, 'val_loss', asked)).toBe('0.3')
  })

  test.each([
    ['masks', 'M', '90', '0.9'],
    ['poses', 'P', '90', '0.9'],
  ])('of an Ultralytics log the best row is that of boxes and %s together', async (_, found, epoch, value) => {
    const names = ['B', found].flatMap((it) => [`metrics/mAP50(${it})`, `metrics/mAP50-95(${it})`])
    const log = `epoch,${names}\n77,0.9,0.99,0.9,0.5\n90,0.9,0.95,0.9,0.9\n100,0.9,0.97,0.9,0.8\n`
    expect(await ask(log, 'best/epoch', { path: 'results.csv' })).toBe(epoch)
    expect(await ask(log, `best/metrics/mAP50-95(${found})`, { path: 'results.csv' })).toBe(value)
    const gap = log.replace('90,0.9,0.95,0.9,0.9', '90,0.9,0.95,0.9,nan')
    expect(await ask(gap, 'best/epoch', { path: 'results.csv' })).toBe('100')
  })

  test('the best row of an Ultralytics log is known only where its versions agree and no other is as good', async () => {
    const asked = { path: 'results.csv' }
    const rows = '1,9,0.9,0.5,0.1\n2,18,0.5,0.52,0.1\n3,27,0.4,0.4,0.1\n'
    const log = `epoch,time,metrics/mAP50(B),metrics/mAP50-95(B),lr\n${rows}`
    // 0.1 · mAP50 + 0.9 · mAP50-95 is highest in the first row, mAP50-95 alone in the second.
    expect(await ask(log, 'best/epoch', asked)).toMatch(
      /^refused: which epoch .*results\.csv:2, results\.csv:3.*Validate/,
    )
    expect(await ask(log, 'best/lr', asked)).toBe('0.1')
    expect(await ask(log.replace('time', 'x'), 'best/epoch', asked)).toBe('1')
    const equal = `epoch,metrics/recall(B),metrics/mAP50(B),metrics/mAP50-95(B)\n1,0.7,0.9,0.8\n2,0.6,0.9,0.8\n3,0.5,0.9,0.7\n`
    expect(await ask(equal, 'best/metrics/mAP50-95(B)', asked)).toBe('0.8')
    expect(await ask(equal, 'best/metrics/recall(B)', asked)).toMatch(/^refused: which epoch/)
  })

  test('CRLF and a byte order mark in a card', async () => {
    const card =
      '---\nmodel-index:\n- name: m\n  results:\n  - task: {type: t}\n    dataset: {type: d, name: D}\n    metrics:\n    - {type: wer, value: 32.01}\n    - {type: acc, value: 20.0 ± 1.2}\n---\n# m\n'
    for (const text of [card, card.replaceAll('\n', '\r\n'), `\ufeff${card}`]) {
      expect(await ask(text, 'wer', { path: 'README.md' })).toBe('32.01')
      expect(await ask(text, 'acc', { path: 'README.md' })).toBe('20.0 ± 1.2')
    }
  })

  test('two rows of one group, and two sensitive features in one key', async () => {
    const twice = 'attribute_name,attribute_value,fpr,fnr\nsex,F,0.1,0.2\nsex,F,0.3,0.2\n'
    expect(await ask(twice, 'sex/F/fpr', { path: 'g.csv', role: 'groups' })).toMatch(/Two rows are of the same group/)
    const tuples = `{"accuracy": {"('large', 'F')": 0.9, "('small, x', \\"M\\")": 0.8}}`
    expect(await ask(tuples, 'intersection/large, F/accuracy', { role: 'groups' })).toBe('0.9')
    expect(await ask(tuples, 'intersection/small, x, M/accuracy', { role: 'groups' })).toBe('0.8')
  })

  test('per cent and fraction are left as they are', async () => {
    expect(
      await ask('{"eval_loss": 1, "eval_wer": 32.01, "eval_runtime": 1, "eval_samples_per_second": 1}', 'wer'),
    ).toBe('32.01')
    expect(
      await ask('{"eval_loss": 1, "eval_wer": 0.745, "eval_runtime": 1, "eval_samples_per_second": 1}', 'wer'),
    ).toBe('0.745')
  })
})

describe('which format', () => {
  test('a file that a format does not fit says so, and what it should look like', async () => {
    expect(await ask('{"f1": 0.9}', 'f1', { format: 'k6' })).toMatch(/This is not k6 summary: expected \{"metrics"/)
    expect(await ask('{"f1": 0.9}', 'f1', { format: 'wrk' })).toMatch(/This is not wrk report/)
    expect(await ask('{"f1": 0.9}', 'f1', { format: 'numpy' })).toMatch(/This is not NumPy arrays/)
  })

  test('a file that is read for something else says for what', async () => {
    expect(await ask(JSON.stringify(K6), 'error_rate', { role: 'groups' })).toMatch(
      /This is k6 summary, which is read as load-test, not as groups/,
    )
  })

  test('a file that two formats claim is an error that names both', async () => {
    const both = { ...PROMPTFOO, metricsScores: [], testCases: [] }
    expect(await ask(JSON.stringify(both), 'pass_rate')).toMatch(
      /any of .*deepeval.*promptfoo.*Name the right one as `format`/,
    )
    expect(await ask(JSON.stringify(both), 'pass_rate', { format: 'promptfoo' })).toBe('0.6')
  })

  test('a summary of Weights & Biases of a run of the Trainer is a summary', async () => {
    const summary = {
      ...{
        train_runtime: 1054,
        train_samples_per_second: 32.499,
        train_loss: 0.8,
        'train/loss': 0.1,
        'eval/loss': 3.06,
      },
      ...{ _step: 180, _runtime: 1054, _timestamp: 1779373326.4 },
    }
    for (const file of [summary, { ...summary, _wandb: { runtime: 1054 } }]) {
      expect(await ask(JSON.stringify(file), 'eval/loss')).toBe('3.06')
      expect(await ask(JSON.stringify(file), 'loss')).toBe('absent')
    }
  })

  test('a file of no known kind lists what was tried', async () => {
    expect(await ask('so it goes', 'f1', { path: 'notes' })).toMatch(/none of json, toml, yaml, csv/)
  })
})
