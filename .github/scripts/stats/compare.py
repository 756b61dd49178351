"""Compares src/stats with the libraries whose figures it gives.

    npx tsc && python -m venv /tmp/stats && /tmp/stats/bin/pip install -r .github/scripts/stats/requirements.txt
    /tmp/stats/bin/python .github/scripts/stats/compare.py [data sets per function, 200 at least]

Every function is asked for seeded random data sets through answer.mjs, which runs the compiled code. A difference is
absolute for figures up to 1 and relative above; for the special functions it is relative throughout. Exits 1 where one is beyond its function's tolerance.
"""

import json
import math
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
from fairlearn.metrics import (
    MetricFrame,
    demographic_parity_difference,
    demographic_parity_ratio,
    equal_opportunity_difference,
    equal_opportunity_ratio,
    equalized_odds_difference,
    equalized_odds_ratio,
)
from scipy import integrate, special, stats
from scipy.spatial import distance
from sklearn.metrics import precision_score, roc_auc_score
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

warnings.filterwarnings("ignore")
HERE = Path(__file__).parent
LEVELS = (0.8, 0.9, 0.95, 0.99)
FUNCTIONS = []


def function(name, reference, tolerance=1e-9, relative=False):
    """Declares how a data set of a function is drawn and what the reference says: a generator of (arguments, expected)."""

    def declare(draw):
        FUNCTIONS.append((name, reference, tolerance, relative, draw))
        return draw

    return declare


def level(rng):
    return float(rng.choice(LEVELS))


def share(rng, least=0, most=3000):
    n = int(rng.integers(2, most))
    return int(rng.integers(least, n + 1)), n


# Special functions


@function("normalCdf", "scipy.stats.norm.cdf", 1e-12, relative=True)
def _(rng):
    x = float(rng.normal(0, 4))
    return [x], stats.norm.cdf(x)


@function("normalQuantile", "scipy.stats.norm.ppf", 1e-12, relative=True)
def _(rng):
    p = float(rng.choice([rng.uniform(), 10 ** -rng.uniform(1, 300)]))
    return [p], stats.norm.ppf(p)


@function("logGamma", "scipy.special.gammaln", 1e-12)
def _(rng):
    x = float(10 ** rng.uniform(-3, 7))
    return [x], special.gammaln(x)


@function("incompleteBeta", "scipy.special.betainc", 1e-12, relative=True)
def _(rng):
    a, b = (float(10 ** rng.uniform(-1, 5)) for _ in range(2))
    x = float(rng.beta(a, b))
    return [x, a, b], special.betainc(a, b, x)


@function("betaQuantile", "scipy.special.betaincinv", 1e-11, relative=True)
def _(rng):
    a, b = (float(10 ** rng.uniform(0, 5)) for _ in range(2))
    p = float(rng.uniform(0.001, 0.999))
    return [p, a, b], special.betaincinv(a, b, p)


@function("chiSquaredTail", "scipy.stats.chi2.sf", 1e-11, relative=True)
def _(rng):
    df = int(rng.integers(1, 2000))
    x = float(df * rng.uniform(0, 3))
    return [x, df], stats.chi2.sf(x, df)


@function("chiSquaredQuantile", "scipy.stats.chi2.ppf", relative=True)
def _(rng):
    df, p = int(rng.integers(1, 2000)), float(rng.uniform(0.001, 0.999))
    return [p, df], stats.chi2.ppf(p, df)


@function("binomialCdf", "scipy.stats.binom.cdf", 1e-11, relative=True)
def _(rng):
    k, n = share(rng)
    p = float(rng.uniform())
    return [k, n, p], stats.binom.cdf(k, n, p)


# Intervals


@function("wilson", "statsmodels proportion_confint(wilson)")
def _(rng):
    (k, n), c = share(rng), level(rng)
    return [k, n, c], np.clip(proportion_confint(k, n, 1 - c, "wilson"), 0, 1)


@function("clopperPearson", "scipy binomtest.proportion_ci(exact)")
def _(rng):
    (k, n), c = share(rng), level(rng)
    return [k, n, c], tuple(stats.binomtest(k, n).proportion_ci(c, "exact"))


