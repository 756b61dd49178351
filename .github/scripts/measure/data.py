"""Random tables of predictions: what they are made of is drawn from a seed, so that a difference can be looked at again."""

import numpy as np
import pandas as pd

GROUPS = {"gender": ["F", "M", "여"], "age_band": ["18-29", "30-49", "50+"]}


def groups(rng, n):
    weights = {name: rng.dirichlet(np.ones(len(values)) * 2) for name, values in GROUPS.items()}
    drawn = {name: rng.choice(values, n, p=weights[name]) for name, values in GROUPS.items()}
    # Parquet writes a category that no row has into its dictionary: it is no group.
    return {name: pd.Categorical(drawn[name], [*values, "nobody"]) for name, values in GROUPS.items()}


def scores(rng, truth, n):
    """Probabilities that know something of the truth, in one of five manners."""
    score = 1 / (1 + np.exp(-(rng.normal(0, rng.uniform(0.3, 3), n) + rng.uniform(0, 3) * (truth - 0.5))))
    manner = rng.integers(5)
    if manner == 1:
        return np.round(score, 1)  # ties, and the edges of bins
    if manner == 2:
        return (score > 0.5).astype(float)  # 0 and 1 alone
    if manner == 3:
        return np.full(n, 0.25)
    if manner == 4:
        return np.round(score * 15) / 15
    return score


def binary(rng):
    n = int(rng.choice([1, 2, 7, 40, 500, 5_000]))
    prevalence = rng.choice([0.0, 0.001, 0.02, 0.3, 0.5, 0.9, 1.0])
    truth = (rng.random(n) < prevalence).astype(int)
    score = scores(rng, truth, n)
    predicted = (score > rng.choice([0.2, 0.5, 0.99, 2.0])).astype(int)
    names = [[0, 1], [-1, 1], ["stays", "leaves"], [False, True]][rng.integers(4)]
    label = np.array(names)[truth]
    frame = pd.DataFrame({"y_true": label, "y_pred": np.array(names)[predicted], "y_score": score, **groups(rng, n)})
    return {"kind": "binary", "frame": frame, "positive": names[1], "stated": bool(rng.integers(2)) or isinstance(names[1], str)}


def multiclass(rng):
    n = int(rng.choice([3, 30, 1_000, 5_000]))
    classes = int(rng.integers(3, 7))
    names = np.array([["a", "b", "c d", 'e"f', "g,h", "다"], [0, 1, 2, 3, 10, 11]][rng.integers(2)][:classes])
    truth = rng.choice(classes, n, p=rng.dirichlet(np.ones(classes)))
    predicted = np.where(rng.random(n) < rng.uniform(0.2, 0.9), truth, rng.integers(0, classes - int(rng.integers(2)), n))
    predicted[0] = truth[0]  # something in common
    return {"kind": "multiclass", "frame": pd.DataFrame({"y_true": names[truth], "y_pred": names[predicted], **groups(rng, n)})}


def regression(rng):
    n = int(rng.choice([1, 2, 30, 1_000, 5_000]))
    manner = rng.integers(5)
    truth = [
        lambda: rng.normal(0, 1, n),
        lambda: 1e6 + rng.normal(0, 1, n),
        lambda: np.exp(rng.normal(0, 4, n)),
        lambda: rng.integers(-2, 3, n).astype(float),
        lambda: np.full(n, 3.5),
    ][manner]()
    predicted = truth + rng.normal(0, rng.choice([0, 1e-6, 0.5, 10]), n)
    return {"kind": "regression", "frame": pd.DataFrame({"y_true": truth, "y_pred": predicted, **groups(rng, n)}), "quantile": 0.9}


def cases(count):
    for seed in range(count):
        rng = np.random.default_rng(seed)
        yield seed, [binary, binary, multiclass, regression][seed % 4](rng)
