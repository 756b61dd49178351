// Answers questions about src/stats from the compiler's output: a JSON list of [function, ...arguments] on standard input,
// a JSON list of answers on standard output, in which what is undefined is null and what is infinite is its name.
import { readFileSync } from 'node:fs'

const stats = (name) => import(new URL(`../../../build/src/stats/${name}.js`, import.meta.url))
const { aucOf, pairedAuc, pairedAucInterval } = await stats('auc')
const { aucInterval, hanleyMcNeilError } = await stats('auc-interval')
const { differenceOf, intervalOf } = await stats('basis')
const { binomialCdf, betaQuantile, incompleteBeta } = await stats('beta')
const { percentileInterval } = await stats('bootstrap')
const { detectable } = await stats('detectable')
const { newcombe, newcombePaired } = await stats('difference')
const { hellinger, jensenShannon, kullbackLeibler, psi } = await stats('distance')
const { f1Wilson } = await stats('f1')
const { toDouble } = await stats('fraction')
const { chiSquaredTail, logGamma } = await stats('gamma')
const { chiSquaredDrift, chiSquaredQuantile, chiSquaredTest } = await stats('goodness')
const groups = await stats('groups')
const { kolmogorovSmirnov } = await stats('kolmogorov')
const { mannWhitney } = await stats('mann-whitney')
const { mcnemar } = await stats('mcnemar')
const { benjaminiHochberg, holm } = await stats('multiplicity')
const { normalCdf, normalQuantile } = await stats('normal')
const { clopperPearson, wilson } = await stats('proportion')
const { katz, koopman } = await stats('ratio')
const { wasserstein } = await stats('wasserstein')

const ends = (interval) => interval && [interval.low, interval.high]
const share = ([successes, trials]) => ({ successes, trials })
const doubles = (values) => Float64Array.from(values)
const labels = (values) => Uint8Array.from(values)
const measure = (of) => (confusions) => {
  const value = of(confusions)
  return value && toDouble(value)
}

const FUNCTIONS = {
  normalCdf,
  normalQuantile,
  logGamma,
  incompleteBeta,
  betaQuantile,
  chiSquaredTail,
  chiSquaredQuantile,
  binomialCdf,
  wilson: (...args) => ends(wilson(...args)),
  clopperPearson: (...args) => ends(clopperPearson(...args)),
  f1Wilson: (...args) => ends(f1Wilson(...args)),
  auc: (y, scores) => aucOf(labels(y), doubles(scores)).auc,
  delong: (y, scores) => Math.sqrt(aucOf(labels(y), doubles(scores)).variance),
  pairedDelong: (y, a, b, level) => {
    const paired = pairedAuc(labels(y), doubles(a), doubles(b))
    return [paired.difference, paired.variance, paired.z, paired.p, ...ends(pairedAucInterval(paired, level))]
  },
  hanleyMcNeilError,
  aucInterval: (auc, basis, level) => ends(aucInterval(auc, basis, level)),
  normalInterval: (value, error, level) => ends(intervalOf(value, { kind: 'standard-error', error }, level)),
  waldDifference: (a, ea, b, eb, level) => {
    const estimated = (value, error) => ({ value, basis: { kind: 'standard-error', error } })
    return ends(differenceOf(estimated(a, ea), estimated(b, eb), level))
  },
  newcombe: (a, b, level) => ends(newcombe(share(a), share(b), level)),
  newcombePaired: (counts, level) => ends(newcombePaired(counts, level)),
  mcnemar: (b, c) => {
    const { exact, midP, chiSquared, corrected } = mcnemar(b, c)
    return [exact, midP, chiSquared.statistic, chiSquared.p, corrected.statistic, corrected.p]
  },
  katz: (a, b, level) => ends(katz(share(a), share(b), level)),
  koopman: (a, b, level) => ends(koopman(share(a), share(b), level)),
  percentileInterval: (values, level) => ends(percentileInterval(doubles(values).sort(), level)),
  holm,
  benjaminiHochberg,
  detectable,
  psi,
  kullbackLeibler,
  jensenShannon,
  hellinger,
  chiSquaredTest: (observed, expected) => {
    const { statistic, p } = chiSquaredTest(observed, expected)
    return [statistic, p]
  },
  chiSquaredDrift: (reference, current) => chiSquaredDrift(reference, current).p,
  kolmogorovSmirnov: (a, b) => {
    const { statistic, p } = kolmogorovSmirnov(doubles(a), doubles(b))
    return [statistic, p]
  },
  mannWhitney: (a, b) => {
    const { u, p } = mannWhitney(doubles(a), doubles(b))
    return [u, p]
  },
  wasserstein: (a, b) => wasserstein({ values: doubles(a) }, { values: doubles(b) }),
  wassersteinWeighted: (a, b, u, v) =>
    wasserstein({ values: doubles(a), weights: doubles(u) }, { values: doubles(b), weights: doubles(v) }),
  demographicParityDifference: measure(groups.demographicParityDifference),
  demographicParityRatio: measure(groups.demographicParityRatio),
  equalizedOddsDifference: measure(groups.equalizedOddsDifference),
  equalizedOddsRatio: measure(groups.equalizedOddsRatio),
  equalOpportunityDifference: measure(groups.equalOpportunityDifference),
  equalOpportunityRatio: measure(groups.equalOpportunityRatio),
  predictiveParityDifference: measure(groups.predictiveParityDifference),
  predictiveParityRatio: measure(groups.predictiveParityRatio),
}

const questions = JSON.parse(readFileSync(0, 'utf8'))
const answers = questions.map(([name, ...args]) => FUNCTIONS[name](...args))
const plain = (_, value) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value)
process.stdout.write(
  JSON.stringify(
    answers.map((answer) => answer ?? null),
    plain,
  ),
)