@function("f1Wilson", "statsmodels wilson of J, 2J/(1+J)")
def _(rng):
    tp, fp, fn = (int(v) for v in rng.integers(1, 500, 3))
    c = level(rng)
    j = np.array(proportion_confint(tp, tp + fp + fn, 1 - c, "wilson"))
    return [tp, fp, fn, c], 2 * j / (1 + j)


@function("normalInterval", "scipy.stats.norm.interval")
def _(rng):
    value, error, c = float(rng.normal()), float(rng.uniform(0.01, 1)), level(rng)
    return [value, error, c], stats.norm.interval(c, value, error)


@function("percentileInterval", "numpy.percentile")
def _(rng):
    values, c = rng.normal(size=int(rng.integers(50, 400))).tolist(), level(rng)
    return [values, c], np.percentile(values, [50 * (1 - c), 50 * (1 + c)])


# AUC


def ranking(rng):
    n = int(rng.integers(20, 200))
    y = rng.integers(0, 2, n)
    y[:4] = [0, 0, 1, 1]
    digits = int(rng.choice([1, 2, 15]))
    a = np.round(y * rng.uniform(0, 2) + rng.normal(size=n), digits)
    b = np.round(0.5 * a + y * rng.uniform(0, 1) + rng.normal(size=n), digits)
    return y, a, b


def placements(y, scores):
    """DeLong's components from all pairs, O(mn), with scikit-learn's AUC as a check on their mean."""
    psi = np.subtract.outer(scores[y == 1], scores[y == 0])
    psi = (psi > 0) + 0.5 * (psi == 0)
    assert abs(psi.mean() - roc_auc_score(y, scores)) < 1e-12
    return psi.mean(axis=1), psi.mean(axis=0)


def delong_variance(v10, v01):
    return v10.var(ddof=1) / len(v10) + v01.var(ddof=1) / len(v01)


@function("auc", "scikit-learn roc_auc_score")
def _(rng):
    y, a, _ = ranking(rng)
    return [y.tolist(), a.tolist()], roc_auc_score(y, a)


@function("delong", "all pairs in NumPy")
def _(rng):
    y, a, _ = ranking(rng)
    return [y.tolist(), a.tolist()], math.sqrt(delong_variance(*placements(y, a)))


@function("pairedDelong", "all pairs in NumPy, scipy.stats.norm")
def _(rng):
    y, a, b = ranking(rng)
    c = level(rng)
    (a10, a01), (b10, b01) = placements(y, a), placements(y, b)
    difference, variance = a10.mean() - b10.mean(), delong_variance(a10 - b10, a01 - b01)
    z = difference / math.sqrt(variance)
    expected = [difference, variance, z, 2 * stats.norm.sf(abs(z)), *stats.norm.interval(c, difference, math.sqrt(variance))]
    return [y.tolist(), a.tolist(), b.tolist(), c], expected


@function("hanleyMcNeilError", "the exponential model's integrals by scipy.integrate.quad")
def _(rng):
    auc, m, n = float(rng.uniform(0.5, 0.99)), int(rng.integers(2, 400)), int(rng.integers(2, 400))
    # Scores of the negatives ~ Exp(1), of the positives ~ Exp(rate): P(positive > negative) = 1 / (1 + rate).
    rate = (1 - auc) / auc
    q1 = integrate.quad(lambda u: u ** (2 * rate), 0, 1, epsabs=1e-14)[0]
    q2 = integrate.quad(lambda v: (1 - v ** (1 / rate)) ** 2, 0, 1, epsabs=1e-14)[0]
    variance = (auc * (1 - auc) + (m - 1) * (q1 - auc**2) + (n - 1) * (q2 - auc**2)) / (m * n)
    return [auc, m, n], math.sqrt(variance)


@function("aucInterval", "scipy.stats.norm, special.logit and expit")
def _(rng):
    auc, variance, c = float(rng.uniform(0.5, 0.999)), float(rng.uniform(1e-5, 1e-2)), level(rng)
    low, high = stats.norm.interval(c, auc, math.sqrt(variance))
    if auc > 0.9 or low < 0 or high > 1:
        error = math.sqrt(variance) / (auc * (1 - auc))
        low, high = special.expit(stats.norm.interval(c, special.logit(auc), error))
    return [auc, {"positives": 100, "negatives": 100, "variance": variance}, c], (low, high)


