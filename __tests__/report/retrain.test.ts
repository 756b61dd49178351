import { expect, test } from '@jest/globals'
import { retrainOf } from '../../src/report/retrain.js'
import { judgeFiles } from '../support/judged.js'

const POLICY = 'evidence: {drift: d.json, metrics: m.json}\n'
const GATE = `${POLICY}drift: {max-share: 0.3, features: {a: {psi: {max: 0.1}}}}\n`
const drift = (share: number, psi: number) => ({ 'd.json': JSON.stringify({ share, features: { a: { psi } } }) })
const BOUND = 'evidence: {drift: d.json, metrics: m.json, bind: {model: model}}\nperformance: {f1: {min: 0.1}}\n'
const ofModel = (model: string) => ({
  'd.json': JSON.stringify({ share: 0.5, model }),
  'm.json': '{"f1": 0.9, "model": "churn"}',
})
const WAIVER = `waivers: [{check: drift/max-share, reason: r, owner: "@a", approved-by: "@b", expires: 2027-01-31}]\n`

test.each([
  ['a failed check', GATE, drift(0.5, 0.05), true],
  ['a failed check that only warns', `${GATE}enforcement: {drift: warn}\n`, drift(0.5, 0.05), true],
  ['a failed check that is only observed', `${GATE}enforcement: {drift: observe}\n`, drift(0.1, 0.5), true],
  ['a failed check beside an error', GATE, { 'd.json': '{"share": 0.5, "features": {"a": {"psi": -1}}}' }, true],
  ['checks that all passed', GATE, drift(0.1, 0.05), false],
  ['a pass beside an error', GATE, { 'd.json': '{"share": 0.1, "features": {"a": {"psi": NaN}}}' }, undefined],
  ['a pass beside a missing value', GATE, { 'd.json': '{"share": 0.1, "features": {"a": {"ks": 0}}}' }, undefined],
  ['an undecided check', `${POLICY}drift: {max-share: 0.3, min-features: 9}`, drift(0.1, 0), undefined],
  ['a waived failure', GATE + WAIVER, drift(0.5, 0.05), undefined],
  ['a failure of another model', `${BOUND}drift: {max-share: 0.3}\n`, ofModel('other'), undefined],
  ['a failure of the same model', `${BOUND}drift: {max-share: 0.3}\n`, ofModel('churn'), true],
  ['a pass of another model', `${BOUND}drift: {max-share: 0.9}\n`, ofModel('other'), undefined],
  ['no report', GATE, {}, undefined],
  ['an unreadable report', GATE, { 'd.json': '{' }, undefined],
  ['no drift in the policy', `${POLICY}performance: {f1: {min: 0.9}}`, { 'm.json': '{"f1": 0.1}' }, undefined],
  ['a policy that is none', 'drift: {max-share: 3}', drift(0.1, 0), undefined],
])('%s', async (_name, policy, files: Readonly<Record<string, string>>, expected) => {
  expect(retrainOf(await judgeFiles(policy, files))).toBe(expected)
})