# Differences and ratios


@function("newcombe", "statsmodels confint_proportions_2indep(newcomb)")
def _(rng):
    a, b, c = share(rng), share(rng), level(rng)
    return [a, b, c], confint_proportions_2indep(*a, *b, method="newcomb", compare="diff", alpha=1 - c)


@function("newcombePaired", "the paper's formula over statsmodels' Wilson ends")
def _(rng):
    both, first, second, neither = (int(v) for v in rng.integers(0, 200, 4))
    n, c = both + first + second + neither, level(rng)
    table = np.array([[both, first], [second, neither]], dtype=float)
    p, q = table[0].sum() / n, table[:, 0].sum() / n
    (l1, u1), (l2, u2) = (proportion_confint(k, n, 1 - c, "wilson") for k in (table[0].sum(), table[:, 0].sum()))
    det = both * neither - first * second
    det = max(det - n / 2, 0) if det > 0 else det
    margins = np.prod(np.sqrt([*table.sum(axis=0), *table.sum(axis=1)]))
    phi = det / margins if margins > 0 else 0
    below = math.sqrt((p - l1) ** 2 - 2 * phi * (p - l1) * (u2 - q) + (u2 - q) ** 2)
    above = math.sqrt((u1 - p) ** 2 - 2 * phi * (u1 - p) * (q - l2) + (q - l2) ** 2)
    counts = {"both": both, "first": first, "second": second, "neither": neither}
    return [counts, c], (p - q - below, p - q + above)


@function("waldDifference", "scipy.stats.norm.interval")
def _(rng):
    (a, b), (ea, eb), c = rng.normal(size=2).tolist(), rng.uniform(0.01, 1, 2).tolist(), level(rng)
    return [a, ea, b, eb, c], stats.norm.interval(c, a - b, math.hypot(ea, eb))


@function("mcnemar", "statsmodels mcnemar; mid-p from scipy.stats.binom", 1e-10)
def _(rng):
    b, c = (int(v) for v in rng.integers(0, 300, 2))
    c += b == c
    table = [[10, b], [c, 10]]
    exact = mcnemar(table, exact=True).pvalue
    plain, corrected = (mcnemar(table, exact=False, correction=cc) for cc in (False, True))
    middle = exact - stats.binom.pmf(min(b, c), b + c, 0.5)
    return [b, c], [exact, middle, plain.statistic, plain.pvalue, corrected.statistic, corrected.pvalue]


@function("katz", "statsmodels confint_proportions_2indep(log)")
def _(rng):
    a, b, c = share(rng, 1), share(rng, 1), level(rng)
    return [a, b, c], confint_proportions_2indep(*a, *b, method="log", compare="ratio", alpha=1 - c, correction=False)


@function("koopman", "statsmodels confint_proportions_2indep(score)", 1e-8)
def _(rng):
    a, b, c = share(rng, 1, 300), share(rng, 1, 300), level(rng)
    a, b = (min(a[0], a[1] - 1), a[1]), (min(b[0], b[1] - 1), b[1])
    a, b = (max(a[0], 1), a[1]), (max(b[0], 1), b[1])
    return [a, b, c], confint_proportions_2indep(*a, *b, method="score", compare="ratio", alpha=1 - c, correction=False)


@function("holm", "statsmodels multipletests(holm)")
def _(rng):
    p = (rng.uniform(size=int(rng.integers(1, 60))) ** 3).tolist()
    return [p], multipletests(p, method="holm")[1]


@function("benjaminiHochberg", "scipy.stats.false_discovery_control")
def _(rng):
    p = (rng.uniform(size=int(rng.integers(1, 60))) ** 3).tolist()
    return [p], stats.false_discovery_control(p)


@function("detectable", "statsmodels NormalIndPower.solve_power, which stops early", 1e-5)
def _(rng):
    error, c, power = float(rng.uniform(0.001, 2)), level(rng), float(rng.uniform(0.6, 0.95))
    solved = NormalIndPower().solve_power(nobs1=1, alpha=(1 - c) / 2, power=power, ratio=0, alternative="larger")
    return [error, c, power], solved * error


# Drift


def counts(rng, least=0):
    k = int(rng.integers(2, 30))
    draw = lambda: (rng.integers(least, 200, k) * rng.integers(0 if least == 0 else 1, 2, k)).tolist()
    reference, current = draw(), draw()
    reference[0] += 1
    current[0] += 1
    return reference, current


def filled(values):
    shares = np.array(values) / sum(values)
    least = min(shares[shares != 0])
    np.place(shares, shares == 0, least / 10**6 if least <= 0.0001 else 0.0001)
    return shares


@function("psi", "Evidently's formula in NumPy")
def _(rng):
    reference, current = counts(rng)
    r, c = filled(reference), filled(current)
    return [reference, current], np.sum((r - c) * np.log(r / c))


@function("kullbackLeibler", "scipy.stats.entropy of filled shares")
def _(rng):
    reference, current = counts(rng)
    return [reference, current], stats.entropy(filled(reference), filled(current))


@function("jensenShannon", "scipy.spatial.distance.jensenshannon")
def _(rng):
    reference, current = counts(rng)
    base = float(rng.choice([2, 10]))
    return [reference, current, base], distance.jensenshannon(reference, current, base)


@function("hellinger", "sqrt(1 - BC) in NumPy", 1e-7)
def _(rng):
    reference, current = (np.array(v) for v in counts(rng))
    bc = np.sum(np.sqrt(reference / reference.sum() * current / current.sum()))
    return [reference.tolist(), current.tolist()], math.sqrt(max(0, 1 - bc))


@function("chiSquaredTest", "scipy.stats.chisquare")
def _(rng):
    reference, current = (np.array(v, dtype=float) for v in counts(rng, 1))
    expected = reference * current.sum() / reference.sum()
    return [current.tolist(), expected.tolist()], tuple(stats.chisquare(current, expected))


@function("chiSquaredDrift", "scipy.stats.chisquare as Evidently asks it")
def _(rng):
    reference, current = (np.array(v) for v in counts(rng, 1))
    ratio = current.sum() / reference.sum()
    return [reference.tolist(), current.tolist()], stats.chisquare(current, reference * ratio).pvalue


def samples(rng, most=200, digits=(1, 2, 15)):
    n, m = (int(v) for v in rng.integers(2, most, 2))
    m = n if rng.uniform() < 0.2 else m
    d = int(rng.choice(digits))
    return np.round(rng.normal(size=n), d).tolist(), np.round(rng.normal(rng.uniform(0, 1), size=m), d).tolist()


@function("kolmogorovSmirnov", "scipy.stats.ks_2samp, exact")
def _(rng):
    a, b = samples(rng)
    result = stats.ks_2samp(a, b)
    return [a, b], (result.statistic, result.pvalue)


@function("kolmogorovSmirnov", "scipy.stats.ks_2samp, asymptotic")
def _(rng):
    n, m = int(rng.integers(10_001, 12_000)), int(rng.integers(3_000, 12_000))
    a, b = np.round(rng.normal(size=n), 4), np.round(rng.normal(rng.uniform(0, 0.05), size=m), 4)
    result = stats.ks_2samp(a, b)
    return [a.tolist(), b.tolist()], (result.statistic, result.pvalue)


@function("mannWhitney", "scipy.stats.mannwhitneyu, small")
def _(rng):
    a, b = samples(rng, 14)
    result = stats.mannwhitneyu(a, b)
    return [a, b], (result.statistic, result.pvalue)


@function("mannWhitney", "scipy.stats.mannwhitneyu")
def _(rng):
    a, b = samples(rng)
    result = stats.mannwhitneyu(a, b)
    return [a, b], (result.statistic, result.pvalue)


@function("wasserstein", "scipy.stats.wasserstein_distance")
def _(rng):
    a, b = samples(rng)
    return [a, b], stats.wasserstein_distance(a, b)


@function("wassersteinWeighted", "scipy.stats.wasserstein_distance")
def _(rng):
    a, b = samples(rng)
    u, v = rng.uniform(size=len(a)).tolist(), rng.uniform(size=len(b)).tolist()
    return [a, b, u, v], stats.wasserstein_distance(a, b, u, v)


# Groups


def grouped(rng):
    """Rows of some groups, each with positive and negative rows and predictions, and the groups' counts."""
    rows, confusions = [], []
    for group in range(int(rng.integers(2, 7))):
        tp, fn, fp, tn = (int(v) for v in rng.integers(0, 40, 4))
        tp, tn = tp + 1, tn + 1
        confusions.append({"tp": tp, "fp": fp, "fn": fn, "tn": tn})
        for y, yhat, n in ((1, 1, tp), (0, 1, fp), (1, 0, fn), (0, 0, tn)):
            rows += [(y, yhat, group)] * n
    return np.array(rows), confusions


def fairness(name, reference, metric):
    @function(name, reference)
    def _(rng):
        rows, confusions = grouped(rng)
        return [confusions], metric(rows[:, 0], rows[:, 1], sensitive_features=rows[:, 2])


fairness("demographicParityDifference", "fairlearn", demographic_parity_difference)
fairness("demographicParityRatio", "fairlearn", demographic_parity_ratio)
fairness("equalizedOddsDifference", "fairlearn", equalized_odds_difference)


@function("equalizedOddsRatio", "fairlearn")
def _(rng):
    # Where no group has a false positive the ratio is 0/0: undefined here, and not a number there.
    while True:
        rows, confusions = grouped(rng)
        if any(c["fp"] > 0 for c in confusions):
            return [confusions], equalized_odds_ratio(rows[:, 0], rows[:, 1], sensitive_features=rows[:, 2])


fairness("equalOpportunityDifference", "fairlearn", equal_opportunity_difference)
fairness("equalOpportunityRatio", "fairlearn", equal_opportunity_ratio)


def precision_frame(y, yhat, sensitive_features):
    return MetricFrame(metrics=precision_score, y_true=y, y_pred=yhat, sensitive_features=sensitive_features)


fairness("predictiveParityDifference", "fairlearn MetricFrame of precision", lambda *a, **k: precision_frame(*a, **k).difference())
fairness("predictiveParityRatio", "fairlearn MetricFrame of precision", lambda *a, **k: precision_frame(*a, **k).ratio())


def ask(questions):
    """The compiled code's answers."""
    command = ["node", str(HERE / "answer.mjs")]
    answered = subprocess.run(command, input=json.dumps(questions), capture_output=True, text=True, check=True)
    return json.loads(answered.stdout)


def differs(ours, theirs, relative):
    """The largest difference, infinite where one is not a number or there are not as many figures."""
    ours, theirs = (np.atleast_1d(np.array(v, dtype=float)) for v in (ours if ours is not None else np.nan, theirs))
    if ours.shape != theirs.shape:
        return math.inf
    apart = np.where(ours == theirs, 0, np.abs(ours - theirs) / np.maximum(1e-280 if relative else 1, np.abs(theirs)))
    return math.inf if np.isnan(apart).any() else float(apart.max())


def main():
    sets = max(200, int(sys.argv[1])) if len(sys.argv) > 1 else 200
    print("| function | data sets | largest difference | allowed | reference |\n|---|--:|--:|--:|---|")
    disagreed = False
    for number, (name, reference, tolerance, relative, draw) in enumerate(FUNCTIONS):
        rng = np.random.default_rng([2026, number])
        drawn = [draw(rng) for _ in range(sets)]
        answers = ask([[name, *arguments] for arguments, _ in drawn])
        apart = [differs(answer, expected, relative) for answer, (_, expected) in zip(answers, drawn, strict=True)]
        worst = max(range(sets), key=apart.__getitem__)
        print(f"| {name} | {sets} | {apart[worst]:.1e} | {tolerance:.0e} | {reference} |", flush=True)
        if not apart[worst] <= tolerance:
            disagreed = True
            shown = json.dumps(drawn[worst][0])
            print(f"{name}({shown[:300]}) is {answers[worst]}, not {drawn[worst][1]}", file=sys.stderr)
    sys.exit(1 if disagreed else 0)


if __name__ == "__main__":
    main()
